# SPDX-License-Identifier: EUPL-1.2
"""The tables of disclosure.md 4, public ones from tests/data/sdc and generated ones, with what others needed.

`GAUSS`: cells suppressed and sum of their counts by GaussSuppression 1.2.3 with rangeMin=5 (primary 1-4,
zeros published), as measured in disclosure.md 4.2; the three generated tables are like those of the study
but not the same, so nobody else's figures belong to them.
"""

import csv
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from casus.disclosure import Category, CountTable, Dimension
from tests.helpers.releases import a_table, both

SDC = Path(__file__).parent.parent / "data" / "sdc"


@dataclass(frozen=True)
class Gauss:
    """What GaussSuppression rangeMin=5 suppressed."""

    cells: int
    counts: int
    seconds: float


GAUSS: Mapping[str, Gauss] = {
    "D2": Gauss(33, 128, 0.66),
    "d2": Gauss(23, 175, 0.65),
    "A300": Gauss(53, 110, 0.66),
    "D3": Gauss(182, 747, 2.8),
    "B": Gauss(241, 424, 3.3),
    "d3": Gauss(376, 1558, 19.0),
    "C10": Gauss(667, 2790, 12.0),
}
_FILES: Mapping[str, tuple[str, tuple[tuple[str, str], ...]]] = {
    "D2": ("casus_D2_casus2d_120", (("district", "district_g"), ("phase", ""))),
    "d2": ("ssbtools_d2", (("region", "county"), ("main_income", ""))),
    "A300": ("casus_A10x10_300", (("district", ""), ("age", ""))),
    "D3": ("casus_D3_casus3d_240", (("age", ""), ("district", "district_g"), ("phase", ""))),
    "B": ("casus_B30x20_1000", (("district", ""), ("age", ""))),
    "d3": ("ssbtools_d3", (("region", "county"), ("main_income", ""), ("months", ""))),
    "C10": ("casus_C10x10x5h_500", (("district", "district_g"), ("age", "age_g"), ("phase", ""))),
}
_GENERATED: Mapping[str, tuple[int, float, Mapping[str, tuple[int, int]]]] = {
    "A5000": (5000, 1.7, {"district": (10, 0), "age": (10, 0)}),
    "E8": (2000, 1.6, {"district": (8, 3), "age": (6, 0), "phase": (4, 0)}),
    "D4": (120, 1.0, {"approach": (3, 0), "age": (4, 0), "district": (8, 3), "phase": (4, 0)}),
}
"""Persons, skewness, and per dimension how many categories in how many groups."""
NAMES = (*_FILES, *_GENERATED)


def instance(name: str) -> CountTable:
    """Return a table by its short name in disclosure.md 3."""
    return _from_file(name, *_FILES[name]) if name in _FILES else _made(name, *_GENERATED[name])


def _from_file(name: str, file: str, columns: Sequence[tuple[str, str]]) -> CountTable:
    with (SDC / f"{file}.csv").open(encoding="utf-8") as handle:
        rows = list(csv.DictReader(handle))
    dimensions = tuple(_dimension(code, [(row[code], _group(row, above)) for row in rows])
                       for code, above in columns)  # fmt: skip
    counts: Counter[tuple[str, ...]] = Counter()
    for row in rows:
        counts[tuple(row[code] for code, _ in columns)] += int(row["freq"])
    return a_table(name, dimensions=dimensions, counts=dict(counts), population=f"persons of {name}")


def _group(row: Mapping[str, str], column: str) -> str | None:
    return f"{column} {row[column]}" if column else None


def _dimension(code: str, pairs: Sequence[tuple[str, str | None]]) -> Dimension:
    groups = dict.fromkeys(group for _, group in pairs if group is not None)
    leaves = dict(pairs)
    found = (*((group, None) for group in groups), *leaves.items())
    return Dimension(code, both(code), tuple(Category(name, both(name), group) for name, group in found))


def _made(name: str, persons: int, skewness: float, shape: Mapping[str, tuple[int, int]]) -> CountTable:
    chance = random.Random(f"table {name}")
    dimensions, columns = [], []
    for code, (number, groups) in shape.items():
        leaves = [f"{code[0]}{place + 1}" for place in range(number)]
        pairs = [
            (leaf, f"group {place % groups + 1}" if groups else None) for place, leaf in enumerate(leaves)
        ]
        dimensions.append(_dimension(code, pairs))
        weights = [(place + 2) ** -skewness for place in range(number)]
        columns.append(chance.choices(leaves, weights, k=persons))
    counts = Counter(zip(*columns, strict=True))
    return a_table(name, dimensions=tuple(dimensions), counts=dict(counts), population=f"persons of {name}")
