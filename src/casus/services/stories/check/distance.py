# SPDX-License-Identifier: EUPL-1.2
"""How far two words are apart, and how a word sounds in Dutch."""

import re
from functools import lru_cache

_SOUNDS = (
    ("sch", "sg"), ("tsj", "c"), ("tch", "c"), ("tj", "c"), ("ch", "g"), ("gh", "g"), ("kh", "g"), ("ck", "k"),
    ("ca", "ka"), ("co", "ko"), ("cu", "ku"), ("cl", "kl"), ("cr", "kr"), ("ct", "kt"), ("ph", "f"), ("dt", "t"),
    ("th", "t"), ("ou", "o"), ("oe", "o"), ("ij", "i"), ("ei", "i"), ("ey", "i"), ("ie", "i"), ("h", ""),
)  # fmt: skip
_LETTERS = str.maketrans("qxvwuyjezdc", "ggffoiiists")
_TWICE = re.compile(r"(.)\1+")


def most_edits(length: int) -> int:
    """Return how many edits a word of this length may be away and still be taken for it."""
    return 0 if length < 4 else 1 if length < 8 else 2


@lru_cache(maxsize=50_000)
def sound(word: str) -> str:
    """Return how a folded word sounds, roughly: what is often written differently comes out the same."""
    for letters, instead in _SOUNDS:
        word = word.replace(letters, instead)
    return _TWICE.sub(r"\1", word.translate(_LETTERS))


def edits(one: str, other: str, most: int) -> int:
    """Return the number of letters added, left out, changed or swapped with their neighbour; `most` + 1 if more."""
    if one == other:
        return 0
    if abs(len(one) - len(other)) > most:
        return most + 1
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if not one or not other:
        return min(len(one) + len(other), most + 1)
    before, last = None, list(range(len(other) + 1))
    for row, sign in enumerate(one, 1):
        line = [row]
        for column, opposite in enumerate(other, 1):
            cost = min(last[column] + 1, line[-1] + 1, last[column - 1] + (sign != opposite))
            swapped = (
                before is not None and column > 1 and sign == other[column - 2] and one[row - 2] == opposite
            )
            line.append(min(cost, before[column - 2] + 1) if before is not None and swapped else cost)
        if min(line) > most:
            return most + 1
        before, last = last, line
    return min(last[-1], most + 1)
