# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue: what is counted, how it is broken down, and the words beside each figure."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from casus.assets import resource_path
from casus.counting.indicator import (
    LANGUAGES,
    MAX_DEPTH,
    PILLARS,
    Indicator,
    MeasureSpec,
    Text,
    read_entry,
    read_text,
    where_data,
)
from casus.disclosure import Category, Dimension, Protection
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.domain.dates import month_name
from casus.domain.periods import Period
from casus.errors import InvalidInput

__all__ = [
    "LANGUAGES", "MAX_DEPTH", "PILLARS", "Catalogue", "DimensionSpec", "Indicator", "MeasureSpec",
    "Text", "load", "month_code", "quarter_code", "read", "where_data",
]  # fmt: skip


@dataclass(frozen=True)
class DimensionSpec:
    """A dimension of the catalogue; one that follows the calendar gets its categories from the period."""

    code: str
    label: Text
    categories: tuple[Category, ...]
    calendar: bool

    def over(self, period: Period) -> Dimension:
        """Return the dimension with the categories it has in `period`."""
        return Dimension(self.code, self.label, _months(period) if self.calendar else self.categories)


@dataclass(frozen=True)
class Catalogue:
    """All indicators in the order of the report, the dimensions they use, and the measures behind them."""

    version: int
    indicators: tuple[Indicator, ...]
    dimensions: Mapping[str, DimensionSpec]
    measures: Mapping[str, MeasureSpec]
    units: Mapping[str, Text]

    def indicator(self, code: str) -> Indicator:
        """Return the indicator of this code; KeyError when there is none."""
        return next((i for i in self.indicators if i.code == code), None) or _missing(code)

    def entry(self, raw: Mapping[str, Any]) -> Indicator:
        """Return the indicator a raw entry describes; InvalidInput names the field that is wrong."""
        categories = {
            code: frozenset(category.code for category in spec.categories)
            for code, spec in self.dimensions.items()
        }
        return read_entry(raw, self.units, self.measures, categories)

    def days(self, period: Period, reference_date: date) -> frozenset[date]:
        """Return the reference dates of all indicators in a report over this period."""
        return frozenset(one.counted_on(period, reference_date) for one in self.indicators)

    def with_indicators(self, indicators: Iterable[Indicator]) -> "Catalogue":
        """Return the same catalogue with other indicators; ValueError when a code is there twice."""
        made = replace(self, indicators=tuple(indicators))
        if len({indicator.code for indicator in made.indicators}) != len(made.indicators):
            raise ValueError("an indicator code is used twice")
        return made


def _missing(code: str) -> Indicator:
    raise KeyError(code)


def load() -> Catalogue:
    """Return the shipped catalogue, by the code lists as they are now; ValueError (a bug) when it contradicts them.

    What a coordinator made of it is in `services.indicators`; archived counts go by the shipped one.
    """
    return _load(codelists.state())


@lru_cache(maxsize=2)
def _load(_lists: int) -> Catalogue:
    with resource_path("catalogue", "indicators.toml").open("rb") as file:
        return read(tomllib.load(file))


def read(raw: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue from parsed TOML; ValueError names what is wrong with it."""
    empty = Catalogue(
        int(raw["version"]),
        (),
        MappingProxyType({code: _dimension(code, entry) for code, entry in raw["dimension"].items()}),
        MappingProxyType({code: _measure(code, entry) for code, entry in raw["measure"].items()}),
        MappingProxyType({code: read_text(entry, code) for code, entry in raw["unit"].items()}),
    )
    return empty.with_indicators(_shipped(empty, entry) for entry in raw["indicator"])


def _shipped(catalogue: Catalogue, entry: Mapping[str, Any]) -> Indicator:
    try:
        return catalogue.entry(entry)
    except InvalidInput as error:
        raise ValueError(f"indicator {entry.get('code')}: {error.field} ({error.rule})") from error


def _measure(code: str, entry: Mapping[str, Any]) -> MeasureSpec:
    return MeasureSpec(
        code,
        read_text(entry["title"], code),
        entry["moment"],
        tuple(entry["units"]),
        Protection(entry["protection"]),
        tuple(entry["dimensions"]),
    )


def _dimension(code: str, entry: Mapping[str, Any]) -> DimensionSpec:
    label = read_text(entry["label"], code)
    if "list" in entry:
        return DimensionSpec(code, label, _listed(entry["list"], entry.get("codes")), calendar=False)
    own = tuple(
        Category(c["code"], read_text(c, c["code"]), c.get("parent")) for c in entry.get("categories", ())
    )
    return DimensionSpec(code, label, own, calendar=bool(entry.get("calendar", False)))


def _listed(name: str, codes: list[str] | None) -> tuple[Category, ...]:
    listed = codelist(name)
    chosen = listed.known if codes is None else tuple(codes)
    if unknown := [code for code in chosen if listed.get(code) is None]:
        raise ValueError(f"list {name} has no {unknown}")
    found = (listed.get(code) for code in listed.known if code in chosen)
    return tuple(
        Category(item.code, MappingProxyType({"nl": item.nl, "en": item.en}))
        for item in found
        if item is not None
    )


def _months(period: Period) -> tuple[Category, ...]:
    """Return the quarters of a period, each followed by its months; codes `2023-q1` and `2023-01`."""
    found: list[Category] = []
    for month in period.months():
        quarter = quarter_code(month_code(month))
        if quarter not in {category.code for category in found}:
            found.append(Category(quarter, _quarter_label(quarter)))
        found.append(Category(month_code(month), _month_label(month), quarter))
    return tuple(found)


def month_code(month: Period) -> str:
    """Return `2023-01` for (a part of) January 2023."""
    return f"{month.first.year:04}-{month.first.month:02}"


def quarter_code(month: str) -> str:
    """Return `2023-q1` for `2023-01`."""
    year, number = month.split("-")
    return f"{year}-q{(int(number) + 2) // 3}"


def _quarter_label(quarter: str) -> Text:
    year, number = quarter.split("-q")
    return MappingProxyType({"nl": f"{number}e kwartaal {year}", "en": f"Q{number} {year}"})


def _month_label(month: Period) -> Text:
    day = month.first
    return MappingProxyType({code: f"{month_name(day.month, code)} {day.year}" for code in LANGUAGES})
