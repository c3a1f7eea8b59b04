# SPDX-License-Identifier: EUPL-1.2
"""A text as the check reads it: words without case, accents, invisible signs and look-alikes, each with its place."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from casus.domain.names import fold

_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіїјѕԁһαβεικνορτυχ" + "ГЗ" + "АВЕКМНОРСТУХІЈЅΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "abekmhopctyxiijsdhabeikvoptux" + "rz" + "abekmhopctyxijsabezhikmnoptyx",
)
_LEET = str.maketrans({"0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "8": "b", "@": "a", "$": "s", "!": "i", "|": "i", "€": "e"})  # fmt: skip
_APOSTROPHES = "'’`´"
_LEET_SIGNS = frozenset("@$!|€")
_PLAIN = {ord(sign): " " for sign in map(chr, range(128)) if not sign.isalnum()} | dict.fromkeys(
    map(ord, "'`")
)
_ENDS = frozenset(".!?:\n")
_PASSED_OVER = frozenset(" \t\"'“”‘’„«»(-–—*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word as it is compared (`text`) and where it stands; `capital` is its first letter's, `first` begins a
    sentence, `tied`: nothing but a hyphen, dot or underscore parts it from the word before, `odd`: it is written
    with letters of another script, or with signs that cannot be seen.
    """

    text: str
    start: int
    end: int
    capital: bool
    first: bool
    tied: bool
    odd: bool

    @property
    def proper(self) -> bool:
        """Whether it is written as only a name is: with a capital inside a sentence, or disguised."""
        return (self.capital and not self.first) or self.odd


@lru_cache(maxsize=4096)
def folded_sign(sign: str) -> str:
    """Return one character as it is compared; "" when it is nothing to read."""
    if sign.isascii():
        return sign.lower()
    if unicodedata.category(sign) in ("Cf", "Mn", "Me"):
        return ""
    return fold(unicodedata.normalize("NFKC", sign).translate(_LOOK_ALIKES))


def plain(text: str) -> str:
    """Return something stored as it is compared: letters and digits, the rest as single spaces."""
    if text.isascii():
        return " ".join(text.lower().translate(_PLAIN).split())
    bare = fold("".join(folded_sign(sign) or "" for sign in text))
    return " ".join("".join(sign if sign.isalnum() else " " for sign in bare).split())


def unleet(text: str) -> str:
    """Return a word with digits and signs read as the letters they look like."""
    return text.translate(_LEET)


def tokens(text: str) -> list[Token]:
    """Return the words of a text, in order."""
    return list(_Reader(text).words())


class _Reader:
    """Goes through a text once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.begins, self.gap = True, ""

    def words(self) -> Iterator[Token]:
        """Yield each word."""
        text, at, length = self.text, 0, len(self.text)
        while at < length:
            if not self._joins(at):
                self._between(text[at])
                at += 1
                continue
            start, read = at, []
            while at < length and self._joins(at):
                read.append(self._sign(at))
                at += 1
            if found := "".join(read):
                yield self._token(found, start, at)

    def _sign(self, at: int) -> str:
        sign = self.text[at]
        return (
            sign
            if sign in _LEET_SIGNS
            else ""
            if sign in _APOSTROPHES
            else folded_sign(sign).replace(" ", "")
        )

    def _joins(self, at: int) -> bool:
        """Tell whether the character here belongs to a word: letters, digits, what cannot be seen, apostrophes
        and signs that stand for a letter between two of them.
        """
        sign = self.text[at]
        if sign.isalnum() or (not sign.isascii() and unicodedata.category(sign) in ("Cf", "Mn", "Me")):
            return True
        if sign in _LEET_SIGNS or sign in _APOSTROPHES:
            return 0 < at < len(self.text) - 1 and self.text[at - 1].isalnum() and self.text[at + 1].isalnum()
        return False

    def _between(self, sign: str) -> None:
        self.gap += sign
        if sign in _ENDS:
            self.begins = True
        elif sign not in _PASSED_OVER:
            self.begins = False

    def _token(self, found: str, start: int, end: int) -> Token:
        tied = self.gap in ("-", ".", "_", "‐", "‑", "–")
        written = self.text[start:end]
        shouted = written.isupper() and len(written) > 2
        token = Token(
            found, start, end, self.text[start].isupper(), self.begins and not shouted, tied, _is_odd(written)
        )
        self.begins, self.gap = False, ""
        return token


def _is_odd(written: str) -> bool:
    if written.isascii():
        return False
    return any(unicodedata.category(sign) == "Cf" or sign.translate(_LOOK_ALIKES) != sign for sign in written)
