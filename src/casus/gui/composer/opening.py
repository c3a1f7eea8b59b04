# SPDX-License-Identifier: EUPL-1.2
"""What the composer shows, fetched in one go; and its forms opened again by a draft."""

from collections.abc import Callable
from dataclasses import dataclass

from casus.errors import CasusError, ReportInvalid
from casus.gui.composer import KEY
from casus.gui.composer.block_panel import BLOCK, BlockPanel
from casus.gui.composer.panels import CHAPTER, HEAD, NEW, ChapterPanel, HeadPanel, NewReportPanel
from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.forms_registry import FormSpec
from casus.gui.shell import Shell
from casus.gui.widgets.panel import SidePanel
from casus.services import composing
from casus.services.composing import Choosable, OpenReport, ReportLine
from casus.services.desk import Desk


@dataclass(frozen=True)
class Found:
    """All reports, the releases to choose from, and the report that is open (`chosen`) or why it is not."""

    reports: tuple[ReportLine, ...] = ()
    releases: tuple[Choosable, ...] = ()
    chosen: str = ""
    report: OpenReport | None = None
    refused: CasusError | None = None


def fetch(desk: Desk, wanted: str) -> Found:
    """Return what the page shows: the report wanted, else the one changed last."""
    reports, releases = composing.reports(desk), composing.to_choose(desk, language())
    ids = [one.id for one in reports]
    chosen = wanted if wanted in ids else next(iter(ids), "")
    if not chosen:
        return Found(reports, releases)
    try:
        return Found(reports, releases, chosen, composing.open_report(desk, chosen))
    except CasusError as error:
        return Found(reports, releases, chosen, None, error)


def forms(desk: Desk, follow: Callable[[Shell, BlockPanel], None]) -> tuple[FormSpec, ...]:
    """Return the forms that a draft can open again; `follow` lets the preview follow one of a block."""

    def make(form: str) -> Callable[[Shell, str, Payload], SidePanel | None]:
        return lambda shell, about, draft: _reopen(shell, desk, form, about, draft, follow)

    def report_of(about: str) -> str:
        return about.partition(":")[0]

    new = FormSpec(NEW, KEY, make(NEW))
    return (new, *(FormSpec(form, KEY, make(form), report_of) for form in (HEAD, CHAPTER, BLOCK)))


def _reopen(
    shell: Shell,
    desk: Desk,
    form: str,
    about: str,
    draft: Payload,
    follow: Callable[[Shell, BlockPanel], None],
) -> None:
    """Fetch the report a draft is about, and open its form."""
    report_id, _colon, rest = about.partition(":")

    def show(found: Found) -> None:
        if form == NEW:
            shell.open_panel(NewReportPanel(shell, desk, found.releases, draft=draft))
        elif found.report is None:
            shell.show_error(found.refused or ReportInvalid("unreadable"))
        elif form == HEAD:
            shell.open_panel(HeadPanel(shell, desk, found.report, found.releases, draft=draft))
        elif form == CHAPTER:
            key = "" if rest == "new" else rest
            shell.open_panel(ChapterPanel(shell, desk, found.report, key, draft=draft))
        else:
            chapter, _colon, at = rest.partition(":")
            panel = BlockPanel(shell, desk, found.report, chapter, at, draft=draft)
            shell.open_panel(panel)
            follow(shell, panel)

    owner = shell.page()
    if owner is not None:
        shell.tasks.run(lambda: fetch(desk, report_id), owner=owner, done=show)
