# SPDX-License-Identifier: EUPL-1.2
"""When to try again after an attempt that reached nobody: another weekday, and another part of the day."""

from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType

from sqlalchemy import select

from casus.services.desk import Desk
from casus.vault.queries import REACHED
from casus.vault.tables import Contact

MORNING, AFTERNOON, EVENING = "morning", "afternoon", "evening"
_BEGINS = MappingProxyType({MORNING: "10:00", AFTERNOON: "14:00", EVENING: "19:00"})
_NOON, _SIX = "12:00", "18:00"
_PREFERRED = (EVENING, AFTERNOON, MORNING)
SATURDAY = 5
_LOOKED_AT = 20
_PAUSES = (2, 5, 10)
"""Days to wait after the first, second and every later attempt in a row that failed."""
OTHER_WAY_FROM = 3
"""Attempts in a row after which another way than the same visit is proposed."""


@dataclass(frozen=True)
class NextAttempt:
    """The proposal: day, time (HH:MM), and why.

    `failed` counts the attempts in a row that reached nobody, the present one with them; `parts` are the parts of
    the day they were made in (morning, afternoon, evening), each once, the latest first; without a time, none.
    """

    on: date
    at_time: str
    part: str
    failed: int
    parts: tuple[str, ...]

    @property
    def other_way(self) -> bool:
        """Whether it is time for another way: a letter, another place, a word with a partner."""
        return self.failed >= OTHER_WAY_FROM


def next_attempt(
    desk: Desk, person_id: str, on: date, at_time: str | None = None, *, kind: str = "home_visit"
) -> NextAttempt:
    """Return when to try again after an attempt on `on` that failed and is not recorded yet."""
    failed = [(on, at_time), *_failed_before(desk, person_id, on, kind)]
    parts = [part_of_day(moment) for _day, moment in failed]
    known = [part for part in parts if part]
    part = min(_PREFERRED, key=known.count)
    day = on + timedelta(days=_PAUSES[min(len(failed), len(_PAUSES)) - 1])
    tried = {one.weekday() for one, _moment in failed[:OTHER_WAY_FROM]}
    while day.weekday() >= SATURDAY or day.weekday() in tried:
        day += timedelta(days=1)
    return NextAttempt(day, _BEGINS[part], part, len(failed), tuple(dict.fromkeys(known)))


def part_of_day(moment: str | None) -> str:
    """Return morning, afternoon or evening for a time HH:MM; "" without one."""
    if not moment:
        return ""
    return MORNING if moment < _NOON else AFTERNOON if moment < _SIX else EVENING


def propose_next_attempt(desk: Desk, person_id: str, after: date) -> date:
    """Return a working day to try again: later after each failed attempt, never on a weekday that just failed."""
    return next_attempt(desk, person_id, after).on


def _failed_before(desk: Desk, person_id: str, on: date, kind: str) -> list[tuple[date, str | None]]:
    """The attempts of this kind before, back to the last contact of any kind that reached the person."""
    last = (
        select(Contact.on, Contact.at_time, Contact.reached, Contact.kind)
        .where(Contact.person_id == person_id, Contact.on <= on)
        .order_by(Contact.on.desc(), Contact.at_time.desc())
        .limit(_LOOKED_AT)
    )
    found: list[tuple[date, str | None]] = []
    with desk.reading() as session:
        for row in session.execute(last):
            if row.reached == REACHED:
                break
            if row.kind == kind:
                found.append((row.on, row.at_time))
    return found
