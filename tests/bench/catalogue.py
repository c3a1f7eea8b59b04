# SPDX-License-Identifier: EUPL-1.2
"""What is measured, against what, and the number each figure has to reach (design, section 5)."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a measurement's runs are numbers of."""

    SECONDS = "s"
    MILLISECONDS = "ms"
    MEGABYTES = "MB"


@dataclass(frozen=True)
class Measurement:
    """One figure: a function run in several fresh processes, if possible beside a plain one.

    `subject` and `baseline` are written "module:function", so that a process imports only what it
    measures; the function takes a `Place` and returns one number in `unit`. With a baseline the figure
    to reach is the ratio of the two medians, else the median itself. `limit` None: shown, no target.
    """

    name: str
    title: str
    unit: Unit
    subject: str
    baseline: str | None = None
    limit: float | None = None
    needs_vault: bool = False


WINDOW = "tests.bench.window"

MEASUREMENTS = (
    Measurement(
        "empty_window",
        "process start → empty PySide6 window painted",
        Unit.MILLISECONDS,
        subject=f"{WINDOW}:empty_window",
    ),
)


def chosen(names: list[str]) -> tuple[Measurement, ...]:
    """Return the measurements of these names, in the order of the catalogue; all when no name is given."""
    return tuple(measurement for measurement in MEASUREMENTS if not names or measurement.name in names)
