# SPDX-License-Identifier: EUPL-1.2
"""Finding the names, addresses and numbers of others in a text, so that they can be hidden from who reads it.

GDPR article 15(4): access may not harm the rights of others. What is stored about others is searched for word by
word, whatever its capitals, accents, hyphens or apostrophes, and with the endings Dutch gives a name. It would
rather hide too much than too little: a word that is also a name is hidden, and a worker may show it again.
What belongs to the person who asks stays, also where someone else bears the same name.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from casus.domain.names import fold, split_prefix

Kind = Literal["name", "address", "number", "worker"]
Words = tuple[str, ...]

_ENDINGS = ("tjes", "etje", "tje", "pje", "jes", "je", "ens", "en", "es", "s", "ke")
"""What Dutch (and German) adds to a name: Fatimas, Jantje, de Bakkers, Hansens."""
_SHORT, _SURE = 3, 5
"""A name of so many letters may have an ending when it has a capital; one of so many, in small letters too."""
_GAP = 4
"""At most so many signs between two words of one name: "Amrani, Fatima", "Jan - Piet"."""
_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]*)+|\d+")
_TELEPHONE = re.compile(r"\+?\d(?:[ \-./()\u00a0]{0,3}\d){7,15}")
_SIGNIFICANT = 9
"""The last digits of a Dutch number say whose it is, whether it begins with 0 or +31."""


@dataclass(frozen=True)
class Found:
    """A stretch of a text, and what stands there."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True)
class _Token:
    start: int
    end: int
    word: str
    capital: bool


def words_of_name(name: str) -> Words:
    """Return the folded words of a name: ("el", "amrani")."""
    return tuple(one.word for one in _tokens(name))


def name_forms(given: str, prefix: str, surname: str, call_name: str = "") -> set[Words]:
    """Return every way in which a person may be named in a text, from the full name to the first name alone.

    A tussenvoegsel alone is no name. With a surname that others share, "F. El Amrani" still says who.
    """
    inner, main = split_prefix(surname)
    before = words_of_name(f"{prefix} {inner}")
    last = words_of_name(main)
    firsts = {words_of_name(given), words_of_name(call_name), *(words_of_name(one) for one in given.split())}
    firsts = {first for first in firsts if first}
    lasts = {last, (*before, *last)} - {()}
    letters = {tuple(word[0] for word in first) for first in firsts} | {(first[0][0],) for first in firsts}
    forms = firsts | lasts
    for first in firsts | letters:
        for one in lasts:
            forms.add((*first, *one))
            forms.add((*one, *first))
        forms.add((*last, *first, *before))
    if len(last) > 1:
        forms.update((word,) for word in last if not _is_small((word,)))
    return {form for form in forms if form}


