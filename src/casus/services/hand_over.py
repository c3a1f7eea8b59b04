# SPDX-License-Identifier: EUPL-1.2
"""What travels with a case to a colleague: its records and no others, as plain data of a numbered version.

The sealed file that carries it to another vault comes with the team exchange; it implements `Sealer`. Of other
people only what makes the records readable comes along: a name, and for the family a relation and a birth date.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any, Protocol

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from casus.errors import HandOverInvalid
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.vault.queries import member_now
from casus.vault.row_digest import layout_of
from casus.vault.tables import (
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

VERSION = 1
Row = Mapping[str, Any]
"""A record as it is stored: column name → text, number or list; empty columns are left out."""
Rows = tuple[Row, ...]

_BY_CASE: Mapping[str, type[Record]] = {
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
_BY_CASE_OR_PERSON: Mapping[str, type[Record]] = {
    "contacts": Contact,
    "appointments": Appointment,
    "tasks": Task,
    "detentions": Detention,
    "programmes": Programme,
    "vog_procedures": VogProcedure,
    "sharings": DataSharing,
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


@dataclass(frozen=True)
class HandOver:
    """One case, whole: the case and the person as single rows, all else as tuples of rows in order of their ids.

    `people`, `partners`, `facilities` and `workers` hold names only, of whom and what the records refer to.
    `family` is the row of the family (None without one), `family_members` who belongs to it now with name and
    birth date only. `attachments` are descriptions; their bytes come in pieces from `chunks_of`.
    """

    version: int
    made_on: date
    case: Row
    person: Row
    aliases: Rows = ()
    contacts: Rows = ()
    attendees: Rows = ()
    appointments: Rows = ()
    tasks: Rows = ()
    phase_changes: Rows = ()
    assignments: Rows = ()
    transfers: Rows = ()
    reviews: Rows = ()
    references: Rows = ()
    plans: Rows = ()
    goals: Rows = ()
    actions: Rows = ()
    assessments: Rows = ()
    scores: Rows = ()
    detentions: Rows = ()
    leaves: Rows = ()
    conditions: Rows = ()
    id_applications: Rows = ()
    programmes: Rows = ()
    attendances: Rows = ()
    vog_procedures: Rows = ()
    sharings: Rows = ()
    attachments: Rows = ()
    people: Rows = ()
    partners: Rows = ()
    facilities: Rows = ()
    workers: Rows = ()
    family: Row | None = None
    family_members: Rows = field(default=())

    def to_plain(self) -> dict[str, Any]:
        """Return it as JSON can hold it; `from_plain` makes the same again."""
        plain: dict[str, Any] = {"version": self.version, "made_on": self.made_on.isoformat()}
        for name in _PARTS:
            plain[name] = [dict(row) for row in getattr(self, name)]
        for name in ("case", "person", "family"):
            one = getattr(self, name)
            plain[name] = None if one is None else dict(one)
        return plain

    @staticmethod
    def from_plain(plain: Mapping[str, Any]) -> "HandOver":
        """Read what `to_plain` wrote.

        Raises HandOverInvalid "version" (made by a newer Casus) or "shape" (anything else that is not right).
        """
        version = plain.get("version")
        if type(version) is not int:
            raise HandOverInvalid("shape")
        if version > VERSION:
            raise HandOverInvalid("version")
        singles: dict[str, Any] = {name: plain.get(name) for name in ("case", "person", "family")}
        if version != VERSION or plain.keys() != {field.name for field in fields(HandOver)}:
            raise HandOverInvalid("shape")
        if not all(_is_row(row) for name, row in singles.items() if name != "family" or row is not None):
            raise HandOverInvalid("shape")
        parts: dict[str, Any] = {name: _rows_of(plain[name]) for name in _PARTS}
        return HandOver(version=VERSION, made_on=_day(plain["made_on"]), **singles, **parts)


_PARTS = tuple(
    one.name for one in fields(HandOver) if one.name not in {"version", "made_on", "case", "person", "family"}
)


class Sealer(Protocol):
    """Seals a hand-over to one named colleague; what it returns only that colleague can open."""

    def seal(self, hand_over: HandOver, attachments: "Attachments", to_worker_id: str) -> Iterator[bytes]:
        """Yield the sealed file in pieces; asks `attachments` for the bytes of one document at a time."""
        ...


class Attachments(Protocol):
    """Gives the bytes of a document, in order, in pieces that fit in memory."""

    def __call__(self, attachment_id: str) -> Iterator[bytes]:
        """Yield the pieces of a document."""
        ...


def hand_over(desk: Desk, case_id: str) -> HandOver:
    """Gather everything of one case, in a fixed number of queries; raises NotFound.

    It is logged as handed over only when it leaves, by what sends it.
    """
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        person = fetch(session, Person, case.person_id)
        parts: dict[str, Rows] = {"aliases": _rows(session, PersonAlias, PersonAlias.person_id == person.id)}
        for name, kind in _BY_CASE.items():
            parts[name] = _rows(session, kind, _column(kind, "case_id") == case.id)
        for name, kind in _BY_CASE_OR_PERSON.items():
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


def _is_row(row: object) -> bool:
    return isinstance(row, Mapping) and all(isinstance(key, str) for key in row) and "id" in row


def _rows_of(rows: object) -> Rows:
    if not isinstance(rows, list) or not all(map(_is_row, rows)):
        raise HandOverInvalid("shape")
    return tuple(rows)


def _day(text: object) -> date:
    try:
        return date.fromisoformat(str(text))
    except ValueError as error:
        raise HandOverInvalid("shape") from error
