# SPDX-License-Identifier: EUPL-1.2
"""Detention: each stay, until when, and how the basic conditions for return stand."""

from casus.domain.codelists import codelist
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined, lines, row
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label as text
from casus.services.dossier import DetentionView, Dossier

STATUS_TONES = {"arranged": "ok", "in_progress": "accent", "not_arranged": "danger", "unknown": "neutral"}


class DetentionTab(Tab):
    """Every stay of the person, the latest first."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Detentie"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the stays."""
        self.clear()
        act: Act = (self.tr("Detentie vastleggen"), self._acts.add_detention)
        if not dossier.detentions:
            self.add_empty("buildings", self.tr("Niet in detentie, voor zover bekend."), act)
            return
        if dossier.now.inside is None:
            self.add(act_bar([act]))
        for view in dossier.detentions:
            self.add(self._stay(view, dossier))

    def _stay(self, view: DetentionView, dossier: Dossier) -> Card:
        record = view.record
        inside = record.released_on is None
        card = Card(view.facility)
        words = self.tr("Zit vast") if inside else self.tr("Vrijgekomen")
        card.header.addWidget(Pill(words, "warn" if inside else "ok"))
        card.add(
            facts(
                [
                    (self.tr("Titel"), joined(label("detention_title", record.title), record.regime or "")),
                    (self.tr("Binnen sinds"), self.day(record.entered_on)),
                    (self.tr("Komt vrij"), self._expected(view) if inside else ""),
                    (self.tr("Vrijgekomen"), self.day(record.released_on)),
                    (self.tr("D&R-plan ontvangen"), self.day(record.plan_received_on)),
                    (self.tr("BIJ-melding ontvangen"), self.day(record.return_notice_on)),
                    (self.tr("Strafoverdracht"), self._transfer(view)),
                    (self.tr("Land"), label("country", view.country) if view.country != "nl" else ""),
                    (self.tr("Aantekening"), record.note or ""),
                ]
            )
        )
        if inside:
            card.add(
                act_bar(
                    [
                        (self.tr("Vrijlating vastleggen"), lambda: self._acts.release(record.id)),
                        (self.tr("Gegevens wijzigen"), lambda: self._acts.edit_detention(record.id)),
                    ]
                )
            )
        if dossier.case is not None:
            self._add_conditions(card, view)
        return card

    def _add_conditions(self, card: Card, view: DetentionView) -> None:
        heading = text(self.tr("Basisvoorwaarden"), "strong")
        heading.setContentsMargins(0, theme().px(12), 0, 0)
        card.add(heading)
        latest = {check.condition: check for check in view.conditions}
        rows = []
        for condition in codelist("basic_condition").values:
            check = latest.get(condition)
            second = pill = None
            if check is not None:
                second = joined(
                    label("condition_moment", check.moment), self.day(check.checked_on), check.action or ""
                )
                pill = (label("condition_status", check.status), STATUS_TONES[check.status])
            look = (
                self.tr("Bijwerken") if check else self.tr("Bekijken"),
                lambda code=condition: self._acts.check_condition(view.record.id, code),
            )
            rows.append(row(label("basic_condition", condition), second or "", pill=pill, acts=[look]))
        card.add(lines(rows))

    def _expected(self, view: DetentionView) -> str:
        record = view.record
        certainty = label("release_certainty", record.release_certainty).lower()
        return joined(self.day(record.expected_on), certainty)

    @staticmethod
    def _transfer(view: DetentionView) -> str:
        code = view.record.sentence_transfer
        return "" if code == "not_applicable" else label("sentence_transfer", code)
