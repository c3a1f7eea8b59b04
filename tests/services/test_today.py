# SPDX-License-Identifier: EUPL-1.2
"""Vandaag and the lists its numbers open: the same predicates, whatever is in the vault."""

from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.builders import a_case, a_detention, a_facility, a_family, a_home_visit, a_person
from tests.helpers.busy_day import fill_at_random

from casus.services import cases, detentions, drafts, families, persons, plans, retention, tasks, vog
from casus.services.appointment_list import AppointmentList
from casus.services.case_list import CaseList
from casus.services.condition_matrix import ConditionMatrix
from casus.services.desk import Desk
from casus.services.detention_list import RELEASES, DetentionList
from casus.services.family_list import FamilyList
from casus.services.inputs import ActionInput, GoalInput, MemberInput, PlanInput, TaskInput, VogInput
from casus.services.lists import RecordList
from casus.services.records import Case, FamilyMember, VogProcedure
from casus.services.retention import RetentionList
from casus.services.task_list import TaskList
from casus.services.today import today
from casus.services.vog_list import VogList

TODAY = date(2023, 11, 1)


def found(records: RecordList, **chips: str) -> int:
    return len(records.ids(chips={key: frozenset({code}) for key, code in chips.items()}))


def test_the_parts_of_each_list_are_all_of_it_and_what_vandaag_counts(desk: Desk) -> None:
    for seed in range(3):
        fill_at_random(desk, seed)
    counts, work, plans = today(desk).counts, TaskList(desk), AppointmentList(desk)
    due = {code: found(work, due=code) for code in ("overdue", "within_7_days", "later", "undated")}
    assert sum(due.values()) == found(work, state="open") == counts["tasks"] > 0
    assert (due["overdue"], due["within_7_days"]) == (counts["overdue"], counts["soon"])
    assert found(work, doer="mine") + found(work, doer="others") == work.total()
    states = {code: found(plans, state=code) for code in plans.chips()[0].codes}
    assert sum(states.values()) == plans.total() == 27
    assert [states[key] for key in ("unreported", "today", "within_7_days")] == [
        counts["unreported"], counts["appointments_today"], counts["appointments_soon"]
    ]  # fmt: skip
    for records in (work, plans):
        rows = records.rows(records.ids())
        assert len(rows) == records.total()
        for sort in records._sorts():
            assert sorted(records.ids(sort=sort, descending=True)) == sorted(records.ids())
        for row in rows:  # what a row says of itself is what its chip finds
            late = {"late": "open"}.get(str(row["state"]), str(row["state"]))
            assert row.id in records.ids(chips={"state": frozenset({late})})


def test_releases_lie_in_windows_that_hold_one_another(desk: Desk) -> None:
    facility = a_facility(desk)
    for place, days in enumerate((-1, 0, 7, 8, 30, 31, 90, 91, None)):
        person = a_person(desk, given_name=f"Sam{place}", surname=f"Achternaam{place}")
        expected = None if days is None else TODAY + timedelta(days=days)
        a_detention(desk, person, facility, expected_on=expected)
    counts, stays = today(desk).counts, DetentionList(desk)
    assert [counts[code] for code in RELEASES] == [1, 2, 4, 6, 1]
    assert [found(stays, attention=code) for code in RELEASES] == [1, 2, 4, 6, 1]
    assert [row.expected_on for row in today(desk).releases_late] == [TODAY - timedelta(days=1)]


GUARDED = {
    "conditions_due": (ConditionMatrix, {"due": "due"}),
    "vog_due": (VogList, {"attention": "due"}),
    "plans_due": (CaseList, {"state": "running", "attention": "plan_evaluation_due"}),
    "retention_due": (RetentionList, {"state": "due"}),
    "members_due": (FamilyList, {"state": "running", "attention": "member_review_due"}),
}


def guarded(desk: Desk) -> list[int]:
    """What Vandaag says of the terms that are guarded, which is what the lists behind it hold."""
    counts = today(desk).counts
    for key, (kind, chips) in GUARDED.items():
        assert (key, found(kind(desk), **chips)) == (key, counts[key])
    return [counts[key] for key in GUARDED]


