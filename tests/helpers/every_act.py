# SPDX-License-Identifier: EUPL-1.2
"""Every use case that changes something, done at least once with a canary in every text it takes."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import date, timedelta
from types import CodeType, FrameType
from typing import Any

from casus import services
from casus.errors import CasusError
from casus.services import (
    appointments,
    attachments,
    attendance,
    break_glass,
    case_basis,
    cases,
    code_lists,
    conditions,
    consulting,
    contact_changes,
    contacts,
    corrections,
    destruction,
    detentions,
    dossier,
    drafts,
    facilities,
    families,
    id_applications,
    importing,
    informing,
    intake,
    leaves,
    merging,
    overview,
    partners,
    permits,
    persons,
    plans,
    policy,
    programmes,
    registers,
    requests,
    restricting,
    retention,
    rhythm,
    saved_filters,
    search,
    settings,
    sharing,
    story_tips,
    tasks,
    transfers,
    undo,
    vaults,
    vog,
)
from casus.services.changes import Done
from casus.services.corrections import (
    CorrectionDecisionInput,
    CorrectionInput,
    NoticeInput,
    ObjectionDecisionInput,
    ObjectionInput,
)
from casus.services.custody_inputs import IdApplicationInput, LeaveInput
from casus.services.family_members import RelativeInput
from casus.services.importing.csv_file import read_csv
from casus.services.inputs import (
    AccessRequestInput,
    ActionInput,
    GoalInput,
    PlanInput,
    ProgrammeInput,
    TaskInput,
    VogInput,
)
from casus.services.intake_inputs import InformedInput, IntakeInput, ScreeningInput
from casus.services.register_inputs import SchoolInput
from casus.services.saved_filters import SavedFilter
from casus.services.transfers import TransferInput
from casus.vault import tables
from tests.helpers.builders import a_case
from tests.helpers.canary import NUMBER, Canary
from tests.helpers.every_catalogue import define_figures
from tests.helpers.every_contribution import contribute_everything
from tests.helpers.every_exchange import exchange_everything
from tests.helpers.every_field import DAY, USES, Use, World, fields_of
from tests.helpers.every_hand_over import hand_cases_over
from tests.helpers.every_story import tell_stories
from tests.helpers.every_word import WORDS, with_plan
from tests.helpers.field_kinds import is_code, is_line
from tests.helpers.vaults import OTHER_PASSWORD, PASSWORD

SPOILS = ("\x00", "\ud83d", "\u202e", "\x07", "e" + "\u0301" * 40, "x" * 20_001)


def filled(use: Use, kind: type, canary: Canary, world: World, spoil: str = "") -> Any:
    """Return an input with a canary in every text field, each spoilt with a sign that is refused."""
    changes: dict[str, object] = {}
    for name in fields_of(kind, str):
        place = f"{kind.__name__}.{name}"
        if is_code(kind, name) or name in ("at_time", "next_time"):
            continue
        word = canary(place) if is_line(kind, name) else canary.text(place)
        changes[name] = {"email": f"{word}@{word}.nl", "telephone": NUMBER}.get(name, word) + spoil
    return use.changed(world, changes)


def store_every_input(world: World, canary: Canary) -> dict[type, Done[Any]]:
    """Store every input with canaries, and first offer each spoilt, so that all refusals are seen."""
    stored = {}
    for kind, use in USES.items():
        for spoil in SPOILS:
            with suppress(CasusError):
                use.store(world, filled(use, kind, canary, world, spoil))
        stored[kind] = use.store(world, filled(use, kind, canary, world))
    return stored


def say_every_word(world: World, canary: Canary) -> None:
    """Use every text beside an input, spoilt first."""
    for name, words in WORDS.items():
        if name == "the organisation":  # it is on the report, where it belongs
            continue
        it = words.prepare(world)
        for spoil in SPOILS:
            with suppress(CasusError):
                words.say(world, it, canary.text(name) + spoil)
        words.say(world, it, canary.text(name))


def change_everything(world: World, canary: Canary, stored: dict[type, Done[Any]]) -> None:
    """Change, correct, finish and take back what was stored."""
    desk = world.worker
    _change_records(world, canary, stored)
    person = world.person()
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    cases.assign(desk, case.id, desk.worker_id, "deputy", DAY)
    story_tips.mark_story_tip(desk, case.id)
    story_tips.clear_story_tip(desk, case.id)
    cases.close_case(
        desk, case.id, on=DAY, closure_reason="moved", outcome="unknown", note=canary.text("close_case")
    )
    cases.reopen_case(desk, case.id, on=DAY, reason=canary.text("reopen_case"))
    _first_phases(world, canary)
    _finish_programmes(world, canary)
    task = tasks.add_task(desk, _with(USES_BY_NAME["TaskInput"], "TaskInput", canary, world)).value
    for way in ("undo", "redo"):
        undo.undo(desk, getattr(undo.steps(desk), way).batch_id)
    tasks.complete_task(desk, task.id)
    tasks.reopen_task(desk, task.id)
    tasks.cancel_task(desk, task.id)
    planned = _with(USES_BY_NAME["AppointmentInput"], "AppointmentInput", canary, world)
    appointment = tasks.add_appointment(desk, planned).value
    appointments.update_appointment(desk, appointment.id, appointment.version, planned)
    tasks.cancel_appointment(desk, appointment.id)
    _end_families(world, canary)
    goal = GoalInput("housing", canary("goal"), actions=(ActionInput(canary("action")),))
    plan = PlanInput(DAY, canary.text("plan"), world.case(), goals=(goal,), discussed=True)
    plans.adopt_plan(desk, plans.make_plan(desk, plan).value.id)
    paper = USES_BY_NAME["AttachmentInput"]
    kept = paper.store(world, _with(paper, "AttachmentInput", canary, world)).value
    attachments.open_attachment(desk, kept.id)
    attachments.remove_attachment(desk, kept.id)
    attachments.clean_up(desk)
    attachments.set_attachment_limit(world.coordinator, 40)
    request = _with(USES_BY_NAME["AccessRequestInput"], "AccessRequestInput", canary, world)
    _answer_requests(world, canary, request)
    partner = partners.add_partner(desk, USES_BY_NAME["PartnerInput"].start(world)).value
    partners.remove_partner(desk, partner.id)
    spare = facilities.add_facility(desk, USES_BY_NAME["FacilityInput"].start(world)).value
    facilities.remove_facility(desk, spare.id)
    _pass_a_case_on(world, canary)
    _merge_and_take_apart(world, canary)
    _keep_a_case(world, canary)
    _mend_sharings(world, canary)
    _dispute(world, canary)
    _destroy_a_case(world, canary)
    _change_a_code_list(world, canary)
    _follow_a_policy(world, canary)
    _bring_in(world, canary)
    exchange_everything(world, canary)
    contribute_everything(world, canary)
    define_figures(world, canary)
    hand_cases_over(world, canary)
    tell_stories(world, canary)
    _look_around(world, canary, person)


def _answer_requests(world: World, canary: Canary, data: AccessRequestInput) -> None:
    """Answer one request in every step, and let another be withdrawn."""
    desk = world.worker
    asked = requests.receive_access_request(desk, data).value
    why_masked = canary.text("why masked")
    text = overview.MaskInput(asked.id, "access_requests", asked.id, "statement", "hide")
    words = requests.get_request(desk, asked.id).statement
    overview.mask_text(desk, replace(text, passage=words, reason=why_masked))
    overview.open_overview(desk, asked.id)
    requests.check_identity(desk, asked.id, requests.IdentityInput(DAY, "document"))
    requests.extend_request(desk, asked.id, requests.ExtensionInput(DAY, canary.text("why longer")))
    why = canary.text("why partly")
    requests.decide_request(desk, asked.id, requests.RequestDecisionInput("partly", DAY, why, True))
    requests.send_answer(desk, asked.id, requests.AnswerSentInput(DAY, "letter"))
    other = requests.receive_access_request(desk, data).value
    requests.withdraw_request(desk, other.id, requests.WithdrawalInput(DAY, canary.text("no longer")))


def _mend_sharings(world: World, canary: Canary) -> None:
    """Correct what was written down of a sharing, then say it was not shared after all."""
    desk, use = world.worker, USES_BY_NAME["SharingInput"]
    told = use.start(world)
    one = use.store(world, told).value
    mended = sharing.correct_sharing(desk, one.id, one.version, told, canary.text("correct_sharing")).value
    sharing.withdraw_sharing(desk, one.id, mended.version, canary.text("withdraw_sharing"))


def _dispute(world: World, canary: Canary) -> None:
    """Correct, erase and put a view beside what is on file; tell a recipient; object, and lift a limitation."""
    desk, day = world.worker, world.worker.today()
    told = USES_BY_NAME["ContactInput"].start(world)
    visit = contacts.log_contact(desk, "street", replace(told, report=canary.text("disputed"))).value
    passed_on = USES_BY_NAME["SharingInput"]
    passed_on.store(world, replace(passed_on.start(world), person_id=visit.person_id))
    said = CorrectionInput(
        visit.person_id, "contacts", visit.id, "report", canary.text("said"), day,
        proposed=canary.text("proposed"),
    )  # fmt: skip
    for decision in ("kept", "removed", "statement"):
        one = corrections.note_correction(desk, said).value
        seen = corrections.get_correction(desk, one.id).seen
        reason = canary.text(f"decided {decision}")
        judged = CorrectionDecisionInput(decision, reason, day, desk.worker_id, seen)
        corrections.decide_correction(desk, one.id, judged)
        if decision != "statement":
            corrections.carry_out_correction(desk, one.id, canary.text(f"corrected {decision}"))
    for notice in corrections.NoticeList(desk).ids():
        corrections.settle_notice(desk, notice, NoticeInput("impossible", day, canary.text("not told")))
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    words = ObjectionInput(case.person_id, case.id, canary.text("objection"), day, "restriction")
    limit = corrections.note_objection(desk, words).value
    upheld = ObjectionDecisionInput("upheld", canary.text("upheld"), day, desk.worker_id)
    corrections.decide_objection(desk, limit.id, upheld)
    corrections.lift_restriction(desk, limit.id, day, told=True)


def _pass_a_case_on(world: World, canary: Canary) -> None:
    """Offer a case to a colleague who is new, and take it back; the answers are among the words."""
    offer = TransferInput(world.case(), canary.text("transfer"), to_name=canary("colleague"))
    transfers.withdraw_transfer(world.worker, transfers.offer_transfer(world.worker, offer).value.id)


def _keep_a_case(world: World, canary: Canary) -> None:
    """Hold a closed case, let it go, keep it longer, and put a colleague on file."""
    desk = world.worker
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    note = canary.text("closed to be kept")
    cases.close_case(desk, case.id, on=DAY, closure_reason="moved", outcome="unknown", note=note)
    retention.hold_case(desk, case.id, canary.text("held"), on=DAY)
    retention.lift_hold(desk, case.id, canary.text("let go"), on=DAY)
    latest = retention.retention_facts(desk, case.id).latest
    retention.extend_term(desk, case.id, latest, canary.text("kept longer"))
    retention.settle_terms(desk)
    partners.add_colleague(desk, canary("colleague by name"))


def _merge_and_take_apart(world: World, canary: Canary) -> None:
    """Say that two are two, make them one after all, and take them apart again."""
    desk = world.worker
    given = USES_BY_NAME["PersonInput"].start(world)
    kept, other = (persons.register_person(desk, given, duplicates_checked=True).value for _ in range(2))
    merging.keep_apart(desk, kept.id, other.id)
    done = merging.merge(desk, kept.id, other.id, {}, canary.text("merge reason")).value
    tasks.add_task(desk, TaskInput(canary("task after a merge"), person_id=kept.id))
    later = {one.id: "merged" for one in merging.preview(desk, done.id).later}
    merging.split(desk, done.id, later, canary.text("split reason"))


def _change_a_code_list(world: World, canary: Canary) -> None:
    """Add a code, rename, move, hide and offer it again; then the lists are the other vault's again."""
    desk, of_list = world.worker, code_lists.LIFE_DOMAIN
    own = code_lists.add_code(desk, of_list, canary("own code"), canary("own code in English")).value.code
    code_lists.rename_code(desk, of_list, own, canary("own code, renamed"))
    code_lists.move_code(desk, of_list, own, -2)
    for hidden in (True, False):
        code_lists.hide_code(desk, of_list, own, hidden=hidden)
    code_lists.use(world.coordinator.vault, world.coordinator.policy)


