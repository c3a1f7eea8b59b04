# SPDX-License-Identifier: EUPL-1.2
"""The fixed words of a report in one language, and how it writes numbers, dates and figures."""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from casus.assets import resource_path
from casus.disclosure import Figure, FigureStatus
from casus.errors import InvalidInput
from casus.reports.clean import clean

LANGUAGES = ("nl", "en")
NO_BREAK = "\u00a0"
DASH = "\u2013"
LEFT_OUT = "\u00d7"
"""The mark of a suppressed figure: one for all of them, so that it tells nothing."""
_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_GROUPING = {"nl": ".", "en": ","}


@cache
def _source() -> Mapping[str, Any]:
    with resource_path("catalogue", "report.toml").open("rb") as stream:
        return tomllib.load(stream)


class Texts:
    """The words of resources/catalogue/report.toml in `language`; InvalidInput when there are none.

    `withdrawn`: the title of everything that is written says so.
    """

    def __init__(self, language: str, *, withdrawn: bool = False) -> None:
        if language not in LANGUAGES:
            raise InvalidInput("language", "unknown_code")
        self.language = language
        self._withdrawn = withdrawn

    def also(self, language: str) -> "Texts":
        """Return the same in another language."""
        return Texts(language, withdrawn=self._withdrawn)

    def say(self, key: str, **values: object) -> str:
        """Return the words under `section.key`, with `{name}` filled in; KeyError when absent."""
        section, _, name = key.rpartition(".")
        words: str = _find(section or "words")[name][self.language]
        if key == "title" and self._withdrawn:
            words = f"{words} {DASH} {self.say('withdrawn')}"
        return words.format(**values) if values else words

    def paragraphs(self, key: str, **values: object) -> tuple[str, ...]:
        """Return the paragraphs under `a.b.key`, with `{name}` filled in; none when absent."""
        section, _, name = key.rpartition(".")
        found: Sequence[str] = _find(section).get(name, {}).get(self.language, ())
        return tuple(text.format(**values) if values else text for text in found)

    def chapter(self, code: str) -> str:
        """Return the title of a chapter."""
        return self.say(f"chapters.{code}.title")

    def entries(self, key: str) -> tuple[Mapping[str, Any], ...]:
        """Return the list of entries under `key`, each with the words of both languages."""
        return tuple(_source()[key])

    def pick(self, text: Mapping[str, str]) -> str:
        """Return a label in this language, else in any language it has, fit to print."""
        words = text.get(self.language) or next(iter(text.values()), "")
        return clean(words)

    def number(self, value: int) -> str:
        """Return a whole number with the thousands apart: 1.204 in Dutch, 1,204 in English."""
        return f"{value:,}".replace(",", _GROUPING[self.language])

    def decimal(self, value: float) -> str:
        """Return a number with one decimal: 1,4 in Dutch, 1.4 in English."""
        return f"{value:.1f}".replace(".", "," if self.language == "nl" else ".")

    def percentage(self, part: float) -> str:
        """Return a part of one as a percentage with one decimal: 0.123 as 12,3 %."""
        return f"{self.decimal(100 * part)}{NO_BREAK}%"

    def figure(self, figure: Figure) -> str:
        """Return a figure as it is printed: exact, marked as rounded or left out, or a dash where none can be."""
        if figure.status is FigureStatus.SUPPRESSED:
            return LEFT_OUT
        if figure.status is FigureStatus.STRUCTURAL_ZERO or figure.value is None:
            return DASH
        number = self.number(figure.value)
        rounded = figure.status is FigureStatus.ROUNDED
        return f"{self.about}{NO_BREAK}{number}" if rounded else number

    @property
    def about(self) -> str:
        """Return the mark of a rounded figure."""
        return self.say("about")

    def day(self, day: date) -> str:
        """Return a date in words that stay on one line: 28 november 2023."""
        month = _MONTHS[self.language].split()[day.month - 1]
        return NO_BREAK.join((str(day.day), month, str(day.year)))

    def period(self, period: tuple[date, date]) -> str:
        """Return a period, both days inclusive, in words."""
        return self.say("until", first=self.day(period[0]), last=self.day(period[1]))

    def listing(self, words: Sequence[str]) -> str:
        """Return `a, b en c`."""
        if len(words) < 2:
            return "".join(words)
        return f"{', '.join(words[:-1])} {self.say('and')} {words[-1]}"


def _find(path: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = _source()
    for part in path.split("."):
        found = found[part]
    return found
