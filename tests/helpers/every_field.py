# SPDX-License-Identifier: EUPL-1.2
"""Every input of every use case: how it gets into the vault, and where its fields are found again."""

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from functools import cached_property
from typing import Any, get_type_hints

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus import services
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.services import (
    attachments,
    attendance,
    cases,
    consulting,
    contacts,
    context_figures,
    corrections,
    detentions,
    elsewhere,
    facilities,
    families,
    family_members,
    id_applications,
    indicators,
    inputs,
    intake_inputs,
    leaves,
    overview,
    partners,
    periods,
    persons,
    plans,
    programmes,
    register_inputs,
    registers,
    requests,
    sharing,
    stories,
    tasks,
    transfers,
    vog,
)
from casus.services.attachments import MemorySource
from casus.services.changes import Done
from casus.services.custody_inputs import IdApplicationInput, LeaveInput
from casus.services.desk import Desk
from casus.vault import tables
from tests.helpers.builders import a_case, a_facility, a_family, a_person

PACKAGE = "casus.services."
BY_THEIR_OWN_TESTS: Mapping[type, str] = {
    overview.MaskInput: "test_overview.py",
    requests.AnswerSentInput: "test_requests.py",
    requests.ExtensionInput: "test_requests.py",
    requests.IdentityInput: "test_requests.py",
    requests.RequestDecisionInput: "test_requests.py",
    requests.WithdrawalInput: "test_requests.py",
    attendance.AttendanceInput: "test_attendance.py",
    stories.StoryInput: "stories/test_stories.py",
    **dict.fromkeys(
        (
            corrections.CorrectionInput,
            corrections.CorrectionDecisionInput,
            corrections.ObjectionInput,
            corrections.ObjectionDecisionInput,
            corrections.NoticeInput,
        ),
        "test_corrections.py",
    ),
    elsewhere.ElsewhereInput: "test_elsewhere.py",
    indicators.IndicatorInput: "test_indicators.py",
    intake_inputs.InformedInput: "test_intake.py",
    intake_inputs.IntakeInput: "test_intake.py",
    intake_inputs.ScreeningInput: "test_intake.py",
    transfers.TransferInput: "test_transfers.py",
}
"""Inputs whose fields hang together or are named otherwise, and the tests that try them."""
DAY = date(2023, 10, 2)
LATER = date(2023, 12, 4)


@dataclass
class World:
    """A worker's desk and a coordinator's, with fresh records for each thing to be stored."""

    worker: Desk
    coordinator: Desk
    school_id: str = field(init=False)

    def __post_init__(self) -> None:
        self.school_id = registers.add_school(
            self.coordinator, register_inputs.SchoolInput("De Klim")
        ).value.id

    def person(self) -> str:
        """Return the id of someone new."""
        return a_person(self.worker).id

    def case(self) -> str:
        """Return the id of a new case."""
        return a_case(self.worker).id

    @cached_property
    def someone(self) -> str:
        """Return the id of the same person each time, where it need not be someone new."""
        return self.person()

    @cached_property
    def some_case(self) -> str:
        """Return the id of the same case each time."""
        return self.case()

    @cached_property
    def measured_case(self) -> str:
        """Return the id of the same case each time, with its baseline."""
        case_id = self.case()
        baseline = inputs.AssessmentInput(case_id, DAY, "baseline", {}, rest_unknown=True)
        plans.assess(self.worker, baseline)
        return case_id

    @cached_property
    def some_certificate(self) -> str:
        """Return the id of the same way to a certificate each time."""
        return programmes.open_vog(self.worker, inputs.VogInput(self.someone, "work", DAY)).value.id

    def facility(self) -> str:
        """Return the id of the one prison."""
        found = facilities.facilities(self.worker, country="be")
        return (
            found[0].id if found else a_facility(self.worker, "Penitentiair complex Brugge", country="be").id
        )

    @cached_property
    def detention(self) -> str:
        """Return the id of the same stay inside each time."""
        data = inputs.DetentionInput(self.person(), self.facility(), date(2023, 9, 1))
        return detentions.register_detention(self.worker, data).value.id

    @cached_property
    def some_family(self) -> str:
        """Return the id of the same family each time."""
        return self.family()

    def family(self) -> str:
        """Return the id of a new family."""
        return a_family(self.worker).id


Store = Callable[[World, Any], Done[Any]]
Read = Callable[[Session, str, str], Any]