def _follow_a_policy(world: World, canary: Canary) -> None:
    """Refuse two policy files, apply a third, and take it back; then the lists are the other vault's again."""
    good = (
        f'policy_version = 1\norganisation = "{canary("policy organisation")}"\nvalid_from = 2023-01-01\n'
        f'issued_by = "{canary("policy issuer")}"\nofficer = "{canary("privacy officer")}"\n'
        f'[codes.partner_kind.org_own]\nnl = "{canary("own code of the policy")}"\n'
    )
    for broken in ("[lock]\nminutes_most = 0\n", f'[retention]\nstart = "{canary("no event")}"\n', "x = [\n"):
        with suppress(CasusError):
            policy.apply_policy(world.worker, good + broken, "beleid.toml")
    policy.apply_policy(world.worker, good, "beleid.toml")
    undo.undo(world.worker, undo.recent(world.worker, 1)[0].batch_id)
    code_lists.use(world.coordinator.vault, world.coordinator.policy)


def _bring_in(world: World, canary: Canary) -> None:
    """Import a file of persons of whom one line is refused."""
    lines = (
        "Voornaam;Achternaam;Geboortedatum;Notitie",
        f"{canary('imported name')};{canary('imported surname')};1-3-2004;{canary.text('imported note')}",
        f"{canary('refused name')};{canary('refused surname')};{canary('refused day')};",
    )
    grid = read_csv("\n".join(lines).encode(), delimiter=";")
    layout = importing.guess(grid, world.worker.role)
    assert layout is not None
    report = importing.check(world.worker, grid, layout, language="nl")
    assert (report.count(importing.READY), report.count(importing.FAILED)) == (1, 1)
    importing.perform(world.worker, grid, layout, report, language="nl")


