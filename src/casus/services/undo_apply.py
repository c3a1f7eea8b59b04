# SPDX-License-Identifier: EUPL-1.2
"""Taking a batch of changes back: records, what follows from them, and the search index; then the rules again."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session, aliased

from casus.domain.names import fold, parse_full, sort_key
from casus.errors import UndoRefused
from casus.services.code_lists import own_codes
from casus.services.contacts import last_contact_of
from casus.services.desk import Desk
from casus.services.indexing import owner_of, reindex
from casus.services.undo_plan import Plan
from casus.vault.history import CHUNK, Batch, Change, by_kind, chunks
from casus.vault.queries import case_open, transfer_open
from casus.vault.row_digest import class_of, layout_of
from casus.vault.tables import (
    ActionPlan,
    Assessment,
    AssessmentScore,
    AttachmentChunk,
    Case,
    CodeChange,
    Contact,
    ContributionBatch,
    ContributionContent,
    Detention,
    Facility,
    Family,
    FamilyMember,
    Goal,
    Partner,
    Permit,
    Person,
    PersonAlias,
    Record,
    School,
    Transfer,
    VogAmbassador,
    Worker,
)

Progress = Callable[[int, int], object]


def apply(session: Session, desk: Desk, plan: Plan, later: Sequence[Batch], progress: Progress) -> None:
    """Carry a plan out in this transaction. `later` are the batches since that still count.

    `progress` is told how many records of how many are done. Raises UndoRefused("taken" | "content_gone") when the
    rules of the work forbid what would come of it, and InvalidInput for a rule of the tables; the transaction
    then has to be rolled back.
    """
    _refuse_used_codes(session, plan)
    _change(session, desk, plan, progress)
    _derive(session, plan, later)
    session.flush()
    _index(session, plan)
    _refuse_second(session, plan)


def _change(session: Session, desk: Desk, plan: Plan, progress: Progress) -> None:
    """Take out, put back, bring back; in pieces, so that a large batch can be followed and stopped."""
    total = len(plan.remove) + len(plan.restore)
    for at in range(0, len(plan.remove), CHUNK):
        for record in plan.remove[at : at + CHUNK]:
            session.delete(record)
        session.flush()
        progress(min(at + CHUNK, len(plan.remove)), total)
    for record, change in plan.back:
        columns = layout_of(type(record)).by_name
        for name, (old, _new) in change.fields.items():
            if name in columns and (change.kind, change.record_id, name) not in plan.again:
                setattr(record, columns[name].attribute, columns[name].python(old))
    session.flush()
    done = len(plan.remove)
    for kind, ids in by_kind(plan.restore).items():
        record_class = class_of(kind)
        assert record_class is not None
        coming = {change.record_id: change for change in plan.restore if change.kind == kind}
        for chunk in chunks(ids):
            desk.vault.insert_many(session, record_class, [_row(coming[one]) for one in chunk])
            done += len(chunk)
            progress(done, total)
    _refuse_lost_content(session, plan.restore)


def _row(change: Change) -> dict[str, Any]:
    """Return a deleted record as it was; its version goes on, so that a form that was open notices."""
    record_class = class_of(change.kind)
    assert record_class is not None
    columns = layout_of(record_class).columns
    row = {
        column.attribute: column.python(change.fields[column.name][0])
        if column.name in change.fields
        else None
        for column in columns
    }
    del row["changed_at"]
    row["version"] = (row["version"] or 1) + 1
    return row


def _refuse_lost_content(session: Session, coming: Iterable[Change]) -> None:
    """Refuse to bring a document or contribution back whose bytes were destroyed since (`clean_up` of either)."""
    for change in coming:
        if change.kind == "contribution_batches":
            if session.get(ContributionContent, change.record_id) is None:
                raise UndoRefused("gone", kind=change.kind)
        elif change.kind == "attachments":
            kept = select(func.coalesce(func.sum(func.length(AttachmentChunk.content)), 0)).where(
                AttachmentChunk.attachment_id == change.record_id
            )
            if session.scalar(kept) != change.fields.get("size", (0, None))[0]:
                raise UndoRefused("content_gone", kind=change.kind)


# --- what follows from other fields ----------------------------------------------------------------


def _derive(session: Session, plan: Plan, later: Sequence[Batch]) -> None:
    for record, change in plan.back:
        for name in ("sort_key", "folded"):
            if (change.kind, change.record_id, name) in plan.again:
                setattr(record, name, _sort_key(record))
    if any("contacts" in batch.kinds for batch in later) or _asked_again(plan, "last_contact_on"):
        for case in session.scalars(select(Case).where(Case.id.in_(_cases_met(session, plan)))):
            case.last_contact_on = last_contact_of(session, case)


def _asked_again(plan: Plan, name: str) -> bool:
    return any(field == name for _kind, _id, field in plan.again)


def _sort_key(record: Record) -> str:
    match record:
        case Person():
            return sort_key(record.surname, record.prefix or "", record.given_name or record.call_name or "")
        case Worker() | VogAmbassador():
            parts = parse_full(record.name)
            return sort_key(parts.surname, parts.prefix, parts.given)
        case Family() | Partner():
            return sort_key(record.name, "", "")
        case Permit():
            return fold(record.business_name)
        case School() | PersonAlias():
            return fold(record.name)
    raise TypeError("a record without a sort key")


def _cases_met(session: Session, plan: Plan) -> set[str]:
    """Return the cases whose last contact may be another now."""
    found = {change.record_id for change in plan.changes() if "last_contact_on" in change.fields}
    persons: set[str] = set()
    for case_id, person_id in _contacts_of(plan):
        if case_id:
            found.add(case_id)
        else:
            persons.add(person_id)
    for chunk in chunks(sorted(persons)):
        found |= set(session.scalars(select(Case.id).where(Case.person_id.in_(chunk), case_open())))
    return found


def _contacts_of(plan: Plan) -> set[tuple[str | None, str]]:
    found = {(one.case_id, one.person_id) for one in plan.remove if isinstance(one, Contact)}
    for record, change in plan.back:
        if isinstance(record, Contact):
            old = {name: pair[1] for name, pair in change.fields.items()}
            found.add((record.case_id, record.person_id))
            found.add((old.get("case_id", record.case_id), old.get("person_id", record.person_id)))
    for change in plan.restore:
        if change.kind == "contacts":
            case_id = change.fields.get("case_id", (None, None))[0]
            found.add((case_id, str(change.fields["person_id"][0])))
    return found


_OWNERS = {
    "person_aliases": ("persons", "person_id"),
    "person_merges": ("persons", "kept_id"),
    "contact_attendees": ("contacts", "contact_id"),
}
"""What is found with the record it belongs to: that one's kind, and the field that names it."""


