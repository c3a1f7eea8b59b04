# SPDX-License-Identifier: EUPL-1.2
"""A plan on screen: its versions, what it says, what changed, its goals and who does what by when.

`PlanBoard.show_plans(versions, can_write)` shows the plan of a case or of a family alike; what can be done comes
from `PlanActs`.
"""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.dossier.parts import Act, act_bar, facts, joined, lines, row
from casus.gui.dossier.plan_acts import PlanActs
from casus.gui.dossier.plan_steps_form import ACTION, GOAL
from casus.gui.dossier.plan_values import owner_name
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Card, clear_layout
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.text import label as text
from casus.services.plans import GoalView, PlanChange, PlanView, compare, newest
from casus.services.records import Action

STATUS_TONES = {"adopted": "ok", "draft": "warn", "replaced": "neutral"}
GOAL_TONES = {
    "not_started": "neutral", "in_progress": "accent", "met": "ok", "partly_met": "ok",
    "declined": "danger", "not_needed": "neutral", "lapsed": "neutral",
}  # fmt: skip
_NEXT = {"not_started": "in_progress", "in_progress": "met"}
_CHANGE_TONES = {"added": "ok", "changed": "accent", "dropped": "neutral"}


class PlanBoard(QWidget):
    """The chosen version of a plan; the newest that counts at first."""

    def __init__(self, acts: PlanActs, day: Callable[[date | None], str]) -> None:
        super().__init__()
        self._acts, self._day = acts, day
        self._versions: tuple[PlanView, ...] = ()
        self._can_write = False
        self._shown = ""
        self.switch = SegmentBar()
        self.switch.setAccessibleName(self.tr("Versie van het plan"))
        self.switch.chosen.connect(self._choose)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme().px(16))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(16))
        column.addWidget(self.switch)
        column.addLayout(self._column)

    @property
    def shown(self) -> str:
        """The id of the version that is shown."""
        return self._shown

    def show_plans(self, versions: tuple[PlanView, ...], *, can_write: bool) -> None:
        """Show these versions (newest first); the one that was chosen stays as long as it is among them."""
        known = {one.record.id for one in self._versions}
        fresh = [one for one in versions if one.record.id not in known]
        self._versions, self._can_write = versions, can_write
        first = newest(versions) or versions[0]
        if fresh or self._shown not in {one.record.id for one in versions}:
            self._shown = first.record.id
        self.switch.set_choices([Choice(one.record.id, self._name(one)) for one in versions])
        self.switch.set_code(self._shown)
        self.switch.setVisible(len(versions) > 1)
        self._show()

    def _choose(self, plan_id: str) -> None:
        self._shown = plan_id
        self._show()

    def _show(self) -> None:
        clear_layout(self._column)
        at = next(place for place, one in enumerate(self._versions) if one.record.id == self._shown)
        plan = self._versions[at]
        self._column.addWidget(self._head(plan))
        if at + 1 < len(self._versions):
            self._column.addWidget(self._changes(self._versions[at + 1], plan))
        for goal in plan.goals:
            self._column.addWidget(self._goal(plan, goal))

    def _name(self, plan: PlanView) -> str:
        return self.tr("Versie {0}: {1}").format(
            plan.record.number, label("plan_status", plan.record.status).lower()
        )

    # --- what it says ---

    def _head(self, plan: PlanView) -> Card:
        record = plan.record
        card = Card(self.tr("Plan van aanpak, versie {0}").format(record.number))
        card.header.addWidget(Pill(label("plan_status", record.status), STATUS_TONES[record.status]))
        card.add(text(record.summary, wrap=True))
        card.add(
            facts(
                [
                    (self.tr("Opgesteld"), self._day(record.on)),
                    (self.tr("Besproken"), self._discussed(plan)),
                    (self.tr("Evaluatie"), self._day(record.evaluate_on)),
                    (self.tr("Uitkomst evaluatie"), record.evaluation or ""),
                ]
            )
        )
        if not plan.goals:
            card.add(text(self.tr("In deze versie staan geen doelen."), "small", "muted", wrap=True))
        if acts := self._plan_acts(plan):
            card.add(act_bar(acts))
        return card

    def _plan_acts(self, plan: PlanView) -> list[Act]:
        if not self._can_write or plan.record.status == "replaced":
            return []
        if plan.record.status == "draft":
            return [
                (self.tr("Plan vaststellen"), lambda: self._acts.adopt(plan.record)),
                (self.tr("Concept wijzigen"), self._acts.write),
            ]
        acts: list[Act] = [(self.tr("Plan evalueren"), lambda: self._acts.evaluate(plan.record))]
        if all(one.record.status != "draft" for one in self._versions):
            acts.append((self.tr("Nieuwe versie schrijven"), self._acts.write))
        return acts

    def _discussed(self, plan: PlanView) -> str:
        record = plan.record
        if not record.discussed:
            return joined(self.tr("nog niet"), record.discussed_note or "")
        agreed = {True: self.tr("eens met het plan"), False: self.tr("niet eens met het plan")}
        return joined(
            self._day(record.discussed_on) or self.tr("ja"),
            agreed[record.agreed] if record.agreed is not None else "",
            record.discussed_note or "",
        )

    # --- what changed ---

    def _changes(self, before: PlanView, after: PlanView) -> Card:
        card = Card(self.tr("Anders dan in versie {0}").format(before.record.number))
        found = compare(self._versions, before, after)
        if found:
            card.add(lines([self._change(one) for one in found]))
        else:
            card.add(text(self.tr("De doelen en acties zijn hetzelfde."), tone="muted", wrap=True))
        return card

    def _change(self, change: PlanChange) -> QWidget:
        names = {
            "life_domain": self.tr("leefgebied"), "title": self.tr("tekst"), "due_on": self.tr("termijn"),
            "intervention": self.tr("soort"), "owner": self.tr("wie"), "partner_id": self.tr("wie"),
            "responsible": self.tr("wie"),
        }  # fmt: skip
        words = {
            "added": self.tr("Nieuw"), "changed": self.tr("Gewijzigd"), "dropped": self.tr("Geschrapt"),
        }  # fmt: skip
        what = self.tr("actie bij: {0}").format(change.goal) if change.goal else self.tr("doel")
        fields = ", ".join(dict.fromkeys(names[one] for one in change.fields))
        return row(change.title, joined(what, fields), pill=(words[change.how], _CHANGE_TONES[change.how]))

    # --- goals ---

    def _goal(self, plan: PlanView, goal: GoalView) -> Card:
        record = goal.record
        card = Card(record.title)
        card.header.addWidget(Pill(label("goal_status", record.status), GOAL_TONES[record.status]))
        due = self.tr("uiterlijk {0}").format(self._day(record.due_on)) if record.due_on else ""
        card.add(text(joined(label("life_domain", record.life_domain), due), "small", "muted", wrap=True))
        if record.result:
            card.add(text(record.result, wrap=True))
        if goal.actions:
            card.add(lines([self._action(plan, action) for action in goal.actions]))
        following = _NEXT.get(record.status)
        if self._follows(plan):
            acts: list[Act] = [(self.tr("Stand van het doel"), lambda: self._acts.say_more(GOAL, record.id))]
            if following:
                words = self.tr("Zet op: {0}").format(label("goal_status", following).lower())
                acts.insert(0, (words, lambda: self._acts.set_goal(record.id, following)))
            card.add(act_bar(acts))
        return card

    def _follows(self, plan: PlanView) -> bool:
        return self._can_write and plan.record.status == "adopted"

    def _action(self, plan: PlanView, action: Action) -> QWidget:
        return row(
            action.title,
            joined(
                self._who(plan, action),
                label("intervention_kind", action.intervention),
                self._day(action.due_on),
                action.result or "",
            ),
            pill=(label("goal_status", action.status), GOAL_TONES[action.status]),
            acts=self._action_acts(action) if self._follows(plan) else (),
        )

    def _action_acts(self, action: Action) -> Sequence[Act]:
        acts: list[Act] = [(self.tr("Stand"), lambda: self._acts.say_more(ACTION, action.id))]
        if action.status in _NEXT:
            acts.insert(0, (self.tr("Gereed"), lambda: self._acts.set_action(action.id, "met")))
        return acts

    def _who(self, plan: PlanView, action: Action) -> str:
        if name := owner_name(plan, action):
            return name
        return label("action_owner", action.owner) if action.owner else ""
