# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: `python -m tests.bench [NAME …] [--runs N] [--persons N] [--out FILE]`."""

import argparse
import shutil
import sys
from pathlib import Path

from tests.bench.catalogue import GROUPS, MEASUREMENTS, chosen
from tests.bench.data import folder_of, forget_working_copy
from tests.bench.report import table, write
from tests.bench.runner import MeasurementFailed, measure_all, run_once

PREPARE = "tests.bench.data:prepare"
CACHE = Path(__file__).resolve().parents[2] / "build" / "bench"
READY = "ready"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    known = [*GROUPS, *(measurement.name for measurement in MEASUREMENTS)]
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {', '.join(known)} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="fresh processes per figure (default 5)")
    parser.add_argument("--persons", type=int, default=10_000, help="persons in the vault (default 10000)")
    parser.add_argument("--out", type=Path, help="also write everything as JSON")
    wanted = parser.parse_args()
    unknown = set(wanted.names) - set(known)
    if unknown:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    return wanted


def announce(text: str) -> None:
    """Say what happens now, apart from the table."""
    print(text, file=sys.stderr, flush=True)


def prepared(persons: int) -> Path:
    """Return the folder with the data, made once for each size and version of the code (minutes)."""
    folder = folder_of(persons, CACHE)
    if not (folder / READY).exists():
        shutil.rmtree(CACHE, ignore_errors=True)
        folder.mkdir(parents=True)
        announce(f"filling a vault with {persons} persons; kept in {CACHE.name} for the next time")
        announce(f"filled in {run_once(PREPARE, folder, persons):.0f} s")
        (folder / READY).touch()
    forget_working_copy(folder)
    return folder


def main() -> int:
    """Prepare what is needed, measure, print and write; 1 when a measurement could not run."""
    wanted = arguments()
    measurements = chosen(wanted.names)
    try:
        needs_vault = any(measurement.needs_vault for measurement in measurements)
        folder = prepared(wanted.persons) if needs_vault else CACHE
        results = measure_all(measurements, folder, wanted.persons, wanted.runs, announce)
    except MeasurementFailed as failed:
        announce(str(failed))
        return 1
    print(table(results))
    if wanted.out:
        write(wanted.out, results, wanted.persons)
    return 0


if __name__ == "__main__":
    sys.exit(main())
