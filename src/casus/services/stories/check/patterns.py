# SPDX-License-Identifier: EUPL-1.2
"""What gives someone away without any name: numbers in every notation, dates, ages, plates, rare words, quotes."""

import re
from collections.abc import Callable, Iterator
from unicodedata import category

from casus.domain.codelists import codelist, state
from casus.services.stories.check.folding import plain, tokens
from casus.services.stories.check.index import Index, bare_number, bare_telephone
from casus.services.stories.check.model import BLOCK, EXACT, PATTERN, WARN, Hit

_MONTHS = (
    ("januari", "jan"), ("februari", "feb"), ("maart", "mrt"), ("april", "apr"), ("mei",), ("juni", "jun"),
    ("juli", "jul"), ("augustus", "aug"), ("september", "sept", "sep"), ("oktober", "okt"), ("november", "nov"),
    ("december", "dec"),
)  # fmt: skip
_MONTH = {name: at for at, names in enumerate(_MONTHS, 1) for name in names}
_SEASON = ("winter",) * 2 + ("spring",) * 3 + ("summer",) * 3 + ("autumn",) * 3 + ("winter",)
_TENS = "twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_UNITS = "een|één|twee|drie|vier|vijf|zes|zeven|acht|negen"
_TEENS = "tien|elf|twaalf|dertien|veertien|vijftien|zestien|zeventien|achttien|negentien"
_WORD_NUMBER = rf"(?:(?:{_UNITS})(?:en|ën)(?:{_TENS})|{_TEENS}|{_TENS}|{_UNITS})"
_AGE = re.compile(
    rf"\b(\d{{1,2}}|{_WORD_NUMBER})[\s-]*(?:jaar(?:\s+oud)?|jarige?n?)\b(?!\s+(?:geleden|later|lang|cel|gevangenis))", re.I
)  # fmt: skip
_TURNED = re.compile(rf"\b(?:is|was|werd|wordt|word)\s+(?:net\s+|pas\s+)?(1\d|2\d|{_TEENS})\b(?![\s.,]*\d)(?!\s*(?:keer|uur|euro|dagen|weken|maanden))", re.I)  # fmt: skip
_NAMES_OF_MONTHS = "|".join(sorted(_MONTH, key=len, reverse=True))
_DATE_WORDS = re.compile(
    rf"\b(\d{{1,2}})(?:e|ste)?\s+({_NAMES_OF_MONTHS})\b\.?(?:\s+'?(\d{{4}}|\d{{2}}))?", re.I
)
_DATE_FIGURES = re.compile(r"(?<!\d)(\d{1,4})\s?[-/.]\s?(\d{1,2})\s?[-/.]\s?(\d{2,4})(?!\d)")
_MONTH_YEAR = re.compile(rf"\b({_NAMES_OF_MONTHS})\s+(?:van\s+)?((?:19|20)\d\d)\b", re.I)
_TIME = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b(?:\s*uur)?|\b(?:[01]?\d|2[0-3])\s*uur\s+('s\s+\w+)", re.I
)
_PLATE = re.compile(r"(?<![\w-])(?=[\w-]{0,12}\d)(?=[\w-]{0,12}[A-Za-z])(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})-(?:[A-Za-z]{1,3}|\d{1,3})(?![\w-])")  # fmt: skip
_AMOUNT = re.compile(r"(?:€|\beuro\b)\s?\d[\d.,]*|\b\d[\d.,]*\s?(?:euro|eur|duizend euro)\b", re.I)
_HOUSE = re.compile(r"\b[\w-]{3,40}(?:straat|laan|weg|plein|dreef|hof|kade|singel|pad|plantsoen|gracht)\s+\d{1,4}\s?[a-z]?\b|\bhuisnummer\s+\d+", re.I)  # fmt: skip
_QUOTE = re.compile(r"[\"“„«]([^\"”“»\n]{8,400})[\"”»]|‘([^’\n]{12,400})’(?!\w)")
_INITIALS = re.compile(
    r"(?<![\w.])(?:[A-Z]\.\s?){2,4}(?!\w)|\b[A-Z]\.(?=\s+(?:zei|kwam|had|is|was|heeft|ging|werd)\b)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}\s?(?:@|\(at\)|\[at\]|\sat\s)\s?[\w-]{1,63}(?:\s?(?:\.|\(punt\)|\spunt\s|\sdot\s)\s?[\w-]{1,63}){1,6}", re.I)  # fmt: skip
