# SPDX-License-Identifier: EUPL-1.2
"""Plans, assessments, programmes and VOG procedures for the demo's cases."""

from datetime import date, timedelta

from casus.demo.words import Dice, words
from casus.domain.codelists import codelist
from casus.vault.tables import (
    Action,
    ActionPlan,
    Assessment,
    AssessmentScore,
    Attendance,
    Case,
    Goal,
    Programme,
    Record,
    VogProcedure,
)


def plan_records(dice: Dice, case: Case, worker_id: str, today: date) -> list[Record]:
    """Return an action plan with two to four goals, and one or two assessments, when the case is far enough."""
    planned_on = case.opened_on + timedelta(days=50)
    if planned_on > today:
        return []
    plan = ActionPlan(
        id=dice.id(),
        case_id=case.id,
        number=1,
        on=planned_on,
        status="adopted",
        summary=dice.choice(words()["report"]["plan_summary"]),
        discussed=True,
        discussed_on=planned_on,
        agreed=True,
        evaluate_on=planned_on + timedelta(days=180),
    )
    rows: list[Record] = [plan]
    goals: dict[str, str] = words()["report"]["goal"]
    for position, life_domain in enumerate(dice.sample(sorted(goals), dice.randint(2, 4)), start=1):
        rows += _goal(dice, plan, life_domain, goals[life_domain], position)
    rows += _looked_back(plan, rows, today)
    rows += assessment_records(dice, case, worker_id, planned_on, "baseline", 0)
    later = planned_on + timedelta(days=170)
    if later < today:
        rows += assessment_records(dice, case, worker_id, later, "interim", 1)
    return rows


def _looked_back(plan: ActionPlan, rows: list[Record], today: date) -> list[Record]:
    """Evaluate most plans whose day has come; some go on in a next version, with the goals still to be reached.

    Thrown with dice of its own, so that the other records stay as they are.
    """
    own = Dice(int(plan.id[:12], 16))
    if plan.evaluate_on is None or plan.evaluate_on > today or not own.chance(0.85):
        return []
    plan.evaluation = own.choice(words()["report"]["plan_evaluation"])
    open_goals = [
        one for one in rows if isinstance(one, Goal) and one.status in ("not_started", "in_progress")
    ]
    if not open_goals or not own.chance(0.4):
        return []
    following = ActionPlan(
        id=own.id(),
        case_id=plan.case_id,
        number=2,
        on=plan.evaluate_on,
        status="adopted",
        summary=plan.summary,
        discussed=True,
        discussed_on=plan.evaluate_on,
        agreed=True,
        evaluate_on=plan.evaluate_on + timedelta(days=180),
    )
    plan.status = "replaced"
    return [following, *(made for goal in open_goals for made in _gone_on(own, following, goal))]


def _gone_on(own: Dice, plan: ActionPlan, earlier: Goal) -> list[Record]:
    goal = Goal(
        id=own.id(),
        plan_id=plan.id,
        life_domain=earlier.life_domain,
        title=earlier.title,
        status="in_progress",
        due_on=plan.on + timedelta(days=120),
        position=earlier.position,
        earlier_id=earlier.id,
    )
    action = Action(
        id=own.id(),
        goal_id=goal.id,
        title=words()["report"]["next_action"],
        intervention="guidance",
        owner="person",
        status="in_progress",
        position=1,
    )
    return [goal, action]


def _goal(dice: Dice, plan: ActionPlan, life_domain: str, title: str, position: int) -> list[Record]:
    status = dice.weighted({"in_progress": 5, "met": 3, "not_started": 1, "partly_met": 2})
    goal = Goal(
        id=dice.id(),
        plan_id=plan.id,
        life_domain=life_domain,
        title=title,
        status=status,
        due_on=plan.on + timedelta(days=dice.choice([60, 90, 120])),
        position=position,
    )
    action = Action(
        id=dice.id(),
        goal_id=goal.id,
        title="Eerste stap samen zetten",
        intervention=dice.weighted({"guidance": 6, "care": 3, "administrative": 1}),
        responsible=dice.choice(["Jongere", "Buurtteam", "PGA-expert"]),
        status=status,
        position=1,
    )
    return [goal, action]


def assessment_records(
    dice: Dice, case: Case, worker_id: str, on: date, kind: str, better: int
) -> list[Record]:
    """Return an assessment over all life domains; `better` steps are added to the scores."""
    head = Assessment(id=dice.id(), case_id=case.id, on=on, kind=kind, with_person=True, worker_id=worker_id)
    rows: list[Record] = [head]
    for life_domain in codelist("life_domain").codes:
        value = min(5, max(1, round(dice.gauss(2.6, 0.9)) + better))
        rows.append(
            AssessmentScore(
                id=dice.id(),
                assessment_id=head.id,
                life_domain=life_domain.code,
                score="unknown" if dice.chance(0.08) else f"s{value}",
            )
        )
    return rows


def programme_records(
    dice: Dice, person_id: str, case_id: str | None, kind: str, started_on: date, today: date
) -> list[Record]:
    """Return one started programme with its attendance by month; it may have ended."""
    ended = started_on + timedelta(days=dice.randint(60, 260))
    running = ended > today
    status = "started" if running else dice.weighted({"finished": 4, "stopped": 1})
    programme = Programme(
        id=dice.id(),
        person_id=person_id,
        case_id=case_id,
        kind=kind,
        provider_name=dice.choice(words()["programme"][kind]),
        registered_on=started_on - timedelta(days=21),
        intake_on=started_on - timedelta(days=10),
        started_on=started_on,
        ended_on=None if running else ended,
        status=status,
        outcome=dice.weighted({"job": 4, "education": 2, "day_activity": 2})
        if status == "finished"
        else None,
        hours_per_week=dice.choice([4, 8, 16, 24]),
        stop_reason="Kwam niet meer opdagen." if status == "stopped" else None,
    )
    rows: list[Record] = [programme]
    month = started_on.replace(day=1)
    while month <= min(ended, today):
        planned = dice.randint(6, 12)
        attended = round(planned * dice.uniform(0.55, 1))
        rows.append(
            Attendance(
                id=dice.id(), programme_id=programme.id, month=month, planned=planned, attended=attended
            )
        )
        month = (month + timedelta(days=32)).replace(day=1)
    return rows


def vog_record(
    dice: Dice, person_id: str, case_id: str | None, ambassador_id: str | None, on: date
) -> VogProcedure:
    """Return a VOG procedure; one in four is not applied for out of fear: the thing to see."""
    status = dice.weighted(
        {"granted": 5, "not_applied": 3, "applied": 2, "orientation": 2, "intended_refusal": 1}
    )
    applied = on + timedelta(days=14) if status in ("granted", "applied", "intended_refusal") else None
    decided = applied + timedelta(days=28) if applied and status == "granted" else None
    return VogProcedure(
        id=dice.id(),
        person_id=person_id,
        case_id=case_id,
        purpose=dice.choice(["work", "internship"]),
        ambassador_id=ambassador_id,
        status=status,
        status_since=decided or applied or on,
        not_applied_reason="Durft niet: denkt dat het toch geweigerd wordt."
        if status == "not_applied"
        else None,
        applied_on=applied,
        decided_on=decided,
        due_on=applied + timedelta(weeks=8) if applied and not decided else None,
    )
