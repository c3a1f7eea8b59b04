# SPDX-License-Identifier: EUPL-1.2
"""What a form that closes a case says beforehand: what ends with it, in numbers, and what goes on."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QVBoxLayout

from casus.gui.dates_text import number
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.text import label, show_if
from casus.gui.words import in_sentence
from casus.services.case_ending import Ending, Line


class Consequences(QFrame):
    """Some sentences under a form about what saving it brings along."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(8))
        self._words: list[str] = []

    def words(self) -> list[str]:
        """Return the sentences shown."""
        return list(self._words)

    def show_words(self, words: Sequence[str]) -> None:
        """Show these sentences; the same ones are left as they are."""
        if list(words) == self._words:
            return
        self._words = list(words)
        clear_layout(self._column)
        for sentence in words:
            self._column.addWidget(label(sentence, tone="muted", wrap=True))
        show_if(self, bool(words))


def ending_words(ending: Ending, *, died: bool) -> list[str]:
    """Return what ends, what goes on, and what ends besides when the person died."""
    translate = QCoreApplication.translate
    ends = list(ending.ends)
    goes_on = list(ending.goes_on)
    if died:
        ends += ending.at_death
        kinds = {line.kind for line in ending.at_death}
        goes_on = [line for line in goes_on if line.kind not in kinds]
    said = []
    if ends:
        said.append(translate("CaseEnding", "Dit vervalt: {0}.").format(_listed(ends)))
    else:
        said.append(translate("CaseEnding", "Er vervalt niets: er staan geen taken of afspraken open."))
    unreported = sum(line.number for line in goes_on if line.kind == "unreported")
    goes_on = [line for line in goes_on if line.kind != "unreported"]
    if unreported:
        words = translate("CaseEnding", "Afspraken zonder verslag ({0}) blijven op Vandaag staan.")
        said.append(words.format(number(unreported)))
    if goes_on:
        said.append(
            translate("CaseEnding", "Dit blijft staan, maar Casus vraagt er niet meer om: {0}.").format(
                _listed(goes_on)
            )
        )
    said.append(translate("CaseEnding", "Ongedaan maken brengt alles terug."))
    return said


def _listed(lines: Iterable[Line]) -> str:
    return ", ".join(
        f"{in_sentence(code_label('ending', line.kind))} ({number(line.number)})" for line in lines
    )
