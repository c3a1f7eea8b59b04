# SPDX-License-Identifier: EUPL-1.2
"""Work, sport and school programmes of the person, and the way to a certificate of conduct."""

from collections.abc import Sequence
from functools import partial

from casus.gui.dates_text import month_year
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined
from casus.gui.dossier.vog_card import VogCard
from casus.gui.labels import label
from casus.gui.programmes.step_form import FINISH, INTAKE, START, STOP
from casus.gui.records.source import TONES
from casus.gui.widgets.chart import Bar, BarChart
from casus.gui.widgets.containers import Card
from casus.gui.widgets.pill import Pill
from casus.services.dossier import Dossier
from casus.services.records import Attendance, Programme

MONTHS = 6
"""How many months of attendance a card shows; the form shows them all."""


class ProgrammesTab(Tab):
    """Every programme, the latest first; below them the certificates."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Trajecten"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show programmes and certificates."""
        self.clear()
        act: Act = (self.tr("Traject aanmelden"), self._acts.add_programme)
        begin: Act = (self.tr("VOG-traject beginnen"), self._acts.begin_vog)
        fixed = dossier.read_only
        if not dossier.programmes and not dossier.vogs:
            words = self.tr("Nog geen traject: werk, sport, school of coaching.")
            self.add_empty("briefcase", words, None if fixed else act)
            if not fixed:
                self.add(act_bar([begin]))
            return
        if not fixed:
            self.add(act_bar([act, begin]))
        for programme in dossier.programmes:
            self.add(self._card(programme, dossier))
        for one in dossier.vogs:
            helper = dossier.beside.ambassadors.get(one.id, "")
            may_work = dossier.may_work(one.case_id)
            self.add(VogCard(self._acts, one, helper, self.desk.today(), may_work=may_work))

    def _card(self, programme: Programme, dossier: Dossier) -> Card:
        provider = dossier.beside.providers.get(programme.id) or programme.provider_name or ""
        card = Card(joined(label("programme_kind", programme.kind), provider))
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
        months = dossier.beside.attendance.get(programme.id, ())
        if months:
            card.add(self._attendance(months))
        if dossier.may_work(programme.case_id):
            card.add(act_bar(self._acts_of(programme)))
        return card

    def _attendance(self, months: Sequence[Attendance]) -> BarChart:
        """The last months as bars: how many meetings were attended, of how many."""
        chart = BarChart(self.tr("Aanwezigheid"), self.tr("Aanwezig"))
        of = self.tr("{0} van {1}")
        chart.show_bars(
            [
                Bar(
                    month_year(one.month),
                    one.attended,
                    of.format(one.attended, one.planned),
                )
                for one in months[-MONTHS:]
            ]
        )
        return chart

    def _acts_of(self, programme: Programme) -> list[Act]:
        words = {
            INTAKE: self.tr("Intake"),
            START: self.tr("Is gestart"),
            FINISH: self.tr("Is afgerond"),
            STOP: self.tr("Is gestopt"),
        }
        steps = {
            "registered": (INTAKE, START, STOP),
            "waiting": (INTAKE, START, STOP),
            "started": (FINISH, STOP),
        }
        acts: list[Act] = [
            (words[step], partial(self._acts.step_programme, step, programme.id))
            for step in steps.get(programme.status, ())
        ]
        if programme.status == "registered":
            acts.insert(0, (self.tr("Op wachtlijst"), partial(self._acts.wait_programme, programme.id)))
        if programme.started_on is not None:
            acts.append((self.tr("Aanwezigheid"), partial(self._acts.attend_programme, programme.id)))
        return [*acts, (self.tr("Wijzigen"), partial(self._acts.edit_programme, programme.id))]
