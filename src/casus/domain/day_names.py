# SPDX-License-Identifier: EUPL-1.2
"""The names of months and weekdays in Dutch and English, to read and to write dates with."""

from datetime import date
from typing import Literal

Style = Literal["short", "medium", "long", "full"]

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_SHORT_MONTHS = {
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
}
_WEEKDAYS = {
    "nl": "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
}
_SHORT_WEEKDAYS = {"nl": "ma di wo do vr za zo", "en": "Mon Tue Wed Thu Fri Sat Sun"}


def weekday_name(day: date, language: str = "nl") -> str:
    """Return "vrijdag" or "Friday"."""
    return _word(_WEEKDAYS, language, day.weekday())


def short_weekday_name(day: date, language: str = "nl") -> str:
    """Return "vr" or "Fri"."""
    return _word(_SHORT_WEEKDAYS, language, day.weekday())


def month_name(month: int, language: str = "nl") -> str:
    """Return "maart" or "March" for month 3."""
    return _word(_MONTHS, language, month - 1)


def short_month_name(month: int, language: str = "nl") -> str:
    """Return "mrt" or "Mar" for month 3."""
    return _word(_SHORT_MONTHS, language, month - 1)


def format_date(day: date, language: str = "nl", style: Style = "short") -> str:
    """Return `07-03-2025`, `7 mrt 2025` (medium), `7 maart 2025` (long) or `vrijdag 7 maart 2025` (full)."""
    if style == "short":
        return f"{day.day:02}-{day.month:02}-{day.year:04}"
    if style == "medium":
        return f"{day.day} {short_month_name(day.month, language)} {day.year}"
    written = f"{day.day} {month_name(day.month, language)} {day.year}"
    return written if style == "long" else f"{weekday_name(day, language)} {written}"


def read_weekday(word: str) -> int | None:
    """Return 0 (Monday) to 6 for a lower-case name, `vr`, or three or more letters of it; None otherwise."""
    return _find(word, _WEEKDAYS, _SHORT_WEEKDAYS)


def read_month(word: str) -> int | None:
    """Return 1 to 12 for a lower-case name, `mrt`, or three or more letters of it; None otherwise."""
    number = _find(word, _MONTHS, _SHORT_MONTHS)
    return None if number is None else number + 1


def _word(words: dict[str, str], language: str, number: int) -> str:
    return words["en" if language == "en" else "nl"].split()[number]


def _find(word: str, full: dict[str, str], short: dict[str, str]) -> int | None:
    for language, names in full.items():
        abbreviations = short[language].lower().split()
        for number, name in enumerate(names.lower().split()):
            if word == abbreviations[number] or (len(word) >= 3 and name.startswith(word)):
                return number
    return None
