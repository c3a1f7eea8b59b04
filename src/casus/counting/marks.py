# SPDX-License-Identifier: EUPL-1.2
"""What a contribution tells of who may be the same person in another vault: keyed digests, and what workers answered."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from casus.counting.pseudonyms import NEAR_LENGTH, PSEUDONYM_LENGTH
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.domain.near_names import EXACT, MATCH

NUMBER, SAME, DIFFERENT = "number", "same", "different"
"""Another number of the same person (of a merged record); whom a worker said it is, and is not."""
HANDED_OVER = "handed_over"
"""A case that a colleague has: what is told of the person by that colleague goes before this."""
JOINING = (NUMBER, SAME, EXACT, MATCH)
LIKENESS = "likeness"
_MOST_KEYS = 200
_HEX = re.compile(r"[0-9a-f]*")


@dataclass(frozen=True)
class Marks:
    """The keys of one person by kind: number, same, different, handed_over, exact, match, or a code of list likeness."""

    subject: str
    keys: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, subject: str, found: Iterable[tuple[str, str]]) -> "Marks":
        """Return marks from pairs of kind and key, in any order."""
        keys: dict[str, set[str]] = {}
        for kind, key in found:
            keys.setdefault(kind, set()).add(key)
        return cls(subject, {kind: tuple(sorted(keys[kind])) for kind in sorted(keys)})

    def of_kind(self, kind: str) -> tuple[str, ...]:
        """Return the keys of one kind."""
        return self.keys.get(kind, ())


def fault_in(every: Iterable[Marks]) -> str | None:
    """Return what is wrong with marks that were handed over; None when they are keyed digests of known kinds."""
    by_length: dict[int, list[str]] = {PSEUDONYM_LENGTH: [], NEAR_LENGTH: []}
    state = codelists.state()
    for marks in every:
        for kind, keys in marks.keys.items():
            length = _length(kind, state)
            if length is None:
                return "unknown_key"
            if len(keys) != 1:
                if not 0 < len(keys) <= _MOST_KEYS:
                    return "pseudonym"
                if list(keys) != sorted(set(keys)):
                    return "order"
            by_length[length] += keys
    for length, found in by_length.items():
        if not set(map(len, found)) <= {length} or not _HEX.fullmatch("".join(found)):
            return "pseudonym"
    return None


@lru_cache(maxsize=1_000)
def _length(kind: str, _lists: int) -> int | None:
    """Return how long the keys of a kind are; None for a kind that is not known."""
    if kind in JOINING or kind in (DIFFERENT, HANDED_OVER):
        return PSEUDONYM_LENGTH
    return NEAR_LENGTH if codelist(LIKENESS).get(kind) is not None else None
