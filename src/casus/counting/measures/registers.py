# SPDX-License-Identifier: EUPL-1.2
"""Counting rules over the coordinator's registers."""

from collections.abc import Callable, Iterator, Mapping

from casus.counting.registers import Registers
from casus.counting.units import Unit

TEACHING = frozenset({"lesson", "consulting_hour"})
ACTIVITIES = TEACHING | {"father_training"}
CONCERN = "concern_report"
CAR_TRADE = "car_trade"


def schools(registers: Registers) -> Iterator[Unit]:
    """Yield each school with at least one lesson or consulting hour."""
    reached = {fact.school: fact for fact in registers.schools if fact.kind in TEACHING}
    for fact in reached.values():
        yield Unit({"school_kind": fact.school_kind, "district": fact.district})


def school_activities(registers: Registers) -> Iterator[Unit]:
    """Yield every lesson, consulting hour and training for fathers."""
    for fact in registers.schools:
        if fact.kind in ACTIVITIES:
            codes = {"activity_kind": fact.kind, "month": fact.month, "school_kind": fact.school_kind}
            yield Unit(codes)


def school_concerns(registers: Registers) -> Iterator[Unit]:
    """Yield the concerns schools reported: the reach of such an entry is their number."""
    for fact in registers.schools:
        if fact.kind == CONCERN and fact.reach:
            yield Unit({}, fact.reach)


def business_contacts(registers: Registers) -> Iterator[Unit]:
    """Yield the visits to businesses for a Knock & Talk."""
    for fact in registers.businesses:
        codes = {"district": fact.district, "business_reached": fact.reached, "business_reason": fact.reason}
        yield Unit(codes, fact.amount)


def inspections(registers: Registers) -> Iterator[Unit]:
    """Yield inspections, checks and action days."""
    for fact in registers.inspections:
        codes = {
            "inspection_kind": fact.kind,
            "inspection_result": fact.result,
            "district": fact.district,
            "month": fact.month,
        }
        yield Unit(codes, fact.amount)


def car_firms(registers: Registers) -> Iterator[Unit]:
    """Yield each firm in the car trade under the permit duty."""
    for fact in registers.firms:
        if fact.sector == CAR_TRADE:
            yield Unit({"area": fact.area, "status": fact.status})


def car_firms_screened(registers: Registers) -> Iterator[Unit]:
    """Yield each firm in the car trade whose application was examined."""
    for fact in registers.firms:
        if fact.sector == CAR_TRADE and fact.screened:
            yield Unit({"area": fact.area})


def car_firms_helped(registers: Registers) -> Iterator[Unit]:
    """Yield each firm in the car trade that was helped towards a permit."""
    for fact in registers.firms:
        if fact.sector == CAR_TRADE and fact.helped:
            yield Unit({"area": fact.area})


def resilience_sessions(registers: Registers) -> Iterator[Unit]:
    """Yield each resilience session."""
    for fact in registers.sessions:
        yield Unit({"audience": fact.audience})


def resilience_participants(registers: Registers) -> Iterator[Unit]:
    """Yield the participants of each session."""
    for fact in registers.sessions:
        yield Unit({"audience": fact.audience}, fact.participants)


def staff_in_post(registers: Registers) -> Iterator[Unit]:
    """Yield each colleague in post."""
    for role in registers.staff:
        yield Unit({"worker_role": role})


def vog_ambassadors(registers: Registers) -> Iterator[Unit]:
    """Yield each professional trained as VOG ambassador."""
    for kind in registers.ambassadors:
        yield Unit({"organisation_kind": kind})


MEASURES: Mapping[str, Callable[[Registers], Iterator[Unit]]] = {
    rule.__name__: rule
    for rule in (
        schools,
        school_activities,
        school_concerns,
        business_contacts,
        inspections,
        car_firms,
        car_firms_screened,
        car_firms_helped,
        resilience_sessions,
        resilience_participants,
        staff_in_post,
        vog_ambassadors,
    )
}
