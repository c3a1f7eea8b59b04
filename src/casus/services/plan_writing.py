# SPDX-License-Identifier: EUPL-1.2
"""Checking a plan as it was filled in, and keeping its goals and actions: new, changed in a draft, or taken over."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.action_tasks import NOT_STARTED, OWNED
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, GoalInput, PlanInput
from casus.vault.tables import Action, ActionPlan, Goal, Partner

_Part = TypeVar("_Part", Goal, Action)
PARTNER, OTHER = "partner", "other"


def check_plan(session: Session, check: FormCheck, desk: Desk, data: PlanInput) -> dict[str, Any]:
    """Return the fields of a plan, clean; what is wrong with them and with its goals is noted in `check`."""
    on = check.past("on", data.on, desk.today())
    check.not_before("evaluate_on", data.evaluate_on, on)
    values = {
        "on": on,
        "summary": check.needed_text("summary", data.summary),
        "discussed": data.discussed,
        "discussed_on": check.day("discussed_on", data.discussed_on, required=False, today=desk.today()),
        "discussed_note": check.text("discussed_note", data.discussed_note),
        "agreed": data.agreed,
        "evaluate_on": check.day("evaluate_on", data.evaluate_on, required=False),
    }
    for place, goal in enumerate(data.goals):
        _check_goal(session, check, f"goals.{place}", goal)
    return values


def owner_of(action: ActionInput) -> str:
    """Return who does an action (list action_owner): as given, else who is named, else the worker."""
    if action.owner_kind:
        return action.owner_kind
    return PARTNER if action.partner_id else OTHER if action.responsible else OWNED


class Goals:
    """Keeps the goals of a plan; `sources` are the plans whose goals may be taken over or changed."""

    def __init__(self, session: Session, plan: ActionPlan, sources: Sequence[str]) -> None:
        self._session, self._plan = session, plan
        goals = session.scalars(select(Goal).where(Goal.plan_id.in_(sources))).all()
        self._goals = {goal.id: goal for goal in goals}
        actions = session.scalars(select(Action).where(Action.goal_id.in_(list(self._goals))))
        self._actions = {action.id: action for action in actions}

    def keep(self, goals: Sequence[GoalInput]) -> None:
        """Add what is new, change what is in this plan already, and take out what is left out."""
        left_goals = {one.id for one in self._goals.values() if one.plan_id == self._plan.id}
        left_actions = {one.id for one in self._actions.values() if one.goal_id in left_goals}
        for place, given in enumerate(goals):
            goal = self._goal(given, place)
            self._session.add(goal)
            self._session.flush()
            left_goals.discard(goal.id)
            for number, one in enumerate(given.actions):
                action = self._action(one, goal, number)
                self._session.add(action)
                left_actions.discard(action.id)
        self._session.flush()
        for record_id in left_actions:
            self._session.delete(self._actions[record_id])
        for record_id in left_goals:
            self._session.delete(self._goals[record_id])

    def _goal(self, given: GoalInput, place: int) -> Goal:
        earlier = self._goals.get(given.record_id or "")
        goal = earlier if earlier is not None and earlier.plan_id == self._plan.id else None
        goal = goal or _taken_over(Goal(plan_id=self._plan.id), earlier)
        goal.life_domain, goal.due_on, goal.position = given.life_domain, given.due_on, place
        goal.title = FormCheck().needed_line("title", given.title)
        return goal

    def _action(self, given: ActionInput, goal: Goal, place: int) -> Action:
        earlier = self._actions.get(given.record_id or "")
        mine = earlier is not None and self._goals[earlier.goal_id].plan_id == self._plan.id
        action = earlier if mine and earlier is not None else _taken_over(Action(), earlier)
        for name, value in _fields(given).items():
            setattr(action, name, value)
        action.goal_id, action.position = goal.id, place
        return action


def _taken_over(new: _Part, earlier: _Part | None) -> _Part:
    """Let a new goal or action go on where the one of the version before stands."""
    new.status = earlier.status if earlier else NOT_STARTED
    new.result = earlier.result if earlier else None
    new.earlier_id = earlier.id if earlier else None
    return new


def _fields(given: ActionInput) -> Mapping[str, Any]:
    owner, clean = owner_of(given), FormCheck()
    return {
        "title": clean.needed_line("title", given.title),
        "intervention": given.intervention,
        "owner": owner,
        "partner_id": given.partner_id if owner == PARTNER else None,
        "responsible": clean.line("responsible", given.responsible) if owner in (PARTNER, OTHER) else None,
        "due_on": given.due_on,
    }


def _check_goal(session: Session, check: FormCheck, field: str, goal: GoalInput) -> None:
    check.code(f"{field}.life_domain", "life_domain", goal.life_domain)
    check.needed_line(f"{field}.title", goal.title)
    check.day(f"{field}.due_on", goal.due_on, required=False)
    for place, action in enumerate(goal.actions):
        name = f"{field}.actions.{place}"
        check.needed_line(f"{name}.title", action.title)
        check.code(f"{name}.intervention", "intervention_kind", action.intervention)
        check.known(session, f"{name}.partner_id", Partner, action.partner_id)
        check.line(f"{name}.responsible", action.responsible)
        check.day(f"{name}.due_on", action.due_on, required=False)
        owner = check.code(f"{name}.owner_kind", "action_owner", owner_of(action))
        if owner == PARTNER and not action.partner_id:
            check.refuse(f"{name}.partner_id", "owner_partner")
        if owner == OTHER and not (action.responsible or "").strip():
            check.refuse(f"{name}.responsible", "required")
