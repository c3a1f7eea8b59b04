# SPDX-License-Identifier: EUPL-1.2
"""The policy files of a vault: kept in full with their digests, the highest number in force.

A file beside the vault could be swapped by anybody, so what is in force is what was taken into the vault. The last
good one stays whatever is refused: also when a newer Casus no longer accepts one that was applied before.
"""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from types import MappingProxyType

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import CodeChange
from casus.domain.policy import GROWING_LISTS, NO_POLICY, Policy
from casus.errors import PolicyInvalid
from casus.services import code_lists
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.policy.codes import ORGANISATION_CODE
from casus.services.policy.part import wrong_at
from casus.services.policy.reader import read_policy
from casus.services.toml_lines import lines_of
from casus.vault.tables import PolicyFile

KIND = "policy_files"
CHOSEN, MANAGED = "chosen", "managed"
"""Codes of list policy_origin."""


@dataclass(frozen=True)
class Applied:
    """A policy file that was applied: its number, from whom, since when, and its text as it was."""

    id: str
    number: int
    organisation: str
    issued_by: str
    valid_from: date
    applied_on: date
    origin: str
    digest: str
    text: str
    in_force: bool


def use(desk: Desk) -> None:
    """Let the desk work by the policy that is in its vault, from now on."""
    with desk.reading() as session:
        desk.in_force.now = stored(session)
    code_lists.use(desk.vault, desk.policy)


def follow(session: Session, desk: Desk) -> list[str]:
    """Let the desk and every case follow what is in the vault within a transaction; return the cases that changed.

    When the transaction fails, `use` brings the desk back.
    """
    old, desk.in_force.now = desk.policy, stored(session)
    return policy_changed(session, old, desk.policy)


def policy_changed(session: Session, old: Policy, new: Policy) -> list[str]:
    """Let what follows from the policy follow: the last day of every case; return the ids of those that changed."""
    from casus.services.retention.terms import settle_all

    same = old.term == new.term and old.terms == new.terms
    return [] if same else settle_all(session, new)


def dossiers_changed(desk: Desk, new: Policy) -> int:
    """Return how many dossiers would get another last day."""
    from casus.services.retention.terms import differing

    with desk.reading() as session:
        return len(differing(session, new))


def check_follows(desk: Desk, policy: Policy, text: str, name: str) -> None:
    """Raise PolicyInvalid when a policy may not be applied now: older, not_yet, expired."""
    lines, today = lines_of(text), desk.today()

    def wrong(key: str, reason: str, **data: object) -> PolicyInvalid:
        return wrong_at(name, lines.get((key,)), reason, key=key, **data)

    if policy.number <= desk.policy.number:
        raise wrong("policy_version", "older", found=policy.number, current=desk.policy.number)
    if policy.valid_from is not None and policy.valid_from > today:
        raise wrong("valid_from", "not_yet", first=policy.valid_from)
    if policy.valid_until is not None and policy.valid_until < today:
        raise wrong("valid_until", "expired", last=policy.valid_until)


def apply_policy(desk: Desk, text: str, name: str, *, origin: str = CHOSEN) -> Done[Applied]:
    """Put a policy file in force: kept in full, every case follows its term, all in one transaction.

    Undoing it brings the former one back. Raises PolicyInvalid; then nothing has changed.
    """
    policy = read_policy(text, name)
    check_follows(desk, policy, text, name)
    record = PolicyFile(
        number=policy.number,
        organisation=policy.organisation,
        issued_by=policy.issued_by,
        valid_from=policy.valid_from or desk.today(),
        applied_on=desk.today(),
        origin=origin,
        digest=sha256(text.encode("utf-8")).hexdigest(),
        text=text,
    )
    try:
        with desk.changing(label="apply_policy") as session:
            session.add(record)
            session.flush()
            changed = follow(session, desk)
    finally:
        use(desk)
    kinds = (KIND, "cases", code_lists.KIND)
    return Done(_applied(record, record.number), Changes.of(kinds, record.id, *changed))


def versions(desk: Desk) -> tuple[Applied, ...]:
    """Return every policy file that was applied here, the latest first."""
    with desk.reading() as session:
        return tuple(_applied(one, desk.policy.number) for one in _rows(session))


def stored(session: Session) -> Policy:
    """Return the policy in force by what is in the vault: the latest that this Casus accepts."""
    rows = _rows(session)
    for at, row in enumerate(rows):
        with suppress(PolicyInvalid):
            return _with_former_codes(read_policy(row.text), rows[at + 1 :])
    return NO_POLICY


def _rows(session: Session) -> Sequence[PolicyFile]:
    return session.scalars(select(PolicyFile).order_by(PolicyFile.number.desc(), PolicyFile.created_at)).all()


def _with_former_codes(policy: Policy, former: Sequence[PolicyFile]) -> Policy:
    """Return the policy with the organisation's codes of earlier files: what was recorded keeps its words.

    They are no longer offered, except on lists that figures count by.
    """
    found = {name: {one.code: one for one in of} for name, of in policy.code_changes.items()}
    for row in former:
        if "org_" not in row.text:
            continue
        with suppress(PolicyInvalid):
            for name, changes in read_policy(row.text).code_changes.items():
                for one in changes:
                    if ORGANISATION_CODE.fullmatch(one.code):
                        kept = replace(one, position=None, hidden=name not in GROWING_LISTS)
                        found.setdefault(name, {}).setdefault(one.code, kept)
    changes_by_list: dict[str, tuple[CodeChange, ...]] = {
        name: tuple(by_code.values()) for name, by_code in found.items()
    }
    return replace(policy, code_changes=MappingProxyType(changes_by_list))


def _applied(row: PolicyFile, current: int) -> Applied:
    return Applied(
        row.id,
        row.number,
        row.organisation,
        row.issued_by,
        row.valid_from,
        row.applied_on,
        row.origin,
        row.digest,
        row.text,
        row.number == current,
    )
