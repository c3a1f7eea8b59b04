# SPDX-License-Identifier: EUPL-1.2
"""A case that a colleague has, or is offered sealed, is only read: every use case that would work on it refuses."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.helpers.every_act import changing_use_cases
from tests.helpers.exchange import a_card, digest
from tests.helpers.full_case import filled_further, first

from casus.errors import CasusError, NotAllowed
from casus.services import (
    appointments,
    attachments,
    attendance,
    case_basis,
    case_exchange,
    cases,
    conditions,
    contact_changes,
    contacts,
    corrections,
    detentions,
    error_sentences,
    exchange,
    id_applications,
    informing,
    intake,
    leaves,
    plans,
    programmes,
    requests,
    restricting,
    retention,
    sharing,
    tasks,
    transfers,
    vog,
)
from casus.services.attachments import AttachmentInput, MemorySource
from casus.services.case_ending import end_case
from casus.services.case_exchange import SealedOffer
from casus.services.contact_help import subject_of
from casus.services.corrections import CorrectionInput
from casus.services.custody_inputs import IdApplicationInput, LeaveInput
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.inputs import (
    AccessRequestInput,
    AppointmentInput,
    AssessmentInput,
    CaseInput,
    ContactInput,
    DetentionInput,
    HomeVisitInput,
    PlanInput,
    PrisonVisitInput,
    ProgrammeInput,
    SharingInput,
    TaskInput,
    VogInput,
)
from casus.services.intake_inputs import InformedInput, IntakeInput, ScreeningInput
from casus.services.programme_inputs import VogStepsInput
from casus.services.records import Case
from casus.services.task_list import TaskList
from casus.services.transfers import TransferInput
from casus.vault.tables import (
    Action,
    ActionPlan,
    Appointment,
    Attachment,
    Contact,
    Detention,
    DetentionLeave,
    Goal,
    IdApplication,
    Programme,
    Task,
    Transfer,
    VogProcedure,
)
from casus.vault.tables import Case as CaseRecord

WHY = "Woont nu in mijn gebied."
GOES_ON = frozenset(
    {
        "carrying_out", "deciding", "masks", "notices", "objecting", "restricting", "break_glass", "sharing",
        "steps", "terms", "proposing", "persons", "merge", "split", "undo", "story_tips",
        "answering", "receiving", "several",
    }
)  # fmt: skip
"""Modules of what goes on with such a case: the person's rights, who may see it, how long it is kept, the exchange."""
ELSEWHERE = frozenset(
    {
        "approving", "asking", "catalogue", "code_lists", "colleagues", "consulting", "context_figures",
        "contribution", "contributions", "drafts", "elsewhere", "facilities", "families", "family_members",
        "family_moves", "hints", "ledger", "limits", "own", "partners", "periods", "permits",
        "professionals", "publishing", "register_store", "registers", "reporting", "rhythm", "run",
        "saved_filters", "schools", "seconds", "sending", "settings", "store", "taken_back", "targets",
        "team", "team_key", "withdrawing", "writing",
    }
)  # fmt: skip
"""Modules of what is not about one case."""
ALSO_ELSEWHERE = frozenset(
    {
        "changing.add_indicator", "changing.change_indicator", "cases.open_case", "transfers.accept_transfer",
        "transfers.refuse_transfer", "transfers.withdraw_transfer",
    }
)  # fmt: skip
"""Of the other modules what is about no case, and the answers to an offer."""
STANDS_OTHERWISE = frozenset(
    {
        "task_not_open", "task_not_done", "programme_state", "plan_state", "plan_draft", "vog_move",
        "case_closed", "phase_move",
    }
)  # fmt: skip
ASKED_BEFORE = frozenset(
    {
        "attendance.set_attendance", "detentions.register_detention", "detentions.transfer_detention",
        "transfers.offer_transfer", "offering.send_case",
    }
)  # fmt: skip
"""What a form refuses before it comes to that."""
MOST = 40


