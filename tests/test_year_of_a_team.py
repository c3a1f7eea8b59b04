# SPDX-License-Identifier: EUPL-1.2
"""Four vaults through a year: recorded, handed over, contributed, corrected, counted, released twice, reported.

The facts are made first, in plain Python; the vaults are filled from them by the use cases, and the count is held
against the facts themselves. What is published is attacked by the oracle of the disclosure tests.
"""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from casus.disclosure import Release
from casus.domain.clock import FixedClock
from casus.domain.periods import Period
from casus.services import case_exchange, cases, contact_changes, exchange, persons, registers, reporting
from casus.services.case_exchange import SealedOffer
from casus.services.desk import Desk
from casus.services.register_inputs import BusinessContactInput, InspectionInput
from casus.services.release_book import read_ledger
from casus.vault.tables import Contact
from tests.helpers.builders import a_case, a_home_visit, a_person, a_programme
from tests.helpers.contributing import Team
from tests.helpers.oracle import Attacker
from tests.helpers.written import differences, in_csv, in_ods, published

YEAR = Period.of_year(2023)
DISTRICTS = {"overvecht": 60, "west": 20, "south": 10, "east": 7}
"""Where they live, and how often: in the last ones so few that no exact number may leave."""
PEOPLE = 42
BASE = 5
"""What figures of persons are rounded to; that many values stay possible for every small cell."""


@dataclass
class Youngster:
    """Somebody of the team's year: who has a case, what happened; `worker` is who has the case at first."""

    number: int
    worker: str
    district: str
    opened: date
    rio_too: bool
    visits: list[date] = field(default_factory=list)
    programme: date | None = None


def a_year(seed: int) -> list[Youngster]:
    """Make up the facts: two in three with a PGA expert, some known to the RIO as well."""
    chance = random.Random(seed)
    found = []
    for number in range(PEOPLE):
        opened = date(2023, chance.randint(1, 9), chance.randint(1, 28))
        visits = [date(2023, month, 15) for month in range(opened.month + 1, 12) if chance.random() < 0.4]
        programme = date(2023, 10, 2) if chance.random() < 0.5 else None
        who = chance.choice(("anna", "anna", "okan"))
        (district,) = chance.choices([*DISTRICTS], [*DISTRICTS.values()])
        found.append(Youngster(number, who, district, opened, chance.random() < 0.3, visits, programme))
    return found


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock(datetime(2023, 1, 2, 9, 0, tzinfo=UTC))


@pytest.fixture
def four(make_desk: Callable[..., Desk], tmp_path: Path) -> Team:
    return Team(make_desk, tmp_path, "anna", "okan", "farid", "office")


def record(team: Team, one: Youngster) -> str:
    """Put somebody on file with whoever knows them; a RIO spells the name in another way. Return the case."""
    name = {"given_name": f"Voornaam{one.number}", "surname": f"Achternaam{one.number}"}
    born = date(2004, 1 + one.number % 12, 1 + one.number % 27)
    desk = team[one.worker]
    case = a_case(desk, a_person(desk, district=one.district, birth_date=born, **name), opened_on=one.opened)
    for day in one.visits:
        a_home_visit(desk, case, on=day)
    if one.programme:
        a_programme(
            desk,
            persons.get_person(desk, case.person_id),
            case_id=case.id,
            started_on=one.programme,
            kind="work",
        )
    if one.rio_too:
        farid = team["farid"]
        other = {"given_name": name["given_name"], "surname": name["surname"].upper()}
        a_case(
            farid,
            a_person(farid, district=one.district, birth_date=born, **other),
            approach="rio",
            opened_on=one.opened,
        )
    return case.id


def expected(people: list[Youngster], visits: int) -> dict[tuple[str, str], int]:
    """The independent count, over the facts: a table and a category ("" is the total) to a number."""
    found: Counter[tuple[str, str]] = Counter()
    for one in people:
        told = [("young_people", ""), ("young_people/district", one.district), ("top_x", "")]
        told += [("programme_starts", "")] * bool(one.programme)
        told += [("persons_visited_at_home", "")] * bool(one.visits)
        found.update(told)
    return {**found, ("home_visits", ""): visits}


