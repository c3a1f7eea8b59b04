# SPDX-License-Identifier: EUPL-1.2
"""Finds or makes the person each row is about; who is in doubt is asked about once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from casus.domain.names import fold, parse_full, split_prefix
from casus.errors import InvalidInput
from casus.services.desk import Desk
from casus.services.importing.makers import given
from casus.services.importing.mapping import Layout
from casus.services.importing.people import MAYBE, SAME, Known, Someone, people_on_file
from casus.services.importing.report import Candidate, Doubt
from casus.services.importing.store import Store
from casus.services.inputs import PersonInput
from casus.services.naming import random_number
from casus.services.persons import clean_person
from casus.vault.tables import Person, PersonAlias

AS_NEW, SKIP = "new", "skip"
"""Decisions about someone in doubt, beside the id of who it is."""


class InDoubt(Exception):
    """Nobody has decided yet who this is, or it was decided to leave the line out."""


@dataclass
class _Asked:
    """Someone to be asked about, and the lines about them."""

    someone: Someone
    candidates: tuple[Known, ...]
    lines: list[int] = field(default_factory=list)


class Matcher:
    """Looks persons up in the vault and among those the file brought before; makes who is new."""

    def __init__(self, desk: Desk, session: Session, layout: Layout, store: Store) -> None:
        self._desk, self._session, self._layout, self._store = desk, session, layout, store
        self._people = people_on_file(session)
        self._numbers = set(self._people.numbers)
        self._found: dict[str, Known] = {}
        self._asked: dict[str, _Asked] = {}
        self._lines: dict[str, set[int]] = {}

    def resolve(self, line: int, values: Mapping[str, Any]) -> Known:
        """Return who a row is about; `Known.line` is that of the line that made them, 0 for someone on file.

        Raises InvalidInput and InvalidForm (a new person's details), and InDoubt.
        """
        number = values.get("number")
        if number:
            known = self._people.numbered(str(number))
            if known is None:
                raise InvalidInput("number", "unknown_number")
            return known
        someone = someone_in(values)
        if not someone.surname and not someone.given and not someone.call_name:
            raise InvalidInput("full_name", "no_person")
        known = self._found.get(someone.key) or self._look_up(line, someone, values)
        self._found[someone.key] = known
        self._lines.get(known.id, set()).add(line)
        return known

    def doubts(self) -> tuple[Doubt, ...]:
        """Return everyone to be asked about, in the order of the file."""
        return tuple(
            Doubt(
                key, one.someone.name, one.someone.birth_date, tuple(one.lines), _candidates(one.candidates)
            )
            for key, one in self._asked.items()
        )

    def _look_up(self, line: int, someone: Someone, values: Mapping[str, Any]) -> Known:
        found = self._people.find(someone)
        if found.kind == SAME:
            return found.who[0]
        if found.kind == MAYBE:
            asked = self._asked.setdefault(someone.key, _Asked(someone, found.who))
            asked.lines.append(line)
            decision = self._layout.same.get(someone.key, "")
            if (known := self._people.decided(decision)) is not None:
                return known
            if decision != AS_NEW:
                raise InDoubt
        if not self._layout.create_persons:
            raise InvalidInput("full_name", "unknown_person")
        return self._make(line, someone, values)

    def _make(self, line: int, someone: Someone, values: Mapping[str, Any]) -> Known:
        names = {"given_name": someone.given, "surname": someone.surname, "prefix": someone.prefix or None}
        details = given(values, PersonInput) | names
        clean, aliases = clean_person(self._session, self._desk, PersonInput(**details))
        lines: set[int] = {line}
        row = {"number": self._number(), "restricted": False, **clean}
        person_id = self._store.add(Person, row, lines)
        for alias in aliases:
            about = {"person_id": person_id, "name": alias, "folded": fold(alias)}
            self._store.add(PersonAlias, about, lines)
        self._lines[person_id] = lines
        known = Known(person_id, someone, str(clean["district"]), line)
        self._people.add(known)
        return known

    def _number(self) -> str:
        while (number := random_number("P")) in self._numbers:
            pass
        self._numbers.add(number)
        return number


def someone_in(values: Mapping[str, Any]) -> Someone:
    """Return the person a row names: by a whole name in one column, or by its parts."""
    given_name, prefix, surname = (str(values.get(key) or "") for key in ("given_name", "prefix", "surname"))
    whole = str(values.get("full_name") or "")
    if whole and not surname:
        parts = parse_full(whole[:200])
        given_name, prefix, surname = given_name or parts.given, prefix or parts.prefix, parts.surname
    if not prefix and surname[:1].islower():
        prefix, surname = split_prefix(surname)
    return Someone(
        " ".join(given_name.split()),
        " ".join(prefix.split()),
        " ".join(surname.split()),
        str(values.get("call_name") or ""),
        values.get("birth_date"),
    )


def _candidates(known: tuple[Known, ...]) -> tuple[Candidate, ...]:
    return tuple(
        Candidate(
            one.token, one.someone.name, one.someone.number, one.someone.birth_date, one.district, one.line
        )
        for one in known
    )
