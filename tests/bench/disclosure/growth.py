# SPDX-License-Identifier: EUPL-1.2
"""How the time of a release grows with the number of cells."""

import random
import time
from collections import Counter

from casus.disclosure import STANDARD, CountTable, release
from tests.bench.disclosure.sections import Plot, Section, Target
from tests.helpers.releases import AT, EMPTY, a_dimension, a_table

SIZES = (3, 5, 7, 9, 12, 15, 18)
_PERSONS_PER_LEAF = 0.7


def study() -> Section:
    """Round and attack cubes of growing size, seven persons to ten inner cells."""
    rows, points = [], []
    for size in SIZES:
        table = _cube(size)
        began = time.perf_counter()
        made = release([table], EMPTY, STANDARD, at=AT)
        seconds = time.perf_counter() - began
        cells = made.statement.cells
        points.append((float(cells), seconds))
        audit = made.audit.audit_seconds
        rows.append((f"{size}×{size}×{size}", str(cells), str(made.statement.targets), f"{audit:.2f}",
                     f"{seconds:.2f}"))  # fmt: skip
    largest = max(second for cells, second in points if cells <= 1_400)
    headings = ("table", "cells", "targets", "attack s", "all s")
    targets = [Target("a table of about 1,300 cells, rounded and attacked (s)", largest, 1.5)]
    plot = Plot("seconds by number of cells", points, "s")
    return Section("Growth with cells, preset standard, empty ledger", headings, rows, targets, [plot])


def _cube(size: int) -> CountTable:
    chance = random.Random(size)
    names = [f"c{place}" for place in range(size)]
    weights = [1 / (place + 2) for place in range(size)]
    persons = int(_PERSONS_PER_LEAF * size**3) + 10
    columns = [chance.choices(names, weights, k=persons) for _ in range(3)]
    dimensions = tuple(a_dimension(f"d{place}", names) for place in range(3))
    return a_table(
        f"cube{size}", dimensions=dimensions, counts=dict(Counter(zip(*columns, strict=True))),
        population=f"cube {size}",
    )  # fmt: skip
