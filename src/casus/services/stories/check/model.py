# SPDX-License-Identifier: EUPL-1.2
"""What the check of a story finds: where in the text, what kind of thing, and a coarser word for it."""

from dataclasses import dataclass

MEASURED_RECALL = 0.99
"""The share of what is stored about someone that the check finds, in any way it is written; rounded down, for the notes
on method of a report. To measure again: `python -m tests.bench.stories` (docs/stories-check.md)."""
BLOCK, WARN = "block", "warn"
EXACT, INFLECTED, MISSPELT, HIDDEN, PATTERN = "exact", "inflected", "misspelt", "hidden", "pattern"


@dataclass(frozen=True)
class Hit:
    """One place in a story. What is stored about anyone never stands in it, only where the story comes near it.

    `level`: block (it must go) or warn (look at it). `kind`: a code of list story_hit. `how`: a code of list
    story_match. `part`: "title" or a code of list story_part; `start` and `end` count characters of that part.
    `proposal`: a code of list story_proposal, "" when there is nothing better than to leave it out.
    """

    level: str
    kind: str
    how: str
    part: str
    start: int
    end: int
    proposal: str = ""


@dataclass(frozen=True)
class Checked:
    """All hits of a story in reading order; `blocks` and `warns` count them."""

    hits: tuple[Hit, ...]

    @property
    def blocks(self) -> int:
        """How many things must go before anyone may read this."""
        return sum(hit.level == BLOCK for hit in self.hits)

    @property
    def warns(self) -> int:
        """How many things to look at."""
        return len(self.hits) - self.blocks
