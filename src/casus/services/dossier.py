# SPDX-License-Identifier: EUPL-1.2
"""A dossier: all there is about a person in one case, or in all of them; opening it is logged as a view."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed, NotFound
from casus.services.attachments.reading import attachments_of
from casus.services.break_glass import accesses_of, open_restricted
from casus.services.closed_records import is_closed
from casus.services.corrections.objecting import objections_of
from casus.services.corrections.reading import corrections_of
from casus.services.custody import DetentionView, custody_of, detentions_of
from casus.services.desk import Desk
from casus.services.dossier_parts import (
    AssignmentRow,
    CaseTab,
    Dossier,
    FamilyView,
    Header,
    Now,
)
from casus.services.families import members_of
from casus.services.handed_over import read_only
from casus.services.naming import person_name
from casus.services.plans import AssessmentView, assessments_of, newest, plans_of
from casus.services.programme_facts import programme_facts
from casus.services.tasks import TaskRow, task_row, task_rows
from casus.services.timeline import timeline
from casus.services.transfer_list import last_transfer, open_offer
from casus.vault.closed import of_open_case
from casus.vault.queries import appointment_open, member_on, task_open
from casus.vault.tables import (
    AccessRequest,
    Appointment,
    Assignment,
    Case,
    DataSharing,
    Family,
    FamilyMember,
    Partner,
    Person,
    PersonAlias,
    Programme,
    Task,
    VogProcedure,
    Worker,
)

__all__ = [
    "AssignmentRow",
    "CaseTab",
    "DetentionView",
    "Dossier",
    "FamilyView",
    "Header",
    "Now",
    "open_dossier",
]

_LEAD_ROLES = ("case_lead", "pga_expert", "rio", "family_lead", "process_lead", "deputy")


def open_dossier(desk: Desk, record_id: str, *, reason: str | None = None) -> Dossier:
    """Return the dossier of a case, or of a person (then with their newest open case), and log the view.

    Raises NotFound; for a restricted dossier that is not open NotAllowed("restricted") without a reason,
    InvalidForm when the reason says too little.
    """
    with desk.reading() as session:
        person, case = _subject(session, record_id)
        closed = is_closed(session, person.id, case.id if case else None)
    if not closed:
        _log_view(desk, person, case)
    elif reason is None:
        raise NotAllowed("restricted", person_id=person.id)
    else:
        open_restricted(desk, person.id, reason, case.id if case else None)
    with desk.reading() as session:
        return _assemble(session, desk, person, case)


def _subject(session: Session, record_id: str) -> tuple[Person, Case | None]:
    case = session.get(Case, record_id)
    person = session.get(Person, case.person_id if case else record_id)
    if person is None:
        raise NotFound("persons", record_id)
    if case is None:
        newest = (
            select(Case)
            .where(Case.person_id == person.id)
            .order_by(Case.closed_on.is_not(None), Case.opened_on.desc())
            .limit(1)
        )
        case = session.scalar(newest)
    return person, case


def _log_view(desk: Desk, person: Person, case: Case | None) -> None:
    with desk.changing(label="log_view") as session:
        desk.vault.log(session, "viewed", "persons", person.id)
        if case is not None:
            desk.vault.log(session, "viewed", "cases", case.id)


def _assemble(session: Session, desk: Desk, person: Person, case: Case | None) -> Dossier:
    cases = _tabs(session, person.id)
    case_ids = [case.id] if case else []
    tasks = tuple(map(task_row, session.execute(task_rows().where(task_open(), _concerns(person, case)))))
    appointments = _appointments(session, person.id)
    assessments = assessments_of(session, case.id) if case else ()
    plans = plans_of(session, case_id=case.id) if case else ()
    detentions = detentions_of(session, person.id)
    assignments = _assignments(session, case_ids)
    return Dossier(
        person=person,
        case=case,
        aliases=_aliases(session, person.id),
        header=_header(person, case, cases, assignments),
        now=_now(desk, case, tasks, appointments, assessments, detentions),
        timeline=timeline(session, person.id, case_ids),
        plan=newest(plans),
        plans=plans,
        assessments=assessments,
        detentions=detentions,
        custody=custody_of(session, desk, case, detentions),
        programmes=_of_person(session, Programme, person.id, Programme.registered_on),
        vogs=_of_person(session, VogProcedure, person.id, VogProcedure.status_since),
        beside=programme_facts(session, person.id),
        families=_families(session, desk, person.id),
        tasks=tasks,
        appointments=appointments,
        sharings=_of_person(session, DataSharing, person.id, DataSharing.on),
        access_requests=_of_person(session, AccessRequest, person.id, AccessRequest.received_on),
        assignments=assignments,
        accesses=accesses_of(session, person.id),
        transfer=open_offer(session, case.id) if case else None,
        given_to=last_transfer(session, case.id) if case and case.transferred_on else None,
        attachments=attachments_of(session, person.id),
        referred_by=_referred_by(session, case),
        corrections=corrections_of(session, person.id),
        objections=objections_of(session, person.id),
        read_only_cases=_read_only(session, person.id),
    )


def _read_only(session: Session, person_id: str) -> frozenset[str]:
    return frozenset(session.scalars(select(Case.id).where(Case.person_id == person_id, read_only())))


def _appointments(session: Session, person_id: str) -> tuple[Appointment, ...]:
    wanted = select(Appointment).where(
        Appointment.person_id == person_id, appointment_open(), of_open_case(Appointment.case_id)
    )
    return tuple(session.scalars(wanted.order_by(Appointment.on, Appointment.at_time)))


def _referred_by(session: Session, case: Case | None) -> str:
    partner = session.get(Partner, case.referring_partner_id) if case and case.referring_partner_id else None
    return partner.name if partner else ""


def _aliases(session: Session, person_id: str) -> tuple[str, ...]:
    named = select(PersonAlias.name).where(PersonAlias.person_id == person_id).order_by(PersonAlias.folded)
    return tuple(session.scalars(named))


def _concerns(person: Person, case: Case | None) -> Any:
    mine = (Task.person_id == person.id) & of_open_case(Task.case_id)
    return mine if case is None else mine | (Task.case_id == case.id)


def _of_person(session: Session, kind: Any, person_id: str, newest_by: Any) -> tuple[Any, ...]:
    return tuple(
        session.scalars(
            select(kind)
            .where(kind.person_id == person_id, of_open_case(kind.case_id))
            .order_by(newest_by.desc(), kind.id)
        )
    )


def _tabs(session: Session, person_id: str) -> tuple[CaseTab, ...]:
    wanted = (
        select(Case.id, Case.number, Case.approach, Case.phase, Case.closed_on)
        .where(Case.person_id == person_id, of_open_case(Case.id))
        .order_by(Case.closed_on.is_not(None), Case.opened_on.desc())
    )
    return tuple(CaseTab(*row) for row in session.execute(wanted))


def _assignments(session: Session, case_ids: list[str]) -> tuple[AssignmentRow, ...]:
    wanted = (
        select(Assignment.worker_id, Worker.name, Assignment.role, Assignment.from_on, Assignment.until_on)
        .join(Worker, Worker.id == Assignment.worker_id)
        .where(Assignment.case_id.in_(case_ids))
        .order_by(Assignment.until_on.is_not(None), Assignment.from_on.desc(), Assignment.id)
    )
    return tuple(AssignmentRow(*row) for row in session.execute(wanted))


def _header(
    person: Person, case: Case | None, cases: tuple[CaseTab, ...], assignments: tuple[AssignmentRow, ...]
) -> Header:
    running = [row for row in assignments if row.until_on is None]
    leads = sorted(running, key=lambda row: _LEAD_ROLES.index(row.role))
    return Header(
        name=person_name(person),
        number=case.number if case else person.number,
        birth_date=person.birth_date,
        district=person.district,
        approach=case.approach if case else None,
        phase=case.phase if case else None,
        lead=leads[0].name if leads else "",
        review_on=case.review_on if case else None,
        restricted=person.restricted or bool(case and case.restricted),
        case_restricted=bool(case and case.restricted),
        cases=cases,
    )


def _now(
    desk: Desk,
    case: Case | None,
    tasks: tuple[TaskRow, ...],
    appointments: tuple[Appointment, ...],
    assessments: tuple[AssessmentView, ...],
    detentions: tuple[DetentionView, ...],
) -> Now:
    coming = [appointment for appointment in appointments if appointment.on >= desk.today()]
    scores = assessments[-1].scores if assessments else {}
    inside = [view.facility for view in detentions if view.record.released_on is None]
    return Now(
        next_appointment=coming[0] if coming else None,
        open_tasks=len(tasks),
        last_contact_on=case.last_contact_on if case else None,
        latest_scores={domain: score.score for domain, score in scores.items()},
        inside=inside[0] if inside else None,
    )


def _families(session: Session, desk: Desk, person_id: str) -> tuple[FamilyView, ...]:
    wanted = (
        select(Family)
        .join(FamilyMember, FamilyMember.family_id == Family.id)
        .where(FamilyMember.person_id == person_id, member_on(desk.today()))
        .order_by(Family.started_on.desc())
    )
    return tuple(
        FamilyView(family, tuple(members_of(session, family.id))) for family in session.scalars(wanted)
    )
