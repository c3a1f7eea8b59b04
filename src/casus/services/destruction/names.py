# SPDX-License-Identifier: EUPL-1.2
"""The names of those who go, and the texts of others in which they stand: listed for people to decide, never altered."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, Text, or_, select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.services.destruction.model import Mention
from casus.services.indexing import ATTACHMENTS, CONTACTS, PROGRAMMES, TASKS
from casus.vault import search
from casus.vault.belonging import CASES, FAMILIES, PERSONS, Going, chunks, movable
from casus.vault.row_digest import class_of, layout_of, record_classes
from casus.vault.tables import Case, Family, FieldChange, Person, PersonAlias

_LINE = 200
_INDEXED = (CONTACTS, TASKS, PROGRAMMES, ATTACHMENTS)
_MOST_HITS = 20_000
_OWN_NAMES = frozenset(
    {"surname", "given_name", "call_name", "prefix", "sort_key", "folded", "telephone", "email", "street",
     "house_number", "postcode", "city"}
)  # fmt: skip
"""Columns that hold what somebody else is called or where they live, and speak of nobody."""
_LEAST = 2


@dataclass(frozen=True)
class Name:
    """What names one person or family: all words of `surname` with one of `first` (if any), or all of another set.

    `rare`: nobody who stays has this surname, so that it names its bearer by itself.
    """

    record_id: str
    surname: frozenset[str]
    first: frozenset[str]
    others: tuple[frozenset[str], ...]
    rare: bool = False

    def stands_in(self, words: frozenset[str]) -> bool:
        """Tell whether these words name them, or may well do."""
        return self.surely_in(words) or (self.rare and self.surname <= words)

    def surely_in(self, words: frozenset[str]) -> bool:
        """Tell whether these words name them in full, by a number or by another name."""
        by_name = (
            bool(self.surname) and self.surname <= words and (not self.first or bool(self.first & words))
        )
        return by_name or any(other <= words for other in self.others)


def words_of(text: str | None) -> frozenset[str]:
    """Return the folded words of a text."""
    return frozenset(re.findall(r"\w+", fold(text or "")))


def names_of(session: Session, going: Going) -> tuple[Name, ...]:
    """Return what those who go are called."""
    found: list[Name] = []
    others = _surnames_of_others(session, going)
    aliases = _aliases(session, going)
    numbers = _numbers(session, going)
    for chunk in chunks(going.get(PERSONS, ())):
        for person in session.scalars(select(Person).where(Person.id.in_(chunk))):
            surname = words_of(person.surname)
            first = frozenset(
                w for w in words_of(f"{person.given_name} {person.call_name or ''}") if len(w) > 1
            )
            known = [*aliases.get(person.id, ()), *numbers.get(person.id, ()), words_of(person.number)]
            rare = any(len(word) >= _LEAST for word in surname) and surname not in others
            found.append(Name(person.id, surname, first, tuple(one for one in known if one), rare))
            for former in _former(session, person.id) - {surname}:
                found.append(Name(person.id, former, first, (), former not in others))
    for chunk in chunks(going.get(FAMILIES, ())):
        for family in session.scalars(select(Family).where(Family.id.in_(chunk))):
            found.append(Name(family.id, words_of(family.name), frozenset(), (words_of(family.code),)))
    return tuple(found)


def named_by(names: Iterable[Name], text: str | None) -> str | None:
    """Return the id of the first of these who is named in a text."""
    words = words_of(text)
    return next((name.record_id for name in names if name.stands_in(words)), None) if words else None


def mentions(session: Session, going: Going, names: tuple[Name, ...]) -> tuple[Mention, ...]:
    """Return the texts of records that stay in which one of these is named, in a fixed order."""
    found = set[Mention]()
    for record_class in record_classes() if names else ():
        layout = layout_of(record_class)
        columns = [column for column in layout.columns if _may_name(layout.kind, layout.table.c[column.name])]
        if not columns:
            continue
        table, stays = layout.table, going.get(layout.kind, ())
        texts = [table.c[column.name] for column in columns]
        subject = [table.c["person_id"]] if "person_id" in table.c else []
        query = select(table.c.id, *texts, *subject).where(or_(*(text.is_not(None) for text in texts)))
        for row in _rows(session, layout.kind, query, names):
            if row["id"] not in stays:
                found |= set(_in_row(layout.kind, row, [text.name for text in texts], names))
    return tuple(sorted(found, key=lambda one: (one.kind, one.record_id, one.field, one.person_id)))


def _in_row(
    kind: str, row: Mapping[str, Any], fields: Iterable[str], names: Iterable[Name]
) -> Iterator[Mention]:
    for field in fields:
        if row[field] and (who := named_by(names, row[field])) is not None:
            yield Mention(kind, row["id"], field, who, row.get("person_id"))


def _rows(session: Session, kind: str, query: Any, names: tuple[Name, ...]) -> Iterator[Mapping[str, Any]]:
    """Yield the rows to read: of a kind with many long texts only those that the search index gives."""
    if kind not in _INDEXED:
        yield from map(dict, session.execute(query).mappings())
        return
    ids: set[str] = set()
    for name in names:
        for words in (name.surname, *name.others):
            hits = search.search_texts(session, " ".join(sorted(words)), _MOST_HITS)
            ids |= {hit.record_id for hit in hits if hit.kind == kind}
    table = layout_of(_class(kind)).table
    for chunk in chunks(ids):
        yield from map(dict, session.execute(query.where(table.c.id.in_(chunk))).mappings())


def _may_name(kind: str, column: Any) -> bool:
    """Tell whether a column may hold a text about somebody else; names of organisations do not count."""
    if column.name in _OWN_NAMES:
        return False
    if isinstance(column.type, Text):
        return kind != "destruction_proposals" or column.name == "reason"
    if kind in (PERSONS, CASES) or kind not in movable():
        return False
    return isinstance(column.type, String) and column.type.length == _LINE


def _surnames_of_others(session: Session, going: Going) -> set[frozenset[str]]:
    gone = set(going.get(PERSONS, ()))
    rows = session.execute(select(Person.id, Person.surname))
    return {words_of(row.surname) for row in rows if row.id not in gone}


def _former(session: Session, person_id: str) -> set[frozenset[str]]:
    """Return the surnames a person had before, such as one that was spelt wrong."""
    before = select(FieldChange.old).where(
        FieldChange.kind == PERSONS, FieldChange.record_id == person_id, FieldChange.field == "surname"
    )
    return {words for old in session.scalars(before) if old and (words := words_of(str(old)))}


def _aliases(session: Session, going: Going) -> Mapping[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for chunk in chunks(going.get(PERSONS, ())):
        for alias in session.scalars(select(PersonAlias).where(PersonAlias.person_id.in_(chunk))):
            found.setdefault(alias.person_id, []).append(words_of(alias.name))
    return found


def _numbers(session: Session, going: Going) -> Mapping[str, list[frozenset[str]]]:
    found: dict[str, list[frozenset[str]]] = {}
    for chunk in chunks(going.get(CASES, ())):
        for case in session.scalars(select(Case).where(Case.id.in_(chunk))):
            found.setdefault(case.person_id, []).append(words_of(case.number))
    return found


def _class(kind: str) -> Any:
    record_class = class_of(kind)
    assert record_class is not None
    return record_class
