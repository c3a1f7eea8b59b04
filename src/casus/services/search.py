# SPDX-License-Identifier: EUPL-1.2
"""Searching as one types: by the start of words, without accents, and past a slip of the pen.

The index answers first. Only when it finds few, persons whose names share enough letter pairs with the
typed words are compared letter by letter; SQL does the first sieve, so that it stays quick at 10,000. Names
come before texts, which keep a third of the places.
"""

import re
from dataclasses import replace

from sqlalchemy import ColumnElement, case, func, literal, select, union_all
from sqlalchemy.orm import Session

from casus.domain.resemblance import edit_distance
from casus.services.desk import Desk
from casus.services.found_names import Pair, described_names
from casus.services.found_texts import found_texts
from casus.services.indexing import PERSONS
from casus.services.lists import AnySelect, words_of
from casus.services.search_hits import Hit, Quote
from casus.vault import search as index
from casus.vault.tables import Person, PersonAlias

__all__ = ["FEW", "Hit", "Quote", "search"]

FEW = 3
"""With fewer hits than this, misspellings are tried too."""
_SIEVED = 120
_RANKED = 3
"""Letters from which the index ranks; shorter ones fit half the vault."""
_TOO_MANY = 99
_TELEPHONE, _TEXTS_SHARE = 5, 3
_SHORTEST = 4
"""Letters a word must have before a slip of the pen is forgiven."""


def search(desk: Desk, text: str, limit: int = 20) -> list[Hit]:
    """Return what fits every typed word, names before texts; search operators have no meaning here."""
    words = re.findall(r"\w+", " ".join(words_of(text)))
    if not words:
        return []
    with desk.reading() as session:
        texts = found_texts(session, words, limit) if len("".join(words)) >= _RANKED else []
        forgiving = len(words) == 1 or len(texts) < FEW  # several words that stand in texts are no slip
        names = _named(session, words, limit, forgiving) or _by_telephone(session, words, limit)
    kept = names[: max(limit - len(texts), limit - limit // _TEXTS_SHARE)]
    return kept + texts[: limit - len(kept)]


def _named(session: Session, words: list[str], limit: int, forgiving: bool = False) -> list[Hit]:
    """Return what fits by its name, number or address, also past a slip of the pen."""
    found = _exact(session, words, limit)
    exact = len(found)
    if forgiving and exact < FEW and "".join(words).isalpha():
        found += [(PERSONS, person) for person in _similar(session, words) if (PERSONS, person) not in found]
    found = found[:limit]
    described = described_names(session, found, words)
    similar = set(found[exact:])
    hits = ((pair, described[pair]) for pair in found if pair in described)
    return [replace(hit, why="similar", matched="") if pair in similar else hit for pair, hit in hits]


def _by_telephone(session: Session, words: list[str], limit: int) -> list[Hit]:
    """Return who has this telephone number, however it was spaced, with 31 or 0031 for the first 0."""
    digits = "".join(words)
    if not digits.isdecimal() or len(digits) < _TELEPHONE:
        return []
    national = re.sub(r"^(?:00)?31(?=[1-9])", "0", digits)
    tries = {one: None for one in (digits, national) if [one] != words}
    return [hit for one in tries for hit in _named(session, [one], limit)][:limit]


def _exact(session: Session, words: list[str], limit: int) -> list[Pair]:
    """Return what fits; one or two letters alone mean the start of a surname, which needs no ranking."""
    found: list[Pair] = []
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
