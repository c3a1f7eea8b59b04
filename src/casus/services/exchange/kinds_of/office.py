# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator leaves to the next one beside the book: targets, reporting periods and figures of others.

What is here and was changed later than what comes stays as it is; nothing is taken away.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.errors import BundleInvalid, InvalidForm
from casus.services import periods
from casus.services.context_figures import MOST_FIGURES, ContextFigureInput, clean_context_figure
from casus.services.exchange import plain
from casus.services.exchange.kinds_of import definitions
from casus.services.exchange.kinds_of.definitions import Target
from casus.vault.tables import ContextFigure, ReportingPeriod

KEYS = ("targets", "periods", "context")
_PERIOD = ("first_on", "last_on", "reference_date", "status", "title")
_FIGURE = ("what", "low", "high", "unit", "source", "on", "pillar", "url", "note")
_MOST_PERIODS = 1_000
_ID = re.compile(r"[0-9a-f]{32}")
_ORDER = (periods.DRAFT, periods.ADOPTED, periods.SENT)


@dataclass(frozen=True)
class Office:
    """What came, read strictly: rows as the vault keeps them, each with when it was last changed."""

    targets: tuple[Target, ...]
    periods: tuple[Mapping[str, Any], ...]
    context: tuple[Mapping[str, Any], ...]

    def keep(self, session: Session) -> None:
        """Add what is not here, and bring up to date what was changed later; raises BundleInvalid "content"."""
        definitions.keep_targets(session, self.targets)
        known = {(one.first_on, one.last_on): one for one in session.scalars(select(ReportingPeriod))}
        for one in self.periods:
            row = known.get((one["first_on"], one["last_on"]))
            if row is None or _standing(row.status, row.changed_at) < _standing(
                one["status"], one["changed_at"]
            ):
                definitions.take_place(session, row, ReportingPeriod(**one))
        figures = {one.id: one for one in session.scalars(select(ContextFigure))}
        for one in self.context:
            figure = figures.get(one["id"])
            if figure is None or figure.changed_at < one["changed_at"]:
                figures[one["id"]] = ContextFigure(**one)
                definitions.take_place(session, figure, figures[one["id"]])
        if len(figures) > MOST_FIGURES:
            raise BundleInvalid("content")


def told(session: Session) -> dict[str, object]:
    """Return all of it as plain data."""
    context = session.scalars(select(ContextFigure).order_by(ContextFigure.created_at, ContextFigure.id))
    return {
        "targets": definitions.told_targets(session),
        "periods": [_told(one, _PERIOD) for one in periods.rows_of(session)],
        "context": [_told(one, _FIGURE) | {"id": one.id} for one in context],
    }


def read(found: object, today: date) -> Office:
    """Read what came; raises BundleInvalid "content"."""
    whole = plain.record(found, KEYS)
    told_periods = tuple(_period(one) for one in plain.rows(whole["periods"], _MOST_PERIODS))
    context = tuple(_figure(one, today) for one in plain.rows(whole["context"], MOST_FIGURES))
    names: Sequence[object] = [(one["first_on"], one["last_on"]) for one in told_periods]
    ids: Sequence[object] = [one["id"] for one in context]
    if len(set(names)) != len(names) or len(set(ids)) != len(ids):
        raise BundleInvalid("content")
    return Office(definitions.read_targets(whole["targets"]), told_periods, context)


def _told(row: ReportingPeriod | ContextFigure, names: Sequence[str]) -> dict[str, object]:
    values = {name: getattr(row, name) for name in names}
    plainly = {name: one.isoformat() if isinstance(one, date) else one for name, one in values.items()}
    return plainly | {"at": row.changed_at.isoformat()}


def _standing(status: str, at: datetime) -> tuple[int, datetime]:
    """Return how far a period is, and since when: what was adopted or sent is not a draft again."""
    return _ORDER.index(status), at


def _period(found: object) -> Mapping[str, Any]:
    one = plain.record(found, (*_PERIOD, "at"))
    days = {name: plain.day(one[name]) for name in ("first_on", "last_on", "reference_date")}
    status = plain.string(one["status"])
    if days["first_on"] > min(days["last_on"], days["reference_date"]) or status not in codelist(
        "period_status"
    ):
        raise BundleInvalid("content")
    title = None if one["title"] is None else plain.line(one["title"])
    return {**days, "status": status, "title": title, "changed_at": plain.moment(one["at"])}


def _figure(found: object, today: date) -> Mapping[str, Any]:
    """Read a figure as its form would take it; what the form would change is not as it was kept."""
    one = plain.record(found, (*_FIGURE, "at", "id"))
    texts = {name: None if one[name] is None else plain.string(one[name])
             for name in ("what", "unit", "source", "pillar", "url", "note")}  # fmt: skip
    numbers = {name: None if one[name] is None else plain.number(one[name]) for name in ("low", "high")}
    at: datetime = plain.moment(one["at"])
    try:
        given = ContextFigureInput(**texts, **numbers, on=plain.day(one["on"]))  # type: ignore[arg-type]
        clean = clean_context_figure(today, given)
    except (InvalidForm, TypeError, AttributeError):
        raise BundleInvalid("content") from None
    if any(clean[name] != getattr(given, name) for name in _FIGURE) or not _ID.fullmatch(
        plain.string(one["id"])
    ):
        raise BundleInvalid("content")
    return {**clean, "id": one["id"], "changed_at": at}
