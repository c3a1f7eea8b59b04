# SPDX-License-Identifier: EUPL-1.2
"""The life domains: where each began, where it stands now, and the same as a table. There is no total."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from casus.domain.codelists import codelist
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, joined
from casus.gui.dossier.scores import ScoreChart, ScoreLine, level
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label as text
from casus.services.dossier import Dossier
from casus.services.plans import AssessmentView


class DomainsTab(Tab):
    """Measurements of the case."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Leefgebieden"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the chart with its table, or the way to the first measurement."""
        self.clear()
        if dossier.case is None:
            act: Act | None = (self.tr("Casus openen"), self._acts.open_case)
            self.add_empty(
                "chart-bar-horizontal", self.tr("Een meting hoort bij een casus. Open er eerst een."), act
            )
        elif not dossier.assessments:
            act = (self.tr("0-meting vastleggen"), self._acts.assess) if self._acts.case_open else None
            sentence = self.tr("Nog geen meting. Bespreek de leefgebieden, samen als dat kan.")
            self.add_empty("chart-bar-horizontal", sentence, act)
        else:
            self._show_measured(dossier.assessments)

    def _show_measured(self, measured: tuple[AssessmentView, ...]) -> None:
        first, latest = measured[0], measured[-1]
        card = Card(self.tr("Van {0} naar {1}").format(self._name(first), self._name(latest)))
        if len(measured) == 1:
            card.title.setText(self._name(latest))
        card.add(
            text(
                self.tr("Open rondje: het begin. Dicht rondje: nu. 1 gaat helemaal niet, 5 gaat goed."),
                "small",
                "muted",
                wrap=True,
            )
        )
        chart = ScoreChart(self.tr("Leefgebieden"))
        chart.show_lines([self._line(domain, first, latest) for domain in codelist("life_domain").values])
        card.add(chart)
        card.add(act_bar([(self.tr("Nieuwe meting vastleggen"), self._acts.assess)]))
        self.add(card)
        self.add(self._table(measured))
        if latest.record.note:
            note = Card(self.tr("Toelichting"))
            note.add(text(latest.record.note, wrap=True))
            self.add(note)

    def _line(self, domain: str, first: AssessmentView, latest: AssessmentView) -> ScoreLine:
        before, now = first.scores.get(domain), latest.scores.get(domain)
        words = [label("domain_score", one.score) for one in (before, now) if one is not None]
        said = " → ".join(dict.fromkeys(words)) or self.tr("niet besproken")
        return ScoreLine(
            label("life_domain", domain),
            level(before.score) if before else None,
            level(now.score) if now else None,
            said,
        )

    def _table(self, measured: tuple[AssessmentView, ...]) -> Card:
        card = Card(self.tr("Alle metingen"))
        domains = codelist("life_domain").values
        table = QTableWidget(len(domains), len(measured) + 1)
        table.setAccessibleName(self.tr("Alle metingen"))
        table.setHorizontalHeaderLabels([self.tr("Leefgebied"), *map(self._name, measured)])
        for at, domain in enumerate(domains):
            table.setItem(at, 0, QTableWidgetItem(label("life_domain", domain)))
            for place, one in enumerate(measured, start=1):
                score = one.scores.get(domain)
                item = QTableWidgetItem(label("domain_score", score.score) if score else "–")
                if score is not None:
                    item.setToolTip(joined(score.note or "", score.source or ""))
                table.setItem(at, place, item)
        _calm(table)
        card.add(table)
        return card

    def _name(self, one: AssessmentView) -> str:
        return self.tr("{0}, {1}").format(label("assessment_kind", one.record.kind), self.day(one.record.on))


def _calm(table: QTableWidget) -> None:
    """Read only, without grid, as high as its rows; Tab leaves it."""
    high = theme().px(36)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(high)
    header = table.horizontalHeader()
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    table.setFixedHeight(high * (table.rowCount() + 1) + theme().px(16))
