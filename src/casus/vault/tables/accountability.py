# SPDX-License-Identifier: EUPL-1.2
"""What the law asks of a file: data sharing, requests by the person, incidents."""

from sqlalchemy import JSON
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class DataSharing(Record, Base):
    """Data passed to a partner: to whom, what, why it was allowed, when and in which way.

    A wrong entry is corrected or withdrawn with a reason; it stays on file.
    """

    __tablename__ = "data_sharings"

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    partner_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    contact_id: Mapped[Id | None] = ref("contacts.id", nullable=True)  # the meeting at which it was shared
    recipient: Mapped[Line]
    received_by: Mapped[Line | None]  # the person there
    data_kinds: Mapped[list[str]] = mapped_column(JSON)  # codes of list data_kind
    what: Mapped[Free]  # in words; "" when the kinds say it all
    way: Mapped[Code]  # list sharing_way
    legal_basis: Mapped[Code]  # list legal_basis
    basis_note: Mapped[Free | None]
    consent_on: Mapped[Day | None]
    on: Mapped[Day]
    person_told: Mapped[bool]
    withdrawn_on: Mapped[Day | None]  # it turned out not to have been shared
    withdrawn_note: Mapped[Free | None]
    restriction_ground: Mapped[Code | None]  # list restriction_ground: why it was shared while limited
    restriction_reason: Mapped[Free | None]


class AccessRequest(Record, Base):
    """A request of the person about their data: its term, the steps of the answer, and what was decided."""

    __tablename__ = "access_requests"

    person_id: Mapped[Id] = ref("persons.id")
    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    kind: Mapped[Code]  # list access_kind
    received_on: Mapped[Day]
    statement: Mapped[Free | None]  # what the person asks or says, in their own words
    via_representative: Mapped[bool]
    requester: Mapped[Line | None]  # the representative's name
    capacity: Mapped[Code | None]  # list requester_capacity: by law or by a mandate
    identity_checked_on: Mapped[Day | None]
    identity_how: Mapped[Code | None]  # list identity_check
    due_on: Mapped[Day]
    extended_on: Mapped[Day | None]  # the day the person was told of it
    extension_reason: Mapped[Free | None]
    decision: Mapped[Code | None]  # list access_decision
    decided_on: Mapped[Day | None]
    reasoning: Mapped[Free | None]
    remedies_told: Mapped[bool | None]  # that the answer names complaint and objection
    sent_on: Mapped[Day | None]
    sent_how: Mapped[Code | None]  # list answer_channel
    carried_out_on: Mapped[Day | None]
    withdrawn_on: Mapped[Day | None]
    task_id: Mapped[Id | None] = ref("tasks.id", nullable=True)  # the task that reminds of its last day
    note: Mapped[Free | None]


class RequestMask(Record, Base):
    """What a worker decided about one text in the view for a request: hide, show, or leave out and why."""

    __tablename__ = "request_masks"

    request_id: Mapped[Id] = ref("access_requests.id")
    act: Mapped[Code]  # list mask_act
    record_kind: Mapped[Line]  # the table's name
    record_id: Mapped[Id]
    field: Mapped[Line]
    passage: Mapped[Free | None]  # the words it is about, as they stand in the text; None: all of it
    ground: Mapped[Code | None]  # list withholding_ground
    reason: Mapped[Free | None]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class Incident(Record, Base):
    """A (possible) personal data breach and what was done."""

    __tablename__ = "incidents"

    kind: Mapped[Code]  # list incident_kind
    discovered_on: Mapped[Day]
    description: Mapped[Free]
    persons_affected: Mapped[int | None]
    measures: Mapped[Free | None]
    reported_to_officer_on: Mapped[Day | None]
    reported_to_authority_on: Mapped[Day | None]
    persons_told_on: Mapped[Day | None]
