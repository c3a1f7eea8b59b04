# SPDX-License-Identifier: EUPL-1.2
"""What the form of an indicator hands over, made into an entry of the catalogue."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from casus.counting.catalogue import Catalogue, Indicator
from casus.domain.names import fold
from casus.services.checks import FormCheck

_FIELDS = {"where": "filters"}
_CHOSEN = "="


@dataclass(frozen=True)
class IndicatorInput:
    """An indicator as typed; English may be left empty, then the Dutch stands for both.

    `measure` is chosen once, for a new one. `filters`: `dimension=category` each; `breakdowns`: dimensions joined by `/`.
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
    where: dict[str, str] = {}
    for one in data.filters:
        dimension, _sign, category = one.partition(_CHOSEN)
        if dimension in where:
            check.refuse("filters", "duplicate")
        where[dimension] = category
    raw: dict[str, Any] = {
        "code": code,
        "version": version,
        "pillar": check.code("pillar", "pillar", data.pillar),
        "focus": check.code("focus", "focus_point", data.focus),
        "measure": measure.code,
        "where": where,
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
    return raw | ({"note": {"nl": note, "en": english or note}} if note else {})


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
        if (other.measure, other.where, other.unit) == (made.measure, made.where, made.unit):
            check.refuse("filters", "counted_already", other=other.title["nl"])
    return made


def _line(check: FormCheck, name: str, dutch: str, english: str | None) -> dict[str, str]:
    clean = check.needed_line(f"{name}_nl", dutch)
    return {"nl": clean, "en": check.line(f"{name}_en", english) or clean}


def _text(check: FormCheck, name: str, dutch: str, english: str | None) -> dict[str, str]:
    clean = check.needed_text(f"{name}_nl", dutch)
    return {"nl": clean, "en": check.text(f"{name}_en", english) or clean}
