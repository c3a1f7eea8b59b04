# SPDX-License-Identifier: EUPL-1.2
"""What a new report starts with: the letter to the council, the yearly report, or nothing."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from casus.assets import resource_path
from casus.disclosure import Release
from casus.reports import layout
from casus.reports.composed import Block, Chapter, ReportDocument
from casus.reports.composed.document import FIGURES, MOST_ITEMS, STORIES, TEXT
from casus.reports.story import ReportStory
from casus.reports.texts import Texts

LETTER, YEAR, EMPTY = "letter", "year", "empty"


def document(
    template: str, language: str, title: str, release: Release, stories: Sequence[ReportStory]
) -> ReportDocument:
    """Return the document a report of this template begins as, under its own `title`."""
    if template == LETTER:
        raw = _source()[LETTER][language]
        return ReportDocument(language, title, raw["subtitle"], tuple(_chapters(raw, stories)))
    subtitle = Texts(language).say("subtitle")
    if template == YEAR:
        return ReportDocument(language, title, subtitle, tuple(_year(language, release, stories)))
    return ReportDocument(language, title, subtitle)


@cache
def _source() -> Mapping[str, Any]:
    with resource_path("catalogue", "report_templates.toml").open("rb") as stream:
        return tomllib.load(stream)


def _chapters(raw: Mapping[str, Any], stories: Sequence[ReportStory]) -> Iterator[Chapter]:
    for one in raw["chapter"]:
        blocks = tuple(_block(block, stories) for block in one["block"])
        kept = tuple(block for block in blocks if block.kind != STORIES or block.items)
        yield Chapter(one["title"], one["pillar"], kept)


def _block(raw: Mapping[str, Any], stories: Sequence[ReportStory]) -> Block:
    if "stories" in raw:
        return Block(STORIES, raw["part"], items=_of(raw["stories"], stories))
    return Block(TEXT, raw["part"], raw["text"].strip())


def _of(pillar: str, stories: Sequence[ReportStory]) -> tuple[str, ...]:
    return tuple(one.key for one in stories if one.pillar == pillar and one.consent_stated)[:MOST_ITEMS]


def _year(language: str, release: Release, stories: Sequence[ReportStory]) -> Iterator[Chapter]:
    """Yield a chapter per pillar with the parts of Rijker Verantwoorden, its figures and stories filled in."""
    texts = Texts(language)
    for pillar in layout.chapters(release):
        purpose = "\n".join(texts.paragraphs(f"chapters.{pillar}.purpose"))
        codes = [one.lead.code.partition("/")[0] for one in layout.indicators(release, pillar)]
        told = _of(pillar, stories)
        yield Chapter(
            texts.chapter(pillar),
            pillar,
            (
                Block(TEXT, "purpose", purpose),
                Block(FIGURES, "did", items=tuple(dict.fromkeys(codes))[:MOST_ITEMS]),
                *([Block(STORIES, "see", items=told)] if told else []),
                *(Block(TEXT, part) for part in ("learn", "change", "readers", "next")),
            ),
        )
