# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one day: in order, with what was agreed and what to ask; a restricted dossier stays masked."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.helpers.builders import A_PERSON, a_case, a_family, a_home_visit, a_person

from casus.services import families, persons, tasks
from casus.services.contacts import AgreementInput
from casus.services.day_sheet import Expected, day_sheet
from casus.services.desk import Desk
from casus.services.inputs import AppointmentInput, MemberInput, TaskInput
from casus.services.records import Appointment

TODAY = date(2023, 11, 1)


def plan(desk: Desk, at_time: str | None, **given: Any) -> Appointment:
    data = replace(AppointmentInput("home_visit", TODAY, at_time), **given)
    return tasks.add_appointment(desk, data).value


def test_the_day_is_told_in_order_with_all_one_wants_to_know_at_the_door(desk: Desk) -> None:
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member")
    young = a_person(
        desk, street="Einsteindreef", house_number="12", city="Utrecht", telephone="0612345678",
        language="ar", interpreter=True,
    )  # fmt: skip
    family = a_family(desk)
    for member, relation in ((young, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, member.id, relation, date(2023, 3, 1)))
    case = a_case(desk, young)
    a_home_visit(
        desk, case, on=date(2023, 10, 30), report="Koffie gedronken.",
        agreements=(AgreementInput("Brief meenemen", "own", date(2023, 11, 1)),),
    )  # fmt: skip
    tasks.add_task(desk, TaskInput("Bel de school", case_id=case.id, due_on=date(2023, 11, 3)))
    late = plan(desk, "16:30", person_id=a_person(desk, surname="Zwart", birth_date=None).id)
    first = plan(desk, "09:15", case_id=case.id, note="Achterom.")
    whole_day = plan(desk, None, note="Overleg wijkteam", place="Stadskantoor")
    tasks.cancel_appointment(desk, plan(desk, "11:00", case_id=case.id).id)
    plan(desk, "10:00", case_id=case.id, on=TODAY + timedelta(days=1))
    sheet = day_sheet(desk, TODAY)
    assert [visit.id for visit in sheet.visits] == [first.id, late.id, whole_day.id]
    visit = sheet.visits[0]
    assert (visit.name, visit.place) == ("El Amrani, Younes", "Einsteindreef 12, Utrecht")
    assert (visit.telephone, visit.note, visit.interpreter) == ("0612345678", "Achterom.", "ar")
    assert (visit.last_on, visit.last_report) == (date(2023, 10, 30), "Koffie gedronken.")
    assert visit.expected == (Expected("El Amrani, Salma", "parent", 43),)
    assert [(task.title, task.agreed) for task in visit.tasks] == [
        ("Brief meenemen", True), ("Bel de school", False),
    ]  # fmt: skip
    assert visit.missing == ("informed",)
    assert sheet.visits[1].missing == ("birth_date", "address", "telephone")
    assert (sheet.visits[2].name, sheet.visits[2].place) == ("", "Stadskantoor")


def test_of_a_restricted_dossier_only_the_time_is_shown(desk: Desk) -> None:
    hidden = a_person(desk, surname="Geheim", telephone="0698765432")
    case = a_case(desk, hidden)
    a_home_visit(desk, case, report="Zeer vertrouwelijk.")
    tasks.add_task(desk, TaskInput("Vertrouwelijke taak", case_id=case.id))
    planned = plan(desk, "09:00", case_id=case.id, note="Vertrouwelijke notitie", place="Schuiladres")
    persons.set_restricted(desk, hidden.id, hidden.version, True, "Bedreigd.")
    (visit,) = day_sheet(desk, TODAY).visits
    assert (visit.id, visit.at_time, visit.restricted, visit.person_id) == (
        planned.id, "09:00", True, hidden.id,
    )  # fmt: skip
    said = repr(visit)
    for secret in ("Geheim", "06987", "vertrouwelijk", "Vertrouwelijk", "Schuiladres"):
        assert secret not in said


def test_a_restricted_relative_is_not_announced(desk: Desk) -> None:
    family, young = a_family(desk), a_person(desk)
    father = a_person(desk, given_name="Hidde", birth_date=date(1975, 1, 1), role="family_member")
    for member, relation in ((young, "child"), (father, "parent")):
        families.add_member(desk, MemberInput(family.id, member.id, relation, date(2023, 3, 1)))
    plan(desk, "09:00", person_id=young.id)
    assert len(day_sheet(desk, TODAY).visits[0].expected) == 1
    persons.set_restricted(desk, father.id, father.version, True, "Contactverbod.")
    assert day_sheet(desk, TODAY).visits[0].expected == ()


def test_a_child_is_announced_with_who_represents_it_or_that_it_lacks_one(desk: Desk) -> None:
    mother = a_person(desk, given_name="Salma", birth_date=date(1980, 1, 1), role="family_member")
    born = date(2010, 5, 1)
    alone = a_person(desk, given_name="Adam", birth_date=born)
    led = persons.register_person(
        desk, replace(A_PERSON, given_name="Bram", birth_date=born, representative_id=mother.id),
        duplicates_checked=True,
    ).value  # fmt: skip
    for at_time, child in (("09:00", alone), ("10:00", led)):
        plan(desk, at_time, person_id=child.id)
    first, second = day_sheet(desk, TODAY).visits
    assert "representative" in first.missing
    assert "representative" not in second.missing
    assert second.expected == (Expected("El Amrani, Salma", "representative", 43),)


def test_an_empty_day_is_empty(desk: Desk) -> None:
    assert day_sheet(desk, TODAY).visits == ()
    assert day_sheet(desk, date(2100, 12, 31)).visits == ()