@dataclass(frozen=True)
class Use:
    """One input: a valid one, what stores it, and how a field is read back.

    A part of a larger input is `put` into one made by `outer`; errors about it begin with `prefix`.
    """

    start: Callable[[World], Any]
    store: Store
    read: Read
    outer: Callable[[World], Any] | None = None
    put: Callable[[Any, Any], Any] = lambda outer, _part: outer
    prefix: str = ""
    by_coordinator: bool = False

    def desk(self, world: World) -> Desk:
        """Return whose vault it goes to."""
        return world.coordinator if self.by_coordinator else world.worker

    def changed(self, world: World, changes: Mapping[str, object]) -> Any:
        """Return what `store` takes: a valid input with some fields changed."""
        start = self.start(world)
        fitting = {
            name: (value,) if isinstance(getattr(start, name), tuple) else value
            for name, value in changes.items()
        }
        part = replace(start, **fitting)
        return part if self.outer is None else self.put(self.outer(world), part)

    def place(self, name: str) -> str:
        """Return the name a field has in errors; a life domain's score is named by the domain."""
        if name == "score":
            return self.prefix.rstrip(".")
        return f"{self.prefix}{name}" if self.prefix.endswith(".") else self.prefix or name


def columns(table: type[tables.Record]) -> Read:
    """Read a field from the column of the same name."""
    return lambda session, record_id, name: getattr(session.get_one(table, record_id), name)


def renamed(table: type[tables.Record], names: Mapping[str, str]) -> Read:
    """Read a field from its column, some of which have another name."""
    return lambda session, record_id, name: getattr(session.get_one(table, record_id), names.get(name, name))


def _person(session: Session, person_id: str, name: str) -> Any:
    person = session.get_one(tables.Person, person_id)
    if name == "aliases":
        alias = select(tables.PersonAlias.name).where(tables.PersonAlias.person_id == person_id)
        return session.scalar(alias)
    if name == "surname":
        return " ".join(filter(None, (person.prefix, person.surname)))
    return getattr(person, name)


def _contact(session: Session, contact_id: str, name: str) -> Any:
    contact = session.get_one(tables.Contact, contact_id)
    if name in ("next_on", "next_time"):
        planned = session.scalar(
            select(tables.Appointment).where(tables.Appointment.person_id == contact.person_id)
        )
        return planned and {"next_on": planned.on, "next_time": planned.at_time}[name]
    return getattr(contact, name)


def first(table: type[tables.Record], link: str, names: Mapping[str, str]) -> Read:
    """Read a field from the one record that refers to what was stored."""

    def read(session: Session, record_id: str, name: str) -> Any:
        record = session.scalar(select(table).where(getattr(table, link) == record_id))
        return getattr(record, names.get(name, name))

    return read


def _certificate(session: Session, record_id: str, name: str) -> Any:
    procedure = session.get_one(tables.VogProcedure, record_id)
    if name.startswith("ambassador_"):
        helper = session.get_one(tables.VogAmbassador, procedure.ambassador_id)
        return getattr(helper, name.removeprefix("ambassador_"))
    return getattr(procedure, "status_since" if name == "on" else name)


def _relative(session: Session, record_id: str, name: str) -> Any:
    member = session.get_one(tables.FamilyMember, record_id)
    if name in ("relation", "from_on", "minor_reason"):
        return getattr(member, name)
    return getattr(session.get_one(tables.Person, member.person_id), name)


def _conversation(session: Session, record_id: str, name: str) -> Any:
    held = select(tables.Contact).where(tables.Contact.consulting_session_id == record_id)
    contact = session.scalar(held)
    assert contact is not None
    if name == "next_on":
        planned = select(tables.Appointment.on).where(
            tables.Appointment.person_id == contact.person_id, tables.Appointment.kind == "consulting_hour"
        )
        return session.scalar(planned.order_by(tables.Appointment.created_at.desc()))
    return contact.report


def _corrected(world: "World") -> inputs.VogStepsInput:
    assert world.some_certificate  # there before anything is measured
    named = {"ambassador_name": "Jan de Vries", "ambassador_organisation": "ROC"}
    return inputs.VogStepsInput(world.someone, "work", DAY, not_applied_reason="Durft niet.", **named)


def _correct_certificate(world: "World", data: Any) -> Done[Any]:
    stored = vog.get_vog(world.worker, world.some_certificate)
    return vog.update_vog(world.worker, stored.id, stored.version, data)


