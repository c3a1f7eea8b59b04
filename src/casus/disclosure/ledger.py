# SPDX-License-Identifier: EUPL-1.2
"""The ledger: everything ever published, as an append-only chain of keyed digests (disclosure.md 5.6)."""

import hmac
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from casus.disclosure.figures.dimensions import PublishedDimension
from casus.disclosure.figures.geometry import Geometry
from casus.disclosure.figures.predicates import Predicate, parse_population, predicate_of
from casus.disclosure.model import Cell, FigureStatus, Protection
from casus.disclosure.seals import entry_digest
from casus.errors import LedgerBroken


@dataclass(frozen=True)
class PublishedFigure:
    """A figure as it left; `seal` marks the true value of a protected one, for the key's holder only."""

    cell: Cell
    value: int | None
    status: FigureStatus
    seal: str | None = None

    @property
    def number(self) -> int:
        """The value of a figure that is not suppressed; raises ValueError for one that is."""
        if self.value is None:
            raise ValueError("a suppressed figure has no number")
        return self.value


@dataclass(frozen=True)
class PublishedTable:
    """All that an outsider may know of a published table, rules included (and the seals, keyed).

    `reach`: largest rounding error; `min_population`: every total is 0 or rests on at least so many
    persons (0 = rule not applied); `cap`: rounded leaves are at most this (firms); `per_person` is
    false when a person can be behind several units. `classes`: the classifications behind filters (`CountTable`).
    """

    code: str
    population: str
    snapshot: str
    protection: Protection
    base: int | None
    threshold: int
    reach: int
    min_population: int
    cap: int | None
    per_person: bool
    dimensions: tuple[PublishedDimension, ...]
    figures: tuple[PublishedFigure, ...]
    classes: tuple[PublishedDimension, ...] = ()

    @property
    def classified(self) -> tuple[PublishedDimension, ...]:
        """All it says of how attributes are classified: by what it counts, and behind its filters."""
        return (*self.dimensions, *self.classes)

    @cached_property
    def scope(self) -> Predicate:
        """The population as a predicate."""
        return parse_population(self.population)

    @cached_property
    def geometry(self) -> Geometry:
        """Its cells."""
        return Geometry(self.dimensions)

    @cached_property
    def bases(self) -> frozenset[Cell]:
        """The total and the subtotals that are broken down: the cells `min_population` is about."""
        zero = FigureStatus.STRUCTURAL_ZERO
        return self.geometry.bases(figure.cell for figure in self.figures if figure.status is zero)

    def predicates(self) -> Iterator[tuple[Predicate, PublishedFigure]]:
        """Yield every figure with its predicate."""
        for figure in self.figures:
            yield predicate_of(self.scope, self.dimensions, figure.cell), figure


