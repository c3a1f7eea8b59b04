# SPDX-License-Identifier: EUPL-1.2
"""The building blocks of the PDF's running text: tagged paragraphs, headings, contents, key figures."""

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, Paragraph

from casus.reports import pdf_styles as look
from casus.reports.clean import clean
from casus.reports.pdf_tags import Element

ELLIPSIS = "…"
_LONG_WORD = 7
_BREAK = re.compile(r"([aeiouy][^aeiouy\W\d_]??)(?=[^aeiouy\W\d_][aeiouy]\w)", re.IGNORECASE)
_LONGEST = 4_000
"""Characters of one text that are printed; more cannot be part of a report."""
LONGEST_LINE = 240
"""Characters of what may not be parted by a page: a heading, a caption, a cell."""
_LONGEST_ENTRY = 200


def paragraph(text: str, style: ParagraphStyle, *, longest: int = _LONGEST) -> Paragraph:
    """Return an untagged paragraph of plain text (for table cells): nothing in it is markup."""
    return Paragraph(escape(shorten(clean(text), longest)), style)


def breakable(text: str) -> str:
    """Return `text` with soft hyphens where a long word may break, between syllables as a rule of thumb."""
    return " ".join(
        _BREAK.sub("\\1\u00ad", word) if len(word) > _LONG_WORD else word for word in text.split(" ")
    )


def shorten(text: str, longest: int) -> str:
    """Return at most `longest` characters of `text`, the last an ellipsis when some are left out."""
    return text if len(text) <= longest else text[: longest - 1].rstrip() + ELLIPSIS


def fitted(text: str, font: str, size: float, width: float) -> str:
    """Return `text` shortened to `width` points."""
    if stringWidth(text, font, size) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = stringWidth(text[:middle].rstrip() + ELLIPSIS, font, size) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    return text[:low].rstrip() + ELLIPSIS


class Said(Paragraph):  # type: ignore[misc]  # reportlab is untyped
    """A paragraph of plain text with its role in the structure tree."""

    def __init__(self, text: str | None, style: ParagraphStyle, role: str = "P", **part: Any) -> None:
        words = None if text is None else escape(shorten(clean(text), _LONGEST))
        super().__init__(words, style, **part)  # `part` is how reportlab makes the parts of a split
        self.role = role
        self.whole: Said | None = None
        self.element: Element | None = None

    def split(self, available_width: float, available_height: float) -> list["Said"]:
        """Split over pages; the parts stay one element."""
        parts: list[Paragraph] = super().split(available_width, available_height)
        for part in parts:
            part.role, part.whole = self.role, self.whole or self
        return parts

    def draw(self) -> None:
        """Draw the text as content of its element."""
        with self.canv.marked((self.whole or self).home(self.canv)):
            super().draw()

    def home(self, canv: Any) -> Element:
        """Return the element of this text, made when its first line is drawn."""
        if self.element is None:
            self.element = canv.root.add(self.role)
        return self.element


class Heading(Said):
    """A heading that is a bookmark, a place in the outline and a line in the contents."""

    def __init__(
        self, text: str, style: ParagraphStyle, key: str, level: int, places: dict[str, int]
    ) -> None:
        super().__init__(shorten(clean(text), LONGEST_LINE), style, f"H{level + 1}")
        self.key, self.level, self.places = key, level, places
        self.words = shorten(clean(text), _LONGEST_ENTRY)
        self.keepWithNext = 1

    def split(self, available_width: float, available_height: float) -> list[Said]:
        """Never split: a heading moves to the next page as a whole."""
        return []

    def draw(self) -> None:
        """Draw the heading and note on which page it is."""
        if self.level:
            self._rule()
        self.canv.bookmarkHorizontal(self.key, 0, self.height + 12)
        self.canv.addOutlineEntry(self.words, self.key, self.level, closed=self.level > 0)
        self.places[self.key] = self.canv.getPageNumber()
        if self.level == 0:
            self.canv.chapter = self.words
        super().draw()

    def _rule(self) -> None:
        """Draw the line that parts this section from what is above it; none at the top of a page."""
        y = self.height + self.style.spaceBefore / 2
        if self.canv.absolutePosition(0, y)[1] > look.PAGE_HEIGHT - look.TOP:
            return
        with self.canv.artifact():
            self.canv.setStrokeColor(look.LINE)
            self.canv.setLineWidth(0.6)
            self.canv.line(0, y, look.WIDTH, y)