def _housing(session: Session, assessment_id: str, name: str) -> Any:
    score = select(tables.AssessmentScore).where(
        tables.AssessmentScore.assessment_id == assessment_id, tables.AssessmentScore.life_domain == "housing"
    )
    return getattr(session.scalar(score), name)


def _action(session: Session, plan_id: str, name: str) -> Any:
    goal = select(tables.Goal.id).where(tables.Goal.plan_id == plan_id).scalar_subquery()
    return getattr(session.scalar(select(tables.Action).where(tables.Action.goal_id == goal)), name)


def _told(world: World) -> inputs.ContactInput:
    return inputs.ContactInput(world.person(), on=DAY, report="Kort gesproken.", next_on=LATER)


def _spoken(world: World) -> inputs.ContactInput:
    return inputs.ContactInput(world.someone, on=DAY, report="Kort gesproken.")


def _planned(world: World) -> inputs.PlanInput:
    return inputs.PlanInput(DAY, "Plan", family_id=world.family())  # another each time: a plan has one draft


def _measured(world: World) -> inputs.AssessmentInput:
    scores = dict.fromkeys(codelist("life_domain").values, inputs.ScoreInput("s3"))
    return inputs.AssessmentInput(world.measured_case, DAY, "interim", scores)


def _log(world: World, data: Any) -> Done[Any]:
    return contacts.log_contact(world.worker, "street", data)


def _plan(world: World, data: Any) -> Done[Any]:
    return plans.make_plan(world.worker, data)


def _assess(world: World, data: Any) -> Done[Any]:
    return plans.assess(world.worker, data)


def _another_period(world: World) -> periods.PeriodInput:
    """Return a month that is not kept yet."""
    kept = len(periods.period_rows(world.coordinator))
    return periods.PeriodInput(f"{1950 + kept // 12}-{kept % 12 + 1:02}")


def _aim(world: World, data: Any) -> Done[Any]:
    done = indicators.set_target(world.coordinator, "schools", Period.of_year(DAY.year), data)
    with world.coordinator.reading() as session:
        row = session.scalars(select(tables.IndicatorTarget)).one()
    return Done(row, done.changes)


