# SPDX-License-Identifier: EUPL-1.2
"""Step 2: every figure beside the one that will leave, and why."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.lists import ListSpec, RecordTable
from casus.gui.report.figures import FigureSource, status_chips, why_text
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.reporting import ProtectedReport

_SIDE_WIDTH = 340


class ProtectionStep(QWidget):
    """The list of figures, the proof, and why the chosen figure leaves as it does.

    Signals:
        back: to the first step.
        accepted: on to releasing.
    """

    back = Signal()
    accepted = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._source = FigureSource()
        self.table = RecordTable(self._source, shell.tasks, self._list_spec())
        self.table.selected.connect(self._explain)
        self.table.refused.connect(shell.show_error)
        self.proof = Card(self.tr("Bewijs"))
        self.why = Card(self.tr("Waarom zo?"))
        self._why_words = label(
            self.tr("Kies een cijfer om te zien waarom het zo naar buiten gaat."), wrap=True
        )
        self.why.add(self._why_words)
        self.accept = button(self.tr("Verder naar vrijgeven"), self.accepted.emit, kind="primary")
        self._lay_out()

    def show_report(self, report: ProtectedReport) -> None:
        """Show a protected report."""
        self._source.show(report.lines)
        self.table.clear()
        self.proof.clear()
        for words in self._sentences(report):
            self.proof.add(label(words, wrap=True))

    def _sentences(self, report: ProtectedReport) -> list[str]:
        statement = report.release.statement
        found = [
            self.tr("{0} cijfers gaan naar buiten: {1} precies, {2} afgerond op {3}.").format(
                number(statement.cells), number(statement.exact), number(statement.rounded), statement.base
            ),
            self.tr("Een afgerond cijfer wijkt hooguit {0} af.").format(statement.max_error),
            self.tr(
                "{0} kleine aantallen en verschillen zijn aangevallen. Eerdere vrijgaven daarbij: {1}."
            ).format(number(statement.targets), statement.releases),
        ]
        if statement.narrowest_range is not None:
            found.append(
                self.tr("Een aanvaller houdt bij elk daarvan ten minste {0} mogelijke waarden over.").format(
                    statement.narrowest_range
                )
            )
        if report.withheld:
            found.append(self.tr("{0} uitsplitsingen blijven hier.").format(len(report.withheld)))
        return found

    def _explain(self, record_id: str) -> None:
        if record_id:
            self._why_words.setText(why_text(self._source.line(record_id)))

    def _list_spec(self) -> ListSpec:
        nouns = self.tr("cijfer"), self.tr("cijfers")
        return ListSpec(self.tr("Cijfers"), lambda n: nouns[0] if n == 1 else nouns[1], "", status_chips())

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(theme().px(_SIDE_WIDTH))
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        column.addWidget(self.why)
        column.addWidget(self.proof)
        column.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(button(self.tr("Terug"), self.back.emit, icon="arrow-left"))
        buttons.addStretch(1)
        buttons.addWidget(self.accept)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(24))
        middle.addWidget(self.table, 1)
        middle.addWidget(side)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme().px(12))
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)
