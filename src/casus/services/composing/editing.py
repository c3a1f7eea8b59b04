# SPDX-License-Identifier: EUPL-1.2
"""Changes to the document of a report: put, move and remove chapters and blocks, found by their keys."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from secrets import token_hex
from typing import TypeVar

from casus.reports.composed import Block, Chapter, ReportDocument

Edit = Callable[[ReportDocument], ReportDocument]
Part = TypeVar("Part", Chapter, Block)


def keyed(document: ReportDocument) -> ReportDocument:
    """Return the document with a key for every chapter and block that has none, or one that is used already."""
    used: set[str] = set()

    def fresh(key: str) -> str:
        while not key or key in used:
            key = token_hex(6)
        used.add(key)
        return key

    def chapter(one: Chapter) -> Chapter:
        key = fresh(one.key)
        return replace(one, key=key, blocks=tuple(replace(b, key=fresh(b.key)) for b in one.blocks))

    return replace(document, chapters=tuple(chapter(one) for one in document.chapters))


def chapter_of(document: ReportDocument, key: str) -> Chapter | None:
    """Return the chapter with this key, or that holds the block with it; None when there is none."""
    return next(
        (one for one in document.chapters if key and key in (one.key, *(b.key for b in one.blocks))), None
    )


def block_of(document: ReportDocument, key: str) -> Block | None:
    """Return the block with this key, None when there is none."""
    return next((one for _c, _b, one in document.places() if key and one.key == key), None)


def put_chapter(document: ReportDocument, title: str, pillar: str, key: str = "") -> ReportDocument:
    """Return the document with a chapter renamed, or with a new one at the end when no chapter has `key`."""
    found = any(one.key == key for one in document.chapters) and bool(key)
    new = Chapter(title, pillar, (), key)
    return _with(
        document,
        [
            replace(one, title=title, pillar=pillar) if found and one.key == key else one
            for one in document.chapters
        ]
        + ([] if found else [new]),
    )


def put_block(document: ReportDocument, chapter_key: str, block: Block, after: str = "") -> ReportDocument:
    """Return the document with the block in place of the one with its key, else new in the chapter, behind `after`.

    When that chapter is gone too, it goes to the last one, so that what was typed is never lost.
    """
    if block_of(document, block.key) is not None:
        return _each(document, lambda blocks: [block if one.key == block.key else one for one in blocks])
    if not document.chapters:
        return document
    home = chapter_of(document, chapter_key) or document.chapters[-1]
    at = next((i + 1 for i, one in enumerate(home.blocks) if after and one.key == after), len(home.blocks))
    blocks = (*home.blocks[:at], block, *home.blocks[at:])
    return _with(document, [replace(one, blocks=blocks) if one is home else one for one in document.chapters])


def remove(document: ReportDocument, key: str) -> ReportDocument:
    """Return the document without the chapter or block with this key."""
    kept = [one for one in document.chapters if one.key != key]
    return _each(_with(document, kept), lambda blocks: [one for one in blocks if one.key != key])


def move(document: ReportDocument, key: str, step: int) -> ReportDocument:
    """Return the document with a chapter or block one place up (-1) or down (+1).

    A block at the edge of its chapter goes on in the one beside it; at the edge of the report it stays.
    """
    if any(one.key == key for one in document.chapters):
        return _with(document, _swapped(document.chapters, key, step))
    home = chapter_of(document, key)
    if home is None:
        return document
    at = [one.key for one in home.blocks].index(key)
    if 0 <= at + step < len(home.blocks):
        blocks = tuple(_swapped(home.blocks, key, step))
        return _with(
            document, [replace(one, blocks=blocks) if one is home else one for one in document.chapters]
        )
    return _to_neighbour(document, home, at, step)


def _to_neighbour(document: ReportDocument, home: Chapter, at: int, step: int) -> ReportDocument:
    chapters = list(document.chapters)
    place = chapters.index(home)
    if not 0 <= place + step < len(chapters):
        return document
    moved, beside = home.blocks[at], chapters[place + step]
    chapters[place] = replace(home, blocks=tuple(one for one in home.blocks if one.key != moved.key))
    blocks = (*beside.blocks, moved) if step < 0 else (moved, *beside.blocks)
    chapters[place + step] = replace(beside, blocks=blocks)
    return _with(document, chapters)


def _swapped(parts: Sequence[Part], key: str, step: int) -> list[Part]:
    found = list(parts)
    at = next(i for i, one in enumerate(found) if one.key == key)
    if 0 <= at + step < len(found):
        found[at], found[at + step] = found[at + step], found[at]
    return found


def _with(document: ReportDocument, chapters: Iterable[Chapter]) -> ReportDocument:
    return replace(document, chapters=tuple(chapters))


def _each(document: ReportDocument, change: Callable[[tuple[Block, ...]], list[Block]]) -> ReportDocument:
    return _with(document, [replace(one, blocks=tuple(change(one.blocks))) for one in document.chapters])
