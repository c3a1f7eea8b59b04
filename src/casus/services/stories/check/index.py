# SPDX-License-Identifier: EUPL-1.2
"""Everything that is stored and identifies someone, made findable: exactly, misspelt, by sound and in pieces."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from casus.domain.names import fold
from casus.services.stories.check.dictionary import is_word
from casus.services.stories.check.distance import edits, most_edits, sound
from casus.services.stories.check.folding import plain

MOST_WORDS = 6
"""So many words of a text are read as one at most; what is stored with more is found by its first ones."""
LONGEST_NAME = 60
"""A longer word is nobody's name, and is not tried as a misspelling of one."""
_PREFIXES = frozenset(
    [
        "van",
        "de",
        "der",
        "den",
        "het",
        "t",
        "te",
        "ten",
        "ter",
        "op",
        "in",
        "aan",
        "bij",
        "von",
        "zu",
        "du",
        "la",
        "le",
        "el",
        "al",
        "d",
        "ben",
        "bin",
        "ait",
        "van't",
    ]
)
_LEAST_PART, _LEAST_HALF = 5, 4
_NOT_DIGITS = re.compile(r"\D")
_NOT_ALNUM = re.compile(r"[^0-9a-z]")


@dataclass
class Index:
    """What is stored, by what kind of thing it is (a code of list story_hit).

    `names`: single words of names. `phrases`: everything else and names of several words, without spaces.
    `parts`: words of phrases that give the whole away. `places`: where facilities are.
    """

    names: dict[str, str] = field(default_factory=dict)
    phrases: dict[str, str] = field(default_factory=dict)
    parts: dict[str, str] = field(default_factory=dict)
    places: set[str] = field(default_factory=set)
    allowed: set[str] = field(default_factory=set)
    telephones: set[str] = field(default_factory=set)
    emails: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    postcodes: set[str] = field(default_factory=set)
    birth_days: set[tuple[int, int, int]] = field(default_factory=set)
    _pieces: dict[str, list[str]] = field(default_factory=dict)
    _sounds: dict[str, list[str]] = field(default_factory=dict)
    _letters: dict[str, list[str]] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"Index({len(self.names)} names, {len(self.phrases)} phrases)"

    # --- filling -------------------------------------------------------------------------------

    def add_names(self, values: Iterable[str | None], kind: str) -> None:
        """Know these names: each word by itself, and words that belong together as one."""
        for value in set(values):
            if not value:
                continue
            words = plain(value).split()
            own = [word for word in words if word not in _PREFIXES] or words
            for word in own:
                if len(word) >= 2 and not word.isdigit():
                    self.names.setdefault(word, kind)
            for part in {tuple(words), tuple(own)}:
                if len(part) > 1:
                    self.phrases.setdefault("".join(part[:MOST_WORDS]), kind)

    def add_phrases(self, values: Iterable[str | None], kind: str, *, parts: bool = False) -> None:
        """Know these as a whole; with `parts` also by a word in them that is no Dutch word."""
        for value in set(values):
            words = plain(value).split() if value else []
            if not words or sum(map(len, words)) < 3:
                continue
            self.phrases.setdefault("".join(words[:MOST_WORDS]), kind)
            for word in words if parts and len(words) > 1 else ():
                if len(word) >= _LEAST_PART and not wordlike(word) and word not in self.allowed:
                    self.parts.setdefault(word, kind)

    def add_numbers(self, values: Iterable[str | None]) -> None:
        """Know these numbers of cases, persons and families, whatever stands between their figures."""
        for value in values:
            bare = bare_number(value or "")
            if len(bare) >= 4:
                self.numbers.add(bare)
                if len(bare) > 5 and bare[0].isalpha() and not is_word(bare[1:]):
                    self.numbers.add(bare[1:])
                digits = _NOT_DIGITS.sub("", bare)
                if len(digits) >= 6:
                    self.numbers.add(digits)

    def add_telephones(self, values: Iterable[str | None]) -> None:
        """Know these telephone numbers in any notation."""
        self.telephones.update(one for value in values if len(one := bare_telephone(value or "")) >= 8)

    def finish(self) -> "Index":
        """Make the pieces by which what is misspelt is found; return the index itself."""
        for text in {*self.names, *self.phrases, *self.parts}:
            most = most_edits(len(text))
            if most == 0 or len(text) > LONGEST_NAME:
                continue
            for key in _own_pieces(text, most):
                self._pieces.setdefault(key, []).append(text)
            self._letters.setdefault("".join(sorted(text)), []).append(text)
            if len(text) >= 5:
                self._sounds.setdefault(sound(text), []).append(text)
        return self

    # --- asking --------------------------------------------------------------------------------

    def kind_of(self, text: str) -> str:
        """Return what kind of thing is stored as exactly this; "" for nothing."""
        found = self.names.get(text) or self.phrases.get(text) or self.parts.get(text)
        return found or ("number" if text in self.numbers else "")

    def near(self, text: str, *, whole: bool = False) -> str:
        """Return what this is a misspelling of; "" for nothing. `whole`: only of phrases."""
        if not 3 <= len(text) <= LONGEST_NAME:
            return ""
        best, best_cost = "", 9
        for candidate in self._candidates(text):
            if whole and candidate not in self.phrases:
                continue
            cost = self._cost(text, candidate)
            if cost < best_cost:
                best, best_cost = candidate, cost
        return best

    def _cost(self, text: str, candidate: str) -> int:
        most = most_edits(len(candidate))
        cost = edits(text, candidate, most)
        if cost <= most:
            return cost
        alike = len(candidate) >= 5 and len(text) >= 4 and sound(text) == sound(candidate)
        far = most + 1 if len(candidate) < 7 else most + 2
        return cost if alike and edits(text, candidate, far) <= far else 9

    def _candidates(self, text: str) -> set[str]:
        found: set[str] = set()
        for key in _asked_pieces(text):
            found.update(self._pieces.get(key, ()))
        found.update(self._letters.get("".join(sorted(text)), ()))
        if len(text) >= 4:
            found.update(self._sounds.get(sound(text), ()))
        return found


