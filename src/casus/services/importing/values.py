# SPDX-License-Identifier: EUPL-1.2
"""What a cell says: text as the file has it, made a date, number, yes or no, or a code; or what is wrong with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from casus.domain.codelists import codelist
from casus.domain.dates import parse_date
from casus.domain.names import fold
from casus.domain.resemblance import similarity
from casus.domain.text import TEXT_LIMIT
from casus.errors import InvalidInput
from casus.services.importing.mapping import Layout
from casus.services.importing.subjects import Field

_YES = frozenset(["ja", "j", "yes", "y", "waar", "true", "x", "v", "1", "wel"])
_NO = frozenset(["nee", "n", "no", "niet", "onwaar", "false", "0", "geen", "-"])
_WRONG = re.compile(
    r"#(REF!|N/A|N/B|NB|VALUE!|WAARDE!|DIV/0!|DEEL/0!|NAME\?|NAAM\?|NUM!|GETAL!|NULL!|LEEG!)|Err:\d{3}"
)
_CLOCK = re.compile(r"(.*\d)[ T](\d{1,2}:\d{2})(?::\d{2}(?:\.\d+)?)?")
_WHOLE = re.compile(r"[+-]?\d{1,3}(?:[. ]\d{3})*(?:,0+)?|[+-]?\d{1,9}(?:[.,]0+)?")
_PARTS = re.compile(r"[;|\n]")
_SUGGESTED = 0.6
Choices = Mapping[str, Mapping[str, str]]
"""Of each kind of list outside the code lists: folded name → id."""


class UnknownValue(Exception):
    """A value that no list knows and nobody has decided about yet; the code it may mean, "" for none."""

    def __init__(self, value: str, suggestion: str) -> None:
        super().__init__("unknown value")
        self.value, self.suggestion = value, suggestion


@dataclass(frozen=True)
class Reader:
    """Reads the cells of a sheet: against today, the decisions in its layout, and lists of the vault."""

    layout: Layout
    today: date
    choices: Choices

    def read(self, field: Field, text: str) -> Any:
        """Return the value of a cell, None when it is empty; raise InvalidInput, or UnknownValue for a code."""
        text = text.strip()
        if not text:
            return None
        if _WRONG.fullmatch(text):
            raise InvalidInput(field.key, "formula_error")
        if len(text) > 4 * TEXT_LIMIT:
            raise InvalidInput(field.key, "too_long", limit=TEXT_LIMIT)
        match field.kind:
            case "day" | "birth" | "coming":
                return read_day(field, text, self.today)
            case "time":
                found = _CLOCK.fullmatch(text)
                return found[2] if found else text
            case "number":
                return _number(field, text)
            case "flag":
                return _flag(field, text)
            case "names":
                return tuple(name.strip() for name in re.split(r"[;|\n,]", text) if name.strip())
            case "codes":
                return self._codes(field, text)
            case "code" | "facility":
                return self._code(field, text)
        return text

    def _codes(self, field: Field, text: str) -> tuple[str, ...]:
        known = self._find(field, text)
        if known is not None:
            return (known,) if known else ()
        parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
        if len(parts) < 2 and "," in text:
            parts = [part.strip() for part in text.split(",") if part.strip()]
        return tuple(dict.fromkeys(code for part in parts if (code := self._code(field, part))))

    def _code(self, field: Field, text: str) -> str | None:
        known = self._find(field, text)
        if known is None:
            raise UnknownValue(text, suggestion(text, self.names(field)))
        return known or None

    def _find(self, field: Field, text: str) -> str | None:
        """Return the code a text means, "" when the user decided that it means nothing, None when unknown."""
        folded = folded_value(text)
        decided = self.layout.codes.get((field.key, folded))
        return decided if decided is not None else self.names(field).get(folded)

    def names(self, field: Field) -> Mapping[str, str]:
        """Return what the values of a field may be called, folded, and the code or id of each."""
        return self.choices.get(field.key, {}) if field.kind == "facility" else code_names(field.codes)


@lru_cache(maxsize=4096)
def folded_value(text: str) -> str:
    """Return a value for comparing with others: what decisions about it are kept under."""
    return fold(text[:200])


@cache
def code_names(of_list: str) -> Mapping[str, str]:
    """Return the folded labels (nl, en), and the codes, of a code list; a label that means two codes is nobody's."""
    found: dict[str, str] = {}
    for code in codelist(of_list):
        for name in (code.nl, code.en, code.code, code.code.replace("_", " ")):
            found.setdefault(fold(name), code.code)
    return found


def suggestion(text: str, names: Mapping[str, str]) -> str:
    """Return the code whose name looks most like a text, "" when none does."""
    text = fold(text[:80])
    best, most = "", _SUGGESTED
    for name, code in names.items():
        likeness = similarity(text, name)
        if len(text) >= 4 and (name.startswith(text) or text.startswith(name)):
            likeness = max(likeness, 0.8)
        if likeness > most:
            best, most = code, likeness
    return best


def read_day(field: Field, text: str, today: date) -> date:
    """Return a day in any of the forms of domain.dates; a time behind it, as spreadsheets write, is left out."""
    found = _CLOCK.fullmatch(text) if len(text) < 60 else None
    return parse_date(
        found[1] if found else text,
        today,
        field=field.key,
        prefer="future" if field.kind == "coming" else "past",
        century="past" if field.kind == "birth" else "near",
    )


def _number(field: Field, text: str) -> int:
    if not _WHOLE.fullmatch(text):
        raise InvalidInput(field.key, "whole_number")
    whole = re.sub(r"[.,]0+$", "", text) if not re.fullmatch(r"[+-]?\d{1,3}(\.000)+", text) else text
    return int(re.sub(r"[. ]", "", whole))


def _flag(field: Field, text: str) -> bool:
    word = fold(text)
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise InvalidInput(field.key, "flag")