def work_on(desk: Desk, case: Case) -> Mapping[str, Callable[[], object]]:
    """Return everything that can be done to a case and to what is in it, by the name of its use case."""
    day, key, person = desk.today(), case.id, case.person_id
    contact, inside, paper = (first(desk, kind, key) for kind in (Contact, Detention, Attachment))
    programme, certificate, card = (
        first(desk, kind, key) for kind in (Programme, VogProcedure, IdApplication)
    )
    task, planned, plan = (first(desk, kind, key) for kind in (Task, Appointment, ActionPlan))
    leave, goal, action = (first(desk, kind) for kind in (DetentionLeave, Goal, Action))
    met = ContactInput(person, key, day, report="Gesproken.")
    stay = DetentionInput(person, inside.facility_id, inside.entered_on, case_id=key)
    course = ProgrammeInput(person, "sport", date(2023, 6, 1), case_id=key)
    paper_is = AttachmentInput("Brief", "letter", day, person, key)
    return {
        "appointments.update_appointment": lambda: appointments.update_appointment(
            desk, planned.id, planned.version, AppointmentInput("office", day, case_id=key)
        ),
        "tasks.cancel_appointment": lambda: tasks.cancel_appointment(desk, planned.id),
        "tasks.add_appointment": lambda: tasks.add_appointment(
            desk, AppointmentInput("office", day, case_id=key)
        ),
        "tasks.add_task": lambda: tasks.add_task(desk, TaskInput("Bellen", case_id=key)),
        "tasks.update_task": lambda: tasks.update_task(
            desk, task.id, task.version, TaskInput("Weg", person_id=person)
        ),
        "tasks.complete_task": lambda: tasks.complete_task(desk, task.id),
        "tasks.cancel_task": lambda: tasks.cancel_task(desk, task.id),
        "tasks.reopen_task": lambda: tasks.reopen_task(desk, task.id),
        "attendance.set_attendance": lambda: attendance.set_attendance(
            desk, programme.id, programme.version, [attendance.AttendanceInput(date(2023, 6, 1), 8, 6)]
        ),
        "case_basis.update_case": lambda: case_basis.update_case(
            desk,
            key,
            cases.get_case(desk, key).version,
            CaseInput(
                person,
                case.approach,
                case.opened_on,
                tuple(case.inclusion_reasons),
                "Anders.",
                proportionality="Nodig.",
            ),
        ),
        "case_phases.close_case": lambda: cases.close_case(
            desk, key, on=day, closure_reason="moved", outcome="unknown", note="Verhuisd naar elders."
        ),
        "case_phases.move_phase": lambda: cases.move_phase(desk, key, "screening", on=day),
        "case_phases.reopen_case": lambda: cases.reopen_case(desk, key, on=day, reason="Toch weer van mij."),
        "cases.assign": lambda: cases.assign(desk, key, desk.worker_id, "deputy", day),
        "cases.review_case": lambda: cases.review_case(
            desk, key, on=day, proportionate=True, reasoning="Nog nodig en in verhouding."
        ),
        "conditions.check_condition": lambda: conditions.check_condition(
            desk, key, inside.id, "housing", "entry", "arranged", day
        ),
        "conditions.set_condition": lambda: conditions.set_condition(
            desk, key, inside.id, "housing", "entry", "arranged"
        ),
        "contact_changes.correct_contact": lambda: contact_changes.correct_contact(
            desk, contact.id, contact.version, replace(met, case_id=None)
        ),
        "contact_changes.delete_contact": lambda: contact_changes.delete_contact(
            desk, contact.id, contact.version
        ),
        "contacts.log_contact": lambda: contacts.log_contact(desk, "street", met),
        "contacts.log_home_visit": lambda: contacts.log_home_visit(
            desk, HomeVisitInput(person, key, day, report="Bezoek.")
        ),
        "contacts.log_prison_visit": lambda: contacts.log_prison_visit(
            desk, PrisonVisitInput(person, key, day, report="Bezoek.", detention_id=inside.id)
        ),
        "detentions.register_detention": lambda: detentions.register_detention(
            desk, replace(stay, entered_on=day)
        ),
        "detentions.update_detention": lambda: detentions.update_detention(
            desk, inside.id, inside.version, replace(stay, note="Anders.")
        ),
        "detentions.release_from_detention": lambda: detentions.release_from_detention(desk, inside.id, day),
        "detentions.correct_release": lambda: detentions.correct_release(
            desk, inside.id, day, version=inside.version
        ),
        "detentions.transfer_detention": lambda: detentions.transfer_detention(
            desk, inside.id, inside.facility_id, day, version=inside.version
        ),
        "id_applications.open_id_application": lambda: id_applications.open_id_application(
            desk, IdApplicationInput(key, "Paspoort")
        ),
        "id_applications.step_id_application": lambda: id_applications.step_id_application(
            desk, card.id, day
        ),
        "id_applications.update_id_application": lambda: id_applications.update_id_application(
            desk, card.id, card.version, IdApplicationInput(key, "Paspoort")
        ),
        "id_applications.remove_id_application": lambda: id_applications.remove_id_application(desk, card.id),
        "informing.inform_person": lambda: informing.inform_person(desk, key, InformedInput("letter", day)),
        "intake.screen_case": lambda: intake.screen_case(
            desk, key, ScreeningInput(day, "intake", {"several_domains": "met"})
        ),
        "intake.finish_intake": lambda: intake.finish_intake(
            desk, key, IntakeInput(day, "Werk.", "public_task", "Nodig.", (), InformedInput("letter", day))
        ),
        "leaves.add_leave": lambda: leaves.add_leave(desk, LeaveInput(inside.id, day)),
        "leaves.update_leave": lambda: leaves.update_leave(
            desk, leave.id, leave.version, LeaveInput(inside.id, day, note="Anders.")
        ),
        "leaves.remove_leave": lambda: leaves.remove_leave(desk, leave.id),
        "assessments.assess": lambda: plans.assess(
            desk, AssessmentInput(key, day, "interim", {}, rest_unknown=True)
        ),
        "plans.make_plan": lambda: plans.make_plan(desk, PlanInput(day, "Plan", key, discussed=True)),
        "plans.change_plan": lambda: plans.change_plan(
            desk, plan.id, plan.version, PlanInput(day, "Plan", key, discussed=True)
        ),
        "plans.adopt_plan": lambda: plans.adopt_plan(desk, plan.id),
        "plans.evaluate_plan": lambda: plans.evaluate_plan(desk, plan.id, "Het ging goed."),
        "plans.set_goal_status": lambda: plans.set_goal_status(desk, goal.id, "met"),
        "plans.set_action_status": lambda: plans.set_action_status(desk, action.id, "met"),
        "programmes.register_programme": lambda: programmes.register_programme(desk, course),
        "programmes.update_programme": lambda: programmes.update_programme(
            desk, programme.id, programme.version, course
        ),
        "programmes.plan_intake": lambda: programmes.plan_intake(desk, programme.id, day),
        "programmes.wait_for_programme": lambda: programmes.wait_for_programme(desk, programme.id),
        "programmes.start_programme": lambda: programmes.start_programme(desk, programme.id, day),
        "programmes.finish_programme": lambda: programmes.finish_programme(desk, programme.id, day, "job"),
        "programmes.stop_programme": lambda: programmes.stop_programme(
            desk, programme.id, day, "Kwam niet meer."
        ),
        "vog.open_vog": lambda: programmes.open_vog(desk, VogInput(person, "internship", day, case_id=key)),
        "vog.move_vog": lambda: programmes.move_vog(desk, certificate.id, "applied", on=day),
        "vog.give_view": lambda: vog.give_view(desk, certificate.id, day),
        "vog.update_vog": lambda: vog.update_vog(
            desk, certificate.id, certificate.version, VogStepsInput(person, "internship", day)
        ),
        "storing.add_attachment": lambda: attachments.add_attachment(
            desk, MemorySource("x.txt", b"tekst"), paper_is
        ),
        "changing.update_attachment": lambda: attachments.update_attachment(
            desk, paper.id, paper.version, replace(paper_is, case_id=None)
        ),
        "changing.remove_attachment": lambda: attachments.remove_attachment(desk, paper.id),
        "transfers.offer_transfer": lambda: transfers.offer_transfer(
            desk, TransferInput(key, WHY, to_name="Een collega")
        ),
        "offering.send_case": lambda: case_exchange.send_case(
            desk, SealedOffer(key, WHY, exchange.colleagues(desk)[0].id), Path("/nergens/x.casusbundel")
        ),
    }


