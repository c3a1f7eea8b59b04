# SPDX-License-Identifier: EUPL-1.2
"""Destruction of dossiers by two people (docs/decisions/0010): planned, proposed, signed, carried out, accounted for.

Signatures, for whoever builds on them (each raises NotFound for an unknown id, NotAllowed("role") at a
coordinator's desk):

`relative_ids` are family members without a case of their own, who go by themselves (domain.md 5, rule 4).

plan_destruction(desk, case_ids, ground="term_ended", *, relative_ids=()) -> DestructionPlan
    Looks only. Blocks: open, legal_hold, term (it ends later; for ground term_ended), proposed, objection (waits
    for a decision, or a restriction), request (waits for an answer), nothing; of relatives: own_case, represents.
propose(desk, case_ids, ground, *, on=None, relative_ids=()) -> Done[Proposal]
    `ground` of list destruction_ground (term_ended, request, unlawful); `on` today or None. Raises InvalidForm,
    NotAllowed: destruction_blocked (reason=...), clock_back.
confirm(desk, proposal_id, second_person_id, secret) -> Done[Destroyed]
    `second_person_id`: a worker's id. NotAllowed: same_person, same_secret, not_enrolled, wrong_second_secret,
    second_wait (seconds=...), destruction_changed, destruction_blocked, destruction_answered, clock_back.
    The records are gone when it returns; writing the file anew may fail (full disk) and is then done at the
    next unlocking: `Destroyed.finished` is False.
reject(desk, proposal_id, second_person_id, secret, reason) -> Done[Proposal]
withdraw(desk, proposal_id) -> Done[Proposal]
proposals(desk, open_only=False) -> list[Proposal]
destroyed(desk) -> list[Destroyed]
enrol_second(desk, worker_id, secret) -> Done[Second]
    NotAllowed: same_person, same_secret; WeakPassword; InvalidInput("password", ...). Enrolling again replaces.
remove_second(desk, worker_id) -> Done[None]
second_persons(desk) -> list[Second]
erase_history(session, kind, record_id, fields) -> int
    For corrections: inside desk.changing(), old and new values of these fields of one record leave the history.
"""

from casus.services.destruction.carrying_out import confirm, reject
from casus.services.destruction.history import erase_history
from casus.services.destruction.model import (
    Block,
    Destroyed,
    DestructionPlan,
    Kept,
    Mention,
    Proposal,
    Second,
)
from casus.services.destruction.planning import plan_destruction
from casus.services.destruction.proposing import destroyed, proposals, propose, withdraw
from casus.services.destruction.seconds import enrol_second, remove_second, second_persons

__all__ = [
    "Block",
    "Destroyed",
    "DestructionPlan",
    "Kept",
    "Mention",
    "Proposal",
    "Second",
    "confirm",
    "destroyed",
    "enrol_second",
    "erase_history",
    "plan_destruction",
    "proposals",
    "propose",
    "reject",
    "remove_second",
    "second_persons",
    "withdraw",
]
