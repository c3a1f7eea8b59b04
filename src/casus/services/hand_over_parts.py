# SPDX-License-Identifier: EUPL-1.2
"""Which records travel with a case, under what name, and which do not and why; a test holds it against the tables."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from casus.vault.tables import (
    AccessRequest,
    Action,
    ActionPlan,
    Appointment,
    Assessment,
    AssessmentScore,
    Assignment,
    Attachment,
    Attendance,
    BasicConditionCheck,
    CaseReference,
    Contact,
    ContactAttendee,
    Correction,
    DataSharing,
    Detention,
    DetentionLeave,
    Facility,
    Goal,
    IdApplication,
    JusticeEvent,
    Objection,
    Partner,
    Person,
    PersonAlias,
    PhaseChange,
    Programme,
    ProportionalityReview,
    RecipientNotice,
    Record,
    RequestMask,
    RetentionDecision,
    Task,
    Transfer,
    VogAmbassador,
    VogProcedure,
    Worker,
)

Classes = Mapping[str, type[Record]]

BY_PERSON: Classes = MappingProxyType({"aliases": PersonAlias, "justice_events": JusticeEvent})
BY_CASE: Classes = MappingProxyType(
    {
        "phase_changes": PhaseChange,
        "assignments": Assignment,
        "transfers": Transfer,
        "reviews": ProportionalityReview,
        "retention_decisions": RetentionDecision,
        "references": CaseReference,
        "plans": ActionPlan,
        "assessments": Assessment,
        "conditions": BasicConditionCheck,
        "id_applications": IdApplication,
        "objections": Objection,
    }
)
BY_CASE_OR_PERSON: Classes = MappingProxyType(
    {
        "contacts": Contact,
        "appointments": Appointment,
        "tasks": Task,
        "detentions": Detention,
        "programmes": Programme,
        "vog_procedures": VogProcedure,
        "sharings": DataSharing,
        "requests": AccessRequest,
        "attachments": Attachment,
    }
)
"""Records that name the case, or the person and no case in particular; those of another case stay behind."""


class Under(NamedTuple):
    """Parts of records that travel: their class, the column that refers, and to which records."""

    record_class: type[Record]
    column: str
    above: str


UNDER: Mapping[str, Under] = MappingProxyType(
    {
        "attendees": Under(ContactAttendee, "contact_id", "contacts"),
        "goals": Under(Goal, "plan_id", "plans"),
        "actions": Under(Action, "goal_id", "goals"),
        "scores": Under(AssessmentScore, "assessment_id", "assessments"),
        "leaves": Under(DetentionLeave, "detention_id", "detentions"),
        "attendances": Under(Attendance, "programme_id", "programmes"),
        "masks": Under(RequestMask, "request_id", "requests"),
        "corrections": Under(Correction, "request_id", "requests"),
        "notices": Under(RecipientNotice, "correction_id", "corrections"),
    }
)


class Named(NamedTuple):
    """What records refer to outside the case: class, the few columns that travel, and the columns that refer."""

    record_class: type[Record]
    kept: tuple[str, ...]
    refers: frozenset[str]


NAMED: Mapping[str, Named] = MappingProxyType(
    {
        "people": Named(
            Person,
            ("id", "number", "given_name", "prefix", "surname", "role"),
            frozenset({"person_id", "representative_id"}),
        ),
        "partners": Named(
            Partner, ("id", "name", "kind"), frozenset({"partner_id", "provider_id", "referring_partner_id"})
        ),
        "facilities": Named(Facility, ("id", "name", "kind", "country", "place"), frozenset({"facility_id"})),
        "ambassadors": Named(
            VogAmbassador,
            ("id", "name", "organisation", "organisation_kind", "trained_on"),
            frozenset({"ambassador_id"}),
        ),
        "workers": Named(
            Worker,
            ("id", "name", "role"),
            frozenset({"worker_id", "from_worker_id", "to_worker_id", "decided_by_id"}),
        ),
    }
)
OF_FAMILY = ("id", "code", "name", "district", "started_on")
OF_MEMBER = ("person_id", "relation", "from_on", "minor_reason", "review_on")
OF_RELATIVE = ("id", "number", "given_name", "prefix", "surname", "birth_date")
OF_MERGE = ("id", "merged_id", "merged_number")

LEFT_OUT: Mapping[str, str] = MappingProxyType(
    {
        "version": "each vault counts its own changes",
        "contacts.consulting_session_id": "the consulting hour is counted where it was held",
        "corrections.carried_batch_id": "a transaction of another vault",
        "cases.transferred_on": "only the copy that stays behind has it",
        "cases.story_tip_on": "whom to ask for a story, each worker judges for themselves",
    }
)
"""Columns that stay behind, by name or as table.column, and why."""
STAYS: Mapping[str, str] = MappingProxyType(
    {
        "families": "of a family its name, code and district only (`family`)",
        "family_members": "of who belongs to the family now the least (`family_members`)",
        "person_merges": "only under which number and id else the person is known (`numbers`)",
        "not_duplicates": "about another person, who is not on file there",
        "emergency_accesses": "who opened this vault's copy, and why, is judged here",
        "match_hints": "what this worker still has to say of possible doubles in this vault",
        "match_answers": "what this worker said of them",
    }
)
"""Kinds of record that hang under a case, a person or a family and do not travel as they are, and why."""
RIGHTS = frozenset(
    {"requests", "masks", "corrections", "notices", "objections", "sharings", "retention_decisions"}
)
"""Parts that may be added to a copy that is read-only, because the person's rights go on there."""


def record_parts() -> Iterator[tuple[str, type[Record]]]:
    """Yield the name and the class of every part that holds whole records, each after what it hangs under."""
    yield from BY_PERSON.items()
    yield from BY_CASE.items()
    yield from BY_CASE_OR_PERSON.items()
    for name, under in UNDER.items():
        yield name, under.record_class


def is_left_out(kind: str, column: str) -> bool:
    """Return whether a column of a kind of record stays behind."""
    return column in LEFT_OUT or f"{kind}.{column}" in LEFT_OUT
