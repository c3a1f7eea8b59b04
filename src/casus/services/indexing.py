# SPDX-License-Identifier: EUPL-1.2
"""What of each kind of record can be found by searching; kept in the transaction of the change itself.

The body is folded text (domain.names.fold), so that İ, ı, ø, apostrophes and hyphens do not matter either.
Of a text (a report, a task) the index holds each word once and in alphabetical order: enough to find it, and no
second copy that could be read. Texts are indexed by `keep_up`, at the end of whatever transaction touched them.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.services.naming import person_name
from casus.vault import search
from casus.vault.search import Entry
from casus.vault.tables import (
    Attachment,
    Case,
    Contact,
    ContactAttendee,
    Facility,
    Family,
    Partner,
    Person,
    PersonAlias,
    PersonMerge,
    Programme,
    Record,
    Task,
)

PERSONS, CASES, FAMILIES, FACILITIES, PARTNERS = "persons", "cases", "families", "facilities", "partners"
CONTACTS, TASKS, PROGRAMMES, ATTACHMENTS = "contacts", "tasks", "programmes", "attachments"

_TABLES: Mapping[str, type[Record]] = {
    PERSONS: Person,
    CASES: Case,
    FAMILIES: Family,
    FACILITIES: Facility,
    PARTNERS: Partner,
    CONTACTS: Contact,
    TASKS: Task,
    PROGRAMMES: Programme,
    ATTACHMENTS: Attachment,
}
"""The kinds of record that can be found."""
FOUND_BY_SEARCH: tuple[type[Record], ...] = (*_TABLES.values(), PersonAlias, PersonMerge, ContactAttendee)
"""The classes whose new records `new_entries` looks at."""
_TEXTS: Mapping[type[Record], str] = {
    Contact: CONTACTS,
    Task: TASKS,
    Programme: PROGRAMMES,
    Attachment: ATTACHMENTS,
}
_AT_ONCE = 500


def person_entry(person: Person, aliases: Iterable[str]) -> Entry:
    """A person is found by every name, number, street, telephone number and e-mail address."""
    names = (person.given_name, person.prefix, person.surname, person.call_name, *aliases)
    telephone = re.sub(r"\D", "", person.telephone or "")
    where = (person.number, person.street, person.house_number, person.postcode, telephone, person.email)
    return Entry(PERSONS, person.id, person_name(person), _folded(*names, *where))


def case_entry(case: Case) -> Entry:
    """A case is found by its number; the person behind it is found by name."""
    return Entry(CASES, case.id, case.number, _folded(case.number))


def family_entry(family: Family) -> Entry:
    """A family is found by name and code."""
    return Entry(FAMILIES, family.id, family.name, _folded(family.name, family.code))


def facility_entry(facility: Facility) -> Entry:
    """A facility is found by name and place."""
    return Entry(FACILITIES, facility.id, facility.name, _folded(facility.name, facility.place))


def partner_entry(partner: Partner) -> Entry:
    """A partner is found by name and whom to call."""
    return Entry(PARTNERS, partner.id, partner.name, _folded(partner.name, partner.contact_name))


def contact_entry(contact: Contact, attendees: Iterable[str]) -> Entry:
    """A contact is found by the words of its report, its place, its source and the names typed for who was there."""
    words = (contact.report, contact.place, contact.information_source, *attendees)
    return Entry(CONTACTS, contact.id, "", word_list(*words))


def task_entry(task: Task) -> Entry:
    """A task is found by what has to be done, who does it, and its note."""
    return Entry(TASKS, task.id, "", word_list(task.title, task.owner, task.note))


def programme_entry(programme: Programme) -> Entry:
    """A programme is found by the provider that was typed in, its note, and why it stopped."""
    words = (programme.provider_name, programme.note, programme.stop_reason)
    return Entry(PROGRAMMES, programme.id, "", word_list(*words))


def attachment_entry(attachment: Attachment) -> Entry:
    """A document is found by the words of its title; never by its content."""
    return Entry(ATTACHMENTS, attachment.id, "", word_list(attachment.title))


def new_entries(records: Sequence[object]) -> list[Entry]:
    """Return what makes these new records findable; aliases and attendees are to be among them."""
    names: dict[str, list[str]] = {}
    for record in records:
        owner = owner_of(record) if isinstance(record, Record) else None
        named = record.merged_number if isinstance(record, PersonMerge) else getattr(record, "name", None)
        if owner is not None and (name := named):
            names.setdefault(owner[1], []).append(name)
    entries = (_entry(record, names) for record in records)
    return [entry for entry in entries if entry is not None and (entry.title or entry.body)]


def owner_of(record: Record) -> tuple[str, str] | None:
    """Return the kind and id of the record under which this one is found, if it has such an owner."""
    match record:
        case PersonAlias():
            return PERSONS, record.person_id
        case PersonMerge():
            return PERSONS, record.kept_id
        case ContactAttendee():
            return CONTACTS, record.contact_id
    return None


def keep_up(session: Session, touched: Iterable[Record]) -> None:
    """Make the texts findable that came, changed or went in this transaction."""
    texts: dict[str, set[str]] = {}
    for record in touched:
        if isinstance(record, ContactAttendee):
            texts.setdefault(CONTACTS, set()).add(record.contact_id)
        elif (kind := _TEXTS.get(type(record))) is not None:
            texts.setdefault(kind, set()).add(record.id)
    for kind, ids in texts.items():
        reindex(session, kind, ids)


def index_person(session: Session, person: Person, aliases: Iterable[str]) -> None:
    """Make a person findable, under the numbers of who was merged into them too."""
    merged = session.scalars(select(PersonMerge.merged_number).where(PersonMerge.kept_id == person.id))
    search.index(session, *person_entry(person, (*aliases, *merged)))


def index_case(session: Session, case: Case) -> None:
    """Make a case findable."""
    search.index(session, *case_entry(case))


def index_family(session: Session, family: Family) -> None:
    """Make a family findable."""
    search.index(session, *family_entry(family))


def index_facility(session: Session, facility: Facility) -> None:
    """Make a facility findable."""
    search.index(session, *facility_entry(facility))


def unindex_facility(session: Session, facility: Facility) -> None:
    """Leave a facility that is no longer to be chosen out of what is found."""
    search.unindex(session, FACILITIES, facility.id)


def index_partner(session: Session, partner: Partner) -> None:
    """Make a partner findable."""
    search.index(session, *partner_entry(partner))


def unindex_partner(session: Session, partner: Partner) -> None:
    """Leave a partner that is no longer worked with out of what is found."""
    search.unindex(session, PARTNERS, partner.id)


def reindex(session: Session, kind: str, ids: Collection[str]) -> None:
    """Make what is findable of these records what it should be, whether they changed, came or went."""
    table = _TABLES.get(kind)
    if table is None:
        return
    wanted = sorted(ids)
    search.unindex_many(session, kind, wanted)
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        found = session.scalars(select(table).where(table.id.in_(chunk))).all()
        there = [one for one in found if getattr(one, "removed_on", None) is None]
        others = [one for owned in _owned_by(table, chunk) for one in session.scalars(owned)]
        search.index_many(session, new_entries([*there, *others]))


def _owned_by(table: type[Record], ids: Sequence[str]) -> tuple[Select[Any], ...]:
    """Return the selects of what is found with these records."""
    if table is Person:
        return (
            select(PersonAlias).where(PersonAlias.person_id.in_(ids)),
            select(PersonMerge).where(PersonMerge.kept_id.in_(ids)),
        )
    if table is Contact:
        return (select(ContactAttendee).where(ContactAttendee.contact_id.in_(ids)),)
    return ()


def _entry(record: object, names: Mapping[str, Sequence[str]]) -> Entry | None:
    match record:
        case Person():
            return person_entry(record, names.get(record.id, ()))
        case Case():
            return case_entry(record)
        case Family():
            return family_entry(record)
        case Facility():
            return facility_entry(record)
        case Partner():
            return partner_entry(record)
        case Contact():
            return contact_entry(record, names.get(record.id, ()))
        case Task():
            return task_entry(record)
        case Programme():
            return programme_entry(record)
        case Attachment():
            return attachment_entry(record)
    return None


def word_list(*parts: str | None) -> str:
    """Return every word of these texts once, folded, in alphabetical order."""
    return " ".join(sorted(set(re.findall(r"\w+", _folded(*parts)))))


def _folded(*parts: str | None) -> str:
    return fold(" ".join(part for part in parts if part))