@dataclass(frozen=True)
class LedgerEntry:
    """One release in the ledger; `digest` chains it to the `previous` one under the ledger's key.

    `proofs`: names (SHA-256) of the proofs that are kept with it (recheck.py). `audit`: what the audit
    measured (model.Audit), which stays inside.
    """

    number: int
    at: datetime
    preset: Mapping[str, int | str] = field(hash=False)
    tables: tuple[PublishedTable, ...]
    statement_digest: str
    previous: str | None
    digest: str
    proofs: tuple[str, ...] = ()
    audit: Mapping[str, int | float | None] = field(default_factory=dict, hash=False)

    def content(self) -> str:
        """Return the canonical JSON of everything but the digest."""
        return _canonical(self._as_dict())

    def to_json(self) -> str:
        """Return the entry as canonical JSON."""
        return _canonical({**self._as_dict(), "digest": self.digest})

    def _as_dict(self) -> dict[str, object]:
        proofs = {"proofs": list(self.proofs)} if self.proofs else {}
        audit = {"audit": dict(self.audit)} if self.audit else {}
        return {
            **proofs,
            **audit,
            "format": 1,
            "number": self.number,
            "at": self.at.isoformat(),
            "preset": dict(self.preset),
            "tables": [_table_dict(table) for table in self.tables],
            "statement": self.statement_digest,
            "previous": self.previous,
        }

    @classmethod
    def from_json(cls, text: str) -> "LedgerEntry":
        """Read an entry; raises LedgerBroken when it is not one."""
        try:
            raw = json.loads(text)
            if raw["format"] != 1:
                raise LedgerBroken(reason="format")
            return cls(
                number=raw["number"],
                at=datetime.fromisoformat(raw["at"]),
                preset=dict(raw["preset"]),
                tables=tuple(_table(table) for table in raw["tables"]),
                statement_digest=raw["statement"],
                previous=raw["previous"],
                digest=raw["digest"],
                proofs=tuple(str(name) for name in raw.get("proofs", ())),
                audit=dict(raw.get("audit", {})),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise LedgerBroken(reason="unreadable") from error


@dataclass(frozen=True)
class Ledger:
    """All releases so far; raises LedgerBroken unless the chain is whole and ends in `head`.

    `head` is the digest of the last entry, kept apart from the entries (`None`: nothing ever left), so
    that an older or truncated copy is noticed. `key` is secret, at least 16 bytes.
    """

    entries: tuple[LedgerEntry, ...]
    key: bytes = field(repr=False)
    head: str | None

    def __post_init__(self) -> None:
        if len(self.key) < 16:
            raise ValueError("a ledger key has at least 16 bytes")
        previous = None
        for number, entry in enumerate(self.entries, start=1):
            digest = entry_digest(self.key, entry.content())
            if entry.number != number or entry.previous != previous:
                raise LedgerBroken(reason="order", number=number)
            if not hmac.compare_digest(digest, str(entry.digest)):
                raise LedgerBroken(reason="forged", number=number)
            previous = digest
        if previous != self.head:
            raise LedgerBroken(reason="head", number=len(self.entries))

    def extended(self, entry: LedgerEntry) -> "Ledger":
        """Return the ledger with one more entry; raises LedgerBroken when it does not follow."""
        return Ledger((*self.entries, entry), self.key, entry.digest)


def _canonical(data: object) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def _table_dict(table: PublishedTable) -> dict[str, object]:
    classes = {"classes": [_dimension_row(one) for one in table.classes]} if table.classes else {}
    return {
        **classes,
        "code": table.code,
        "population": table.population,
        "snapshot": table.snapshot,
        "protection": table.protection.value,
        "base": table.base,
        "threshold": table.threshold,
        "reach": table.reach,
        "min_population": table.min_population,
        "cap": table.cap,
        "per_person": table.per_person,
        "dimensions": [_dimension_row(dimension) for dimension in table.dimensions],
        "figures": [[list(f.cell), f.value, f.status.value, f.seal] for f in table.figures],
    }


def _dimension_row(dimension: PublishedDimension) -> list[object]:
    """Return code and categories, and only where there are any also groups, covers and the attribute."""
    plain: list[object] = [dimension.code, [list(category) for category in dimension.categories]]
    named = {
        "groups": [[group, list(members)] for group, members in dimension.groups],
        "covers": [[leaf, list(classes)] for leaf, classes in dimension.covers],
        "attribute": dimension.attribute,
        "open": dimension.open,
    }
    more = {name: value for name, value in named.items() if value}
    return [*plain, more] if more else plain


def _dimension(code: str, categories: list[Any], more: Mapping[str, Any] | None = None) -> PublishedDimension:
    more = more or {}
    return PublishedDimension(
        code,
        tuple((category, parent) for category, parent in categories),
        tuple((group, tuple(members)) for group, members in more.get("groups", ())),
        tuple((leaf, tuple(classes)) for leaf, classes in more.get("covers", ())),
        more.get("attribute", ""),
        bool(more.get("open", False)),
    )


def _table(raw: dict[str, Any]) -> PublishedTable:
    dimensions = tuple(_dimension(*dimension) for dimension in raw["dimensions"])
    figures = tuple(
        PublishedFigure(tuple(cell), value, FigureStatus(status), seal)
        for cell, value, status, seal in raw["figures"]
    )
    plain = {key: raw[key] for key in _PLAIN}
    return PublishedTable(
        **plain,
        protection=Protection(raw["protection"]),
        dimensions=dimensions,
        figures=figures,
        classes=tuple(_dimension(*one) for one in raw.get("classes", ())),
    )


_PLAIN = (
    "code", "population", "snapshot", "base", "threshold", "reach", "min_population", "cap", "per_person",
)  # fmt: skip
