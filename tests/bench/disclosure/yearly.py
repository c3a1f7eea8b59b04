# SPDX-License-Identifier: EUPL-1.2
"""The demo team's whole yearly report, after twelve monthly ones that count from the same first day."""

import resource
import time
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.data import COORDINATOR, desk_of, new_desk, new_vault, open_vault
from tests.bench.disclosure.sections import Plot, Section, Target
from tests.bench.place import Place
from tests.bench.runner import run_once

TEAM = "team"
EARLIER = 12
RUNS = 3
_HERE = "tests.bench.disclosure.yearly"


def study() -> Section:
    """Build the team, release twelve months, then protect the year in fresh processes."""
    with TemporaryDirectory(prefix="casus-bench-") as name:
        folder = Path(name)
        run_once(f"{_HERE}:prepare", folder, 0)
        months = [float(line) for line in (folder / "seconds").read_text("ascii").split()]
        years = sorted(run_once(f"{_HERE}:seconds", folder, 0) for _ in range(RUNS))
        megabytes = run_once(f"{_HERE}:megabytes", folder, 0)
    rows = [("twelve earlier releases, slowest", f"{max(months):.1f} s"),
            ("the year, with twelve in the ledger", f"{years[RUNS // 2]:.1f} s"),
            ("memory of that process, most", f"{megabytes:.0f} MB")]  # fmt: skip
    plot = Plot("seconds to protect and attack a month, by its number", [*enumerate(months, start=1)], "s")
    targets = (
        Target("yearly report with twelve earlier releases (s)", years[RUNS // 2], 10),
        Target("its memory (MB)", megabytes, 300),
    )
    return Section("The demo's yearly report", ("what", "measured"), rows, targets, [plot])


def prepare(place: Place) -> float:
    """Build the demo team, hand its rows to a coordinator of its own, and release the months."""
    from casus.demo import team as demo
    from casus.demo.registers import register_records, staff_records
    from casus.demo.words import Dice
    from casus.domain.clock import FixedClock
    from casus.domain.periods import Period
    from casus.services import reporting, vaults

    began = time.perf_counter()
    demo.build(place.folder / TEAM)
    workers = [
        vaults.unlock(place.folder / TEAM / member.key, demo.PASSWORD, FixedClock(demo.TODAY))
        for member in demo.MEMBERS
        if member.role != COORDINATOR
    ]
    with closing(new_vault(place.folder, COORDINATOR)) as vault:
        desk, dice = new_desk(vault, "coordinator"), Dice(demo.SEED)
        with desk.changing() as session:
            session.add_all(staff_records(dice, demo.PERIOD))
            session.add_all(register_records(dice, demo.PERIOD))
        seconds = []
        periods = [Period(demo.PERIOD.first, month.last) for month in demo.PERIOD.months()]
        for period in periods:
            for worker in workers:
                reporting.receive(desk, reporting.contribute(worker, period))
        for period in periods[:-1]:
            start = time.perf_counter()
            reporting.release(desk, reporting.protect(desk, period))
            seconds.append(time.perf_counter() - start)
    (place.folder / "seconds").write_text(" ".join(map(str, seconds)), "ascii")
    return time.perf_counter() - began


def seconds(place: Place) -> float:
    """Return the seconds in which the year is counted, protected and attacked with the whole ledger."""
    from casus.demo import team as demo
    from casus.services import reporting

    with closing(open_vault(place.folder, COORDINATOR)) as vault:
        desk = desk_of(vault, "coordinator")
        began = time.perf_counter()
        reporting.protect(desk, demo.PERIOD)
        return time.perf_counter() - began


def megabytes(place: Place) -> float:
    """Return the most memory a process held that did nothing else."""
    seconds(place)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
