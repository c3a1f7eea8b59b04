# SPDX-License-Identifier: EUPL-1.2
"""One dossier through eight years, by the use cases themselves, with a word of its own in every text."""

from dataclasses import replace
from datetime import UTC, date, datetime

from casus.domain.clock import FixedClock
from casus.services import (
    attachments,
    break_glass,
    case_basis,
    cases,
    contact_changes,
    contacts,
    corrections,
    drafts,
    families,
    informing,
    intake,
    merging,
    overview,
    persons,
    plans,
    policy,
    requests,
    restricting,
    retention,
    sharing,
    tasks,
    transfers,
)
from casus.services.attachments import MemorySource
from casus.services.corrections import (
    CorrectionDecisionInput,
    CorrectionInput,
    NoticeInput,
    ObjectionDecisionInput,
    ObjectionInput,
)
from casus.services.desk import Desk
from casus.services.families import FamilyInput, MemberInput, RelativeInput
from casus.services.inputs import (
    AccessRequestInput,
    ActionInput,
    AgreementInput,
    AttachmentInput,
    Attendee,
    CaseInput,
    GoalInput,
    HomeVisitInput,
    PersonInput,
    PlanInput,
    SharingInput,
    TaskInput,
)
from casus.services.intake_inputs import InformedInput, IntakeInput, ScreeningInput
from casus.services.transfers import TransferInput
from casus.vault.tables import EmergencyAccess
from tests.helpers.canary import Canary

BIRTH = date(1997, 5, 4)
FIRST, LAST = 2016, 2023
POLICY = """policy_version = 2
organisation = "Gemeente Utrecht"
issued_by = "Hoofd Veiligheid"
valid_from = 2021-01-01
[retention]
years = 2
start = "closing"
"""


