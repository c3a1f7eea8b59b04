# SPDX-License-Identifier: EUPL-1.2
"""A vault with something of everything that Vandaag counts, at random days around today."""

import random
from datetime import timedelta

from casus.services import facilities, tasks
from casus.services.desk import Desk
from casus.services.inputs import TaskInput
from casus.services.records import Case
from casus.vault.tables import Appointment
from tests.helpers.builders import a_case, a_detention, a_facility, a_person

PERSONS, TASKS, APPOINTMENTS = 6, 9, 9


def fill_at_random(desk: Desk, seed: int) -> None:
    """Fill an empty vault; the same seed gives the same days."""
    chance = random.Random(seed)
    cases = [_someone(desk, chance, place) for place in range(PERSONS)]
    today = desk.today()
    for place in range(TASKS):
        due = chance.choice([None, today + timedelta(days=chance.randint(-9, 12))])
        case = chance.choice([None, *cases])
        owner = chance.choice([None, "Moeder"])
        task = tasks.add_task(desk, TaskInput(f"Taak {place}", due, owner, case.id if case else None)).value
        if chance.random() < 0.3:
            chance.choice([tasks.complete_task, tasks.cancel_task])(desk, task.id)
    with desk.changing() as session:  # also earlier ones, which the form does not take
        session.add_all(
            _appointment(chance, desk, chance.choice([None, *cases])) for _ in range(APPOINTMENTS)
        )


def _someone(desk: Desk, chance: random.Random, place: int) -> Case:
    born = chance.choice([None, desk.today() - timedelta(days=chance.randint(7000, 9000))])
    person = a_person(
        desk, given_name=f"Sam{place}", surname=f"Stil{chance.randint(1, 99)}", birth_date=born,
        district=chance.choice(["unknown", "west"]),
    )  # fmt: skip
    opened = desk.today() - timedelta(days=chance.randint(1, 260))
    case = a_case(desk, person, approach="rio", opened_on=opened)
    if chance.random() < 0.7:
        expected = chance.choice([None, desk.today() + timedelta(days=chance.randint(-20, 120))])
        entered = desk.today() - timedelta(days=chance.randint(30, 90))
        known = facilities.facilities(desk)
        facility = known[0] if known else a_facility(desk)
        a_detention(desk, person, facility, entered_on=entered, expected_on=expected, case_id=case.id)
    return case


def _appointment(chance: random.Random, desk: Desk, case: Case | None) -> Appointment:
    return Appointment(
        kind=chance.choice(["home_visit", "prison_visit", "office"]),
        on=desk.today() + timedelta(days=chance.randint(-6, 12)),
        at_time=chance.choice([None, "09:30", "14:00"]),
        case_id=case.id if case else None,
        person_id=case.person_id if case else None,
        cancelled=chance.random() < 0.2,
        worker_id=desk.worker_id,
    )
