# SPDX-License-Identifier: EUPL-1.2
"""Cases: open, review, assign; the moves between phases are in `case_phases`."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.inclusion import Candidate, InclusionPolicy, check_own_case, next_review
from casus.domain.phases import Phase
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.case_list import CaseList
from casus.services.case_phases import close_case, move_phase, phase_choices, refuse_second_open, reopen_case
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.handed_over import refuse_copy
from casus.services.indexing import index_case
from casus.services.informing import POSTPONED, clean_informed, keep_task
from casus.services.inputs import CaseInput
from casus.services.intake_inputs import InformedInput
from casus.services.naming import fresh_number
from casus.vault.queries import case_open
from casus.vault.tables import (
    Assignment,
    Case,
    Family,
    Partner,
    Person,
    PhaseChange,
    ProportionalityReview,
    Worker,
)

__all__ = [
    "CaseInput",
    "CaseList",
    "assign",
    "close_case",
    "get_case",
    "move_phase",
    "open_case",
    "open_cases_of",
    "phase_choices",
    "reopen_case",
    "review_case",
]

_FORM_NAMES = {"minor_reason": "inclusion_note", "representative": "person_id", "birth_date": "person_id"}


def open_case(desk: Desk, data: CaseInput, *, inform_on: date | None = None) -> Done[Case]:
    """Open a case in phase registered, with the worker assigned by role and a review in half a year.

    `inform_on` is when to tell the person after all, when that is postponed: it becomes a task.

    Raises InvalidForm; NotAllowed "case_open_already" (one open case per approach per person), "too_young"
    (Top X from 12; domain rule 5) and "role". A minor needs words in `inclusion_note`, someone under 16 a
    representative on file.
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="open_case") as session:
        values = clean_case(session, desk, data)
        refuse_second_open(session, data.person_id, data.approach)
        case = Case(
            number=fresh_number(session, Case.number, "C"),
            phase=Phase.REGISTERED.value,
            phase_since=data.opened_on,
            review_on=next_review(data.opened_on, desk.policy.inclusion),
            legal_hold=False,
            restricted=False,
            **values,
        )
        session.add(case)
        session.flush()
        session.add_all(
            (
                PhaseChange(
                    case_id=case.id, to_phase=case.phase, on=case.opened_on, worker_id=desk.worker_id
                ),
                Assignment(case_id=case.id, worker_id=desk.worker_id, role=desk.role, from_on=case.opened_on),
            )
        )
        if data.informed_how == POSTPONED and inform_on is not None:
            keep_task(session, desk, case, inform_on)
        index_case(session, case)
    return Done(case, Changes.of(("cases", "phase_changes", "assignments", "tasks"), case.id, case.person_id))


def review_case(
    desk: Desk,
    case_id: str,
    *,
    on: date,
    proportionate: bool,
    reasoning: str,
    next_on: date | None = None,
) -> Done[ProportionalityReview]:
    """Record the half-yearly judgement whether working on this person is still proportionate.

    The next review is in half a year, or earlier, on `next_on`; never later ("review_too_late").
    Not proportionate sets no next review: the case then has to be closed. Raises InvalidForm, NotFound,
    NotAllowed("case_closed").
    """
    check = FormCheck()
    words = check.needed_text("reasoning", reasoning)
    check.day("on", on, today=desk.today())
    with desk.changing(label="review_case") as session:
        case = open_case_of(session, case_id)
        check.not_before("on", on, case.opened_on)
        following = _following(check, on, next_on, desk.policy.inclusion) if proportionate else None
        check.finish()
        review = ProportionalityReview(
            case_id=case_id,
            on=on,
            proportionate=proportionate,
            reasoning=words,
            next_on=following,
            worker_id=desk.worker_id,
        )
        case.review_on = review.next_on or on
        session.add(review)
    return Done(review, Changes.of(("cases", "proportionality_reviews"), case_id, review.id))


def _following(check: FormCheck, on: date, wanted: date | None, policy: InclusionPolicy) -> date:
    """Return the day of the next review: half a year on at the latest (or as the policy says), and after this one."""
    latest = next_review(on, policy)
    if wanted is None:
        return latest
    if wanted > latest:
        check.refuse("next_on", "review_too_late", months=policy.review_months)
    check.day("next_on", wanted)
    if wanted <= on:
        check.refuse("next_on", "review_before")
    return wanted


