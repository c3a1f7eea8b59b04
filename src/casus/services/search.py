# SPDX-License-Identifier: EUPL-1.2
"""Searching as one types: by the start of words, without accents, and past a slip of the pen.

The index answers first. Only when it finds few, persons whose names share enough letter pairs with the
typed words are compared letter by letter; SQL does the first sieve, so that it stays quick at 10,000.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.domain.resemblance import edit_distance
from casus.services.desk import Desk
from casus.services.indexing import PERSONS
from casus.services.lists import AnySelect, words_of
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault import search as index
from casus.vault.tables import Case, Facility, Family, Partner, Person, PersonAlias

FEW = 3
"""With fewer hits than this, misspellings are tried too."""
_SIEVED = 120
_RANKED = 3
"""Letters from which the index ranks; shorter ones fit half the vault."""
_TOO_MANY = 99
_SHORTEST = 4
"""Letters a word must have before a slip of the pen is forgiven."""


@dataclass(frozen=True)
class Hit:
    """Something found; `why` is name, alias, number, other or similar (a misspelling was forgiven)."""

    kind: str
    record_id: str
    title: str
    subtitle: str
    why: str


def search(desk: Desk, text: str, limit: int = 20) -> list[Hit]:
    """Return what fits every typed word, best first; search operators have no meaning here."""
    words = re.findall(r"\w+", " ".join(words_of(text)))
    if not words:
        return []
    with desk.reading() as session:
        found = _exact(session, words, limit)
        exact = len(found)
        if exact < FEW and "".join(words).isalpha():
            found += [
                (PERSONS, person) for person in _similar(session, words) if (PERSONS, person) not in found
            ]
        described = _described(session, found[:limit], words)
    similar = set(found[exact:])
    return [
        Hit(
            kind,
            key,
            *described[kind, key][:2],
            "similar" if (kind, key) in similar else described[kind, key][2],
        )
        for kind, key in found[:limit]
        if (kind, key) in described
    ]


def _exact(session: Session, words: list[str], limit: int) -> list[tuple[str, str]]:
    """Return what fits; one or two letters alone mean the start of a surname, which needs no ranking."""
    found: list[tuple[str, str]] = []
    if len(words) == 1 and len(words[0]) < _RANKED:
        by_surname = select(Person.id).where(Person.sort_key.startswith(words[0], autoescape=True))
        by_surname = by_surname.order_by(Person.sort_key).limit(limit)
        found = [(PERSONS, person_id) for person_id in session.scalars(by_surname)]
    if len(found) < limit:
        hits = index.search(session, " ".join(words), limit)
        found += [pair for hit in hits if (pair := (hit.kind, hit.record_id)) not in found]
    return found[:limit]


def _similar(session: Session, words: list[str]) -> list[str]:
    """Return ids of persons each of whose typed words is nearly a word of one of their names."""
    best: dict[str, int] = {}
    for person_id, names in session.execute(_sieve(words)):
        slips = _slips(words, names.split())
        if slips is not None and slips < best.get(person_id, _TOO_MANY):
            best[person_id] = slips
    return sorted(best, key=lambda person_id: (best[person_id], person_id))


def _sieve(words: list[str]) -> AnySelect:
    """The persons whose names and aliases share most letter pairs and first letters with the typed words."""
    pairs = {word[at : at + 2] for word in words for at in range(len(word) - 1)}
    names = union_all(
        select(Person.id.label("id"), Person.sort_key.label("names")),
        select(PersonAlias.person_id, PersonAlias.folded),
    ).subquery()
    signs = [func.instr(names.c.names, pair) > 0 for pair in sorted(pairs)]
    signs += [func.instr(names.c.names, first) == 1 for first in sorted({word[0] for word in words})]
    shared: ColumnElement[int] = sum((case((sign, 1), else_=0) for sign in signs), start=literal(0))
    least = max(1, len(pairs) // 3)
    return select(names.c.id, names.c.names).where(shared >= least).order_by(shared.desc()).limit(_SIEVED)


def _slips(words: list[str], names: list[str]) -> int | None:
    """Return the slips needed to read every typed word as (the start of) a name; None when too many."""
    total = 0
    for word in words:
        allowed = len(word) // _SHORTEST
        nearest = min((_distance(word, name, allowed) for name in names), default=_TOO_MANY)
        if nearest > allowed:
            return None
        total += nearest
    return total


def _distance(word: str, name: str, allowed: int) -> int:
    """Return the slips between a typed word and a name or its start; more than `allowed` are not counted out."""
    if name.startswith(word):
        return 0
    if len(set(word) - set(name)) > allowed:  # a slip brings in one strange letter at most
        return _TOO_MANY
    reach = {text for text in (name, name[: len(word)]) if abs(len(text) - len(word)) <= allowed}
    return min((edit_distance(word, text) for text in reach), default=_TOO_MANY)


def _described(
    session: Session, found: Iterable[tuple[str, str]], words: list[str]
) -> Mapping[tuple[str, str], tuple[str, str, str]]:
    """Title, subtitle and reason per hit, one query per kind."""
    ids: dict[str, list[str]] = {}
    for kind, record_id in found:
        ids.setdefault(kind, []).append(record_id)
    described = {}
    for kind, wanted in ids.items():
        for row in session.execute(_DETAILS[kind].where(_KEYS[kind].in_(wanted))):
            described[kind, row.id] = (
                _persons_words(row, words) if kind == PERSONS else _other_words(kind, row)
            )
    return described


def _persons_words(row: Any, words: list[str]) -> tuple[str, str, str]:
    title = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    why = "other"
    if _all_start(words, fold(title)):
        why = "name"
    elif _all_start(words, fold(f"{title} {row.call_name or ''} {row.aliases or ''}")):
        why = "alias"
    elif _all_start(words, fold(row.number)):
        why = "number"
    return title, row.number, why


def _other_words(kind: str, row: Any) -> tuple[str, str, str]:
    if kind == "cases":
        return row.title, list_name(row.surname, row.prefix, row.given_name, row.call_name), "number"
    return row.title, row.subtitle or "", "name"


def _all_start(words: list[str], text: str) -> bool:
    starts = text.replace(",", " ").split()
    return all(any(start.startswith(word) for start in starts) for word in words)


_ALIASES = (
    select(func.group_concat(PersonAlias.name, " "))
    .where(PersonAlias.person_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
)
_DETAILS: Mapping[str, AnySelect] = {
    "persons": select(Person.id, *NAME_COLUMNS, Person.number, _ALIASES.label("aliases")),
    "cases": select(Case.id, Case.number.label("title"), *NAME_COLUMNS).join(
        Person, Person.id == Case.person_id
    ),
    "families": select(Family.id, Family.name.label("title"), Family.code.label("subtitle")),
    "facilities": select(Facility.id, Facility.name.label("title"), Facility.place.label("subtitle")),
    "partners": select(Partner.id, Partner.name.label("title"), Partner.contact_name.label("subtitle")),
}
_KEYS = {
    "persons": Person.id,
    "cases": Case.id,
    "families": Family.id,
    "facilities": Facility.id,
    "partners": Partner.id,
}
