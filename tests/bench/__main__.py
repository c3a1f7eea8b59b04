# SPDX-License-Identifier: EUPL-1.2
"""`make bench`: `python -m tests.bench [NAME …] [--runs N] [--persons N] [--out FILE]`."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench.catalogue import MEASUREMENTS, chosen
from tests.bench.report import table, write
from tests.bench.runner import MeasurementFailed, measure_all, run_once

PREPARE = "tests.bench.data:prepare"


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = ", ".join(measurement.name for measurement in MEASUREMENTS)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"any of: {names} (default: all)")
    parser.add_argument("--runs", type=int, default=5, help="fresh processes per figure (default 5)")
    parser.add_argument("--persons", type=int, default=10_000, help="persons in the vault (default 10000)")
    parser.add_argument("--out", type=Path, help="also write everything as JSON")
    wanted = parser.parse_args()
    unknown = set(wanted.names) - {measurement.name for measurement in MEASUREMENTS}
    if unknown:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    return wanted


def announce(text: str) -> None:
    """Say what happens now, apart from the table."""
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    """Prepare what is needed, measure, print and write; 1 when a measurement could not run."""
    wanted = arguments()
    measurements = chosen(wanted.names)
    with tempfile.TemporaryDirectory(prefix="casus-bench-") as scratch:
        folder = Path(scratch)
        try:
            if any(measurement.needs_vault for measurement in measurements):
                announce(f"preparing a vault of {wanted.persons} persons")
                seconds = run_once(PREPARE, folder, wanted.persons)
                announce(f"prepared in {seconds:.0f} s")
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
