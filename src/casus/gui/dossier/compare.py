# SPDX-License-Identifier: EUPL-1.2
"""Two measurements beside each other: a chart and, always with it, the same as a table."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from casus.domain.codelists import codelist
from casus.domain.progress import Direction, direction, level
from casus.gui.dossier.parts import joined
from casus.gui.dossier.scores import ScoreChart, ScoreLine
from casus.gui.icons import icon
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.text import label as text
from casus.services.plans import AssessmentView

WAYS = {
    Direction.FORWARD: ("arrow-up-right", "ok"),
    Direction.SAME: ("arrow-right", "muted"),
    Direction.BACK: ("arrow-down-right", "danger"),
    Direction.NOT_COMPARABLE: ("minus", "muted"),
}
_ROW = 36


class CompareCard(Card):
    """From one measurement to another, per life domain; which two is chosen above."""

    def __init__(self, day: Callable[[date | None], str]) -> None:
        super().__init__(self.tr("Verloop per leefgebied"))
        self._day = day
        self._measured: Sequence[AssessmentView] = ()
        self.before, self.after = QComboBox(), QComboBox()
        self.before.setAccessibleName(self.tr("Vergelijk van"))
        self.after.setAccessibleName(self.tr("Vergelijk met"))
        self._choices = FlowBox(gap=8)
        for part in (text(self.tr("Van")), self.before, text(self.tr("naar")), self.after):
            self._choices.add(part)
        self.chart = ScoreChart(self.tr("Verloop per leefgebied"))
        self.table = calm_table(0, 4, self.tr("Verloop per leefgebied, als tabel"))
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self._legend = text(
            self.tr("Open rondje: het begin. Dicht rondje: daarna. 1 gaat helemaal niet, 5 gaat goed."),
            "small",
            "muted",
            wrap=True,
        )
        rows: tuple[QWidget, ...] = (self._choices, self._legend, self.chart, self.table)
        for row in rows:
            self.add(row)
        self.before.activated.connect(self._show)
        self.after.activated.connect(self._show)

    def show_measured(self, measured: Sequence[AssessmentView]) -> None:
        """Show these measurements, oldest first: the first beside the latest, unless two others were chosen."""
        chosen = (self.before.currentData(), self.after.currentData())
        same = [one.record.id for one in measured] == [one.record.id for one in self._measured]
        self._measured = measured
        for box in (self.before, self.after):
            box.clear()
            for one in measured:
                box.addItem(self.name(one), one.record.id)
        self.before.setCurrentIndex(self.before.findData(chosen[0]) if same else 0)
        self.after.setCurrentIndex(self.after.findData(chosen[1]) if same else len(measured) - 1)
        single = len(measured) == 1
        self._choices.setVisible(not single)
        self.title.setText(self.name(measured[0]) if single else self.tr("Verloop per leefgebied"))
        for column in (2, 3):
            self.table.setColumnHidden(column, single)
        self._show()

    def name(self, one: AssessmentView) -> str:
        """Return which measurement it is."""
        return self.tr("{0}, {1}").format(label("assessment_kind", one.record.kind), self._day(one.record.on))

    def pair(self) -> tuple[AssessmentView, AssessmentView]:
        """Return the two that are compared, the oldest first."""
        places = sorted((self.before.currentIndex(), self.after.currentIndex()))
        return self._measured[places[0]], self._measured[places[1]]

    def _show(self) -> None:
        before, after = self.pair()
        domains = shown_domains((before, after))
        self.chart.show_lines([self._line(domain, before, after) for domain in domains])
        self.table.setHorizontalHeaderLabels(
            [self.tr("Leefgebied"), self.name(before), self.name(after), self.tr("Verloop")]
        )
        self.table.setRowCount(len(domains))
        for at, domain in enumerate(domains):
            self._fill_row(at, domain, before, after)
        fit_height(self.table)

    def _line(self, domain: str, before: AssessmentView, after: AssessmentView) -> ScoreLine:
        scores = [one.scores[domain].score for one in (before, after) if domain in one.scores]
        words = [label("domain_score", score) for score in scores]
        said = " → ".join(dict.fromkeys(words)) or self.tr("niet besproken")
        return ScoreLine(
            label("life_domain", domain), level(_score(before, domain)), level(_score(after, domain)), said
        )

    def _fill_row(self, at: int, domain: str, before: AssessmentView, after: AssessmentView) -> None:
        self.table.setItem(at, 0, QTableWidgetItem(label("life_domain", domain)))
        for place, one in enumerate((before, after), start=1):
            self.table.setItem(at, place, score_item(one, domain))
        if before is after:
            way = QTableWidgetItem("–")
        else:
            went = direction(_score(before, domain), _score(after, domain))
            way = QTableWidgetItem(icon(*WAYS[went]), label("domain_progress", went))
        self.table.setItem(at, 3, way)


def _score(one: AssessmentView, domain: str) -> str | None:
    return one.scores[domain].score if domain in one.scores else None


def shown_domains(measured: Sequence[AssessmentView]) -> list[str]:
    """Return the domains to show: those that are offered, and those that were scored when they still were."""
    of_list = codelist("life_domain")
    return [one for one in of_list.known if one in of_list or any(one in found.scores for found in measured)]


def score_item(one: AssessmentView, domain: str) -> QTableWidgetItem:
    """Return a score as a cell; its note and source stand in the tooltip."""
    score = one.scores.get(domain)
    item = QTableWidgetItem(label("domain_score", score.score) if score else "–")
    if score is not None:
        item.setToolTip(joined(score.note or "", score.source or ""))
    return item


def calm_table(rows: int, columns: int, name: str, parent: QWidget | None = None) -> QTableWidget:
    """Return a table that is only read: without grid, as high as its rows; Tab leaves it."""
    table = QTableWidget(rows, columns, parent)
    table.setAccessibleName(name)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def fit_height(table: QTableWidget) -> None:
    """Make a table as high as its rows."""
    high = theme().px(_ROW)
    table.verticalHeader().setDefaultSectionSize(high)
    table.setFixedHeight(high * (table.rowCount() + 1) + theme().px(16))
