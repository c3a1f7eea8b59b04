# SPDX-License-Identifier: EUPL-1.2
"""The caseload of a worker: what is due, in order, by the same predicates as every other count."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.vaults import shared_desks

from casus.domain.codelists import codelist
from casus.errors import InvalidForm
from casus.services import cases, persons, rhythm, tasks, transfers
from casus.services.case_list import CaseList
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.planning import PlanningList, caseloads, planning_clause
from casus.services.settings import set_setting
from casus.services.transfers import TransferInput
from casus.vault.queries import case_open
from casus.vault.tables import Case

TODAY = date(2023, 11, 1)
NOTE = "Bel altijd eerst met de moeder."


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One worker with five cases: late, seen this week, busy, at a distance, and one passed on."""
    with shared_desks(tmp_path_factory.mktemp("planning"), "pga_expert") as (found,):
        late = a_case(found, a_person(found, surname="Aalst"), opened_on=date(2023, 9, 1))
        seen = a_case(found, a_person(found, surname="Bakker"), opened_on=date(2023, 9, 1))
        a_home_visit(found, seen, on=date(2023, 10, 30))
        busy = a_case(found, a_person(found, surname="Cohen"), opened_on=date(2023, 10, 30))
        tasks.add_task(found, TaskInput("Bel de school", case_id=busy.id, due_on=date(2023, 10, 31)))
        tasks.add_task(found, TaskInput("Vraag de papieren", case_id=busy.id, due_on=date(2023, 12, 31)))
        planned = AppointmentInput("home_visit", TODAY + timedelta(days=2), "14:00", case_id=busy.id)
        tasks.add_appointment(found, planned)
        far = a_case(found, a_person(found, surname="Dijk"), opened_on=date(2023, 10, 1))
        cases.move_phase(found, far.id, "monitoring", on=TODAY, reason="Het gaat de goede kant op.")
        gone = a_case(found, a_person(found, surname="Evers"), opened_on=date(2023, 9, 1))
        offer = transfers.offer_transfer(found, TransferInput(gone.id, NOTE, to_name="Bart van der Meer"))
        transfers.accept_transfer(found, offer.value.id, with_tasks=True)
        transfers.offer_transfer(found, TransferInput(late.id, NOTE, to_name="Bart van der Meer"))
        yield found


def names(listed: PlanningList, **chips: frozenset[str]) -> list[str]:
    return [row.title.split(",")[0] for row in listed.rows(listed.ids(chips=chips))]


def test_the_cases_of_a_worker_come_in_the_order_in_which_they_ask_for_something(desk: Desk) -> None:
    listed = PlanningList(desk)
    rows = {row.title.split(",")[0]: row for row in listed.rows(listed.ids())}
    assert list(rows) == ["Aalst", "Cohen", "Dijk", "Bakker"] or list(rows) == [
        "Aalst", "Cohen", "Bakker", "Dijk",
    ]  # fmt: skip
    assert rows["Aalst"]["visit_on"] == rows["Aalst"]["due_on"] == date(2023, 9, 15)
    assert rows["Bakker"]["visit_on"] == date(2023, 11, 13)
    assert (rows["Cohen"]["due_on"], rows["Cohen"]["tasks"]) == (date(2023, 10, 31), 2)
    assert rows["Cohen"]["appointment_on"] == date(2023, 11, 3)
    assert rows["Dijk"]["visit_on"] == date(2023, 11, 12)
    assert [rows[name]["transfer"] for name in rows].count("offered") == 1
    days = [row["due_on"] for row in rows.values()]
    assert days == sorted(days, key=str)


def test_each_chip_shows_what_it_says(desk: Desk) -> None:
    listed = PlanningList(desk)
    shown = {code: names(listed, state=frozenset({code})) for code in codelist("planning_state").values}
    assert shown == {
        "visit_due": ["Aalst"],
        "review_due": [],
        "member_review_due": [],
        "tasks_due": ["Cohen"],
        "no_appointment": ["Aalst", "Dijk", "Bakker"],
        "transfer": ["Aalst"],
    }
    assert names(listed, phase=frozenset({"monitoring"})) == ["Dijk"]


