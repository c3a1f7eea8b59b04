# SPDX-License-Identifier: EUPL-1.2
"""The indicator catalogue: what is counted, how it is broken down, and the words beside each figure."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from casus.assets import resource_path
from casus.disclosure import Category, Dimension, Protection
from casus.domain import codelists
from casus.domain.codelists import codelist
from casus.domain.dates import month_name
from casus.domain.periods import Period

Text = Mapping[str, str]
LANGUAGES = ("nl", "en")
PILLARS = ("careers", "money_flows", "organisation")
MOMENTS = ("period", "reference_date")
MAX_DEPTH = 2
"""Most dimensions of one table: deeper cross-tabulations of persons are refused (domain study 1.7)."""


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
class Indicator:
    """One figure of the report and its breakdowns; `where` narrows the measure down by categories.

    `moment`: whether it counts what happened in the period, or the state on the reference date only.
    `unit` is a code of the catalogue's units, `unit_label` its words.
    """

    code: str
    version: int
    pillar: str
    measure: str
    where: Mapping[str, str]
    moment: str
    unit: str
    unit_label: Text
    protection: Protection
    breakdowns: tuple[tuple[str, ...], ...]
    title: Text
    definition: Text
    source: Text
    note: Text | None

    def table_codes(self) -> tuple[str, ...]:
        """Return the codes of the tables of this indicator: the headline first, then each breakdown."""
        return (self.code, *(self.table_code(dimensions) for dimensions in self.breakdowns))

    def table_code(self, dimensions: tuple[str, ...]) -> str:
        """Return the code of the table broken down by these dimensions."""
        return "/".join((self.code, *dimensions))

    def counts(self, codes: Mapping[str, str], lines: Mapping[str, Mapping[str, tuple[str, ...]]]) -> bool:
        """Tell whether a unit with these codes is counted; `lines` gives all categories a leaf belongs to."""
        return all(category in lines[code][codes[code]] for code, category in self.where.items())

    def as_data(self) -> dict[str, object]:
        """Return the definition as plain data, to keep beside the figures that were counted with it."""
        return {
            "code": self.code, "version": self.version, "pillar": self.pillar, "measure": self.measure,
            "where": dict(self.where), "moment": self.moment, "unit": self.unit,
            "protection": self.protection.value, "breakdowns": [list(b) for b in self.breakdowns],
            "title": dict(self.title), "definition": dict(self.definition), "source": dict(self.source),
        }  # fmt: skip


@dataclass(frozen=True)
class Catalogue:
    """All indicators in the order of the report, and the dimensions they use."""

    version: int
    indicators: tuple[Indicator, ...]
    dimensions: Mapping[str, DimensionSpec]

    def indicator(self, code: str) -> Indicator:
        """Return the indicator of this code; KeyError when there is none."""
        return next((i for i in self.indicators if i.code == code), None) or _missing(code)


def _missing(code: str) -> Indicator:
    raise KeyError(code)


def load() -> Catalogue:
    """Return the shipped catalogue, by the code lists as they are now; ValueError (a bug) when it contradicts them."""
    return _load(codelists.state())


@lru_cache(maxsize=2)
def _load(_lists: int) -> Catalogue:
    with resource_path("catalogue", "indicators.toml").open("rb") as file:
        return read(tomllib.load(file))


def read(raw: Mapping[str, Any]) -> Catalogue:
    """Build a catalogue from parsed TOML; ValueError names what is wrong with it."""
    dimensions = {code: _dimension(code, entry) for code, entry in raw["dimension"].items()}
    units = {code: _text(entry, code) for code, entry in raw["unit"].items()}
    indicators = tuple(_indicator(entry, units) for entry in raw["indicator"])
    for indicator in indicators:
        _check(indicator, dimensions)
    if len({indicator.code for indicator in indicators}) != len(indicators):
        raise ValueError("an indicator code is used twice")
    return Catalogue(int(raw["version"]), indicators, MappingProxyType(dimensions))


def _dimension(code: str, entry: Mapping[str, Any]) -> DimensionSpec:
    label = _text(entry["label"], code)
    if "list" in entry:
        return DimensionSpec(code, label, _listed(entry["list"], entry.get("codes")), calendar=False)
    own = tuple(
        Category(c["code"], _text(c, c["code"]), c.get("parent")) for c in entry.get("categories", ())
    )
    return DimensionSpec(code, label, own, calendar=bool(entry.get("calendar", False)))


def _listed(name: str, codes: list[str] | None) -> tuple[Category, ...]:
    listed = codelist(name)
    chosen = listed.values if codes is None else tuple(codes)
    if unknown := [code for code in chosen if code not in listed]:
        raise ValueError(f"list {name} has no {unknown}")
    return tuple(
        Category(item.code, MappingProxyType({"nl": item.nl, "en": item.en}))
        for item in listed
        if item.code in chosen
    )


def _indicator(entry: Mapping[str, Any], units: Mapping[str, Text]) -> Indicator:
    code = entry["code"]
    return Indicator(
        code=code,
        version=int(entry["version"]),
        pillar=entry["pillar"],
        measure=entry["measure"],
        where=MappingProxyType(dict(entry.get("where", {}))),
        moment=entry["moment"],
        unit=entry["unit"],
        unit_label=units[entry["unit"]],
        protection=Protection(entry["protection"]),
        breakdowns=tuple(tuple(dimensions) for dimensions in entry["breakdowns"]),
        title=_text(entry["title"], code),
        definition=_text(entry["definition"], code),
        source=_text(entry["source"], code),
        note=_text(entry["note"], code) if "note" in entry else None,
    )


def _text(entry: Mapping[str, Any], what: str) -> Text:
    if any(not entry.get(language) for language in LANGUAGES):
        raise ValueError(f"{what} is not named in every language")
    return MappingProxyType({language: str(entry[language]) for language in LANGUAGES})


def _check(indicator: Indicator, dimensions: Mapping[str, DimensionSpec]) -> None:
    used = {*indicator.where, *(code for breakdown in indicator.breakdowns for code in breakdown)}
    known = indicator.pillar in PILLARS and indicator.moment in MOMENTS and used <= dimensions.keys()
    if not known or any(len(breakdown) > MAX_DEPTH for breakdown in indicator.breakdowns):
        raise ValueError(f"indicator {indicator.code} uses what the catalogue does not have")
    for code, category in indicator.where.items():
        if category not in {c.code for c in dimensions[code].categories}:
            raise ValueError(f"indicator {indicator.code}: {code} has no {category}")


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
