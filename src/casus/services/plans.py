# SPDX-License-Identifier: EUPL-1.2
"""Action plans with goals and actions; measurements are in `assessments`."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.assessments import AssessmentView, assess, assessments_of
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import ActionInput, AssessmentInput, GoalInput, PlanInput, ScoreInput
from casus.vault.tables import Action, ActionPlan, Family, Goal, Partner

__all__ = [
    "ActionInput",
    "AssessmentInput",
    "AssessmentView",
    "GoalInput",
    "GoalView",
    "PlanInput",
    "PlanView",
    "ScoreInput",
    "adopt_plan",
    "assess",
    "assessments_of",
    "make_plan",
    "plan_of",
    "set_action_status",
    "set_goal_status",
]

DRAFT, ADOPTED, REPLACED = "draft", "adopted", "replaced"
_PLAN_KINDS = ("action_plans", "goals", "actions")


@dataclass(frozen=True)
class GoalView:
    """A goal with its actions, in order."""

    record: Goal
    actions: tuple[Action, ...]


@dataclass(frozen=True)
class PlanView:
    """A plan with its goals, in order."""

    record: ActionPlan
    goals: tuple[GoalView, ...]


def make_plan(desk: Desk, data: PlanInput) -> Done[ActionPlan]:
    """Write a new version of a plan, as a draft. Raises InvalidForm (`goals.0.title`), NotFound, NotAllowed."""
    with desk.changing(label="make_plan") as session:
        check = FormCheck()
        plan = _plan(session, check, desk, data)
        for place, goal in enumerate(data.goals):
            _check_goal(session, check, f"goals.{place}", goal)
        check.finish()
        session.add(plan)
        session.flush()
        _add_goals(session, plan, data.goals)
    return Done(plan, Changes.of(_PLAN_KINDS, plan.id, plan.case_id, plan.family_id))


def adopt_plan(desk: Desk, plan_id: str, *, version: int | None = None) -> Done[ActionPlan]:
    """Adopt a draft; the plan in force until now is replaced.

    It must have been discussed with the person, or say why not. Raises InvalidForm, NotFound, StaleRecord,
    NotAllowed("plan_state").
    """
    with desk.changing(label="adopt_plan") as session:
        plan = fetch(session, ActionPlan, plan_id, version)
        if plan.status != DRAFT:
            raise NotAllowed("plan_state", status=plan.status)
        if not plan.discussed and not plan.discussed_note:
            check = FormCheck()
            check.refuse("discussed_note", "required")
            check.finish()
        in_force = select(ActionPlan).where(_of(plan.case_id, plan.family_id), ActionPlan.status == ADOPTED)
        for earlier in session.scalars(in_force):
            earlier.status = REPLACED
        plan.status = ADOPTED
    return Done(plan, Changes.of(("action_plans",), plan_id, plan.case_id, plan.family_id))


def set_goal_status(desk: Desk, goal_id: str, status: str, *, result: str | None = None) -> Done[Goal]:
    """Record how a goal stands (list goal_status). Raises InvalidForm, NotFound."""
    check = FormCheck()
    check.code("status", "goal_status", status)
    words = check.text("result", result)
    check.finish()
    with desk.changing(label="set_goal_status") as session:
        goal = fetch(session, Goal, goal_id)
        goal.status, goal.result = status, words or goal.result
    return Done(goal, Changes.of(("goals",), goal_id, goal.plan_id))


def set_action_status(desk: Desk, action_id: str, status: str, *, result: str | None = None) -> Done[Action]:
    """Record how an action stands (list goal_status). Raises InvalidForm, NotFound."""
    check = FormCheck()
    check.code("status", "goal_status", status)
    words = check.text("result", result)
    check.finish()
    with desk.changing(label="set_action_status") as session:
        action = fetch(session, Action, action_id)
        action.status, action.result = status, words or action.result
    return Done(action, Changes.of(("actions",), action_id, action.goal_id))


def plan_of(session: Session, case_id: str) -> PlanView | None:
    """Return a case's plan: the newest draft, else the one in force; in three queries."""
    plan = session.scalar(
        select(ActionPlan)
        .where(ActionPlan.case_id == case_id, ActionPlan.status != REPLACED)
        .order_by(ActionPlan.number.desc())
        .limit(1)
    )
    if plan is None:
        return None
    goals = session.scalars(select(Goal).where(Goal.plan_id == plan.id).order_by(Goal.position)).all()
    actions: dict[str, list[Action]] = {goal.id: [] for goal in goals}
    wanted = select(Action).where(Action.goal_id.in_(list(actions))).order_by(Action.position)
    for action in session.scalars(wanted):
        actions[action.goal_id].append(action)
    return PlanView(plan, tuple(GoalView(goal, tuple(actions[goal.id])) for goal in goals))


def _plan(session: Session, check: FormCheck, desk: Desk, data: PlanInput) -> ActionPlan:
    if (data.case_id is None) == (data.family_id is None):
        check.refuse("case_id", "one_of")
    elif data.case_id is not None:
        open_case_of(session, data.case_id)
    else:
        check.known(session, "family_id", Family, data.family_id)
    on = check.past("on", data.on, desk.today())
    number = session.scalar(select(func.max(ActionPlan.number)).where(_of(data.case_id, data.family_id)))
    check.not_before("evaluate_on", data.evaluate_on, on)
    return ActionPlan(
        case_id=data.case_id,
        family_id=data.family_id,
        number=(number or 0) + 1,
        on=on,
        status=DRAFT,
        summary=check.needed_text("summary", data.summary),
        discussed=data.discussed,
        discussed_on=check.day("discussed_on", data.discussed_on, required=False, today=desk.today()),
        discussed_note=check.text("discussed_note", data.discussed_note),
        agreed=data.agreed,
        evaluate_on=check.day("evaluate_on", data.evaluate_on, required=False),
    )


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


def _add_goals(session: Session, plan: ActionPlan, goals: Sequence[GoalInput]) -> None:
    clean = FormCheck()
    for place, given in enumerate(goals):
        goal = Goal(
            plan_id=plan.id,
            life_domain=given.life_domain,
            title=clean.needed_line("title", given.title),
            status="not_started",
            due_on=given.due_on,
            position=place,
        )
        session.add(goal)
        session.flush()
        session.add_all(
            Action(
                goal_id=goal.id,
                title=clean.needed_line("title", action.title),
                intervention=action.intervention,
                partner_id=action.partner_id or None,
                responsible=clean.line("responsible", action.responsible),
                due_on=action.due_on,
                status="not_started",
                position=number,
            )
            for number, action in enumerate(given.actions)
        )


def _of(case_id: str | None, family_id: str | None) -> ColumnElement[bool]:
    return ActionPlan.case_id == case_id if case_id else ActionPlan.family_id == family_id
