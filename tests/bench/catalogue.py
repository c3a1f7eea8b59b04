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
TOUR = "tests.bench.tour"
STORAGE = "tests.bench.storage"
USE_CASES = "tests.bench.use_cases"
SEARCHING = "tests.bench.searching"
REPORT = "tests.bench.report_path"

MEASUREMENTS = (
    Measurement(
        "empty_window",
        "process start → empty PySide6 window painted",
        Unit.MILLISECONDS,
        subject=f"{WINDOW}:empty_window",
    ),
    Measurement(
        "unlock_window",
        "process start → unlock window painted ÷ empty window",
        Unit.MILLISECONDS,
        subject=f"{WINDOW}:unlock_window",
        baseline=f"{WINDOW}:empty_window",
        limit=2.5,
        needs_vault=True,
    ),
    Measurement(
        "today_shown",
        "unlock, but for the key → Today on screen, filled",
        Unit.SECONDS,
        subject=f"{WINDOW}:today_shown",
        limit=0.5,
        needs_vault=True,
    ),
    Measurement(
        "longest_block",
        "main thread away, longest, in a tour of the window",
        Unit.MILLISECONDS,
        subject=f"{TOUR}:longest_block",
        limit=100,
        needs_vault=True,
    ),
    Measurement(
        "today",
        "unlocked → everything on Today read",
        Unit.SECONDS,
        subject=f"{USE_CASES}:today",
        limit=0.5,
        needs_vault=True,
    ),
    Measurement(
        "caseload_progress",
        "forward, same and back per life domain over the caseload",
        Unit.SECONDS,
        subject=f"{USE_CASES}:caseload_progress",
        limit=0.3,
        needs_vault=True,
    ),
    *(
        Measurement(
            name,
            f"list of all cases {what}, first screenful",
            Unit.SECONDS,
            subject=f"{USE_CASES}:{name}",
            limit=0.3,
            needs_vault=True,
        )
        for name, what in (("list_shown", "shown"), ("list_sorted", "sorted"), ("list_filtered", "filtered"))
    ),
    *(
        Measurement(
            f"search_{name}",
            f"search everything, {what}, p95 of the slowest",
            Unit.MILLISECONDS,
            subject=f"{SEARCHING}:{name}",
            limit=50,
            needs_vault=True,
        )
        for name, what in (
            ("letters", "one letter"),
            ("beginnings", "two or three letters"),
            ("names", "names and numbers"),
            ("misspelled", "misspelled names"),
            ("said", "a word of thousands of reports"),
            ("said_together", "several words, name and word"),
            ("nothing", "nothing found"),
        )
    ),
    Measurement(
        "search_typed",
        "search in a list as you type, slowest of six beginnings",
        Unit.MILLISECONDS,
        subject=f"{USE_CASES}:search_typed",
        limit=50,
        needs_vault=True,
    ),
    Measurement(
        "save_contact",
        "save a home visit, on disk, p99",
        Unit.MILLISECONDS,
        subject=f"{USE_CASES}:save_contact",
        limit=50,
        needs_vault=True,
    ),
    Measurement(
        "first_reads",
        "first reads after opening, encrypted ÷ plain SQLite",
        Unit.SECONDS,
        subject=f"{STORAGE}:first_reads_encrypted",
        baseline=f"{STORAGE}:first_reads_plain",
        needs_vault=True,
    ),
    Measurement(
        "reads",
        "a day's reads, encrypted ÷ plain SQLite",
        Unit.SECONDS,
        subject=f"{STORAGE}:reads_encrypted",
        baseline=f"{STORAGE}:reads_plain",
        limit=1.25,
        needs_vault=True,
    ),
    Measurement(
        "writes",
        "contacts saved one by one, encrypted ÷ plain SQLite",
        Unit.SECONDS,
        subject=f"{STORAGE}:writes_encrypted",
        baseline=f"{STORAGE}:writes_plain",
        limit=1.5,
        needs_vault=True,
    ),
    Measurement(
        "count_protect_audit",
        "count, protect and attack a yearly report",
        Unit.SECONDS,
        subject=f"{REPORT}:count_protect_audit",
        limit=10,
        needs_vault=True,
    ),
    Measurement(
        "write_report",
        "report as PDF, ODS and CSV",
        Unit.SECONDS,
        subject=f"{REPORT}:write_report",
        limit=2,
        needs_vault=True,
    ),
    Measurement(
        "memory",
        "memory, vault open, every page and a dossier shown",
        Unit.MEGABYTES,
        subject="tests.bench.memory:memory",
        limit=250,
        needs_vault=True,
    ),
)


def chosen(names: list[str]) -> tuple[Measurement, ...]:
    """Return the measurements of these names, in the order of the catalogue; all when no name is given."""
    return tuple(measurement for measurement in MEASUREMENTS if not names or measurement.name in names)
