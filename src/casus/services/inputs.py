# SPDX-License-Identifier: EUPL-1.2
"""What forms hand to the use cases: values already read (dates as dates), texts as typed.

Every field of the same name in an `InvalidInput` is the field of these classes, so that a form can put the
error beside it. Each class is also importable from the module of its use case.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casus.services.programme_inputs import ProgrammeInput, VogInput, VogStepsInput

__all__ = [
    "AccessRequestInput",
    "ActionInput",
    "AgreementInput",
    "AppointmentInput",
    "AssessmentInput",
    "AttachmentInput",
    "Attendee",
    "CaseInput",
    "ConsultingSessionInput",
    "ContactInput",
    "ConversationInput",
    "DetentionInput",
    "FacilityInput",
    "FamilyInput",
    "GoalInput",
    "HomeVisitInput",
    "MemberInput",
    "PartnerInput",
    "PersonInput",
    "PlanInput",
    "PrisonVisitInput",
    "ProgrammeInput",
    "ScoreInput",
    "SharingInput",
    "TaskInput",
    "VogInput",
    "VogStepsInput",
]


@dataclass(frozen=True)
class PersonInput:
    """A person as the form holds it; names and address as typed, `district`, `role`, `language` as codes."""

    given_name: str
    surname: str
    prefix: str | None = None
    call_name: str | None = None
    birth_date: date | None = None
    birth_date_estimated: bool = False
    role: str = "young_person"
    telephone: str | None = None
    email: str | None = None
    street: str | None = None
    house_number: str | None = None
    postcode: str | None = None
    city: str | None = None
    district: str = "unknown"
    language: str = "nl"
    interpreter: bool = False
    representative_id: str | None = None
    aliases: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True)
class CaseInput:
    """A case to be opened for one person under one approach."""

    person_id: str
    approach: str
    opened_on: date
    inclusion_reasons: tuple[str, ...]
    inclusion_note: str | None = None
    legal_basis: str = "public_task"
    referring_partner_id: str | None = None
    referrer: str | None = None
    referral_way: str | None = None
    informed_how: str | None = None
    informed_on: date | None = None
    informed_note: str | None = None
    proportionality: str | None = None
    priority: str = "normal"
    family_id: str | None = None


@dataclass(frozen=True)
class Attendee:
    """Someone who was there: exactly one of a person on file, a partner, or a name typed in."""

    person_id: str | None = None
    partner_id: str | None = None
    name: str | None = None


@dataclass(frozen=True)
class AgreementInput:
    """What was agreed, who will do it (nobody named: the worker) and by when."""

    what: str
    who: str | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class ContactInput:
    """A contact of any kind; `at_time` and `next_time` are local HH:MM, `reached` a code of list reached.

    `next_kind` is how the next contact will be (list contact_kind); without it, the way this one was.
    """

    person_id: str
    case_id: str | None = None
    on: date | None = None
    at_time: str | None = None
    reached: str = "yes"
    attendees: tuple[Attendee, ...] = ()
    report: str | None = None
    information_kind: str = "fact"
    information_source: str | None = None
    legal_basis: str | None = None
    duration_minutes: int | None = None
    place: str | None = None
    initiative: str = "worker"
    agreements: tuple[AgreementInput, ...] = ()
    next_on: date | None = None
    next_time: str | None = None
    next_kind: str | None = None
    appointment_id: str | None = None


@dataclass(frozen=True)
class HomeVisitInput(ContactInput):
    """A home visit."""


@dataclass(frozen=True)
class PrisonVisitInput(ContactInput):
    """A visit in a facility; the facility follows from the detention when only that is given."""

    facility_id: str | None = None
    detention_id: str | None = None
    consulting_session_id: str | None = None


@dataclass(frozen=True)
class DetentionInput:
    """A stay in a facility; `expected_on` may be unknown, estimated or known (`release_certainty`)."""

    person_id: str
    facility_id: str
    entered_on: date
    case_id: str | None = None
    title: str = "remand"
    regime: str | None = None
    expected_on: date | None = None
    release_certainty: str = "unknown"
    plan_received_on: date | None = None
    return_notice_on: date | None = None
    sentence_transfer: str = "not_applicable"
    note: str | None = None


@dataclass(frozen=True)
class FacilityInput:
    """A prison or youth institution."""

    name: str
    kind: str = "pi"
    country: str = "nl"
    place: str | None = None


@dataclass(frozen=True)
class ConsultingSessionInput:
    """A consulting hour in a facility, in numbers of conversations and of persons seen for the first time.

    `lines` are the conversations of which the person is known; they are part of the numbers.
    """

    facility_id: str
    on: date
    conversations: int
    new_persons: int = 0
    note: str | None = None
    lines: tuple["ConversationInput", ...] = ()


@dataclass(frozen=True)
class ConversationInput:
    """One conversation of a consulting hour: with someone on file, or with `person`, who is put on file.

    `surely_new`: the worker looked at who is alike. `stored` is id and version of the contact when the
    conversation was stored before.
    """

    person_id: str | None = None
    person: PersonInput | None = None
    surely_new: bool = False
    note: str | None = None
    next_on: date | None = None
    stored: tuple[str, int] | None = None


@dataclass(frozen=True)
class FamilyInput:
    """A family under the family approach."""

    name: str
    started_on: date
    district: str = "unknown"
    lead_id: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class MemberInput:
    """A person's place in a family; a minor without a case of their own needs `minor_reason`."""

    family_id: str
    person_id: str
    relation: str
    from_on: date
    minor_reason: str | None = None


