# SPDX-License-Identifier: EUPL-1.2
"""Figures that others published, to read the own ones beside: kept with their source, never mixed with counts."""

import re
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.vault.tables import ContextFigure

KIND = "context_figures"
MOST = 1_000_000_000
MOST_FIGURES = 500
_URL = re.compile(r"https?://[^\s/?#]+\.[^\s/?#]+([/?#]\S*)?")


@dataclass(frozen=True)
class ContextFigureInput:
    """A figure from elsewhere: one number, or a range when `high` is given; `on` is the day it is from."""

    what: str
    low: int | None
    unit: str
    source: str
    on: date | None
    high: int | None = None
    pillar: str | None = None
    url: str | None = None
    note: str | None = field(default=None, repr=False)


def add_context_figure(desk: Desk, data: ContextFigureInput) -> Done[ContextFigure]:
    """Keep a figure. Raises NotAllowed("role"), InvalidForm."""
    desk.require(Permission.REGISTERS)
    values = clean_context_figure(desk.today(), data)
    with desk.changing(label="keep_context_figure") as session:
        check = FormCheck()
        if len(session.scalars(select(ContextFigure.id)).all()) >= MOST_FIGURES:
            check.refuse("what", "too_many", most=MOST_FIGURES)
        check.finish()
        row = ContextFigure(**values)
        session.add(row)
    return Done(row, Changes.of((KIND,), row.id))


def update_context_figure(
    desk: Desk, figure_id: str, version: int, data: ContextFigureInput
) -> Done[ContextFigure]:
    """Change a figure. Raises NotAllowed("role"), InvalidForm, NotFound, StaleRecord."""
    desk.require(Permission.REGISTERS)
    values = clean_context_figure(desk.today(), data)
    with desk.changing(label="keep_context_figure") as session:
        row = fetch(session, ContextFigure, figure_id, version)
        for name, value in values.items():
            setattr(row, name, value)
    return Done(row, Changes.of((KIND,), row.id))


def remove_context_figure(desk: Desk, figure_id: str, version: int) -> Done[None]:
    """Throw a figure away; reports that were written keep it. Raises NotAllowed("role"), NotFound, StaleRecord."""
    desk.require(Permission.REGISTERS)
    with desk.changing(label="remove_context_figure") as session:
        session.delete(fetch(session, ContextFigure, figure_id, version))
    return Done(None, Changes.of((KIND,), figure_id))


def get_context_figure(desk: Desk, figure_id: str) -> ContextFigure:
    """Return a figure, for its form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, ContextFigure, figure_id)


def context_figures(desk: Desk, period: Period | None = None) -> tuple[ContextFigure, ...]:
    """Return the figures by name; for a period those that are not from after it."""
    with desk.reading() as session:
        return figures_of(session, period)


def figures_of(session: Session, period: Period | None = None) -> tuple[ContextFigure, ...]:
    """Return the same within a session."""
    query = select(ContextFigure).order_by(ContextFigure.sort_key, ContextFigure.on.desc())
    if period is not None:
        query = query.where(ContextFigure.on <= period.last)
    return tuple(session.scalars(query))


def clean_context_figure(today: date, data: ContextFigureInput) -> dict[str, object]:
    """Return the columns, made fit to store; raises InvalidForm."""
    check = FormCheck()
    what = check.needed_line("what", data.what)
    low = check.number("low", data.low, last=MOST, required=True)
    high = check.number("high", data.high, last=MOST)
    if low is not None and high is not None and high <= low:
        check.refuse("high", "not_above")
    values: dict[str, object] = {
        "what": what,
        "sort_key": fold(what),
        "low": low,
        "high": high,
        "unit": check.needed_line("unit", data.unit),
        "source": check.needed_line("source", data.source),
        "on": check.past("on", data.on, today),
        "pillar": check.optional_code("pillar", "pillar", data.pillar or None),
        "url": _url(check, data.url),
        "note": check.text("note", data.note),
    }
    check.finish()
    return values


def _url(check: FormCheck, text: str | None) -> str | None:
    """Return the address as text: it is printed, and never opened from here."""
    clean = check.line("url", text)
    if clean is None:
        return None
    if not _URL.fullmatch(clean):
        check.refuse("url", "url")
    return clean
