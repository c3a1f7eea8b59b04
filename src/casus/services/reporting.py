# SPDX-License-Identifier: EUPL-1.2
"""From contributions and registers to a released report: count, protect, release, write.

The order is fixed: figures are protected and attacked, then written into the book of releases together with
their audit entry, and only then does a file exist.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from sqlalchemy import select

from casus import reports
from casus.counting import registers, tally
from casus.counting.catalogue import Catalogue
from casus.counting.tally import Counting
from casus.disclosure import PRESETS, CountTable, Ledger, Proposal, Release, applied
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
    settle,
)
from casus.services.desk import Desk
from casus.services.explanations import Explainer
from casus.services.figure_lines import FigureLine, Lost, lines_of, lost_of, preview_lines
from casus.services.indicators import in_force
from casus.services.method_notes import notes_of
from casus.services.policy.presets import preset_of
from casus.services.protecting import Stage, Withheld, check_proof, protect_tables, with_remedy
from casus.services.report_files import write
from casus.services.withdrawing import withdrawal_of
from casus.vault.tables import ReleaseRow

__all__ = [
    "FORMATS", "Draft", "FigureLine", "Lost", "ProtectedReport", "ReceivedContribution", "Withheld", "compose",
    "contribute", "export", "file_name", "find_remedy", "preview", "protect", "receive", "received", "release", "releases",
    "render", "write",
]  # fmt: skip

FORMATS = reports.FORMATS


@dataclass(frozen=True)
class Draft:
    """Exact, internal counts of a period, before protection; `contributions`: how many they were made from.

    `catalogue`: what was counted with.
    """

    period: Period
    reference_date: date
    tables: tuple[CountTable, ...] = field(repr=False)
    contributions: int
    catalogue: Catalogue = field(repr=False)


@dataclass(frozen=True)
class ProtectedReport:
    """What may leave once it is in the book, every figure beside its true count, and what is withheld.

    `adjusted`: in words, what was made coarser on the user's wish. `proof_seconds`: how long it took to check
    the proof again, without a solver; a release whose proof does not hold does not get this far.
    """

    draft: Draft
    preset: str
    made: Release | None
    withheld: tuple[Withheld, ...]
    lines: tuple[FigureLine, ...] = field(repr=False)
    adjusted: tuple[str, ...] = ()
    proof_seconds: float = 0.0

    @property
    def lost(self) -> Lost:
        """What suppression costs."""
        return lost_of(self.lines)

    @property
    def release(self) -> Release:
        """What may leave; raises ReleaseRefused when nothing may."""
        if self.made is None:
            words = tuple(f"{one.why.table}: {one.why.reason}" for one in self.withheld)
            raise ReleaseRefused(tuple(one.refusal for one in self.withheld), words)
        return self.made


def compose(desk: Desk, period: Period, reference_date: date | None = None) -> Draft:
    """Count a period from the registers and the contributions on file for it.

    `reference_date` is the period's last day unless given. Raises NotAllowed("role"), ContributionInvalid
    (what is on file is not what was received), InvalidInput("reference_date", "before_start").
    """
    desk.require(Permission.RELEASE)
    day = reference_date or period.last
    if day < period.first:
        raise InvalidInput("reference_date", "before_start")
    with desk.reading() as session:
        counting = Counting(period, day, release_book.keys(session, desk.vault).snapshots)
        contributions = load(session, period, day)
        catalogue = in_force(session)
        found = registers.read(session, period, day, catalogue.days(period, day))
    tables = tally.count(catalogue, contributions, found, counting)
    return Draft(period, day, tables, len(contributions), catalogue)


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
    remedies: Sequence[Proposal] = (),
    progress: Stage | None = None,
) -> ProtectedReport:
    """Protect a period's figures and attack them together with everything released before.

    A table that cannot leave safely is left out and shown as withheld, with the reason. The words for the
    screen are in `language`, or in that of the vault. `remedies`: proposals the user took over, each on top of
    those before it; one that no longer fits what was counted is left aside. `progress` hears how far it is and may raise Cancelled.
    Nothing is stored. Raises InvalidInput("preset", "unknown_code" or "fixed_by_policy"), LedgerBroken, and ReleaseRefused when
    the reason is not one table (the clock set back, a preset loosened).
    """
    if preset not in PRESETS:
        raise InvalidInput("preset", "unknown_code")
    if preset not in desk.policy.presets:
        raise InvalidInput("preset", "fixed_by_policy")
    language = language or desk.language
    draft, adjusted = _adjusted(compose(desk, period, reference_date), remedies, language)
    ledger, explainer = _known(desk, draft, language)
    found = protect_tables(
        draft.tables, ledger, preset_of(desk.policy, preset), desk.clock.now(), explainer, progress
    )
    why = {one.table.code: one.why.reason for one in found.withheld}
    lines = lines_of(draft.tables, found.release, why, language)
    spent = 0.0 if found.release is None else check_proof(found.release, ledger)
    return ProtectedReport(draft, preset, found.release, found.withheld, lines, adjusted, spent)


def find_remedy(
    desk: Desk,
    report: ProtectedReport,
    code: str,
    *,
    language: str | None = None,
    progress: Stage | None = None,
) -> Withheld:
    """Look for the mildest change with which a withheld table could leave too; nothing is stored.

    Takes up to some ten seconds; `progress` may raise Cancelled. Returns the withheld table, with a remedy
    when one was found. Raises NotFound for a table that is not withheld, LedgerBroken.
    """
    one = next((one for one in report.withheld if one.table.code == code), None)
    if one is None:
        raise NotFound("table", code)
    ledger, explainer = _known(desk, report.draft, language or desk.language)
    codes = {table.code for table in (report.made.tables if report.made is not None else ())}
    leaving = tuple(table for table in report.draft.tables if table.code in codes)
    return with_remedy(
        one, leaving, ledger, preset_of(desk.policy, report.preset), desk.clock.now(), explainer, progress
    )


def _known(desk: Desk, draft: Draft, language: str) -> tuple[Ledger, Explainer]:
    with desk.reading() as session:
        ledger = release_book.read_ledger(session, desk.vault)
        earlier = release_book.earlier(session)
    return ledger, Explainer.of(language, draft.tables, earlier)


def _adjusted(draft: Draft, remedies: Sequence[Proposal], language: str) -> tuple[Draft, tuple[str, ...]]:
    """Return a draft with the tables made coarser, and in words what was done."""
    said: list[str] = []
    for remedy in remedies:
        explainer = Explainer.of(language, draft.tables)
        try:
            tables = applied(draft.tables, remedy)
        except ValueError:
            continue
        names = (explainer.tables.get(code) for code in remedy.tables())
        title = "; ".join(explainer.table_words(table) for table in names if table is not None)
        said.append(f"{title}: {explainer.within(explainer.changes_words(remedy.changes))}")
        draft = replace(draft, tables=tables)
    return draft, tuple(said)


def release(desk: Desk, protected: ProtectedReport) -> Done[ReleaseRow]:
    """Write a protected report into the book of releases; from here on it may leave.

    Raises NotAllowed("role"), NotAllowed("ledger_moved") when something was released since it was
    protected, LedgerBroken. The ledger entry and the audit entry stand or fall together.
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="release") as session:
        row = release_book.write(
            session, desk.vault, protected.release, protected.draft.catalogue, protected.draft.period
        )
        settle(session, protected.draft.period, protected.draft.reference_date)
    return Done(row, Changes.of((release_book.KIND, "indicators", "released_figures"), row.id))