class ContentsLine(Flowable):  # type: ignore[misc]
    """One line of the contents: the heading, its page, and a link over both."""

    def __init__(self, text: str, key: str, level: int, page: int) -> None:
        super().__init__()
        self.words, self.key = shorten(clean(text), _LONGEST_ENTRY), key
        self.level, self.page = level, page
        style = look.CONTENTS_ENTRY if level else look.CONTENTS_CHAPTER
        self.text = Paragraph(escape(self.words), style)
        self.above = 2.0 if level else 11.0

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: the text leaves room for the page number."""
        self.width = available_width
        _, self.text_height = self.text.wrap(available_width - 48 - self._indent, available_height)
        self.height = self.text_height + self.above
        return self.width, self.height

    @property
    def _indent(self) -> float:
        return 14.0 if self.level else 0.0

    def draw(self) -> None:
        """Draw the line as one link to the heading."""
        item = _contents(self.canv).add("TOCI").add("Link")
        with self.canv.marked(item):
            self.text.drawOn(self.canv, self._indent, 0)
            size = 9 if self.level else 10.5
            self.canv.setFont(look.REGULAR if self.level else look.SEMIBOLD, size)
            self.canv.setFillColor(look.MUTED if self.level else look.TEXT)
            self.canv.drawRightString(self.width, self.text_height - size - 1.5, str(self.page))
        self.canv.link_to(item, self.key, self.words, (0, -1, self.width, self.text_height + 1))


def _contents(canv: Any) -> Element:
    """Return the contents element of this document, made at the first line."""
    last = canv.root.kids[-1] if canv.root.kids else None
    found: Element = last if last is not None and last.role == "TOC" else canv.root.add("TOC")
    return found


class KeyFigure(Flowable):  # type: ignore[misc]
    """A large figure with what it counts beside it, linked to where it is explained."""

    def __init__(self, figure: str, label: str, unit: str, key: str) -> None:
        super().__init__()
        self.figure, self.key, self.words = figure, key, shorten(label, 160)
        self.label = paragraph(self.words, look.GLANCE_LABEL)
        self.unit = paragraph(shorten(unit, 60), look.SMALL)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: the figure at the left, the words beside it."""
        self.width, self.split_at = available_width, 78.0
        room = available_width - self.split_at - 20
        self.label_height = self.label.wrap(room, available_height)[1]
        self.unit_height = self.unit.wrap(room, available_height)[1]
        self.height = max(self.label_height + self.unit_height, 30) + 14
        return self.width, self.height

    def draw(self) -> None:
        """Draw figure and words as one link."""
        item = self.canv.root.add("P").add("Link")
        top = self.height - 7
        with self.canv.marked(item):
            size = size_for(self.figure, 20, self.split_at - 10)
            self.canv.setFont(look.SEMIBOLD, size)
            self.canv.setFillColor(look.ACCENT)
            self.canv.drawString(0, top - 17, self.figure)
            self.label.drawOn(self.canv, self.split_at, top - self.label_height)
            self.unit.drawOn(self.canv, self.split_at, top - self.label_height - self.unit_height)
        self.canv.link_to(item, self.key, self.words, (0, 0, self.width, self.height))


def size_for(text: str, size: float, width: float) -> float:
    """Return the largest font size up to `size` at which `text` fits `width` points in one line."""
    needed = stringWidth(text, look.SEMIBOLD, size)
    return float(size if needed <= width else size * width / needed)


class Rule(Flowable):  # type: ignore[misc]
    """A hairline over the whole width, with `space` points above and below."""

    def __init__(self, space: float) -> None:
        super().__init__()
        self.space = space

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size."""
        self.width = available_width
        return available_width, 2 * self.space

    def draw(self) -> None:
        """Draw the line as decoration."""
        with self.canv.artifact():
            self.canv.setStrokeColor(look.LINE)
            self.canv.setLineWidth(0.6)
            self.canv.line(0, self.space, self.width, self.space)


class Aside(Flowable):  # type: ignore[misc]
    """A soft panel with a heading, a text and a source: something that is not a figure of ours."""

    def __init__(self, heading: str, title: str, text: str, source: str) -> None:
        super().__init__()
        self.parts = [
            Said(heading, look.ASIDE_HEADING),
            Said(title, look.CELL_STRONG),
            Said(text, look.BODY_NARROW),
            Said(source, look.SMALL),
        ]

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size, padding included."""
        self.width = available_width
        self.heights = [part.wrap(available_width - 32, available_height)[1] + 4 for part in self.parts]
        return available_width, sum(self.heights) + 26

    def draw(self) -> None:
        """Draw the panel, then its texts from the top."""
        height = sum(self.heights) + 26
        with self.canv.artifact():
            self.canv.setFillColor(look.GROUND)
            self.canv.roundRect(0, 0, self.width, height, 6, stroke=0, fill=1)
        y = height - 14
        for part, part_height in zip(self.parts, self.heights, strict=True):
            y -= part_height
            part.drawOn(self.canv, 16, y + 4)