def _first_phases(world: World, canary: Canary) -> None:
    """Screen a case, finish its intake, tell the person, change its basis, and delete a contact."""
    desk = world.worker
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    asked = ScreeningInput(DAY, "intake", {"several_domains": "met"}, canary.text("screening note"))
    intake.screen_case(desk, case.id, asked)
    later = InformedInput("postponed", note=canary.text("not told yet"), again_on=desk.today())
    met = IntakeInput(
        DAY, canary.text("wants"), "wgs", canary.text("needed"), (canary("involved"),), later
    )  # fmt: skip
    done = intake.finish_intake(desk, case.id, met).value
    basis = replace(_with(USES_BY_NAME["CaseInput"], "CaseInput", canary, world), person_id=case.person_id)
    case_basis.update_case(desk, case.id, done.version, basis)
    informing.inform_person(desk, case.id, InformedInput("letter", DAY))
    told = USES_BY_NAME["ContactInput"].start(world)
    mistake = contacts.log_contact(desk, "street", told).value
    contact_changes.delete_contact(desk, mistake.id, mistake.version)


def keep_drafts_and_settings(world: World, canary: Canary) -> None:
    """Keep, read and drop drafts; keep settings; change the ways in."""
    desk = world.worker
    payload = {"report": canary.text("draft"), "names": [canary("draft name")]}
    drafts.save_draft(desk, f"visit:{'a' * 32}", "visit", "a" * 32, payload)
    drafts.save_draft(desk, "person:new", "person", None, payload)
    drafts.drop_draft(desk, "person:new")
    assert drafts.load_draft(desk, f"visit:{'a' * 32}") == payload
    settings.set_organisation(desk, "Gemeente Utrecht")
    settings.set_language(desk, "nl")
    rhythm.set_rhythm(desk, {**rhythm.DEFAULT, "monitoring": 28})
    settings.set_setting(desk, "note", {"text": canary.text("setting")})
    kept = SavedFilter(canary("filter"), canary("searched for"))
    saved_filters.save_filter(desk, "persons", kept)
    saved_filters.save_filter(desk, "persons", replace(kept, name="anders"))
    saved_filters.remove_filter(desk, "persons", "anders")
    for wrong in (canary("wrong password"), canary("wrong password") * 2000):
        with suppress(CasusError):
            vaults.change_password(desk, wrong, OTHER_PASSWORD)
        with suppress(CasusError):
            vaults.unlock(desk.vault.folder, wrong, desk.clock)
        with suppress(CasusError):
            vaults.confirm_recovery_code(desk, wrong)
    vaults.change_password(desk, PASSWORD, f"{canary('new password')} onder {OTHER_PASSWORD}")
    vaults.change_password(desk, f"{canary('new password')} onder {OTHER_PASSWORD}", PASSWORD)


