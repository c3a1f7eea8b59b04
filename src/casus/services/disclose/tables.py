# SPDX-License-Identifier: EUPL-1.2
"""Count tables from what was read: leaf cells counted, margins in the file checked against them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import product
from math import prod

from casus.disclosure import Cell, CountTable, Protection, Text
from casus.disclosure.figures.counts import geometry_of
from casus.disclosure.figures.geometry import Geometry
from casus.disclosure.validation import MAX_CELLS
from casus.services.disclose.classifying import Classified
from casus.services.disclose.faults import fault
from casus.services.disclose.names import code_of
from casus.services.disclose.observing import Observed, RawCell
from casus.services.disclose.spec import Rows, Spec, TableSpec
from casus.services.printable import listed
from casus.services.toml_lines import nearest


@dataclass(frozen=True)
class Context:
    """What all tables of a call share."""

    spec: Spec
    classes: Mapping[str, Classified]
    today: date

    def of(self, table: TableSpec) -> tuple[Classified, ...]:
        """Return the dimensions of a table."""
        return tuple(self.classes[name] for name in table.dimensions)

    def population(self, table: TableSpec) -> str:
        """Return the population of a table with the filters of `where` and `about`."""
        filters = [*self._filters(table.where or {}), *(table.about or {}).items()]
        found = [table.population]
        for name, text in filters:
            axis, code = self._filter(name, text)
            found.append(f"{axis}={code}")
        return ";".join(found)

    def _filters(self, where: Rows) -> Iterator[tuple[str, str]]:
        for name, texts in where.items():
            one = self.spec.dimensions.get(name)
            wanted = [text for text in texts if one is None or text not in one.total]
            if wanted:
                yield name, "+".join(sorted(wanted))

    def _filter(self, name: str, text: str) -> tuple[str, str]:
        one = self.spec.dimensions.get(name)
        axis = code_of(name if one is None else one.axis)
        known = self.classes.get(name)
        return axis, code_of(text) if known is None else known.codes.get(text, code_of(text))


def counted(observed: Observed, context: Context) -> CountTable:
    """Return the count table; raises TableFileInvalid."""
    return _Counter(observed, context).table()


class _Counter:
    def __init__(self, observed: Observed, context: Context) -> None:
        self._observed, self._context, self._spec = observed, context, observed.spec
        self._classes = context.of(observed.spec)
        self._dimensions = tuple(one.dimension for one in self._classes)
        self._cells = {raw: _coded(raw, self._classes) for raw in observed.lines}
        size = prod(len(d.categories) + len(d.groups) + 1 for d in self._dimensions)
        if size > MAX_CELLS:
            raise fault("too_many_cells", observed.path, None, cells=size, limit=MAX_CELLS)
        self._geometry = geometry_of(self._dimensions)

    def table(self) -> CountTable:
        spec, observed = self._spec, self._observed
        leaves = {cell: raw for raw, cell in self._cells.items() if cell in self._geometry.leaf_set}
        counts = {cell: observed.counts[raw] for cell, raw in leaves.items()}
        self._check_margins(counts)
        zeros = self._structural_zeros()
        self._check_missing(counts, zeros)
        title = spec.title or {"nl": spec.code, "en": spec.code}
        first, last = self._context.spec.period or (self._context.today, self._context.today)
        return CountTable(
            code=code_of(spec.code),
            title=title,
            definition=spec.definition or title,
            unit=spec.unit,
            unit_label=spec.unit_label or _unit_label(spec.unit),
            source=spec.source or {"nl": observed.path.name, "en": observed.path.name},
            chapter="disclose",
            period=(first, last),
            reference_date=self._context.spec.reference_date or last,
            snapshot=spec.snapshot,
            protection=Protection.PERSONS,
            population=self._context.population(spec),
            dimensions=self._dimensions,
            counts=counts,
            structural_zeros=zeros,
            persons=self._persons(leaves),
            note=spec.note,
            within=frozenset(spec.within),
            caseloads={
                code_of(name): {
                    self._cells[raw]: n for raw, n in own.items() if self._cells[raw] in leaves and n
                }
                for name, own in observed.caseloads.items()
            },
        )

    def _check_margins(self, counts: Mapping[Cell, int]) -> None:
        """Totals, classes and groups in the file must be what their leaves add up to."""
        margins = {raw: cell for raw, cell in self._cells.items() if cell not in counts}
        if not margins:
            return
        added = self._geometry.summed(counts)
        for raw, cell in margins.items():
            shown = self._observed.counts[raw]
            if shown != added[cell]:
                line = self._observed.lines[raw]
                data = {"shown": shown, "added": added[cell], "table": self._spec.code}
                raise fault("margin_differs", self._observed.path, line, **data)

    def _check_missing(self, counts: Mapping[Cell, int], zeros: frozenset[Cell]) -> None:
        if self._spec.missing != "error":
            return
        for leaf in self._geometry.leaves:
            if leaf not in counts and leaf not in zeros:
                shown = listed(one.shown[code] for one, code in zip(self._classes, leaf, strict=True))
                raise fault("cell_missing", self._observed.path, None, cell=shown, table=self._spec.code)

    def _structural_zeros(self) -> frozenset[Cell]:
        zeros: set[Cell] = set()
        for rule in self._spec.structural_zeros:
            for name in rule:
                if name not in self._spec.dimensions:
                    raise self._wrong(
                        "unknown_dimension", dimension=name, known=listed(self._spec.dimensions)
                    )
            picks = [
                self._picked(name, one, rule)
                for name, one in zip(self._spec.dimensions, self._classes, strict=True)
            ]
            zeros.update(product(*picks))
        for raw, cell in self._cells.items():
            if cell in zeros and self._observed.counts[raw]:
                line = self._observed.lines[raw]
                raise fault("structural_zero_counted", self._observed.path, line, table=self._spec.code)
        return frozenset(zeros)

    def _picked(self, name: str, one: Classified, rule: Rows) -> tuple[str, ...]:
        """Return the leaves a rule is about; all of a dimension that it does not name."""
        if name not in rule:
            return one.dimension.leaves()
        for text in rule[name]:
            if text not in one.codes:
                raise self._wrong("unknown_member", code=text, dimension=name)
        return tuple(leaf for text in rule[name] for leaf in one.leaves_under(text))

    def _wrong(self, reason: str, **data: object) -> Exception:
        path = ("tables", self._spec.code, "structural_zeros")
        line = nearest(self._context.spec.lines, path)
        return fault(reason, self._context.spec.file, line, key=".".join(path), **data)

    def _persons(self, leaves: Mapping[Cell, RawCell]) -> Mapping[Cell, int] | None:
        """Return the distinct persons per cell, `None` where the unit is a person."""
        if self._spec.unit == "persons":
            return None
        if self._spec.person is None:
            return {self._cells[raw]: n for raw, n in self._observed.persons.items()}
        return _distinct(self._geometry, {cell: self._observed.names[raw] for cell, raw in leaves.items()})


def _coded(raw: RawCell, classes: tuple[Classified, ...]) -> Cell:
    return tuple(one.code(text) for one, text in zip(classes, raw, strict=True))


def _distinct(geometry: Geometry, names: Mapping[Cell, set[str]]) -> Mapping[Cell, int]:
    """Count the names behind every cell, margins included."""
    found: dict[Cell, set[str]] = {}
    for leaf, own in names.items():
        for cell in geometry.above(leaf):
            found.setdefault(cell, set()).update(own)
    return {cell: len(own) for cell, own in found.items()}


def _unit_label(unit: str) -> Text:
    return {"nl": "personen", "en": "persons"} if unit == "persons" else {"nl": unit, "en": unit}
