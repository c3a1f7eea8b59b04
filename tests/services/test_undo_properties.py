# SPDX-License-Identifier: EUPL-1.2
"""Whatever was done, in whatever order: undoing it all gives back the same records, and the chain stays whole."""

import inspect
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from itertools import takewhile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from tests.helpers.builders import A_CASE, A_PERSON, A_VISIT
from tests.helpers.every_record import records_of
from tests.helpers.thorough import THOROUGH

import casus
from casus.domain.codelists import codelist
from casus.errors import CasusError, UndoRefused
from casus.services import (
    assessments,
    cases,
    contact_changes,
    contacts,
    detentions,
    facilities,
    families,
    partners,
    persons,
    plans,
    programmes,
    requests,
    tasks,
    undo,
)
from casus.services.desk import Desk
from casus.services.inputs import (
    AccessRequestInput,
    ActionInput,
    AgreementInput,
    AppointmentInput,
    AssessmentInput,
    DetentionInput,
    FamilyInput,
    GoalInput,
    MemberInput,
    PartnerInput,
    PlanInput,
    ProgrammeInput,
    ScoreInput,
    TaskInput,
    VogInput,
)
from casus.vault.history import batches
from casus.vault.tables import (
    ActionPlan,
    Appointment,
    Case,
    Contact,
    Detention,
    Facility,
    Family,
    FamilyMember,
    Goal,
    Person,
    Programme,
    Record,
    Task,
)

TODAY = date(2023, 11, 1)