class Masker:
    """Searches texts for what is stored about others; made once for one person who asks, then used on every text."""

    def __init__(self) -> None:
        self._others: dict[str, dict[Words, Kind]] = {}
        self._own: dict[str, set[Words]] = {}
        self._telephones: set[str] = set()
        self._own_telephones: set[str] = set()

    def hide(self, forms: Iterable[Words], kind: Kind = "name") -> None:
        """Look for these words of others from now on."""
        for form in forms:
            if form:
                self._others.setdefault(form[0], {}).setdefault(form, kind)
                if len(form) > 1:
                    joined = "".join(form)
                    self._others.setdefault(joined, {}).setdefault((joined,), kind)

    def keep(self, forms: Iterable[Words]) -> None:
        """Leave these words of the person who asks, unless they are part of another's longer name."""
        for form in forms:
            if form:
                self._own.setdefault(form[0], set()).add(form)
                if len(form) > 1:
                    self._own.setdefault("".join(form), set()).add(("".join(form),))

    def hide_telephone(self, number: str) -> None:
        """Look for this telephone number of another."""
        if len(digits := _digits(number)) >= _SIGNIFICANT - 2:
            self._telephones.add(digits)

    def keep_telephone(self, number: str) -> None:
        """Leave this telephone number of the person who asks."""
        self._own_telephones.add(_digits(number))

    def find(self, text: str) -> list[Found]:
        """Return what belongs to others in `text`, in order; what touches or overlaps is one stretch."""
        tokens = _tokens(text)
        own = [(start, end) for start, end, _kind in self._matches(tokens, own=True)]
        hidden = [
            Found(start, end, kind)
            for start, end, kind in self._matches(tokens, own=False)
            if not any(first <= start and end <= last for first, last in own)
        ]
        hidden += self._numbers(text)
        return _joined(sorted(hidden, key=lambda one: (one.start, -one.end)), text)

    def _matches(self, tokens: Sequence[_Token], *, own: bool) -> Iterator[tuple[int, int, Kind]]:
        for at, token in enumerate(tokens):
            for stem in _stems(token):
                forms: dict[Words, Kind] = (
                    dict.fromkeys(self._own.get(stem, ()), "name") if own else self._others.get(stem, {})
                )
                for form, kind in forms.items():
                    if not token.capital and _is_small(form):
                        continue
                    last = _follows(tokens, at, form, stem == token.word)
                    if last is not None:
                        yield token.start, last.end, kind

    def _numbers(self, text: str) -> Iterator[Found]:
        if not self._telephones:
            return
        for match in _TELEPHONE.finditer(text):
            digits = _digits(match[0])
            if digits in self._telephones and digits not in self._own_telephones:
                yield Found(match.start(), match.end(), "number")


def _is_small(form: Words) -> bool:
    """Return whether these words are as good as any small word, so that only a capital makes them a name: "al", "an"."""
    return len(form) == 1 and (len(form[0]) < _SHORT or split_prefix(f"{form[0]} x")[0] != "")


def _follows(tokens: Sequence[_Token], at: int, form: Words, exact: bool) -> _Token | None:
    """Return the last word of `form` in the text that begins at `at`; only that last one may have an ending."""
    if len(form) > 1 and not exact:
        return None
    if at + len(form) > len(tokens):
        return None
    for place, word in enumerate(form[1:], 1):
        token, before = tokens[at + place], tokens[at + place - 1]
        if token.start - before.end > _GAP:
            return None
        ends = place == len(form) - 1
        if token.word != word and not (ends and word in _stems(token)):
            return None
    return tokens[at + len(form) - 1]


def _stems(token: _Token) -> list[str]:
    """Return what a word may be the inflected form of, itself first."""
    stems, word = [token.word], token.word
    for ending in _ENDINGS:
        stem = word[: -len(ending)] if word.endswith(ending) else ""
        if len(stem) >= (_SHORT if token.capital else _SURE):
            stems.append(stem)
            if ending.startswith("tje") and stem[-1] == stem[-2] and stem[-1] in "aeiou":
                stems.append(stem[:-1])  # Fatimaatje
    return stems


def _tokens(text: str) -> list[_Token]:
    found = []
    for match in _WORD.finditer(text):
        written = match[0]
        word = written.lower() if written.isascii() else fold(written).replace(" ", "")
        if word:
            found.append(_Token(match.start(), match.end(), word, text[match.start()].isupper()))
    return found


def _digits(number: str) -> str:
    return "".join(sign for sign in number if sign.isdecimal())[-_SIGNIFICANT:]


def _joined(found: Sequence[Found], text: str) -> list[Found]:
    """Return the stretches with those that overlap, or stand apart by spaces only, made one."""
    joined: list[Found] = []
    for one in found:
        last = joined[-1] if joined else None
        beside = last is not None and one.kind == last.kind and not text[last.end : one.start].strip(" -")
        if last is not None and (one.start < last.end or beside):
            joined[-1] = Found(last.start, max(last.end, one.end), last.kind)
        else:
            joined.append(one)
    return joined


def is_bare_name(word: str) -> bool:
    """Return whether a word typed as a name could be one: it has a capital and more than two letters."""
    letters = [sign for sign in word if unicodedata.category(sign).startswith("L")]
    return len(letters) >= _SHORT and letters[0].isupper()
