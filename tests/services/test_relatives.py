# SPDX-License-Identifier: EUPL-1.2
"""A family member without a case of their own goes when the reason to know them ends, by two people, without a trace."""

from datetime import UTC, date, datetime
from types import MappingProxyType

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_family, a_home_visit
from tests.helpers.raw_pages import on_pages

from casus.domain.clock import FixedClock
from casus.domain.policy import AFTER_TERM, Policy
from casus.domain.retention import RetentionTerm
from casus.errors import NotAllowed
from casus.services import cases, destruction, drafts, families, persons, retention, search, today
from casus.services.desk import Desk
from casus.services.families import MemberInput, RelativeInput
from casus.services.records import ContactAttendee, FamilyMember, Person
from casus.vault.tables import Worker, new_id

SECRET = "gele trein zonder zeven torens"
ENDED, DAY_AFTER = date(2023, 11, 1), date(2023, 11, 2)
ENDS = {"closure_reason": "moved", "outcome": "stable", "note": "Met alle partners besproken."}


def at(desk: Desk, day: date) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.moment = datetime(day.year, day.month, day.day, 9, tzinfo=UTC)


def states(desk: Desk) -> dict[str, object]:
    """How each relative of the list stands, by given name."""
    records = retention.RelativesList(desk)
    return {row.title.split(", ")[1]: row["state"] for row in records.rows(records.ids())}


def assert_numbers_are_those_of_the_list(desk: Desk) -> None:
    """The numbers beside the filters and on Vandaag, and every order."""
    records = retention.RelativesList(desk)
    for code, number in records.counts().items():
        assert len(records.ids(chips={"state": frozenset({code})})) == number
    assert today.today(desk).counts["relatives_due"] == records.counts()["due"]
    for key in ("name", "family", "leaves", "until", "state"):
        assert set(records.ids(sort=key)) == set(records.ids())


def blocked(desk: Desk, person_id: str, ground: str = "term_ended") -> list[str]:
    plan = destruction.plan_destruction(desk, [], ground, relative_ids=[person_id])
    return [one.reason for one in plan.blocks]


@pytest.fixture
def second(desk: Desk) -> str:
    worker = Worker(id=new_id(), name="Tweede", sort_key="t", role="rio", is_owner=False, in_register=False)
    with desk.changing() as session:
        session.add(worker)
    destruction.enrol_second(desk, worker.id, SECRET)
    return worker.id


def test_relatives_go_when_the_family_closes_or_at_eighteen_and_nothing_is_left(
    desk: Desk, second: str
) -> None:
    family = a_family(desk)
    case = a_case(desk, family_id=family.id)
    home = date(2023, 3, 1)
    families.add_member(desk, MemberInput(family.id, case.person_id, "child", home))
    places = {}
    for name, born in (("Xanthippe", date(1980, 1, 1)), ("Quirijn", date(2005, 10, 30)), ("Wolf", None)):
        data = RelativeInput(family.id, name, "Qwartelhof", "child", home, birth_date=born,
                             minor_reason="Woont in hetzelfde huis.")  # fmt: skip
        places[name] = families.add_relative(desk, data).value
    whose = {name: place.person_id for name, place in places.items()}
    stands_for = persons.get_person(desk, whose["Wolf"])
    with desk.changing() as session:
        session.get_one(Person, case.person_id).representative_id = stands_for.id
    visit = a_home_visit(desk, case, report="Aan tafel gepraat.")
    with desk.changing() as session:
        session.add(ContactAttendee(contact_id=visit.id, person_id=whose["Xanthippe"], name="Xanthippe Q."))
    drafts.save_draft(
        desk, f"person:{whose['Xanthippe']}", "person", whose["Xanthippe"], {"note": "Qwx half"}
    )

    assert states(desk) == {"Quirijn": "due"}  # eighteen on 30 October; the others are there for the case
    assert blocked(desk, whose["Quirijn"]) == []
    assert blocked(desk, whose["Xanthippe"]) == ["term"]
    assert blocked(desk, whose["Xanthippe"], "request") == []
    assert blocked(desk, whose["Wolf"], "request") == ["represents"]
    assert blocked(desk, case.person_id, "request") == ["own_case"]
    retention.hold_case(desk, case.id, "De rechtbank heeft het opgevraagd.", on=ENDED)
    assert states(desk) == {"Quirijn": "held"}
    assert blocked(desk, whose["Quirijn"]) == ["legal_hold"]
    retention.lift_hold(desk, case.id, "De rechtbank is ermee klaar.", on=ENDED)
    families.review_member(desk, places["Quirijn"].id, places["Quirijn"].version, on=ENDED, stays=True,
                           reason="Zijn moeder leunt op hem.")  # fmt: skip
    assert states(desk) == {}
    cases.close_case(desk, case.id, on=ENDED, **ENDS)
    assert states(desk) == {"Xanthippe": "soon", "Quirijn": "soon"}
    at(desk, DAY_AFTER)
    assert states(desk) == {"Xanthippe": "due", "Quirijn": "due"}
    assert_numbers_are_those_of_the_list(desk)
    family_term = MappingProxyType({"family": RetentionTerm(2)})
    desk.in_force.now = Policy(relatives=AFTER_TERM, terms=family_term)
    assert states(desk) == {"Xanthippe": "running", "Quirijn": "running"}
    (row,) = retention.RelativesList(desk).rows([whose["Xanthippe"]])
    assert (row["leaves"], row["until"], row["family"]) == (ENDED, date(2025, 11, 1), family.name)
    at(desk, date(2025, 11, 1))
    assert blocked(desk, whose["Xanthippe"]) == ["term"]
    at(desk, date(2025, 11, 2))
    assert states(desk) == {"Xanthippe": "due", "Quirijn": "due"}

    both = [whose["Xanthippe"], whose["Quirijn"]]
    proposal = destruction.propose(desk, [], "term_ended", relative_ids=both).value
    assert states(desk) == {"Xanthippe": "proposed", "Quirijn": "proposed"}
    assert blocked(desk, whose["Quirijn"]) == ["proposed"]
    with pytest.raises(NotAllowed, match="same_person"):
        destruction.confirm(desk, proposal.id, desk.worker_id, SECRET)
    done = destruction.confirm(desk, proposal.id, second, SECRET).value
    assert (done.counts["persons"], done.counts["family_members"], done.finished) == (2, 2, True)
    assert states(desk) == {}
    assert on_pages(desk, "Quirijn") == on_pages(desk, "Xanthippe") == on_pages(desk, "Qwx half") == 0
    assert not search.search(desk, "xanthippe")
    assert drafts.list_drafts(desk) == []
    with desk.reading() as session:
        left = session.scalars(select(FamilyMember.person_id)).all()
        there = session.scalars(select(ContactAttendee).where(ContactAttendee.contact_id == visit.id)).all()
    assert set(left) == {case.person_id, whose["Wolf"]}
    assert (None, None) in [(one.person_id, one.name) for one in there]
    assert desk.vault.verify().ok
