# SPDX-License-Identifier: EUPL-1.2
"""By what two workers' records of one person find each other: keys that are the same where the person may be.

Plain texts, to be hashed under the key of a team. `certain_keys` join by themselves; `near_keys` only lead to a
question to workers who may know. What each rule finds and misses is measured: docs/linkage.md.

Same surname and birth date with another given name is no rule: in the measurement it found twins and nobody else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from casus.domain.names import fold, split_prefix


@dataclass(frozen=True)
class LinkageQuality:
    """Of what was counted as one person the share that is (`precision`); of what is, the share that was (`recall`).

    `answered`: the recall once workers answered every question they were asked.
    """

    precision: float
    recall: float
    answered: float


MEASURED = LinkageQuality(precision=0.98, recall=0.79, answered=0.99)
"""Measured with a quarter of the records misspelt and with twins, for the notes on method of a report; rounded
down. To measure again: `python -m tests.bench.linkage` (docs/linkage.md); the suite fails when it gets worse."""
EXACT, MATCH = "exact", "match"
NO_BIRTH_DATE = "no_birth_date"
_SAME_SOUND = (
    ("sch", "s"), ("tch", "tj"), ("ch", "g"), ("kh", "g"), ("gh", "g"), ("ph", "f"), ("th", "t"), ("dh", "d"),
    ("sh", "s"), ("sj", "s"), ("ck", "k"), ("qu", "k"), ("q", "k"), ("c", "k"), ("x", "ks"), ("z", "s"),
    ("v", "f"), ("w", "f"), ("dt", "t"), ("d", "t"), ("h", ""), ("y", ""), ("j", ""),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiou]+")
_DOUBLED = re.compile(r"(.)\1+")


def certain_keys(surname: str, given: str, birth_date: date | None) -> Iterator[tuple[str, str]]:
    """Yield what makes two records one person: all of the name, or surname and first letter, and the birth date.

    Nothing without a surname, a given name or a birth date.
    """
    main, first = _letters(surname, given)
    if main and first and birth_date is not None:
        yield EXACT, f"{main}|{first}|{birth_date.isoformat()}"
        yield MATCH, f"{main}|{first[0]}|{birth_date.isoformat()}"


def near_keys(surname: str, given: str, birth_date: date | None) -> Iterator[tuple[str, str]]:
    """Yield pairs of a code of list likeness and a text; equal texts under one code make a doubtful pair."""
    main, first = _letters(surname, given)
    if not main or not first:
        return
    yield NO_BIRTH_DATE, f"{main}|{first}"
    if birth_date is None:
        return
    born = birth_date.isoformat()
    day, month, year = birth_date.day, birth_date.month, birth_date.year
    yield "near_surname", f"{sound(main)}|{first[0]}|{born}"
    yield "other_surname", f"{first}|{born}"
    yield "swapped_names", f"{'|'.join(sorted((main, first)))}|{born}"
    yield "swapped_date", f"{main}|{first}|{year}|{min(day, month)}|{max(day, month)}"
    for part in (f"{year}-{month}-", f"{year}--{day}", f"-{month}-{day}"):
        yield "date_slip", f"{main}|{first}|{part}"


def sound(word: str) -> str:
    """Return the consonants of a folded name as Dutch ears tell them apart; all of it when little is left."""
    heard = word
    for written, spoken in _SAME_SOUND:
        heard = heard.replace(written, spoken)
    heard = _DOUBLED.sub(r"\1", _VOWELS.sub("", heard))
    return heard if len(heard) > 1 else word


def _letters(surname: str, given: str) -> tuple[str, str]:
    """Return main surname and given name without spaces, accents and case."""
    main = split_prefix(fold(surname))[1]
    return re.sub(r"[\W_]+", "", main), re.sub(r"[\W_]+", "", fold(given))
