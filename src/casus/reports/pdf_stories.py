# SPDX-License-Identifier: EUPL-1.2
"""A story in the PDF: set apart by a line along its whole height, over as many pages as it needs."""

from collections.abc import Iterator
from typing import Any

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable

from casus.domain.codelists import codelist
from casus.reports import pdf_styles as look
from casus.reports.pdf_parts import Said
from casus.reports.pdf_tags import Element
from casus.reports.story import ReportStory
from casus.reports.texts import NO_BREAK, Texts

_AFTER = 20
"""Room in points behind a story."""
_ALONE = 600
"""Characters of the part before the last one, up to which both stay on one page."""
_SHORT = 8
"""Letters of a word that is too short to stand alone on the last line of a paragraph."""
_PIECE = 3_600
"""Most characters of one paragraph: longer ones are printed as several, so that nothing is left out."""


class _Section:
    """The element that holds all of a story, made when its first line is drawn."""

    def __init__(self) -> None:
        self.element: Element | None = None

    def add(self, canv: Any, role: str) -> Element:
        if self.element is None:
            self.element = canv.root.add("Sect")
        return self.element.add(role)


class StoryLine(Said):
    """A paragraph of a story, with its piece of the line at the left."""

    section: _Section | None = None

    def split(self, available_width: float, available_height: float) -> list[Said]:
        """Split over pages; every part draws its own piece of the line."""
        parts = super().split(available_width, available_height)
        for part in parts:
            part.section = self.section
        return parts

    def home(self, canv: Any) -> Element:
        """Return the element of this text, within that of its story."""
        if self.element is None:
            assert self.section is not None
            self.element = self.section.add(canv, self.role)
        return self.element

    def draw(self) -> None:
        """Draw the line, up to the part of the story above, then the text."""
        top = self.height + 1
        assert self.section is not None
        if (
            self.section.element is not None
            and self.canv.absolutePosition(0, top)[1] < look.PAGE_HEIGHT - look.TOP - 1
        ):
            top += self.getSpaceBefore()
        with self.canv.artifact():
            self.canv.setStrokeColor(look.ACCENT)
            self.canv.setLineWidth(2)
            self.canv.line(1, -1, 1, top)
        super().draw()


def story(told: ReportStory, level: int, texts: Texts) -> Iterator[Flowable]:
    """Yield a story; its title is a heading of `level` (1 is that of a chapter)."""
    section = _Section()

    def line(words: str, style: ParagraphStyle, role: str = "P") -> StoryLine:
        made = StoryLine(words, style, role)
        made.section = section
        return made

    say = texts.say
    yield line(say("story.counter" if told.against_the_grain else "story.heading"), look.STORY_KIND)
    yield line(told.title, look.STORY_TITLE, f"H{min(level, 6)}")
    perspective = codelist("story_perspective").label(told.perspective, texts.language).lower()
    note = say("story.perspective", perspective=perspective)
    yield line(f"{note}. {say('story.composite')}" if told.composite else f"{note}.", look.STORY_NOTE)
    codes = [code for code, _text in told.parts]
    for code, text in told.parts:
        yield line(say(f"story.{code}"), look.STORY_PART)
        for number, paragraph in enumerate(paragraphs(text)):
            made = line(paragraph, look.STORY_MORE if number else look.STORY_TEXT)
            made.spaceAfter = _AFTER if code == codes[-1] else 0
            made.keepWithNext = (
                code in codes[-2:-1] and len(text) < _ALONE
            )  # the last part never stands alone
            yield made


def paragraphs(text: str) -> Iterator[str]:
    """Yield the paragraphs of a text, long ones in pieces that end between two words."""
    for whole in text.split("\n"):
        rest = whole.strip()
        while len(rest) > _PIECE:
            cut = rest.rfind(" ", 0, _PIECE)
            cut = cut if cut > 0 else _PIECE
            yield rest[:cut]
            rest = rest[cut:].strip()
        if rest:
            yield _not_alone(rest)


def _not_alone(text: str) -> str:
    """Tie the last word to the one before it when it is short, so that it never makes a line of its own."""
    before, _space, last = text.rpartition(" ")
    tied = len(last) <= _SHORT and len(before) > _SHORT
    return f"{before}{NO_BREAK}{last}" if tied else text
