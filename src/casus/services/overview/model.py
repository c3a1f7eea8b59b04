# SPDX-License-Identifier: EUPL-1.2
"""What the view of everything about one person is made of: subjects, records, fields, and stretches of words."""

from dataclasses import dataclass
from datetime import date

HAND, SHOWN, WITHHELD, CHANGED = "hand", "show", "withheld", "changed"
"""Marks of a piece beside those of `domain.masking`: name, address, number and worker."""


@dataclass(frozen=True)
class Piece:
    """A stretch of words; with a `mark` it stands for, or shows after all, what is in `original`."""

    text: str
    mark: str = ""
    original: str = ""


@dataclass(frozen=True)
class FieldView:
    """One field: its column, what it is called, what it holds; of a text a worker may hide or show parts."""

    name: str
    label: str
    pieces: tuple[Piece, ...]
    is_text: bool = False

    @property
    def words(self) -> str:
        """Return what is shown."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True)
class ItemView:
    """One record; `depth` says under how many others it stands."""

    kind: str
    record_id: str
    title: str
    fields: tuple[FieldView, ...]
    day: date | None = None
    depth: int = 0


@dataclass(frozen=True)
class SectionView:
    """One subject (list overview_group) with its records."""

    group: str
    title: str
    items: tuple[ItemView, ...]


@dataclass(frozen=True)
class Overview:
    """Everything about one person, as it may be shown to them.

    `drafts` counts what was typed about them and not saved; `version` is that of the request.
    """

    request_id: str
    person_id: str
    person_name: str
    sections: tuple[SectionView, ...]
    drafts: int = 0
    closed: bool = False
