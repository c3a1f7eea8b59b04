# SPDX-License-Identifier: EUPL-1.2
"""How alike two persons look on paper: the rule behind "Staat deze persoon er al in?"."""

import re
from dataclasses import dataclass
from datetime import date

from casus.domain.names import fold, split_prefix

_CLOSE = 0.75
"""Likeness from which two names may be one misspelt name: one slip in four letters, two in eight."""


@dataclass(frozen=True)
class Identity:
    """What a duplicate is recognised by; `call_name` is the roepnaam or alias."""

    surname: str
    given: str
    birth_date: date | None = None
    call_name: str = ""


def edit_distance(one: str, other: str) -> int:
    """Return the slips of the pen between two words: letters added, dropped, changed or swapped with a neighbour."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, start=1):
        earlier, before, row = before, row, [at]
        for to, target in enumerate(other, start=1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != target))
            if at > 1 < to and letter == other[to - 2] and one[at - 2] == target:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
    return row[-1]


def similarity(one: str, other: str) -> float:
    """Return how alike two names are, from 0 (nothing) to 1 (the same but for case, accents and spaces)."""
    one, other = _bare(one), _bare(other)
    longest = max(len(one), len(other))
    if one == other:
        return 1.0 if longest else 0.0
    return 1 - edit_distance(one, other) / longest


def resemblance(one: Identity, other: Identity) -> float:
    """Return 0 for two different persons, else a number up to 1 to put the most alike first.

    The same birth date needs a surname that is nearly the same and a given or call name that fits (or the
    two swapped); an unknown birth date needs both names nearly the same; different birth dates need the
    same names, and dates that one slip of the pen can explain. A warning, never a decision.
    """
    mine, theirs = one.birth_date, other.birth_date
    if mine and theirs and mine != theirs and not _slip(mine, theirs):
        return 0.0
    names = max(_names_alike(one, other), _names_swapped(one, other))
    if mine is not None and mine == theirs:
        return names
    if mine and theirs:
        return 0.8 if names == 1.0 else 0.0
    return names * 0.9 if _given_alike(one, other) >= _CLOSE else 0.0


def matches(one: Identity, other: Identity) -> bool:
    """Return whether the worker should be asked if these two are the same person."""
    return resemblance(one, other) > 0


def _names_alike(one: Identity, other: Identity) -> float:
    surname = similarity(_main(one.surname), _main(other.surname))
    given = _given_alike(one, other)
    if surname >= _CLOSE > given and _same_initial(one.given, other.given):
        given = _CLOSE
    names = min(surname, given)
    return names if names >= _CLOSE else 0.0


def _names_swapped(one: Identity, other: Identity) -> float:
    first, second = _bare(_main(one.surname)), _bare(_main(other.surname))
    return 0.95 if first and first == _bare(other.given) and second == _bare(one.given) else 0.0


def _given_alike(one: Identity, other: Identity) -> float:
    mine = [name for name in (one.given, one.call_name) if name]
    theirs = [name for name in (other.given, other.call_name) if name]
    return max((similarity(name, their) for name in mine for their in theirs), default=_CLOSE)


def _same_initial(one: str, other: str) -> bool:
    return fold(one)[:1] == fold(other)[:1] != ""


def _main(surname: str) -> str:
    return split_prefix(fold(surname))[1]


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", fold(text))


def _slip(one: date, other: date) -> bool:
    """Whether one part differs, or day and month have changed places."""
    same = (one.day == other.day) + (one.month == other.month) + (one.year == other.year)
    swapped = (one.day, one.month, one.year) == (other.month, other.day, other.year)
    return same == 2 or swapped