def assign(desk: Desk, case_id: str, worker_id: str, role: str, on: date) -> Done[Assignment]:
    """Give a worker a role in a case from `on`; whoever had that role until then is relieved the same day.

    Raises InvalidForm, NotFound, NotAllowed("case_closed").
    """
    check = FormCheck()
    check.code("role", "assignment_role", role)
    check.day("on", on, today=desk.today())
    with desk.changing(label="assign") as session:
        case = open_case_of(session, case_id)
        check.known(session, "worker_id", Worker, worker_id)
        check.not_before("on", on, case.opened_on)
        check.finish()
        _relieve(session, case_id, role, on)
        assignment = Assignment(case_id=case_id, worker_id=worker_id, role=role, from_on=on)
        session.add(assignment)
    return Done(assignment, Changes.of(("assignments", "cases"), case_id, assignment.id))


def get_case(desk: Desk, case_id: str) -> Case:
    """Return a case, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Case, case_id)


def open_cases_of(desk: Desk, person_id: str) -> list[Case]:
    """Return a person's open cases, the newest first."""
    wanted = (
        select(Case).where(Case.person_id == person_id, case_open()).order_by(Case.opened_on.desc(), Case.id)
    )
    with desk.reading() as session:
        return list(session.scalars(wanted))


def open_case_of(session: Session, case_id: str) -> Case:
    """Return a case that is open; raises NotFound and NotAllowed "case_closed" or "handed_over"."""
    case = fetch(session, Case, case_id)
    refuse_copy(case)
    if case.closed_on is not None:
        raise NotAllowed("case_closed", case_id=case_id)
    return case


def _relieve(session: Session, case_id: str, role: str, on: date) -> None:
    earlier = select(Assignment).where(
        Assignment.case_id == case_id, Assignment.role == role, Assignment.until_on.is_(None)
    )
    for assignment in session.scalars(earlier):
        assignment.until_on = max(on, assignment.from_on)


def clean_case(session: Session, desk: Desk, data: CaseInput) -> dict[str, object]:
    """Return a case's columns, made fit to store; raises InvalidForm, NotFound, NotAllowed. For forms and imports."""
    check = FormCheck()
    check.past("opened_on", data.opened_on, desk.today())
    reasons = [check.code("inclusion_reasons", "inclusion_reason", code) for code in data.inclusion_reasons]
    if not reasons:
        check.refuse("inclusion_reasons", "required")
    note = check.text("inclusion_note", data.inclusion_note)
    for code in reasons:
        check.explained("inclusion_note", "inclusion_reason", code, note)
    informed = InformedInput(data.informed_how, data.informed_on, data.informed_note)
    values: dict[str, object] = {
        "person_id": data.person_id,
        "approach": check.code("approach", "approach", data.approach),
        "opened_on": data.opened_on,
        "inclusion_reasons": list(dict.fromkeys(reasons)),
        "inclusion_note": note,
        "legal_basis": check.code("legal_basis", "legal_basis", data.legal_basis),
        "referring_partner_id": check.known(
            session, "referring_partner_id", Partner, data.referring_partner_id
        ),
        "referrer": check.line("referrer", data.referrer),
        "referral_way": check.optional_code("referral_way", "referral_way", data.referral_way),
        "family_id": check.known(session, "family_id", Family, data.family_id),
        "proportionality": check.text("proportionality", data.proportionality),
        "priority": check.code("priority", "priority", data.priority),
        **clean_informed(check, desk, informed, asks_day=False),
    }
    check.explained("proportionality", "legal_basis", data.legal_basis, data.proportionality)
    check_person(session, check, data, note, desk.policy.inclusion)
    check.finish()
    return values


def check_person(
    session: Session,
    check: FormCheck,
    case: CaseInput | Case,
    note: str | None,
    policy: InclusionPolicy,
    names: Mapping[str, str] = _FORM_NAMES,
) -> None:
    """Check that this person may have this case: by age, with words for a minor and a representative under 16."""
    person = fetch(session, Person, case.person_id)
    if person.birth_date is not None and case.opened_on < person.birth_date:
        check.refuse("opened_on", "before_birth")
        return
    candidate = Candidate(person.birth_date, note or "", person.representative_id is not None)
    check.rule(lambda: check_own_case(candidate, case.approach, case.opened_on, policy), names)
