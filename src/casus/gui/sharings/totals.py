# SPDX-License-Identifier: EUPL-1.2
"""How often data was shared with whom and on what basis, in a period; these numbers stay inside."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.labels import choices
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services.sharing_list import SharingList, SharingTotals

_FIRST = "this_year"


class TotalsPanel(SidePanel):
    """Per recipient and per basis, for a period that is chosen."""

    def __init__(self, shell: Shell, records: SharingList) -> None:
        self._shell, self._records = shell, records
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        self.period = ChoiceField(body)
        self.period.set_label(self.tr("Periode"))
        self.period.set_choices([*choices("sharing_period"), Choice("", self.tr("Alles"))])
        self.period.set_value(_FIRST)
        self.period.changed.connect(self._ask)
        column.addWidget(self.period)
        self._found = QVBoxLayout()
        self._found.setSpacing(theme().px(8))
        column.addLayout(self._found)
        title = QCoreApplication.translate("TotalsPanel", "Totalen")
        inside = QCoreApplication.translate(
            "TotalsPanel", "Deze getallen blijven in je kluis. Wat vervallen is, telt niet mee."
        )
        super().__init__(title, body, subtitle=inside)
        self._ask()

    def _ask(self) -> None:
        records, period = self._records, self.period.value()
        self._shell.tasks.run(lambda: records.totals(period), owner=self, done=self._show)

    def _show(self, totals: SharingTotals) -> None:
        if totals.period != self.period.value():
            return
        clear_layout(self._found)
        words = self.tr("%n keer gedeeld", "", totals.whole)
        if totals.not_told:
            words += ", " + self.tr("%n keer weet de persoon het niet", "", totals.not_told)
        self._found.addWidget(label(words, "strong", wrap=True))
        if totals.recipients:
            self._found.addWidget(label(self.tr("Per ontvanger"), "section"))
            self._found.addWidget(_table(totals.recipients))
            self._found.addWidget(label(self.tr("Per grondslag"), "section"))
            self._found.addWidget(
                _table([(code_label("legal_basis", code), many) for code, many in totals.bases])
            )


def _table(rows: Sequence[tuple[str, int]]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(theme().px(4))
    grid.setHorizontalSpacing(theme().px(16))
    grid.setColumnStretch(0, 1)
    for at, (words, many) in enumerate(rows):
        grid.addWidget(label(words, wrap=True), at, 0)
        grid.addWidget(label(number(many)), at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return box
