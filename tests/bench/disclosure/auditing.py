# SPDX-License-Identifier: EUPL-1.2
"""The attack on one rounded table, and the time in which its stored proof is checked again without a solver."""

from statistics import median

from casus.disclosure import STANDARD, release
from casus.disclosure.attack.recheck import recheck
from tests.bench.disclosure.sections import Section, Target
from tests.helpers.instances import NAMES, instance
from tests.helpers.releases import AT, EMPTY

_CELL_WISE = {"A300": "0.44", "B": "3.14", "D3": "1.70", "C10": "49.9", "D4": "22.4"}
"""Seconds of the study's integer audit of a suppressed table, cell by cell (disclosure.md 4.1)."""
_BATCH = {"A300": "0.06", "B": "0.14", "D3": "0.13", "C10": "1.0 (rounded)", "D4": "0.42"}
"""Seconds of the study's batch of integer witnesses."""
_RUNS = 5


def study() -> Section:
    """Attack and re-check every table."""
    rows, slowest, checks = [], {}, []
    for name in NAMES:
        made = release([instance(name)], EMPTY, STANDARD, at=AT)
        again = [recheck(made.entry, made.proof, ()) for _ in range(_RUNS)]
        if not all(one.ok for one in again):
            raise AssertionError(name)
        milliseconds = 1000 * median(one.seconds for one in again)
        slowest[name] = made.audit.audit_seconds
        checks.append(milliseconds)
        rows.append(
            (name, str(made.statement.cells), str(made.statement.targets), _CELL_WISE.get(name, ""),
             _BATCH.get(name, ""), f"{slowest[name]:.2f}", str(made.audit.witnesses), f"{milliseconds:.0f}")
        )  # fmt: skip
    headings = (
        "table",
        "cells",
        "targets",
        "cell by cell s",
        "batch s",
        "ours s",
        "witnesses",
        "re-check ms",
    )
    targets = (
        Target("attack on 1,176 cells with 462 small ones, insiders included (s)", slowest["C10"], 1.5),
        Target("re-check of a stored verdict, slowest (ms)", max(checks), 50),
    )
    return Section("The attack, preset standard", headings, rows, targets)
