# SPDX-License-Identifier: EUPL-1.2
"""Names of persons the Dutch way: sorted on the main surname, compared without accents, shown in two orders."""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from typing import Literal

_APOSTROPHES = "'’‘‛ʼʻʹʾʿ`´′＇"
_LETTERS = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES),
        **dict.fromkeys("-‐‑‒–—−_", " "),
        "ı": "i",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ħ": "h",
    }
)
_PREFIX_WORDS = (
    "van de der den het t te ten ter op in aan bij onder over uit voor tot s el al d von vom zu zum zur "
    "du des la le les los las da dos das di del della af av ait"
)
_PREFIXES = frozenset(_PREFIX_WORDS.split())
_MARKS = ("Mn", "Me", "Cf")


@dataclass(frozen=True)
class FullName:
    """A name in its three parts; any of them may be empty."""

    surname: str
    prefix: str
    given: str


def fold(text: str) -> str:
    """Return `text` for comparing: no case, no accents, no apostrophes, hyphens as spaces, single spaces.

    Folding twice changes nothing. The Turkish dotless ı and dotted İ both become i.
    """
    while (folded := _fold_once(text)) != text:
        text = folded
    return folded


def _fold_once(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.translate(_LETTERS)).casefold()
    bare = unicodedata.normalize("NFKD", bare).translate(_LETTERS)
    return " ".join("".join(sign for sign in bare if unicodedata.category(sign) not in _MARKS).split())


def split_prefix(surname: str) -> tuple[str, str]:
    """Split "van der Berg" into ("van der", "Berg"); at least one word stays as the surname."""
    words = surname.split()
    count = _leading_prefixes([fold(word) for word in words])
    return " ".join(words[:count]), " ".join(words[count:])


def _leading_prefixes(words: list[str]) -> int:
    count = 0
    while count < len(words) - 1 and words[count] in _PREFIXES:
        count += 1
    return count


def _folded_surname(surname: str) -> tuple[str, str]:
    words = fold(surname).split()
    count = _leading_prefixes(words)
    return " ".join(words[:count]), " ".join(words[count:])


def sort_key(surname: str, prefix: str, given: str) -> str:
    """Return the key to store and sort on: main surname, then given name, then tussenvoegsel.

    A prefix typed into the surname field is moved too. Tabs part the fields, so that "Vries, Jan" comes
    before "Vries Smit, An" (ux.md 4.4: a stored key sorts as fast as bytes, and puts Öztürk at the O).
    """
    inner, main = _folded_surname(surname)
    return "\t".join((main, fold(given), " ".join(f"{fold(prefix)} {inner}".split())))


def display_name(surname: str, prefix: str, given: str, *, order: Literal["list", "natural"] = "list") -> str:
    """Return "Vries, Jan de" (order "list") or "Jan de Vries" (order "natural").

    Without a given name the prefix takes a capital, as Dutch spelling asks: "De Vries".
    """
    if order == "natural":
        if not given and prefix:
            prefix = prefix[0].upper() + prefix[1:]
        return " ".join(part for part in (given, prefix, surname) if part)
    rest = " ".join(part for part in (given, prefix) if part)
    return ", ".join(part for part in (surname, rest) if part)


def initials(given: str) -> str:
    """Return the voorletters: "J.W." for "Jan Willem" and for "Jan-Willem", "IJ." for "IJsbrand"."""
    words = re.split(r"[\s\-‐‑]+", given.strip())
    return "".join(f"{_first_letter(word)}." for word in words if word)


def _first_letter(word: str) -> str:
    return "IJ" if word[:2].casefold() == "ij" else word[0].upper()


def parse_full(text: str) -> FullName:
    """Read "Jan de Vries", "Vries, Jan de" or "de Vries, Jan" as a name in parts; one word is a surname."""
    before, comma, after = text.partition(",")
    if comma:
        prefix, surname = split_prefix(before)
        words = after.split()
        count = len(words)
        while count > 0 and fold(words[count - 1]) in _PREFIXES:
            count -= 1
        return FullName(surname, " ".join((*words[count:], *prefix.split())), " ".join(words[:count]))
    words = text.split()
    folded = [fold(word) for word in words]
    start = next((at for at in range(1, len(words) - 1) if folded[at] in _PREFIXES), max(len(words) - 1, 0))
    if _leading_prefixes(folded):
        start = 0
    prefix, surname = split_prefix(" ".join(words[start:]))
    return FullName(surname, prefix, " ".join(words[:start]))


def match_key(surname: str, given: str, birth_date: date | None) -> str | None:
    """Return the same string for the same person, however two workers spell accents, case or prefix.

    The team pseudonym is made of it (one person known to a PGA expert and a RIO counts once; domain.md
    rule 7). None when surname, given name or birth date is missing: such a person can only be counted
    by the record's own id, since names alone would melt two persons into one.
    """
    main = re.sub(r"[\W_]+", "", _folded_surname(surname)[1])
    first = re.sub(r"[\W_]+", "", fold(given))
    if not main or not first or birth_date is None:
        return None
    return f"{main}|{first}|{birth_date.isoformat()}"
