# SPDX-License-Identifier: EUPL-1.2
"""The plan: what it says, its goals by life domain, who does what by when."""

from PySide6.QtWidgets import QWidget

from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import Act, Tab, act_bar, facts, joined, lines, row
from casus.gui.labels import label
from casus.gui.widgets.containers import Card
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label as text
from casus.services.dossier import Dossier
from casus.services.plans import GoalView, PlanView

STATUS_TONES = {"adopted": "ok", "draft": "warn", "replaced": "neutral"}
GOAL_TONES = {
    "not_started": "neutral", "in_progress": "accent", "met": "ok", "partly_met": "ok",
    "declined": "danger", "not_needed": "neutral", "lapsed": "neutral",
}  # fmt: skip
_NEXT = {"not_started": "in_progress", "in_progress": "met"}


class PlanTab(Tab):
    """The newest plan of the case."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__(acts.desk, "")
        self._acts = acts
        self.area.setAccessibleName(self.tr("Plan"))

    def show_dossier(self, dossier: Dossier) -> None:
        """Show the plan, or the way to one."""
        self.clear()
        if dossier.case is None:
            act = (self.tr("Casus openen"), self._acts.open_case)
            self.add_empty("list-bullets", self.tr("Een plan hoort bij een casus. Open er eerst een."), act)
        elif dossier.plan is None:
            next_step: Act | None = (self.tr("Plan schrijven"), self._acts.write_plan)
            sentence = self.tr("Er is nog geen plan van aanpak.")
            self.add_empty("list-bullets", sentence, next_step if self._acts.case_open else None)
        else:
            self._show_plan(dossier.plan)

    def _show_plan(self, plan: PlanView) -> None:
        record = plan.record
        card = Card(self.tr("Plan van aanpak, versie {0}").format(record.number))
        card.header.addWidget(Pill(label("plan_status", record.status), STATUS_TONES[record.status]))
        card.add(text(record.summary, wrap=True))
        card.add(
            facts(
                [
                    (self.tr("Opgesteld"), self.day(record.on)),
                    (self.tr("Besproken"), self._discussed(plan)),
                    (self.tr("Evaluatie"), self.day(record.evaluate_on)),
                    (self.tr("Uitkomst evaluatie"), record.evaluation or ""),
                ]
            )
        )
        if self._acts.case_open:
            card.add(act_bar(self._plan_acts(record.status)))
        self.add(card)
        for goal in plan.goals:
            self.add(self._goal(goal))

    def _plan_acts(self, status: str) -> list[Act]:
        acts: list[Act] = [(self.tr("Nieuwe versie schrijven"), self._acts.write_plan)]
        if status == "draft":
            acts.insert(0, (self.tr("Plan vaststellen"), self._acts.adopt_plan))
        return acts

    def _discussed(self, plan: PlanView) -> str:
        record = plan.record
        if not record.discussed:
            return joined(self.tr("nog niet"), record.discussed_note or "")
        agreed = {True: self.tr("eens met het plan"), False: self.tr("niet eens met het plan")}
        return joined(
            self.day(record.discussed_on) or self.tr("ja"),
            agreed[record.agreed] if record.agreed is not None else "",
            record.discussed_note or "",
        )

    def _goal(self, goal: GoalView) -> QWidget:
        record = goal.record
        card = Card(record.title)
        card.header.addWidget(Pill(label("goal_status", record.status), GOAL_TONES[record.status]))
        due = self.tr("uiterlijk {0}").format(self.day(record.due_on)) if record.due_on else ""
        card.add(text(joined(label("life_domain", record.life_domain), due), "small", "muted", wrap=True))
        if record.result:
            card.add(text(record.result, wrap=True))
        rows = [
            row(
                action.title,
                joined(
                    action.responsible or "",
                    label("intervention_kind", action.intervention),
                    self.day(action.due_on),
                ),
                pill=(label("goal_status", action.status), GOAL_TONES[action.status]),
            )
            for action in goal.actions
        ]
        if rows:
            card.add(lines(rows))
        following = _NEXT.get(record.status)
        if following and self._acts.case_open:
            words = self.tr("Zet op: {0}").format(label("goal_status", following).lower())
            card.add(act_bar([(words, lambda: self._acts.set_goal(record.id, following))]))
        return card
