# SPDX-License-Identifier: EUPL-1.2
"""How the persons of the caseload go per life domain: a chart and the same as a table, never one number."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidgetItem, QVBoxLayout, QWidget

from casus.domain.progress import Direction
from casus.gui.dossier.compare import calm_table, fit_height
from casus.gui.labels import label
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.parts_chart import Part, PartsChart
from casus.gui.widgets.text import label as text
from casus.services.desk import Desk
from casus.services.progress import CaseloadProgress, DomainProgress, caseload_progress

_WIDTH, _WIDEST = 620, 860
_ORDER = (Direction.FORWARD, Direction.SAME, Direction.BACK, Direction.NOT_COMPARABLE)


class ProgressPanel(SidePanel):
    """Reads only; it is counted again each time it opens."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        content = QWidget()
        title = QCoreApplication.translate("ProgressPanel", "Voortgang van je caseload")
        super().__init__(title, content)
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme().px(16))
        self.table = calm_table(0, 1 + len(_ORDER), title)
        header = self.table.horizontalHeader()
        for place in range(1, 1 + len(_ORDER)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.ResizeToContents)
        self.chart = PartsChart(title)
        shell.tasks.run(lambda: caseload_progress(desk), owner=self, done=self.show_progress)

    @staticmethod
    def preferred_width() -> int:
        """Room for five columns."""
        return min(theme().px(_WIDTH), _WIDEST)

    def show_progress(self, found: CaseloadProgress) -> None:
        """Show what was counted."""
        self._column.addWidget(text(self._sentence(found), wrap=True))
        if not found.compared:
            words = self.tr("Na een tweede meting zie je hier hoe het per leefgebied gaat.")
            self._column.addWidget(EmptyState("chart-bar-horizontal", words))
            return
        self.chart.show_rows([(self._name(one), self._parts(one)) for one in found.domains])
        self._fill(found.domains)
        self._column.addWidget(self.chart)
        self._column.addWidget(self.table)

    def _sentence(self, found: CaseloadProgress) -> str:
        return self.tr(
            "Van de eerste naar de laatste meting, per persoon met een lopende casus. Twee keer of vaker gemeten: "
            "{0}. Eén keer: {1}. Nog niet: {2}."
        ).format(found.compared, found.once, found.never)

    def _name(self, one: DomainProgress) -> str:
        return label("life_domain", one.life_domain)

    def _parts(self, one: DomainProgress) -> list[Part]:
        numbers = (one.forward, one.same, one.back, one.not_comparable)
        tones = ("ok", "neutral", "danger", "none")
        return [
            Part(label("domain_progress", way), number, tone)
            for way, number, tone in zip(_ORDER, numbers, tones, strict=True)
        ]

    def _fill(self, domains: tuple[DomainProgress, ...]) -> None:
        heads = [label("domain_progress", way) for way in _ORDER]
        self.table.setHorizontalHeaderLabels([self.tr("Leefgebied"), *heads])
        self.table.setRowCount(len(domains))
        for at, one in enumerate(domains):
            self.table.setItem(at, 0, QTableWidgetItem(self._name(one)))
            for place, part in enumerate(self._parts(one), start=1):
                cell = QTableWidgetItem(str(part.number))
                cell.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(at, place, cell)
        fit_height(self.table)
