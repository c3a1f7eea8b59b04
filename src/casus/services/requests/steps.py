# SPDX-License-Identifier: EUPL-1.2
"""A request of the person about their data, step by step: received, identity checked, extended, decided, sent.

Every kind (list access_kind) takes these steps. What a correction, erasure or objection changes when it is
carried out is not here: that only sets `carried_out_on`.
"""

from datetime import date

from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.inclusion import acts_through_representative
from casus.domain.names import display_name
from casus.domain.request_terms import Term, check_decision, needs_identity
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.services.requests.inputs import (
    AnswerSentInput,
    ExtensionInput,
    IdentityInput,
    RequestDecisionInput,
    WithdrawalInput,
)
from casus.vault.tables import AccessRequest, Person, Task

BY_LAW, BY_MANDATE = "legal", "mandated"
"""Codes of list requester_capacity."""


def receive_access_request(desk: Desk, data: AccessRequestInput) -> Done[AccessRequest]:
    """Record a request, with its last day and a task that reminds of it.

    Someone under 16 asks through their legal representative (UAVG article 5(4)); an older person may have given
    a mandate. Without a name the representative on file is meant. Raises InvalidForm, NotFound.
    """
    with desk.changing(label="receive_access_request") as session:
        request = store_request(session, desk, data)
    return _done(request)


def store_request(session: Session, desk: Desk, data: AccessRequestInput) -> AccessRequest:
    """Record a request as part of a use case that does more. Raises InvalidForm, NotFound."""
    check = FormCheck()
    person = fetch(session, Person, data.person_id)
    received = check.past("received_on", data.received_on, desk.today())
    requester, capacity = _requester(session, check, person, data, received)
    request = AccessRequest(
        person_id=person.id,
        case_id=known_case(session, check, data.case_id, person.id),
        kind=check.code("kind", "access_kind", data.kind),
        received_on=received,
        statement=check.text("statement", data.statement),
        via_representative=data.via_representative,
        requester=requester,
        capacity=capacity,
        due_on=Term(received).due_on,
        note=check.text("note", data.note),
    )
    check.finish()
    task = _task(desk, request)
    session.add(task)
    session.flush()
    request.task_id = task.id
    session.add(request)
    return request


def check_identity(
    desk: Desk, request_id: str, data: IdentityInput, *, version: int | None = None
) -> Done[AccessRequest]:
    """Record that it was checked who asks. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("request_closed").

    Only whether it was seen is kept, never a number or a copy of the document.
    """
    with desk.changing(label="check_request_identity") as session:
        request = _open(session, request_id, version)
        check = FormCheck()
        check.code("how", "identity_check", data.how)
        _day(check, desk, "on", data.on, request.received_on)
        if request.capacity == BY_MANDATE and not data.mandate_seen:
            check.refuse("mandate_seen", "mandate_required")
        check.finish()
        request.identity_checked_on, request.identity_how = data.on, data.how
    return _done(request)


def extend_request(
    desk: Desk, request_id: str, data: ExtensionInput, *, version: int | None = None
) -> Done[AccessRequest]:
    """Give a request two months more; its task moves along (`request_terms.Term.extended` holds the rule).

    Raises InvalidForm (told_on, reason), NotFound, StaleRecord, NotAllowed("request_closed", "extended_already").
    """
    with desk.changing(label="extend_request") as session:
        request = _open(session, request_id, version)
        term = Term(request.received_on, request.extended_on)
        check = FormCheck()
        reason = check.needed_text("reason", data.reason)
        check.day("told_on", data.told_on, today=desk.today())
        check.rule(lambda: term.extended(data.told_on, reason))
        check.finish()
        longer = term.extended(data.told_on, reason)
        request.extended_on, request.extension_reason = data.told_on, reason
        request.due_on = longer.due_on
        task = _open_task(session, request)
        if task is not None:
            task.due_on = longer.due_on
    return _done(request)


def decide_request(
    desk: Desk, request_id: str, data: RequestDecisionInput, *, version: int | None = None
) -> Done[AccessRequest]:
    """Record what was decided; it may be decided anew until the answer was sent.

    Raises InvalidForm (decision, on, reasoning, remedies_told), NotFound, StaleRecord, NotAllowed("request_closed").
    """
    with desk.changing(label="decide_request") as session:
        request = _open(session, request_id, version)
        check = FormCheck()
        check.code("decision", "access_decision", data.decision)
        _day(check, desk, "on", data.on, request.received_on)
        reasoning = check.text("reasoning", data.reasoning)
        check.rule(lambda: check_decision(data.decision, reasoning or "", remedies_told=data.remedies_told))
        check.finish()
        request.decision, request.decided_on = data.decision, data.on
        request.reasoning, request.remedies_told = reasoning, data.remedies_told
    return _done(request)


