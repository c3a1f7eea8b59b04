# SPDX-License-Identifier: EUPL-1.2
"""A composed report as a PDF: its own chapters, then the notes on method and the protection of the figures."""

from collections.abc import Iterator

from reportlab.platypus import CondPageBreak, Flowable, KeepTogether, PageBreak, Spacer

from casus.disclosure import Release
from casus.domain.codelists import codelist
from casus.reports import pdf_styles as look
from casus.reports.composed.checking import ReadyBlock, ReadyChapter, ReadyReport
from casus.reports.composed.document import FIGURES, HEADING, STORIES, TEXT
from casus.reports.layout import Indicator
from casus.reports.notes import Colophon
from casus.reports.pdf import ROOM, ReportBody, height, key_of
from casus.reports.pdf_pages import Pages
from casus.reports.pdf_parts import Heading, Said
from casus.reports.pdf_stories import paragraphs, story
from casus.reports.pdf_tables import text_table
from casus.reports.texts import Texts

_FEW = 4
"""Fewer figures than this need no summary at the start."""

_TAIL = 300
"""Height in points up to which the texts at the end of a chapter stay on one page."""


def write(
    ready: ReadyReport, release: Release, texts: Texts, organisation: str, notes: Colophon
) -> tuple[bytes, tuple[int, ...]]:
    """Return the PDF and the page of each chapter, the first page being 1; equal arguments give equal bytes.

    Laid out twice, as `pdf.write`.
    """
    look.load_fonts()
    pages = Pages(release, texts, organisation, (ready.title, ready.subtitle))
    first = _Composed(ready, release, texts, notes, {})
    pages.build(first.parts())
    made = pages.build(_Composed(ready, release, texts, notes, first.places).parts())
    return made, tuple(first.places[f"chapter-{number}"] for number in range(len(ready.chapters)))