class Dossier:
    """Whose it is, and the words that were written down about them."""

    def __init__(self, desk: Desk, clock: FixedClock) -> None:
        self.desk, self.clock, self.words = desk, clock, Canary()
        self.person_id = self.case_id = self.family_id = self.relative_id = ""
        self.colleague_id = ""

    def at(self, year: int, month: int = 1, day: int = 15) -> date:
        """Let it be this day, and return it."""
        self.clock.moment = datetime(year, month, day, 9, tzinfo=UTC)
        return self.clock.today()

    def live(self) -> None:
        """Write it all down, year by year."""
        self._begin()
        self._work()
        self._restricted()
        self._pass_on_and_back()
        self._correct()
        self._close_and_reopen()
        self._object_and_ask()
        self._merge_and_take_apart()
        self._end()

    def _begin(self) -> None:
        desk, word, day = self.desk, self.words, self.at(FIRST, 1, 11)
        self.family_id = families.register_family(
            desk, FamilyInput(word("family"), day, note=word.text("family note"))
        ).value.id
        given = PersonInput(
            word("given name"), word("surname"), call_name=word("call name"), birth_date=BIRTH,
            email=f"{word('email')}@voorbeeld.nl", street=word("street"), city=word("city"),
            aliases=(word("alias"),), note=word.text("person note"),
        )  # fmt: skip
        self.person_id = persons.register_person(desk, given).value.id
        families.add_member(
            desk, MemberInput(self.family_id, self.person_id, "child", day, word.text("minor reason"))
        )
        relative = RelativeInput(
            self.family_id, word("relative"), word("relative surname"), "parent", day,
            birth_date=date(1975, 2, 2),
        )  # fmt: skip
        self.relative_id = families.add_relative(desk, relative).value.person_id
        case = CaseInput(
            self.person_id, "top_x", day, ("several_domains",), word.text("inclusion note"),
            referrer=word("referrer"), proportionality=word.text("proportionality"), family_id=self.family_id,
        )  # fmt: skip
        opened = cases.open_case(desk, case).value
        self.case_id = opened.id
        asked = ScreeningInput(day, "intake", {"several_domains": "met"}, word.text("screening"))
        intake.screen_case(desk, self.case_id, asked)
        later = InformedInput("postponed", note=word.text("not told yet"), again_on=date(FIRST, 2, 15))
        met = IntakeInput(
            self.at(FIRST, 1, 25), word.text("wants"), "wgs", word.text("needed"), (word("involved"),), later
        )
        intake.finish_intake(desk, self.case_id, met)
        informing.inform_person(desk, self.case_id, InformedInput("conversation", self.at(FIRST, 2, 15)))

    def _work(self) -> None:
        desk, word, day = self.desk, self.words, self.at(FIRST, 3, 1)
        goal = GoalInput("housing", word("goal"), actions=(ActionInput(word("action")),))
        plan = PlanInput(day, word.text("plan"), self.case_id, goals=(goal,), discussed=True)
        plans.adopt_plan(desk, plans.make_plan(desk, plan).value.id)
        for year in range(FIRST, FIRST + 3):
            for month in (4, 10):
                day = self.at(year, month)
                cases.review_case(
                    desk, self.case_id, on=day, proportionate=True, reasoning=word.text(f"review {day}")
                )
                self.visit(day)
        tasks.add_task(desk, TaskInput(word("task"), day, case_id=self.case_id, note=word.text("task note")))
        paper = AttachmentInput(word("title"), "letter", day, self.person_id, self.case_id)
        attachments.add_attachment(desk, MemorySource("x.txt", word("document").encode() * 900), paper)
        gone = self.visit(day)
        contact_changes.delete_contact(desk, gone, 1)
        sharing.log_sharing(
            desk,
            SharingInput(
                self.person_id, word.text("shared"), "public_task", day, self.case_id,
                recipient="Buurtteam Overvecht", data_kinds=("identity",), way="oral",
            ),
        )  # fmt: skip

    def visit(self, day: date) -> str:
        """Log a home visit with the relative there; return its id."""
        word = self.words
        data = HomeVisitInput(
            self.person_id, self.case_id, day, report=word.text(f"visit {day}"),
            attendees=(Attendee(person_id=self.relative_id), Attendee(name=word("attendee"))),
            agreements=(AgreementInput(word("agreement")),),
        )  # fmt: skip
        return contacts.log_home_visit(self.desk, data).value.id

    def _restricted(self) -> None:
        desk, word = self.desk, self.words
        self.at(2018, 11)
        restricting.restrict(desk, self.person_id, self.case_id, "person", word.text("why restricted"))
        access = break_glass.open_restricted(desk, self.person_id, word.text("why opened")).value
        restricting.restrict(desk, self.person_id, self.case_id, "none", word.text("why lifted"))
        with desk.reading() as session:
            version = session.get_one(EmergencyAccess, access.id).version
        break_glass.judge_access(desk, access.id, version, verdict="talked", note=word.text("judged"))

    def _pass_on_and_back(self) -> None:
        desk, word = self.desk, self.words
        self.at(2019, 2)
        offer = TransferInput(self.case_id, word.text("passed on"), to_name="Okan Yildirim")
        given = transfers.offer_transfer(desk, offer).value
        self.colleague_id = str(given.to_worker_id)
        transfers.accept_transfer(desk, given.id, with_tasks=True, note=word.text("accepted"))
        self.at(2019, 4)
        back = TransferInput(self.case_id, word.text("back"), to_worker_id=desk.worker_id)
        given = transfers.offer_transfer(desk, back).value
        transfers.accept_transfer(desk, given.id, with_tasks=True)

    def _correct(self) -> None:
        desk, word, day = self.desk, self.words, self.at(2019, 5)
        visit = self.visit(day)
        for decision in ("removed", "kept"):
            said = CorrectionInput(
                self.person_id, "contacts", visit, "report", word.text(f"says {decision}"), day,
                proposed=word.text(f"proposed {decision}"),
            )  # fmt: skip
            one = corrections.note_correction(desk, said).value
            seen = corrections.get_correction(desk, one.id).seen
            judged = CorrectionDecisionInput(
                decision, word.text(f"decided {decision}"), day, desk.worker_id, seen
            )
            corrections.decide_correction(desk, one.id, judged)
            corrections.carry_out_correction(desk, one.id, word.text(f"corrected {decision}"))
            self._answer(one.request_id, day)
        for notice in corrections.NoticeList(desk).ids():
            corrections.settle_notice(desk, notice, NoticeInput("told", day, word.text("told")))

    def _close_and_reopen(self) -> None:
        desk, word = self.desk, self.words
        ends = {"closure_reason": "moved", "outcome": "stable"}
        cases.close_case(desk, self.case_id, on=self.at(2019, 9), note=word.text("closed"), **ends)
        why = word.text("reopened")
        cases.reopen_case(desk, self.case_id, on=self.at(2020, 2), reason=why)
        cases.move_phase(desk, self.case_id, "execution", on=self.clock.today(), reason=why)
        case = cases.get_case(desk, self.case_id)
        case_basis.update_case(
            desk,
            case.id,
            case.version,
            CaseInput(
                self.person_id, "top_x", case.opened_on, ("several_domains",), word.text("new note"),
                legal_basis="wgs", informed_how="conversation", informed_on=case.informed_on,
                family_id=self.family_id, proportionality=word.text("new proportionality"),
            ),
        )  # fmt: skip

    def _object_and_ask(self) -> None:
        desk, word, day = self.desk, self.words, self.at(2020, 6)
        said = ObjectionInput(self.person_id, self.case_id, word.text("objects"), day)
        objection = corrections.note_objection(desk, said).value
        judged = ObjectionDecisionInput(
            "dismissed", word.text("dismissed"), self.at(2020, 6, 25), desk.worker_id
        )
        corrections.decide_objection(desk, objection.id, judged)
        self._answer(objection.request_id, self.clock.today())
        day = self.at(2020, 9)
        asked = AccessRequestInput(
            self.person_id, "access", day, statement=word.text("asks"), case_id=self.case_id
        )
        request = requests.receive_access_request(desk, asked).value
        mask = overview.MaskInput(request.id, "access_requests", request.id, "statement", "hide")
        text = requests.get_request(desk, request.id).statement
        overview.mask_text(desk, replace(mask, passage=text, reason=word.text("why masked")))
        longer = requests.ExtensionInput(self.at(2020, 10, 1), word.text("why longer"))
        requests.extend_request(desk, request.id, longer)
        self._answer(request.id, self.at(2020, 11))

    def _answer(self, request_id: str, day: date) -> None:
        """Answer a request: whose it is was seen, partly granted, by letter."""
        requests.check_identity(self.desk, request_id, requests.IdentityInput(day, "document"))
        why = self.words.text(f"why partly {day}")
        requests.decide_request(
            self.desk, request_id, requests.RequestDecisionInput("partly", day, why, True)
        )
        requests.send_answer(self.desk, request_id, requests.AnswerSentInput(day, "letter"))

    def _merge_and_take_apart(self) -> None:
        desk, word = self.desk, self.words
        self.at(2021, 2)
        double = PersonInput(word("double"), word("double surname"), birth_date=BIRTH)
        other = persons.register_person(desk, double, duplicates_checked=True).value
        found = merging.compare(desk, self.person_id, other.id)
        asked = [one.key for one in found.fields if one.state == "differ"]
        done = merging.merge(
            desk, self.person_id, other.id, dict.fromkeys(asked, "left"), word.text("why one")
        ).value
        self.visit(self.at(2021, 3))
        apart = merging.split(desk, done.id, {}, word.text("why two")).value
        found = merging.compare(desk, self.person_id, apart.id)
        asked = [one.key for one in found.fields if one.state == "differ"]
        merging.merge(
            desk, self.person_id, apart.id, dict.fromkeys(asked, "left"), word.text("one after all")
        )

    def _end(self) -> None:
        desk, word = self.desk, self.words
        self.at(2021, 4)
        policy.apply_policy(desk, POLICY, "beleid.toml")
        self.visit(self.at(2021, 5))
        ends = {"closure_reason": "goals_achieved", "outcome": "stable"}
        cases.close_case(desk, self.case_id, on=self.at(2021, 6, 1), note=word.text("closed again"), **ends)
        families.end_family(
            desk, self.family_id, on=self.clock.today(), reason="goals_achieved", outcome="stable"
        )
        retention.hold_case(desk, self.case_id, word.text("held"), on=self.at(2023, 6, 5))
        retention.lift_hold(desk, self.case_id, word.text("let go"), on=self.at(2023, 6, 20))
        named = {"given_name": word("given name"), "surname": word("surname"), "note": word.text("new draft")}
        drafts.save_draft(desk, "person:new", "person", None, named)
        about = f"home_visit:{self.case_id}:{self.person_id}"
        drafts.save_draft(desk, about, "home_visit", self.case_id, {"report": word.text("draft")})
        key = f"task:new:{self.person_id}"
        drafts._keep_outside(desk, key, drafts._seal(desk, key, "task", None, {"note": word("outside")}))