def send_answer(
    desk: Desk, request_id: str, data: AnswerSentInput, *, version: int | None = None
) -> Done[AccessRequest]:
    """Record that the answer was given: the request is finished and so is its task.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("request_closed", "undecided", "identity_unchecked").
    """
    with desk.changing(label="send_request_answer") as session:
        request = _open(session, request_id, version)
        if request.decision is None or request.decided_on is None:
            raise NotAllowed("request_undecided")
        if request.identity_checked_on is None and needs_identity(request.decision):
            raise NotAllowed("identity_unchecked")
        check = FormCheck()
        check.code("how", "answer_channel", data.how)
        _day(check, desk, "on", data.on, request.decided_on)
        if request.identity_checked_on is not None:
            check.not_before("on", data.on, request.identity_checked_on, "before_step")
        check.finish()
        request.sent_on, request.sent_how = data.on, data.how
        _finish_task(session, request, data.on)
    return _done(request)


def withdraw_request(
    desk: Desk, request_id: str, data: WithdrawalInput, *, version: int | None = None
) -> Done[AccessRequest]:
    """Record that the person no longer asks; the task goes. Raises InvalidForm, NotFound, StaleRecord, NotAllowed."""
    with desk.changing(label="withdraw_request") as session:
        request = _open(session, request_id, version)
        check = FormCheck()
        _day(check, desk, "on", data.on, request.received_on)
        note = check.text("note", data.note)
        check.finish()
        request.withdrawn_on = data.on
        request.note = "\n\n".join(part for part in (request.note, note) if part) or None
        _finish_task(session, request, data.on, status="cancelled")
    return _done(request)


def is_open(request: AccessRequest) -> bool:
    """Tell whether a request still asks for an answer: `request_queries.request_open` says the same in SQL."""
    return request.sent_on is None and request.withdrawn_on is None


def _open(session: Session, request_id: str, version: int | None) -> AccessRequest:
    request = fetch(session, AccessRequest, request_id, version)
    if not is_open(request):
        raise NotAllowed("request_closed", on=request.sent_on or request.withdrawn_on)
    return request


def _day(check: FormCheck, desk: Desk, field: str, day: date, earliest: date) -> None:
    check.day(field, day, today=desk.today())
    check.not_before(field, day, earliest, "before_step")


def _requester(
    session: Session, check: FormCheck, person: Person, data: AccessRequestInput, received: date
) -> tuple[str | None, str | None]:
    """Return who asks for the person, and in what capacity; neither when they ask themselves."""
    name = check.line("requester", data.requester)
    capacity = check.optional_code("capacity", "requester_capacity", data.capacity)
    young = person.birth_date is not None and acts_through_representative(person.birth_date, received)
    if young and (not data.via_representative or capacity == BY_MANDATE):
        check.refuse("via_representative", "representative_required")
    if not data.via_representative:
        return None, None
    if name is None and capacity != BY_MANDATE and person.representative_id is not None:
        guardian = fetch(session, Person, person.representative_id)
        name = display_name(guardian.surname, guardian.prefix or "", guardian.given_name, order="natural")
    if name is None:
        check.refuse("requester", "required")
    return name, capacity or BY_LAW


def _task(desk: Desk, request: AccessRequest) -> Task:
    return Task(
        title=codelist("access_kind").label(request.kind, desk.language),
        worker_id=desk.worker_id,
        person_id=request.person_id,
        case_id=request.case_id,
        due_on=request.due_on,
        recurrence="none",
        source="access_request",
        status="open",
    )


def _open_task(session: Session, request: AccessRequest) -> Task | None:
    task = session.get(Task, request.task_id) if request.task_id else None
    return task if task is not None and task.status == "open" else None


def _finish_task(session: Session, request: AccessRequest, on: date, *, status: str = "done") -> None:
    task = _open_task(session, request)
    if task is not None:
        task.status, task.done_on = status, on if status == "done" else None


def _done(request: AccessRequest) -> Done[AccessRequest]:
    ids = (request.id, request.person_id, request.case_id)
    return Done(request, Changes.of(("access_requests", "tasks"), *ids))
