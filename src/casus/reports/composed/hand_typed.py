# SPDX-License-Identifier: EUPL-1.2
"""Finds numbers that were typed by hand and could be a figure.

Allowed are years, dates, times, articles of a law, references, ordinals and the names of known programmes: what
nobody reads as a count. Every other digit of any script, and every number written in words from thirteen up, has
to become a placeholder.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    "january|february|march|may|june|july|august|october|jan|feb|mrt|apr|jun|jul|aug|sep|okt|oct|nov|dec"
)
_YEAR = r"(?:19|20)\d{2}"
_BEFORE_YEAR = (
    r"in|sinds|van|vanaf|voor|tot|over|uit|na|begin|medio|eind|jaar|najaar|voorjaar|zomer|winter|herfst|lente|"
    r"kwartaal|en|en met|t/m|per|since|from|of|until|before|after|early|mid|late|year|spring|summer|autumn|and|to|the"
)
_UNITS = (
    r"jongeren|personen|mensen|gezinnen|families|controles|gesprekken|bezoeken|huisbezoeken|scholen|leerlingen|bedrijven|"
    r"casussen|dossiers|lessen|sessies|trajecten|meldingen|zorgen|ondernemers|professionals|medewerkers|aanvragen|"
    r"young|people|persons|inspections|talks|visits|schools|pupils|firms|cases|lessons|sessions|programmes|reports"
)
"""What is counted: a number right before one of these is no year."""
_ALLOWED = re.compile(
    rf"""(?ix)
      (?<!\w)(?:[0-3]?\d)(?:e|ste|de|st|nd|rd|th)?[\s\u00a0]+(?:{_MONTHS})\.?(?:[\s\u00a0]+{_YEAR})?(?!\w)  # 28 november 2023
    | (?<!\w)(?:{_MONTHS})[\s\u00a0]+(?:[0-3]?\d,?[\s\u00a0]+)?{_YEAR}(?!\w)                    # November 28, 2023
    | (?<!\w)[0-3]?\d[-/][01]?\d[-/](?:\d\d)?\d\d(?!\w) | (?<!\w){_YEAR}-[01]\d-[0-3]\d(?!\w)           # 28-11-2023
    | (?<!\w){_YEAR}\s?(?:[-/\u2013]|t/m)\s?(?:{_YEAR}|\d\d)(?!\w)                              # 2022-2023
    | (?<=\(){_YEAR}(?=\))                                                                      # (2023)
    | (?<!\w){_YEAR}(?=\s*(?:[.,;:!?)]|$))                                                      # ... 2023.
    | (?<!\w)(?:{_BEFORE_YEAR})[\s\u00a0]+{_YEAR}(?!\w)(?![\s\u00a0]+(?:{_UNITS})\b)              # in 2023
    | (?<!\w)(?:artikelen|artikel|art\.?|lid|leden|article|paragraaf|hoofdstuk|bijlage|section|chapter|annex)
        [\s\u00a0]+\d+[\d:.]*[a-z]?(?:[\s\u00a0]+(?:en|and|lid|t/m)[\s\u00a0]+\d+[a-z]?)*(?!\w)         # artikel 2:50
    | (?<!\w)(?:kenmerk|nummer|zaaknummer|reference|besluit|nr\.)[\s\u00a0]+[\d./-]+(?!\w)      # kenmerk 11870520
    | (?<!\w)(?:week|kwartaal|pijler|fase|niveau|versie|vrijgave|quarter|pillar|phase|version|release)[\s\u00a0]+\d+(?!\w)
    | (?<!\w)\d{{1,2}}(?:e|ste|de|st|nd|rd|th)(?!\w)                                            # 2e
    | (?<!\w)[0-2]?\d[:.][0-5]\d[\s\u00a0]?(?:uur|u\.|a\.m\.|p\.m\.)                            # 10.00 uur
    """
)
_TOKEN = re.compile(r"[\w.,/%:-]+")
_WORD = re.compile(r"[A-Za-zë\u00ebï-]+")


@dataclass(frozen=True)
class HandTyped:
    """A number typed by hand: where it begins, how it is written, and its value where that is plain."""

    at: int
    words: str
    value: int | None


def find(text: str) -> Iterator[HandTyped]:
    """Yield the numbers in `text` that are not allowed there, in order."""
    allowed = [found.span() for found in _ALLOWED.finditer(text)]
    found = [*_digits(text, allowed), *_numerals(text)]
    yield from sorted(found, key=lambda one: one.at)


def _digits(text: str, allowed: list[tuple[int, int]]) -> Iterator[HandTyped]:
    spans = iter(allowed)
    span = next(spans, None)
    for found in _TOKEN.finditer(text):
        words = found.group()
        place = next((i for i, one in enumerate(words) if one.isnumeric()), None)
        if place is None:
            continue
        at = found.start() + place
        while span is not None and span[1] <= at:
            span = next(spans, None)
        if (
            span is not None
            and span[0] <= at
            and found.end() <= span[1] + len(words) - len(words.rstrip(".,:"))
        ):
            continue
        yield HandTyped(found.start(), words.strip(".,:-"), _value(words))


def _value(words: str) -> int | None:
    plain = words.strip(".,:-").replace(".", "").replace(",", "")
    return int(plain) if plain.isdecimal() and len(plain) < 10 else None


def _numerals(text: str) -> Iterator[HandTyped]:
    known = numerals()
    for found in _WORD.finditer(text):
        value = known.get(found.group().lower().replace("ë", "e").replace("-", ""))
        if value is not None:
            yield HandTyped(found.start(), found.group(), value)


@cache
def numerals() -> dict[str, int]:
    """Return the numbers from thirteen to 999 as they are written in Dutch, and in English up to 99."""
    ones = ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"]
    teens = [
        "tien",
        "elf",
        "twaalf",
        "dertien",
        "veertien",
        "vijftien",
        "zestien",
        "zeventien",
        "achttien",
        "negentien",
    ]
    tens = ["twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig"]
    below = {word: at for at, word in enumerate(ones, 1)} | {word: at for at, word in enumerate(teens, 10)}
    for high, word in enumerate(tens, 2):
        below[word] = 10 * high
        below |= {f"{one}en{word}": 10 * high + at for at, one in enumerate(ones, 1)}
    found = {word: value for word, value in below.items() if value > 12}
    for at, one in enumerate(["", *ones[1:]], 1):
        hundred = f"{one}honderd"
        found[hundred] = 100 * at
        found |= {hundred + word: 100 * at + value for word, value in below.items()}
    return found | _english()


def _english() -> dict[str, int]:
    ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
    teens = ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
    found = {word: at for at, word in enumerate(teens, 13)}
    for high, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    ):
        found[word] = 10 * high
        found |= {f"{word}{one}": 10 * high + at for at, one in enumerate(ones, 1)}
    return found
