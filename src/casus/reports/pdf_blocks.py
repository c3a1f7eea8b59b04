# SPDX-License-Identifier: EUPL-1.2
"""The blocks of the PDF that are not running text: contents, key figures, rules and panels."""

from typing import Any
from xml.sax.saxutils import escape

from reportlab.platypus import Flowable, Paragraph

from casus.reports import pdf_styles as look
from casus.reports.clean import clean
from casus.reports.pdf_parts import LONGEST_ENTRY, Said, paragraph, shorten, size_for
from casus.reports.pdf_tags import Element


class ContentsLine(Flowable):  # type: ignore[misc]  # reportlab has no types
    """One line of the contents: the heading, its page, and a link over both; less `air` where there are many."""

    def __init__(self, text: str, key: str, level: int, page: int, air: float = 1.0) -> None:
        super().__init__()
        self.words, self.key = shorten(clean(text), LONGEST_ENTRY), key
        self.level, self.page = level, page
        style = look.CONTENTS_ENTRY if level else look.CONTENTS_CHAPTER
        self.text = Paragraph(escape(self.words), style)
        self.above = air * (2.0 if level else 11.0)

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """Return the size: the text leaves room for the page number."""
        self.width = available_width
        _, self.text_height = self.text.wrap(available_width - 48 - self._indent, available_height)
        self.height = self.text_height + self.above
        return self.width, self.height

    @property
    def _indent(self) -> float:
        return 14.0 * self.level

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


class KeyFigure(Flowable):  # type: ignore[misc]  # reportlab has no types
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


class Rule(Flowable):  # type: ignore[misc]  # reportlab has no types
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


class Aside(Flowable):  # type: ignore[misc]  # reportlab has no types
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
