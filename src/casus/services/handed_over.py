# SPDX-License-Identifier: EUPL-1.2
"""A case that a colleague has, or is being offered in a sealed file: what is here of it is read, and not worked on.

What the person may ask goes on: requests, corrections, objections, who received data, how long it is kept.
"""

from collections.abc import Iterable

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.hand_over_parts import BY_CASE, BY_CASE_OR_PERSON, RIGHTS, UNDER
from casus.vault.queries import transfer_open
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import BundleReceipt, Case, Record, Transfer

OFFER = "case"
"""The kind of bundle that carries a case."""
_ANSWERING = frozenset(
    {
        "take_bundle", "send_case", "send_case_answer", "withdraw_transfer", "destroy", "clean_up",
        "merge_persons", "split_persons", "demo",
    }
)  # fmt: skip
"""Use cases that touch records of such a case without working on it."""
_ALSO = ("undo:", "redo:", "carry_out")
_WORK = frozenset(
    layout_of(kind).kind for name, kind in {**BY_CASE, **BY_CASE_OR_PERSON}.items() if name not in RIGHTS
)
_UNDER = {layout_of(one.record_class).kind: one.column for name, one in UNDER.items() if name not in RIGHTS}


def refuse_touched(session: Session, touched: Iterable[Record], label: str) -> None:
    """Raise NotAllowed "handed_over" or "offered_sealed" when work was done on such a case in this transaction."""
    if label in _ANSWERING or label.startswith(_ALSO):
        return
    ids = {case_id for record in touched if (case_id := _case_of(session, record)) is not None}
    for case_id in sorted(ids):
        forbid_work(session, case_id)


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
    if layout.kind in _WORK:
        case_id: str | None = record.__dict__.get("case_id")
        return case_id
    column = _UNDER.get(layout.kind)
    if column is None:
        return None
    above = class_of(next(iter(layout.table.c[column].foreign_keys)).column.table.name)
    parent = session.get(above, record.__dict__[column]) if above is not None else None
    return _case_of(session, parent) if parent is not None else None
