# SPDX-License-Identifier: EUPL-1.2
"""Looks for stored names in a text: as they are, inflected, misspelt, joined, spaced, in compounds."""

from collections.abc import Iterator
from itertools import pairwise

from casus.services.stories.check.dictionary import FUNCTION_WORDS, is_word
from casus.services.stories.check.folding import Token, tokens, unleet
from casus.services.stories.check.index import LONGEST_NAME, MOST_WORDS, Index, wordlike
from casus.services.stories.check.model import BLOCK, EXACT, HIDDEN, INFLECTED, MISSPELT, WARN, Hit

PROPOSALS = {
    "name": "someone", "acquaintance": "someone", "colleague": "colleague", "family": "family", "street": "street",
    "school": "school", "provider": "organisation", "business": "business", "facility": "prison", "place": "place",
    "unknown_name": "someone",
}  # fmt: skip
"""The coarser word for each kind of stored thing: codes of list story_proposal."""
_ENDINGS = ("s", "es", "tje", "tjes", "je", "jes", "pje", "pjes", "kje", "etje", "etjes", "en", "ers", "se")
_PREFIX_WORDS = frozenset(
    ["van", "de", "der", "den", "het", "t", "te", "ten", "ter", "el", "al", "ben", "bin", "ait"]
)
_TITLES = frozenset(
    [
        "meneer",
        "mevrouw",
        "dhr",
        "mevr",
        "mw",
        "heer",
        "familie",
        "gezin",
        "fam",
        "agent",
        "rechercheur",
        "broertje",
        "zusje",
    ]
)
_LEAST_COMPOUND, _LEAST_REST, _LEAST_JOINED = 5, 3, 5


