# SPDX-License-Identifier: EUPL-1.2
"""What the RIO's screens count is what the indicators count, over the dossiers of the demo."""

from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.vaults import shared_desks

from casus.counting.contribution import Contribution
from casus.counting.extraction import PROGRAMMES
from casus.counting.facts import combine
from casus.counting.measures.people import MEASURES
from casus.counting.units import Unit
from casus.demo.generate import Start, fill, random_stories
from casus.demo.words import Dice
from casus.domain.periods import Period
from casus.services.consulting_list import ConsultingList
from casus.services.contributions import contribute
from casus.services.desk import Desk
from casus.services.programme_list import ProgrammeList
from casus.services.team import join
from casus.services.vog_list import VogList
from casus.vault.tables import Contact, Person

YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
TODAY = date(2023, 11, 1)
"""Nothing lies ahead of today, so that this year so far is this year."""


@pytest.fixture(scope="module")
def rio(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The vault of a RIO as the demo fills it, with some programmes of each kind."""
    period = Period(date(2022, 10, 1), date(2023, 10, 31))
    dice = Dice(5)
    stories = list(random_stories(dice, 40, {"rio": 1.0}, period))
    kinds = ("work", "sport", "apprenticeship", "coaching")
    for at, story in enumerate(stories):
        starts = tuple(Start(kind, dice.weekday(story.opened_on, TODAY)) for kind in kinds[: at % 4])
        object.__setattr__(story, "programmes", (*story.programmes, *starts))
    with shared_desks(tmp_path_factory.mktemp("cijfers"), "rio") as (desk,):
        join(desk, b"k" * 32)
        fill(desk, stories, seed=5, period=period)
        yield desk


@pytest.fixture(scope="module")
def contribution(rio: Desk) -> Contribution:
    return contribute(rio, YEAR, TODAY)


def measured(contribution: Contribution, measure: str) -> list[Unit]:
    """The units an indicator adds up."""
    return list(MEASURES[measure](combine([contribution])))


def this_year(**more: str) -> dict[str, frozenset[str]]:
    return {key: frozenset({code}) for key, code in more.items()}


@pytest.mark.parametrize("country", ["nl", "de"])
def test_the_page_of_consulting_hours_adds_up_to_the_indicators(
    rio: Desk, contribution: Contribution, country: str
) -> None:
    totals = ConsultingList(rio).totals("", this_year(when="this_year", country=country))
    for measure, shown in (
        ("prison_consulting_hours", totals.sessions),
        ("prison_conversations", totals.conversations),
    ):
        units = measured(contribution, measure)
        assert shown == sum(unit.amount for unit in units if unit.codes["country"] == country)
        assert shown > 0 or country == "de"


def test_who_started_a_programme_on_the_list_is_who_the_indicator_counts(
    rio: Desk, contribution: Contribution
) -> None:
    listed = ProgrammeList(rio)
    chips = {"started": frozenset({"this_year"}), "kind": frozenset(PROGRAMMES)}
    persons = {row["person_id"] for row in listed.rows(listed.ids("", chips))}
    units = measured(contribution, "programme_starters")
    assert len(units) == len(persons) > 5
    # started is not running: who runs now is among them, who finished is told apart
    running = listed.rows(listed.ids("", {**chips, "state": frozenset({"running"})}))
    assert 0 < len(running) < len(listed.ids("", chips))


def test_certificates_on_the_list_are_those_of_the_indicator_by_status(
    rio: Desk, contribution: Contribution
) -> None:
    listed = VogList(rio)
    rows = listed.rows(listed.ids("", this_year(when="this_year")))
    shown = sorted(str(row["status"]) for row in rows)
    counted = measured(contribution, "vog_procedures")
    assert shown == sorted(unit.codes["vog_status"] for unit in counted)
    assert "not_applied" in shown


def test_the_demo_has_conversations_with_persons_on_file_within_the_numbers(rio: Desk) -> None:
    listed = ConsultingList(rio)
    rows = listed.rows(listed.ids())
    assert all(row["on_file"] <= row["conversations"] for row in rows)
    assert sum(row["on_file"] for row in rows) > 5
    with rio.reading() as session:
        hours = select(Person.id).join(Contact, Contact.person_id == Person.id)
        assert session.scalars(hours.where(Contact.kind == "consulting_hour")).all()
