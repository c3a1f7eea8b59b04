# SPDX-License-Identifier: EUPL-1.2
"""The catalogue to look at: the list, the versions of one indicator, and what a measure has to choose from."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting import catalogue
from casus.counting.catalogue import Catalogue, Indicator, MeasureSpec
from casus.services.desk import Desk
from casus.services.indicators.inputs import filter_code
from casus.services.indicators.versions import KnownIndicator, in_force, known, read_definition
from casus.vault.tables import IndicatorVersion


@dataclass(frozen=True)
class VersionView:
    """A version of an indicator; the shipped one has no day and no reason. `differs`: in what, from the one before."""

    number: int
    on: date | None
    reason: str = field(repr=False)
    title: str = ""
    hidden: bool = False
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offered:
    """What the form of an indicator offers for one measure, as (code, words) pairs; filters by dimension, with its words."""

    units: tuple[tuple[str, str], ...]
    filters: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    breakdowns: tuple[tuple[str, str], ...]
    about_people: bool
    moment: str


def known_indicators(desk: Desk) -> tuple[KnownIndicator, ...]:
    """Return every indicator in the order of the report, hidden ones among them."""
    with desk.reading() as session:
        return known(session)


def catalogue_of(desk: Desk) -> Catalogue:
    """Return the catalogue this vault counts with."""
    with desk.reading() as session:
        return in_force(session)


def titles_of(session: Session, language: str) -> Mapping[str, str]:
    """Return the titles of all indicators by code, hidden ones among them."""
    return {one.code: one.indicator.title[language] for one in known(session)}


def versions_of(desk: Desk, code: str, language: str | None = None) -> tuple[VersionView, ...]:
    """Return the versions of an indicator, the latest first; the shipped one is the first there was."""
    base, language = catalogue.load(), language or desk.language
    query = select(IndicatorVersion).where(IndicatorVersion.code == code)
    with desk.reading() as session:
        rows = session.scalars(query.order_by(IndicatorVersion.definition_version)).all()
    before = next((one for one in base.indicators if one.code == code), None)
    found = [] if before is None else [VersionView(before.version, None, "", before.title[language])]
    hidden = False
    for row in rows:
        now = read_definition(base, row.definition)
        differs = _differences(before, now) + (("hidden",) if row.hidden != hidden else ())
        title = now.title[language] if now is not None else ""
        found.append(
            VersionView(row.definition_version, row.changed_on, row.reason, title, row.hidden, differs)
        )
        before, hidden = now or before, row.hidden
    return tuple(reversed(found))


def offered_of(measure: str, language: str) -> Offered:
    """Return what a measure offers: its units, the categories to filter by, what it can be broken down by."""
    base = catalogue.load()
    spec = base.measures[measure]
    return Offered(
        tuple((code, base.units[code][language]) for code in spec.units),
        tuple(_filters(base, spec, language)),
        tuple(_breakdowns(base, spec, language)),
        spec.protection.value != "exact",
        spec.moment,
    )


def measures_of(language: str) -> tuple[tuple[str, str], ...]:
    """Return what can be counted, as (code, words) pairs."""
    return tuple((code, spec.title[language]) for code, spec in catalogue.load().measures.items())


def _filters(
    base: Catalogue, spec: MeasureSpec, language: str
) -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    for code in spec.dimensions:
        dimension = base.dimensions[code]
        offered = ((filter_code(code, one.code), one.label[language]) for one in dimension.categories)
        if dimension.categories:
            yield dimension.label[language], tuple(offered)


def _breakdowns(base: Catalogue, spec: MeasureSpec, language: str) -> list[tuple[str, str]]:
    labels = {code: base.dimensions[code].label[language] for code in spec.dimensions}
    single = [(code, labels[code]) for code in spec.dimensions]
    double = [(f"{a}/{b}", f"{labels[a]} × {labels[b]}") for a, b in combinations(spec.dimensions, 2)]
    return [*single, *double]


_PARTS = (
    "title", "definition", "source", "note", "pillar", "focus", "unit", "where", "reference_day", "breakdowns",
)  # fmt: skip
MEANING = frozenset({"unit", "where", "reference_day"})
"""Parts whose change makes another figure of it: in a series it is marked."""


def _differences(before: Indicator | None, now: Indicator | None) -> tuple[str, ...]:
    if before is None or now is None:
        return ()
    return tuple(part for part in _PARTS if getattr(before, part) != getattr(now, part))
