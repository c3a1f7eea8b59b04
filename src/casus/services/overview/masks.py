# SPDX-License-Identifier: EUPL-1.2
"""What a worker decides by hand about the texts in the view for a request: hide, show after all, leave out.

Every decision is a record kept with the request, so it stands in the log; showing a name needs a reason, leaving a
text out a ground (GDPR article 23, UAVG article 41).
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.errors import NotAllowed, NotFound
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.overview.catalogue import catalogue
from casus.services.overview.gathering import gather
from casus.services.overview.history import HISTORY
from casus.vault.row_digest import class_of
from casus.vault.tables import AccessRequest, FieldChange, RequestMask
from casus.vault.tables.audit import ChangeBatch

HIDE, SHOW, WITHHOLD, RESET = "hide", "show", "withhold", "reset"


@dataclass(frozen=True)
class MaskInput:
    """One decision: what to do (list mask_act) with which words of which field, why, and on what ground."""

    request_id: str
    record_kind: str
    record_id: str
    field: str
    act: str
    passage: str | None = None
    ground: str | None = None
    reason: str | None = None


def mask_text(desk: Desk, data: MaskInput) -> Done[AccessRequest]:
    """Hide or show words of a text, leave the text out, or take the earlier decisions about it back.

    Raises InvalidForm (act, passage, ground, reason), NotFound, NotAllowed("request_closed", "restricted").
    """
    with desk.changing(label="mask_text") as session:
        request = fetch(session, AccessRequest, data.request_id)
        if request.sent_on is not None or request.withdrawn_on is not None:
            raise NotAllowed("request_closed", on=request.sent_on or request.withdrawn_on)
        text = _text(session, request.person_id, data)
        check = FormCheck()
        act = check.code("act", "mask_act", data.act)
        passage = data.passage if act in (HIDE, SHOW) else None
        if act in (HIDE, SHOW) and not (passage or "").strip():
            check.refuse("passage", "required")
        elif passage and passage not in text:
            check.refuse("passage", "not_in_text")
        reason = check.text("reason", data.reason)
        if act == SHOW:
            check.rule(lambda: check_reason("reason", reason or ""))
        ground = check.code("ground", "withholding_ground", data.ground) if act == WITHHOLD else None
        check.finish()
        for earlier in _about(session, data):
            if act in (RESET, WITHHOLD) or earlier.act == WITHHOLD or earlier.passage == passage:
                session.delete(earlier)
        if act != RESET:
            session.add(
                RequestMask(
                    request_id=request.id,
                    act=act,
                    record_kind=data.record_kind,
                    record_id=data.record_id,
                    field=data.field,
                    passage=passage,
                    ground=ground,
                    reason=reason,
                    worker_id=desk.worker_id,
                )
            )
    return Done(request, Changes.of(("request_masks",), request.id))


def _about(session: Session, data: MaskInput) -> list[RequestMask]:
    wanted = select(RequestMask).where(
        RequestMask.request_id == data.request_id,
        RequestMask.record_kind == data.record_kind,
        RequestMask.record_id == data.record_id,
        RequestMask.field == data.field,
    )
    return list(session.scalars(wanted))


def _text(session: Session, person_id: str, data: MaskInput) -> str:
    """Return the stored text a decision is about; it must be one that is shown for this person."""
    if data.record_kind == HISTORY:
        return _earlier_text(session, data)
    spec = catalogue().tables.get(data.record_kind)
    field = next((one for one in spec.fields if one.name == data.field), None) if spec else None
    record: Any = gather(session, person_id).records.get(data.record_kind, {}).get(data.record_id)
    if field is None or not field.is_text or record is None:
        raise NotFound(data.record_kind, data.record_id)
    return str(getattr(record, data.field) or "")


def _earlier_text(session: Session, data: MaskInput) -> str:
    kind, record_id, column = (*data.field.split("."), "", "")[:3]
    if column == "why":
        batch = session.get(ChangeBatch, data.record_id)
        return (batch.reason if batch else None) or ""
    wanted = select(FieldChange.old).where(
        FieldChange.batch_id == data.record_id,
        FieldChange.kind == kind,
        FieldChange.record_id == record_id,
        FieldChange.field == column,
    )
    old = session.scalar(wanted)
    if old is None or class_of(kind) is None:
        raise NotFound(HISTORY, data.record_id)
    return str(old)
