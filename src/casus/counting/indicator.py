# SPDX-License-Identifier: EUPL-1.2
"""One indicator: what it counts and the words beside it, and what an entry of the catalogue must hold to be one.

Shipped entries and those a coordinator made are held against the same rules; what a counting rule yields decides
how its figures are protected, never the entry.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from casus.disclosure import Protection
from casus.domain.codelists import codelist
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
    """One figure of the report and its breakdowns; `where` narrows the measure down by categories.

    `moment`: whether it counts what happened in the period, or the state on the reference date only.
    `unit` is a code of the catalogue's units, `unit_label` its words.
    """

    code: str
    version: int
    pillar: str
    focus: str
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
            "code": self.code, "version": self.version, "pillar": self.pillar, "focus": self.focus,
            "measure": self.measure, "where": dict(self.where), "moment": self.moment, "unit": self.unit,
            "protection": self.protection.value, "breakdowns": [list(b) for b in self.breakdowns],
            "title": dict(self.title), "definition": dict(self.definition), "source": dict(self.source),
        } | ({} if self.note is None else {"note": dict(self.note)})  # fmt: skip


_NEEDED = frozenset(
    {"code", "version", "pillar", "focus", "measure", "moment", "unit", "protection", "breakdowns", "title",
     "definition", "source"}
)  # fmt: skip
_OPTIONAL = frozenset({"where", "note"})
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
        where=MappingProxyType(dict(entry.get("where", {}))),
        moment=measure.moment,
        unit=entry["unit"],
        unit_label=units[entry["unit"]],
        protection=measure.protection,
        breakdowns=tuple(tuple(breakdown) for breakdown in entry["breakdowns"]),
        note=_said(entry, "note", code) if "note" in entry else None,
        **texts,
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


def _check_filters(
    entry: Mapping[str, Any], measure: MeasureSpec, categories: Mapping[str, frozenset[str]]
) -> None:
    for dimension, category in entry.get("where", {}).items():
        if dimension not in measure.dimensions:
            raise InvalidInput("where", "not_of_measure")
        if category not in categories[dimension]:
            raise InvalidInput("where", "unknown_code")


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
