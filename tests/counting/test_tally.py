# SPDX-License-Identifier: EUPL-1.2
"""The count equals a recount by walking through the persons themselves, whatever the year was like."""

import random
from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.counting import tally
from casus.counting.catalogue import load
from casus.counting.facts import combine
from casus.counting.measures import people
from casus.counting.measures import registers as of_registers
from casus.counting.registers import (
    BusinessFact,
    FirmFact,
    InspectionFact,
    Registers,
    SchoolFact,
    SessionFact,
)
from casus.disclosure import CountTable, Protection
from casus.domain.codelists import codelist
from tests.helpers.contributions import (
    COUNTING,
    PERIOD,
    a_contribution,
    case_row,
    person_row,
    pseudonym,
)
from tests.helpers.team_world import MONTHS, Thing, World, a_world, counted

CATALOGUE = load()
SEEDS = st.integers(0, 10**9)


def tables_of(*contributions: object, registers: Registers | None = None) -> dict[str, CountTable]:
    made = tally.count(CATALOGUE, contributions, registers or Registers(), COUNTING)  # type: ignore[arg-type]
    return {table.code: table for table in made}


def _matches(thing: Thing, where: object) -> bool:
    top_x = {"top_x": {"top_x_only", "top_x_combined"}}
    return all(
        any(thing[d] == category or thing[d] in top_x.get(category, ()) for category in chosen)
        for d, chosen in dict(where).items()
    )


def _things(world: World, measure: str, where: object) -> list[tuple[Thing, int, str]]:
    return [found for found in world.things(measure) if _matches(found[0], where)]


@given(SEEDS)
def test_every_table_about_people_equals_a_recount(seed: int) -> None:
    world = a_world(seed)
    tables = tables_of(*world.contributions())
    for indicator in CATALOGUE.indicators:
        if indicator.measure in people.MEASURES:
            things = _things(world, indicator.measure, indicator.where)
            for breakdown in ((), *indicator.breakdowns):
                table = tables[indicator.table_code(breakdown)]
                assert dict(table.counts) == dict(counted(things, breakdown)), table.code


@given(SEEDS)
def test_units_have_the_dimensions_their_measure_names(seed: int) -> None:
    found = combine(a_world(seed).contributions())
    registers = a_year_of_registers(seed)
    for code, spec in CATALOGUE.measures.items():
        rule = people.MEASURES.get(code)
        units = rule(found) if rule is not None else of_registers.MEASURES[code](registers)
        assert all(unit.codes.keys() >= set(spec.dimensions) for unit in units), code


@given(SEEDS)
def test_the_persons_behind_every_cell_are_counted_once(seed: int) -> None:
    world = a_world(seed)
    for table in tables_of(*world.contributions()).values():
        if table.persons is None or table.code.partition("/")[0] in ("families", "school_concerns"):
            continue
        measure = CATALOGUE.indicator(table.code.partition("/")[0]).measure
        by = tuple(dimension.code for dimension in table.dimensions)
        behind: dict[tuple[str, ...], set[str]] = {}
        for thing, _, who in world.things(measure) if measure in people.MEASURES else ():
            for cell in {tuple(thing[code] for code in by), ("total",) * len(by)}:
                behind.setdefault(cell, set()).add(who)
        assert dict(table.persons) == {cell: len(names) for cell, names in behind.items()}


@given(SEEDS, st.randoms())
def test_tables_and_snapshots_do_not_depend_on_who_comes_first(seed: int, dice: random.Random) -> None:
    contributions = a_world(seed).contributions()
    first = tables_of(*contributions)
    dice.shuffle(contributions)
    assert tables_of(*contributions) == first


@given(SEEDS)
def test_equal_snapshots_mean_equal_counts_and_a_change_shows(seed: int) -> None:
    contributions = a_world(seed).contributions()
    before = tables_of(*contributions)
    again = person_row("newcomer"), case_row("newcomer")
    after = tables_of(*contributions, a_contribution(*again, contributor="newcomer's worker"))
    for code, table in before.items():
        if after[code].snapshot == table.snapshot:
            assert after[code].counts == table.counts
    assert after["young_people"].snapshot != before["young_people"].snapshot
    assert after["home_visits"].snapshot == before["home_visits"].snapshot


