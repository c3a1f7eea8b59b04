# SPDX-License-Identifier: EUPL-1.2
"""What the use cases of destruction take and give."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

OPEN, CONFIRMED, REJECTED, WITHDRAWN = "open", "confirmed", "rejected", "withdrawn"
"""The codes of list destruction_status."""


@dataclass(frozen=True)
class Block:
    """Why something may not be destroyed; `reason` is a code of list destruction_block."""

    kind: str
    record_id: str
    reason: str


@dataclass(frozen=True)
class Kept:
    """A person or family that stays; `reason`: case, family, representative (of whom stays), running."""

    kind: str
    record_id: str
    reason: str


@dataclass(frozen=True)
class Mention:
    """A text of a record that stays and that names someone who goes; it is shown, never altered by itself.

    `kind`, `record_id` and `field` (column name) say where; `person_id` (or family) is who is named;
    `subject_id` the person the record is about, if any.
    """

    kind: str
    record_id: str
    field: str
    person_id: str
    subject_id: str | None = None


@dataclass(frozen=True)
class DestructionPlan:
    """What destroying these cases and relatives comes down to, before anybody proposes it.

    `person_ids`: of whom nothing is left, the relatives among them.
    `counts`: records that go, per kind, drafts, documents' contents and search entries not among them; `drafts`
    their number. `loosened`: references to them in records that stay, per kind. Nothing may go while there are
    `blocks`.
    """

    case_ids: tuple[str, ...]
    relative_ids: tuple[str, ...]
    person_ids: tuple[str, ...]
    family_ids: tuple[str, ...]
    counts: Mapping[str, int]
    loosened: Mapping[str, int]
    drafts: int
    mentions: tuple[Mention, ...]
    kept: tuple[Kept, ...]
    blocks: tuple[Block, ...]

    @property
    def allowed(self) -> bool:
        """Tell whether it may be proposed."""
        return not self.blocks


@dataclass(frozen=True)
class Proposal:
    """A proposal in a list; `counts` per kind. `changed` (open ones only): what it is about changed since."""

    id: str
    version: int
    status: str
    ground: str
    proposed_by_id: str
    proposed_at: datetime
    case_ids: tuple[str, ...]
    relative_ids: tuple[str, ...]
    person_ids: tuple[str, ...]
    family_ids: tuple[str, ...]
    counts: Mapping[str, int]
    answered_by_id: str | None = None
    answered_at: datetime | None = None
    reason: str | None = field(default=None, repr=False)
    changed: bool = False


@dataclass(frozen=True)
class Destroyed:
    """A destruction that was carried out: by whom, with whom, how many records of which kinds."""

    proposal_id: str
    ground: str
    proposed_by_id: str
    confirmed_by_id: str
    on: date
    counts: Mapping[str, int]
    finished: bool
    """The file was written anew since, so that its raw pages hold nothing."""


@dataclass(frozen=True)
class Second:
    """A colleague who may confirm at this computer; `wait_until`: after wrong secrets, nothing is tried before."""

    worker_id: str
    name: str
    enrolled_on: date
    wait_until: datetime | None = None
