# SPDX-License-Identifier: EUPL-1.2
"""What was decided on a correction, done in the record: one transaction, with all that it takes along.

After an erasing decision the old value is nowhere in the vault: not in the record, its history, the search index
or a draft, nor in the words of the request that spoke of it or of a view in which it was hidden. Such a
transaction can never be undone.
"""

from sqlalchemy import delete
from sqlalchemy.orm import Session

from casus.errors import InvalidForm, InvalidInput, NotAllowed
from casus.services import drafts
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.corrections.changing import Erased, change, erase_field, erase_whole, history_of
from casus.services.corrections.deciding import ERASED, KINDS, REMOVED, mark_carried_out
from casus.services.corrections.fields import digest, record_of, spec_of, typed, value_of
from casus.services.corrections.notices import add_notices
from casus.services.corrections.requesting import finish_request
from casus.services.desk import Desk
from casus.services.overview.masks import SHOW
from casus.vault.correction_queries import CHANGING, ERASING
from casus.vault.erasure import erase_history
from casus.vault.pointers import pointing_at
from casus.vault.row_digest import layout_of
from casus.vault.sessions import WritingSession
from casus.vault.tables import AccessRequest, Correction, Draft, Record, RequestMask

ERASING_LABEL, KEPT_LABEL = "carry_out_erasing", "carry_out_kept"
_OWN_WORDS = ("statement", "proposed")
_MASKS, _COPIED = layout_of(RequestMask).kind, ("passage", "reason")


def carry_out_correction(
    desk: Desk, correction_id: str, value: str | None = None, *, version: int | None = None
) -> Done[Correction]:
    """Change the record as was decided; `value` is what it becomes, without it what the person proposed.

    Recipients of the person's data are put on the list of those to tell. Raises InvalidForm (value), NotFound when
    the record is gone, StaleRecord, NotAllowed: correction_undecided, nothing_to_carry_out, carried_out,
    changed_since_decision (decide again), clock_behind.
    """
    with desk.reading() as session:
        erasing = fetch(session, Correction, correction_id, version).decision in ERASING
    with desk.changing(label=ERASING_LABEL if erasing else KEPT_LABEL) as session:
        correction = fetch(session, Correction, correction_id, version)
        record = _ready(session, desk, correction, erasing=erasing)
        kinds = {correction.record_kind, *KINDS, "cases", "drafts"}
        add_notices(session, correction, record)
        gone = _changed(session, desk, correction, record, value)
        mark_carried_out(session, desk, correction)
        if erasing:
            assert isinstance(session, WritingSession)
            gone += _forget_words(session, correction) + _forget_masks(session, gone)
            for kind, record_id, fields in gone:
                erase_history(session, kind, record_id, fields)
            _drop_drafts(session, correction.record_id)
        finish_request(session, correction.request_id, desk.today())
    if erasing:
        desk.vault.finish_erasure()
        for row in drafts.list_drafts(desk):
            if correction.record_id in row.key:
                drafts.drop_draft(desk, row.key)
    ids = (correction_id, correction.person_id, correction.record_id, correction.request_id)
    return Done(correction, Changes.of(kinds, *ids))


def _ready(session: Session, desk: Desk, correction: Correction, *, erasing: bool) -> Record:
    """Return the record, when it is as it was decided about and everything else is in place."""
    if correction.decision is None or correction.decided_on is None:
        raise NotAllowed("correction_undecided")
    if correction.carried_out_on is not None:
        raise NotAllowed("carried_out")
    if correction.decision not in CHANGING or erasing != (correction.decision in ERASING):
        raise NotAllowed("nothing_to_carry_out")
    if desk.today() < correction.decided_on:
        raise NotAllowed("clock_behind")
    record = record_of(session, correction.record_kind, correction.record_id)
    now = digest(desk, correction.record_kind, correction.field, value_of(record, correction.field))
    if now != correction.value_digest:
        raise NotAllowed("changed_since_decision")
    return record


def _changed(
    session: Session, desk: Desk, correction: Correction, record: Record, value: str | None
) -> Erased:
    field = correction.field
    if field is None:
        return erase_whole(session, desk, record)
    if correction.decision == ERASED:
        return erase_field(session, desk, record, field)
    spec = spec_of(correction.record_kind, field)
    assert spec is not None
    try:
        new = typed(spec, value if value is not None else correction.proposed)
    except InvalidInput as error:
        raise InvalidForm((error,)) from None
    if new is None:
        raise InvalidForm((InvalidInput("value", "required"),))
    if new == value_of(record, field):
        raise InvalidForm((InvalidInput("value", "same_value"),))
    change(session, desk, record, field, new)
    return history_of(record, field) if correction.decision == REMOVED else []


def _forget_words(session: Session, correction: Correction) -> Erased:
    """Leave out the words that spoke of what is erased: of the correction, and of a request about this alone."""
    correction.statement = correction.proposed = None
    gone: Erased = [("corrections", correction.id, _OWN_WORDS)]
    request = session.get(AccessRequest, correction.request_id)
    if request is not None and request.statement is not None:
        request.statement = None
        gone.append(("access_requests", request.id, ("statement",)))
    return gone


def _forget_masks(session: Session, gone: Erased) -> Erased:
    """Take out what was copied from these fields when words were hidden or shown in the view for a request.

    What was hidden by its words hides the whole text from then on; what was shown is masked as any other text.
    """
    found: Erased = []
    for _kind, record_id, fields in gone:
        for mask_id in sorted(pointing_at(session.connection(), (record_id,)).get(_MASKS, ())):
            mask = session.get(RequestMask, mask_id)
            if mask is not None and mask.field.rpartition(".")[2] not in fields:
                continue
            if mask is not None and (mask.act == SHOW or mask.record_id != record_id or "id" in fields):
                session.delete(mask)
            elif mask is not None:
                mask.passage = mask.reason = None
            found.append((_MASKS, mask_id, _COPIED))
    return found


def _drop_drafts(session: Session, record_id: str) -> None:
    """Drop the drafts of forms about the record: what is typed there may be the old value."""
    session.execute(delete(Draft).where(Draft.key.contains(record_id, autoescape=True)))