USES: Mapping[type, Use] = {
    inputs.PersonInput: Use(
        lambda world: inputs.PersonInput("Younes", "Amrani"),
        lambda w, data: persons.register_person(w.worker, data, duplicates_checked=True),
        _person,
    ),
    inputs.CaseInput: Use(
        lambda w: inputs.CaseInput(w.person(), "rio", DAY, ("several_domains",)),
        lambda w, data: cases.open_case(w.worker, data),
        columns(tables.Case),
    ),
    inputs.ContactInput: Use(_told, _log, _contact),
    inputs.HomeVisitInput: Use(
        lambda w: inputs.HomeVisitInput(w.person(), on=DAY, report="Koffie.", next_on=LATER),
        lambda w, data: contacts.log_home_visit(w.worker, data),
        _contact,
    ),
    inputs.PrisonVisitInput: Use(
        lambda w: inputs.PrisonVisitInput(
            w.person(), on=DAY, report="Plannen.", next_on=LATER, facility_id=w.facility()
        ),
        lambda w, data: contacts.log_prison_visit(w.worker, data),
        _contact,
    ),
    inputs.Attendee: Use(
        lambda w: inputs.Attendee(name="Moeder"),
        _log,
        first(tables.ContactAttendee, "contact_id", {}),
        _spoken,
        lambda told, one: replace(told, attendees=(one,)),
        "attendees.0",
    ),
    inputs.AgreementInput: Use(
        lambda w: inputs.AgreementInput("Bellen"),
        _log,
        first(tables.Task, "contact_id", {"what": "title", "who": "owner"}),
        _spoken,
        lambda told, one: replace(told, agreements=(one,)),
        "agreements.0.",
    ),
    inputs.ProgrammeInput: Use(
        lambda w: inputs.ProgrammeInput(
            w.someone, "work", DAY, started_on=DAY, ended_on=DAY, outcome="job", stop_reason="Kwam niet."
        ),
        lambda w, data: programmes.register_programme(w.worker, data),
        columns(tables.Programme),
    ),
    inputs.VogInput: Use(
        lambda w: inputs.VogInput(
            w.someone, "work", DAY, ambassador_name="Jan de Vries", ambassador_organisation="ROC"
        ),
        lambda w, data: programmes.open_vog(w.worker, data),
        _certificate,
    ),
    inputs.VogStepsInput: Use(
        _corrected,
        _correct_certificate,
        _certificate,
    ),
    inputs.DetentionInput: Use(
        lambda w: inputs.DetentionInput(w.person(), w.facility(), DAY),
        lambda w, data: detentions.register_detention(w.worker, data),
        columns(tables.Detention),
    ),
    LeaveInput: Use(
        lambda w: LeaveInput(w.detention, DAY),
        lambda w, data: leaves.add_leave(w.worker, data),
        columns(tables.DetentionLeave),
    ),
    IdApplicationInput: Use(
        lambda w: IdApplicationInput(w.some_case, "Identiteitskaart", DAY),
        lambda w, data: id_applications.open_id_application(w.worker, data),
        columns(tables.IdApplication),
    ),
    inputs.FacilityInput: Use(
        lambda w: inputs.FacilityInput(f"PI {len(facilities.facilities(w.worker))}"),
        lambda w, data: facilities.add_facility(w.worker, data),
        columns(tables.Facility),
    ),
    inputs.ConsultingSessionInput: Use(
        lambda w: inputs.ConsultingSessionInput(w.facility(), DAY, 3),
        lambda w, data: consulting.log_consulting_session(w.worker, data),
        columns(tables.ConsultingSession),
    ),
    inputs.ConversationInput: Use(
        lambda w: inputs.ConversationInput(w.someone),
        lambda w, data: consulting.log_consulting_session(w.worker, data),
        _conversation,
        lambda w: inputs.ConsultingSessionInput(w.facility(), DAY, 3),
        lambda held, one: replace(held, lines=(one,)),
        "lines.0.",
    ),
    inputs.FamilyInput: Use(
        lambda w: inputs.FamilyInput("Familie Zand", DAY),
        lambda w, data: families.register_family(w.worker, data),
        columns(tables.Family),
    ),
    inputs.MemberInput: Use(
        lambda w: inputs.MemberInput(w.family(), w.person(), "child", DAY),
        lambda w, data: families.add_member(w.worker, data),
        columns(tables.FamilyMember),
    ),
    family_members.RelativeInput: Use(
        lambda w: family_members.RelativeInput(
            w.some_family, "Noor", "Zand", "parent", DAY, birth_date=date(1980, 5, 1)
        ),
        lambda w, data: family_members.add_relative(w.worker, data, duplicates_checked=True),
        _relative,
    ),
    inputs.AssessmentInput: Use(_measured, _assess, columns(tables.Assessment)),
    inputs.ScoreInput: Use(
        lambda w: inputs.ScoreInput("s3"),
        _assess,
        _housing,
        _measured,
        lambda measured, one: replace(measured, scores={**measured.scores, "housing": one}),
        "scores.housing.",
    ),
    inputs.PlanInput: Use(_planned, _plan, columns(tables.ActionPlan)),
    inputs.GoalInput: Use(
        lambda w: inputs.GoalInput("housing", "Een kamer"),
        _plan,
        first(tables.Goal, "plan_id", {}),
        _planned,
        lambda planned, one: replace(planned, goals=(one,)),
        "goals.0.",
    ),
    inputs.ActionInput: Use(
        lambda w: inputs.ActionInput("Zoeken"),
        _plan,
        _action,
        _planned,
        lambda planned, one: replace(
            planned, goals=(inputs.GoalInput("housing", "Een kamer", actions=(one,)),)
        ),
        "goals.0.actions.0.",
    ),
    inputs.TaskInput: Use(
        lambda w: inputs.TaskInput("Bellen"),
        lambda w, data: tasks.add_task(w.worker, data),
        columns(tables.Task),
    ),
    inputs.AppointmentInput: Use(
        lambda w: inputs.AppointmentInput("office", LATER),
        lambda w, data: tasks.add_appointment(w.worker, data),
        columns(tables.Appointment),
    ),
    inputs.PartnerInput: Use(
        lambda w: inputs.PartnerInput("Politie", "police"),
        lambda w, data: partners.add_partner(w.worker, data),
        columns(tables.Partner),
    ),
    inputs.SharingInput: Use(
        lambda w: inputs.SharingInput(
            w.someone,
            "Adres",
            "consent",
            DAY,
            recipient="Politie",
            data_kinds=("contact",),
            way="letter",
            consent_on=DAY,
        ),
        lambda w, data: sharing.log_sharing(w.worker, data),
        columns(tables.DataSharing),
    ),
    inputs.AttachmentInput: Use(
        lambda w: inputs.AttachmentInput("Brief", "letter", DAY, w.someone),
        lambda w, data: attachments.add_attachment(w.worker, MemorySource("x", b"tekst"), data),
        columns(tables.Attachment),
    ),
    inputs.AccessRequestInput: Use(
        lambda w: inputs.AccessRequestInput(w.someone, "access", DAY, True, "Moeder"),
        lambda w, data: requests.receive_access_request(w.worker, data),
        columns(tables.AccessRequest),
    ),
    register_inputs.SchoolInput: Use(
        lambda w: register_inputs.SchoolInput("De Klim"),
        lambda w, data: registers.add_school(w.coordinator, data),
        columns(tables.School),
        by_coordinator=True,
    ),
    register_inputs.SchoolActivityInput: Use(
        lambda w: register_inputs.SchoolActivityInput(w.school_id, DAY),
        lambda w, data: registers.add_school_activity(w.coordinator, data),
        columns(tables.SchoolActivity),
        by_coordinator=True,
    ),
    register_inputs.BusinessContactInput: Use(
        lambda w: register_inputs.BusinessContactInput(DAY),
        lambda w, data: registers.add_business_contact(w.coordinator, data),
        columns(tables.BusinessContact),
        by_coordinator=True,
    ),
    register_inputs.InspectionInput: Use(
        lambda w: register_inputs.InspectionInput(DAY),
        lambda w, data: registers.add_inspection(w.coordinator, data),
        columns(tables.Inspection),
        by_coordinator=True,
    ),
    register_inputs.PermitInput: Use(
        lambda w: register_inputs.PermitInput("Garage Noord", DAY),
        lambda w, data: registers.add_permit(w.coordinator, data),
        renamed(tables.Permit, {"on": "status_since"}),
        by_coordinator=True,
    ),
    register_inputs.ResilienceSessionInput: Use(
        lambda w: register_inputs.ResilienceSessionInput(DAY),
        lambda w, data: registers.add_resilience_session(w.coordinator, data),
        columns(tables.ResilienceSession),
        by_coordinator=True,
    ),
    register_inputs.AmbassadorInput: Use(
        lambda w: register_inputs.AmbassadorInput("Jan de Vries", "ROC", DAY),
        lambda w, data: registers.add_ambassador(w.coordinator, data),
        columns(tables.VogAmbassador),
        by_coordinator=True,
    ),
    register_inputs.WorkerInput: Use(
        lambda w: register_inputs.WorkerInput("Fatima Haddad", started_on=DAY),
        lambda w, data: registers.add_worker(w.coordinator, data),
        columns(tables.Worker),
        by_coordinator=True,
    ),
}


