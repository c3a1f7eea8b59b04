# SPDX-License-Identifier: EUPL-1.2
"""What goes with a book of releases beside its entries: words, definitions, what was withdrawn, the own catalogue."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import BundleInvalid
from casus.services.exchange import plain
from casus.services.exchange.kinds_of import definitions
from casus.services.exchange.kinds_of.definitions import Version
from casus.vault.tables import (
    Indicator,
    Record,
    ReleaseDefinition,
    ReleaseRow,
    ReleaseWithdrawal,
    ReleaseWording,
)

KEYS = ("words", "versions", "withdrawn", "indicators", "catalogue")
_MOST = 100_000
_DEFINED = ("code", "definition_version")


def told(session: Session) -> dict[str, object]:
    """Return all of it as plain data; what is about one release names its number."""
    numbers = {row.id: row.number for row in session.scalars(select(ReleaseRow))}
    return {
        "words": [
            {"number": numbers[one.release_id], "words": one.words}
            for one in session.scalars(select(ReleaseWording))
        ],
        "versions": [
            {"number": numbers[one.release_id], "versions": one.versions}
            for one in session.scalars(select(ReleaseDefinition))
        ],
        "withdrawn": [
            {"number": numbers[one.release_id], "on": one.withdrawn_on.isoformat(), "reason": one.reason}
            for one in session.scalars(select(ReleaseWithdrawal))
        ],
        "indicators": [
            {"code": one.code, "definition_version": one.definition_version, "definition": one.definition}
            for one in session.scalars(select(Indicator).order_by(Indicator.code))
        ],
        "catalogue": definitions.told(session, fit=False),
    }


@dataclass(frozen=True)
class Beside:
    """What came, read strictly: records by the number of their release, and definitions."""

    by_number: tuple[tuple[int, Callable[[str], Record]], ...]
    counted_with: tuple[Indicator, ...]
    versions: tuple[Version, ...]

    @property
    def codes(self) -> frozenset[str]:
        """The indicators that came with a definition."""
        return frozenset(
            {*(one.code for one in self.counted_with), *(one.row["code"] for one in self.versions)}
        )

    def keep(self, session: Session) -> None:
        """Add what is not here yet; what is here stays as it is."""
        ids = {row.number: row.id for row in session.scalars(select(ReleaseRow))}
        known = {
            (kind, release_id)
            for kind in (ReleaseWording, ReleaseDefinition, ReleaseWithdrawal)
            for release_id in session.scalars(select(kind.release_id))
        }
        for number, make in self.by_number:
            if number not in ids:
                raise BundleInvalid("content")
            record: Any = make(ids[number])
            if (type(record), record.release_id) not in known:
                known.add((type(record), record.release_id))
                session.add(record)
        there = {(one.code, one.definition_version) for one in session.scalars(select(Indicator))}
        for one in self.counted_with:
            if (one.code, one.definition_version) not in there:
                there.add((one.code, one.definition_version))
                session.add(one)
        definitions.follow(session, self.versions)


def read(found: Mapping[str, object]) -> Beside:
    """Read what came; raises BundleInvalid "content"."""
    return Beside(
        tuple(_by_number(found)),
        tuple(map(_indicator, _rows(found, "indicators"))),
        definitions.read(found["catalogue"], fit=False),
    )


def _by_number(found: Mapping[str, object]) -> Iterator[tuple[int, Callable[[str], Record]]]:
    for raw in _rows(found, "words"):
        one = plain.record(raw, ("number", "words"))
        words = plain.mapping(one["words"])
        yield plain.number(one["number"]), partial(_wording, words)
    for raw in _rows(found, "versions"):
        one = plain.record(raw, ("number", "versions"))
        versions = {plain.line(code): plain.number(n) for code, n in plain.mapping(one["versions"]).items()}
        yield plain.number(one["number"]), partial(_definition, versions)
    for raw in _rows(found, "withdrawn"):
        one = plain.record(raw, ("number", "on", "reason"))
        on, reason = plain.day(one["on"]), plain.text(one["reason"])
        yield plain.number(one["number"]), partial(_withdrawal, on, reason)


def _wording(words: dict[str, object], release_id: str) -> Record:
    return ReleaseWording(release_id=release_id, words=words)


def _definition(versions: dict[str, int], release_id: str) -> Record:
    return ReleaseDefinition(release_id=release_id, versions=versions)


def _withdrawal(on: date, reason: str, release_id: str) -> Record:
    return ReleaseWithdrawal(release_id=release_id, withdrawn_on=on, reason=reason)


def _indicator(found: object) -> Indicator:
    one = plain.record(found, (*_DEFINED, "definition"))
    return Indicator(**_defined(one))


def _defined(one: Mapping[str, object]) -> dict[str, Any]:
    return {
        "code": plain.line(one["code"]),
        "definition_version": plain.number(one["definition_version"]),
        "definition": plain.mapping(one["definition"]),
    }


def _rows(found: Mapping[str, object], name: str) -> list[Any]:
    return plain.rows(found[name], _MOST)
