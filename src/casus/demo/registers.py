# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's registers for the demo: exactly the figures of the letter, spread plausibly."""

from collections.abc import Iterator
from datetime import date, timedelta

from casus.demo.words import Dice, words
from casus.domain.names import parse_full, sort_key
from casus.domain.periods import Period
from casus.vault.tables import (
    BusinessContact,
    Inspection,
    Permit,
    PermitChange,
    ResilienceSession,
    School,
    SchoolActivity,
    VogAmbassador,
    Worker,
)

SCHOOLS, AMBASSADORS, BUIT, TALKS, LEFT = 40, 22, 296, 100, 14
"""The figures of the letter of 28 November 2023."""
EXPERTS, OFFICERS = 5, 3
SESSIONS = {
    "property_owners": 4,
    "housing_corporations": 5,
    "notaries": 3,
    "terminal_logistics": 3,
    "entrepreneurs": 9,
}
RESULTS = {"nothing": 9, "warning": 5, "measure": 3, "transferred": 3}


def register_records(dice: Dice, period: Period) -> Iterator[object]:
    """Yield every row of the coordinator's registers over the period."""
    yield from _schools(dice, period)
    yield from _ambassadors(dice, period)
    yield from _inspections(dice, period)
    yield from _talks(dice, period)
    yield from _permits(dice, period)
    yield from _sessions(dice, period)


def staff_records(dice: Dice, period: Period) -> list[Worker]:
    """Return the staff the letter names: five PGA experts and three RIOs, appointed in the period."""
    rows = []
    for place, name in enumerate(words()["names"]["worker"][: EXPERTS + OFFICERS]):
        started = dice.weekday(period.first, period.first + timedelta(days=150))
        parts = parse_full(name)
        rows.append(
            Worker(
                id=dice.id(),
                name=name,
                sort_key=sort_key(parts.surname, parts.prefix, parts.given),
                role="pga_expert" if place < EXPERTS else "rio",
                started_on=started,
                is_owner=False,
                in_register=True,
            )
        )
    return rows


def _district(dice: Dice) -> str:
    return str(dice.weighted(words()["district"]))


def _schools(dice: Dice, period: Period) -> Iterator[object]:
    for kind, name in _school_names():
        school = School(
            id=dice.id(),
            name=name,
            sort_key=sort_key(name, "", ""),
            kind=kind,
            district=_district(dice),
        )
        yield school
        for _ in range(dice.randint(3, 6)):
            yield _activity(dice, school, period, dice.weighted({"lesson": 3, "consulting_hour": 1}))
        if kind == "primary" and dice.chance(0.3):
            yield _activity(dice, school, period, "father_training")
        if dice.chance(0.5):
            yield _activity(dice, school, period, "concern_report")


def _school_names() -> list[tuple[str, str]]:
    lists = words()["school"]
    primary = [f"{first} {name}" for name in lists["primary"] for first in lists["prefix"]]
    named = [("secondary", name) for name in lists["secondary"]]
    named += [("vocational", name) for name in lists["vocational"]]
    return named + [("primary", name) for name in primary[: SCHOOLS - len(named)]]


def _activity(dice: Dice, school: School, period: Period, kind: str) -> SchoolActivity:
    amounts = {
        "lesson": (1, 3),
        "consulting_hour": (0, 0),
        "father_training": (1, 1),
        "concern_report": (0, 0),
    }
    reach = {
        "lesson": (18, 80),
        "consulting_hour": (2, 9),
        "father_training": (6, 14),
        "concern_report": (1, 3),
    }
    return SchoolActivity(
        id=dice.id(),
        school_id=school.id,
        on=dice.weekday(period.first, period.last),
        kind=kind,
        theme="drug_crime",
        groups=dice.randint(*amounts[kind]),
        reach=dice.randint(*reach[kind]),
    )


