# SPDX-License-Identifier: EUPL-1.2
"""Work, sport and school programmes of the person, and the way to a certificate of conduct."""

from functools import partial

from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined, lines, row
from casus.gui.labels import label
from casus.gui.records.source import TONES
from casus.gui.widgets.containers import Card
from casus.gui.widgets.pill import Pill
from casus.services.dossier import Dossier
from casus.services.records import Programme

START, FINISH, STOP = "start", "finish", "stop"


class ProgrammesTab(Tab):
    """Every programme, the latest first."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Trajecten"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show programmes and certificates."""
        self.clear()
        act: Act = (self.tr("Traject aanmelden"), self._acts.add_programme)
        if not dossier.programmes and not dossier.vogs:
            self.add_empty("briefcase", self.tr("Nog geen traject: werk, sport, school of coaching."), act)
            return
        self.add(act_bar([act]))
        for programme in dossier.programmes:
            self.add(self._card(programme))
        if dossier.vogs:
            card = Card(self.tr("VOG"))
            card.add(
                lines(
                    [
                        row(
                            label("vog_purpose", one.purpose),
                            joined(self.day(one.status_since), one.not_applied_reason or one.note or ""),
                            pill=(
                                label("vog_status", one.status),
                                TONES["vog_status"].get(one.status, "neutral"),
                            ),
                        )
                        for one in dossier.vogs
                    ]
                )
            )
            self.add(card)

    def _card(self, programme: Programme) -> Card:
        card = Card(joined(label("programme_kind", programme.kind), programme.provider_name or ""))
        tone = TONES["programme_status"].get(programme.status, "neutral")
        card.header.addWidget(Pill(label("programme_status", programme.status), tone))
        hours = (
            self.tr("{0} uur per week").format(programme.hours_per_week) if programme.hours_per_week else ""
        )
        card.add(
            facts(
                [
                    (self.tr("Aangemeld"), self.day(programme.registered_on)),
                    (self.tr("Intake"), self.day(programme.intake_on)),
                    (self.tr("Gestart"), joined(self.day(programme.started_on), hours)),
                    (self.tr("Einde"), self.day(programme.ended_on)),
                    (self.tr("Leidde tot"), label("programme_outcome", programme.outcome)),
                    (self.tr("Waarom gestopt"), programme.stop_reason or ""),
                    (self.tr("Aantekening"), programme.note or ""),
                ]
            )
        )
        acts = self._acts_of(programme)
        if acts:
            card.add(act_bar(acts))
        return card

    def _acts_of(self, programme: Programme) -> list[Act]:
        words = {
            START: self.tr("Is gestart"),
            FINISH: self.tr("Is afgerond"),
            STOP: self.tr("Is gestopt"),
        }
        steps = {"registered": (START, STOP), "waiting": (START, STOP), "started": (FINISH, STOP)}
        return [
            (words[step], partial(self._acts.step_programme, step, programme.id))
            for step in steps.get(programme.status, ())
        ]