def a_year_of_registers(seed: int) -> Registers:
    dice = random.Random(seed)

    def pick(name: str) -> str:
        return dice.choice(codelist(name).values)

    def some(make: object) -> tuple[object, ...]:
        return tuple(make() for _ in range(dice.randint(0, 15)))  # type: ignore[operator]

    schools = [(f"school {place}", pick("school_kind"), pick("district")) for place in range(6)]
    return Registers(
        schools=some(lambda: SchoolFact(
            *dice.choice(schools), pick("school_activity_kind"), dice.choice(MONTHS), dice.randint(0, 4))),
        businesses=some(lambda: BusinessFact(
            pick("district"), pick("business_contact_reached"), pick("business_contact_reason"), dice.randint(1, 9))),
        inspections=some(lambda: InspectionFact(
            pick("inspection_kind"), pick("district"), pick("inspection_result"), dice.choice(MONTHS),
            dice.randint(1, 9))),
        firms=some(lambda: FirmFact(
            pick("permit_area"), pick("permit_sector"), pick("permit_status"), dice.random() < 0.5,
            dice.random() < 0.5)),
        sessions=some(lambda: SessionFact(pick("session_audience"), dice.randint(0, 40))),
        ambassadors=some(lambda: pick("organisation_kind")),
        staff=some(lambda: pick("worker_role")),
    )  # type: ignore[arg-type]  # fmt: skip


@given(SEEDS)
def test_every_register_table_equals_a_recount(seed: int) -> None:
    made = a_year_of_registers(seed)
    tables = tables_of(registers=made)
    car = [f for f in made.firms if f.sector == "car_trade" and f.area == "nieuw_overvecht"]
    teaching = {(f.school, f.district) for f in made.schools if f.kind in ("lesson", "consulting_hour")}
    buit = [f for f in made.inspections if f.kind == "buit"]
    held = [f for f in made.businesses if f.reached == "yes"]
    headline = {code: table.counts.get((), 0) for code, table in tables.items() if not table.dimensions}
    assert headline == {
        "schools": len(teaching),
        "school_activities": sum(f.kind != "concern_report" for f in made.schools),
        "father_trainings": sum(f.kind == "father_training" for f in made.schools),
        "school_concerns": sum(f.reach for f in made.schools if f.kind == "concern_report"),
        "buit_inspections": sum(f.amount for f in buit),
        "traffic_checks": sum(f.amount for f in made.inspections if f.kind == "traffic"),
        "action_days": sum(f.amount for f in made.inspections if f.kind == "action_day"),
        "car_firms": len(car),
        "car_firms_left": sum(f.status == "left" for f in car),
        "car_firms_screened": sum(f.screened for f in car),
        "car_firms_helped": sum(f.helped for f in car),
        "knock_and_talk": sum(f.amount for f in held),
        "knock_and_talk_visits": sum(f.amount for f in made.businesses),
        "resilience_sessions": len(made.sessions),
        "resilience_participants": sum(f.participants for f in made.sessions),
        "pga_experts": made.staff.count("pga_expert"),
        "rios": made.staff.count("rio"),
        "vog_ambassadors": len(made.ambassadors),
    }
    by_district = Counter({(d,): n for d, n in Counter(d for _, d in teaching).items()})
    assert tables["schools/district"].counts == by_district
    results: Counter[tuple[str]] = Counter()
    for fact in buit:
        results[(fact.result,)] += fact.amount
    assert tables["buit_inspections/inspection_result"].counts == results
    for code, table in tables.items():
        assert sum(table.counts.values()) == headline[code.partition("/")[0]]


