# SPDX-License-Identifier: EUPL-1.2
"""Reports in the making: begun from a template, kept as a whole, each step undoable."""

from dataclasses import dataclass, replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.disclosure import Release
from casus.domain.codelists import codelist
from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotFound
from casus.reports.composed import ReportDocument, read
from casus.reports.composed.document import LANGUAGES
from casus.reports.story import ReportStory
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.composing import editing, released, templates
from casus.services.composing.figures import FigureChoice, elsewhere
from casus.services.desk import Desk
from casus.services.stories.published import stories_for_report
from casus.vault.tables import ReportDraft

KIND = "report_drafts"
MOST_CHARACTERS = 400_000
"""Most characters of all texts of one report together."""


@dataclass(frozen=True)
class ReportLine:
    """A report in a list."""

    id: str
    name: str
    template: str
    release_id: str


@dataclass(frozen=True, repr=False)
class OpenReport:
    """A report with all it is made of: its document, its release, the stories that may be told now.

    `context`: the figures of others that were kept, to put into a text with their source. `codes`: of all tables
    that can be counted, so that a placeholder of one that was not released is told from one that does not exist.
    """

    id: str
    name: str
    template: str
    release_id: str
    document: ReportDocument
    release: Release
    stories: tuple[ReportStory, ...]
    context: tuple[FigureChoice, ...] = ()
    codes: frozenset[str] = frozenset()

    def with_document(self, document: ReportDocument) -> "OpenReport":
        """Return the same report with another document, not stored."""
        return replace(self, document=document)


def reports(desk: Desk) -> tuple[ReportLine, ...]:
    """Return the reports of this vault, the one changed last first; raises NotAllowed("role")."""
    desk.require(Permission.RELEASE)
    wanted = select(ReportDraft.id, ReportDraft.name, ReportDraft.template, ReportDraft.release_id)
    with desk.reading() as session:
        rows = session.execute(wanted.order_by(ReportDraft.changed_at.desc(), ReportDraft.id))
        return tuple(ReportLine(*row) for row in rows)


def find_report(desk: Desk, name: str) -> str:
    """Return the id of the report with this id or name; raises NotFound when there is none, or more than one."""
    found = [one.id for one in reports(desk) if name in (one.id, one.name)]
    if len(found) != 1:
        raise NotFound(KIND, "")
    return found[0]


def open_report(desk: Desk, report_id: str) -> OpenReport:
    """Return a report with its release and stories.

    Raises NotFound, ReportInvalid (unreadable, version, withdrawn, no_words), LedgerBroken, NotAllowed("role").
    """
    desk.require(Permission.RELEASE)
    with desk.reading() as session:
        row = fetch(session, ReportDraft, report_id)
        release = released.open_release(session, desk, row.release_id)
        codes = released.known_codes(session)
    period, document = released.period_of(release), read(row.content)
    stories, context = stories_for_report(desk, period), elsewhere(desk, period)
    return OpenReport(
        row.id, row.name, row.template, row.release_id, document, release, stories, context, codes
    )


def start_report(
    desk: Desk, name: str, template: str, release_id: str | None, language: str = "nl"
) -> Done[ReportDraft]:
    """Begin a report of a release from a template (code of list report_template); `name` is its title too.

    Raises InvalidForm (name, template, release_id, language), ReportInvalid, NotAllowed("role").
    """
    desk.require(Permission.RELEASE)
    check = FormCheck()
    name = check.needed_line("name", name)
    template = check.code("template", "report_template", template)
    if language not in LANGUAGES:
        check.refuse("language", "unknown_code")
    if not release_id:
        check.refuse("release_id", "required")
    check.finish()
    with desk.reading() as session:
        release = released.open_release(session, desk, str(release_id))
    stories = stories_for_report(desk, released.period_of(release))
    document = templates.document(template, language, name, release, stories)
    with desk.changing(label="start_report") as session:
        row = ReportDraft(
            name=name, template=template, release_id=str(release_id), content=_content(document)
        )
        session.add(row)
    return Done(row, Changes.of((KIND,), row.id))


def change_report(desk: Desk, report_id: str, edit: editing.Edit) -> Done[ReportDraft]:
    """Change a report as it is now and keep it; its title is its name in the list.

    Raises ReportInvalid (unreadable, version), NotFound, InvalidInput (what is typed may not be stored),
    NotAllowed("role").
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="save_report") as session:
        row = _row(session, report_id)
        document = edit(read(row.content))
        for chapter in document.chapters:
            codelist("pillar").optional("pillar", chapter.pillar or None)
        content = _content(document)
        row.content, row.name = content, str(content["title"])
    return Done(row, Changes.of((KIND,), row.id))


def choose_release(desk: Desk, report_id: str, release_id: str) -> Done[ReportDraft]:
    """Let a report tell the figures of another release; raises as `open_report`."""
    desk.require(Permission.RELEASE)
    with desk.reading() as session:
        released.open_release(session, desk, release_id)
    with desk.changing(label="choose_report_release") as session:
        row = _row(session, report_id)
        row.release_id = release_id
    return Done(row, Changes.of((KIND,), row.id))


def remove_report(desk: Desk, report_id: str) -> Done[None]:
    """Throw a report away; what was released stays released. Raises NotFound, NotAllowed("role")."""
    desk.require(Permission.RELEASE)
    with desk.changing(label="remove_report") as session:
        session.delete(_row(session, report_id))
    return Done(None, Changes.of((KIND,), report_id))


def _row(session: Session, report_id: str) -> ReportDraft:
    return fetch(session, ReportDraft, report_id)


def _content(document: ReportDocument) -> dict[str, object]:
    """Return a document as it is stored: read back strictly, so that nothing else can get in."""
    found = editing.keyed(read(document.as_data()))
    length = sum(len(block.text) for _chapter, _at, block in found.places())
    if length > MOST_CHARACTERS:
        raise InvalidInput("text", "too_long", limit=MOST_CHARACTERS)
    # through JSON types: what comes back from the vault is the same
    return {**found.as_data(), "chapters": [_plain(one) for one in found.as_data()["chapters"]]}


def _plain(chapter: dict[str, object]) -> dict[str, object]:
    blocks = chapter["blocks"]
    assert isinstance(blocks, tuple | list)
    return {**chapter, "blocks": [{**block, "items": list(block["items"])} for block in blocks]}