def _change_records(world: World, canary: Canary, stored: dict[type, Done[Any]]) -> None:
    """Write each record that has an update once more, with other canaries."""
    for name, update in _updates(world).items():
        use = USES_BY_NAME[name]
        kind = next(one for one in USES if one.__name__ == name)
        first = use.store(world, use.start(world)).value
        changed = _with(
            use, name, Canary({f"{place}*": word for place, word in canary.places.items()}), world
        )
        if hasattr(changed, "person_id"):
            changed = replace(changed, person_id=first.person_id)
        update(first.id, first.version, changed)
        with suppress(CasusError):
            update(first.id, first.version, changed)  # nobody may write over a newer version
        assert kind in stored
    school = registers.add_school(world.coordinator, SchoolInput(canary("spare school"))).value
    registers.delete(world.coordinator, "schools", school.id)
    with suppress(CasusError):
        registers.delete(world.coordinator, "schools", world.school_id)


def _updates(world: World) -> dict[str, Callable[[str, int, Any], Done[Any]]]:
    worker, office = world.worker, world.coordinator
    return {
        "PersonInput": lambda i, v, d: persons.update_person(worker, i, v, d),
        "ContactInput": lambda i, v, d: contact_changes.correct_contact(worker, i, v, d),
        "FamilyInput": lambda i, v, d: families.update_family(worker, i, v, d),
        "PlanInput": lambda i, v, d: plans.change_plan(worker, i, v, d),
        "PartnerInput": lambda i, v, d: partners.update_partner(worker, i, v, d),
        "TaskInput": lambda i, v, d: tasks.update_task(worker, i, v, d),
        "AttachmentInput": lambda i, v, d: attachments.update_attachment(worker, i, v, d),
        "DetentionInput": lambda i, v, d: detentions.update_detention(worker, i, v, d),
        "LeaveInput": lambda i, v, d: leaves.update_leave(worker, i, v, d),
        "IdApplicationInput": lambda i, v, d: id_applications.update_id_application(worker, i, v, d),
        "FacilityInput": lambda i, v, d: facilities.update_facility(worker, i, v, d),
        "ProgrammeInput": lambda i, v, d: programmes.update_programme(worker, i, v, d),
        "ConsultingSessionInput": lambda i, v, d: consulting.correct_consulting_session(worker, i, v, d),
        "SchoolInput": lambda i, v, d: registers.update_school(office, i, v, d),
        "SchoolActivityInput": lambda i, v, d: registers.update_school_activity(office, i, v, d),
        "BusinessContactInput": lambda i, v, d: registers.update_business_contact(office, i, v, d),
        "InspectionInput": lambda i, v, d: registers.update_inspection(office, i, v, d),
        "PermitInput": lambda i, v, d: permits.update_permit(office, i, v, replace(d, status="granted")),
        "ResilienceSessionInput": lambda i, v, d: registers.update_resilience_session(office, i, v, d),
        "AmbassadorInput": lambda i, v, d: registers.update_ambassador(office, i, v, d),
        "WorkerInput": lambda i, v, d: registers.update_worker(office, i, v, d),
    }