_DIGITS = re.compile(r"(?<!\w)[+(]?\d(?:[\s().\-/–]{0,3}\d){5,15}(?!\w)")
_NUMBER = re.compile(r"(?<!\w)(?:[A-Za-z]{1,3}[\s./-]{0,2})?\d(?:[\s./-]{0,2}\d){3,15}(?!\w)")
_POSTCODE = re.compile(r"(?<!\w)[1-9]\d{3}\s?[A-Za-z]{2}(?!\w)")
_UNSEEN = ("Cf", "Mn", "Me")
_WORD_LISTS = {"story_origin": "origin", "story_rare": "rare_word"}
_OFFENCES, _SMALL = "story_offence", "story_small_group"
_known_words: dict[str, tuple[int, dict[str, str]]] = {}


class Patterns:
    """Reads one part of a story for everything that is no name."""

    def __init__(self, index: Index, part: str, text: str) -> None:
        self._index, self._part = index, part
        seen = [(at, sign) for at, sign in enumerate(text) if sign.isascii() or category(sign) not in _UNSEEN]
        kept = [(_figure(sign), at) for at, sign in seen]
        self._text = "".join(sign for sign, _at in kept)
        self._places = [at for _sign, at in kept]

    def hits(self) -> Iterator[Hit]:
        """Yield what is found; places may overlap."""
        for pattern, judge in _STORED:
            for found in pattern.finditer(self._text):
                if (kind := judge(self._index, found)) is not None:
                    yield self._hit(found, BLOCK, kind, "", EXACT)
        for pattern, kind, propose in _TELLING:
            for found in pattern.finditer(self._text):
                yield self._hit(found, WARN, kind, propose(found))
        yield from self._days()
        yield from self._words()

    def _days(self) -> Iterator[Hit]:
        for pattern in (_DATE_WORDS, _DATE_FIGURES):
            for found in pattern.finditer(self._text):
                day = _day(found)
                if day is None:
                    continue
                born = day in self._index.birth_days
                season = _SEASON[day[1] - 1]
                yield self._hit(found, BLOCK if born else WARN, "birth_date" if born else "date", season)

    def _words(self) -> Iterator[Hit]:
        for name, kind in _WORD_LISTS.items():
            known = word_list(name)
            for token in tokens(self._text):
                if token.text in known:
                    yield Hit(
                        WARN, kind, PATTERN, self._part, self._places[token.start], self._end(token.end)
                    )

    def _hit(self, found: re.Match[str], level: str, kind: str, proposal: str, how: str = PATTERN) -> Hit:
        start, end = found.span()
        while end > start + 1 and self._text[end - 1].isspace():
            end -= 1
        return Hit(level, kind, how, self._part, self._places[start], self._end(end), proposal)

    def _end(self, end: int) -> int:
        return self._places[end - 1] + 1


def word_list(name: str) -> dict[str, str]:
    """Return the words of a code list whose labels are words parted by commas, each with its code."""
    kept = _known_words.get(name)
    if kept is None or kept[0] != state():
        words = {plain(word): code.code for code in codelist(name) for word in code.nl.split(",")}
        kept = _known_words[name] = (state(), words)
    return kept[1]


