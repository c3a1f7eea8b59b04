# SPDX-License-Identifier: EUPL-1.2
"""A case with a record of nearly every kind that a case can hold."""

from datetime import date
from typing import Any

from sqlalchemy import select

from casus.services import (
    families,
    id_applications,
    leaves,
    plans,
    programmes,
    tasks,
)
from casus.services.attachments import AttachmentInput, MemorySource, add_attachment
from casus.services.custody_inputs import IdApplicationInput, LeaveInput
from casus.services.desk import Desk
from casus.services.inputs import (
    ActionInput,
    AppointmentInput,
    AssessmentInput,
    GoalInput,
    MemberInput,
    PlanInput,
    TaskInput,
    VogInput,
)
from casus.services.records import Case
from casus.vault.tables import Detention
from tests.helpers.builders import (
    a_case,
    a_detention,
    a_family,
    a_home_visit,
    a_person,
    a_prison_visit,
    a_programme,
)
from tests.helpers.papers import pdf


def first(desk: Desk, kind: type[Any], case_id: str = "") -> Any:
    """Return the first record of a kind, in this case when it names one."""
    with desk.reading() as session:
        wanted = select(kind).order_by(kind.created_at, kind.id)
        return session.scalars(wanted.where(kind.case_id == case_id) if case_id else wanted).first()


def filled(desk: Desk) -> Case:
    """Return a case with a family, contacts, a stay, a programme, a plan, a task and a document."""
    person = a_person(desk, aliases=("Younie",))
    family = a_family(desk)
    mother = a_person(desk, given_name="Salma", role="family_member", birth_date=date(1980, 1, 1))
    case = a_case(desk, person, family_id=family.id)
    for one, relation in ((person, "child"), (mother, "parent")):
        families.add_member(desk, MemberInput(family.id, one.id, relation, case.opened_on))
    a_home_visit(desk, case)
    a_prison_visit(desk, a_detention(desk, person, case_id=case.id))
    a_programme(desk, person, case_id=case.id)
    goal = GoalInput("housing", "Eigen kamer", actions=(ActionInput("Inschrijven"),))
    plans.adopt_plan(
        desk,
        plans.make_plan(
            desk, PlanInput(case.opened_on, "Plan", case.id, goals=(goal,), discussed=True)
        ).value.id,
    )
    tasks.add_task(desk, TaskInput("Bellen", case_id=case.id))
    paper = AttachmentInput("Brief", "letter", desk.today(), person.id, case.id)
    add_attachment(desk, MemorySource("brief.pdf", pdf("x" * 300)), paper)
    return case


def filled_further(desk: Desk) -> Case:
    """Return such a case that also has a leave, an application, a certificate, a measurement and an appointment."""
    case, day = filled(desk), desk.today()
    leaves.add_leave(desk, LeaveInput(first(desk, Detention, case.id).id, day))
    id_applications.open_id_application(desk, IdApplicationInput(case.id, "Identiteitskaart"))
    programmes.open_vog(desk, VogInput(case.person_id, "work", day, case_id=case.id))
    plans.assess(desk, AssessmentInput(case.id, day, "baseline", {}, rest_unknown=True))
    tasks.add_appointment(desk, AppointmentInput("home_visit", day, case_id=case.id))
    return case