def _with(use: Use, name: str, canary: Canary, world: World) -> Any:
    kind = next(one for one in USES if one.__name__ == name)
    return filled(use, kind, canary, world)


def _finish_programmes(world: World, canary: Canary) -> None:
    desk = world.worker
    first = programmes.register_programme(desk, ProgrammeInput(world.person(), "work", DAY)).value
    programmes.start_programme(desk, first.id, DAY)
    programmes.finish_programme(desk, first.id, DAY, "job")
    started = programmes.register_programme(
        desk, ProgrammeInput(world.person(), "school", DAY, started_on=DAY)
    ).value
    attendance.set_attendance(desk, started.id, started.version, [attendance.AttendanceInput(DAY, 8, 6)])
    later = programmes.register_programme(desk, ProgrammeInput(world.person(), "sport", DAY)).value
    programmes.wait_for_programme(desk, later.id)
    programmes.plan_intake(desk, later.id, DAY)
    certificate = programmes.open_vog(desk, VogInput(world.person(), "work", DAY)).value
    programmes.move_vog(desk, certificate.id, "applied", on=DAY, note=canary.text("move_vog"))
    programmes.move_vog(desk, certificate.id, "intended_refusal", on=DAY)
    vog.give_view(desk, certificate.id, DAY)
    inside = detentions.register_detention(desk, USES_BY_NAME["DetentionInput"].start(world)).value
    detentions.release_from_detention(desk, inside.id, DAY + timedelta(days=1))
    _stay_inside(world)