def with_terms(desk: Desk, later: int) -> tuple[Case, FamilyMember, VogProcedure]:
    """Something of each kind whose term is in sight today, or was in sight `later` days later."""
    case = a_case(desk)
    inside = a_detention(
        desk, persons.get_person(desk, case.person_id), a_facility(desk, f"PI {later}"),
        entered_on=date(2022, 9, 1),
    )  # fmt: skip
    detentions.release_from_detention(desk, inside.id, date(2023, 5, 1 + later))
    goals = (GoalInput("housing", "Een kamer", actions=(ActionInput("Zoeken"),)),)
    again = TODAY + timedelta(days=14 + later)
    plan = PlanInput(TODAY, "Plan", case.id, goals=goals, discussed=True, evaluate_on=again)
    plans.adopt_plan(desk, plans.make_plan(desk, plan).value.id)
    child = a_person(desk, birth_date=date(2005, 11, 15 + later))
    given = MemberInput(a_family(desk).id, child.id, "child", date(2023, 3, 1), "Woont in hetzelfde huis.")
    certificate = vog.open_vog(desk, VogInput(child.id, "work", date(2023, 8, 1))).value
    for step, on in (("applied", date(2023, 10, 10)), ("intended_refusal", date(2023, 10, 25 + later))):
        certificate = vog.move_vog(desk, certificate.id, step, on=on).value
    old = a_case(desk, a_person(desk, birth_date=date(1990, 1, 1)), opened_on=date(2018, 1, 1))
    ends = {"closure_reason": "moved", "outcome": "unknown", "note": "Naar Rotterdam verhuisd."}
    cases.close_case(desk, old.id, on=date(2018, 10, 31) + timedelta(days=later), **ends)
    return case, families.add_member(desk, given).value, certificate


def test_a_guarded_term_counts_from_its_day_until_it_was_met_or_the_work_ended(desk: Desk) -> None:
    with_terms(desk, later=1)
    assert guarded(desk) == [0, 0, 0, 0, 0]
    case, member, certificate = with_terms(desk, later=0)
    assert guarded(desk) == [1, 1, 1, 1, 1]
    reason = "Zijn broertje woont er nog."
    families.review_member(desk, member.id, member.version, on=TODAY, stays=True, reason=reason)
    vog.move_vog(desk, certificate.id, "refused", on=TODAY)
    (old,) = RetentionList(desk).ids(chips={"state": frozenset({"due"})})
    retention.hold_case(desk, old, "De rechtbank heeft het opgevraagd.", on=TODAY)
    assert guarded(desk) == [1, 0, 1, 0, 0]
    cases.close_case(
        desk, case.id, on=TODAY, closure_reason="moved", outcome="unknown", note="Naar Rotterdam verhuisd."
    )
    assert guarded(desk) == [0, 0, 0, 0, 0]


def test_a_draft_says_about_whom_it_is(desk: Desk) -> None:
    person = a_person(desk)
    case, family = a_case(desk, person), a_family(desk)
    stay = a_detention(desk, person)
    for form, about in (
        ("review", case.id), ("release", stay.id), ("family_member", family.id), ("person", "new"),
        ("home_visit", f"{case.id}:{person.id}"), ("task", f"person:{person.id}"), ("case", "f" * 32),
    ):  # fmt: skip
        drafts.save_draft(desk, f"{form}:{about}", form, about, {})
    names = {one.form: one.name for one in today(desk).drafts}
    assert names == {
        "review": "El Amrani, Younes", "release": "El Amrani, Younes", "family_member": "Familie De Wit",
        "person": "", "home_visit": "El Amrani, Younes", "task": "El Amrani, Younes", "case": "",
    }  # fmt: skip


def test_a_task_is_found_by_its_words_its_person_and_its_case(desk: Desk) -> None:
    case = a_case(desk)
    tasks.add_task(desk, TaskInput("Bellen met school", TODAY, "Moeder", case.id))
    tasks.add_task(desk, TaskInput("Printer kopen"))
    records = TaskList(desk)
    for words in ("bellen", "moeder", "amrani", case.number, "school amrani"):
        rows = records.rows(records.ids(words))
        assert [(row.title, row["owner"], row["person"]) for row in rows] == [
            ("Bellen met school", "Moeder", "El Amrani, Younes")
        ]
    assert records.rows(records.ids("printer"))[0]["owner"] == "Marieke Visser"


def test_only_an_empty_vault_is_called_empty(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk()
    assert today(desk).empty
    drafts.save_draft(desk, "person:new", "person", None, {"surname": "Half"})
    assert not today(desk).empty
    other = make_desk()
    a_home_visit(other)
    assert not today(other).empty


@settings(max_examples=3, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10_000))
def test_vandaag_never_says_more_lines_than_it_counts(desk: Desk, seed: int) -> None:
    fill_at_random(desk, seed)
    view = today(desk)
    for rows, count in (
        (view.unreported, view.counts["unreported"]), (view.overdue, view.counts["overdue"]),
        (view.soon, view.counts["soon"]), (view.reviews_due, view.counts["reviews_due"]),
        (view.long_silent, view.counts["long_silent"]), (view.releases_late, view.counts["release_late"]),
        (view.releases_soon, view.counts["release_soon"]),
    ):  # fmt: skip
        assert len(rows) == min(6, count)
