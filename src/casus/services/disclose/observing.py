# SPDX-License-Identifier: EUPL-1.2
"""What a file says of a table, cell by cell, as it is written there; nothing is classified yet."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from casus.disclosure.validation import MAX_CELLS
from casus.services.disclose.faults import fault
from casus.services.disclose.reading import Row, rows_of
from casus.services.disclose.relations import Relations
from casus.services.disclose.spec import DimensionSpec, TableSpec

RawCell = tuple[str | None, ...]
"""What the file writes per dimension; `None` for the total."""

_WHOLE = re.compile(r"\+?0*(\d+?)(?:\.00?)?")  # not .000: that may be a thousand
_LONGEST = 10


@dataclass
class Observed:
    """The cells of a table: counts (texts for a table published elsewhere), lines, persons, caseloads."""

    spec: TableSpec
    path: Path
    counts: dict[RawCell, int] = field(default_factory=dict)
    shown: dict[RawCell, str] = field(default_factory=dict)
    lines: dict[RawCell, int] = field(default_factory=dict)
    persons: dict[RawCell, int] = field(default_factory=dict)
    names: dict[RawCell, set[str]] = field(default_factory=dict)
    caseloads: dict[str, dict[RawCell, int]] = field(default_factory=dict)


def observe(
    spec: TableSpec, path: Path, dimensions: Mapping[str, DimensionSpec], relations: Relations
) -> Observed:
    """Read one table; `relations` learns what its rows say of the dimensions. Raises TableFileInvalid."""
    found = Observed(spec, path)
    reader = _Reader(spec, path, dimensions)
    for row in rows_of(path, reader.columns, spec.delimiter, spec.encoding):
        if not reader.takes(row):
            continue
        cell = reader.cell(row)
        for own, text in zip(reader.own, cell, strict=True):
            if text is not None:
                relations.learn(own, text, row, path)
        reader.add(found, cell, row)
        if len(found.lines) > MAX_CELLS:
            raise fault("too_many_cells", path, row.line, limit=MAX_CELLS, cells=len(found.lines))
    if not found.lines:
        raise fault("no_rows", path, None, table=spec.code)
    return found


class _Reader:
    """Reads the rows of one table."""

    def __init__(self, spec: TableSpec, path: Path, dimensions: Mapping[str, DimensionSpec]) -> None:
        self._spec, self._path, self._dimensions = spec, path, dimensions
        self.own = [dimensions[name] for name in spec.dimensions]
        self._seen: dict[tuple[object, ...], int] = {}
        self._persons: dict[str, int] = {}

    @property
    def columns(self) -> Iterator[str]:
        """The columns this table needs."""
        spec = self._spec
        for one in (*self.own, *self._limiting().values()):
            yield from one.columns
        others = (spec.count, spec.person, spec.persons, spec.caseload)
        yield from (name for name in others if name is not None)
        yield from spec.caseloads
        yield from (self._column(name) for name in (*spec.sum_over, *(spec.where or ())))

    def _limiting(self) -> Mapping[str, DimensionSpec]:
        return {name: self._dimensions[name] for name in self._spec.where or () if name in self._dimensions}

    def _column(self, name: str) -> str:
        return self._dimensions[name].column if name in self._dimensions else name

    def takes(self, row: Row) -> bool:
        """Tell whether a row belongs to the table: `where` holds, and nothing summed over is a total."""
        for name, allowed in (self._spec.where or {}).items():
            one = self._dimensions.get(name)
            found = {row.values[name]} if one is None else _classes_in(row, one)
            if found.isdisjoint(allowed):
                return False
        for name in self._spec.sum_over:
            one = self._dimensions.get(name)
            if one is not None and _is_margin(row.values[one.column], one):
                return False
        return True

    def cell(self, row: Row) -> RawCell:
        """Return what the row is about."""
        texts = ((one, row.values[one.column]) for one in self.own)
        return tuple(None if text in one.total else text or one.empty for one, text in texts)

    def add(self, found: Observed, cell: RawCell, row: Row) -> None:
        """Count a row in."""
        spec = self._spec
        if spec.published is not None:
            self._once(cell, row)
            found.shown[cell] = row.values[str(spec.count)]
        elif spec.count is None:
            self._add_unit(found, cell, row)
        else:
            others = tuple(row.values[self._column(name)] for name in spec.sum_over)
            self._once((*cell, "", *others), row)
            found.counts[cell] = found.counts.get(cell, 0) + self._number(row, spec.count)
            for name in spec.caseloads:
                own = found.caseloads.setdefault(name, {})
                own[cell] = own.get(cell, 0) + self._number(row, name)
            if spec.persons is not None:
                found.persons[cell] = found.persons.get(cell, 0) + self._number(row, spec.persons)
        found.lines.setdefault(cell, row.line)

    def _once(self, key: tuple[object, ...], row: Row) -> None:
        first = self._seen.setdefault(key, row.line)
        if first != row.line:
            raise fault("duplicate_row", self._path, row.line, first=first)

    def _add_unit(self, found: Observed, cell: RawCell, row: Row) -> None:
        """Count one row as one unit."""
        for one, text in zip(self.own, cell, strict=True):
            if text is None or _is_key(text, one):
                raise fault("total_among_rows", self._path, row.line, dimension=one.code)
        found.counts[cell] = found.counts.get(cell, 0) + 1
        spec = self._spec
        if spec.person is not None:
            name = row.values[spec.person]
            if not name:
                raise fault("person_unnamed", self._path, row.line, column=spec.person)
            first = self._persons.setdefault(name, row.line)
            if spec.unit == "persons" and first != row.line:
                raise fault("person_twice", self._path, row.line, first=first, column=spec.person)
            found.names.setdefault(cell, set()).add(name)
        if spec.caseload is not None and row.values[spec.caseload]:
            own = found.caseloads.setdefault(row.values[spec.caseload], {})
            own[cell] = own.get(cell, 0) + 1

    def _number(self, row: Row, column: str) -> int:
        text = row.values[column]
        whole = _WHOLE.fullmatch(text) if text.isascii() else None
        if whole is not None and len(whole[1]) <= _LONGEST:
            return int(whole[1])
        raise fault(_why_no_count(text, whole), self._path, row.line, column=column)


def _why_no_count(text: str, whole: re.Match[str] | None) -> str:
    if not text:
        return "count_missing"
    if whole is not None:
        return "count_too_large"
    if not text.isascii():
        return "count_unreadable"
    try:
        number = float(text.replace(",", "."))
    except ValueError:
        return "count_unreadable"
    if number != number or number in (float("inf"), float("-inf")):
        return "count_unreadable"
    return "count_negative" if number < 0 else "count_fractional"


def _classes_in(row: Row, one: DimensionSpec) -> set[str]:
    """Return all classes of a dimension a row belongs to, as the files and the description write them."""
    text = row.values[one.column]
    if text in one.total:
        return {text}
    found = {text or one.empty, *(row.values[name] for name in one.columns[1:] if row.values[name])}
    for rows in (one.tree or {}, one.groups or {}):
        for _ in rows:
            wider = {key for key, members in rows.items() if not found.isdisjoint(members)}
            if wider <= found:
                break
            found |= wider
    return found


def _is_key(text: str, one: DimensionSpec) -> bool:
    return text in (one.tree or ()) or text in (one.groups or ())


def _is_margin(text: str, one: DimensionSpec) -> bool:
    return text in one.total or _is_key(text, one)
