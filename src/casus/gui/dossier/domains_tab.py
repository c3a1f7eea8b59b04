# SPDX-License-Identifier: EUPL-1.2
"""The life domains: where each began, where it stands now, and the same as a table. There is no total."""

from PySide6.QtWidgets import QTableWidgetItem

from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.compare import CompareCard, calm_table, fit_height, score_item, shown_domains
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined
from casus.gui.dossier.progress_panel import ProgressPanel
from casus.gui.labels import label
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label as text
from casus.services.dossier import Dossier
from casus.services.plans import AssessmentView


class DomainsTab(Tab):
    """Measurements of the case."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.compare: CompareCard | None = None
        self.area.setAccessibleName(self.tr("Leefgebieden"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the chart with its table, or the way to the first measurement."""
        self.clear()
        self.compare = None
        if dossier.case is None:
            act: Act | None = (self.tr("Casus openen"), self._acts.open_case)
            self.add_empty(
                "chart-bar-horizontal", self.tr("Een meting hoort bij een casus. Open er eerst een."), act
            )
        elif not dossier.assessments:
            act = (self.tr("0-meting vastleggen"), self._acts.assess) if self._acts.can_work else None
            sentence = self.tr("Nog geen meting. Bespreek de leefgebieden, samen als dat kan.")
            self.add_empty("chart-bar-horizontal", sentence, act)
        else:
            self._show_measured(dossier.assessments)

    def _show_measured(self, measured: tuple[AssessmentView, ...]) -> None:
        self.compare = CompareCard(self.day)
        self.compare.show_measured(measured)
        acts: list[Act] = [(self.tr("Hoe gaat het in je hele caseload?"), self._open_caseload)]
        if not self._acts.read_only:
            acts.insert(0, (self.tr("Nieuwe meting vastleggen"), self._acts.assess))
        self.compare.add(act_bar(acts))
        self.add(self.compare)
        if len(measured) > 2:
            self.add(self._table(measured))
        for one in reversed(measured):
            if notes := self._notes(one):
                self.add(notes)

    def _open_caseload(self) -> None:
        self._acts.shell.open_panel(ProgressPanel(self._acts.shell, self._acts.desk))

    def _table(self, measured: tuple[AssessmentView, ...]) -> Card:
        card = Card(self.tr("Alle metingen"))
        domains = shown_domains(measured)
        table = calm_table(len(domains), len(measured) + 1, self.tr("Alle metingen"))
        table.setHorizontalHeaderLabels([self.tr("Leefgebied"), *map(self._name, measured)])
        for at, domain in enumerate(domains):
            table.setItem(at, 0, QTableWidgetItem(label("life_domain", domain)))
            for place, one in enumerate(measured, start=1):
                table.setItem(at, place, score_item(one, domain))
        fit_height(table)
        card.add(table)
        return card

    def _notes(self, one: AssessmentView) -> Card | None:
        """Show what was written with a measurement, per life domain."""
        said = [
            (label("life_domain", domain), joined(score.note or "", score.source or ""))
            for domain, score in one.scores.items()
        ]
        said = [pair for pair in said if pair[1]]
        if not said and not one.record.note:
            return None
        card = Card(self.tr("Toelichting bij {0}").format(self._name(one)))
        if one.record.note:
            card.add(text(one.record.note, wrap=True))
        if said:
            card.add(facts(said))
        return card

    def _name(self, one: AssessmentView) -> str:
        return self.tr("{0}, {1}").format(label("assessment_kind", one.record.kind), self.day(one.record.on))
