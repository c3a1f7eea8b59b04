# SPDX-License-Identifier: EUPL-1.2
"""Publications from before or beside Casus, typed in so that later releases are attacked with them too."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from casus.counting import tally
from casus.counting.catalogue import Catalogue, Indicator
from casus.counting.filters import filters_of
from casus.disclosure import TOTAL, Category, Cell, Dimension, Protection, all_cells
from casus.disclosure.elsewhere import Elsewhere, enter_elsewhere
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.errors import InvalidInput, ReleaseRefused
from casus.services import release_book
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.services.explanations import Explainer, TableWords
from casus.services.indicators.versions import nameable
from casus.vault.tables import ReleaseRow
from casus.vault.tables.base import new_id

Known = Catalogue
"""What a publication can be about."""
OTHER = "other"
"""In place of an indicator: something the catalogue does not count."""
NOT_BROKEN_DOWN = "total"
MOST_GROUPS = 60


@dataclass(frozen=True)
class ElsewhereInput:
    """A table somebody published.

    `indicator`: code of the catalogue, or "other" with `subject` in words. `breakdown`: dimensions of that
    indicator joined by `/`, "total" for one figure; of something else its `groups` by name. `cells`: the
    figure per key of `rows_of`, None where the publication names none. `rounded_to`: None when exact.
    """

    title: str
    on: date
    indicator: str
    period: str
    cells: Mapping[str, int | None] = field(repr=False)
    breakdown: str = NOT_BROKEN_DOWN
    subject: str | None = None
    groups: tuple[str, ...] = ()
    rounded_to: int | None = None


@dataclass(frozen=True)
class Named:
    """A code with its words."""

    code: str
    label: str


def catalogue_of(desk: Desk) -> Known:
    """Return what a publication can be about: shipped and own indicators, hidden ones among them."""
    with desk.reading() as session:
        return nameable(session)


def indicators(catalogue: Catalogue, language: str) -> tuple[Named, ...]:
    """Return what of the catalogue is about people or firms; figures about neither need no protection."""
    return tuple(
        Named(indicator.code, indicator.title[language])
        for indicator in catalogue.indicators
        if indicator.protection is not Protection.EXACT
    )


def breakdowns(catalogue: Catalogue, indicator: str, language: str) -> tuple[Named, ...]:
    """Return what an indicator is broken down by: codes joined by `/`, labels inside a sentence."""
    words = Explainer(language)
    if indicator == OTHER:
        return ()
    labels = {code: words.within(spec.label[language]) for code, spec in catalogue.dimensions.items()}
    return tuple(
        Named("/".join(codes), words.listing([labels[code] for code in codes]))
        for codes in catalogue.indicator(indicator).breakdowns
    )


def rows_of(catalogue: Catalogue, given: ElsewhereInput, language: str) -> tuple[Named, ...]:
    """Return a row per figure to fill in, the total first; InvalidInput("period") when that is none."""
    dimensions = _dimensions(catalogue, given, Period.parse(given.period))
    if not dimensions:
        return (Named("", _total(language)),)
    return tuple(Named("/".join(cell), _label(dimensions, cell, language)) for cell in _cells(dimensions))


def add_elsewhere(desk: Desk, given: ElsewhereInput) -> Done[ReleaseRow]:
    """Write a publication into the book of releases; it counts in every later attack and cannot be taken out.

    Raises NotAllowed("role"), InvalidForm, LedgerBroken, and ReleaseRefused, in words, when the figures
    contradict each other (parts that do not add up, no multiple of what they are rounded to).
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="add_elsewhere") as session:
        catalogue = nameable(session)
        clean, period = _checked(catalogue, given, desk.today())
        table = _table(catalogue, clean, period, f"elsewhere-{new_id()[:12]}")
        ledger = release_book.read_ledger(session, desk.vault)
        try:
            entry = enter_elsewhere((table,), ledger, at=desk.clock.now())
        except ReleaseRefused as refused:
            raise ReleaseRefused(
                refused.reasons, _sentences(refused, clean, table, desk.language)
            ) from refused
        said: dict[str, object] = {
            "published_on": clean.on.isoformat(),
            "rounded_to": clean.rounded_to,
            "cells": len(table.figures),
        }
        row = release_book.record(session, desk.vault, entry, clean.title, str(period), said)
    return Done(row, Changes.of((release_book.KIND, "released_figures"), row.id))


