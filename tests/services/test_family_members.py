# SPDX-License-Identifier: EUPL-1.2
"""Members of a family: kept minimally, moved, judged again at eighteen; the page shows what is open for them."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import select
from tests.helpers.builders import A_PERSON, a_case, a_family, a_person

from casus.errors import InvalidForm, NotAllowed, PossibleDuplicate, StaleRecord
from casus.services import families, persons, plans, tasks, undo
from casus.services.desk import Desk
from casus.services.families import RelativeInput
from casus.services.family_page import open_family
from casus.services.inputs import AppointmentInput, MemberInput, PlanInput, TaskInput
from casus.services.records import FamilyMember, Person
from casus.vault.queries import member_review_due
from casus.vault.tables import Case
from casus.vault.tables.audit import AuditEntry

TODAY, START = date(2023, 11, 1), date(2023, 3, 1)
WHY = "Woont in hetzelfde huis."


def errors_of(form: InvalidForm) -> dict[str, str]:
    return {error.field: error.rule for error in form.errors}


def a_sister(family_id: str, **changes: object) -> RelativeInput:
    data = RelativeInput(
        family_id, "Noor", "El Amrani", "sibling", START, birth_date=date(2012, 5, 1), minor_reason=WHY
    )
    return replace(data, **changes)  # type: ignore[arg-type]


def test_a_sibling_is_put_on_file_with_the_least_and_a_reason(desk: Desk) -> None:
    family = a_family(desk, district="west")
    member = families.add_relative(desk, a_sister(family.id)).value
    person = persons.get_person(desk, member.person_id)
    assert (person.role, person.district, person.birth_date) == ("family_member", "west", date(2012, 5, 1))
    assert (member.relation, member.minor_reason, member.review_on) == ("sibling", WHY, date(2030, 5, 1))
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    with desk.reading() as session:
        assert session.scalars(select(Person.id)).all() == []
        assert session.scalars(select(FamilyMember.id)).all() == []


def test_everything_wrong_in_the_form_of_a_relative_is_said_at_once(desk: Desk) -> None:
    family = a_family(desk)
    wrong = a_sister(
        family.id, given_name=" ", surname="", relation="tante", from_on=date(2024, 1, 1), minor_reason="nvt"
    )
    with pytest.raises(InvalidForm) as caught:
        families.add_relative(desk, wrong)
    assert errors_of(caught.value) == {
        "given_name": "required", "surname": "required", "relation": "unknown_code", "from_on": "future",
        "minor_reason": "reason_too_short",
    }  # fmt: skip
    with pytest.raises(PossibleDuplicate):
        families.add_relative(desk, a_sister(family.id))
        families.add_relative(desk, a_sister(family.id))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("telephone", "0612345678"), ("email", "noor@example.nl"), ("street", "Dreef"), ("city", "Utrecht"),
        ("house_number", "1"), ("postcode", "3561 AB"), ("note", "Spijbelt."), ("interpreter", True),
        ("language", "ar"), ("aliases", ("Nono",)),
    ],
)  # fmt: skip
def test_nothing_more_is_kept_of_a_minor_in_a_family_without_a_case(
    desk: Desk, field: str, value: object
) -> None:
    given = replace(A_PERSON, role="family_member", birth_date=date(2012, 5, 1), **{field: value})
    for act in (
        lambda: persons.register_person(desk, given, duplicates_checked=True),
        lambda: persons.register_person(desk, replace(given, birth_date=None), duplicates_checked=True),
    ):
        with pytest.raises(InvalidForm) as caught:
            act()
        assert errors_of(caught.value) == {field: "guarded"}
    adult = replace(given, birth_date=date(1980, 1, 1))
    assert persons.register_person(desk, adult, duplicates_checked=True).value.id


def test_a_grown_sibling_is_guarded_until_there_is_a_case(desk: Desk) -> None:
    family = a_family(desk)
    member = families.add_relative(desk, a_sister(family.id, birth_date=date(2000, 1, 1))).value
    person = persons.get_person(desk, member.person_id)
    more = replace(A_PERSON, given_name="Noor", birth_date=person.birth_date, telephone="0612345678")
    with pytest.raises(InvalidForm) as caught:
        persons.update_person(desk, person.id, person.version, more)
    assert errors_of(caught.value) == {"telephone": "guarded"}
    a_case(desk, person)
    assert persons.update_person(desk, person.id, person.version, more).value.telephone == "0612345678"


def test_a_minor_of_whom_more_is_on_file_gets_a_case_or_loses_it_first(desk: Desk) -> None:
    family = a_family(desk)
    young = a_person(desk, birth_date=date(2007, 1, 1), telephone="0612345678")
    given = MemberInput(family.id, young.id, "child", START, WHY)
    with pytest.raises(InvalidForm) as caught:
        families.add_member(desk, given)
    assert errors_of(caught.value) == {"person_id": "more_on_file"}
    a_case(desk, young, inclusion_note="Aangehouden met oudere jongens.")
    assert families.add_member(desk, given).value.relation == "child"


def test_a_relation_is_corrected_and_a_sibling_then_needs_the_guard(desk: Desk) -> None:
    family = a_family(desk)
    aunt = a_person(desk, birth_date=date(1990, 1, 1), telephone="0612345678", role="family_member")
    member = families.add_member(desk, MemberInput(family.id, aunt.id, "other", START)).value
    with pytest.raises(InvalidForm) as caught:
        families.update_member(desk, member.id, member.version, relation="sibling", minor_reason=None)
    assert errors_of(caught.value) == {"relation": "more_on_file", "minor_reason": "required"}
    changed = families.update_member(
        desk, member.id, member.version, relation="partner", minor_reason=None
    ).value
    assert changed.relation == "partner"
    with pytest.raises(StaleRecord):
        families.update_member(desk, member.id, 1, relation="parent", minor_reason=None)


def test_the_review_at_eighteen_follows_the_birth_date_and_is_due_on_the_day(desk: Desk) -> None:
    family = a_family(desk)
    member = families.add_relative(desk, a_sister(family.id, birth_date=None)).value
    assert member.review_on is None
    person = persons.get_person(desk, member.person_id)
    born = replace(
        A_PERSON, given_name="Noor", role="family_member", district="unknown", birth_date=date(2005, 11, 2)
    )
    persons.update_person(desk, person.id, person.version, born)
    with desk.reading() as session:
        due = {
            day: list(session.scalars(select(FamilyMember.id).where(member_review_due(day))))
            for day in (TODAY, date(2023, 11, 2))
        }
    assert due == {TODAY: [], date(2023, 11, 2): [member.id]}


@pytest.mark.parametrize("stays", [True, False])
def test_at_eighteen_someone_stays_for_a_reason_or_leaves(desk: Desk, stays: bool) -> None:
    family = a_family(desk)
    member = families.add_relative(desk, a_sister(family.id, birth_date=date(2005, 11, 1))).value
    for reason, rule in (("", "required"), ("ja", "reason_too_short")):
        with pytest.raises(InvalidForm) as caught:
            families.review_member(desk, member.id, member.version, on=TODAY, stays=stays, reason=reason)
        assert errors_of(caught.value) == {"reason": rule}
    words = "Noor draagt de zorg voor haar broer."
    with pytest.raises(InvalidForm) as caught:
        families.review_member(
            desk, member.id, member.version, on=date(2023, 2, 1), stays=stays, reason=words
        )
    assert errors_of(caught.value) == {"on": "before_start"}
    done = families.review_member(desk, member.id, member.version, on=TODAY, stays=stays, reason=words).value
    assert (done.review_on, done.until_on) == (None, None if stays else TODAY)
    assert done.minor_reason == (words if stays else WHY)
    with pytest.raises(NotAllowed) as again:
        families.review_member(desk, member.id, done.version, on=TODAY, stays=True, reason=words)
    assert again.value.rule == "no_review"


def test_someone_moves_to_another_family_with_their_case(desk: Desk) -> None:
    old, new, person = a_family(desk), a_family(desk, "Familie Zand"), a_person(desk)
    case = a_case(desk, person, family_id=old.id)
    member = families.add_member(desk, MemberInput(old.id, person.id, "child", START)).value
    with pytest.raises(InvalidForm) as caught:
        families.move_member(desk, member.id, member.version, family_id=new.id, on=date(2023, 1, 1))
    assert errors_of(caught.value) == {"on": "before_start"}
    with pytest.raises(InvalidForm) as nowhere:
        families.move_member(desk, member.id, member.version, family_id="", on=TODAY)
    assert errors_of(nowhere.value) == {"family_id": "required"}
    moved = families.move_member(desk, member.id, member.version, family_id=new.id, on=TODAY).value
    assert (moved.family_id, moved.from_on, moved.relation) == (new.id, TODAY, "child")
    assert families.members(desk, old.id)[0].until_on == TODAY
    with desk.reading() as session:
        assert session.get_one(Case, case.id).family_id == new.id
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    assert families.members(desk, old.id)[0].until_on is None
    assert families.members(desk, new.id) == []


def test_whoever_is_in_two_families_is_pointed_out(desk: Desk) -> None:
    one, other, person = a_family(desk), a_family(desk, "Familie Zand"), a_person(desk)
    families.add_member(desk, MemberInput(one.id, person.id, "child", START))
    assert families.families_now(desk, person.id) == ("Familie De Wit",)
    families.add_member(desk, MemberInput(other.id, person.id, "child", START))
    assert families.members(desk, one.id)[0].also_in == ("Familie Zand",)


def test_the_page_shows_plan_work_and_who_left_and_the_view_is_logged(desk: Desk) -> None:
    family, person = a_family(desk), a_person(desk)
    hidden = a_person(desk, given_name="Geheim", birth_date=date(1980, 1, 1), role="family_member")
    left = a_person(desk, given_name="Opa", birth_date=date(1940, 1, 1), role="family_member")
    for one, relation in ((person, "child"), (hidden, "parent"), (left, "other")):
        families.add_member(desk, MemberInput(family.id, one.id, relation, START))
    families.end_membership(desk, families.members(desk, family.id)[1].id, TODAY)
    for one in (person, hidden):
        tasks.add_task(desk, TaskInput(f"Taak {one.given_name}", person_id=one.id))
        tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, "10:00", one.id))
    persons.set_restricted(desk, hidden.id, hidden.version, True, "Bedreigd.")
    plans.make_plan(desk, PlanInput(TODAY, "Rust in huis.", family_id=family.id))
    page = open_family(desk, family.id)
    assert {row.name for row in page.members} | {row.name for row in page.past} == {
        "El Amrani, Younes", f"Afgeschermd dossier {hidden.number}", "El Amrani, Opa",
    }  # fmt: skip
    assert [task.title for task in page.tasks] == ["Taak Younes"]
    assert [one.person_id for one in page.appointments] == [person.id]
    assert [one.record.summary for one in page.plans] == ["Rust in huis."]
    assert page.lead == "Marieke Visser"
    with desk.reading() as session:
        viewed = select(AuditEntry.action).where(AuditEntry.record_id == family.id)
        assert "viewed" in set(session.scalars(viewed))
