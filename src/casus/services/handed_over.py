# SPDX-License-Identifier: EUPL-1.2
"""A case that a colleague has, or is being offered in a sealed file: what is here of it is read, and not worked on.

What the person may ask goes on: requests, corrections, objections, who received data, how long it is kept.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.hand_over_parts import BY_CASE, BY_CASE_OR_PERSON, RIGHTS, UNDER
from casus.vault.queries import transfer_open
from casus.vault.row_digest import class_of, layout_of
from casus.vault.sessions import WritingSession
from casus.vault.tables import BundleReceipt, Case, Record, Task, Transfer
from casus.vault.tables.audit import FieldChange

OFFER = "case"
"""The kind of bundle that carries a case."""
_ANSWERING = frozenset(
    {
        "take_bundle", "take_bundles", "send_case", "send_case_answer", "withdraw_transfer", "destroy", "clean_up",
        "merge_persons", "split_persons", "demo",
    }
)  # fmt: skip
"""Use cases that touch records of such a case without working on it."""
OF_LAW = frozenset({"access_request", "destruction"})
"""Sources of tasks that come with the rights of the person, not with the work: they go on with a copy."""
_ALSO = ("undo:", "redo:", "carry_out")
_WORK = frozenset(
    layout_of(kind).kind for name, kind in {**BY_CASE, **BY_CASE_OR_PERSON}.items() if name not in RIGHTS
)
_UNDER = {layout_of(one.record_class).kind: one.column for name, one in UNDER.items() if name not in RIGHTS}
_NO_WORK = frozenset(
    {
        "last_contact_on", "legal_hold", "extended_until", "retain_until", "restricted", "story_tip_on",
        "person_id",
    }
)  # fmt: skip
"""Columns of a case that go on changing: what follows from other records, what is kept, who may see it."""


def refuse_touched(session: WritingSession, touched: Sequence[Record], label: str) -> None:
    """Raise NotAllowed "handed_over" or "offered_sealed" when work was done on such a case in this transaction.

    Work is a change of the case itself, or of a record in it, and also moving one out of it.
    """
    if label in _ANSWERING or label.startswith(_ALSO):
        return
    ids = {case_id for record in touched if (case_id := _case_of(session, record)) is not None}
    if any(layout_of(type(record)).kind in {"cases", *_WORK} for record in touched):
        ids |= _changed_or_left(session)
    for case_id in sorted(ids):
        forbid_work(session, case_id)


def _changed_or_left(session: WritingSession) -> set[str]:
    """Return the cases that were changed themselves in this transaction, and those a record went out of."""
    moved = (FieldChange.field == "case_id") & FieldChange.kind.in_(_WORK) & FieldChange.old.is_not(None)
    changed = (FieldChange.kind == "cases") & FieldChange.field.not_in(_NO_WORK)
    found = select(FieldChange.kind, FieldChange.record_id, FieldChange.old).where(
        FieldChange.batch_id == session.author.batch_id, or_(moved, changed)
    )
    return {record_id if kind == "cases" else str(old) for kind, record_id, old in session.execute(found)}


def read_only() -> ColumnElement[bool]:
    """Return whether a case is not worked on here: a colleague has it, or has it in a sealed offer."""
    return or_(Case.transferred_on.is_not(None), sealed_offer_open())


def read_only_among(session: Session, case_ids: Iterable[str]) -> frozenset[str]:
    """Return which of these cases are not worked on here."""
    wanted = sorted(set(case_ids))
    if not wanted:
        return frozenset()
    return frozenset(session.scalars(select(Case.id).where(Case.id.in_(wanted), read_only())))


def forbid_work(session: Session, case_id: str) -> None:
    """Raise NotAllowed "handed_over" or "offered_sealed" when this case may not be worked on here now."""
    found = session.execute(
        select(Case.transferred_on, sealed_offer_open().label("offered")).where(Case.id == case_id)
    ).first()
    if found is not None and found.transferred_on is not None:
        raise NotAllowed("handed_over", case_id=case_id)
    if found is not None and found.offered:
        raise NotAllowed("offered_sealed", case_id=case_id)


def refuse_copy(case: Case) -> None:
    """Raise NotAllowed("handed_over") when a colleague has this case."""
    if case.transferred_on is not None:
        raise NotAllowed("handed_over", case_id=case.id)


def sealed_offer_open() -> ColumnElement[bool]:
    """Return whether a case was sent to a colleague in a sealed file, and neither answered nor withdrawn."""
    return exists().where(
        Transfer.case_id == Case.id,
        transfer_open(),
        BundleReceipt.record_id == Transfer.id,
        BundleReceipt.kind == OFFER,
        BundleReceipt.direction == "out",
    )


def _case_of(session: Session, record: Record) -> str | None:
    """Return the case in which this record is work; None when it is none, or of no case in particular."""
    layout = layout_of(type(record))
    if isinstance(record, Task) and record.__dict__.get("source") in OF_LAW:
        return None
    if layout.kind in _WORK:
        case_id: str | None = record.__dict__.get("case_id")
        return case_id
    column = _UNDER.get(layout.kind)
    if column is None:
        return None
    above = class_of(next(iter(layout.table.c[column].foreign_keys)).column.table.name)
    parent = session.get(above, record.__dict__[column]) if above is not None else None
    return _case_of(session, parent) if parent is not None else None