def _ambassadors(dice: Dice, period: Period) -> Iterator[object]:
    kinds = [
        "safety_house",
        "youth_work",
        "child_protection",
        "safe_home",
        "probation",
        "vocational_school",
        "municipality",
    ]
    names = words()["names"]
    for place in range(AMBASSADORS):
        given, surname = dice.choice(names["given"]), dice.choice(names["surname"])
        prefix = names["prefix"].get(surname, "")
        kind = kinds[place % len(kinds)]
        yield VogAmbassador(
            id=dice.id(),
            name=" ".join(part for part in (given, prefix, surname) if part),
            sort_key=sort_key(surname, prefix, given),
            organisation={"youth_work": "JoU", "municipality": "Gemeente Utrecht"}.get(
                kind, "Partnerorganisatie"
            ),
            organisation_kind=kind,
            trained_on=dice.weekday(period.first + timedelta(days=120), period.last),
            advices=dice.randint(0, 9),
        )


def _inspections(dice: Dice, period: Period) -> Iterator[object]:
    plan = {"buit": BUIT, "traffic": 12, "action_day": 8}
    for kind, amount in plan.items():
        for _ in range(amount):
            yield Inspection(
                id=dice.id(),
                on=dice.weekday(period.first, period.last),
                kind=kind,
                district=_district(dice),
                theme=dice.weighted({"drug_crime": 4, "money_laundering": 2, "property": 2}),
                amount=1,
                result=dice.weighted(RESULTS),
                partners="Politie, Belastingdienst" if kind != "buit" else None,
            )


def _talks(dice: Dice, period: Period) -> Iterator[object]:
    for reached, amount in (("yes", TALKS), ("no", 21), ("refused", 9)):
        for _ in range(amount):
            yield BusinessContact(
                id=dice.id(),
                on=dice.weekday(period.first, period.last),
                district=_district(dice),
                amount=1,
                reached=reached,
                reason=dice.weighted({"awareness": 6, "signal": 2, "area_action": 2}),
                theme=dice.weighted({"resilience": 3, "anonymous_reporting": 2, "money_laundering": 1}),
            )


def _permits(dice: Dice, period: Period) -> Iterator[object]:
    start = date(2022, 4, 21)  # the designation came into force (CVDR675808)
    fates = ["left"] * LEFT + ["granted"] * 17 + ["bibob"] * 8 + ["applied"] * 5 + ["refused"] * 2
    names = _firm_names(dice)
    for fate in fates:
        steps = {
            "left": ["left"],
            "granted": ["applied", "bibob", "granted"],
            "bibob": ["applied", "bibob"],
            "applied": ["applied"],
            "refused": ["applied", "bibob", "refused"],
        }[fate]
        permit_id, day, status = dice.id(), dice.weekday(start, start + timedelta(days=40)), "notified"
        changes = [PermitChange(id=dice.id(), permit_id=permit_id, to_status=status, on=day)]
        for step in steps:
            day = dice.weekday(day + timedelta(days=30), min(day + timedelta(days=170), period.last))
            changes.append(
                PermitChange(id=dice.id(), permit_id=permit_id, from_status=status, to_status=step, on=day)
            )
            status = step
        name = next(names)
        yield Permit(
            id=permit_id,
            business_name=name,
            sort_key=sort_key(name, "", ""),
            address=f"{dice.choice(words()['address']['street'])} {dice.randint(1, 99)}",
            area="nieuw_overvecht",
            sector="car_trade",
            status=status,
            status_since=day,
            helped=fate in ("granted", "bibob", "applied") and dice.chance(0.8),
        )
        yield from changes


def _firm_names(dice: Dice) -> Iterator[str]:
    lists = words()["business"]
    names = [f"{first} {last}" for first in lists["first"] for last in lists["last"]]
    dice.shuffle(names)
    yield from names


def _sessions(dice: Dice, period: Period) -> Iterator[object]:
    for audience, amount in SESSIONS.items():
        for _ in range(amount):
            yield ResilienceSession(
                id=dice.id(),
                on=dice.weekday(period.first, period.last),
                audience=audience,
                theme=dice.weighted({"resilience": 3, "anonymous_reporting": 2, "property": 1}),
                district=_district(dice),
                participants=dice.randint(8, 35),
            )