def _stay_inside(world: World) -> None:
    """Go to another prison, come out by mistake, apply for an identity card."""
    desk = world.worker
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    start = replace(USES_BY_NAME["DetentionInput"].start(world), person_id=case.person_id)
    inside = detentions.register_detention(desk, start).value
    conditions.set_condition(desk, case.id, inside.id, "housing", "entry", "arranged")
    other = facilities.add_facility(desk, USES_BY_NAME["FacilityInput"].start(world)).value
    facilities.remove_facility(desk, other.id)
    facilities.restore_facility(desk, other.id)
    moved = detentions.transfer_detention(desk, inside.id, other.id, DAY, version=inside.version).value
    out = detentions.release_from_detention(desk, moved.id, DAY).value
    detentions.correct_release(desk, out.id, None, version=out.version)
    leave = leaves.add_leave(desk, LeaveInput(moved.id, DAY)).value
    leaves.remove_leave(desk, leave.id)
    card = IdApplicationInput(case.id, "Identiteitskaart")
    asked = id_applications.open_id_application(desk, card).value
    id_applications.step_id_application(desk, asked.id, DAY)
    id_applications.remove_id_application(desk, asked.id)


def _end_families(world: World, canary: Canary) -> None:
    desk = world.worker
    member = families.add_member(
        desk,
        replace(USES_BY_NAME["MemberInput"].start(world), minor_reason="Zorgen over de jongere kinderen."),
    ).value
    worded = families.update_member(
        desk, member.id, member.version, relation="child", minor_reason=canary.text("member reason")
    ).value
    moved = families.move_member(desk, member.id, worded.version, family_id=world.family(), on=DAY).value
    families.end_membership(desk, moved.id, DAY)
    relative = RelativeInput(
        member.family_id, canary("relative"), canary("relative surname"), "sibling", DAY,
        birth_date=date(2012, 5, 1), minor_reason=canary.text("relative reason"),
    )  # fmt: skip
    families.add_relative(desk, relative)
    families.end_family(desk, member.family_id, on=DAY, reason="moved", outcome="stable")


