# SPDX-License-Identifier: EUPL-1.2
"""Two releases beside each other, figure by figure, as they left."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting.catalogue import Catalogue, Indicator
from casus.disclosure import TOTAL
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import NotFound
from casus.services import release_book
from casus.services.desk import Desk
from casus.services.indicators.versions import in_force, read_definition
from casus.vault.tables import Indicator as KeptDefinition
from casus.vault.tables import ReleaseDefinition, ReleasedFigure, ReleaseRow

EXACT, ROUNDED = "exact", "rounded"
_Cell = tuple[tuple[str, str], ...]
_Key = tuple[str, _Cell]


@dataclass(frozen=True)
class Side:
    """A figure as one release has it: its value (None where it was left out) and status ("" where it is not in it)."""

    value: int | None = None
    status: str = ""


@dataclass(frozen=True)
class ComparedFigure:
    """The same figure of two releases; `by`: what its table is broken down by, `labels` the words of its cell.

    `difference` is None unless both have a number. `rounded`: either is, so that a small difference says nothing.
    `redefined`: the two were counted by different definitions.
    """

    indicator: str
    title: str
    by: tuple[str, ...]
    labels: tuple[str, ...]
    first: Side
    second: Side
    redefined: bool

    @property
    def difference(self) -> int | None:
        """How much more the second has."""
        if self.first.value is None or self.second.value is None:
            return None
        return self.second.value - self.first.value

    @property
    def rounded(self) -> bool:
        """Whether either was rounded."""
        return ROUNDED in (self.first.status, self.second.status)


@dataclass(frozen=True)
class Comparison:
    """Two releases, the older first."""

    first: ReleaseRow
    second: ReleaseRow
    figures: tuple[ComparedFigure, ...]


def compare_releases(desk: Desk, one_id: str, other_id: str, language: str | None = None) -> Comparison:
    """Set two releases beside each other; raises NotAllowed("role"), NotFound (also for what was published elsewhere)."""
    desk.require(Permission.RELEASE)
    with desk.reading() as session:
        rows = [_release(session, release_id) for release_id in (one_id, other_id)]
        first, second = sorted(rows, key=lambda row: row.number)
        sides = [_figures(session, row.id) for row in (first, second)]
        definitions = [_definitions(session, row.id) for row in (first, second)]
        words = _Words(in_force(session), (first.period, second.period), language or desk.language)
    return Comparison(first, second, tuple(_compared(sides, definitions, words)))


class _Words:
    """The words of codes, over the periods of both releases."""

    def __init__(self, catalogue: Catalogue, periods: tuple[str, str], language: str) -> None:
        self.language, self.catalogue = language, catalogue
        self._labels: dict[tuple[str, str], str] = {}
        for period in periods:
            for code, spec in catalogue.dimensions.items():
                dimension = spec.over(Period.parse(period))
                for category in dimension.categories:
                    self._labels[code, category.code] = category.label[language]

    def dimensions(self, cell: _Cell) -> tuple[str, ...]:
        known = self.catalogue.dimensions
        return tuple(known[code].label[self.language] if code in known else code for code, _category in cell)

    def cell(self, cell: _Cell) -> tuple[str, ...]:
        total = {"nl": "totaal", "en": "total"}[self.language]
        return tuple(
            total if code == TOTAL else self._labels.get((dimension, code), code) for dimension, code in cell
        )


def _compared(
    sides: list[dict[_Key, Side]], definitions: list[Mapping[str, Indicator]], words: _Words
) -> Iterator[ComparedFigure]:
    first, second = sides
    order = {one.code: at for at, one in enumerate(words.catalogue.indicators)}
    keys = dict.fromkeys([*second, *first])
    for key in sorted(keys, key=lambda one: order.get(one[0].partition("/")[0], len(order))):
        table, cell = key
        code = table.partition("/")[0]
        before, now = (found.get(code) for found in definitions)
        known = now or before
        yield ComparedFigure(
            code,
            known.title[words.language] if known is not None else code,
            words.dimensions(cell),
            words.cell(cell),
            first.get(key, Side()),
            second.get(key, Side()),
            redefined=before is not None and now is not None and _meaning(before) != _meaning(now),
        )


def _meaning(indicator: Indicator) -> tuple[object, ...]:
    return (
        indicator.measure,
        dict(indicator.where),
        indicator.unit,
        indicator.reference_day,
        dict(indicator.definition),
    )


def _release(session: Session, release_id: str) -> ReleaseRow:
    row = session.get(ReleaseRow, release_id)
    if row is None or row.kind != release_book.RELEASE:
        raise NotFound(release_book.KIND, release_id)
    return row


def _figures(session: Session, release_id: str) -> dict[_Key, Side]:
    """Return the figures by table and cell, in the order they left; a table's own total is its headline."""
    query = select(ReleasedFigure).where(ReleasedFigure.release_id == release_id)
    found = {}
    for row in session.scalars(query.order_by(ReleasedFigure.created_at, ReleasedFigure.indicator)):
        if not row.cell or set(row.cell.values()) != {TOTAL}:
            found[row.indicator, tuple(sorted(row.cell.items()))] = Side(row.value, row.status)
    return found


def _definitions(session: Session, release_id: str) -> Mapping[str, Indicator]:
    """Return the definitions a release was counted with."""
    versions = session.scalar(
        select(ReleaseDefinition.versions).where(ReleaseDefinition.release_id == release_id)
    )
    base = in_force(session)
    kept = {
        (row.code, row.definition_version): row.definition for row in session.scalars(select(KeptDefinition))
    }
    found = {}
    for code, number in (versions or {}).items():
        raw = kept.get((code, number))
        made = read_definition(base, raw) if raw is not None else None
        if made is not None:
            found[code] = made
    return found
