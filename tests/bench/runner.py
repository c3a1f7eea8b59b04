# SPDX-License-Identifier: EUPL-1.2
"""Runs measurements: subject and baseline in turn, each in a process of its own, and their medians."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.catalogue import Measurement
from tests.bench.place import STARTED

ROOT = Path(__file__).resolve().parents[2]


HOMES = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA", "APPDATA")
"""Where a program keeps settings and logs: not the user's own while it is measured."""


class MeasurementFailed(RuntimeError):
    """A measuring process ended with an error; carries what it said."""


@dataclass(frozen=True)
class Result:
    """All runs of one measurement."""

    measurement: Measurement
    subject: tuple[float, ...]
    baseline: tuple[float, ...] = ()

    @property
    def value(self) -> float:
        """Return the median, in the measurement's unit."""
        return median(self.subject)

    @property
    def ratio(self) -> float | None:
        """Return how many times the baseline's median that is, if there is a baseline."""
        return self.value / median(self.baseline) if self.baseline else None

    @property
    def reached(self) -> bool | None:
        """Tell whether the target is met; None without a target."""
        if self.measurement.limit is None:
            return None
        figure = self.value if self.ratio is None else self.ratio
        return figure <= self.measurement.limit


def run_once(
    function: str, folder: Path, persons: int, tell: Callable[[str], None] = lambda _line: None
) -> float:
    """Return one number from one fresh process; raise MeasurementFailed when it has none.

    `tell` gets what else the process said, line by line.
    """
    own_home = {name: str(folder / "home") for name in HOMES}
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | own_home | {STARTED: repr(time.time())}
    outcome = subprocess.run(
        [sys.executable, "-m", "tests.bench.worker", function, folder, str(persons)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    lines = outcome.stdout.strip().splitlines()
    if outcome.returncode != 0 or not lines:
        raise MeasurementFailed(f"{function}: {outcome.stderr.strip() or 'printed nothing'}")
    for line in lines[:-1]:
        tell(line)
    return float(json.loads(lines[-1]))


def measure(
    measurement: Measurement,
    folder: Path,
    persons: int,
    runs: int,
    tell: Callable[[str], None] = lambda _line: None,
) -> Result:
    """Run a measurement; subject and baseline alternate, so that a busy moment hits both.

    The first run of each is thrown away: it pays for the disk cache. `tell` gets what the last run said.
    """
    functions = [function for function in (measurement.subject, measurement.baseline) if function]
    numbers: list[list[float]] = [[] for _ in functions]
    for run in range(runs + 1):
        last = (tell,) if run == runs else ()
        for function, values in zip(functions, numbers, strict=True):
            values.append(run_once(function, folder, persons, *last))
    subject, *rest = (tuple(values[1:]) for values in numbers)
    return Result(measurement, subject, *rest)


def measure_all(
    measurements: tuple[Measurement, ...],
    folder: Path,
    persons: int,
    runs: int,
    announce: Callable[[str], None],
) -> tuple[Result, ...]:
    """Run measurements one after another, naming each before it starts."""
    results = []
    for number, measurement in enumerate(measurements, start=1):
        announce(f"[{number}/{len(measurements)}] {measurement.title}")
        results.append(measure(measurement, folder, persons, runs, announce))
    return tuple(results)
