# SPDX-License-Identifier: EUPL-1.2
"""The check of a story, in the vault where the names are: what must go, what to look at, and coarser words.

`check_story` is the whole of it. `stored` reads what identifies someone into an `index`, `scanning` looks for it in
the words of a text, `patterns` for what gives someone away without a name. How well it finds, and how often it is
wrong, is measured by `python -m tests.bench.stories` (docs/stories-check.md).
"""

import re
from collections.abc import Mapping

from casus.domain.codelists import codelist
from casus.domain.roles import Permission
from casus.errors import InvalidInput
from casus.reports.story import MOST_STORY_CHARACTERS
from casus.services.desk import Desk
from casus.services.stories.check.index import Index
from casus.services.stories.check.model import BLOCK, MISSPELT, WARN, Checked, Hit
from casus.services.stories.check.patterns import Patterns, combination
from casus.services.stories.check.scanning import Scanner
from casus.services.stories.check.stored import index_of

__all__ = ["BLOCK", "WARN", "Checked", "Hit", "check_story", "check_texts", "replaced"]


_ARTICLE = re.compile(r"\b(?:de|het|een)\s+$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:op|om|in|rond)\s+$", re.IGNORECASE)
"""What stands before a word that goes, and is in the coarser words already."""


def check_story(desk: Desk, parts: Mapping[str, str]) -> Checked:
    """Check the parts of a story ("title" and codes of list story_part) against everything this vault holds.

    Raises NotAllowed("role") where no names are, InvalidInput("story", "too_long") before anything is read.
    """
    desk.require(Permission.DOSSIERS)
    if sum(map(len, parts.values())) > MOST_STORY_CHARACTERS:
        raise InvalidInput("story", "too_long", limit=MOST_STORY_CHARACTERS)
    return check_texts(index_of(desk), parts)


def check_texts(index: Index, parts: Mapping[str, str]) -> Checked:
    """Check texts beside an index."""
    found: list[Hit] = []
    for part, text in parts.items():
        found += _settled([*Scanner(index, part, text).hits(), *Patterns(index, part, text).hits()])
    taken = [(hit.part, hit.start) for hit in found]
    found += [hit for hit in combination(dict(parts)) if (hit.part, hit.start) not in taken]
    order = {part: at for at, part in enumerate(parts)}
    return Checked(tuple(sorted(found, key=lambda hit: (order[hit.part], hit.start))))


def replaced(text: str, hit: Hit) -> str:
    """Return the text of a part with the coarser word where the hit was, or without it."""
    words = codelist("story_proposal").label(hit.proposal) if hit.proposal else ""
    before, after = text[: hit.start], text[hit.end :]
    if not words:
        return before.rstrip(" ") + (
            after if after[:1] in ("", ".", ",", "\n", " ") else " " + after.lstrip(" ")
        )
    doubled = _ARTICLE if words.startswith("een ") else _PREPOSITION
    before = doubled.sub("", before)
    begins = not any(sign.isalnum() for sign in re.split(r"[.!?\n]", before)[-1])
    return before + (words[0].upper() + words[1:] if begins else words) + after


def _settled(hits: list[Hit]) -> list[Hit]:
    """Keep one hit for each place: what blocks before what warns, what is certain before what is near, the longest."""
    kept: list[Hit] = []
    taken: set[int] = set()
    for hit in sorted(hits, key=_rank):
        if taken.isdisjoint(range(hit.start, hit.end)):
            kept.append(hit)
            taken.update(range(hit.start, hit.end))
    return kept


def _rank(hit: Hit) -> tuple[object, ...]:
    return hit.level != BLOCK, hit.how == MISSPELT, hit.kind == "unknown_name", hit.start - hit.end, hit.start
