# SPDX-License-Identifier: EUPL-1.2
"""Random registers of invented persons and the tables counted from them, for tests of disclosure."""

import csv
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from casus.disclosure import CountTable, Preset
from tests.helpers.releases import a_dimension, a_table

SDC = Path(__file__).parent.parent / "data" / "sdc"
FIVES = Preset("fives", 1, base=5, threshold=5, min_population=0, label={"nl": "Vijven", "en": "Fives"})

ATTRIBUTES: Mapping[str, Mapping[str, str | None]] = {
    "age": {"young": None, "older": None, "a1": "young", "a2": "young", "a3": "older", "a4": "older"},
    "district": {"d1": None, "d2": None, "d3": None, "d4": None},
    "phase": {"p1": None, "p2": None, "p3": None},
    "approach": {"pga": None, "rio": None, "family": None},
}
DIMENSIONS = {code: a_dimension(code, parents) for code, parents in ATTRIBUTES.items()}
Register = list[dict[str, str]]


def a_register(seed: int, persons: int) -> Register:
    """Persons with skewed, independent attributes."""
    chance = random.Random(seed)
    return [
        {
            code: chance.choices(leaves, [1 / (n + 1) for n in range(len(leaves))])[0]
            for code, leaves in ((code, dimension.leaves()) for code, dimension in DIMENSIONS.items())
        }
        for _ in range(persons)
    ]


def counted(
    code: str,
    register: Register,
    by: Sequence[str],
    where: Mapping[str, str] | None = None,
    **changes: object,
) -> CountTable:
    """The table `by` these attributes of the persons `where` attributes have these (leaf) values."""
    where = where or {}
    inside = [person for person in register if all(person[code] == value for code, value in where.items())]
    filters = (f"{code}={value}" for code, value in sorted(where.items()))
    return a_table(
        code,
        **{
            "population": ";".join(("persons", *filters)),
            "dimensions": tuple(DIMENSIONS[name] for name in by),
            "counts": dict(Counter(tuple(person[name] for name in by) for person in inside)),
            **changes,
        },
    )


def an_instance(file: str, by: Sequence[str]) -> CountTable:
    """A table of `tests/data/sdc` with its hierarchies."""
    with (SDC / file).open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    dimensions = []
    for code in by:
        parents: dict[str, str | None] = {row[f"{code}_g"]: None for row in rows if f"{code}_g" in row}
        parents |= {row[code]: row.get(f"{code}_g") for row in rows}
        dimensions.append(a_dimension(code, parents))
    counts = {tuple(row[code] for code in by): int(row["freq"]) for row in rows}
    return a_table(file.removesuffix(".csv"), dimensions=tuple(dimensions), counts=counts)


def true_counts(table: CountTable) -> dict[tuple[str, ...], int]:
    """All cells with their true counts, margins included; written without the engine."""
    totals: Counter[tuple[str, ...]] = Counter()
    for leaf, number in table.counts.items():
        cells: list[tuple[str, ...]] = [()]
        for dimension, code in zip(table.dimensions, leaf, strict=True):
            parents = {c.code: c.parent for c in dimension.categories}
            line: list[str] = ["total"]
            step: str | None = code
            while step is not None:
                line.append(step)
                step = parents[step]
            cells = [(*cell, wide) for cell in cells for wide in line]
        totals.update(dict.fromkeys(cells, number))
    return {cell: totals[cell] for cell in _cells(table)}


def _cells(table: CountTable) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = [()]
    for dimension in table.dimensions:
        cells = [(*cell, code) for cell in cells for code in dimension.codes()]
    return cells