class Hand:
    """Does use cases on whatever is there; `n` chooses which record and which values."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def pick(self, kind: type[Record], n: int) -> Any:
        with self.desk.reading() as session:
            found = session.scalars(select(kind).order_by(kind.created_at, kind.id)).all()
        if not found:
            raise UndoRefused("gone")
        return found[n % len(found)]

    def register(self, n: int) -> None:
        data = replace(A_PERSON, surname=f"Naam{n}", aliases=("Bijnaam",) if n % 2 else ())
        persons.register_person(self.desk, data, duplicates_checked=True)

    def rename(self, n: int) -> None:
        person = self.pick(Person, n)
        data = replace(A_PERSON, surname=f"Ander{n % 3}", aliases=(f"Bij{n % 2}",), telephone=f"03{n}")
        persons.update_person(self.desk, person.id, person.version, data)

    def open_case(self, n: int) -> None:
        approach = ("top_x", "local_pga", "rio")[n % 3]
        cases.open_case(self.desk, replace(A_CASE, person_id=self.pick(Person, n).id, approach=approach))

    def move(self, n: int) -> None:
        case = self.pick(Case, n)
        targets = cases.phase_choices(case.phase)
        target = targets[n % len(targets)][0]
        reason = "Daar is een goede reden voor."
        cases.move_phase(
            self.desk, case.id, target, on=TODAY, reason=reason, closure_reason="moved", outcome="unknown"
        )

    def review(self, n: int) -> None:
        case = self.pick(Case, n)
        cases.review_case(self.desk, case.id, on=TODAY, proportionate=bool(n % 2), reasoning="Nodig.")

    def assign(self, n: int) -> None:
        cases.assign(self.desk, self.pick(Case, n).id, self.desk.worker_id, "deputy", TODAY)

    def visit(self, n: int) -> None:
        case = self.pick(Case, n)
        visit = replace(
            A_VISIT,
            person_id=case.person_id,
            case_id=case.id if n % 3 else None,
            on=TODAY - timedelta(days=n % 9),
            reached="yes" if n % 4 else "refused",
            agreements=(AgreementInput("Bellen"),) if n % 2 else (),
            next_on=TODAY + timedelta(days=3) if n % 5 == 0 else None,
        )
        contacts.log_home_visit(self.desk, visit)

    def correct(self, n: int) -> None:
        contact = self.pick(Contact, n)
        data = contacts.ContactInput(
            contact.person_id, contact.case_id, TODAY - timedelta(days=n % 11), report="Anders dan eerst."
        )
        contact_changes.correct_contact(self.desk, contact.id, contact.version, data)

    def task(self, n: int) -> None:
        recurrence = "weekly" if n % 2 else "none"
        person = self.pick(Person, n)
        tasks.add_task(
            self.desk, TaskInput("Bellen", person_id=person.id, recurrence=recurrence, due_on=TODAY)
        )

    def tick(self, n: int) -> None:
        task = self.pick(Task, n)
        (tasks.complete_task, tasks.reopen_task, tasks.cancel_task)[n % 3](self.desk, task.id)

    def appoint(self, n: int) -> None:
        person = self.pick(Person, n)
        tasks.add_appointment(self.desk, AppointmentInput("home_visit", TODAY, person_id=person.id))

    def cancel(self, n: int) -> None:
        tasks.cancel_appointment(self.desk, self.pick(Appointment, n).id)

    def facility(self, n: int) -> None:
        facilities.add_facility(self.desk, facilities.FacilityInput(f"PI {n % 4}"))

    def close_facility(self, n: int) -> None:
        facilities.remove_facility(self.desk, self.pick(Facility, n).id)

    def detain(self, n: int) -> None:
        person, place = self.pick(Person, n), self.pick(Facility, n)
        detentions.register_detention(self.desk, DetentionInput(person.id, place.id, date(2023, 9, 1)))

    def release(self, n: int) -> None:
        detentions.release_from_detention(self.desk, self.pick(Detention, n).id, TODAY)

    def condition(self, n: int) -> None:
        case = self.pick(Case, n)
        detentions.check_condition(
            self.desk, case.id, None, "housing", "entry", ("arranged", "in_progress")[n % 2], TODAY
        )

    def family(self, n: int) -> None:
        families.register_family(self.desk, FamilyInput(f"Gezin{n}", TODAY))

    def member(self, n: int) -> None:
        member = MemberInput(self.pick(Family, n).id, self.pick(Person, n).id, "child", TODAY)
        families.add_member(self.desk, member)

    def leave(self, n: int) -> None:
        families.end_membership(self.desk, self.pick(FamilyMember, n).id, TODAY)

    def end_family(self, n: int) -> None:
        families.end_family(self.desk, self.pick(Family, n).id, on=TODAY, reason="moved", outcome="stable")

    def programme(self, n: int) -> None:
        data = ProgrammeInput(self.pick(Person, n).id, "work", TODAY, provider_name="Boost")
        programmes.register_programme(self.desk, data)

    def start(self, n: int) -> None:
        programme = self.pick(Programme, n)
        if n % 2:
            programmes.start_programme(self.desk, programme.id, TODAY)
        else:
            programmes.stop_programme(self.desk, programme.id, TODAY, "Geen zin meer.")

    def vog(self, n: int) -> None:
        programmes.open_vog(self.desk, VogInput(self.pick(Person, n).id, "work", TODAY))

    def plan(self, n: int) -> None:
        goal = GoalInput("housing", "Een eigen kamer", actions=(ActionInput("Inschrijven"),))
        plan = PlanInput(TODAY, "Plan", self.pick(Case, n).id, goals=(goal,), discussed=True)
        plans.make_plan(self.desk, plan)

    def adopt(self, n: int) -> None:
        plans.adopt_plan(self.desk, self.pick(ActionPlan, n).id)

    def goal(self, n: int) -> None:
        status = codelist("goal_status").values[n % 3]
        plans.set_goal_status(self.desk, self.pick(Goal, n).id, status)

    def measure(self, n: int) -> None:
        domain, score = codelist("life_domain").values[0], codelist("domain_score").values[n % 3]
        kind = codelist("assessment_kind").values[n % 2]
        scores = {domain: ScoreInput(score)}
        data = AssessmentInput(self.pick(Case, n).id, TODAY, kind, scores, rest_unknown=True)
        assessments.assess(self.desk, data)

    def ask(self, n: int) -> None:
        data = AccessRequestInput(self.pick(Person, n).id, codelist("access_kind").values[0], TODAY)
        requests.receive_access_request(self.desk, data)

    def partner(self, n: int) -> None:
        partners.add_partner(self.desk, PartnerInput(f"Partner{n}", "police"))


def acts_of(hand: Hand) -> dict[str, Callable[[int], None]]:
    found = inspect.getmembers(hand, inspect.ismethod)
    return {name: act for name, act in found if name not in ("__init__", "pick")}


NAMES = sorted(acts_of(Hand.__new__(Hand)))
CALM = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]
A_DAY = st.lists(st.tuples(st.sampled_from(NAMES), st.integers(0, 30)), min_size=1, max_size=25)


def begin(desk: Desk) -> None:
    """Put something there to work on, once for all examples."""
    hand = Hand(desk)
    with desk.reading() as session:
        if session.scalars(select(Person)).first() is not None:
            return
    for name in (
        "register",
        "open_case",
        "facility",
        "family",
        "member",
        "visit",
        "programme",
        "plan",
        "task",
    ):
        acts_of(hand)[name](1)


def work(desk: Desk, day: Sequence[tuple[str, int]]) -> None:
    """Do a day's work; what the rules refuse is not done."""
    acts = acts_of(Hand(desk))
    for name, n in day:
        with suppress(CasusError):
            acts[name](n)


