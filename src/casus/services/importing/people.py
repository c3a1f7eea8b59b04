# SPDX-License-Identifier: EUPL-1.2
"""Search before create, for a whole file: who is on file already, who may be, and who is new."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold, split_prefix
from casus.domain.resemblance import Identity, resemblance, similarity
from casus.services.naming import BARE_NAME_COLUMNS, closed_name, list_name
from casus.vault.closed import closed_persons
from casus.vault.tables import Person, PersonAlias

SAME, MAYBE, NEW = "same", "maybe", "new"
_MOST_CANDIDATES = 5
_CLOSE = 0.75  # domain.resemblance: one slip in four letters
Names = tuple[str, str]


@dataclass(frozen=True)
class Someone:
    """A person as a file or the vault knows them; `number` as "P-7KX3Q", `call_name` also an alias."""

    given: str
    prefix: str
    surname: str
    call_name: str = ""
    birth_date: date | None = None
    number: str = ""
    closed: bool = False

    @cached_property
    def identity(self) -> Identity:
        """What a duplicate is recognised by."""
        return Identity(f"{self.prefix} {self.surname}".strip(), self.given, self.birth_date, self.call_name)

    @cached_property
    def names(self) -> Names:
        """Main surname and given name (else call name), bare."""
        return _bare(split_prefix(self.identity.surname)[1]), _bare(self.given or self.call_name)

    @property
    def key(self) -> str:
        """The same for the same spelling and birth date in a file; what a decision about them is kept under."""
        born = self.birth_date.isoformat() if self.birth_date else ""
        return "|".join((*self.names, _bare(split_prefix(self.identity.surname)[0]), born, fold(self.number)))

    @property
    def name(self) -> str:
        """The name as lists show it; of a closed dossier its number."""
        if self.closed:
            return closed_name(self.number)
        return list_name(self.surname, self.prefix, self.given, self.call_name)


@dataclass(frozen=True)
class Known:
    """A person on file, or one made by this file: then `line` is where, and `key` who in the file it is."""

    id: str
    someone: Someone
    district: str = ""
    line: int = 0

    @property
    def token(self) -> str:
        """What a decision refers to: an id, or who in the file it is."""
        return f"file:{self.someone.key}" if self.line else self.id


@dataclass(frozen=True)
class Found:
    """The outcome of looking someone up: same, maybe or new, and who (most alike first)."""

    kind: str
    who: tuple[Known, ...] = ()


@dataclass
class People:
    """Everyone on file and everyone the file has brought so far, to be looked up quickly."""

    _by_names: dict[Names, list[Known]] = field(default_factory=lambda: defaultdict(list))
    _by_birth: dict[date, list[Known]] = field(default_factory=lambda: defaultdict(list))
    _by_given: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))
    _all: "_Surnames" = field(default_factory=lambda: _Surnames())
    _unborn: "_Surnames" = field(default_factory=lambda: _Surnames())
    _by_number: dict[str, Known] = field(default_factory=dict)
    _by_token: dict[str, Known] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)

    def add(self, known: Known) -> None:
        """Remember a person; an alias is added as the same id under another name."""
        surname, given = known.someone.names
        self._by_names[known.someone.names].append(known)
        self._by_given[given].append(known)
        self._all.add(surname, known)
        if known.someone.birth_date:
            self._by_birth[known.someone.birth_date].append(known)
        else:
            self._unborn.add(surname, known)
        self._by_token.setdefault(known.token, known)
        if known.someone.number:
            self._by_number.setdefault(fold(known.someone.number), known)
            self.numbers.add(known.someone.number)

    def decided(self, token: str) -> Known | None:
        """Return whom a decision refers to."""
        return self._by_token.get(token)

    def numbered(self, number: str) -> Known | None:
        """Return who has a number."""
        return self._by_number.get(fold(number))

    def find(self, someone: Someone) -> Found:
        """Look someone up: the same names and birth date are the same person, what looks alike may be."""
        same = {known.id: known for known in self._exactly(someone)}
        if len(same) == 1 and someone.birth_date is not None:
            return Found(SAME, tuple(same.values()))
        alike: dict[str, tuple[float, Known]] = {}
        for known in self._near(someone):
            likeness = resemblance(someone.identity, known.someone.identity)
            if likeness > alike.get(known.id, (0.0,))[0]:
                alike[known.id] = likeness, known
        ranked = sorted(alike.values(), key=lambda pair: (-pair[0], pair[1].someone.name))
        if not ranked:
            return Found(NEW)
        return Found(MAYBE, tuple(known for _, known in ranked[:_MOST_CANDIDATES]))

    def _exactly(self, someone: Someone) -> Iterable[Known]:
        called = _bare(someone.call_name)
        for names in {someone.names, (someone.names[0], called or someone.names[1])}:
            for known in self._by_names.get(names, ()):
                if known.someone.birth_date == someone.birth_date:
                    yield known

    def _near(self, someone: Someone) -> Iterable[Known]:
        """Everyone born on the day; else by a surname that is nearly the same, or the two names swapped."""
        surname, given = someone.names
        yield from self._by_birth.get(someone.birth_date, ()) if someone.birth_date else ()
        yield from self._by_names.get(someone.names, ())
        for other in self._by_given.get(surname, ()):
            if other.someone.names[0] == given:
                yield other
        yield from (self._all if someone.birth_date is None else self._unborn).alike(surname)


class _Surnames:
    """Persons by surname, found under any spelling that is nearly the same."""

    def __init__(self) -> None:
        self._persons: dict[str, list[Known]] = defaultdict(list)
        self._initials: dict[str, list[str]] = defaultdict(list)
        self._near: dict[str, tuple[int, list[str]]] = {}

    def add(self, surname: str, known: Known) -> None:
        if surname not in self._persons:
            self._initials[surname[:1]].append(surname)
        self._persons[surname].append(known)

    def alike(self, surname: str) -> Iterable[Known]:
        """Yield everyone whose surname begins with the same letter and is the same but for a slip."""
        all_of_them = self._initials.get(surname[:1], [])
        looked_at, near = self._near.get(surname, (0, []))
        near = near + [other for other in all_of_them[looked_at:] if _close(surname, other)]
        self._near[surname] = len(all_of_them), near
        for other in near:
            yield from self._persons[other]


def _close(one: str, other: str) -> bool:
    longest = max(len(one), len(other))
    if one == other:
        return True
    return abs(len(one) - len(other)) <= longest * (1 - _CLOSE) and similarity(one, other) >= _CLOSE


def people_on_file(session: Session) -> People:
    """Return everyone in the vault, under every name they are known by."""
    people = People()
    persons: dict[str, Known] = {}
    closed = Person.id.in_(closed_persons()).label("closed")
    names = BARE_NAME_COLUMNS
    query = select(Person.id, Person.number, *names, Person.birth_date, Person.district, closed)
    for row in session.execute(query):
        someone = Someone(
            row.given_name, row.prefix or "", row.surname, row.call_name or "", row.birth_date, row.number,
            row.closed,
        )  # fmt: skip
        persons[row.id] = Known(row.id, someone, "" if row.closed else row.district)
        people.add(persons[row.id])
    for person_id, alias in session.execute(select(PersonAlias.person_id, PersonAlias.name)):
        known = persons.get(person_id)
        if known is not None:
            one = known.someone
            other = Someone(
                one.given, one.prefix, one.surname, alias, one.birth_date,
                one.number if one.closed else "", one.closed,
            )  # fmt: skip
            people.add(Known(person_id, other, known.district))
    return people


def _bare(text: str) -> str:
    return "".join(sign for sign in fold(text) if sign.isalnum())
