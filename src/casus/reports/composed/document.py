# SPDX-License-Identifier: EUPL-1.2
"""A composed report as plain data: chapters with blocks, read strictly from what was stored and written back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from casus.domain.text import LINE_LIMIT, TEXT_LIMIT, clean_line, clean_text
from casus.errors import InvalidInput, ReportInvalid

FORMAT = 1
_KEY = re.compile(r"[0-9a-z]{0,32}")
LANGUAGES = ("nl", "en")
PARTS = ("purpose", "did", "see", "learn", "change", "readers", "next")
"""The parts of a chapter by Rijker Verantwoorden, in their order: purpose, what we did, what we see, what we
learn, what we do differently, who read along, the next moment (domain study, 4)."""
HEADING, TEXT, FIGURES, STORIES = "heading", "text", "figures", "stories"
KINDS = (HEADING, TEXT, FIGURES, STORIES)
MOST_CHAPTERS = 40
MOST_BLOCKS = 400
"""Blocks of a whole report."""
MOST_ITEMS = 100
"""Figures or stories of one block."""


@dataclass(frozen=True)
class Block:
    """A piece of a chapter.

    `kind` heading (a focus point: `text` is its name), text (`text` with placeholders), figures (`items`: codes
    of indicators) or stories (`items`: keys of stories). `part` is one of PARTS, "" for a heading. `key`: by which
    it is found again after others were moved; never printed.
    """

    kind: str
    part: str = ""
    text: str = ""
    items: tuple[str, ...] = ()
    key: str = ""

    def __repr__(self) -> str:
        return f"Block(kind={self.kind!r}, part={self.part!r})"


@dataclass(frozen=True)
class Chapter:
    """A chapter; `pillar` is a code of list pillar, "" for one that belongs to none (a foreword). `key` as in Block."""

    title: str
    pillar: str = ""
    blocks: tuple[Block, ...] = ()
    key: str = ""

    def __repr__(self) -> str:
        return f"Chapter(pillar={self.pillar!r}, blocks={len(self.blocks)})"


@dataclass(frozen=True)
class ReportDocument:
    """A report in one language: `title` and `subtitle` stand on the cover."""

    language: str
    title: str
    subtitle: str = ""
    chapters: tuple[Chapter, ...] = ()

    def __repr__(self) -> str:
        return f"ReportDocument(chapters={len(self.chapters)})"

    def as_data(self) -> dict[str, Any]:
        """Return the document as plain data for JSON."""
        return {"format": FORMAT, **asdict(self)}

    def places(self) -> Iterator[tuple[int, int, Block]]:
        """Yield every block with the number of its chapter and its own number in it."""
        for number, chapter in enumerate(self.chapters):
            for at, block in enumerate(chapter.blocks):
                yield number, at, block

    def stories(self) -> tuple[str, ...]:
        """Return the keys of the stories it tells, each once, in order."""
        told = (key for _c, _b, block in self.places() if block.kind == STORIES for key in block.items)
        return tuple(dict.fromkeys(told))


def read(raw: object) -> ReportDocument:
    """Return a document of plain data; every text is made fit to store.

    Raises ReportInvalid("unreadable" or "version"), and InvalidInput for a text or code that may not be in it.
    """
    top = _table(raw, {"format", "language", "title", "subtitle", "chapters"})
    if top["format"] != FORMAT:
        raise ReportInvalid("version" if isinstance(top["format"], int) else "unreadable")
    chapters = tuple(_chapter(one) for one in _list(top["chapters"], MOST_CHAPTERS))
    if sum(len(chapter.blocks) for chapter in chapters) > MOST_BLOCKS:
        raise InvalidInput("blocks", "too_many", most=MOST_BLOCKS)
    return ReportDocument(
        _one_of(top["language"], LANGUAGES),
        clean_line("title", _text(top["title"]), required=True),
        clean_line("subtitle", _text(top["subtitle"])),
        chapters,
    )


def _chapter(raw: object) -> Chapter:
    top = _table(raw, {"title", "pillar", "blocks", "key"})
    title = clean_line("title", _text(top["title"]), required=True)
    blocks = tuple(_block(one) for one in _list(top["blocks"], MOST_BLOCKS))
    return Chapter(title, _text(top["pillar"]), blocks, _key(top["key"]))


def _block(raw: object) -> Block:
    top = _table(raw, {"kind", "part", "text", "items", "key"})
    kind = _one_of(top["kind"], KINDS)
    part = _one_of(top["part"], ("",) if kind == HEADING else PARTS)
    words = _text(top["text"])
    limit = LINE_LIMIT if kind == HEADING else TEXT_LIMIT
    text = (
        clean_line("text", words, limit=limit) if kind == HEADING else clean_text("text", words, limit=limit)
    )
    items = tuple(dict.fromkeys(_text(one) for one in _list(top["items"], MOST_ITEMS)))
    if any(len(one) > LINE_LIMIT for one in items):
        raise ReportInvalid("unreadable")
    return Block(kind, part, text, items, _key(top["key"]))


def _key(raw: object) -> str:
    if not isinstance(raw, str) or not _KEY.fullmatch(raw):
        raise ReportInvalid("unreadable")
    return raw


def _table(raw: object, keys: set[str]) -> Mapping[str, Any]:
    if not isinstance(raw, dict) or set(raw) != keys:
        raise ReportInvalid("unreadable")
    return raw


def _list(raw: object, most: int) -> list[Any]:
    if not isinstance(raw, list | tuple):
        raise ReportInvalid("unreadable")
    if len(raw) > most:
        raise InvalidInput("blocks", "too_many", most=most)
    return list(raw)


def _text(raw: object) -> str:
    if not isinstance(raw, str):
        raise ReportInvalid("unreadable")
    return raw


def _one_of(raw: object, codes: tuple[str, ...]) -> str:
    if not isinstance(raw, str) or raw not in codes:
        raise ReportInvalid("unreadable")
    return raw
