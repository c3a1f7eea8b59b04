# SPDX-License-Identifier: EUPL-1.2
"""What a use case changed, so that every screen can decide for itself whether to reload."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Changes:
    """The kinds of record (table names) and the ids of the records a use case touched."""

    kinds: frozenset[str] = frozenset()
    ids: frozenset[str] = frozenset()

    def __or__(self, other: "Changes") -> "Changes":
        return Changes(self.kinds | other.kinds, self.ids | other.ids)

    def touches(self, *kinds: str) -> bool:
        """Tell whether any of these kinds was changed."""
        return not self.kinds.isdisjoint(kinds)

    @staticmethod
    def of(kinds: Iterable[str], *ids: str | None) -> "Changes":
        """Return the changes of these kinds and ids; an id that is None is left out."""
        return Changes(frozenset(kinds), frozenset(item for item in ids if item))


@dataclass(frozen=True)
class Done(Generic[T]):
    """The outcome of a use case that changed something."""

    value: T
    changes: Changes
