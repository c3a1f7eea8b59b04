# SPDX-License-Identifier: EUPL-1.2
"""The worker's own actions of a plan are tasks: what happens to the one happens to the other, in one transaction."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.vault.queries import task_open
from casus.vault.tables import Action, ActionPlan, Case, Goal, Task

OWNED = "worker"
NOT_STARTED, UNDER_WAY, MET, LAPSED = "not_started", "in_progress", "met", "lapsed"
RUNNING = frozenset({NOT_STARTED, UNDER_WAY})
REACHED = frozenset({MET, "partly_met"})


def plan_tasks(session: Session, desk: Desk, plan: ActionPlan) -> None:
    """Give a plan that is adopted its tasks: those of the version before go on with the same action, or lapse."""
    taken = {task.action_id: task for task in session.scalars(_earlier(plan))}
    case = session.get(Case, plan.case_id) if plan.case_id else None
    for action in session.scalars(_actions(plan)):
        if action.owner != OWNED or action.status not in RUNNING:
            continue
        task = taken.pop(action.earlier_id, None)
        if task is None:
            task = Task(
                case_id=plan.case_id,
                person_id=case.person_id if case else None,
                worker_id=desk.worker_id,
                recurrence="none",
                source="plan",
                status="open",
            )
            session.add(task)
        task.action_id, task.title, task.due_on = action.id, action.title, action.due_on
    for task in taken.values():
        task.status, task.done_on = "cancelled", desk.today()


def follow_action(session: Session, desk: Desk, action: Action) -> None:
    """Let the tasks of an action stand as the action does."""
    tasks = list(
        session.scalars(select(Task).where(Task.action_id == action.id).order_by(Task.created_at.desc()))
    )
    if action.status in RUNNING:
        if tasks and all(task.status != "open" for task in tasks):
            tasks[0].status, tasks[0].done_on = "open", None
        return
    for task in tasks:
        if task.status == "open":
            task.status = "done" if action.status in REACHED else "cancelled"
            task.done_on = desk.today()


def follow_task(session: Session, task: Task) -> None:
    """Let the action of a task, if it has one, stand as the task does."""
    action = session.get(Action, task.action_id) if task.action_id else None
    if action is None:
        return
    if task.status == "open":
        action.status = action.status if action.status in RUNNING else UNDER_WAY
        action.due_on = task.due_on
    elif action.status in RUNNING:
        action.status = MET if task.status == "done" else LAPSED


def _actions(plan: ActionPlan) -> Select[Action]:
    return (
        select(Action)
        .join(Goal, Goal.id == Action.goal_id)
        .where(Goal.plan_id == plan.id)
        .order_by(Goal.position, Action.position)
    )


def _earlier(plan: ActionPlan) -> Select[Task]:
    """Select the open tasks of the other versions of a plan."""
    subject = ActionPlan.case_id == plan.case_id if plan.case_id else ActionPlan.family_id == plan.family_id
    return (
        select(Task)
        .join(Action, Action.id == Task.action_id)
        .join(Goal, Goal.id == Action.goal_id)
        .join(ActionPlan, ActionPlan.id == Goal.plan_id)
        .where(subject, ActionPlan.id != plan.id, task_open())
    )
