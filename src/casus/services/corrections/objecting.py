# SPDX-License-Identifier: EUPL-1.2
"""The person objects to the work on their case, or asks to limit it (GDPR articles 21 and 18).

From the moment it is noted the case is limited: what is on file stays and new contacts may be stored (storing is
allowed, article 18(2)), but passing data on asks for a ground of 18(2) and a reason, each time. Upheld, the work
stops and the case is to be closed; dismissed, the office shows compelling grounds (article 21(1)). A restriction
that was granted is lifted after the person was told (article 18(3)).

Counting goes on. Only aggregates leave, counting public work is a task of public interest (article 21(6)), and a
person who drops out of a figure between two releases could be found by the difference: leaving them out would tell
the reader who objected.
"""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.errors import NotAllowed
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.corrections.inputs import ObjectionDecisionInput, ObjectionInput
from casus.services.corrections.requesting import REPRESENTATIVE, finish_request, request_for
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.vault.correction_queries import objection_limits
from casus.vault.tables import Objection, Worker

RESTRICTION = "restriction"
_KINDS = ("objections", "access_requests", "tasks", "cases")


def note_objection(desk: Desk, data: ObjectionInput) -> Done[Objection]:
    """Write down the objection in the person's own words; the case is limited from now on.

    Raises InvalidForm (kind, statement, noted_on, through, case_id, request_id), NotFound, NotAllowed "case_closed"
    and "objection_open" (one of a kind at a time).
    """
    with desk.changing(label="note_objection") as session:
        case = open_case_of(session, data.case_id)
        check = FormCheck()
        if case.person_id != data.person_id:
            check.refuse("case_id", "other_person")
        kind = check.code("kind", "objection_kind", data.kind)
        noted_on = check.past("noted_on", data.noted_on, desk.today())
        statement = check.needed_text("statement", data.statement)
        through = check.code("through", "correction_through", data.through)
        check.finish()
        _refuse_second(session, case.id, kind)
        asked = AccessRequestInput(
            data.person_id,
            kind,
            noted_on,
            via_representative=through == REPRESENTATIVE,
            statement=statement,
            case_id=case.id,
        )
        request = request_for(session, desk, asked, data.request_id, (kind,))
        objection = Objection(
            request_id=request.id,
            person_id=data.person_id,
            case_id=case.id,
            kind=kind,
            noted_on=noted_on,
            through=through,
            statement=statement,
        )
        session.add(objection)
    return _done(objection)


def decide_objection(
    desk: Desk, objection_id: str, data: ObjectionDecisionInput, *, version: int | None = None
) -> Done[Objection]:
    """Decide on an objection, with reasons. Raises InvalidForm (decision, reasoning, on, by_id), NotFound, StaleRecord,
    NotAllowed("objection_decided").
    """
    with desk.changing(label="decide_objection") as session:
        objection = fetch(session, Objection, objection_id, version)
        if objection.decision is not None:
            raise NotAllowed("objection_decided", on=objection.decided_on)
        check = FormCheck()
        check.code("decision", "objection_decision", data.decision)
        reasoning = check.needed_text("reasoning", data.reasoning)
        check.rule(lambda: check_reason("reasoning", reasoning))
        check.past("on", data.on, desk.today())
        check.not_before("on", data.on, objection.noted_on, "before_step")
        if check.known(session, "by_id", Worker, data.by_id) is None:
            check.refuse("by_id", "required")
        check.finish()
        objection.decision, objection.reasoning = data.decision, reasoning
        objection.decided_on, objection.decided_by_id = data.on, data.by_id
        finish_request(session, objection.request_id, desk.today())
    return _done(objection)


def lift_restriction(
    desk: Desk, objection_id: str, on: date, *, told: bool, version: int | None = None
) -> Done[Objection]:
    """Lift a limitation that was granted; the person has to be told before that (article 18(3)).

    Raises InvalidForm (on, told), NotFound, StaleRecord, NotAllowed("not_limited").
    """
    with desk.changing(label="lift_restriction") as session:
        objection = fetch(session, Objection, objection_id, version)
        if objection.decision != "upheld" or objection.ended_on is not None:
            raise NotAllowed("not_limited")
        check = FormCheck()
        check.past("on", on, desk.today())
        check.not_before("on", on, objection.decided_on, "before_step")
        if not told:
            check.refuse("told", "told_before")
        check.finish()
        objection.ended_on = on
    return _done(objection)


def get_objection(desk: Desk, objection_id: str) -> Objection:
    """Return an objection, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Objection, objection_id)


def objections_of(session: Session, person_id: str) -> tuple[Objection, ...]:
    """Return what a person objected to, the latest first."""
    wanted = select(Objection).where(Objection.person_id == person_id)
    return tuple(session.scalars(wanted.order_by(Objection.noted_on.desc(), Objection.created_at.desc())))


def _refuse_second(session: Session, case_id: str, kind: str) -> None:
    same = select(Objection.id).where(
        Objection.case_id == case_id, Objection.kind == kind, objection_limits()
    )
    if session.scalar(same.limit(1)) is not None:
        raise NotAllowed("objection_open")


def _done(objection: Objection) -> Done[Objection]:
    ids = (objection.id, objection.request_id, objection.person_id, objection.case_id)
    return Done(objection, Changes.of(_KINDS, *ids))