def top(desk: Desk) -> str:
    with desk.reading() as session:
        return next(batches(session)).id


def done_since(desk: Desk, mark: str) -> int:
    with desk.reading() as session:
        return len(list(takewhile(lambda batch: batch.id != mark, batches(session))))


def test_each_act_of_these_tests_does_something(desk: Desk) -> None:
    begin(desk)
    acts = acts_of(Hand(desk))
    acts["close_facility"] = acts.pop("close_facility")  # last: nobody comes into a prison that is closed
    for name, act in acts.items():
        done = 0
        for n in range(12):
            with suppress(CasusError):
                act(n)
                done += 1
        assert done, name


@settings(max_examples=40 if THOROUGH else 7, suppress_health_check=CALM)
@given(day=A_DAY)
def test_undoing_a_day_of_work_gives_back_the_same_records(desk: Desk, day: list[tuple[str, int]]) -> None:
    begin(desk)
    before, mark = records_of(desk), top(desk)
    work(desk, day)
    after, done = records_of(desk), done_since(desk, mark)
    for _ in range(done):
        step = undo.steps(desk).undo
        assert step is not None
        undo.undo(desk, step.batch_id)
    assert records_of(desk) == before
    for _ in range(done):
        step = undo.steps(desk).redo
        assert step is not None
        undo.undo(desk, step.batch_id)
    assert records_of(desk) == after
    for _ in range(done):
        step = undo.steps(desk).undo
        assert step is not None
        undo.undo(desk, step.batch_id)
    assert records_of(desk) == before
    assert desk.vault.verify().ok


@settings(max_examples=40 if THOROUGH else 7, suppress_health_check=CALM)
@given(day=A_DAY, which=st.lists(st.integers(0, 30), max_size=12))
def test_an_undo_out_of_order_is_refused_whole_or_can_be_done_again(
    desk: Desk, day: list[tuple[str, int]], which: list[int]
) -> None:
    begin(desk)
    work(desk, day)
    for n in which:
        acts = undo.recent(desk, 40)
        act = acts[n % len(acts)]
        before = records_of(desk)
        try:
            undo.undo(desk, act.batch_id)
        except UndoRefused:
            assert records_of(desk) == before
        else:
            undo.undo(desk, top(desk))
            assert records_of(desk) == before
            if n % 2:
                undo.undo(desk, top(desk))
    assert desk.vault.verify().ok


def test_every_label_in_the_code_has_words() -> None:
    sources = [path.read_text(encoding="utf-8") for path in Path(casus.__file__).parent.rglob("*.py")]
    labels = {
        one
        for source in sources
        for found in re.findall(r"(?:changing|transaction)\([^)]*label=([^)]*)\)", source)
        for one in re.findall(r'"([a-z_]+)"', found)
    }
    assert len(labels) > 40
    assert labels <= set(codelist("use_case").values)
    assert {f"log_{kind}" for kind in codelist("contact_kind").values} <= set(codelist("use_case").values)
