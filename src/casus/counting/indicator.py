# SPDX-License-Identifier: EUPL-1.2
"""One indicator: what it counts and the words beside it, and what an entry of the catalogue must hold to be one.

Shipped entries and those a coordinator made are held against the same rules; what a counting rule yields decides
how its figures are protected, never the entry.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from casus.disclosure import Protection
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import InvalidInput

Text = Mapping[str, str]
LANGUAGES = ("nl", "en")
PILLARS = ("careers", "money_flows", "organisation")
MOMENTS = ("period", "reference_date")
FIRST_VERSION, MAX_VERSION = 1, 100_000
MAX_DEPTH = 2
"""Most dimensions of one table: deeper cross-tabulations of persons are refused (domain study 1.7)."""


@dataclass(frozen=True)
class MeasureSpec:
    """What a counting rule yields; whatever is counted by it is protected as it says."""

    code: str
    title: Text
    moment: str
    units: tuple[str, ...]
    protection: Protection
    dimensions: tuple[str, ...]


@dataclass(frozen=True)
class Indicator:
    """One figure of the report and its breakdowns.

    `where` narrows the measure down: by dimension the categories of which one has to hold.
    `moment`: whether it counts what happened in the period, or the state on the reference date only.
    `reference_day` (`MM-DD`): on which day of the period it counts such a state, where that is not the report's.
    `unit` is a code of the catalogue's units, `unit_label` its words.
    """

    code: str
    version: int
    pillar: str
    focus: str
    measure: str
    where: Mapping[str, tuple[str, ...]]
    moment: str
    unit: str
    unit_label: Text
    protection: Protection
    breakdowns: tuple[tuple[str, ...], ...]
    title: Text
    definition: Text
    source: Text
    note: Text | None
    reference_day: str = ""

    def counted_on(self, period: Period, reference_date: date) -> date:
        """Return the reference date of this indicator: its own day where the period has it by then, else the report's."""
        if not self.reference_day:
            return reference_date
        years = range(reference_date.year, period.first.year - 1, -1)
        days = (date.fromisoformat(f"{year:04}-{self.reference_day}") for year in years)
        return next((day for day in days if period.first <= day <= reference_date), reference_date)

    def table_codes(self) -> tuple[str, ...]:
        """Return the codes of the tables of this indicator: the headline first, then each breakdown."""
        return (self.code, *(self.table_code(dimensions) for dimensions in self.breakdowns))

    def table_code(self, dimensions: tuple[str, ...]) -> str:
        """Return the code of the table broken down by these dimensions."""
        return "/".join((self.code, *dimensions))

    def counts(self, codes: Mapping[str, str], lines: Mapping[str, Mapping[str, tuple[str, ...]]]) -> bool:
        """Tell whether a unit with these codes is counted; `lines` gives all categories a leaf belongs to."""
        return all(
            any(category in lines[code][codes[code]] for category in chosen)
            for code, chosen in self.where.items()
        )

    def as_data(self) -> dict[str, object]:
        """Return the definition as plain data, to keep beside the figures that were counted with it."""
        return {
            "code": self.code, "version": self.version, "pillar": self.pillar, "focus": self.focus,
            "measure": self.measure, "where": where_data(self.where), "moment": self.moment, "unit": self.unit,
            "protection": self.protection.value, "breakdowns": [list(b) for b in self.breakdowns],
            "title": dict(self.title), "definition": dict(self.definition), "source": dict(self.source),
        } | ({} if self.note is None else {"note": dict(self.note)}) | (
            {"reference_day": self.reference_day} if self.reference_day else {}
        )  # fmt: skip


_NEEDED = frozenset(
    {"code", "version", "pillar", "focus", "measure", "moment", "unit", "protection", "breakdowns", "title",
     "definition", "source"}
)  # fmt: skip
_OPTIONAL = frozenset({"where", "note", "reference_day"})
_ANY_YEAR = 2001
"""No leap year: a day that not every year has is none."""
_CODE = re.compile(r"[a-z][a-z0-9_]{2,39}")


