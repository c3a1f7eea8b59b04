# SPDX-License-Identifier: EUPL-1.2
"""The running text of the PDF: tagged paragraphs, headings and captions, of any text whatever."""

import re
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Paragraph

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
LONGEST_ENTRY = 200


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


def size_for(text: str, size: float, width: float) -> float:
    """Return the largest font size up to `size` at which `text` fits `width` points in one line."""
    needed = stringWidth(text, look.SEMIBOLD, size)
    return float(size if needed <= width else size * width / needed)


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
    """A heading that is a bookmark, a place in the outline and a line in the contents.

    `ruled`: a line parts a section from what is above it.
    """

    ruled = True

    def __init__(
        self, text: str, style: ParagraphStyle, key: str, level: int, places: dict[str, int]
    ) -> None:
        super().__init__(shorten(clean(text), LONGEST_LINE), style, f"H{level + 1}")
        self.key, self.level, self.places = key, level, places
        self.words = shorten(clean(text), LONGEST_ENTRY)
        self.keepWithNext = 1

    def split(self, available_width: float, available_height: float) -> list[Said]:
        """Never split: a heading moves to the next page as a whole."""
        return []

    def draw(self) -> None:
        """Draw the heading and note on which page it is."""
        if self.level and self.ruled:
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


class Caption(Said):
    """The name of a table or chart; at the top of a page the section it belongs to stands above it."""

    def __init__(self, text: str, style: ParagraphStyle, role: str, section: str) -> None:
        super().__init__(shorten(clean(text), LONGEST_LINE), style, role)
        self.section = section

    def split(self, available_width: float, available_height: float) -> list[Said]:
        """Never split: a caption moves to the next page as a whole."""
        return []

    def draw(self) -> None:
        """Draw the caption, and above it the section when that began on an earlier page."""
        if self.canv.absolutePosition(0, self.height)[1] > look.PAGE_HEIGHT - look.TOP - 2:
            with self.canv.artifact():
                self.canv.setFont(look.REGULAR, 8)
                self.canv.setFillColor(look.MUTED)
                words = fitted(self.section, look.REGULAR, 8, look.WIDTH)
                self.canv.drawString(0, self.height + 6, words)
        super().draw()
