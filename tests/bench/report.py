# SPDX-License-Identifier: EUPL-1.2
"""Writes results: a table for people, JSON for comparing over time."""

import json
import os
import platform
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.runner import Result

HEADINGS = ("measurement", "median", "plain", "ratio", "target", "")
VERSIONS = ("PySide6-Essentials", "SQLAlchemy", "sqlcipher3", "highspy", "numpy", "reportlab")


def table(results: Sequence[Result]) -> str:
    """Return the results as an aligned table."""
    rows = [HEADINGS, *(cells(result) for result in results)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    lines = []
    for row in rows:
        first, *rest = (
            text.ljust(width) if column == 0 else text.rjust(width)
            for column, (text, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join([first, *rest]).rstrip())
    return "\n".join([lines[0], "-" * max(map(len, lines)), *lines[1:]])


def cells(result: Result) -> tuple[str, ...]:
    """Return one row of the table."""
    measurement = result.measurement
    unit = "×" if result.baseline else f" {measurement.unit}"
    return (
        measurement.title,
        f"{result.value:.4g} {measurement.unit}",
        f"{median(result.baseline):.4g} {measurement.unit}" if result.baseline else "",
        f"{result.ratio:.2f}×" if result.ratio is not None else "",
        f"≤ {measurement.limit:g}{unit}" if measurement.limit is not None else "",
        {True: "reached", False: "MISSED", None: ""}[result.reached],
    )


def document(results: Sequence[Result], persons: int) -> dict[str, Any]:
    """Return everything measured, with the machine it was measured on, ready for JSON."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": {
            "system": platform.platform(),
            "processors": os.cpu_count(),
            "python": sys.version.split()[0],
            "packages": {name: version(name) for name in VERSIONS},
        },
        "persons": persons,
        "results": [entry(result) for result in results],
    }


def entry(result: Result) -> dict[str, Any]:
    """Return one result, every run included."""
    return {
        "name": result.measurement.name,
        "title": result.measurement.title,
        "unit": result.measurement.unit.value,
        "median": result.value,
        "ratio": result.ratio,
        "target": result.measurement.limit,
        "reached": result.reached,
        "runs": list(result.subject),
        "plain_runs": list(result.baseline),
    }


def write(path: Path, results: Sequence[Result], persons: int) -> None:
    """Write the JSON document."""
    text = json.dumps(document(results, persons), indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")
