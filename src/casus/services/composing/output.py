# SPDX-License-Identifier: EUPL-1.2
"""A composed report checked, shown and written: what has problems is shown, but not written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from casus import reports
from casus.domain.codelists import codelist
from casus.domain.roles import Permission
from casus.errors import ReportInvalid
from casus.reports.composed import Problem, ReadyReport, compose
from casus.reports.composed.checking import TITLE
from casus.services import settings
from casus.services.composing.drafts import OpenReport, open_report
from casus.services.desk import Desk
from casus.services.method_notes import notes_of
from casus.services.release_book import KIND
from casus.services.report_files import write

_LONGEST = 60


@dataclass(frozen=True, repr=False)
class Preview:
    """A report as it would be printed now, on which page each chapter begins (from 1), and what is still to do."""

    pdf: bytes
    pages: tuple[int, ...]
    problems: tuple[Problem, ...]


def ready(report: OpenReport) -> ReadyReport:
    """Return a report with its figures and stories filled in, and all that is wrong with it."""
    return compose(report.document, report.release, report.stories, report.codes)


def preview(desk: Desk, report: OpenReport) -> Preview:
    """Return a report as a PDF to look at; marks stand where a figure cannot be printed."""
    made = ready(report)
    pdf, pages = _pdf(desk, report, made)
    return Preview(pdf, pages, made.problems)


def export_report(
    desk: Desk,
    report_id: str,
    folder: Path,
    formats: Sequence[str] = reports.FORMATS,
    *,
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write a composed report as PDF, and all figures of its release as ODS and CSV, and return where they are.

    Raises ReportInvalid("not_ready", problems) while something has to be solved; then nothing is written. Raises
    as `open_report`, and ExportFailed (exists, no_folder, read_only, disk_full, io).
    """
    desk.require(Permission.RELEASE)
    report = open_report(desk, report_id)
    made = ready(report)
    if made.refused:
        raise ReportInvalid("not_ready", made.refused)
    language, name = report.document.language, _organisation(desk)
    notes = notes_of(desk, report.release)
    contents: dict[Path, bytes] = {}
    for fmt in reports.files_of(formats):
        path = folder / reports.file_name(report.release, fmt, language=language, composed=True)
        if fmt == "pdf":
            contents[path], _pages = _pdf(desk, report, made)
        else:
            contents[path] = reports.render(
                report.release, fmt, language=language, organisation=name, composed=True, notes=notes
            )
    with desk.changing() as session:
        desk.vault.log(session, "written", KIND, report.release_id)
    for path, content in contents.items():
        write(path, content, overwrite=overwrite)
    return tuple(contents)


def place_of(report: OpenReport, problem: Problem, language: str) -> str:
    """Return where a problem is: title of the chapter and name of the part, shortened."""
    if problem.chapter == TITLE:
        return report.document.title[:_LONGEST]
    chapter = report.document.chapters[problem.chapter]
    if problem.block == TITLE:
        return chapter.title[:_LONGEST]
    block = chapter.blocks[problem.block]
    part = codelist("report_part").label(block.part, language) if block.part else ""
    kind = codelist("report_block").label(block.kind, language)
    return f"{chapter.title[:_LONGEST]}, {part or kind}"


def problem_text(problem: Problem, language: str) -> str:
    """Return what is wrong as a sentence."""
    words = codelist("report_problem").label(problem.code, language)
    return words.replace("{about}", problem.about[:_LONGEST])


def _pdf(desk: Desk, report: OpenReport, made: ReadyReport) -> tuple[bytes, tuple[int, ...]]:
    return reports.render_composed(
        made,
        report.release,
        language=report.document.language,
        organisation=_organisation(desk),
        notes=notes_of(desk, report.release),
    )


def _organisation(desk: Desk) -> str:
    return settings.organisation(desk) or reports.DEFAULT_ORGANISATION
