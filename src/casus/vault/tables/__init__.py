# SPDX-License-Identifier: EUPL-1.2
"""The records of a vault, one module per subject; the mapped classes are the records."""

from casus.vault.tables.accountability import (
    AccessRequest,
    DataSharing,
    Incident,
    RequestMask,
)
from casus.vault.tables.audit import AuditEntry, FieldChange
from casus.vault.tables.base import Base, Record, new_id
from casus.vault.tables.cases import (
    Assignment,
    Case,
    CaseReference,
    PhaseChange,
    ProportionalityReview,
    RetentionDecision,
    Transfer,
)
from casus.vault.tables.contacts import Appointment, Contact, ContactAttendee
from casus.vault.tables.corrections import Correction, Objection, RecipientNotice
from casus.vault.tables.destruction import CountArchive, Destruction, DestructionProposal, SecondPerson
from casus.vault.tables.detention import (
    BasicConditionCheck,
    ConsultingSession,
    Detention,
    DetentionLeave,
    Facility,
    IdApplication,
)
from casus.vault.tables.people import Family, FamilyMember, JusticeEvent, Person, PersonAlias, PersonMerge
from casus.vault.tables.plans import Action, ActionPlan, Assessment, AssessmentScore, Goal
from casus.vault.tables.programmes import Attendance, Programme, VogAmbassador, VogProcedure
from casus.vault.tables.registers import (
    BusinessContact,
    Inspection,
    Permit,
    PermitChange,
    ResilienceSession,
    School,
    SchoolActivity,
)
from casus.vault.tables.reporting import (
    ContributionBatch,
    ContributionRow,
    Indicator,
    ReleasedFigure,
    ReleaseRow,
    ReportingPeriod,
    Story,
)
from casus.vault.tables.restricted import EmergencyAccess
from casus.vault.tables.work import (
    Attachment,
    AttachmentChunk,
    CodeChange,
    Draft,
    Partner,
    SavedFilter,
    Setting,
    Task,
    Worker,
)

__all__ = [
    "AccessRequest",
    "Action",
    "ActionPlan",
    "Appointment",
    "Assessment",
    "AssessmentScore",
    "Assignment",
    "Attachment",
    "AttachmentChunk",
    "Attendance",
    "AuditEntry",
    "Base",
    "BasicConditionCheck",
    "BusinessContact",
    "Case",
    "CaseReference",
    "CodeChange",
    "ConsultingSession",
    "Contact",
    "ContactAttendee",
    "ContributionBatch",
    "ContributionRow",
    "Correction",
    "CountArchive",
    "DataSharing",
    "Destruction",
    "DestructionProposal",
    "Detention",
    "DetentionLeave",
    "Draft",
    "EmergencyAccess",
    "Facility",
    "Family",
    "FamilyMember",
    "FieldChange",
    "Goal",
    "IdApplication",
    "Incident",
    "Indicator",
    "Inspection",
    "JusticeEvent",
    "Objection",
    "Partner",
    "Permit",
    "PermitChange",
    "Person",
    "PersonAlias",
    "PersonMerge",
    "PhaseChange",
    "Programme",
    "ProportionalityReview",
    "RecipientNotice",
    "Record",
    "ReleaseRow",
    "ReleasedFigure",
    "ReportingPeriod",
    "RequestMask",
    "ResilienceSession",
    "RetentionDecision",
    "SavedFilter",
    "School",
    "SchoolActivity",
    "SecondPerson",
    "Setting",
    "Story",
    "Task",
    "Transfer",
    "VogAmbassador",
    "VogProcedure",
    "Worker",
    "new_id",
]
