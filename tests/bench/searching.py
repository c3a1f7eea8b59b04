# SPDX-License-Identifier: EUPL-1.2
"""Searching everything (Ctrl+K), one measurement per way of typing: the slowest of a few examples at p95."""

from collections.abc import Sequence
from contextlib import closing
from statistics import median, quantiles

from tests.bench.data import desk_of, open_vault
from tests.bench.place import Place
from tests.bench.use_cases import timed

HITS = 12
"""As many as the window asks for."""
ROUNDS = 21
LETTERS = ("v", "g", "j", "0")
BEGINNINGS = ("va", "ge", "mo", "jan", "ges", "moe", "pie")
NAMES = ("peters", "van den berg", "el amrani younes", "noor de vries", "overvecht", "3512", "06 12 34")
MISSPELLED = ("petres", "amrnai", "dijkstar", "noor de vrise", "bakekr")
SAID = ("gesproken", "moeder", "rekeningen", "buurtteam", "keukentafel", "werk")
SAID_TOGETHER = (
    "moeder keukentafel",
    "post doorgenomen rekeningen",
    "bakker moeder",
    "gesprek jansen",
    "vries school",
)
NOTHING = ("xyzzy", "xyzzyq plop", "qqq qqq qqq qqq", "%", "zzzzzzzzzzzzzzzzzzzz")


def letters(place: Place) -> float:
    """Return the milliseconds from one letter to the hits."""
    return slowest(place, LETTERS)


def beginnings(place: Place) -> float:
    """Return the milliseconds from two or three letters to the hits."""
    return slowest(place, BEGINNINGS)


def names(place: Place) -> float:
    """Return the milliseconds from whole names, numbers and places to the hits."""
    return slowest(place, NAMES)


def misspelled(place: Place) -> float:
    """Return the milliseconds from names with a slip of the pen to the hits."""
    return slowest(place, MISSPELLED)


def said(place: Place) -> float:
    """Return the milliseconds from a word that is in thousands of reports to the hits."""
    return slowest(place, SAID)


def said_together(place: Place) -> float:
    """Return the milliseconds from several words of reports, and from a name with a word, to the hits."""
    return slowest(place, SAID_TOGETHER)


def nothing(place: Place) -> float:
    """Return the milliseconds until it is sure that nothing fits."""
    return slowest(place, NOTHING)


def slowest(place: Place, typed: Sequence[str]) -> float:
    """Return the p95 in milliseconds of the slowest of these texts, and print p50 and p95 of each.

    What is "at work" is the p95 of the processor: on a busy machine the figure that counts.
    """
    from casus.services.search import search

    slow = 0.0
    with closing(open_vault(place.folder)) as vault:
        desk = desk_of(vault)
        search(desk, "warm")
        for text in typed:
            times = [timed(lambda text=text: search(desk, text, HITS)) for _ in range(ROUNDS)]
            late, work = (quantiles((one[at] for one in times), n=20)[18] * 1000 for at in (0, 1))
            middle = median(one[0] for one in times) * 1000
            hits = len(search(desk, text, HITS))
            print(f"p50 {middle:6.1f} ms  p95 {late:6.1f} ms, {work:6.1f} ms at work  {hits:2} hits  {text}")
            slow = max(slow, late)
    return slow