def read_entry(
    entry: Mapping[str, Any],
    units: Mapping[str, Text],
    measures: Mapping[str, MeasureSpec],
    categories: Mapping[str, frozenset[str]],
) -> Indicator:
    """Return the indicator a raw entry describes; InvalidInput names the field that is wrong and the rule."""
    code = str(entry.get("code", ""))
    _check_shape(code, entry)
    measure = measures.get(entry["measure"])
    if measure is None:
        raise InvalidInput("measure", "unknown_code")
    _check_measure(entry, measure)
    _check_filters(entry, measure, categories)
    _check_breakdowns(entry, measure)
    texts = {name: _said(entry, name, code) for name in ("title", "definition", "source")}
    return Indicator(
        code=code,
        version=entry["version"],
        pillar=entry["pillar"],
        focus=entry["focus"],
        measure=measure.code,
        where=_where(entry),
        moment=measure.moment,
        unit=entry["unit"],
        unit_label=units[entry["unit"]],
        protection=measure.protection,
        breakdowns=tuple(tuple(breakdown) for breakdown in entry["breakdowns"]),
        note=_said(entry, "note", code) if "note" in entry else None,
        reference_day=_reference_day(entry, measure),
        **texts,
    )


def where_data(where: Mapping[str, tuple[str, ...]]) -> dict[str, object]:
    """Return filters as an entry holds them: one category by itself, several as a list."""
    return {code: chosen[0] if len(chosen) == 1 else list(chosen) for code, chosen in where.items()}


def _where(entry: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    given: Mapping[str, Any] = entry.get("where", {})
    return MappingProxyType(
        {code: (one,) if isinstance(one, str) else tuple(one) for code, one in given.items()}
    )


def _check_shape(code: str, entry: Mapping[str, Any]) -> None:
    if not _CODE.fullmatch(code) or not _NEEDED <= entry.keys() <= _NEEDED | _OPTIONAL:
        raise InvalidInput("code", "unknown_code")
    if type(entry["version"]) is not int or not FIRST_VERSION <= entry["version"] <= MAX_VERSION:
        raise InvalidInput("version", "number", first=FIRST_VERSION, last=MAX_VERSION)
    if entry["pillar"] not in PILLARS:
        raise InvalidInput("pillar", "unknown_code")
    if entry["focus"] not in codelist("focus_point"):
        raise InvalidInput("focus", "unknown_code")


def _check_measure(entry: Mapping[str, Any], measure: MeasureSpec) -> None:
    """What is counted over persons is protected as such: neither unit, moment nor protection is free."""
    if entry["moment"] != measure.moment:
        raise InvalidInput("moment", "not_of_measure")
    if entry["unit"] not in measure.units:
        raise InvalidInput("unit", "not_of_measure")
    if entry["protection"] != measure.protection.value:
        raise InvalidInput("protection", "not_of_measure")


def _reference_day(entry: Mapping[str, Any], measure: MeasureSpec) -> str:
    """Return the day of an entry; what happened in a period has no other day than the period itself."""
    given = entry.get("reference_day", "")
    if given and measure.moment != "reference_date":
        raise InvalidInput("reference_day", "not_of_measure")
    if given and not (isinstance(given, str) and _is_every_year(given)):
        raise InvalidInput("reference_day", "day_of_year")
    return str(given)


def _is_every_year(day: str) -> bool:
    try:
        return date.fromisoformat(f"{_ANY_YEAR}-{day}").isoformat() == f"{_ANY_YEAR}-{day}"
    except ValueError:
        return False


def _check_filters(
    entry: Mapping[str, Any], measure: MeasureSpec, categories: Mapping[str, frozenset[str]]
) -> None:
    for dimension, chosen in _where(entry).items():
        if dimension not in measure.dimensions:
            raise InvalidInput("where", "not_of_measure")
        if not categories[dimension].issuperset(chosen):
            raise InvalidInput("where", "unknown_code")
        if not chosen or len(set(chosen)) != len(chosen):
            raise InvalidInput("where", "duplicate")


def _check_breakdowns(entry: Mapping[str, Any], measure: MeasureSpec) -> None:
    breakdowns = [tuple(one) for one in entry["breakdowns"]]
    if len({frozenset(one) for one in breakdowns}) != len(breakdowns):
        raise InvalidInput("breakdowns", "duplicate")
    for breakdown in breakdowns:
        if not set(breakdown) <= set(measure.dimensions):
            raise InvalidInput("breakdowns", "not_of_measure")
        if not 0 < len(set(breakdown)) == len(breakdown) <= MAX_DEPTH:
            raise InvalidInput("breakdowns", "too_deep")
        if not entry.get("where", {}).keys().isdisjoint(breakdown):
            raise InvalidInput("breakdowns", "filtered_already")


def _said(entry: Mapping[str, Any], name: str, code: str) -> Text:
    if any(not entry[name].get(language) for language in LANGUAGES):
        raise InvalidInput(name, "required")
    return read_text(entry[name], code)


def read_text(entry: Mapping[str, Any], what: str) -> Text:
    if any(not entry.get(language) for language in LANGUAGES):
        raise ValueError(f"{what} is not named in every language")
    return MappingProxyType({language: str(entry[language]) for language in LANGUAGES})
