# SPDX-License-Identifier: EUPL-1.2
"""What the forms about corrections, objections and recipients hand over."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CorrectionInput:
    """What the person disputes: a field of a record (no `field`: the whole record), and what they say of it.

    `proposed` is what it should be, as a form hands it over (a day as YYYY-MM-DD, a choice as its code);
    without `request_id` a request of this kind (correction or erasure) is recorded with it.
    """

    person_id: str
    record_kind: str
    record_id: str
    field: str | None
    statement: str
    noted_on: date
    through: str = "conversation"
    proposed: str | None = None
    request_id: str | None = None
    erase: bool = False


@dataclass(frozen=True)
class CorrectionDecisionInput:
    """What was decided (list correction_decision), why, when and by whom; `seen` is the digest of what was read."""

    decision: str
    reasoning: str
    on: date
    by_id: str | None
    seen: str


@dataclass(frozen=True)
class ObjectionInput:
    """The person objects to the work in a case, or asks to limit it (list objection_kind), in their own words."""

    person_id: str
    case_id: str
    statement: str
    noted_on: date
    kind: str = "objection"
    through: str = "conversation"
    request_id: str | None = None


@dataclass(frozen=True)
class ObjectionDecisionInput:
    """What was decided on an objection (list objection_decision), why, when and by whom."""

    decision: str
    reasoning: str
    on: date
    by_id: str | None


@dataclass(frozen=True)
class NoticeInput:
    """That a recipient was told, or why not (list notice_outcome), and when."""

    outcome: str
    on: date
    note: str | None = None
