# SPDX-License-Identifier: EUPL-1.2
"""The progress report as a PDF: what stands in it and in which order."""

from collections.abc import Iterator
from typing import Any

from reportlab.platypus import (
    CondPageBreak,
    Flowable,
    KeepTogether,
    NextPageTemplate,
    PageBreak,
    Spacer,
    Table,
)

from casus.disclosure import FigureStatus, Release, ReleasedTable
from casus.reports import layout, pdf_end
from casus.reports import pdf_styles as look
from casus.reports.layout import Indicator
from casus.reports.notes import NO_COLOPHON, Colophon
from casus.reports.pdf_blocks import Aside, ContentsLine, KeyFigure, Rule
from casus.reports.pdf_charts import chart
from casus.reports.pdf_pages import BODY, Pages
from casus.reports.pdf_parts import LONGEST_LINE, Caption, Heading, Said, shorten, size_for
from casus.reports.pdf_tables import grid_tables
from casus.reports.texts import LEFT_OUT, Texts

_FIGURE_WIDTH = 112.0
ROOM = 230
"""Height in points that a chapter needs to begin on a page that is partly filled."""
_KEPT = 380.0
"""Height in points up to which what belongs together stays on one page."""
_AIR = (1.0, 0.65, 0.3)
"""How much room there is above a line of the contents: less of it, where that keeps them on one page."""
_CONTENTS = look.PAGE_HEIGHT - look.TOP - look.BOTTOM - 12
_LAST_LINES = 3
"""Lines of the contents that never stand alone on a page."""
_LONG_DEFINITION = 1_200
_LONGEST_UNIT = 80


def write(release: Release, texts: Texts, organisation: str, notes: Colophon = NO_COLOPHON) -> bytes:
    """Return the PDF; the same release, language, organisation and notes give the same bytes.

    The report is laid out twice: the first time tells on which pages its parts are.
    """
    look.load_fonts()
    pages = Pages(release, texts, organisation)
    first = ReportBody(release, texts, {}, notes)
    pages.build(first.parts())
    second = ReportBody(release, texts, first.places, notes)
    return pages.build(second.parts())


