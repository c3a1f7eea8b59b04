# SPDX-License-Identifier: EUPL-1.2
"""A policy file before it is applied: what it changes; and what an administrator put ready on this computer."""

from dataclasses import dataclass, field
from pathlib import Path

from casus.domain.policy import Policy
from casus.errors import PolicyInvalid
from casus.services.desk import Desk
from casus.services.policy.facts import Difference, differences
from casus.services.policy.files import read_text
from casus.services.policy.reader import read_policy
from casus.services.policy.store import check_follows, dossiers_changed

MISSING, OLDER, NOT_YET = "missing", "older", "not_yet"


@dataclass(frozen=True)
class Proposal:
    """A sound policy file that may be applied: what becomes different, and of how many dossiers the last day."""

    policy: Policy
    name: str
    text: str = field(repr=False)
    differences: tuple[Difference, ...]
    dossiers: int


def propose(desk: Desk, path: Path, language: str = "nl") -> Proposal:
    """Read a policy file and say what it would change. Raises PolicyInvalid; nothing is stored."""
    text = read_text(path)
    policy = read_policy(text, path.name)
    check_follows(desk, policy, text, path.name)
    found = differences(desk.policy, policy, language)
    return Proposal(policy, path.name, text, found, dossiers_changed(desk, policy))


def put_ready(desk: Desk, language: str = "nl") -> Proposal | None:
    """Return what an administrator put ready on this computer and is not in force yet; None when there is nothing.

    A file for later is not there yet, and one that is in force already, or was, is nothing new. Raises
    PolicyInvalid when the file is damaged or contradicts itself: the policy in force stays.
    """
    place = desk.in_force.place
    if place is None:
        return None
    try:
        return propose(desk, place, language)
    except PolicyInvalid as error:
        if error.reason in (MISSING, OLDER, NOT_YET):
            return None
        raise
