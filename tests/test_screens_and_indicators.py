# SPDX-License-Identifier: EUPL-1.2
"""The screens and the report never disagree: over the demo team, what a list shows is what an indicator counts.

A list holds records and an indicator mostly persons, each once, however many workers know them; what is compared
is therefore whom the list is about. A list says how things stand now, an indicator what was so on a day of a period:
they meet in the period of one day, today. The figures of a RIO in richer vaults: tests/services/test_rio_figures.py.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.counting.catalogue import load
from casus.counting.extraction import PROGRAMMES
from casus.counting.facts import Facts, combine
from casus.counting.measures import people
from casus.counting.pseudonyms import Pseudonyms
from casus.counting.units import Unit
from casus.crypto import kdf
from casus.demo.team import PASSWORD
from casus.domain.clock import SystemClock
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.domain.progress import direction
from casus.services import families, vaults
from casus.services.assessments import assessments_of
from casus.services.case_list import CaseList
from casus.services.condition_matrix import ConditionMatrix
from casus.services.consulting_list import ConsultingList
from casus.services.contributions import contribute
from casus.services.desk import Desk
from casus.services.detention_list import DetentionList
from casus.services.family_list import FamilyList
from casus.services.lists import RecordList
from casus.services.person_list import PersonList
from casus.services.programme_list import ProgrammeList
from casus.services.team import key_of
from casus.services.time_spans import span
from casus.services.timeline import TimelineItem, timeline
from casus.services.today import today
from casus.services.vog_list import VogList
from casus.vault.case_queries import case_active_in
from casus.vault.tables import Case, Facility, FamilyMember, Person
from tests.helpers.builders import a_family
from tests.helpers.demo_desks import copy_of
from tests.helpers.vaults import ANY_COST

WORKERS = ("pga-1", "pga-2", "rio")
AGES, DISTRICTS = codelist("age_group").values, codelist("district").values
APPROACHES, PHASES = codelist("approach").values, codelist("phase").values
Chips = Mapping[str, frozenset[str]]


@pytest.fixture(scope="module")
def team(demo_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Desk]]:
    """The vaults of all workers of the demo, open."""
    place = tmp_path_factory.mktemp("team")
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
        patch.setenv("XDG_DATA_HOME", str(place / "home"))
        found = {}
        for member in WORKERS:
            found[member] = vaults.unlock(copy_of(demo_built, member, place), PASSWORD, SystemClock())
            stack.callback(found[member].vault.close)
        end_one_family(found["pga-1"])
        yield found


def end_one_family(desk: Desk) -> None:
    """Let one family be ended since yesterday; the demo has none."""
    yesterday = desk.today() - timedelta(days=1)
    families.end_family(desk, a_family(desk).id, on=yesterday, reason="goals_achieved", outcome="stable")


@pytest.fixture(scope="module", params=[(one,) for one in WORKERS] + [WORKERS], ids=[*WORKERS, "together"])
def screens(request: pytest.FixtureRequest, team: dict[str, Desk]) -> "Screens":
    """What each worker sees, then what all of them see."""
    return Screens(tuple(team[member] for member in request.param))


# --- what the screens show ---


def chips(**chosen: str | Iterable[str]) -> Chips:
    """Return filters as a list takes them."""
    return {key: frozenset({one}) if isinstance(one, str) else frozenset(one) for key, one in chosen.items()}


def rows(listed: RecordList, **chosen: str | Iterable[str]) -> list[Any]:
    """Return the rows a list shows under these filters."""
    return listed.rows(listed.ids("", chips(**chosen)))


def pairs(session: Session, wanted: Select[str, str]) -> dict[str, str]:
    return {key: value for key, value in session.execute(wanted)}  # noqa: C416 - a row is no pair to dict()


class Screens:
    """Whom the lists of some workers show, by pseudonym: someone two of them know is one."""

    def __init__(self, desks: tuple[Desk, ...]) -> None:
        self.desks = desks
        self.known: dict[str, str] = {}
        self.of_case: dict[str, str] = {}
        self.given: dict[Desk, set[str]] = {}
        """Whose case a colleague has: a copy is shown here, and counted there."""
        self.young: set[str] = set()
        self._same: dict[str, dict[str, str]] = {}
        for desk in desks:
            self._learn(desk)
        for desk in desks:
            self.young |= {self.known[one] for one in PersonList(desk).ids("", chips(role="young_person"))}

    def _learn(self, desk: Desk) -> None:
        with desk.reading() as session:
            names = Pseudonyms.of_year(key_of(session, 2023), 2023)
            for one in session.scalars(select(Person)):
                certain = dict(names.certain(one.surname, one.given_name, one.birth_date))
                group = self._same.setdefault(certain.get("match", one.id), {})
                group[one.id] = names.subject(one.number)
                self.known |= dict.fromkeys(group, min(group.values()))
            self.of_case |= pairs(session, select(Case.id, Case.person_id))
            gone = select(Case.person_id).where(Case.transferred_on.is_not(None))
            self.given[desk] = set(session.scalars(gone))

    def in_cases(self, **chosen: str | Iterable[str]) -> set[str]:
        """Return who has a running case that passes these filters of the list of cases."""
        found = (CaseList(desk).ids("", chips(state="running", **chosen)) for desk in self.desks)
        return {self.known[self.of_case[one]] for ids in found for one in ids}

    def behind(self, make: type[RecordList], **chosen: str | Iterable[str]) -> set[str]:
        """Return whom the rows of a list are about."""
        return {self.known[row["person_id"]] for desk in self.desks for row in rows(make(desk), **chosen)}

    def counted_here(self, make: type[RecordList], **chosen: str | Iterable[str]) -> list[Any]:
        """Return the rows of a list, without those of copies."""
        return [
            row
            for desk in self.desks
            for row in rows(make(desk), **chosen)
            if row["person_id"] not in self.given[desk]
        ]

    @cached_property
    def contacts(self) -> list[tuple[str, TimelineItem]]:
        """What stands in the timelines of everyone on file, with whom it was."""
        found = []
        for desk in self.desks:
            with desk.reading() as session:
                for person_id in (one for one in PersonList(desk).ids() if one not in self.given[desk]):
                    found += [(self.known[person_id], one) for one in timeline(session, person_id, ())]
        return found

    def visits(self, kind: str) -> list[tuple[str, TimelineItem]]:
        """Return the visits of a kind in this year."""
        return [
            (who, one)
            for who, one in self.contacts
            if one.codes.get("contact_kind") == kind and self.year.contains(one.on)
        ]

    @property
    def today(self) -> date:
        return self.desks[0].today()

    @cached_property
    def year(self) -> Period:
        """The days of the chip "this year"."""
        return span("this_year", self.today)

    # --- what the indicators count of the same vaults ---

    @cached_property
    def facts_today(self) -> Facts:
        """What was so on the one day of today."""
        return self._facts(Period(self.today, self.today))

    @cached_property
    def facts_this_year(self) -> Facts:
        """What was so in this year; nothing lies after today."""
        return self._facts(self.year)

    def _facts(self, period: Period) -> Facts:
        return combine([contribute(desk, period, self.today) for desk in self.desks])


def units(measure: str, found: Facts) -> list[Unit]:
    return list(people.MEASURES[measure](found))


def whom(counted: Iterable[Unit], **codes: str) -> set[str]:
    """Return the persons behind the units with these codes."""
    return {one for unit in counted for one in unit.subjects if codes.items() <= unit.codes.items()}


# --- the comparisons, by measure ---


def young_people_in_approach(screens: Screens) -> None:
    """The running cases of the list; who left today was there today, and is on the list no more."""
    counted = units("young_people_in_approach", screens.facts_today)
    left = closed_today(screens)
    assert whom(counted) - left == (screens.in_cases() & screens.young) - left
    shown = {code: screens.in_cases(approach=code) & screens.young for code in APPROACHES}
    for code in APPROACHES:
        others = set().union(*(found for other, found in shown.items() if other != code))
        only = whom(counted, approach="top_x_only" if code == "top_x" else code)
        assert only - left == shown[code] - others - left, code
    assert (
        whom(counted, approach="top_x_combined") - left
        == {
            one for one in shown["top_x"] if any(one in shown[code] for code in APPROACHES if code != "top_x")
        }
        - left
    )
    top = [unit for unit in counted if unit.codes["approach"].startswith("top_x")]
    for code in PHASES:
        assert (
            whom(top, phase=code) - left
            == (screens.in_cases(approach="top_x", phase=code) & screens.young) - left
        )
    if (
        len(screens.desks) == 1
    ):  # two workers may know another district or birth date of one person; the report takes one
        by_attribute(counted, left, lambda **chosen: screens.in_cases(**chosen) & screens.young)


def by_attribute(counted: list[Unit], left: set[str], shown: Callable[..., set[str]]) -> None:
    """Compare by age and by district, as the chips of the list have them."""
    for code in AGES:
        assert whom(counted, age_group=code) - left == shown(age_group=code) - left, code
    for code in DISTRICTS:
        assert whom(counted, district=code) - left == shown(district=code) - left, code


def closed_today(screens: Screens) -> set[str]:
    found = set()
    for desk in screens.desks:
        with desk.reading() as session:
            wanted = select(Case.person_id).where(Case.closed_on == desk.today())
            found |= {screens.known[one] for one in session.scalars(wanted)}
    return found


def programme_starters(screens: Screens) -> None:
    """Who stands on the list with a start this year; a person with several counts with the first of them."""
    counted = units("programme_starters", screens.facts_this_year)
    shown = screens.behind(ProgrammeList, started="this_year", kind=PROGRAMMES) & screens.young
    assert whom(counted) == shown
    starts: Counter[str] = Counter()
    for desk in screens.desks:
        for row in rows(ProgrammeList(desk), started="this_year", kind=PROGRAMMES):
            starts[screens.known[row["person_id"]]] += 1
    once = {one for one in shown if starts[one] == 1}
    for kind in PROGRAMMES:
        of_kind = screens.behind(ProgrammeList, started="this_year", kind=kind)
        assert whom(counted, first_programme=kind) & once == of_kind & once
    for state, status in (("running", "started"), ("finished", "finished"), ("stopped", "stopped")):
        of_status = screens.behind(ProgrammeList, started="this_year", kind=PROGRAMMES, status=status)
        assert whom(counted, programme_state=state) & once == of_status & once


def programme_registrations(screens: Screens) -> None:
    """Who was registered this year for a programme of these kinds, by the day in the list of programmes."""
    counted = units("programme_registrations", screens.facts_this_year)
    shown = set()
    for desk in screens.desks:
        for row in rows(ProgrammeList(desk), kind=PROGRAMMES):
            if screens.year.contains(row["registered_on"]):
                shown.add(screens.known[row["person_id"]])
    assert whom(counted) == shown & screens.young


def life_domain_progress(screens: Screens) -> None:
    """What a dossier says of the latest measurement against the first, for cases measured again this year."""
    counted = units("life_domain_progress", screens.facts_this_year)
    ways: Counter[str] = Counter()
    for desk in screens.desks:
        with desk.reading() as session:
            for case in session.scalars(select(Case).where(case_active_in(screens.year))):
                measured = assessments_of(session, case.id)
                if (
                    len(measured) > 1
                    and screens.year.contains(measured[-1].record.on)
                    and screens.known[case.person_id] in screens.young
                ):
                    first, latest = measured[0].scores, measured[-1].scores
                    ways.update(
                        direction(first[code].score, latest[code].score)
                        for code in first.keys() & latest.keys()
                    )
    for way in ("forward", "same", "back"):
        found = sum(unit.amount for unit in counted if unit.codes["domain_progress"] == way)
        assert found == ways[way], way


def families_in_approach(screens: Screens) -> None:
    """The running families of the list; those that share a member are one family."""
    counted = units("families_in_approach", screens.facts_today)
    groups: list[set[str]] = []
    for desk in screens.desks:
        shown = FamilyList(desk).ids("", chips(state="running"))
        assert today(desk).counts["families"] == len(shown)
        with desk.reading() as session:
            for family_id in shown:
                members = select(FamilyMember.person_id).where(
                    FamilyMember.family_id == family_id, FamilyMember.until_on.is_(None)
                )
                groups.append({screens.known[one] for one in session.scalars(members)} or {family_id})
    assert len(counted) == len(joined(groups))


def joined(groups: list[set[str]]) -> list[set[str]]:
    """Join what overlaps."""
    found: list[set[str]] = []
    for group in groups:
        touching = [one for one in found if one & group]
        found = [one for one in found if not one & group] + [group.union(*touching)]
    return found


def home_visits(screens: Screens) -> None:
    """The visits in the timelines, reached or not."""
    same_visits(screens, "home_visit", "home_visits", "persons_visited_at_home")


def prison_visits(screens: Screens) -> None:
    """The visits in the timelines, by country of the facility too."""
    same_visits(screens, "prison_visit", "prison_visits", "persons_visited_in_prison")
    found = screens.facts_this_year
    countries: dict[str, str] = {}
    for desk in screens.desks:
        with desk.reading() as session:
            countries |= pairs(session, select(Facility.name, Facility.country))
    shown = Counter(countries.get(one.place or "", "other") for _who, one in screens.visits("prison_visit"))
    counted: Counter[str] = Counter()
    for unit in units("prison_visits", found):
        counted[unit.codes["country"]] += unit.amount
    assert counted == shown


def same_visits(screens: Screens, kind: str, visits: str, persons: str) -> None:
    """Compare visits by whether someone was reached, and who was spoken with."""
    found, shown = screens.facts_this_year, screens.visits(kind)
    counted: Counter[str] = Counter()
    for unit in units(visits, found):
        counted[unit.codes["reached"]] += unit.amount
    assert counted == Counter(one.codes["reached"] for _who, one in shown)
    spoken = {who for who, one in shown if one.codes["reached"] == "yes"}
    assert whom(units(persons, found)) == spoken


def detained_with_rio(screens: Screens) -> None:
    """Who is inside by the list and has a running case of the RIO; released today is on the list no more."""
    counted = units("detained_with_rio", screens.facts_today)
    guided = screens.in_cases(approach="rio") & screens.young
    inside = screens.behind(DetentionList, state="running")
    out_today = released_today(screens)
    assert whom(counted) - out_today == (inside & guided) - out_today
    for country in codelist("country").values:
        shown = screens.behind(DetentionList, state="running", country=country) & guided
        assert whom(counted, country=country) - out_today == shown - out_today
    for desk in screens.desks:
        assert today(desk).counts["detention"] == len(DetentionList(desk).ids("", chips(state="running")))


def released_today(screens: Screens) -> set[str]:
    return {
        screens.known[row["person_id"]]
        for desk in screens.desks
        for row in rows(DetentionList(desk), state="ended")
        if row["released_on"] == desk.today()
    }


def basic_conditions(screens: Screens) -> None:
    """The looks at release in the matrix; each counts, of every worker."""
    shown: Counter[tuple[str, str]] = Counter()
    for desk in screens.desks:
        for condition, by_status in ConditionMatrix(desk).looked_at("release", screens.year).items():
            for status, number in by_status.items():
                shown[condition, status] += number
    counted = Counter(
        (unit.codes["condition"], unit.codes["condition_status"])
        for unit in units("basic_conditions", screens.facts_this_year)
    )
    assert counted == shown


def vog_procedures(screens: Screens) -> None:
    """The list of this year, by status: also who did not apply."""
    counted = units("vog_procedures", screens.facts_this_year)
    listed = Counter(row["status"] for row in screens.counted_here(VogList, when="this_year"))
    assert Counter(unit.codes["vog_status"] for unit in counted) == listed
    for status in listed:
        shown = screens.counted_here(VogList, when="this_year", status=str(status))
        assert len(shown) == listed[status]


def prison_consulting_hours(screens: Screens) -> None:
    """The totals above the list, by country and by month."""
    same_hours(screens, "prison_consulting_hours", "sessions")


def prison_conversations(screens: Screens) -> None:
    """The totals above the list, by country and by month."""
    same_hours(screens, "prison_conversations", "conversations")


def same_hours(screens: Screens, measure: str, total: str) -> None:
    counted = units(measure, screens.facts_this_year)

    def shown(**chosen: str) -> int:
        return sum(getattr(ConsultingList(desk).totals("", chips(**chosen)), total) for desk in screens.desks)

    def amount(**codes: str) -> int:
        return sum(unit.amount for unit in counted if codes.items() <= unit.codes.items())

    assert amount() == shown(when="this_year")
    for country in codelist("country").values:
        assert amount(country=country) == shown(when="this_year", country=country)
    for code in ("this_month", "last_month"):
        first = span(code, screens.today).first
        assert amount(month=f"{first:%Y-%m}") == shown(when=code)


COMPARED: Mapping[str, Callable[[Screens], None]] = {
    one.__name__: one
    for one in (
        young_people_in_approach,
        programme_starters,
        programme_registrations,
        life_domain_progress,
        families_in_approach,
        home_visits,
        prison_visits,
        detained_with_rio,
        basic_conditions,
        vog_procedures,
        prison_consulting_hours,
        prison_conversations,
    )
}
WITH_VISITS = {"persons_visited_at_home", "persons_visited_in_prison"}
"""Compared together with the visits they come from."""


@pytest.mark.parametrize("measure", COMPARED)
def test_the_screen_shows_what_the_indicator_counts(screens: Screens, measure: str) -> None:
    COMPARED[measure](screens)


def test_every_indicator_of_workers_records_is_compared(team: dict[str, Desk]) -> None:
    of_workers = {one.measure for one in load().indicators} & set(people.MEASURES)
    assert of_workers == set(COMPARED) | WITH_VISITS
    together = Screens(tuple(team.values())).facts_this_year
    for measure in sorted(of_workers):
        assert units(measure, together), f"{measure}: nothing to compare"


def test_the_number_of_cases_on_today_is_the_number_of_running_cases(team: dict[str, Desk]) -> None:
    for desk in team.values():
        counts = today(desk).counts
        assert counts["cases"] == len(CaseList(desk).ids("", chips(state="running")))
        assert counts["persons"] == PersonList(desk).total()
        assert counts["programmes"] == len(ProgrammeList(desk).ids("", chips(state="running")))
