# SPDX-License-Identifier: EUPL-1.2
"""What was passed on to whom, and what the person asked about their own data."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.dates import add_months
from casus.domain.inclusion import acts_through_representative
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput, SharingInput
from casus.vault.tables import AccessRequest, DataSharing, Partner, Person, Task

__all__ = [
    "AccessRequestInput",
    "SharingInput",
    "access_requests",
    "answer_access_request",
    "log_sharing",
    "receive_access_request",
    "sharings_of",
]

ANSWER_MONTHS = 1
"""GDPR article 12(3): answer within one month."""


def log_sharing(desk: Desk, data: SharingInput) -> Done[DataSharing]:
    """Record that data of a person went to a partner or another recipient. Raises InvalidForm, NotFound."""
    with desk.changing(label="log_sharing") as session:
        check = FormCheck()
        fetch(session, Person, data.person_id)
        partner_id = check.known(session, "partner_id", Partner, data.partner_id)
        partner = session.get(Partner, partner_id) if partner_id else None
        recipient = check.line("recipient", data.recipient) or (partner.name if partner else None)
        if recipient is None:
            check.refuse("recipient", "required")
        note = check.text("basis_note", data.basis_note)
        check.explained("basis_note", "legal_basis", data.legal_basis, note)
        sharing = DataSharing(
            person_id=data.person_id,
            case_id=known_case(session, check, data.case_id, data.person_id),
            partner_id=partner_id,
            recipient=recipient,
            what=check.needed_text("what", data.what),
            legal_basis=check.code("legal_basis", "legal_basis", data.legal_basis),
            basis_note=note,
            on=check.past("on", data.on, desk.today()),
            person_told=data.person_told,
        )
        check.finish()
        session.add(sharing)
    ids = (sharing.id, sharing.person_id, sharing.case_id)
    return Done(sharing, Changes.of(("data_sharings",), *ids))


def sharings_of(desk: Desk, person_id: str) -> list[DataSharing]:
    """Return what was passed on about a person, newest first."""
    wanted = select(DataSharing).where(DataSharing.person_id == person_id).order_by(DataSharing.on.desc())
    with desk.reading() as session:
        return list(session.scalars(wanted))


def receive_access_request(desk: Desk, data: AccessRequestInput) -> Done[AccessRequest]:
    """Record a request of the person about their data, with its last day and a task for it.

    Someone under 16 asks through their representative. Raises InvalidForm, NotFound.
    """
    with desk.changing(label="receive_access_request") as session:
        check = FormCheck()
        person = fetch(session, Person, data.person_id)
        received = check.past("received_on", data.received_on, desk.today())
        if (
            not data.via_representative
            and person.birth_date
            and acts_through_representative(person.birth_date, received)
        ):
            check.refuse("via_representative", "representative_required")
        request = AccessRequest(
            person_id=person.id,
            kind=check.code("kind", "access_kind", data.kind),
            received_on=received,
            via_representative=data.via_representative,
            identity_checked_on=check.day(
                "identity_checked_on", data.identity_checked_on, required=False, today=desk.today()
            ),
            due_on=add_months(received, ANSWER_MONTHS),
            note=check.text("note", data.note),
        )
        check.finish()
        session.add_all((request, _task(desk, request)))
    return Done(request, Changes.of(("access_requests", "tasks"), request.id, person.id))


def answer_access_request(
    desk: Desk, request_id: str, *, decision: str, on: date, version: int | None = None
) -> Done[AccessRequest]:
    """Record the answer; its task is done. Raises InvalidForm, NotFound, NotAllowed("answered_already")."""
    check = FormCheck()
    check.code("decision", "access_decision", decision)
    check.past("on", on, desk.today())
    with desk.changing(label="answer_access_request") as session:
        request = fetch(session, AccessRequest, request_id, version)
        if request.decision is not None:
            raise NotAllowed("answered_already", on=request.decided_on)
        check.not_before("on", on, request.received_on)
        check.finish()
        request.decision, request.decided_on, request.sent_on = decision, on, on
        _finish_task(session, request, on)
    return Done(request, Changes.of(("access_requests", "tasks"), request_id, request.person_id))


def access_requests(
    desk: Desk, *, person_id: str | None = None, open_only: bool = False
) -> list[AccessRequest]:
    """Return requests, those due first at the top; of one person, or not yet answered, when asked."""
    wanted = select(AccessRequest).order_by(AccessRequest.due_on, AccessRequest.id)
    if person_id is not None:
        wanted = wanted.where(AccessRequest.person_id == person_id)
    if open_only:
        wanted = wanted.where(AccessRequest.decision.is_(None))
    with desk.reading() as session:
        return list(session.scalars(wanted))


def _task(desk: Desk, request: AccessRequest) -> Task:
    return Task(
        title=codelist("access_kind").label(request.kind, desk.language),
        worker_id=desk.worker_id,
        person_id=request.person_id,
        due_on=request.due_on,
        recurrence="none",
        source="access_request",
        status="open",
    )


def _finish_task(session: Session, request: AccessRequest, on: date) -> None:
    mine = select(Task).where(
        Task.person_id == request.person_id,
        Task.source == "access_request",
        Task.status == "open",
        Task.due_on == request.due_on,
    )
    for task in session.scalars(mine):
        task.status, task.done_on = "done", on