def test_a_review_is_due_here_exactly_when_it_is_in_the_list_of_cases(desk: Desk) -> None:
    case = a_case(desk, a_person(desk, surname="Fortuin"), opened_on=date(2023, 5, 10))
    wanted = {"attention": frozenset({"review_due"}), "state": frozenset({"running"})}
    assert (
        PlanningList(desk).ids(chips={"state": frozenset({"review_due"})})
        == CaseList(desk).ids(chips=wanted)
        == [case.id]
    )
    cases.move_phase(desk, case.id, "referred", on=TODAY, reason="Hoort bij het buurtteam.")


def test_every_worker_has_a_planning_of_their_own(desk: Desk) -> None:
    loads = {one.name: one for one in caseloads(desk)}
    assert {name: one.cases for name, one in loads.items()} == {"Marieke Visser": 4, "Bart van der Meer": 1}
    theirs = PlanningList(desk, loads["Bart van der Meer"].worker_id)
    assert names(theirs) == ["Evers"]
    with desk.reading() as session:
        open_cases = session.scalar(select(func.count()).select_from(Case).where(case_open()))
    assert open_cases == sum(one.cases for one in loads.values())


def test_every_column_sorts_and_a_name_is_found(desk: Desk) -> None:
    listed = PlanningList(desk)
    everyone = set(listed.ids())
    for column in listed.columns:
        for descending in (False, True):
            assert set(listed.ids(sort=column.key, descending=descending)) == everyone
    assert [row.title for row in listed.rows(listed.ids("bakk"))] == ["Bakker, Younes"]
    assert listed.total() == 4


def test_an_office_sets_its_own_rhythm_and_the_list_follows(desk: Desk) -> None:
    listed = PlanningList(desk)
    before = rhythm.get_rhythm(desk)
    assert before["execution"] == 14
    assert before["monitoring"] == 42
    rhythm.set_rhythm(desk, {**before, "registered": 7, "monitoring": 10})
    assert set(names(listed, state=frozenset({"visit_due"}))) == {"Aalst", "Dijk"}
    for wrong in (0, 367, None):
        with pytest.raises(InvalidForm) as caught:
            rhythm.set_rhythm(desk, {**before, "intake": wrong})
        assert [error.field for error in caught.value.errors] == ["intake"]
    rhythm.set_rhythm(desk, before)


@pytest.mark.parametrize(
    "kept", ["veertien", [14], {"execution": "2"}, {"execution": True}, {"execution": 0}]
)
def test_a_rhythm_that_makes_no_sense_is_the_default(desk: Desk, kept: object) -> None:
    set_setting(desk, rhythm.SETTING, kept)
    assert rhythm.get_rhythm(desk)["execution"] == 14
    set_setting(desk, rhythm.SETTING, dict(rhythm.DEFAULT))


def test_the_phases_of_the_rhythm_are_phases_in_which_one_works() -> None:
    ended = {"closed", "rejected", "referred", "escalated"}
    assert set(rhythm.DEFAULT) == set(codelist("phase").values) - ended


def test_a_person_who_turns_18_shows_in_the_planning(desk: Desk) -> None:
    with desk.reading() as session:
        clause = planning_clause("member_review_due", TODAY, rhythm.DEFAULT)
        assert session.scalars(select(Case.id).where(clause)).all() == []
    assert persons.get_person(desk, PlanningRow(desk).person_id).surname == "Aalst"


class PlanningRow:
    """The first row of the planning, as the page asks it for the person behind it."""

    def __init__(self, desk: Desk) -> None:
        listed = PlanningList(desk)
        self.person_id = str(listed.rows(listed.ids())[0]["person_id"])
