# SPDX-License-Identifier: EUPL-1.2
"""From contributions and registers to a released report: count, protect, release, write.

The order is fixed: figures are protected and attacked, then written into the book of releases together with
their audit entry, and only then does a file exist.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import select

from casus import reports
from casus.counting import catalogue, registers, tally
from casus.counting.tally import Counting
from casus.disclosure import PRESETS, CountTable, Ledger, Refusal, Release
from casus.disclosure import release as make_release
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed, NotFound, ReleaseRefused
from casus.services import release_book, settings
from casus.services.changes import Changes, Done
from casus.services.contributions import (
    ReceivedContribution,
    contribute,
    load,
    receive,
    received,
)
from casus.services.desk import Desk
from casus.services.figure_lines import FigureLine, lines_of, preview_lines
from casus.services.report_files import write
from casus.vault.tables import ReleaseRow

__all__ = [
    "FORMATS", "Draft", "FigureLine", "ProtectedReport", "ReceivedContribution", "Withheld", "compose",
    "contribute", "export", "file_name", "preview", "protect", "receive", "received", "release", "releases",
    "render", "write",
]  # fmt: skip

FORMATS = reports.FORMATS
_SNAPSHOT = b"snapshot"
_LEAVE_OUT = frozenset(
    {"population_too_small", "no_rounding", "range_too_narrow", "not_proven", "too_complex",
     "classification_differs", "too_many_cells"}
)  # fmt: skip
"""Refusals about one table, without which the rest can leave; any other refusal stands for the whole."""
_MOST_ROUNDS = 40


@dataclass(frozen=True)
class Draft:
    """Exact, internal counts of a period, before protection; `contributions`: what they were made from."""

    period: Period
    reference_date: date
    tables: tuple[CountTable, ...] = field(repr=False)
    contributions: int


@dataclass(frozen=True)
class Withheld:
    """A table that cannot leave safely and is left out of the release, and why."""

    table: CountTable = field(repr=False)
    refusal: Refusal


@dataclass(frozen=True)
class ProtectedReport:
    """What may leave once it is in the book: the release, every figure beside its true count, what is withheld."""

    draft: Draft
    release: Release
    withheld: tuple[Withheld, ...]
    lines: tuple[FigureLine, ...] = field(repr=False)


def compose(desk: Desk, period: Period, reference_date: date | None = None) -> Draft:
    """Count a period from the registers and the contributions on file for it.

    `reference_date` is the period's last day unless given. Raises NotAllowed("role"), ContributionInvalid
    (what is on file is not what was received), InvalidInput("reference_date", "before_start").
    """
    desk.require(Permission.RELEASE)
    day = reference_date or period.last
    if day < period.first:
        raise InvalidInput("reference_date", "before_start")
    counting = Counting(period, day, desk.vault.subkey(_SNAPSHOT))
    with desk.reading() as session:
        contributions = load(session, period, day)
        found = registers.read(session, period, day)
    tables = tally.count(catalogue.load(), contributions, found, counting)
    return Draft(period, day, tables, len(contributions))


def preview(desk: Desk, period: Period, reference_date: date | None = None) -> tuple[FigureLine, ...]:
    """Return every figure as counted, for the screen only; nothing of it is protected yet."""
    return preview_lines(compose(desk, period, reference_date).tables, desk.language)


def protect(
    desk: Desk,
    period: Period,
    preset: str = "standard",
    reference_date: date | None = None,
    *,
    language: str | None = None,
) -> ProtectedReport:
    """Protect a period's figures and attack them together with everything released before.

    A table that cannot leave safely is left out and shown as withheld, with the reason. The lines for the
    screen are in `language`, or in that of the vault. Nothing is stored.
    Raises InvalidInput("preset", "unknown_code"), LedgerBroken, and ReleaseRefused when nothing may leave
    or the reason is not one table (the clock set back, a preset loosened).
    """
    if preset not in PRESETS:
        raise InvalidInput("preset", "unknown_code")
    draft = compose(desk, period, reference_date)
    with desk.reading() as session:
        ledger = release_book.read_ledger(session, desk.vault)
    made, withheld = _released(draft.tables, ledger, preset, desk.clock.now())
    why = {one.table.code: one.refusal for one in withheld}
    lines = lines_of(draft.tables, made, why, language or desk.language)
    return ProtectedReport(draft, made, withheld, lines)


def release(desk: Desk, protected: ProtectedReport) -> Done[ReleaseRow]:
    """Write a protected report into the book of releases; from here on it may leave.

    Raises NotAllowed("role"), NotAllowed("ledger_moved") when something was released since it was
    protected, LedgerBroken. The ledger entry and the audit entry stand or fall together.
    """
    desk.require(Permission.RELEASE)
    with desk.changing() as session:
        row = release_book.write(
            session, desk.vault, protected.release, catalogue.load(), protected.draft.period
        )
    return Done(row, Changes.of((release_book.KIND, "indicators", "released_figures"), row.id))


def releases(desk: Desk) -> list[ReleaseRow]:
    """Return what was released, the latest first."""
    with desk.reading() as session:
        return list(session.scalars(select(ReleaseRow).order_by(ReleaseRow.number.desc())))


def render(desk: Desk, protected: ProtectedReport, fmt: str, language: str | None = None) -> bytes:
    """Return the report as a file's bytes (pdf, ods, csv), to look at or to write; InvalidInput if unknown."""
    name = settings.organisation(desk) or reports.DEFAULT_ORGANISATION
    return reports.render(protected.release, fmt, language=language or desk.language, organisation=name)