def exact(desk: Desk) -> dict[tuple[str, str], int]:
    """What the coordinator's vault counts, for as far as the facts say it."""
    found: dict[tuple[str, str], int] = {}
    for table in reporting.compose(desk, YEAR).tables:
        if table.dimensions and table.code == "young_people/district":
            found |= {(table.code, cell[0]): number for cell, number in table.counts.items() if number}
        elif not table.dimensions:
            found[table.code, ""] = table.counts.get((), 0)
    return found


def publish(desk: Desk, folder: Path) -> Release:
    """Protect, release and write the files; every figure in them is that of the book."""
    protected = reporting.protect(desk, YEAR)
    reporting.release(desk, protected)
    folder.mkdir()
    files = {path.suffix: path for path in reporting.export(desk, protected, folder)}
    with desk.reading() as session:
        figures = published(read_ledger(session, desk.vault).entries[-1])
    assert list(differences(figures, in_csv(files[".csv"]))) == []
    assert list(differences(figures, in_ods(files[".ods"])[0])) == []
    return protected.release


def assert_no_small_cell_can_be_told(made: Release, truth: dict[tuple[str, str], int]) -> None:
    """Attack the tables of persons as an outsider: every small true number is one of at least five."""
    about = [table for table in made.tables if table.code.startswith("young_people")]
    attacker = Attacker(about)
    looked = 0
    for table in about:
        for cell in table.figures:
            low, high = attacker.range_of(table, cell)
            true = truth.get((table.code, cell[0] if cell else ""))
            if true is not None:
                assert low <= true <= high
                if 0 < true < BASE:
                    looked += 1
                    assert high - low + 1 >= BASE, (table.code, cell)
    assert looked


def test_a_year_of_four_vaults(four: Team, clock: FixedClock, tmp_path: Path) -> None:
    anna, okan, office = four["anna"], four["okan"], four["office"]
    four.share_key("okan", "farid")
    clock.moment = datetime(2023, 11, 30, 9, 0, tzinfo=UTC)
    people = a_year(7)
    ids = {one.number: record(four, one) for one in people}
    visits = sum(len(one.visits) for one in people)
    registers.add_inspection(office, InspectionInput(date(2023, 5, 1), "buit", amount=296))
    registers.add_business_contact(office, BusinessContactInput(date(2023, 5, 2), amount=100, reached="yes"))

    # one case goes to a colleague, who goes on with it
    moved = next(one for one in people if one.worker == "anna" and one.visits)
    offer, answer = four.file(), four.file()
    case_exchange.send_case(
        anna, SealedOffer(ids[moved.number], "Woont nu in jouw wijk.", four.card("anna", "okan")), offer
    )
    exchange.take(okan, offer)
    case_exchange.send_case_answer(okan, case_exchange.to_answer(okan)[0].transfer_id, answer)
    exchange.take(anna, answer)
    a_home_visit(okan, cases.get_case(okan, ids[moved.number]), on=date(2023, 11, 29))
    visits += 1

    for who in ("anna", "okan", "farid"):
        four.contribute(who, YEAR)
    counted, truth = exact(office), expected(people, visits)
    assert {key: counted.get(key) for key in truth} == truth
    assert counted["buit_inspections", ""] == 296
    first = publish(office, tmp_path / "eerste")
    assert_no_small_cell_can_be_told(first, truth)

    # a visit logged by mistake goes, one is logged late; who contributes again replaces what was there
    clock.moment = datetime(2023, 12, 20, 9, 0, tzinfo=UTC)
    wrong = next(one for one in people if one.worker == "okan" and len(one.visits) > 1)
    mistake = contacts_of(okan, ids[wrong.number])[0]
    contact_changes.delete_contact(okan, mistake.id, mistake.version)
    a_home_visit(okan, cases.get_case(okan, ids[wrong.number]), on=date(2023, 12, 19))
    a_home_visit(okan, cases.get_case(okan, ids[wrong.number]), on=date(2023, 12, 20))
    four.contribute("okan", YEAR)
    truth = expected(people, visits + 1)
    counted = exact(office)
    assert {key: counted.get(key) for key in truth} == truth
    second = publish(office, tmp_path / "tweede")
    assert len(reporting.releases(office)) == 2
    assert_no_small_cell_can_be_told(second, truth)
    assert all(vault.vault.verify().ok for vault in four.desks.values())


def contacts_of(desk: Desk, case_id: str) -> list[Contact]:
    with desk.reading() as session:
        return list(session.scalars(select(Contact).where(Contact.case_id == case_id).order_by(Contact.on)))