@dataclass(frozen=True)
class ScoreInput:
    """One life domain's score (list domain_score) with its explanation and source."""

    score: str
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True)
class AssessmentInput:
    """A measurement over the life domains on one day.

    Every domain that is offered has a score; with `rest_unknown` those left out are kept as unknown.
    """

    case_id: str
    on: date
    kind: str
    scores: Mapping[str, ScoreInput]
    with_person: bool = False
    note: str | None = None
    rest_unknown: bool = False


@dataclass(frozen=True)
class ActionInput:
    """What someone will do for a goal; `owner_kind` (list action_owner) follows from who is named when it is not given.

    `record_id` is the action it changes in a draft, or takes over from the version before.
    """

    title: str
    intervention: str = "guidance"
    partner_id: str | None = None
    responsible: str | None = None
    due_on: date | None = None
    owner_kind: str | None = None
    record_id: str | None = None


@dataclass(frozen=True)
class GoalInput:
    """What should change in one life domain, with the actions for it; `record_id` as of an action."""

    life_domain: str
    title: str
    due_on: date | None = None
    actions: tuple[ActionInput, ...] = ()
    record_id: str | None = None


@dataclass(frozen=True)
class PlanInput:
    """A new version of the plan for a case or for a family (exactly one of the two)."""

    on: date
    summary: str
    case_id: str | None = None
    family_id: str | None = None
    goals: tuple[GoalInput, ...] = ()
    discussed: bool = False
    discussed_on: date | None = None
    discussed_note: str | None = None
    agreed: bool | None = None
    evaluate_on: date | None = None


@dataclass(frozen=True)
class TaskInput:
    """Something to do; `owner` names who does it when that is not the worker."""

    title: str
    due_on: date | None = None
    owner: str | None = None
    case_id: str | None = None
    person_id: str | None = None
    recurrence: str = "none"
    note: str | None = None


@dataclass(frozen=True)
class AppointmentInput:
    """A planned contact."""

    kind: str
    on: date
    at_time: str | None = None
    person_id: str | None = None
    case_id: str | None = None
    duration_minutes: int | None = None
    place: str | None = None
    facility_id: str | None = None
    note: str | None = None


@dataclass(frozen=True)
class PartnerInput:
    """An organisation Casus works with."""

    name: str
    kind: str
    covenant: str | None = None
    contact_name: str | None = None
    telephone: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Recipient:
    """Who received data: a partner or another by name, and the person there."""

    partner_id: str | None = None
    recipient: str | None = None
    received_by: str | None = None


@dataclass(frozen=True)
class SharingInput:
    """Data passed on: of whom, which kinds, on what basis, when, in which way, to whom, and whether they know."""

    person_id: str
    what: str | None
    legal_basis: str
    on: date
    case_id: str | None = None
    partner_id: str | None = None
    recipient: str | None = None
    received_by: str | None = None
    data_kinds: tuple[str, ...] = ()
    way: str = ""
    basis_note: str | None = None
    consent_on: date | None = None
    person_told: bool = False
    contact_id: str | None = None
    restriction_ground: str | None = None
    restriction_reason: str | None = None


@dataclass(frozen=True)
class AttachmentInput:
    """A document in a dossier: what it is called, what kind it is, and since when it is there."""

    title: str
    kind: str
    received_on: date
    person_id: str
    case_id: str | None = None
    contact_id: str | None = None


@dataclass(frozen=True)
class AccessRequestInput:
    """A request of the person about their data; by a representative: who, and by law or by mandate."""

    person_id: str
    kind: str
    received_on: date
    via_representative: bool = False
    requester: str | None = None
    capacity: str | None = None
    statement: str | None = None
    case_id: str | None = None
    note: str | None = None