class _Composed(ReportBody):
    """The parts of a composed report, in reading order."""

    def __init__(
        self, ready: ReadyReport, release: Release, texts: Texts, notes: Colophon, known: dict[str, int]
    ) -> None:
        super().__init__(release, texts, known, notes)
        self.ready = ready
        self.shown = {
            key_of(one): one
            for chapter in ready.chapters
            for block in chapter.blocks
            for one in block.indicators
        }
        everything = [one for group in self.groups.values() for one in group]
        self.sourced = [one for one in everything if key_of(one) in self.shown or _code(one) in ready.cited]
        used = {code: [i for i in group if key_of(i) in self.shown] for code, group in self.groups.items()}
        self.groups = {code: tuple(found) for code, found in used.items() if found}
        self._drawn: set[str] = set()

    def headings(self) -> Iterator[tuple[str, str, int]]:
        """Yield (text, key, level) of everything in the contents."""
        if len(self.shown) >= _FEW:
            yield self.texts.say("glance"), "glance", 0
        seen: set[str] = set()
        for number, chapter in enumerate(self.ready.chapters):
            yield chapter.title, f"chapter-{number}", 0
            level = 1
            for at, block in enumerate(chapter.blocks):
                if block.kind == HEADING:
                    yield block.paragraphs[0], f"focus-{number}-{at}", 1
                    level = 2
                for indicator in block.indicators:
                    if key_of(indicator) not in seen:
                        yield self.texts.pick(indicator.lead.title), key_of(indicator), level
                    seen.add(key_of(indicator))
        yield self.texts.say("method.title"), "method", 0
        yield self.texts.say("chapters.protection.title"), "protection", 0
        yield self.texts.say("appendix"), "appendix", 0

    def body(self) -> Iterator[Flowable]:
        """Yield everything after the contents."""
        if len(self.shown) >= _FEW:
            yield from self.glance()
        for number, chapter in enumerate(self.ready.chapters):
            yield from self._chapter(number, chapter)
        yield from self.method()
        yield from self.protection()
        yield from self.appendix()

    # --- chapters ------------------------------------------------------------------------------

    def _chapter(self, number: int, chapter: ReadyChapter) -> Iterator[Flowable]:
        if number and _short(self.ready.chapters[number - 1]) and _short(chapter):
            yield CondPageBreak(ROOM)
        else:
            yield PageBreak()
        yield self.heading(chapter.title, f"chapter-{number}", 0)
        part, focus = "", False
        tail = _tail(chapter)
        kept: list[Flowable] = []
        for at, block in enumerate(chapter.blocks):
            if block.kind == HEADING:
                part, focus = "", True
                made = Heading(block.paragraphs[0], look.FOCUS, f"focus-{number}-{at}", 1, self.places)
                made.ruled = at > 0
                yield made
                continue
            heads: list[Flowable] = []
            filled = block.paragraphs or block.indicators or block.stories
            if filled and block.part != part:
                part = block.part
                label = codelist("report_part").label(part, self.texts.language)
                heads = [Said(label, look.PART_OF_CHAPTER, "H3" if focus else "H2")]
            made_of = self._block(block, heads, 3 if focus else 2)
            if at < tail:
                yield from made_of
            else:
                kept += made_of
        yield from [KeepTogether(kept)] if height(kept) <= _TAIL else kept

    def _block(self, block: ReadyBlock, heads: list[Flowable], level: int) -> Iterator[Flowable]:
        """Yield a block under `heads`; `level` is that of the part it belongs to (1 is a chapter)."""
        if block.kind == FIGURES:
            for indicator in block.indicators:
                title = self._indicator_heading(indicator, level, ruled=not heads)
                yield from self.indicator([*heads, title], indicator)
                heads = []
        elif block.kind == STORIES:
            yield from heads
            for told in block.stories:
                yield from story(told, level + 1, self.texts)
        else:
            yield from heads
            for text in block.paragraphs:
                yield from (Said(piece, look.BODY) for piece in paragraphs(text))

    def _indicator_heading(self, indicator: Indicator, level: int, *, ruled: bool) -> Said:
        """Return the heading of a figure: a bookmark the first time it is shown."""
        title, key = self.texts.pick(indicator.lead.title), key_of(indicator)
        if key in self._drawn:
            return Said(title, look.INDICATOR, f"H{level + 1}")
        self._drawn.add(key)
        made = Heading(title, look.INDICATOR, key, level - 1, self.places)
        made.role, made.ruled = f"H{level + 1}", ruled
        return made

    # --- method --------------------------------------------------------------------------------

    def method(self) -> Iterator[Flowable]:
        """Yield the chapter on how was counted and checked, with the figures of others."""
        say = self.texts.say
        yield PageBreak()
        yield self.heading(say("method.title"), "method", 0)
        yield Said(say("method.lead"), look.LEAD)
        yield from (Said(text, look.BODY) for text in method_notes(self.ready, self.notes, self.texts))
        if self.ready.sources:
            yield Spacer(1, 8)
            yield CondPageBreak(120)
            yield Said(say("method.elsewhere"), look.PART, "H2")
            yield Said(say("method.elsewhere_lead"), look.BODY)
            rows = [(one.value, one.source, one.day) for one in self.ready.sources]
            heads = [say("figure"), say("source"), say("method.day")]
            yield text_table(heads, rows, (130, look.WIDTH - 230, 100))


def _tail(chapter: ReadyChapter) -> int:
    """Return from which block on a chapter is text only: its end, that looks better together than in two."""
    at = len(chapter.blocks)
    while at and chapter.blocks[at - 1].kind == TEXT:
        at -= 1
    return at


def _short(chapter: ReadyChapter) -> bool:
    """Whether a chapter has no tables, so that the next one may begin on the same page, as in a letter."""
    return not any(block.indicators for block in chapter.blocks)


def _code(indicator: Indicator) -> str:
    return indicator.lead.code.partition("/")[0]


def method_notes(ready: ReadyReport, notes: Colophon, texts: Texts) -> Iterator[str]:
    """Yield what the report says about its own figures and stories: only what is true of it."""
    yield texts.say("method.sentence")
    yield from notes.on_figures(texts)
    if any(block.stories for chapter in ready.chapters for block in chapter.blocks):
        yield from notes.on_stories(texts)
