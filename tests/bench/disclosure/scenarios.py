# SPDX-License-Identifier: EUPL-1.2
"""The differencing scenarios S1-S6, twenty registers each, released by ledger and attacked by the oracle."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import mean

from casus.disclosure import EXACT, STANDARD, CountTable, FigureStatus, Ledger, Preset, Release, release
from casus.errors import ReleaseRefused
from tests.bench.disclosure.judge import Judged, Shown, judge, rounding_settled, suppression_settled
from tests.bench.disclosure.sections import Section, Target
from tests.helpers.releases import AT, EMPTY
from tests.helpers.scenarios import SCENARIOS, Scenario, scenario

REGISTERS = 20
_GROWING = frozenset({"S4", "S6"})
_GAUSS = {"S1": "9.1", "S2": "5.3", "S3": "0", "S4": "23.0", "S5": "0.8", "S6": "20.1"}
"""Targets exactly known per run under GaussSuppression rangeMin=5 without a ledger (disclosure.md 4.4)."""


@dataclass
class _Tally:
    judged: Judged = field(default_factory=Judged)
    refused: list[str] = field(default_factory=list)
    made: int = 0
    hidden: int = 0
    seconds: list[float] = field(default_factory=list)


def study(registers: int = REGISTERS) -> list[Section]:
    """Run all scenarios under rounding and under suppression."""
    return [_section(STANDARD, registers), _section(EXACT, registers)]


def _section(preset: Preset, registers: int) -> Section:
    tallies = {name: _tally(name, preset, registers) for name in SCENARIOS}
    rows = [_row(name, tally, registers) for name, tally in tallies.items()]
    judged = [tally.judged for tally in tallies.values()]
    targets = [Target("targets known exactly", sum(one.exact for one in judged), 0)]
    if preset is EXACT:
        targets.append(Target("targets surely under 5", sum(one.surely_small for one in judged), 0))
    else:
        targets.append(Target("targets with fewer than 5 values", sum(one.narrow for one in judged), 0))
    headings = ("scenario", "targets", "exact", "Gauss exact", "< 5 values", "surely < 5", "releases", "refused",
                "suppressed", "seconds")  # fmt: skip
    notes = [f"{name}: refused as {', '.join(sorted(set(tally.refused)))}"
             for name, tally in tallies.items() if tally.refused]  # fmt: skip
    title = f"Scenarios S1-S6, preset {preset.code}, {registers} registers of 240 persons, means per register"
    return Section(title, headings, rows, targets, notes=notes)


def _row(name: str, tally: _Tally, registers: int) -> tuple[str, ...]:
    judged = tally.judged
    return (
        name,
        f"{judged.targets / registers:.0f}",
        str(judged.exact),
        _GAUSS[name],
        str(judged.narrow),
        str(judged.surely_small),
        str(tally.made),
        str(len(tally.refused)),
        f"{tally.hidden / registers:.1f}",
        f"{mean(tally.seconds):.2f}",
    )


def _tally(name: str, preset: Preset, registers: int) -> _Tally:
    tally = _Tally()
    settled = suppression_settled if preset is EXACT else rounding_settled
    for seed in range(registers):
        shown = released(scenario(name, seed), preset, tally)
        tally.judged += judge(shown, settled, growing=name in _GROWING)
    return tally


def released(series: Scenario, preset: Preset, tally: _Tally) -> list[Shown]:
    """Release a series one after the other; what is refused is left out, and why is noted."""
    ledger, shown = EMPTY, list[Shown]()
    states: dict[str, int] = {}
    for tables in series:
        began = time.perf_counter()
        made = _made(tables, ledger, preset, tally)
        tally.seconds.append(time.perf_counter() - began)
        if made is None:
            continue
        ledger = ledger.extended(made.entry)
        tally.made += 1
        for table, public in zip(tables, made.tables, strict=True):
            state = states.setdefault(f"{table.snapshot} {table.population.partition(';')[0]}", len(states))
            shown.append(Shown(table, public, state))
            hidden = FigureStatus.SUPPRESSED
            tally.hidden += sum(figure.status is hidden for figure in public.figures.values())
    return shown


def _made(tables: Sequence[CountTable], ledger: Ledger, preset: Preset, tally: _Tally) -> Release | None:
    try:
        return release(tables, ledger, preset, at=AT)
    except ReleaseRefused as refused:
        tally.refused.append(str(getattr(refused.reasons[0], "code", "?")))
        return None