def refused(desk: Desk, case: Case, rule: str) -> None:
    """Try everything on a case; each is refused by this rule, or because things do not stand so, and changes nothing."""
    plainly, before = [], digest(desk)
    for name, act in work_on(desk, case).items():
        with pytest.raises(CasusError) as caught:
            act()
        error = caught.value
        assert 20 < len(error_sentences.sentence(error, "nl")) < 250, name
        if isinstance(error, NotAllowed):
            assert error.rule == rule or error.rule in STANDS_OTHERWISE, (name, error.rule)
            plainly += [name] if error.rule == rule else []
        else:
            assert name in ASKED_BEFORE, (name, repr(error))
    assert digest(desk) == before
    assert len(plainly) >= MOST, set(work_on(desk, case)) - set(plainly)


def test_what_a_colleague_has_or_is_offered_is_only_read(desk: Desk, tmp_path: Path) -> None:
    colleague = exchange.add_card(desk, a_card()).value
    case = filled_further(desk)
    names = set(work_on(desk, case))
    known = set(changing_use_cases().values())
    told = {name for name in known if name.partition(".")[0] in GOES_ON | ELSEWHERE}
    assert known - told - ALSO_ELSEWHERE == names  # a new use case says here whether it works in a case

    offer = SealedOffer(case.id, WHY, colleague.id, unverified=True)
    sent = case_exchange.send_case(desk, offer, tmp_path / "1.casusbundel").value
    assert open_dossier(desk, case.id).read_only
    refused(desk, case, "offered_sealed")
    with desk.changing(label="take_bundle") as session:  # what taking the answer in leaves behind
        session.get_one(Transfer, sent.id).status = "accepted"
        here = session.get_one(CaseRecord, case.id)
        here.transferred_on = here.closed_on = desk.today()
        end_case(session, here, desk.today())
    refused(desk, case, "handed_over")

    with pytest.raises(NotAllowed) as caught:  # Ctrl+B on a line of a list
        subject_of(desk, case.id)
    assert caught.value.rule == "handed_over"
    dossier = open_dossier(desk, case.id)
    assert dossier.read_only
    assert not dossier.may_work(case.id)
    assert dossier.may_work(None)
    tasks.add_task(desk, TaskInput("Van de persoon", person_id=case.person_id))
    listed = TaskList(desk)
    marks = {row.title: row["read_only"] for row in listed.rows(listed.ids())}
    assert marks == {"Bellen": True, "Inschrijven": True, "Van de persoon": None}
    day, person = desk.today(), case.person_id
    asked = AccessRequestInput(person, "access", day, statement="Alles zien.", case_id=case.id)
    requests.receive_access_request(desk, asked)
    (of_law,) = [one for one in open_dossier(desk, case.id).tasks if one.source == "access_request"]
    assert open_dossier(desk, case.id).may_do(of_law)
    assert listed.rows([of_law.id])[0]["read_only"] is None
    tasks.complete_task(desk, of_law.id)
    contact = first(desk, Contact, case.id)
    corrections.note_correction(
        desk, CorrectionInput(person, "contacts", contact.id, "report", "Zo was het niet.", day)
    )
    sharing.log_sharing(
        desk,
        SharingInput(
            person, "Brief", "public_task", day, recipient="Justis", data_kinds=("identity",), way="letter"
        ),
    )
    retention.hold_case(desk, case.id, "Er loopt een klacht.", on=day)
    restricting.restrict(desk, person, case.id, "case", "Familie van een collega.")