class Scanner:
    """Reads one part of a story beside an index."""

    def __init__(self, index: Index, part: str, text: str) -> None:
        self._index, self._part, self._text = index, part, text
        self._tokens = tokens(text)
        self._near: dict[tuple[str, bool], str] = {}

    def hits(self) -> Iterator[Hit]:
        """Yield what is found; places may overlap."""
        for at, token in enumerate(self._tokens):
            hit = self._single(at, token)
            if hit is not None:
                yield hit
            yield from self._joined(at)
        yield from self._spelled_out()

    # --- one word ------------------------------------------------------------------------------

    def _single(self, at: int, token: Token) -> Hit | None:
        kind = self._index.kind_of(token.text)
        if kind:
            return self._known(at, token, kind, EXACT, token.text)
        if self._is_leet(token) and (kind := self._index.kind_of(unleet(token.text))):
            return self._hit(BLOCK, kind, HIDDEN, token)
        return (
            self._inflected(at, token)
            or self._compound(token)
            or self._misspelt(token)
            or self._stranger(token)
        )

    def _known(self, at: int, token: Token, kind: str, how: str, word: str) -> Hit | None:
        """Judge a word that is stored: a common one may be just that word."""
        proper = token.proper
        if len(word) < 3:
            return self._hit(BLOCK, kind, how, token) if proper and not token.text.isdigit() else None
        if not is_word(word) and word not in FUNCTION_WORDS:
            return self._hit(BLOCK, kind, how, token, at)
        if proper or self._beside_a_name(at):
            return self._hit(BLOCK, kind, how, token, at)
        if how != EXACT and not token.capital:
            return None
        if word in FUNCTION_WORDS and not (token.capital and self._has_apostrophe(token)):
            return None
        return self._hit(WARN, kind, how, token, at)

    def _beside_a_name(self, at: int) -> bool:
        """Tell whether an initial, a title or another stored name stands beside it, over "van der" and the like."""
        me = self._tokens[at]
        for step in (-1, 1):
            place = at + step
            while 0 <= place < len(self._tokens) and self._tokens[place].text in _PREFIX_WORDS:
                place += step
            if not 0 <= place < len(self._tokens) or self._apart(min(at, place), max(at, place)):
                continue
            other = self._tokens[place]
            if (
                step == -1
                and me.capital
                and (other.text in _TITLES or (len(other.text) == 1 and other.capital))
            ):
                return True
            named = other.text in self._index.names and not is_word(other.text) and len(other.text) > 2
            if named or (
                me.capital and other.capital and not other.first and other.text in self._index.names
            ):
                return True
        return False

    def _apart(self, first: int, last: int) -> bool:
        """Tell whether a sentence or clause ends between two words; the dot of an initial ends nothing."""
        for one, other in pairwise(self._tokens[first : last + 1]):
            between = self._text[one.end : other.start]
            ends = ",;:!?\n" if len(one.text) == 1 else ".,;:!?\n"
            if any(sign in ends for sign in between):
                return True
        return False

    def _inflected(self, at: int, token: Token) -> Hit | None:
        if is_word(token.text) and not token.proper and not (token.capital and self._has_apostrophe(token)):
            return None
        for ending in _ENDINGS:
            stem = token.text.removesuffix(ending)
            if stem == token.text or len(stem) < 3:
                continue
            for word in (stem, stem[:-1] if stem[-2:-1] == stem[-1:] else stem):
                kind = self._index.kind_of(word)
                found = self._known(at, token, kind, INFLECTED, word) if kind else None
                if found is not None:
                    return found
        return None

    def _compound(self, token: Token) -> Hit | None:
        """Find a stored name that is part of a longer word ("youssefzaak")."""
        text = token.text
        if (
            not _LEAST_COMPOUND + _LEAST_REST <= len(text) <= LONGEST_NAME
            or is_word(text)
            or (wordlike(text) and not token.capital)
        ):
            return None
        for size in range(_LEAST_COMPOUND, len(text) - _LEAST_REST + 1):
            for name, rest in ((text[:size], text[size:]), (text[-size:], text[:-size])):
                kind = self._index.names.get(name, "")
                if (
                    not kind
                    or name in FUNCTION_WORDS
                    or not (wordlike(rest) or wordlike(rest.removeprefix("s")))
                ):
                    continue
                sure = token.proper or not (is_word(name) or wordlike(text))
                return self._hit(BLOCK if sure else WARN, kind, INFLECTED, token)
        return None

    def _misspelt(self, token: Token) -> Hit | None:
        text = unleet(token.text) if self._is_leet(token) else token.text
        proper = token.proper
        if len(text) < 4 or text.isdigit() or text in FUNCTION_WORDS or text in self._index.allowed:
            return None
        if (is_word(text) and not proper) or (wordlike(text) and not token.capital):
            return None
        found = self._nearest(text) or next(
            (near for end in _ENDINGS[:6] if len(stem := text.removesuffix(end)) > 4 and stem != text
             and (near := self._nearest(stem))), "",
        )  # fmt: skip
        if not found:
            return None
        common = not proper and wordlike(found) and found not in self._index.phrases
        unsure = common or wordlike(text) or (len(text) < 5 and not proper)
        return self._hit(WARN if unsure else BLOCK, self._index.kind_of(found), MISSPELT, token)

    def _stranger(self, token: Token) -> Hit | None:
        """A capital inside a sentence on what is no word and no known place: perhaps a name nobody stored."""
        text = token.text
        if not token.capital or token.first or len(text) < 3 or not text.isalpha():
            return None
        if text in self._index.places:
            return self._hit(WARN, "place", EXACT, token)
        written = self._text[token.start : token.end]
        if written.isupper() or text in self._index.allowed or wordlike(text):
            return None
        return self._hit(WARN, "unknown_name", EXACT, token)

    # --- several words -------------------------------------------------------------------------

    def _joined(self, at: int) -> Iterator[Hit]:
        """Find what is stored as one word or several, however it is parted here."""
        text, tied = self._tokens[at].text, True
        for count in range(2, MOST_WORDS + 1):
            if at + count > len(self._tokens):
                return
            last = self._tokens[at + count - 1]
            text += last.text
            tied = tied and last.tied
            if len(text) > LONGEST_NAME:
                return
            hit = self._as_one(at, at + count - 1, text, tied=tied)
            if hit is not None:
                yield hit

    def _as_one(self, first: int, last: int, text: str, *, tied: bool) -> Hit | None:
        one, end = self._tokens[first], self._tokens[last]
        if text in self._index.numbers:
            return self._hit(BLOCK, "number", EXACT, one, until=end)
        kind = self._index.phrases.get(text, "")
        if kind:
            common = all(is_word(token.text) for token in self._tokens[first : last + 1])
            proper = any(token.capital and not token.first for token in self._tokens[first : last + 1])
            level = (
                WARN
                if common and not proper and kind in ("name", "family", "acquaintance", "colleague")
                else BLOCK
            )
            return self._hit(level, kind, EXACT, one, first, until=end)
        kind = self._index.names.get(text, "")
        if kind and len(text) >= _LEAST_JOINED and (tied or self._broken(first, last)):
            return self._hit(BLOCK, kind, HIDDEN, one, until=end)
        if tied and len(text) >= _LEAST_JOINED and not wordlike(text) and (near := self._nearest(text)):
            return self._hit(BLOCK, self._index.kind_of(near), HIDDEN, one, until=end)
        if len(text) < 7 or tied or all(is_word(token.text) for token in self._tokens[first : last + 1]):
            return None
        if near := self._nearest(text, whole=True):
            return self._hit(BLOCK, self._index.phrases[near], MISSPELT, one, until=end)
        return None

    def _broken(self, first: int, last: int) -> bool:
        """Tell whether these are pieces of a word rather than words."""
        return any(
            not is_word(token.text) and len(token.text) < 8 for token in self._tokens[first : last + 1]
        )

    def _spelled_out(self) -> Iterator[Hit]:
        """Find names with something between every letter."""
        at, count = 0, len(self._tokens)
        while at < count:
            end = at
            while end < count and len(self._tokens[end].text) == 1:
                end += 1
            if end - at >= 3:
                text = unleet("".join(token.text for token in self._tokens[at:end]))
                for start, stop in _inner(len(text)):
                    kind = self._index.kind_of(text[start:stop])
                    if not kind and (start, stop) == (0, len(text)):
                        kind = self._index.kind_of(self._nearest(text))
                    if kind:
                        yield self._hit(
                            BLOCK, kind, HIDDEN, self._tokens[at + start], until=self._tokens[at + stop - 1]
                        )
                        break
            at = max(end, at + 1)

    # --- help ----------------------------------------------------------------------------------

    def _nearest(self, text: str, *, whole: bool = False) -> str:
        key = (text, whole)
        if key not in self._near:
            self._near[key] = self._index.near(text, whole=whole)
        return self._near[key]

    def _has_apostrophe(self, token: Token) -> bool:
        return any(sign in "'’" for sign in self._text[token.start : token.end])

    @staticmethod
    def _is_leet(token: Token) -> bool:
        return not token.text.isalpha() and any(sign.isalpha() for sign in token.text)

    def _hit(
        self, level: str, kind: str, how: str, token: Token, at: int | None = None, until: Token | None = None
    ) -> Hit:
        end = (until or token).end
        if kind == "street":
            end = self._house_number(token if until is None else until, at)
        return Hit(level, kind, how, self._part, token.start, end, PROPOSALS.get(kind, ""))

    def _house_number(self, token: Token, at: int | None) -> int:
        """Return the end of a street with the number behind it."""
        after = next((one for one in self._tokens[(at or 0) :] if one.start >= token.end), None)
        return (
            after.end
            if after is not None and after.text[:1].isdigit() and after.start - token.end <= 2
            else token.end
        )


def _inner(length: int) -> Iterator[tuple[int, int]]:
    """Yield every stretch of three and more, the longest first."""
    for size in range(min(length, 24), 2, -1):
        for start in range(length - size + 1):
            yield start, start + size