CATALOGUE_USES: Mapping[type, Use] = {
    context_figures.ContextFigureInput: Use(
        lambda w: context_figures.ContextFigureInput("Jongeren in de stad", 400, "personen", "CBS", DAY),
        lambda w, data: context_figures.add_context_figure(w.coordinator, data),
        columns(tables.ContextFigure),
        by_coordinator=True,
    ),
    indicators.TargetInput: Use(
        lambda w: indicators.TargetInput(40), _aim, columns(tables.IndicatorTarget), by_coordinator=True
    ),
    periods.PeriodInput: Use(
        _another_period,
        lambda w, data: periods.add_period(w.coordinator, data),
        columns(tables.ReportingPeriod),
        by_coordinator=True,
    ),
}
"""Inputs of the catalogue; the walk of every act stores them by `every_catalogue`."""


def input_classes() -> set[type]:
    """Return every class of an input that the services define."""
    modules = [importlib.import_module(one.name) for one in pkgutil.walk_packages(services.__path__, PACKAGE)]
    found = {one for module in modules for one in vars(module).values() if isinstance(one, type)}
    ours = {one for one in found if one.__module__.startswith(PACKAGE)}
    return {one for one in ours if one.__name__.endswith("Input")} | {inputs.Attendee}


def fields_of(kind: type, wanted: type) -> Iterator[str]:
    """Yield the fields of an input that hold values of a type (optional or in a tuple alike), ids left out."""
    hints = get_type_hints(kind)
    for one in fields(kind):
        words = (
            str(hints[one.name]).replace("datetime.date", "date").replace("<class '", "").replace("'>", "")
        )
        parts = words.replace("tuple[", "").replace(", ...]", "").split(" | ")
        if wanted.__name__ in parts and not one.name.endswith("_id"):
            yield one.name
