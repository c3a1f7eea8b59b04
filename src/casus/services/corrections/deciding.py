# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes: noted in their own words, then decided item by item.

GDPR article 16: wrong data are corrected, incomplete data completed, also by a statement beside them. Article 17:
data are erased when they are no longer needed, unlawful, or objected to; not when a legal task (17(3)(b)) or a
legal claim (17(3)(e)) needs them. The codes of list correction_decision:

* removed: it was wrong; the new value replaces it and the old one leaves no trace (articles 16 and 5(1)(d)).
* kept: it was wrong, but the old value must stay traceable (a decision rested on it, or it was shared: articles
  5(2) and 19); both are shown with date and reason.
* statement: an opinion of a professional stays; what the person says of it is shown beside it (article 16).
* erased: article 17.
* refused: it is right. needed_for_task, needed_for_claim: article 17(3)(b) and (e).
"""

import re

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.phases import check_reason
from casus.errors import NotAllowed, StaleRecord
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.corrections.fields import (
    NEVER,
    FieldSpec,
    digest,
    person_of,
    record_of,
    spec_of,
    typed,
    value_of,
)
from casus.services.corrections.inputs import CorrectionDecisionInput, CorrectionInput
from casus.services.corrections.notices import add_notices
from casus.services.corrections.requesting import REPRESENTATIVE, finish_request, request_for
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.vault.correction_queries import CHANGING, ERASING, correction_open
from casus.vault.sessions import WritingSession
from casus.vault.tables import Correction, Person, Record, Worker

REMOVED, KEPT, STATEMENT, ERASED = "removed", "kept", "statement", "erased"
KINDS = ("corrections", "access_requests", "tasks", "recipient_notices")
_SHORTEST_QUOTE = 3
"""Letters from which the old value may not stand in the reasoning; a shorter one stands in any text."""


def note_correction(desk: Desk, data: CorrectionInput) -> Done[Correction]:
    """Write down what the person disputes and what they say of it; of what stands there only a digest is kept.

    Raises InvalidForm (statement, proposed, noted_on, through, request_id), NotFound when the record is gone,
    NotAllowed("correction_open") when the same is disputed already.
    """
    with desk.changing(label="note_correction") as session:
        fetch(session, Person, data.person_id)
        record = record_of(session, data.record_kind, data.record_id)
        check = FormCheck()
        if person_of(session, record) != data.person_id:
            check.refuse("record_id", "other_person")
        check.rule(lambda: _proposed(data))
        noted_on = check.past("noted_on", data.noted_on, desk.today())
        statement = check.needed_text("statement", data.statement)
        through = check.code("through", "correction_through", data.through)
        check.finish()
        _refuse_second(session, data)
        kind = "erasure" if data.erase or data.field is None else "correction"
        asked = AccessRequestInput(
            data.person_id, kind, noted_on, via_representative=through == REPRESENTATIVE, statement=statement
        )
        request = request_for(session, desk, asked, data.request_id, ("correction", "erasure"))
        correction = Correction(
            request_id=request.id,
            person_id=data.person_id,
            record_kind=data.record_kind,
            record_id=data.record_id,
            field=data.field,
            value_digest=_now(desk, record, data.record_kind, data.field),
            noted_on=noted_on,
            through=through,
            statement=statement,
            proposed=_proposed(data),
        )
        session.add(correction)
    return _done(correction)


def decide_correction(
    desk: Desk, correction_id: str, data: CorrectionDecisionInput, *, version: int | None = None
) -> Done[Correction]:
    """Decide one item; until it is carried out it may be decided anew. A statement stands beside it from then on.

    Raises InvalidForm (decision, reasoning, on, by_id), NotFound, StaleRecord (also when the disputed value is no
    longer the one that was `seen`), NotAllowed("carried_out").
    """
    with desk.changing(label="decide_correction") as session:
        correction = fetch(session, Correction, correction_id, version)
        if correction.carried_out_on is not None:
            raise NotAllowed("carried_out")
        record = record_of(session, correction.record_kind, correction.record_id)
        now = _now(desk, record, correction.record_kind, correction.field)
        if data.seen != now:
            raise StaleRecord(correction.record_kind, correction.record_id)
        reasoning = _checked(session, desk, correction, record, data)
        correction.decision, correction.reasoning = data.decision, reasoning
        correction.decided_on, correction.decided_by_id = data.on, data.by_id
        correction.value_digest = now
        if data.decision == STATEMENT:
            mark_carried_out(session, desk, correction)
            add_notices(session, correction, record)
        if data.decision not in CHANGING:
            finish_request(session, correction.request_id, desk.today())
    return _done(correction)


def fitting_decisions(kind: str, field: str | None) -> tuple[str, ...]:
    """Return what can be decided about a field, or about a whole record (codes of list correction_decision)."""
    spec = spec_of(kind, field)
    codes = codelist("correction_decision").values
    if spec is None:
        return tuple(code for code in codes if code not in (REMOVED, KEPT))
    return tuple(code for code in codes if code != ERASED or spec.erased != NEVER)


def mark_carried_out(session: Session, desk: Desk, correction: Correction) -> None:
    """Let a correction say that it was carried out today, in this transaction."""
    assert isinstance(session, WritingSession)
    correction.carried_out_on = desk.today()
    correction.carried_batch_id = session.author.batch_id


def is_quoted(value: object, text: str) -> bool:
    """Tell whether a value stands in a text word for word; very short ones never count."""
    words = str(value).strip().casefold() if value is not None else ""
    if len(words) < _SHORTEST_QUOTE:
        return False
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text.casefold()) is not None


def _checked(
    session: Session, desk: Desk, correction: Correction, record: Record, data: CorrectionDecisionInput
) -> str:
    check = FormCheck()
    check.code("decision", "correction_decision", data.decision)
    reasoning = check.needed_text("reasoning", data.reasoning)
    check.rule(lambda: check_reason("reasoning", reasoning))
    check.past("on", data.on, desk.today())
    check.not_before("on", data.on, correction.noted_on, "before_step")
    if check.known(session, "by_id", Worker, data.by_id) is None:
        check.refuse("by_id", "required")
    spec = spec_of(correction.record_kind, correction.field)
    _fitting(check, data.decision, spec)
    if data.decision in ERASING and is_quoted(value_of(record, correction.field), reasoning):
        check.refuse("reasoning", "quotes_value")
    check.finish()
    return reasoning


def _fitting(check: FormCheck, decision: str, spec: FieldSpec | None) -> None:
    if spec is None and decision in (REMOVED, KEPT):
        check.refuse("decision", "whole_record")
    if spec is not None and decision == ERASED and spec.erased == NEVER:
        check.refuse("decision", "never_empty")


def _proposed(data: CorrectionInput) -> str | None:
    """Return what it should be, fit to keep; of a whole record nothing. Raises InvalidInput (field, proposed)."""
    spec = spec_of(data.record_kind, data.field)
    return None if spec is None else typed(spec, data.proposed, "proposed")


def _refuse_second(session: Session, data: CorrectionInput) -> None:
    same = select(Correction.id).where(
        Correction.record_kind == data.record_kind,
        Correction.record_id == data.record_id,
        Correction.field == data.field if data.field else Correction.field.is_(None),
        correction_open(),
    )
    if session.scalar(same.limit(1)) is not None:
        raise NotAllowed("correction_open")


def _now(desk: Desk, record: Record, kind: str, field: str | None) -> str:
    return digest(desk, kind, field, value_of(record, field))


def _done(correction: Correction) -> Done[Correction]:
    ids = (correction.id, correction.request_id, correction.person_id, correction.record_id)
    return Done(correction, Changes.of(KINDS, *ids))
