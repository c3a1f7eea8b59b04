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
LISTS = "tests.bench.lists"
DOSSIERS = "tests.bench.dossiers"
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
        "main thread away, longest, in a tour of every page of a PGA expert",
        Unit.MILLISECONDS,
        subject=f"{TOUR}:longest_block",
        limit=100,
        needs_vault=True,
    ),
    Measurement(
        "longest_block_rio",
        "main thread away, longest, in a tour of every page of a RIO",
        Unit.MILLISECONDS,
        subject=f"{TOUR}:longest_block_rio",
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
            f"list_{name}",
            f"{what}: opened, sorted, filtered, counted; the slowest",
            Unit.SECONDS,
            subject=f"{LISTS}:{name}",
            limit=0.3,
            needs_vault=True,
        )
        for name, what in (
            ("cases", "cases"),
            ("persons", "persons"),
            ("tasks", "tasks"),
            ("appointments", "appointments"),
            ("missing", "missing data"),
            ("planning", "planning"),
            ("families", "families"),
            ("detentions", "detentions"),
            ("radar", "release radar"),
            ("conditions", "matrix of basic conditions"),
            ("consulting", "consulting hours"),
            ("programmes", "programmes"),
            ("certificates", "certificates of conduct (VOG)"),
        )
    ),
    *(
        Measurement(name, what, Unit.SECONDS, subject=f"{DOSSIERS}:{name}", limit=limit, needs_vault=True)
        for name, what, limit in (
            ("dossier", "dossier opened, p95", 0.3),
            ("glance", "what comes next, beside a list, p95", 0.3),
            ("family", "page of a family opened, p95", 0.3),
            ("day_sheet", "day sheet, the busiest of four weeks", 0.3),
            ("agenda", "month of the agenda", 0.3),
            ("undo_visit", "home visit undone, on disk, p95", 0.3),
            ("attachment_added", "document of 50 MB taken in", None),
            ("attachment_read", "document of 50 MB read", None),
        )
    ),
    Measurement(
        "attachment_memory",
        "memory at its most, document of 50 MB taken in and read",
        Unit.MEGABYTES,
        subject=f"{DOSSIERS}:attachment_memory",
        limit=250,
        needs_vault=True,
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


NOT_OF_THE_DESK = ("first_reads", "reads", "writes", "count_protect_audit", "write_report")
GROUPS = {"desk": frozenset(one.name for one in MEASUREMENTS) - frozenset(NOT_OF_THE_DESK)}
"""Names for several measurements together: all that someone at the desk waits for."""


def chosen(names: list[str]) -> tuple[Measurement, ...]:
    """Return the measurements of these names or groups, in the order of the catalogue; all when none is given."""
    wanted = set(names).union(*(GROUPS.get(name, ()) for name in names))
    return tuple(measurement for measurement in MEASUREMENTS if not names or measurement.name in wanted)
