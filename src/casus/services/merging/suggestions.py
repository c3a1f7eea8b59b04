# SPDX-License-Identifier: EUPL-1.2
"""Pairs on file that may be one person: near ones are found in SQL by a key they share, then compared one by one.

The keys: born on one day (with the first letter, where many are), the same name, and, when a birth date is not
known, the first letters of the surname. A key that too many share tells nothing and is left out.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select, text
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.services.desk import Desk
from casus.services.merging.resembling import TWIN, Known, likeness, shared_family, signs
from casus.services.naming import list_name
from casus.vault.closed import closed_persons, persons_with_closed_cases
from casus.vault.tables import Person, PersonAlias

MOST = 500
"""Pairs that are given at most; the most alike come first."""
_CROWD, _MOST_PER_KEY = 40, 200
_TWIN_BEHIND = 0.5
_SOME = 500

_NAME = "substr(sort_key, 1, instr(sort_key, char(9)) + instr(substr(sort_key, instr(sort_key, char(9)) + 1), char(9)))"
_PAIRS = text(
    f"""
    WITH born AS MATERIALIZED (
        SELECT birth_date, count(*) AS number FROM persons WHERE birth_date IS NOT NULL GROUP BY birth_date
    ), keys AS MATERIALIZED (
        SELECT p.id, 1 AS known,
               CASE WHEN b.number <= :crowd THEN 'd' || p.birth_date
                    ELSE 'd' || p.birth_date || substr(p.sort_key, 1, 1) END AS key
        FROM persons p JOIN born b ON b.birth_date = p.birth_date
        UNION ALL SELECT id, 1, 'n' || {_NAME} FROM persons
        UNION ALL SELECT id, birth_date IS NOT NULL, 'u' || substr(sort_key, 1, 2) FROM persons
    ), shared AS MATERIALIZED (
        SELECT key FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND :most
    ), near AS MATERIALIZED (
        SELECT keys.id, keys.known, keys.key FROM keys JOIN shared ON shared.key = keys.key
    )
    SELECT DISTINCT a.id, b.id FROM near a JOIN near b ON b.key = a.key AND b.id > a.id
    WHERE (substr(a.key, 1, 1) <> 'u' OR a.known = 0 OR b.known = 0)
      AND NOT EXISTS (SELECT 1 FROM not_duplicates x WHERE x.first_id = a.id AND x.second_id = b.id)
      AND NOT EXISTS (SELECT 1 FROM not_duplicates x WHERE x.first_id = b.id AND x.second_id = a.id)
    """  # noqa: S608 - columns of our own tables
)


@dataclass(frozen=True)
class Pair:
    """One of two persons in a suggestion."""

    id: str
    name: str
    number: str
    birth_date: date | None
    district: str


@dataclass(frozen=True)
class Suggestion:
    """Two who may be one; `why` are codes of list duplicate_sign, `sure` from 0 to 1, twins at the end."""

    left: Pair
    right: Pair
    why: tuple[str, ...]
    sure: float

    @property
    def twins(self) -> bool:
        """Whether they may be twins: then nobody should merge them without asking."""
        return TWIN in self.why


def suggestions(
    desk: Desk, progress: Callable[[int, int], object] = lambda _done, _total: None
) -> list[Suggestion]:
    """Return pairs that may be one person, the most alike first; closed dossiers and known pairs are left out.

    For 10,000 persons about a second. `progress` is told how many of how many pairs were compared, and may raise
    Cancelled. Raises NotAllowed("role").
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        near = [(row[0], row[1]) for row in session.execute(_PAIRS, {"crowd": _CROWD, "most": _MOST_PER_KEY})]
        persons = _persons(session, {one for pair in near for one in pair})
        alike: list[tuple[float, tuple[str, str]]] = []
        for at, pair in enumerate(near):
            if at % _SOME == 0:
                progress(at, len(near))
            if pair[0] in persons and pair[1] in persons:
                sure = likeness(persons[pair[0]][0], persons[pair[1]][0])
                if sure > 0:
                    alike.append((sure, pair))
        together = shared_family(session, [pair for _sure, pair in alike])
    found = [
        _suggestion(sure, *(persons[one] for one in pair), family=pair in together) for sure, pair in alike
    ]
    found.sort(key=lambda one: (-one.sure, one.left.name, one.right.name, one.left.id))
    return found[:MOST]


def _suggestion(
    sure: float, left: tuple[Known, Pair], right: tuple[Known, Pair], *, family: bool
) -> Suggestion:
    why = signs(left[0], right[0], family=family)
    return Suggestion(left[1], right[1], why, sure * _TWIN_BEHIND if TWIN in why else sure)


def _persons(session: Session, ids: Iterable[str]) -> dict[str, tuple[Known, Pair]]:
    """Return what these persons are recognised by, without those whose dossier is closed."""
    wanted = sorted(ids)
    aliases: dict[str, list[str]] = {}
    found: dict[str, tuple[Known, Pair]] = {}
    closed = or_(Person.id.in_(closed_persons()), Person.id.in_(persons_with_closed_cases()))
    for at in range(0, len(wanted), _SOME):
        block = wanted[at : at + _SOME]
        others = select(PersonAlias.person_id, PersonAlias.name).where(PersonAlias.person_id.in_(block))
        for person_id, name in session.execute(others):
            aliases.setdefault(person_id, []).append(name)
        for row in session.execute(select(*_COLUMNS).where(Person.id.in_(block), ~closed)):
            found[row.id] = _known(row, aliases.get(row.id, ()))
    return found


def _known(row: Any, aliases: Sequence[str]) -> tuple[Known, Pair]:
    name = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    known = Known(
        row.id, row.given_name, row.call_name or "", row.prefix or "", row.surname, row.birth_date,
        tuple(aliases),
    )  # fmt: skip
    return known, Pair(row.id, name, row.number, row.birth_date, row.district)


_COLUMNS = (
    Person.id, Person.given_name, Person.call_name, Person.prefix, Person.surname, Person.number,
    Person.birth_date, Person.district,
)  # fmt: skip