def _refuse_used_codes(session: Session, plan: Plan) -> None:
    """Refuse to take out a code of the vault's own that something was recorded with."""
    gone = own_codes([one.code for one in plan.remove if isinstance(one, CodeChange)])
    for column in (AssessmentScore.life_domain, Goal.life_domain) if gone else ():
        if session.scalar(select(column).where(column.in_(gone)).limit(1)) is not None:
            raise UndoRefused("referred", kind=column.class_.__tablename__)


def _index(session: Session, plan: Plan) -> None:
    touched: dict[str, set[str]] = {}
    for change in plan.changes():
        touched.setdefault(change.kind, set()).add(change.record_id)
        if change.kind in _OWNERS:
            kind, field = _OWNERS[change.kind]
            owner = change.fields.get(field, (None, None))[0]
            touched.setdefault(kind, set()).update({str(owner)} if owner else ())
    for record in (*plan.remove, *(record for record, _change in plan.back)):
        touched.setdefault(layout_of(type(record)).kind, set()).add(record.id)
        if (found_with := owner_of(record)) is not None:
            touched.setdefault(found_with[0], set()).add(found_with[1])
    for kind, ids in touched.items():
        reindex(session, kind, ids)


# --- rules that look at more than one record -------------------------------------------------------


def _refuse_second(session: Session, plan: Plan) -> None:
    """Refuse what the use cases refuse: two at once of what there may be one of (services' NotAllowed rules)."""
    touched: dict[str, set[str]] = {}
    for change in plan.changes():
        touched.setdefault(change.kind, set()).add(change.record_id)
    for kind, doubles in _DOUBLES.items():
        ids = touched.get(kind)
        for double in doubles if ids else ():
            for row in session.execute(double()):
                if ids and not ids.isdisjoint(row.ids.split(",")):
                    raise UndoRefused("taken", kind=kind)
    if touched.keys() & {"cases", "families"} and _open_in_ended_family(session, touched):
        raise UndoRefused("taken", kind="families")


def _twice(record_class: Any, live: Any, *key: Any) -> Select[Any]:
    ids = func.group_concat(record_class.id).label("ids")
    return select(ids).where(live).group_by(*key).having(func.count() > 1)


def _at_once() -> Select[Any]:
    """Two stays of one person that run at the same time; from one to the next on the same day is allowed."""
    other = aliased(Detention)
    return select((Detention.id + "," + other.id).label("ids")).where(
        Detention.person_id == other.person_id,
        Detention.id != other.id,
        Detention.entered_on <= other.entered_on,
        or_(Detention.released_on.is_(None), Detention.released_on > other.entered_on),
        or_(other.released_on.is_(None), other.released_on > Detention.entered_on),
    )


_DOUBLES: dict[str, tuple[Callable[[], Select[Any]], ...]] = {
    "cases": (lambda: _twice(Case, case_open(), Case.person_id, Case.approach),),
    "detentions": (_at_once,),
    "family_members": (
        lambda: _twice(
            FamilyMember, FamilyMember.until_on.is_(None), FamilyMember.family_id, FamilyMember.person_id
        ),
    ),
    "facilities": (
        lambda: _twice(Facility, Facility.removed_on.is_(None), func.lower(Facility.name), Facility.country),
    ),
    "transfers": (lambda: _twice(Transfer, transfer_open(), Transfer.case_id),),
    "contribution_batches": (lambda: _two_teams(),),
    "assessments": (
        lambda: _twice(Assessment, Assessment.kind == "baseline", Assessment.case_id),
        lambda: _twice(Assessment, Assessment.kind == "final", Assessment.case_id),
    ),
    "action_plans": (
        lambda: _twice(ActionPlan, ActionPlan.status == "adopted", ActionPlan.case_id, ActionPlan.family_id),
        lambda: _twice(
            ActionPlan, ActionPlan.number > 0, ActionPlan.case_id, ActionPlan.family_id, ActionPlan.number
        ),
    ),
}


def _two_teams() -> Select[Any]:
    """Return the contributions over one period whose pseudonyms were made under two team keys."""
    ids = func.group_concat(ContributionBatch.id).label("ids")
    counting = select(ids).where(ContributionBatch.replaced_by_id.is_(None))
    return counting.group_by(ContributionBatch.period).having(
        func.count(ContributionBatch.team.distinct()) > 1
    )


def _open_in_ended_family(session: Session, touched: dict[str, set[str]]) -> bool:
    wanted = (
        select(Case.id)
        .join(Family, Family.id == Case.family_id)
        .where(
            case_open(),
            Family.ended_on.is_not(None),
            or_(
                Case.id.in_(list(touched.get("cases", ()))[:500]),
                Family.id.in_(list(touched.get("families", ()))[:500]),
            ),
        )
    )
    return session.scalar(wanted.limit(1)) is not None
