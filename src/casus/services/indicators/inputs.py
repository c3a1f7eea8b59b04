# SPDX-License-Identifier: EUPL-1.2
"""What the form of an indicator hands over, made into an entry of the catalogue."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casus.counting.catalogue import Catalogue, Indicator, where_data
from casus.domain.names import fold
from casus.services.checks import FormCheck

_FIELDS = {"where": "filters"}
_CHOSEN = "="
_DAY = re.compile(r"(\d{1,2})-(\d{1,2})")


@dataclass(frozen=True)
class IndicatorInput:
    """An indicator as typed; English may be left empty, then the Dutch stands for both.

    `measure` is chosen once, for a new one. `filters`: `dimension=category` each, of one dimension as many as
    should count; `breakdowns`: dimensions joined by `/`. `reference_day`: day and month ("1-10"), where a state
    is counted on another day than that of the report.
    `hidden`: left out of reports from now on.
    """

    title_nl: str
    definition_nl: str = field(repr=False)
    source_nl: str
    pillar: str
    focus: str
    measure: str
    unit: str
    reason: str = field(repr=False)
    title_en: str | None = None
    definition_en: str | None = field(default=None, repr=False)
    source_en: str | None = None
    note_nl: str | None = field(default=None, repr=False)
    note_en: str | None = field(default=None, repr=False)
    filters: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()
    hidden: bool = False
    reference_day: str | None = None


def filter_code(dimension: str, category: str) -> str:
    """Return how a form names a filter."""
    return f"{dimension}{_CHOSEN}{category}"


def raw_of(
    check: FormCheck, data: IndicatorInput, catalogue: Catalogue, code: str, version: int
) -> dict[str, Any]:
    """Return the entry of the catalogue that was typed; what is wrong with its texts is noted in `check`."""
    measure = catalogue.measures.get(data.measure)
    if measure is None:
        check.refuse("measure", "required_choice")
        check.finish()
        raise AssertionError("refused")  # for the type checker: finish raises
    day = _reference_day(check, data.reference_day)
    raw: dict[str, Any] = {
        "code": code,
        "version": version,
        "pillar": check.code("pillar", "pillar", data.pillar),
        "focus": check.code("focus", "focus_point", data.focus),
        "measure": measure.code,
        "where": _where(check, data.filters, catalogue),
        "moment": measure.moment,
        "unit": data.unit,
        "protection": measure.protection.value,
        "breakdowns": [one.split("/") for one in data.breakdowns],
        "title": _line(check, "title", data.title_nl, data.title_en),
        "definition": _text(check, "definition", data.definition_nl, data.definition_en),
        "source": _line(check, "source", data.source_nl, data.source_en),
    }
    note = check.text("note_nl", data.note_nl)
    english = check.text("note_en", data.note_en)
    if english and not note:
        check.refuse("note_nl", "required")
    more = {"note": {"nl": note, "en": english or note}} if note else {}
    return raw | more | ({"reference_day": day} if day else {})


def _where(check: FormCheck, filters: tuple[str, ...], catalogue: Catalogue) -> dict[str, object]:
    """Return the filters as an entry holds them, the categories of a dimension in its own order."""
    if len(set(filters)) != len(filters):
        check.refuse("filters", "duplicate")
    chosen: dict[str, list[str]] = {}
    for one in filters:
        dimension, _sign, category = one.partition(_CHOSEN)
        chosen.setdefault(dimension, []).append(category)
    known = catalogue.dimensions
    places = {code: [c.code for c in known[code].categories] if code in known else [] for code in chosen}
    return where_data(
        {
            code: tuple(sorted(found, key=lambda c, at=places[code]: at.index(c) if c in at else len(at)))  # type: ignore[misc]
            for code, found in sorted(chosen.items())
        }
    )


def _reference_day(check: FormCheck, typed: str | None) -> str:
    clean = check.line("reference_day", typed)
    found = _DAY.fullmatch(clean) if clean else None
    if clean and found is None:
        check.refuse("reference_day", "day_of_year")
    return f"{int(found[2]):02}-{int(found[1]):02}" if found is not None else ""


def day_text(reference_day: str) -> str:
    """Return a reference day as it is typed: "1-10"."""
    month, _dash, day = reference_day.partition("-")
    return f"{int(day)}-{int(month)}" if day else ""


def checked(
    check: FormCheck, raw: Mapping[str, Any], catalogue: Catalogue, others: tuple[Indicator, ...]
) -> Indicator | None:
    """Return the indicator of an entry, held against the rules of the catalogue and the other indicators."""
    if check.failed:
        return None
    found: list[Indicator] = []
    check.rule(lambda: found.append(catalogue.entry(raw)), _FIELDS)
    if not found:
        return None
    (made,) = found
    for other in others:
        if fold(other.title["nl"]) == fold(made.title["nl"]):
            check.refuse("title_nl", "duplicate")
        if counts(other) == counts(made):
            check.refuse("filters", "counted_already", other=other.title["nl"])
    return made


def counts(one: Indicator) -> tuple[object, ...]:
    """Return what an indicator counts, whatever it is called: no two may count the same."""
    where = sorted((dimension, *sorted(chosen)) for dimension, chosen in one.where.items())
    return one.measure, tuple(where), one.unit, one.reference_day


def _line(check: FormCheck, name: str, dutch: str, english: str | None) -> dict[str, str]:
    clean = check.needed_line(f"{name}_nl", dutch)
    return {"nl": clean, "en": check.line(f"{name}_en", english) or clean}


def _text(check: FormCheck, name: str, dutch: str, english: str | None) -> dict[str, str]:
    clean = check.needed_text(f"{name}_nl", dutch)
    return {"nl": clean, "en": check.text(f"{name}_en", english) or clean}