class ReportBody:
    """Everything after the cover, in reading order; `places` fills with the page of each heading."""

    def __init__(
        self, release: Release, texts: Texts, known: dict[str, int], notes: Colophon = NO_COLOPHON
    ) -> None:
        self.release, self.texts, self.known, self.notes = release, texts, known, notes
        self.places: dict[str, int] = {}
        self.short_method = False
        self.groups = {code: layout.indicators(release, code) for code in layout.chapters(release)}
        self.sourced = [one for group in self.groups.values() for one in group]

    def parts(self) -> list[Flowable]:
        """Return all flowables."""
        return [NextPageTemplate(BODY), PageBreak(), *self.contents(), *self.body()]

    def body(self) -> Iterator[Flowable]:
        """Yield everything after the contents."""
        yield from self.glance()
        yield from self._chapters()
        yield from self.method()
        yield from self.protection()
        yield from self.appendix()

    # --- contents and summary ------------------------------------------------------------------

    def contents(self) -> Iterator[Flowable]:
        """Yield the contents, with the pages that are known."""
        title = Said(self.texts.say("contents"), look.CHAPTER, "H1")
        lines: list[Flowable] = []
        for air in _AIR:
            lines = [ContentsLine(*line, self.known.get(line[1], 0), air) for line in self.headings()]
            if height([title, *lines]) <= _CONTENTS:
                break
        yield title
        yield from lines[:-_LAST_LINES]
        yield KeepTogether(lines[-_LAST_LINES:])

    def headings(self) -> Iterator[tuple[str, str, int]]:
        """Yield (text, key, level) of everything in the contents."""
        yield self.texts.say("glance"), "glance", 0
        for code, indicators in self.groups.items():
            yield self.texts.chapter(code), f"chapter-{code}", 0
            for indicator in indicators:
                yield self.texts.pick(indicator.lead.title), key_of(indicator), 1
        if [*self.notes.on_figures(self.texts)]:
            yield self.texts.say("method.title"), "method", 0
        yield self.texts.say("chapters.protection.title"), "protection", 0
        yield self.texts.say("appendix"), "appendix", 0

    def heading(self, text: str, key: str, level: int) -> Heading:
        """Return a heading that is in the outline and notes its page."""
        style = (look.CHAPTER, look.SECTION)[level]
        return Heading(text, style, key, level, self.places)

    def glance(self) -> Iterator[Flowable]:
        """Yield the summary: every figure large, with a link to where it is explained."""
        texts = self.texts
        yield PageBreak()
        yield self.heading(texts.say("glance"), "glance", 0)
        yield Said(texts.say("glance_lead", period=texts.period(self.release.period)), look.LEAD)
        for code, indicators in self.groups.items():
            figures = [self._key_figure(indicator) for indicator in indicators]
            rows = [figures[i : i + 2] for i in range(0, len(figures), 2)]
            grids = [_plain([[*row, ""][:2]], [look.WIDTH / 2] * 2) for row in rows]
            title = Said(self.texts.chapter(code), look.GLANCE_PILLAR, "H2")
            yield KeepTogether([title, Rule(3), *grids[:2]])
            yield from grids[2:]
        yield from self._marks()

    def _marks(self) -> Iterator[Flowable]:
        """Yield the sentence that explains the marks of all figures of the report."""
        said, texts = self.release.statement, self.texts
        words = {"about": texts.about, "base": said.base, "deviation": said.max_error, "mark": LEFT_OUT}
        names = ["rounded", "mixed"] if said.rounded else []
        totals = (indicator.total.status for group in self.groups.values() for indicator in group)
        names += ["left_out"] if FigureStatus.SUPPRESSED in totals else []
        if names:
            yield Said(" ".join(texts.say(f"{name}_legend", **words) for name in names), look.LEGEND)

    def _key_figure(self, indicator: Indicator) -> KeyFigure:
        pick, lead = self.texts.pick, indicator.lead
        figure = self.texts.figure(indicator.total)
        return KeyFigure(figure, pick(lead.title), pick(lead.unit_label), key_of(indicator))

    # --- chapters ------------------------------------------------------------------------------

    def _chapters(self) -> Iterator[Flowable]:
        for code, indicators in self.groups.items():
            yield PageBreak()
            yield self.heading(self.texts.chapter(code), f"chapter-{code}", 0)
            yield from self._introduction(code)
            for indicator in indicators:
                title = self.texts.pick(indicator.lead.title)
                yield from self.indicator([self.heading(title, key_of(indicator), 1)], indicator)
            yield from self._context(code)

    def _introduction(self, code: str) -> Iterator[Flowable]:
        for part in ("purpose", "meaning"):
            yield Said(self.texts.say(part), look.SUBSECTION, "H2")
            for text in self.texts.paragraphs(f"chapters.{code}.{part}"):
                yield Said(text, look.BODY)

    def _context(self, code: str) -> Iterator[Flowable]:
        """Yield the facts of others that belong to this chapter and to the period of the report."""
        first, last = self.release.period
        for fact in self.texts.entries("context"):
            if fact["chapter"] == code and fact["first"] <= last and first <= fact["last"]:
                words = [self.texts.pick(fact[name]) for name in ("title", "text", "source")]
                yield KeepTogether([Spacer(1, 18), Aside(self.texts.say("context"), *words)])

    def indicator(self, heads: list[Flowable], indicator: Indicator) -> Iterator[Flowable]:
        """Yield the figure with its meaning, then a chart and a table per breakdown; `heads` stay with it."""
        opening: list[Flowable] = [*heads, *self._facts(indicator)]
        notes = [Said(note, look.NOTE) for note in layout.notes(indicator, self.texts)]
        for table in indicator.breakdowns:
            first, second = self._breakdown(table, known=layout.legend(indicator.lead, self.texts))
            if table is indicator.breakdowns[-1] and height([*second, *notes]) <= _KEPT:
                second, notes = [*second, *notes], []
            together = [*opening, *first, *(second[1:] if first else second)]
            if height(together) <= _KEPT:
                yield KeepTogether(together)
            else:
                yield from [KeepTogether([*opening, *first])] if opening or first else []
                yield from (
                    [KeepTogether(second)] if height(second) <= _KEPT else [CondPageBreak(140), *second]
                )
            opening = []
        if opening:
            yield KeepTogether([*opening, *notes])
        else:
            yield from notes

    def _facts(self, indicator: Indicator) -> Iterator[Flowable]:
        """Yield the figure with, beside it, its definition, source and reference date."""
        texts, lead = self.texts, indicator.lead
        figure = texts.figure(indicator.total)
        size = size_for(figure, 28, _FIGURE_WIDTH - 8)
        definition = texts.pick(lead.definition)
        long = len(definition) > _LONG_DEFINITION
        left = [
            Said(figure, look.key_figure(size)),
            Said(shorten(texts.pick(lead.unit_label), _LONGEST_UNIT), look.SMALL),
        ]
        right = [] if long else [Said(definition, look.BODY_NARROW), Spacer(1, 3)]
        right.append(Said(shorten(layout.origin(lead, texts), LONGEST_LINE), look.SMALL))
        legend = layout.legend(lead, texts)
        right += [Said(legend, look.LEGEND)] if legend else []
        yield _plain([[left, right]], [_FIGURE_WIDTH, look.WIDTH - _FIGURE_WIDTH])
        if long:
            yield Said(definition, look.BODY)

    def _breakdown(self, table: ReleasedTable, known: str) -> tuple[list[Flowable], list[Flowable]]:
        """Return the chart under its caption, none where there is no chart, and the table under its own.

        The table has a legend when that says more than `known`.
        """
        texts = self.texts
        grid, again = layout.grid(table, texts), self._continued(table)
        bars = chart(grid, texts, texts.say("chart_alt", title=texts.pick(table.title), by=grid.by))
        caption = Caption(grid.by, look.CAPTION, "H3", again)
        rest: list[Flowable] = [Caption(grid.by, look.TABLE_CAPTION, "P", again) if bars else caption]
        for part, made in grid_tables(grid, texts):
            rest += [CondPageBreak(120), Said(part, look.LEGEND), made] if part else [made]
        legend = layout.legend(table, texts)
        rest += [Said(legend, look.LEGEND)] if legend not in ("", known) else []
        return [caption, bars] if bars else [], rest

    def _continued(self, table: ReleasedTable) -> str:
        return self.texts.say("again", title=self.texts.pick(table.title))

    # --- method, protection and appendix -------------------------------------------------------

    def method(self) -> Iterator[Flowable]:
        """Yield the chapter on how was counted, where there is something to say of it."""
        said = [*self.notes.on_figures(self.texts)]
        if said:
            self.short_method = True
            yield PageBreak()
            yield self.heading(self.texts.say("method.title"), "method", 0)
            yield from (Said(text, look.BODY) for text in said)

    def protection(self) -> Iterator[Flowable]:
        """Yield the chapter on how the figures are protected."""
        yield CondPageBreak(ROOM) if self.short_method else PageBreak()
        yield self.heading(self.texts.say("chapters.protection.title"), "protection", 0)
        yield from pdf_end.protection(self.release, self.texts)

    def appendix(self) -> Iterator[Flowable]:
        """Yield the terms, and the source of each figure."""
        yield PageBreak()
        yield self.heading(self.texts.say("appendix"), "appendix", 0)
        yield from pdf_end.appendix(self.texts, self.sourced)


def key_of(indicator: Indicator) -> str:
    """Return the key by which links and the outline find an indicator."""
    return f"figure-{indicator.lead.code}"


def height(parts: list[Flowable]) -> float:
    """Return the height of `parts` one below the other, in points."""
    return float(sum(part.wrap(look.WIDTH, look.PAGE_HEIGHT)[1] + part.getSpaceBefore() for part in parts))


def _plain(rows: list[list[Any]], widths: list[float]) -> Table:
    """Return parts side by side, without lines or padding; not a table of data."""
    style = [
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("RIGHTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 0),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 0),
    ]
    return Table(rows, colWidths=widths, style=style, hAlign="LEFT")
