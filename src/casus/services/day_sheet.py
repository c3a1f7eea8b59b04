# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one day: whom to see, when and where, what was agreed last, and what to bring and ask.

It is made to be read on the screen, between two visits; nothing of it is printed or written to a file. Of a
restricted dossier it shows the time only.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session, aliased

from casus.domain.ages import age_on
from casus.domain.inclusion import acts_through_representative
from casus.services.appointments import appointment_rows
from casus.services.desk import Desk
from casus.services.lists import AnyRow, AnySelect
from casus.services.naming import list_name, person_name
from casus.vault.closed import closed_persons, of_open_case
from casus.vault.queries import case_open, contact_with_person, member_on, task_open
from casus.vault.tables import Appointment, Case, Contact, FamilyMember, Person, Task

_AGREEMENT = "agreement"


@dataclass(frozen=True)
class Expected:
    """Someone who may be there: a relative, or who represents the person (relation "representative")."""

    name: str
    relation: str
    age: int | None


@dataclass(frozen=True)
class SheetTask:
    """An open task about the person; `agreed` when it was agreed in a visit."""

    id: str
    title: str
    due_on: date | None
    owner: str | None
    agreed: bool


@dataclass(frozen=True)
class Visit:
    """One appointment of the day with all one wants to know at the door.

    `restricted` masks everything but time and kind. `done` when its report was made. `missing` holds codes of
    list sheet_missing: what to ask.
    """

    id: str
    kind: str
    at_time: str | None
    minutes: int | None
    person_id: str | None
    case_id: str | None
    done: bool
    restricted: bool = False
    number: str = ""
    name: str = ""
    place: str = ""
    telephone: str = ""
    note: str = ""
    phase: str = ""
    last_on: date | None = None
    last_kind: str = ""
    last_report: str = ""
    expected: tuple[Expected, ...] = ()
    tasks: tuple[SheetTask, ...] = ()
    missing: tuple[str, ...] = ()
    interpreter: str = ""  # a code of list language, when one is needed


@dataclass(frozen=True)
class DaySheet:
    """A day with its appointments, in order of time; those without a time come last."""

    day: date
    visits: tuple[Visit, ...] = field(default=())


def day_sheet(desk: Desk, day: date, worker_id: str | None = None) -> DaySheet:
    """Return the sheet of a day, of one worker (by default who sits at this desk), in a fixed number of queries."""
    mine = or_(Appointment.worker_id == (worker_id or desk.worker_id), Appointment.worker_id.is_(None))
    with desk.reading() as session:
        rows = session.execute(
            _rows()
            .where(Appointment.cancelled.is_(False), Appointment.on == day, mine)
            .order_by(Appointment.at_time.is_(None), Appointment.at_time, Appointment.id)
        ).all()
        open_to_see = {row.person_id for row in rows if row.person_id and not row.dossier_closed}
        known = _Known(session, open_to_see, day)
        return DaySheet(day, tuple(_visit(row, known, day) for row in rows))


class _Known:
    """What is known of the persons of a day, fetched for all of them together."""

    def __init__(self, session: Session, ids: Iterable[str], day: date) -> None:
        wanted = sorted(ids)
        self.persons = {one.id: one for one in session.scalars(select(Person).where(Person.id.in_(wanted)))}
        self.expected = _expected(session, self.persons, day)
        self.tasks = _tasks(session, wanted)
        self.last = _last_contacts(session, wanted)
        self.not_informed = set(
            session.scalars(
                select(Case.person_id).where(
                    Case.person_id.in_(wanted), case_open(), Case.informed_how.is_(None)
                )
            )
        )


def _rows() -> AnySelect:
    return (
        appointment_rows()
        .add_columns(
            Appointment.note,
            Case.phase,
        )
        .outerjoin(Case, Case.id == Appointment.case_id)
    )


