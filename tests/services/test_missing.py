# SPDX-License-Identifier: EUPL-1.2
"""What lacks in the dossiers is one list: each kind appears when it lacks and goes when it is filled in."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from tests.helpers.builders import a_case, a_detention, a_facility, a_family, a_person

from casus.domain.conditions import FIVE
from casus.domain.dates import add_months
from casus.services import detentions, families, tasks
from casus.services.desk import Desk
from casus.services.inputs import MemberInput, TaskInput
from casus.services.missing_list import KINDS, MissingList
from casus.services.today import today
from casus.vault import missing
from casus.vault.tables import (
    ActionPlan,
    Assignment,
    BasicConditionCheck,
    Case,
    Detention,
    FamilyMember,
    Person,
    Task,
    VogProcedure,
)

TODAY = date(2023, 11, 1)


def amend(desk: Desk, table: Any, where: Any = None, **values: Any) -> None:
    """Put these values in every record of a table, or those it is said of."""
    with desk.changing() as session:
        for record in session.scalars(select(table) if where is None else select(table).where(where)):
            for name, value in values.items():
                setattr(record, name, value)


def whole_dossier(desk: Desk) -> tuple[Person, Case, Detention]:
    """Return a dossier in which nothing lacks: a case that is carried out for someone inside."""
    person = a_person(desk)
    case = a_case(
        desk, person, informed_how="letter", informed_on=TODAY, referrer="M. de Groot",
        proportionality="Lichtere hulp hielp niet.",
    )  # fmt: skip
    stay = a_detention(
        desk, person, a_facility(desk), case_id=case.id, entered_on=date(2023, 5, 1),
        expected_on=date(2023, 12, 1), release_certainty="known",
    )  # fmt: skip
    amend(desk, Detention, plan_received_on=TODAY)
    amend(desk, Case, phase="execution", phase_since=date(2023, 5, 1))
    with desk.changing() as session:
        session.add(
            ActionPlan(case_id=case.id, number=1, on=TODAY, status="adopted", summary="Werk.", discussed=True)
        )
        session.add(
            VogProcedure(
                person_id=person.id, case_id=case.id, purpose="work", status="applied", status_since=TODAY,
                due_on=TODAY + timedelta(days=28),
            )
        )  # fmt: skip
    for condition in FIVE:
        detentions.check_condition(desk, case.id, stay.id, condition, "entry", "in_progress", TODAY)
    return person, case, stay


CHANGES = {
    "legal_basis": (Case, {"legal_basis": ""}),
    "inclusion": (Case, {"inclusion_reasons": []}),
    "informed": (Case, {"informed_on": None}),
    "inform_again": (Case, {"informed_how": "postponed", "informed_on": None}),
    "proportionality": (Case, {"proportionality": None}),
    "referrer": (Case, {"referrer": None}),
    "review_on": (Case, {"review_on": None}),
    "case_lead": (Assignment, {"until_on": TODAY - timedelta(days=1)}),
    "plan": (ActionPlan, {"status": "draft"}),
    "birth_date": (Person, {"birth_date": None}),
    "district": (Person, {"district": "unknown"}),
    "expected_release": (Detention, {"expected_on": None}),
    "return_plan": (Detention, {"plan_received_on": None}),
    "conditions": (BasicConditionCheck, {"condition": "network", "moment": "entry"}),
    "vog_due": (VogProcedure, {"due_on": None}),
}


OF_AGE = {"informed_young", "informed_16", "representative", "minor_reason", "member_reason"}


def test_each_kind_of_the_code_list_can_lack() -> None:
    assert set(CHANGES) | OF_AGE == set(KINDS)


def test_what_a_young_age_asks_lacks_until_the_birthday_after_which_it_is_not_asked(desk: Desk) -> None:
    person, case, _stay = whole_dossier(desk)
    kinds = MissingList(desk).counts
    amend(desk, Case, inclusion_note=None)
    amend(desk, Person, birth_date=add_months(TODAY, -12 * 16) + timedelta(days=1))  # 16 tomorrow
    assert set(kinds()) == {"informed_young", "representative", "minor_reason"}
    amend(desk, Case, informed_how="via_representative")
    parent = a_person(desk, given_name="Salma")
    amend(desk, Person, Person.id == person.id, representative_id=parent.id)
    assert set(kinds()) == {"minor_reason"}
    amend(desk, Person, Person.id == person.id, birth_date=add_months(TODAY, -12 * 16))  # 16 today
    amend(desk, Case, informed_on=TODAY - timedelta(days=1))
    assert set(kinds()) == {"informed_16", "minor_reason"}
    amend(desk, Case, informed_on=TODAY)  # told again, now that they are 16
    amend(desk, Person, Person.id == person.id, birth_date=add_months(TODAY, -12 * 18))  # 18 today
    assert kinds() == {}
    family = a_family(desk)
    relative = families.add_member(desk, MemberInput(family.id, parent.id, "sibling", TODAY, "Woont er ook."))
    amend(desk, FamilyMember, minor_reason=None)
    assert kinds() == {"member_reason": 1}
    (line,) = MissingList(desk).rows(MissingList(desk).ids())
    assert (line["record_id"], line["person_id"], line["case_id"]) == (relative.value.id, parent.id, None)
    assert case.id


def test_what_lacks_is_in_the_list_and_counted_until_it_is_filled_in(desk: Desk) -> None:
    person, case, stay = whole_dossier(desk)
    records = MissingList(desk)
    assert (records.ids(), records.counts(), records.total()) == ([], {}, 0)
    for kind, (table, values) in CHANGES.items():
        one = BasicConditionCheck.condition == FIVE[0] if kind == "conditions" else None
        amend(desk, table, one, **values)
        assert kind in records.counts()
        found = records.ids(chips={"missing": frozenset({kind})})
        row = records.rows(found)[0]
        assert (len(found), row["missing"], row["case_id"]) == (1, kind, case.id)
        assert row["record_id"] in {person.id, case.id, stay.id} or kind == "vog_due"
    expected = set(CHANGES) - {"informed"}  # it is said now that this was postponed
    assert set(records.counts()) == expected
    assert records.total() == len(records.ids()) == today(desk).counts["missing"] == len(expected)
    assert len(records.rows(records.ids())) == len(expected)
    for sort in ("name", "missing", "since", "approach", "phase"):
        assert sorted(records.ids(sort=sort, descending=True)) == sorted(records.ids())
    assert len(records.ids("amrani")) == len(expected)
    assert records.ids("niemand") == []


def test_a_day_to_inform_is_an_open_task_to_do_so(desk: Desk) -> None:
    case = a_case(desk, informed_how="postponed", informed_note="Eerst rust in huis.")
    kinds = MissingList(desk).counts
    amend(desk, Task, status="done")
    assert "inform_again" in kinds()
    tasks.add_task(desk, TaskInput("Bellen", TODAY, case_id=case.id))
    assert "inform_again" in kinds()
    amend(desk, Task, Task.title == "Bellen", source="inform")
    assert "inform_again" not in kinds()


@pytest.mark.parametrize("late", [False, True])
def test_a_plan_and_a_return_plan_are_asked_after_some_weeks(desk: Desk, late: bool) -> None:
    _person, _case, _stay = whole_dossier(desk)
    more = timedelta(days=1 if late else 0)
    amend(desk, ActionPlan, status="draft")
    amend(desk, Case, phase_since=TODAY - missing.PLAN_WITHIN - more)
    entered = TODAY - missing.RETURN_PLAN_WITHIN - more
    amend(desk, Detention, plan_received_on=None, entered_on=entered)
    assert set(MissingList(desk).counts()) == ({"plan", "return_plan"} if late else set())


def test_nothing_lacks_in_what_is_closed(desk: Desk) -> None:
    whole_dossier(desk)
    amend(desk, Person, birth_date=None)
    amend(desk, Case, review_on=None, closed_on=TODAY)
    amend(desk, Detention, expected_on=None, released_on=TODAY)
    assert MissingList(desk).counts() == {}
