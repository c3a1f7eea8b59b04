# SPDX-License-Identifier: EUPL-1.2
"""What the form of a story hands to its use cases."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class StoryInput:
    """A story as the form holds it: texts as typed, lists as codes; `consent_by` is a role, never a name."""

    title: str
    pillar: str
    theme: str
    perspective: str
    medium: str
    question: str
    situation: str | None = None
    what_we_did: str | None = None
    what_changed: str | None = None
    what_failed: str | None = None
    what_we_learned: str | None = None
    what_next: str | None = None
    indicator: str | None = None
    composite: bool = False
    against_grain: bool = False
    small_group: bool = False
    consent_by: str | None = None
    consent_how: str | None = None
    consent_on: date | None = None

    def texts(self) -> dict[str, str]:
        """Return the parts that hold text, as the check reads them."""
        return texts_of(self)


TEXT_PARTS = (
    "title", "situation", "what_we_did", "what_changed", "what_failed", "what_we_learned", "what_next",
)  # fmt: skip
"""Everything of a story that is read, in reading order: codes of list story_part."""
NEEDED_PARTS = ("situation", "what_we_did", "what_changed", "what_we_learned")
"""What a story needs before it can be checked; a story that says nothing of what failed is still a story."""


def texts_of(story: object) -> dict[str, str]:
    """Return the parts of a story (a record or an input) that hold text."""
    return {part: str(words) for part in TEXT_PARTS if (words := getattr(story, part))}