def test_one_person_known_to_an_expert_and_an_officer_counts_once() -> None:
    expert = a_contribution(person_row("a"), case_row("a", "1"), contributor="expert")
    officer = a_contribution(
        person_row("a"), case_row("a", "2", approach="rio"), contributor="officer", role="rio"
    )
    tables = tables_of(expert, officer)
    assert tables["young_people"].counts == {(): 1}
    assert tables["young_people/approach"].counts == {("top_x_combined",): 1}
    assert tables["top_x"].counts == {(): 1}


def test_a_reopened_and_a_reassigned_case_count_once() -> None:
    first = a_contribution(
        person_row("a"), case_row("a", "1", state="ended", phase="closed"), contributor="1"
    )
    second = a_contribution(person_row("a"), case_row("a", "2", opened="2023-05"), contributor="2")
    assert tables_of(first, second)["top_x/phase"].counts == {("execution",): 1}


def test_without_contributions_nothing_is_said_of_persons() -> None:
    tables = tables_of()
    assert "schools" in tables
    assert all(table.protection is not Protection.PERSONS or table.unit in ("concerns", "firms")
               for table in tables.values())  # fmt: skip


def test_a_contribution_for_another_period_is_a_mistake() -> None:
    other = replace(a_contribution(), reference_date=date(2023, 9, 30))
    with pytest.raises(ValueError, match="period"):
        tables_of(other)


def test_a_population_says_when_and_what_is_counted() -> None:
    top_x, firms = CATALOGUE.indicator("top_x"), CATALOGUE.indicator("car_firms_left")
    every = {code: spec.over(PERIOD) for code, spec in CATALOGUE.dimensions.items()}
    assert tally.population(top_x, PERIOD, PERIOD.last, every) == (
        "young_people_in_approach@2022-10..2023-10;approach=top_x"
    )
    earlier = tally.population(top_x, PERIOD, date(2023, 9, 30), every)
    assert earlier == "young_people_in_approach@2022-10..2023-10/2023-09-30;approach=top_x"
    assert tally.population(firms, PERIOD, PERIOD.last, every) == (
        "car_firms@2023-10-31;area=nieuw_overvecht;status=left"
    )
    leaves = every["approach"].leaves()
    for chosen, filters in (
        (("top_x_combined", "top_x_only"), ";approach=top_x"),  # all of it, however it was named
        (("top_x", "top_x_only"), ";approach=top_x"),
        (leaves, ""),
        (("rio", "local_pga"), ";approach=local_pga|rio"),
    ):
        found = tally.population(replace(top_x, where={"approach": chosen}), PERIOD, PERIOD.last, every)
        assert found.partition("10..2023-10")[2] == filters


def test_each_worker_is_an_insider_with_the_own_persons_per_cell() -> None:
    first = a_contribution(
        person_row("anna"), case_row("anna"), person_row("bilal", district="northwest"), case_row("bilal"),
        contributor="first",
    )  # fmt: skip
    second = a_contribution(
        person_row("bilal", district="northwest"), case_row("bilal"), contributor="second"
    )
    tables = tables_of(first, second)
    by_district = tables["top_x/district"].caseloads
    assert by_district[pseudonym("first")] == {("overvecht",): 1, ("northwest",): 1}
    assert by_district[pseudonym("second")] == {("northwest",): 1}
    assert tables["top_x"].caseloads[pseudonym("first")] == {(): 2}
    assert tables["buit_inspections"].caseloads == {}


@given(SEEDS)
def test_nobody_knows_more_than_was_counted_and_together_they_know_everything(seed: int) -> None:
    for table in tables_of(*a_world(seed).contributions()).values():
        if table.protection is not Protection.PERSONS or table.code == "school_concerns":
            continue
        for cell, count in table.counts.items():
            known = [own.get(cell, 0) for own in table.caseloads.values()]
            assert max(known, default=0) <= count
            assert sum(known) >= count or table.unit in ("families", "firms")
        assert all(cell in table.counts for own in table.caseloads.values() for cell in own)