def _visit(row: AnyRow, known: _Known, day: date) -> Visit:
    done = row.contact_id is not None
    if row.dossier_closed:
        return Visit(
            row.id, "", row.at_time, row.duration_minutes, row.person_id, row.case_id, done, True,
            number=row.closed_number,
        )  # fmt: skip
    person = known.persons.get(row.person_id)
    if person is None:
        return Visit(
            row.id, row.kind, row.at_time, row.duration_minutes, None, row.case_id, done,
            place=row.place or "", note=row.note or "",
        )  # fmt: skip
    last = known.last.get(person.id)
    return Visit(
        row.id,
        row.kind,
        row.at_time,
        row.duration_minutes,
        person.id,
        row.case_id,
        done,
        name=list_name(row.surname, row.prefix, row.given_name, row.call_name),
        place=row.place or _address(person),
        telephone=person.telephone or "",
        note=row.note or "",
        phase=row.phase or "",
        last_on=last.on if last else None,
        last_kind=last.kind if last else "",
        last_report=(last.report or "") if last else "",
        expected=known.expected.get(person.id, ()),
        tasks=known.tasks.get(person.id, ()),
        missing=_missing(person, informed=person.id not in known.not_informed, day=day),
        interpreter=person.language if person.interpreter else "",
    )


def _address(person: Person) -> str:
    street = " ".join(part for part in (person.street, person.house_number) if part)
    town = " ".join(part for part in (person.postcode, person.city) if part)
    return ", ".join(part for part in (street, town) if part)


def _missing(person: Person, *, informed: bool, day: date) -> tuple[str, ...]:
    young = person.birth_date is not None and acts_through_representative(person.birth_date, day)
    lacking = {
        "birth_date": person.birth_date is None,
        "address": not person.street,
        "telephone": not person.telephone,
        "representative": young and person.representative_id is None,
        "informed": not informed,
    }
    return tuple(code for code, is_lacking in lacking.items() if is_lacking)


def _expected(session: Session, persons: Mapping[str, Person], day: date) -> dict[str, tuple[Expected, ...]]:
    """The family of each person, and who represents them when that is not one of the family."""
    own, other = aliased(FamilyMember), FamilyMember
    rows = session.execute(
        select(own.person_id, other.relation, Person)
        .join(other, other.family_id == own.family_id)
        .join(Person, Person.id == other.person_id)
        .where(
            own.person_id.in_(list(persons)),
            own.from_on <= day,
            or_(own.until_on.is_(None), own.until_on >= day),
            member_on(day),
            other.person_id != own.person_id,
            Person.id.not_in(closed_persons()),
        )
        .order_by(Person.sort_key)
    )
    found: dict[str, dict[str, Expected]] = defaultdict(dict)
    for person_id, relation, relative in rows:
        found[person_id][relative.id] = _relative(relative, relation, day)
    wanted = [one.representative_id for one in persons.values() if one.representative_id]
    speaking = select(Person).where(Person.id.in_(wanted), Person.id.not_in(closed_persons()))
    speakers = {one.id: one for one in session.scalars(speaking)}
    for one in persons.values():
        speaker = speakers.get(one.representative_id or "")
        if speaker is not None:
            found[one.id].setdefault(speaker.id, _relative(speaker, "representative", day))
    return {person_id: tuple(people.values()) for person_id, people in found.items()}


def _relative(person: Person, relation: str, day: date) -> Expected:
    known = person.birth_date is not None and person.birth_date <= day
    age = age_on(person.birth_date, day) if known and person.birth_date else None
    return Expected(person_name(person), relation, age)


def _tasks(session: Session, ids: Sequence[str]) -> dict[str, tuple[SheetTask, ...]]:
    wanted = (
        select(Task)
        .where(Task.person_id.in_(ids), task_open(), of_open_case(Task.case_id))
        .order_by(Task.due_on.is_(None), Task.due_on, Task.id)
    )
    found: dict[str, list[SheetTask]] = defaultdict(list)
    for task in session.scalars(wanted):
        if task.person_id:
            agreed = task.source == _AGREEMENT
            found[task.person_id].append(SheetTask(task.id, task.title, task.due_on, task.owner, agreed))
    return {person_id: tuple(rows) for person_id, rows in found.items()}


def _last_contacts(session: Session, ids: Sequence[str]) -> dict[str, Contact]:
    """The last contact with each person."""
    newest = (
        select(Contact.person_id, func.max(Contact.on).label("on"))
        .where(Contact.person_id.in_(ids), contact_with_person(), of_open_case(Contact.case_id))
        .group_by(Contact.person_id)
        .subquery()
    )
    wanted = (
        select(Contact)
        .join(newest, (newest.c.person_id == Contact.person_id) & (newest.c.on == Contact.on))
        .where(contact_with_person(), of_open_case(Contact.case_id))
        .order_by(Contact.at_time, Contact.created_at)
    )
    return {contact.person_id: contact for contact in session.scalars(wanted)}
