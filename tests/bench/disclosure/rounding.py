# SPDX-License-Identifier: EUPL-1.2
"""Controlled rounding of single tables: what it costs in accuracy and in time, and what it leaves open."""

import time

from casus.disclosure import STANDARD, release
from casus.disclosure.figures.counts import CountedTable
from tests.bench.disclosure.sections import Section, Target
from tests.helpers.instances import NAMES, instance
from tests.helpers.releases import AT, EMPTY

_SMALL_COUNT_ROUNDING = {
    "D2": "1.13 / 4", "A300": "0.89 / 4", "D3": "1.30 / 6", "B": "0.75 / 4", "C10": "1.20 / 7",
}  # fmt: skip
"""Mean and greatest error of SmallCountRounding 1.2.5 at base 5, from disclosure.md 4.3."""


def study() -> Section:
    """Round each table at the standard preset."""
    rows, errors, narrowest, published = [], [], [], []
    for name in NAMES:
        table = instance(name)
        began = time.perf_counter()
        made = release([table], EMPTY, STANDARD, at=AT)
        seconds = time.perf_counter() - began
        true, figures = CountedTable(table).values, made.tables[0].figures
        off = [abs((figures[cell].value or 0) - value) for cell, value in true.items()]
        least = made.audit.narrowest_range or 0
        errors.append((sum(off) / len(off), max(off)))
        narrowest.append(least)
        published.append(sum(figure.value is not None for figure in figures.values()) / len(true))
        mean, most = errors[-1]
        rows.append(
            (name, str(len(true)), str(sum(0 < value < 5 for value in true.values())), f"{mean:.2f} / {most}",
             _SMALL_COUNT_ROUNDING.get(name, ""), str(least), f"{seconds:.2f}")
        )  # fmt: skip
    headings = ("table", "cells", "small", "error mean / max", "SmallCountRounding", "values left", "seconds")
    targets = (
        Target("cells published, least share", min(published), 1, least=True),
        Target("greatest error", max(most for _, most in errors), 4),
        Target("mean error, worst table", max(mean for mean, _ in errors), 1.5),
        Target("values left to an attacker, fewest", min(narrowest), 5, least=True),
    )
    return Section("Controlled rounding to 5, one table", headings, rows, targets)