def bare_number(value: str) -> str:
    """Return the letters and figures of a number, small."""
    return _NOT_ALNUM.sub("", value.lower() if value.isascii() else fold(value))


def bare_telephone(value: str) -> str:
    """Return the figures of a telephone number that are the same however it is written."""
    digits = _NOT_DIGITS.sub("", value)
    for start in ("0031", "31", "0049", "49", "0032", "32"):
        if digits.startswith(start) and len(digits) >= 10:
            digits = digits[len(start) :]
            break
    return digits.lstrip("0")


def wordlike(word: str) -> bool:
    """Tell whether this is a Dutch word, or made of two."""
    if is_word(word):
        return True
    if len(word) > LONGEST_NAME:
        return False
    for at in range(_LEAST_HALF, len(word) - _LEAST_HALF + 1):
        head, tail = word[:at], word[at:]
        if is_word(tail) and (is_word(head) or (head.endswith("s") and is_word(head[:-1]))):
            return True
    return False


def _cuts(length: int, most: int) -> list[int]:
    return [length * at // (most + 1) for at in range(most + 2)]


def _own_pieces(text: str, most: int) -> tuple[str, ...]:
    """Return the pieces of what is stored; an edit less than there are pieces leaves one of them whole."""
    length = len(text)
    if most == 1:
        half = length // 2
        return f"{length}:0:{text[:half]}", f"{length}:1:{text[half:]}"
    one, two = length // 3, length * 2 // 3
    return f"{length}:0:{text[:one]}", f"{length}:1:{text[one:two]}", f"{length}:2:{text[two:]}"


def _asked_pieces(text: str) -> Iterator[str]:
    """Yield the pieces that a text has in common with what it may be a misspelling of."""
    size = len(text)
    for length in range(max(4, size - 2), size + 3):
        most = most_edits(length)
        if abs(length - size) > most:
            continue
        cuts = _cuts(length, most)
        for at in range(most + 1):
            shifts = (0,) if at == 0 else (size - length,) if at == most else range(-most, most + 1)
            for shift in shifts:
                start, end = cuts[at] + shift, cuts[at + 1] + shift
                if start >= 0 and end <= size:
                    yield f"{length}:{at}:{text[start:end]}"
