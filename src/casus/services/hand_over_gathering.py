# SPDX-License-Identifier: EUPL-1.2
"""Gathers what travels with a case from the vault: its own records, and of others only what makes them readable."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.hand_over import VERSION, HandOver, Row, Rows
from casus.vault.queries import member_now
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
    AccessRequest,
    Action,
    ActionPlan,
    Appointment,
    Assessment,
    AssessmentScore,
    Assignment,
    Attachment,
    AttachmentChunk,
    Attendance,
    BasicConditionCheck,
    Case,
    CaseReference,
    Contact,
    ContactAttendee,
    DataSharing,
    Detention,
    DetentionLeave,
    Facility,
    Family,
    FamilyMember,
    Goal,
    IdApplication,
    Partner,
    Person,
    PersonAlias,
    PhaseChange,
    Programme,
    ProportionalityReview,
    Record,
    Task,
    Transfer,
    VogProcedure,
    Worker,
)

BY_CASE: Mapping[str, type[Record]] = {
    "phase_changes": PhaseChange,
    "assignments": Assignment,
    "transfers": Transfer,
    "reviews": ProportionalityReview,
    "references": CaseReference,
    "plans": ActionPlan,
    "assessments": Assessment,
    "conditions": BasicConditionCheck,
    "id_applications": IdApplication,
}
BY_CASE_OR_PERSON: Mapping[str, type[Record]] = {
    "contacts": Contact,
    "appointments": Appointment,
    "tasks": Task,
    "detentions": Detention,
    "programmes": Programme,
    "vog_procedures": VogProcedure,
    "sharings": DataSharing,
    "requests": AccessRequest,
    "attachments": Attachment,
}
"""Records that name the case, or the person and no case in particular; those of another case stay behind."""
_UNDER: Mapping[str, tuple[type[Record], str, str]] = {
    "attendees": (ContactAttendee, "contact_id", "contacts"),
    "goals": (Goal, "plan_id", "plans"),
    "actions": (Action, "goal_id", "goals"),
    "scores": (AssessmentScore, "assessment_id", "assessments"),
    "leaves": (DetentionLeave, "detention_id", "detentions"),
    "attendances": (Attendance, "programme_id", "programmes"),
}
"""Parts of records that travel: class, the column that refers, and what to."""
_NAMED: Mapping[str, tuple[type[Record], tuple[str, ...], tuple[str, ...]]] = {
    "people": (Person, ("id", "given_name", "prefix", "surname", "role"), ("person_id", "representative_id")),
    "partners": (Partner, ("id", "name", "kind"), ("partner_id", "provider_id", "referring_partner_id")),
    "facilities": (Facility, ("id", "name", "kind", "country", "place"), ("facility_id",)),
    "workers": (Worker, ("id", "name", "role"), ("worker_id", "from_worker_id", "to_worker_id")),
}
"""What records refer to outside the case: class, the few columns that travel, and the columns that refer."""
_OF_FAMILY = ("id", "code", "name", "district", "started_on")
_OF_MEMBER = ("person_id", "relation", "from_on", "minor_reason", "review_on")
_OF_RELATIVE = ("id", "given_name", "prefix", "surname", "birth_date")


def hand_over(desk: Desk, case_id: str) -> HandOver:
    """Gather everything of one case, in a fixed number of queries; raises NotFound.

    It is logged as handed over only when it leaves, by what sends it.
    """
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        person = fetch(session, Person, case.person_id)
        parts: dict[str, Rows] = {"aliases": _rows(session, PersonAlias, PersonAlias.person_id == person.id)}
        for name, kind in BY_CASE.items():
            parts[name] = _rows(session, kind, _column(kind, "case_id") == case.id)
        for name, kind in BY_CASE_OR_PERSON.items():
            parts[name] = _rows(session, kind, _ours(kind, case))
        for name, (kind, column, above) in _UNDER.items():
            ids = [row["id"] for row in parts[above]]
            parts[name] = _rows(session, kind, _column(kind, column).in_(ids))
        family, members = _family(session, case, person)
        parts["family_members"] = members
        whole = [_row(case), _row(person), *(row for rows in parts.values() for row in rows)]
        parts |= _named(session, whole, but={person.id, *(row["id"] for row in members)})
    return HandOver(VERSION, desk.today(), _row(case), _row(person), family=family, **parts)


def chunks_of(desk: Desk, attachment_id: str) -> Iterator[bytes]:
    """Yield the bytes of a document piece by piece, so that it is never in memory whole."""
    position = -1
    while True:
        wanted = (
            select(AttachmentChunk.position, AttachmentChunk.content)
            .where(AttachmentChunk.attachment_id == attachment_id, AttachmentChunk.position > position)
            .order_by(AttachmentChunk.position)
            .limit(1)
        )
        with desk.reading() as session:
            found = session.execute(wanted).first()
        if found is None:
            return
        position = found.position
        yield found.content


def _ours(kind: type[Record], case: Case) -> ColumnElement[bool]:
    in_case = _column(kind, "case_id")
    ours: ColumnElement[bool] = in_case == case.id
    alone: ColumnElement[bool] = in_case.is_(None) & (_column(kind, "person_id") == case.person_id)
    return ours | alone


def _family(session: Session, case: Case, person: Person) -> tuple[Row | None, Rows]:
    """The family of the case, else the one the person belongs to now; its members with the least."""
    own = select(FamilyMember.family_id).where(FamilyMember.person_id == person.id, member_now()).limit(1)
    family_id = case.family_id or session.scalar(own)
    family = session.get(Family, family_id) if family_id else None
    if family is None:
        return None, ()
    rows = session.execute(
        select(FamilyMember, Person)
        .join(Person, Person.id == FamilyMember.person_id)
        .where(FamilyMember.family_id == family.id, member_now())
        .order_by(Person.id)
    )
    members = tuple({**_row(member, _OF_MEMBER), **_row(one, _OF_RELATIVE)} for member, one in rows)
    return _row(family, _OF_FAMILY), members


def _named(session: Session, rows: Sequence[Row], but: set[str]) -> dict[str, Rows]:
    found: dict[str, Rows] = {}
    for name, (kind, kept, refers) in _NAMED.items():
        ids = {row[column] for row in rows for column in refers if row.get(column)} - but
        records = session.scalars(select(kind).where(kind.id.in_(ids)).order_by(kind.id))
        found[name] = tuple(_row(record, kept) for record in records)
    return found


def _rows(session: Session, kind: type[Record], clause: ColumnElement[bool]) -> Rows:
    return tuple(map(_row, session.scalars(select(kind).where(clause).order_by(kind.id))))


def _row(record: Record, columns: Sequence[str] = ()) -> Row:
    stored = layout_of(type(record)).stored(vars(record))
    return {name: value for name, value in stored.items() if not columns or name in columns}


def _column(kind: type[Record], name: str) -> Any:
    return getattr(kind, name)
