# SPDX-License-Identifier: EUPL-1.2
"""A story as it may stand in a report: approved text and codes, nothing that leads back to a person."""

from dataclasses import dataclass

STORY_PARTS = ("situation", "what_we_did", "what_changed", "what_failed", "what_we_learned", "what_next")
"""The headings of a story, in reading order."""
MOST_STORY_CHARACTERS = 20_000
"""Most characters all parts of one story have together; a longer one does not get into a report."""


@dataclass(frozen=True)
class ReportStory:
    """An approved, not withdrawn story.

    `key`: the id of the story in the coordinator's vault, by which a draft report finds it again; it is never
    printed. `perspective` is a code of list story_perspective, `pillar` of list pillar. `parts`: (heading code
    of STORY_PARTS, text) in reading order, without empty ones. `composite`: made of several experiences or
    with details changed, which the report declares. `against_the_grain`: it goes against what the rest says.
    `consent_stated`: whose story it is agreed, and has not withdrawn that.
    """

    key: str
    title: str
    perspective: str
    pillar: str
    parts: tuple[tuple[str, str], ...]
    composite: bool
    against_the_grain: bool
    consent_stated: bool

    def __repr__(self) -> str:
        return f"ReportStory(key={self.key!r})"
