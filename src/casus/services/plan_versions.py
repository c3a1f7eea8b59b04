# SPDX-License-Identifier: EUPL-1.2
"""The versions of a plan as they are read, and what changed between two of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.vault.tables import Action, ActionPlan, Goal, Partner

DRAFT, ADOPTED, REPLACED = "draft", "adopted", "replaced"
GOAL_FIELDS = ("life_domain", "title", "due_on")
ACTION_FIELDS = ("title", "intervention", "owner", "partner_id", "responsible", "due_on")


@dataclass(frozen=True)
class GoalView:
    """A goal with its actions, in order."""

    record: Goal
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class PlanView:
    """A plan with its goals, in order; `partners` are the names of the partners its actions name."""

    record: ActionPlan
    goals: tuple[GoalView, ...]
    partners: Mapping[str, str]


@dataclass(frozen=True)
class PlanChange:
    """A goal or action that was added, changed or dropped (`how`); `fields` are the names of what is different.

    `goal` is the title of the goal an action belongs to, "" for a goal itself.
    """

    how: str
    title: str
    goal: str = ""
    fields: tuple[str, ...] = ()


def plans_of(
    session: Session, *, case_id: str | None = None, family_id: str | None = None
) -> tuple[PlanView, ...]:
    """Return all versions of the plan of a case or a family, the newest first, in four queries."""
    wanted = select(ActionPlan).where(subject_is(case_id, family_id)).order_by(ActionPlan.number.desc())
    records = session.scalars(wanted).all()
    goals: dict[str, list[Goal]] = {record.id: [] for record in records}
    for goal in session.scalars(select(Goal).where(Goal.plan_id.in_(list(goals))).order_by(Goal.position)):
        goals[goal.plan_id].append(goal)
    actions: dict[str, list[Action]] = {goal.id: [] for goal in chain.from_iterable(goals.values())}
    of_goals = select(Action).where(Action.goal_id.in_(list(actions))).order_by(Action.position)
    for action in session.scalars(of_goals):
        actions[action.goal_id].append(action)
    names = _partners(session, chain.from_iterable(actions.values()))
    return tuple(
        PlanView(record, tuple(GoalView(goal, tuple(actions[goal.id])) for goal in goals[record.id]), names)
        for record in records
    )


def plan_versions(
    desk: Desk, *, case_id: str | None = None, family_id: str | None = None
) -> tuple[PlanView, ...]:
    """Return all versions of the plan of a case or a family, the newest first."""
    with desk.reading() as session:
        return plans_of(session, case_id=case_id, family_id=family_id)


def newest(versions: Sequence[PlanView]) -> PlanView | None:
    """Return the plan to show first: the draft, else the one in force."""
    return next((one for one in versions if one.record.status != REPLACED), None)


def compare(versions: Sequence[PlanView], before: PlanView, after: PlanView) -> tuple[PlanChange, ...]:
    """Return what is different in `after`: goals and actions that are the same go back to one first version."""
    firsts = _firsts(versions)
    old = {firsts[one.record.id]: one for one in before.goals}
    new = {firsts[one.record.id]: one for one in after.goals}
    found: list[PlanChange] = []
    for key, goal in new.items():
        earlier = old.get(key)
        if earlier is None:
            found.append(PlanChange("added", goal.record.title))
        elif fields := _differences(GOAL_FIELDS, earlier.record, goal.record):
            found.append(PlanChange("changed", goal.record.title, fields=fields))
        found += _actions(firsts, earlier, goal)
    found += [PlanChange("dropped", goal.record.title) for key, goal in old.items() if key not in new]
    return tuple(found)


def subject_is(case_id: str | None, family_id: str | None) -> ColumnElement[bool]:
    """Return whether a plan is of this case, or of this family."""
    return ActionPlan.case_id == case_id if case_id else ActionPlan.family_id == family_id


def _actions(firsts: Mapping[str, str], before: GoalView | None, after: GoalView) -> Iterator[PlanChange]:
    old = {firsts[one.id]: one for one in before.actions} if before else {}
    new = {firsts[one.id]: one for one in after.actions}
    goal = after.record.title
    for key, action in new.items():
        if key not in old:
            yield PlanChange("added", action.title, goal)
        elif fields := _differences(ACTION_FIELDS, old[key], action):
            yield PlanChange("changed", action.title, goal, fields)
    for key, action in old.items():
        if key not in new:
            yield PlanChange("dropped", action.title, goal)


def _differences(fields: Sequence[str], before: object, after: object) -> tuple[str, ...]:
    return tuple(name for name in fields if getattr(before, name) != getattr(after, name))


def _firsts(versions: Sequence[PlanView]) -> dict[str, str]:
    """Return, for every goal and action, the id it had in the version it first stood in."""
    firsts: dict[str, str] = {}
    for version in sorted(versions, key=lambda one: one.record.number):
        for goal in version.goals:
            records: tuple[Goal | Action, ...] = (goal.record, *goal.actions)
            for record in records:
                firsts[record.id] = firsts.get(record.earlier_id or "", record.id)
    return firsts


def _partners(session: Session, actions: Iterable[Action]) -> dict[str, str]:
    ids = {action.partner_id for action in actions if action.partner_id}
    wanted = select(Partner.id, Partner.name).where(Partner.id.in_(ids))
    return {row.id: row.name for row in session.execute(wanted)}