def _break_glass(world: World, canary: Canary) -> None:
    """Restrict a case, open it with a reason, close it, judge that, and lift the restriction."""
    desk = world.worker
    case = cases.open_case(desk, USES_BY_NAME["CaseInput"].start(world)).value
    person_id = case.person_id
    restricting.restrict(desk, person_id, case.id, "case", canary.text("why restricted"))
    access = break_glass.open_restricted(desk, person_id, canary.text("why opened"), case.id).value
    restricting.restrict(desk, person_id, case.id, "none", canary.text("why lifted"))
    with desk.reading() as session:
        version = session.get_one(tables.EmergencyAccess, access.id).version
    break_glass.judge_access(desk, access.id, version, verdict="talked", note=canary.text("judged"))
    break_glass.close_access(desk, case.person_id)
    break_glass.close_overdue(desk)


def _destroy_a_case(world: World, canary: Canary) -> None:
    """Let a second person refuse a destruction, withdraw one, and destroy a case; all of it signed for."""
    desk, secret = world.worker, f"{canary('second secret')} onder {OTHER_PASSWORD}"
    case = a_case(desk)
    colleague = tables.Worker(
        name=canary("second"), sort_key="b", role="rio", is_owner=False, in_register=False
    )
    with desk.changing() as session:
        session.add(colleague)
        session.get_one(tables.Case, case.id).closed_on = DAY
    destruction.enrol_second(desk, colleague.id, secret)
    refused = destruction.propose(desk, [case.id], "unlawful").value.id
    with suppress(CasusError):
        destruction.reject(desk, refused, colleague.id, canary("wrong second secret"), canary.text("refusal"))
    destruction.reject(desk, refused, colleague.id, secret, canary.text("refusal"))
    destruction.withdraw(desk, destruction.propose(desk, [case.id], "unlawful").value.id)
    wanted = destruction.propose(desk, [case.id], "unlawful").value.id
    destruction.confirm(desk, wanted, colleague.id, secret)
    destruction.remove_second(desk, colleague.id)


def _look_around(world: World, canary: Canary, person_id: str) -> None:
    desk = world.worker
    _break_glass(world, canary)
    dossier.open_dossier(desk, person_id)
    for words in (canary("search"), f'"{canary("search")}* NEAR', canary("PersonInput.surname")):
        search.search(desk, words)
        persons.PersonList(desk).ids(words)
    with_plan(world)
    for broken in (_wrong_type, _unknown_table, _broken_reference):
        with suppress(Exception):
            broken(world, canary)


def _wrong_type(world: World, canary: Canary) -> None:
    with world.worker.changing() as session:
        session.add(tables.Task(title=canary("wrong type"), status="open", due_on=canary("wrong date")))


def _unknown_table(world: World, canary: Canary) -> None:
    with world.worker.reading() as session:
        session.connection().exec_driver_sql("SELECT ? FROM nowhere", (canary("statement"),))


def _broken_reference(world: World, canary: Canary) -> None:
    with world.worker.changing() as session:
        session.add(
            tables.FamilyMember(family_id="0" * 32, person_id="1" * 32, minor_reason=canary("broken"))
        )


USES_BY_NAME = {kind.__name__: use for kind, use in USES.items()}


# --- which use cases there are, and which were used -----------------------------------------------


def changing_use_cases() -> dict[CodeType, str]:
    """Return every public function of the services that returns what it changed, by its code."""
    found = {}
    for module in pkgutil.walk_packages(services.__path__, "casus.services."):
        for name, one in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            returns = str(inspect.signature(one).return_annotation)
            if not name.startswith("_") and "Done[" in returns and one.__module__ == module.name:
                found[one.__code__] = f"{module.name.rpartition('.')[2]}.{name}"
    return found


@contextmanager
def recording(called: set[CodeType]) -> Iterator[None]:
    """Note the code of every function that is called in this thread while the block runs."""

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event == "call":
            called.add(frame.f_code)

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(before)
