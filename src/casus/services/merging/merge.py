# SPDX-License-Identifier: EUPL-1.2
"""Merging: one person out of two, in one transaction, that undo and `split` take apart again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.merging.carry_out import (
    cases_met_later,
    clear_stays,
    close_twice,
    derive,
    fill_fields,
    move_references,
    unite,
)
from casus.services.merging.compare import refuse_closed
from casus.services.merging.conflicts import Clash, clashes, refuse_drafts, require_mergeable
from casus.services.merging.fields import DIFFER, LEFT, RIGHT, FieldPair, pairs
from casus.services.merging.past import is_kept, was_here
from casus.services.merging.references import references
from casus.services.naming import person_name
from casus.vault.tables import NotDuplicate, Person, PersonMerge

KINDS = ("persons", "person_merges", "person_aliases", "cases", "phase_changes", "assignments", "detentions")


@dataclass(frozen=True)
class Merged:
    """A merge on file: who has it all now, and the number of who went."""

    id: str
    kept_id: str
    kept_name: str
    kept_number: str
    merged_number: str
    at: datetime
    reason: str
    stuck: str
    """Why it cannot be taken apart: the rule that is raised when it is tried, "" when it can."""


def merge(  # the fields of its form
    desk: Desk,
    keep_id: str,
    other_id: str,
    choices: Mapping[str, str],
    reason: str,
    *,
    keep_version: int | None = None,
    other_version: int | None = None,
) -> Done[PersonMerge]:
    """Make one person of two: `keep_id` stays, with all that was of `other_id`.

    `choices` holds left (who stays) or right by the key of every field that differs and every clash
    (`compare`). Raises InvalidForm (a choice is missing), NotFound, StaleRecord, and NotAllowed: merge_same,
    restricted, merge_destruction, merge_correction, merge_draft, role.
    """
    desk.require(Permission.DOSSIERS)
    check, words = _begun(desk, keep_id, other_id, reason)
    with desk.changing(words, label="merge_persons") as session:
        kept = fetch(session, Person, keep_id, keep_version)
        other = fetch(session, Person, other_id, other_version)
        refuse_closed(session, kept, other)
        require_mergeable(session, kept, other)
        fields, found = pairs(kept, other), clashes(session, keep_id, other_id)
        _check_choices(check, fields, found, choices)
        check.finish()
        clear_stays(session, keep_id, other_id, choices, found)
        move_references(session, kept, other)
        unite(session, kept)
        close_twice(session, desk, found, choices, words)
        fill_fields(session, desk, kept, other, fields, choices)
        record = _replaced(session, keep_id, other, words)
        derive(session, (keep_id, other_id), cases_met_later(session, keep_id))
    kinds = (*KINDS, *(one.kind for one in references()))
    return Done(record, Changes.of(kinds, record.id, keep_id, other_id))


def _begun(desk: Desk, keep_id: str, other_id: str, reason: str) -> tuple[FormCheck, str]:
    """Return the check of a merge with the reason in it; raises NotAllowed merge_same, merge_draft."""
    if keep_id == other_id:
        raise NotAllowed("merge_same")
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    refuse_drafts(desk, other_id)
    return check, words


def _replaced(session: Session, keep_id: str, other: Person, words: str) -> PersonMerge:
    """Put the record of the merge in the place of who goes."""
    record = PersonMerge(
        kept_id=keep_id, into_id=keep_id, merged_id=other.id, merged_number=other.number, reason=words
    )
    session.delete(other)
    session.add(record)
    session.flush()
    return record


def merges(desk: Desk) -> list[Merged]:
    """Return all merges, the latest first."""
    wanted = (
        select(PersonMerge, Person)
        .join(Person, Person.id == PersonMerge.kept_id)
        .order_by(PersonMerge.created_at.desc(), PersonMerge.id)
    )
    with desk.reading() as session:
        rows = session.execute(wanted).all()
        ids = [one.merged_id for one, _kept in rows]
        here, kept_ids = was_here(session, ids), is_kept(session, ids)
        return [
            Merged(
                one.id, kept.id, person_name(kept), kept.number, one.merged_number, one.created_at,
                one.reason, _stuck(one, here, kept_ids),
            )
            for one, kept in rows
        ]  # fmt: skip


def _stuck(one: PersonMerge, here: Collection[str], kept: Collection[str]) -> str:
    if one.kept_id != one.into_id:
        return "merged_further"
    if one.merged_id in kept:
        return ""
    return "merge_erased" if one.merged_id in here else "merge_elsewhere"


def keep_apart(desk: Desk, one_id: str, other_id: str) -> Done[NotDuplicate]:
    """Remember that these are two persons: they are not suggested again. Raises NotFound, NotAllowed("merge_same")."""
    if one_id == other_id:
        raise NotAllowed("merge_same")
    with desk.changing(label="keep_apart") as session:
        first, second = sorted(fetch(session, Person, one).id for one in (one_id, other_id))
        known = session.scalar(
            select(NotDuplicate).where(
                or_(
                    (NotDuplicate.first_id == first) & (NotDuplicate.second_id == second),
                    (NotDuplicate.first_id == second) & (NotDuplicate.second_id == first),
                )
            )
        )
        record = known or NotDuplicate(first_id=first, second_id=second)
        session.add(record)
    return Done(record, Changes.of(("not_duplicates",), record.id, first, second))


def _check_choices(
    check: FormCheck, fields: Sequence[FieldPair], found: Sequence[Clash], choices: Mapping[str, str]
) -> None:
    asked = [one.key for one in fields if one.state == DIFFER] + [one.key for one in found]
    for key in asked:
        if choices.get(key) not in (LEFT, RIGHT):
            check.refuse(key, "required_choice")
