# SPDX-License-Identifier: EUPL-1.2
"""What a contribution tells of who may be the same person in another vault: keyed digests, and what workers answered."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from operator import lt
from typing import Any

from casus.counting.pseudonyms import NEAR_LENGTH, PSEUDONYM_LENGTH
from casus.counting.rows import are_pseudonyms, cut
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.domain.near_names import EXACT, MATCH
from casus.errors import ContributionInvalid

NUMBER, SAME, DIFFERENT = "number", "same", "different"
"""Another number of the same person (of a merged record); whom a worker said it is, and is not."""
HANDED_OVER = "handed_over"
"""A case that a colleague has: what is told of the person by that colleague goes before this."""
JOINING = (NUMBER, SAME, EXACT, MATCH)
LIKENESS = "likeness"
_MOST_KEYS = 200


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


@dataclass(frozen=True)
class ManyMarks(Sequence[Marks]):
    """The marks of all persons of a contribution, in columns.

    `keys` holds by kind the places of persons in `subjects`, in order, and beside each place one key.
    """

    subjects: tuple[str, ...] = ()
    keys: Mapping[str, tuple[tuple[int, ...], tuple[str, ...]]] = field(default_factory=dict)

    @classmethod
    def of(cls, every: Iterable[Marks]) -> "ManyMarks":
        """Return these marks, in this order."""
        given = list(every)
        columns: dict[str, list[tuple[int, str]]] = {}
        for place, one in enumerate(given):
            for kind, keys in one.keys.items():
                columns.setdefault(kind, []).extend((place, key) for key in keys)
        return cls(
            tuple(one.subject for one in given),
            {kind: _columns(columns[kind]) for kind in sorted(columns) if columns[kind]},
        )

    def __len__(self) -> int:
        return len(self.subjects)

    def __getitem__(self, place: Any) -> Any:
        return tuple(self)[place]

    def __iter__(self) -> Iterator[Marks]:
        told: list[dict[str, tuple[str, ...]]] = [{} for _ in self.subjects]
        for kind, (places, keys) in self.keys.items():
            for place, key in zip(places, keys, strict=True):
                told[place][kind] = (*told[place].get(kind, ()), key)
        return map(Marks, self.subjects, told)

    def __repr__(self) -> str:
        return f"<marks of {len(self)} persons>"

    def told(self, kind: str) -> Iterator[tuple[str, str]]:
        """Yield each person with a key of this kind."""
        places, keys = self.keys.get(kind, ((), ()))
        return zip(map(self.subjects.__getitem__, places), keys, strict=True)

    def as_data(self) -> dict[str, object]:
        """Return them as they are written."""
        keys = {kind: [places, "".join(found)] for kind, (places, found) in self.keys.items()}
        return {"subjects": "".join(self.subjects), "keys": keys}

    @classmethod
    def from_data(cls, raw: Mapping[str, Any]) -> "ManyMarks":
        """Read what was written; ContributionInvalid "unknown_key", TypeError and the like for what is no such thing."""
        state, keys = codelists.state(), {}
        for kind, (places, found) in raw["keys"].items():
            length = _length(kind, state)
            if length is None:
                raise ContributionInvalid("unknown_key")
            keys[kind] = tuple(places), cut(found, length)
        return cls(cut(raw["subjects"], PSEUDONYM_LENGTH), keys)


def _columns(pairs: Sequence[tuple[int, str]]) -> tuple[tuple[int, ...], tuple[str, ...]]:
    return tuple(place for place, _key in pairs), tuple(key for _place, key in pairs)


def fault_in(marks: ManyMarks) -> str | None:
    """Return what is wrong with marks that were handed over; None when they are keyed digests of known kinds."""
    state = codelists.state()
    if not are_pseudonyms(marks.subjects, PSEUDONYM_LENGTH):
        return "pseudonym"
    if not all(map(lt, marks.subjects, marks.subjects[1:])):
        return "order"
    for kind, (places, keys) in marks.keys.items():
        length = _length(kind, state)
        if length is None:
            return "unknown_key"
        if not places or len(places) != len(keys) or not are_pseudonyms(keys, length):
            return "pseudonym"
        if set(map(type, places)) != {int} or not 0 <= min(places) <= max(places) < len(marks):
            return "pseudonym"
        if not all(map(lt, places, places[1:])):  # somebody has several keys of this kind
            pairs = list(zip(places, keys, strict=True))
            if not all(map(lt, pairs, pairs[1:])):
                return "order"
            if max(Counter(places).values()) > _MOST_KEYS:
                return "pseudonym"
    return None


@lru_cache(maxsize=1_000)
def _length(kind: str, _lists: int) -> int | None:
    """Return how long the keys of a kind are; None for a kind that is not known."""
    if kind in JOINING or kind in (DIFFERENT, HANDED_OVER):
        return PSEUDONYM_LENGTH
    return NEAR_LENGTH if codelist(LIKENESS).get(kind) is not None else None