def file_name(protected: ProtectedReport, fmt: str, language: str = "nl") -> str:
    """Return the file's name: fixed words, the period and the number of the release."""
    return reports.file_name(protected.release, fmt, language=language)


def export(
    desk: Desk,
    protected: ProtectedReport,
    folder: Path,
    formats: Sequence[str] = FORMATS,
    language: str | None = None,
    *,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write the files of a released report into `folder` and return where they are.

    Nothing is written when one of them is there already and `overwrite` is false. Raises
    NotAllowed("not_released"), ExportFailed(reason: exists, no_folder, read_only, disk_full, io).
    """
    language = language or desk.language
    _log_export(desk, protected)
    contents = {
        folder / file_name(protected, fmt, language): render(desk, protected, fmt, language)
        for fmt in formats
    }
    for path, content in contents.items():
        write(path, content, overwrite=overwrite)
    return tuple(contents)


def _log_export(desk: Desk, protected: ProtectedReport) -> None:
    with desk.changing() as session:
        if not release_book.is_written(release_book.read_ledger(session, desk.vault), protected.release):
            raise NotAllowed("not_released")
        row = session.scalar(select(ReleaseRow).where(ReleaseRow.number == protected.release.number))
        if row is None:
            raise NotFound(release_book.KIND, "")
        desk.vault.log(session, "written", release_book.KIND, row.id)


def _released(
    tables: Sequence[CountTable], ledger: Ledger, preset: str, at: datetime
) -> tuple[Release, tuple[Withheld, ...]]:
    """Release what can be, leaving out one table after the other; raises ReleaseRefused when none is left."""
    rest = list(tables)
    withheld: list[Withheld] = []
    for _ in range(_MOST_ROUNDS):
        try:
            return make_release(rest, ledger, PRESETS[preset], at=at), tuple(withheld)
        except ReleaseRefused as refused:
            out = _left_out(rest, refused)
            withheld += out
            gone = {one.table.code for one in out}
            rest = [table for table in rest if table.code not in gone]
    raise ReleaseRefused(tuple(one.refusal for one in withheld))


def _left_out(tables: Sequence[CountTable], refused: ReleaseRefused) -> list[Withheld]:
    """Return the tables to leave out for these refusals; raises `refused` again when that does not help."""
    by_code = {table.code: table for table in tables}
    found: dict[str, Withheld] = {}
    for reason in refused.reasons:
        if not isinstance(reason, Refusal) or reason.code not in _LEAVE_OUT or reason.table not in by_code:
            raise refused
        table = _culprit(by_code[reason.table], reason, tables)
        found.setdefault(table.code, Withheld(table, reason))
    return list(found.values())


def _culprit(table: CountTable, reason: Refusal, tables: Sequence[CountTable]) -> CountTable:
    """Return the table to drop: a refusal of a whole population costs its finest breakdown first."""
    if reason.code not in {"no_rounding", "too_complex", "not_proven"}:
        return table
    base = table.population.partition(";")[0]
    family = [other for other in tables if other.population.partition(";")[0] == base]
    return max(family, key=lambda other: (_cells(other), other.code))


def _cells(table: CountTable) -> int:
    cells = 1
    for dimension in table.dimensions:
        cells *= len(dimension.categories)
    return cells if table.dimensions else 0
