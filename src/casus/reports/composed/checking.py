# SPDX-License-Identifier: EUPL-1.2
"""From a composed report and a release to what can be printed, with everything that is wrong and where."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from casus.disclosure import FigureStatus, Release
from casus.reports import layout
from casus.reports.composed import hand_typed, verbal
from casus.reports.composed.document import FIGURES, HEADING, STORIES, TEXT, Block, Chapter, ReportDocument
from casus.reports.composed.placeholders import (
    Bad,
    ElsewhereRef,
    FigureRef,
    Missing,
    Words,
    figure_text,
    find,
    pieces,
)
from casus.reports.layout import Indicator
from casus.reports.story import MOST_STORY_CHARACTERS, ReportStory
from casus.reports.texts import Texts

MISSING_MARK = "\u25a0"
"""Stands in a preview where a figure cannot be printed."""
TITLE = -1
"""The block number of a problem with a title: of the chapter, or of the report when there is no chapter either."""
WARNINGS = frozenset({"empty_text", "empty_chapter", "no_figures", "no_counter_story", "story_number"})
"""Rules that ask for a look but do not keep a report inside."""
_NUMBER_ENDS, _NUMBER_BEGINS = re.compile(r"\d[.,]?$"), re.compile(r"[.,]?\d")


@dataclass(frozen=True)
class Problem:
    """Something wrong: `code` of list report_problem, where it is, and what it is about.

    `chapter` and `block` count from 0, `at` is the place in the text; TITLE where it is no block. `about` is what
    was typed, a code, or the key of a story. `proposal`: a placeholder that could stand there instead.
    """

    code: str
    chapter: int
    block: int
    at: int = 0
    about: str = field(default="", repr=False)
    proposal: str = ""

    @property
    def blocks(self) -> bool:
        """Whether the report cannot be written before this is solved."""
        return self.code not in WARNINGS


@dataclass(frozen=True)
class Source:
    """Where a figure of others came from, as it is listed at the end."""

    value: str
    source: str
    day: str


@dataclass(frozen=True, repr=False)
class ReadyBlock:
    """A block with every placeholder filled in, every figure and every story found."""

    kind: str
    part: str
    paragraphs: tuple[str, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    stories: tuple[ReportStory, ...] = ()


@dataclass(frozen=True, repr=False)
class ReadyChapter:
    """A chapter that can be printed."""

    title: str
    pillar: str
    blocks: tuple[ReadyBlock, ...]


@dataclass(frozen=True, repr=False)
class ReadyReport:
    """A report that can be printed, or shown as a preview while `problems` is not empty.

    `cited`: codes of the indicators of which a figure stands in a sentence.
    """

    title: str
    subtitle: str
    chapters: tuple[ReadyChapter, ...]
    sources: tuple[Source, ...]
    problems: tuple[Problem, ...]
    cited: frozenset[str] = frozenset()

    @property
    def refused(self) -> tuple[Problem, ...]:
        """The problems that keep it inside."""
        return tuple(problem for problem in self.problems if problem.blocks)


def compose(
    document: ReportDocument, release: Release, stories: Iterable[ReportStory], known: frozenset[str]
) -> ReadyReport:
    """Fill in figures and stories. `stories`: those that may be told now; `known`: codes of the catalogue."""
    return _Composing(document, release, {story.key: story for story in stories}, known).ready()


class _Composing:
    """One pass over a document; `problems` and `sources` grow in reading order."""

    def __init__(
        self,
        document: ReportDocument,
        release: Release,
        stories: Mapping[str, ReportStory],
        known: frozenset[str],
    ) -> None:
        self.document, self.release, self.stories, self.known = document, release, stories, known
        self.texts = Texts(document.language)
        self.indicators = {
            one.lead.code.partition("/")[0]: one
            for chapter in layout.chapters(release)
            for one in layout.indicators(release, chapter)
        }
        self.problems: list[Problem] = []
        self.sources: dict[Source, None] = {}
        self.cited: set[str] = set()
        self.place = (TITLE, TITLE)

    def ready(self) -> ReadyReport:
        for words in (self.document.title, self.document.subtitle):
            self._plain(words)
        chapters = tuple(self._chapter(at, one) for at, one in enumerate(self.document.chapters))
        self._counter_story(chapters)
        title, subtitle = self.document.title, self.document.subtitle
        return ReadyReport(
            title, subtitle, chapters, tuple(self.sources), tuple(self.problems), frozenset(self.cited)
        )

    def _chapter(self, number: int, chapter: Chapter) -> ReadyChapter:
        self.place = (number, TITLE)
        self._plain(chapter.title)
        if not chapter.blocks:
            self._note("empty_chapter")
        blocks = []
        for at, block in enumerate(chapter.blocks):
            self.place = (number, at)
            blocks.append(self._block(block))
        self.place = (number, TITLE)
        told = any(block.indicators for block in blocks) or any(
            "{{figure:" in one.text for one in chapter.blocks
        )
        if chapter.pillar and chapter.blocks and not told:
            self._note("no_figures")
        return ReadyChapter(chapter.title, chapter.pillar, tuple(blocks))

    def _block(self, block: Block) -> ReadyBlock:
        if block.kind == HEADING:
            self._plain(block.text)
            return ReadyBlock(HEADING, "", (block.text,))
        if block.kind == TEXT:
            return ReadyBlock(TEXT, block.part, self._paragraphs(block.text))
        if block.kind == FIGURES:
            return ReadyBlock(FIGURES, block.part, (), tuple(self._figures(block.items)))
        assert block.kind == STORIES
        return ReadyBlock(STORIES, block.part, stories=tuple(self._told(block.items)))

    def _figures(self, codes: Sequence[str]) -> Iterator[Indicator]:
        for code in codes:
            found = self.indicators.get(code)
            if found is None:
                self._note("not_released" if code in self.known else "unknown_figure", about=code)
            else:
                yield found

    def _told(self, keys: Sequence[str]) -> Iterator[ReportStory]:
        for key in keys:
            story = self.stories.get(key)
            if story is None:
                self._note("story_withdrawn", about=key)
            elif not story.consent_stated:
                self._note("story_no_consent", about=key)
            elif sum(len(text) for _code, text in story.parts) > MOST_STORY_CHARACTERS:
                self._note("story_too_long", about=key)
            else:
                words = (story.title, *(text for _code, text in story.parts))
                if any(next(hand_typed.find(one), None) for one in words):
                    self._note("story_number", about=key)
                yield story

    # --- texts ---------------------------------------------------------------------------------

    def _plain(self, words: str) -> None:
        """Check a title: no numbers by hand, and no placeholders, because it also stands in the outline."""
        for piece in pieces(words):
            if isinstance(piece, Words):
                self._hand_typed(piece)
            else:
                self._note("placeholder_in_title", piece.at, piece.raw)

    def _paragraphs(self, text: str) -> tuple[str, ...]:
        if not text.strip():
            self._note("empty_text")
        whole = ""
        for piece in pieces(text):
            said = self._piece(piece)
            glued = _NUMBER_ENDS.search(whole[-2:]) and _NUMBER_BEGINS.match(said)
            whole += f" {said}" if glued else said  # two released numbers never make a third
        return tuple(part for part in (one.strip() for one in whole.split("\n")) if part)

    def _piece(self, piece: Words | FigureRef | ElsewhereRef | Bad) -> str:
        if isinstance(piece, Words):
            self._hand_typed(piece)
            return piece.text
        if isinstance(piece, ElsewhereRef):
            self.sources[Source(piece.value, piece.source, self.texts.day(piece.on))] = None
            return f"{piece.value} ({piece.source}, {self.texts.day(piece.on)})"
        if isinstance(piece, Bad):
            self._note("bad_placeholder", piece.at, piece.raw)
            return MISSING_MARK
        return self._figure(piece)

    def _figure(self, ref: FigureRef) -> str:
        found = find(ref, self.release, self.known)
        if isinstance(found, Missing):
            self._note(found.rule, ref.at, found.about)
            return MISSING_MARK
        words = verbal.say(found.figure, found.table, ref.form, self.texts)
        if words is None:
            self._note("form_unfit", ref.at, ref.raw)
            return MISSING_MARK
        self.cited.add(ref.code)
        return words

    def _hand_typed(self, piece: Words) -> None:
        for found in hand_typed.find(piece.text):
            self._note("hand_typed", piece.at + found.at, found.words, self._proposal(found.value))

    def _proposal(self, value: int | None) -> str:
        """Return the placeholder of a total with this value, "" when the release has none."""
        for code, indicator in self.indicators.items():
            total = indicator.total
            if value is not None and total.value == value and total.status is not FigureStatus.SUPPRESSED:
                return figure_text(code, (), ())
        return ""

    def _counter_story(self, chapters: Sequence[ReadyChapter]) -> None:
        """Ask for a story that goes against the grain when none of those told does (Rijker Verantwoorden)."""
        told = [story for chapter in chapters for block in chapter.blocks for story in block.stories]
        if told and not any(story.against_the_grain for story in told):
            self.place = (TITLE, TITLE)
            self._note("no_counter_story")

    def _note(self, code: str, at: int = 0, about: str = "", proposal: str = "") -> None:
        self.problems.append(Problem(code, *self.place, at, about, proposal))