def _checked(catalogue: Catalogue, given: ElsewhereInput, today: date) -> tuple[ElsewhereInput, Period]:
    check = FormCheck()
    title = check.needed_line("title", given.title)
    on = check.past("on", given.on, today)
    known = {one.code for one in indicators(catalogue, "nl")}
    if given.indicator not in known | {OTHER}:
        check.refuse("indicator", "required")
    subject = check.needed_line("subject", given.subject) if given.indicator == OTHER else None
    groups = _groups(check, given) if given.indicator == OTHER else ()
    check.number("rounded_to", given.rounded_to, first=2, last=1_000)
    period = _period(check, given.period)
    if not any(number is not None for number in given.cells.values()):
        check.refuse("cells", "required")
    check.finish()
    return ElsewhereInput(title, on, given.indicator, str(period), dict(given.cells), given.breakdown, subject,
                          groups, given.rounded_to), period  # fmt: skip


def _period(check: FormCheck, text: str) -> Period:
    found: list[Period] = []
    check.rule(lambda: found.append(Period.parse(text)))
    return found[0] if found else Period(date.min, date.min)


def _groups(check: FormCheck, given: ElsewhereInput) -> tuple[str, ...]:
    names = tuple(name for name in (check.line("groups", one) for one in given.groups) if name)
    if len(set(names)) != len(names):
        check.refuse("groups", "duplicate")
    if len(names) > MOST_GROUPS:
        check.refuse("groups", "too_high", most=MOST_GROUPS)
    return names


def _table(catalogue: Catalogue, given: ElsewhereInput, period: Period, code: str) -> Elsewhere:
    dimensions = _dimensions(catalogue, given, period)
    cells: dict[Cell, int | None] = {
        tuple(key.split("/")) if key else (): number for key, number in given.cells.items()
    }
    shown = {cell: number for cell, number in cells.items() if number is not None}
    population, classes = _population(catalogue, given, period)
    return Elsewhere(code, population, code, dimensions, shown, given.rounded_to, classes=classes)


def _population(
    catalogue: Catalogue, given: ElsewhereInput, period: Period
) -> tuple[str, tuple[Dimension, ...]]:
    """Return whom a publication is about, and the classifications behind filters of several categories."""
    if given.indicator == OTHER:
        return f"elsewhere_{_slug(given.subject or '')}@{period}", ()
    indicator = catalogue.indicator(given.indicator)
    every = {code: spec.over(period) for code, spec in catalogue.dimensions.items()}
    day = indicator.counted_on(period, period.last)
    classes = tuple(one.classes for one in filters_of(indicator, every) if one.classes is not None)
    return tally.population(indicator, period, day, every), classes


def _dimensions(catalogue: Catalogue, given: ElsewhereInput, period: Period) -> tuple[Dimension, ...]:
    if given.indicator == OTHER:
        if not given.groups:
            return ()
        named = (Category(f"group_{at}", {"nl": name, "en": name}) for at, name in enumerate(given.groups, 1))
        return (
            Dimension(
                f"elsewhere_{_slug(given.subject or '')}", {"nl": "Groep", "en": "Group"}, tuple(named)
            ),
        )
    if given.breakdown in ("", NOT_BROKEN_DOWN):
        return ()
    codes = _known_breakdown(catalogue.indicator(given.indicator), given.breakdown)
    return tuple(catalogue.dimensions[code].over(period) for code in codes)


def _known_breakdown(indicator: Indicator, breakdown: str) -> tuple[str, ...]:
    codes = tuple(breakdown.split("/"))
    if codes not in indicator.breakdowns:
        raise InvalidInput("breakdown", "unknown_code")
    return codes


def _cells(dimensions: tuple[Dimension, ...]) -> list[Cell]:
    return list(all_cells(dimensions))


def _label(dimensions: tuple[Dimension, ...], cell: Cell, language: str) -> str:
    pairs = zip(dimensions, cell, strict=True)
    names = [dimension.label_of(code)[language] for dimension, code in pairs if code != TOTAL]
    return " · ".join(names) or _total(language)


def _total(language: str) -> str:
    return {"nl": "Totaal", "en": "Total"}["en" if language == "en" else "nl"]


def _slug(text: str) -> str:
    return re.sub(r"\W+", "_", text.casefold()).strip("_")[:40] or "other"


def _sentences(
    refused: ReleaseRefused, given: ElsewhereInput, table: Elsewhere, language: str
) -> tuple[str, ...]:
    words = TableWords(table.code, {"nl": given.title, "en": given.title}, table.dimensions)
    explainer = Explainer.of(language, (words,))
    return tuple(explainer.reason(reason) for reason in refused.reasons)  # type: ignore[arg-type]  # errors.py holds refusals as objects
