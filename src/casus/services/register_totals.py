# SPDX-License-Identifier: EUPL-1.2
"""What a register adds up to in a period, beside the same period a year before.

Counted by what the report counts with (`counting.registers`), so that both say the same; these totals are exact
and stay inside.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from casus.counting.registers import Registers, read
from casus.domain.codelists import codelist
from casus.domain.dates import add_months
from casus.domain.periods import Period
from casus.services.desk import Desk

YEAR = 12
_Facts = Sequence[Any]
_Measure = Callable[[_Facts], int]


@dataclass(frozen=True)
class TotalRow:
    """One class of a group: its code, a number for each measure, and the same a year before."""

    code: str
    now: tuple[int, ...]
    before: tuple[int, ...]


@dataclass(frozen=True)
class Group:
    """The classes of one code list in its order; those without anything in both periods are left out."""

    list_name: str
    rows: tuple[TotalRow, ...]


@dataclass(frozen=True)
class Totals:
    """The totals of a register; `measures` are codes of list register_measure, `whole` all classes together."""

    period: Period
    before: Period
    measures: tuple[str, ...]
    whole: TotalRow
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class _Counted:
    facts: Callable[[Registers], _Facts]
    measures: Mapping[str, _Measure]
    groups: Mapping[str, str]  # field of a fact → its code list; "" is the fact itself


_COUNTED: Mapping[str, _Counted] = {
    "school_activities": _Counted(
        lambda found: found.schools,
        {
            "activities": len,
            "schools": lambda facts: len({fact.school for fact in facts}),
            "reach": lambda facts: sum(fact.reach for fact in facts),
        },
        {"kind": "school_activity_kind", "school_kind": "school_kind", "district": "district"},
    ),
    "business_contacts": _Counted(
        lambda found: found.businesses,
        {"talks": lambda facts: sum(fact.amount for fact in facts)},
        {"reached": "business_contact_reached", "reason": "business_contact_reason", "district": "district"},
    ),
    "inspections": _Counted(
        lambda found: found.inspections,
        {"inspections": lambda facts: sum(fact.amount for fact in facts)},
        {"kind": "inspection_kind", "result": "inspection_result", "district": "district"},
    ),
    "permits": _Counted(
        lambda found: found.firms,
        {
            "firms": len,
            "screened": lambda facts: sum(fact.screened for fact in facts),
            "helped": lambda facts: sum(fact.helped for fact in facts),
        },
        {"status": "permit_status", "area": "permit_area", "sector": "permit_sector"},
    ),
    "resilience_sessions": _Counted(
        lambda found: found.sessions,
        {"sessions": len, "participants": lambda facts: sum(fact.participants for fact in facts)},
        {"audience": "session_audience"},
    ),
    "vog_ambassadors": _Counted(lambda found: found.ambassadors, {"trained": len}, {"": "organisation_kind"}),
    "workers": _Counted(lambda found: found.staff, {"in_post": len}, {"": "worker_role"}),
}
AT_THE_END = frozenset({"permits", "workers"})
"""Registers of what is there: counted as it stood on the last day of the period, or today."""


def totals(desk: Desk, register: str, period: Period) -> Totals:
    """Return the totals of a register of `REGISTERS` (schools excepted); what is still to come does not count."""
    counted = _COUNTED[register]
    before = year_before(period)
    with desk.reading() as session:
        now, then = (
            counted.facts(read(session, one, _reference(one, desk.today()))) for one in (period, before)
        )
    measures = tuple(counted.measures)
    groups = (_group(counted, field, name, now, then) for field, name in counted.groups.items())
    whole = TotalRow("", _measured(counted, now), _measured(counted, then))
    return Totals(period, before, measures, whole, tuple(group for group in groups if group.rows))


def year_before(period: Period) -> Period:
    """Return the same period a year before: as many whole months; the end of a month stays the end of a month."""
    after = add_months(period.last + timedelta(days=1), -YEAR)
    return Period(add_months(period.first, -YEAR), after - timedelta(days=1))


def _reference(period: Period, today: date) -> date:
    return max(period.first, min(period.last, today))


def _group(counted: _Counted, field: str, list_name: str, now: _Facts, then: _Facts) -> Group:
    def of(facts: _Facts, code: str) -> tuple[int, ...]:
        return _measured(counted, [one for one in facts if (getattr(one, field) if field else one) == code])

    rows = (TotalRow(code, of(now, code), of(then, code)) for code in codelist(list_name).known)
    return Group(list_name, tuple(row for row in rows if any(row.now) or any(row.before)))


def _measured(counted: _Counted, facts: _Facts) -> tuple[int, ...]:
    return tuple(measure(facts) for measure in counted.measures.values())