def combination(parts: dict[str, str]) -> Iterator[Hit]:
    """Warn where a story names a district, an age and an offence: together they point at very few people."""
    words = [(part, token) for part, text in parts.items() for token in tokens(text)]
    offences = [(part, token) for part, token in words if token.text in word_list(_OFFENCES)]
    there = _names_district(parts, {token.text for _part, token in words if token.capital})
    aged = any(_AGE.search(text) for text in parts.values())
    for part, token in offences[:1] if there and aged else ():
        yield Hit(WARN, "combination", PATTERN, part, token.start, token.end, "offence")
    for part, token in words:
        if token.text in word_list(_SMALL):
            yield Hit(WARN, "small_group", PATTERN, part, token.start, token.end, "")
            return


def _names_district(parts: dict[str, str], capitals: set[str]) -> bool:
    """Tell whether a district is named: one of one word by its capital ("Oost" is no "oost")."""
    whole = " ".join(plain(text) for text in parts.values())
    return any(name in capitals or (" " in name and name in whole) for name in word_list("district"))


def _figure(sign: str) -> str:
    if sign.isascii() or not sign.isdecimal():
        return sign
    return str(int(sign))


def _day(found: re.Match[str]) -> tuple[int, int, int] | None:
    one, two, three = found.group(1), found.group(2), found.group(3) or "0"
    if not two.isdigit():
        day, month, year = int(one), _MONTH[two.lower()], int(three)
    elif len(one) == 4:
        year, month, day = int(one), int(two), int(three)
    else:
        day, month, year = int(one), int(two), int(three)
    if year < 100 and three != "0":
        year += 2000 if year < 40 else 1900
    return (day, month, year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _telephone(index: Index, found: re.Match[str]) -> str | None:
    bare = bare_telephone(found.group())
    if bare in index.telephones:
        return "telephone"
    digits = re.sub(r"\D", "", found.group())
    return "telephone" if len(digits) == 10 and digits.startswith("0") else None


def _number(index: Index, found: re.Match[str]) -> str | None:
    bare = bare_number(found.group())
    return "number" if bare in index.numbers or re.sub(r"\D", "", bare) in index.numbers else None


def _postcode(index: Index, found: re.Match[str]) -> str | None:
    return "postcode" if found.group().replace(" ", "").casefold() in index.postcodes else None


def _mail(_index: Index, _found: re.Match[str]) -> str | None:
    return "email"


def _said(found: re.Match[str]) -> str:
    years = found.group(1).lower()
    number = int(years) if years.isdigit() else _in_figures(years)
    return (
        "child" if number < 12 else "teenager" if number < 18 else "young_adult" if number < 27 else "adult"
    )


def _in_figures(words: str) -> int:
    units = {word: at for at, word in enumerate(_UNITS.replace("één|", "").split("|"), 1)}
    teens = {word: at for at, word in enumerate(_TEENS.split("|"), 10)}
    if words in teens:
        return teens[words]
    if words in units or words == "één":
        return units.get(words, 1)
    return next(at * 10 for at, tens in enumerate(_TENS.split("|"), 2) if words.endswith(tens))


def _always(proposal: str) -> Callable[[re.Match[str]], str]:
    return lambda _found: proposal


_STORED: tuple[tuple[re.Pattern[str], Callable[[Index, re.Match[str]], str | None]], ...] = (
    (_MAIL, _mail), (_DIGITS, _telephone), (_NUMBER, _number), (_POSTCODE, _postcode),
)  # fmt: skip
_TELLING: tuple[tuple[re.Pattern[str], str, Callable[[re.Match[str]], str]], ...] = (
    (_AGE, "age", _said), (_TURNED, "age", _said), (_MONTH_YEAR, "date", lambda found: _SEASON[_MONTH[found.group(1).lower()] - 1]),
    (_TIME, "time", _always("moment")), (_PLATE, "plate", _always("")), (_AMOUNT, "amount", _always("amount")),
    (_HOUSE, "house_number", _always("street")), (_QUOTE, "quote", _always("")), (_INITIALS, "initials", _always("someone")),
    (_POSTCODE, "postcode", _always("district")),
)  # fmt: skip
