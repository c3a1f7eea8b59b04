# SPDX-License-Identifier: EUPL-1.2
"""What was found in texts: contacts by their reports, tasks, programmes and documents; never of a restricted dossier.

A restricted dossier opens with a reason only, so not even that a word stands in it is told: the person is
found by number or by the whole name, and nothing else of the dossier as long as it is closed.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, not_, or_, select
from sqlalchemy.orm import Session

from casus.services.found_names import Pair, closed_somewhere
from casus.services.indexing import ATTACHMENTS, CONTACTS, PERSONS, PROGRAMMES, TASKS
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.search_hits import Hit, quote, starts_all, starts_any
from casus.vault import search as index
from casus.vault.tables import Attachment, Contact, ContactAttendee, Person, Programme, Task

_LOOKED_AT = 2
"""So many times as many texts are fetched as are shown: some may be of restricted dossiers."""
_PERSONS, _LATEST = 8, 120
"""Whose texts, and how many of them, are looked through for "name and word"."""
_NAME_WORDS = 2
_READ = 20_000
"""Signs of a text in which the place to quote is looked for."""


def found_texts(session: Session, words: Sequence[str], limit: int) -> list[Hit]:
    """Return texts with all the words, newest first; then texts of a person named by some of the words."""
    found = [hit[:2] for hit in index.search_texts(session, " ".join(words), limit * _LOOKED_AT)]
    hits = _newest(_described(session, found, words))
    if len(hits) < limit and len(words) > 1:
        known = {(hit.kind, hit.record_id) for hit in hits}
        hits += [hit for hit in _said_of(session, words) if (hit.kind, hit.record_id) not in known]
    return _shared_out(hits, limit)


def _shared_out(hits: Sequence[Hit], limit: int) -> list[Hit]:
    """Contacts first, but two thirds of the places at most when there is more."""
    contacts = [hit for hit in hits if hit.kind == CONTACTS]
    others = [hit for hit in hits if hit.kind != CONTACTS]
    contacts = contacts[: max(limit - len(others), limit * 2 // 3)]
    return [*contacts, *others[: limit - len(contacts)]]


def _said_of(session: Session, words: Sequence[str]) -> list[Hit]:
    """Return texts about the persons some words name in which the other words stand."""
    found: dict[Pair, Hit] = {}
    for name, said in _splits(words):
        persons = index.search(session, " ".join(name), _PERSONS, (PERSONS,))
        ids = [person.record_id for person in persons]
        pairs = _texts_of(session, ids, said) if ids else []
        found |= {(hit.kind, hit.record_id): hit for hit in _described(session, pairs, said)}
    return _newest(found.values())


def _splits(words: Sequence[str]) -> Iterable[tuple[Sequence[str], Sequence[str]]]:
    """Yield the ways to read a name of one or two words before or behind the words that were said."""
    for count in range(1, min(_NAME_WORDS, len(words) - 1) + 1):
        yield words[:count], words[count:]
        yield words[-count:], words[:-count]


def _texts_of(session: Session, person_ids: Sequence[str], words: Sequence[str]) -> list[Pair]:
    found: list[Pair] = []
    tables: tuple[tuple[str, Any, Any], ...] = ((CONTACTS, Contact, Contact.on), (TASKS, Task, Task.due_on))
    for kind, table, day in tables:
        latest = select(table.id).where(table.person_id.in_(person_ids)).order_by(day.desc()).limit(_LATEST)
        bodies = index.bodies(session, kind, list(session.scalars(latest)))
        found += [(kind, record_id) for record_id, body in bodies.items() if _has_all(words, body)]
    return found


def _has_all(words: Sequence[str], body: str) -> bool:
    """Return whether each word starts one of the folded words of an entry."""
    known = body.split()
    return all(any(one.startswith(word) for one in known) for word in words)


def _described(session: Session, found: Iterable[tuple[str, ...]], words: Sequence[str]) -> list[Hit]:
    ids: dict[str, list[str]] = {}
    for kind, record_id in found:
        ids.setdefault(kind, []).append(record_id)
    hits = []
    for kind, wanted in ids.items():
        query, key = _SELECTS[kind]
        open_ones = query.where(key.in_(wanted), or_(Person.id.is_(None), not_(closed_somewhere())))
        hits += [_hit(kind, row, words) for row in session.execute(open_ones)]
    return hits


def _newest(hits: Iterable[Hit]) -> list[Hit]:
    return sorted(hits, key=lambda hit: (hit.on or date.min, hit.record_id), reverse=True)


def _hit(kind: str, row: Any, words: Sequence[str]) -> Hit:
    whose = list_name(row.surname, row.prefix, row.given_name, row.call_name) if row.surname else ""
    place = f"case:{row.case_id}" if row.case_id else f"person:{row.person_id}" if row.person_id else ""
    fields = {why: getattr(row, why) for why in _FIELDS[kind]}
    why = next(
        (why for fits in (starts_all, starts_any) for why, text in fields.items() if fits(words, text)),
        next(iter(fields)),
    )
    around = quote(fields[why] or "", words)
    title = row.title if kind in (TASKS, ATTACHMENTS) else whose
    return Hit(kind, row.id, title, whose, why, "", place, row.on, row.code, around)


def _start(text: Any) -> ColumnElement[str]:
    return func.substr(text, 1, _READ)


_ATTENDEES = (
    select(func.group_concat(ContactAttendee.name, ", "))
    .where(ContactAttendee.contact_id == Contact.id)
    .correlate(Contact)
    .scalar_subquery()
)
_FIELDS: Mapping[str, tuple[str, ...]] = {
    CONTACTS: ("report", "met_at", "attendee", "source"),
    TASKS: ("title", "owner", "note"),
    PROGRAMMES: ("provider", "note", "stop_reason"),
    ATTACHMENTS: ("title",),
}
_SELECTS: Mapping[str, tuple[AnySelect, Any]] = {
    CONTACTS: (
        select(
            Contact.id,
            Contact.on,
            Contact.kind.label("code"),
            _start(Contact.report).label("report"),
            Contact.place.label("met_at"),
            Contact.information_source.label("source"),
            _ATTENDEES.label("attendee"),
            Contact.person_id,
            Contact.case_id,
            *NAME_COLUMNS,
        ).join(Person, Person.id == Contact.person_id),
        Contact.id,
    ),
    TASKS: (
        select(
            Task.id,
            func.coalesce(Task.done_on, Task.due_on).label("on"),
            Task.status.label("code"),
            Task.title,
            Task.owner,
            _start(Task.note).label("note"),
            Task.person_id,
            Task.case_id,
            *NAME_COLUMNS,
        ).outerjoin(Person, Person.id == Task.person_id),
        Task.id,
    ),
    PROGRAMMES: (
        select(
            Programme.id,
            Programme.registered_on.label("on"),
            Programme.kind.label("code"),
            Programme.provider_name.label("provider"),
            _start(Programme.note).label("note"),
            _start(Programme.stop_reason).label("stop_reason"),
            Programme.person_id,
            Programme.case_id,
            *NAME_COLUMNS,
        ).join(Person, Person.id == Programme.person_id),
        Programme.id,
    ),
    ATTACHMENTS: (
        select(
            Attachment.id,
            Attachment.received_on.label("on"),
            Attachment.kind.label("code"),
            Attachment.title,
            Attachment.person_id,
            Attachment.case_id,
            *NAME_COLUMNS,
        ).join(Person, Person.id == Attachment.person_id),
        Attachment.id,
    ),
}
