# SPDX-License-Identifier: EUPL-1.2
"""The dry run and the import: the same work in one transaction, kept or not; nothing is ever half imported."""

from casus.errors import UnreadableFile
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.importing.grid import Grid, Progress, no_progress
from casus.services.importing.mapping import Layout
from casus.services.importing.passing import Pass
from casus.services.importing.report import READY, CheckReport

LABEL = "import"
"""What undo and the history call an import."""


def check(
    desk: Desk, grid: Grid, layout: Layout, *, language: str, progress: Progress = no_progress
) -> CheckReport:
    """Try an import and take all of it back; `language` is that of fields the file has no column for.

    Raises NotAllowed("role"), UnreadableFile("no_header"), and Cancelled through `progress`.
    """
    with desk.changing(label=LABEL) as session:
        report = Pass(desk, session, grid, layout, language).go(progress, keep=False)
        session.rollback()
    return report


def perform(
    desk: Desk,
    grid: Grid,
    layout: Layout,
    report: CheckReport,
    *,
    language: str,
    progress: Progress = no_progress,
) -> Done[CheckReport]:
    """Import every line that the dry run found ready, in one transaction, which undo takes back as a whole.

    Raises UnreadableFile("changed") when the outcome would differ from the dry run, Cancelled, and whatever
    the vault raises; then nothing was imported.
    """
    ready = frozenset(line for line, fate in report.fates.items() if fate == READY)
    with desk.changing(label=LABEL) as session:
        done = Pass(desk, session, grid, layout, language, only=ready).go(progress, keep=True)
        if done.made != report.made or done.count(READY) != len(ready):
            raise UnreadableFile("changed")
    return Done(done, Changes.of((*done.made, "cases")))