def releases(desk: Desk) -> list[ReleaseRow]:
    """Return what was released, the latest first."""
    with desk.reading() as session:
        return list(session.scalars(select(ReleaseRow).order_by(ReleaseRow.number.desc())))


def render(desk: Desk, protected: ProtectedReport, fmt: str, language: str | None = None) -> bytes:
    """Return the report as a file's bytes (pdf, ods, csv), to look at or to write; InvalidInput if unknown.

    It says so when the release was withdrawn.
    """
    name = settings.organisation(desk) or reports.DEFAULT_ORGANISATION
    return reports.render(
        protected.release,
        fmt,
        language=language or desk.language,
        organisation=name,
        withdrawn=_is_withdrawn(desk, protected),
        notes=notes_of(desk, protected.release),
    )


def _is_withdrawn(desk: Desk, protected: ProtectedReport) -> bool:
    with desk.reading() as session:
        row = session.scalar(select(ReleaseRow.id).where(ReleaseRow.digest == protected.release.entry.digest))
        return row is not None and withdrawal_of(session, row) is not None


def file_name(protected: ProtectedReport, fmt: str, language: str = "nl", *, desk: Desk | None = None) -> str:
    """Return the file's name: fixed words, the period and the number of the release; at a desk also whether it was withdrawn."""
    withdrawn = desk is not None and _is_withdrawn(desk, protected)
    return reports.file_name(protected.release, fmt, language=language, withdrawn=withdrawn)


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
        folder / file_name(protected, fmt, language, desk=desk): render(desk, protected, fmt, language)
        for fmt in reports.files_of(formats)
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
