# SPDX-License-Identifier: EUPL-1.2
"""What makes the records of a row: the base of all makers, and what those about cases share.

A maker checks with the very functions the forms have (`clean_case`, `clean_contact`, …), so that a row is
refused for the same reasons, in the same words.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.services.importing.grid import Progress
from casus.services.importing.store import Store
from casus.vault.tables import Case

Values = Mapping[str, Any]
_CHUNK = 500


class Twice(Exception):
    """The same record is there already; `line` is where in the file, 0 when it is in the vault."""

    def __init__(self, line: int = 0) -> None:
        super().__init__("twice")
        self.line = line


class Maker:
    """Makes the records of rows of one subject; `make` raises CasusError, or Twice for a row that is there."""

    def __init__(self, desk: Desk, session: Session, store: Store, *, keep_doubles: bool) -> None:
        self.desk, self.session, self.store = desk, session, store
        self.today = desk.today()
        self._keep_doubles = keep_doubles
        self._seen: dict[tuple[Any, ...], int] = {}

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up what is on file, once, for all rows about these persons."""

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Put the records of a row in the store."""
        raise NotImplementedError

    def finish(self, progress: Progress) -> None:
        """Do what follows from all records together, after they were written."""

    def refuse_twice(self, key: tuple[Any, ...], line: int) -> None:
        """Raise Twice for a record that is in the vault, or (unless doubles are kept) on an earlier line."""
        earlier = self._seen.setdefault(key, line)
        if earlier != line and not (earlier and self._keep_doubles):
            raise Twice(earlier)

    def know(self, key: tuple[Any, ...]) -> None:
        """Remember a record that is in the vault."""
        self._seen[key] = 0

    def chunks(self, ids: Collection[str]) -> list[list[str]]:
        """Part ids into lists that a query takes."""
        wanted = list(ids)
        return [wanted[first : first + _CHUNK] for first in range(0, len(wanted), _CHUNK)]


class PersonMaker(Maker):
    """A row about a person is that person and nothing more."""

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Nothing: the person was made when the row was matched."""


@dataclass(frozen=True)
class CaseFacts:
    """What an import needs to know of a case."""

    id: str
    approach: str
    opened_on: date
    closed_on: date | None
    line: int = 0


class CaseBook(Maker):
    """What makers of anything that belongs to a case share: the cases on file by person."""

    def __init__(self, desk: Desk, session: Session, store: Store, *, keep_doubles: bool) -> None:
        super().__init__(desk, session, store, keep_doubles=keep_doubles)
        self.cases: dict[str, list[CaseFacts]] = defaultdict(list)

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the cases."""
        for chunk in self.chunks(person_ids):
            columns = (Case.person_id, Case.id, Case.approach, Case.opened_on, Case.closed_on)
            for row in self.session.execute(select(*columns).where(Case.person_id.in_(chunk))):
                self.cases[row.person_id].append(
                    CaseFacts(row.id, row.approach, row.opened_on, row.closed_on)
                )

    def case_on(self, person_id: str, day: date | None) -> str | None:
        """Return the only case of a person that was open on a day; None when there is none, or a choice."""
        if day is None:
            return None
        open_then = [
            case.id
            for case in self.cases[person_id]
            if case.opened_on <= day and (case.closed_on is None or case.closed_on >= day)
        ]
        return open_then[0] if len(open_then) == 1 else None


def given(values: Values, form: type[Any]) -> dict[str, Any]:
    """Return the values that are fields of an input class; what is empty is left to its default."""
    fields = form.__dataclass_fields__
    return {name: value for name, value in values.items() if name in fields and value not in (None, ())}
