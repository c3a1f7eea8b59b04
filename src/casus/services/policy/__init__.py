# SPDX-License-Identifier: EUPL-1.2
"""What an organisation fixes for a vault, from a file it hands out (docs/policy.md)."""

from casus.services.policy.facts import Difference, Fact, differences, facts, term_words
from casus.services.policy.files import read_file, read_text
from casus.services.policy.proposing import Proposal, propose, put_ready
from casus.services.policy.reader import read_policy
from casus.services.policy.store import (
    CHOSEN,
    KIND,
    MANAGED,
    Applied,
    apply_policy,
    check_follows,
    dossiers_changed,
    follow,
    policy_changed,
    use,
    versions,
)

__all__ = [
    "CHOSEN",
    "KIND",
    "MANAGED",
    "Applied",
    "Difference",
    "Fact",
    "Proposal",
    "apply_policy",
    "check_follows",
    "differences",
    "dossiers_changed",
    "facts",
    "follow",
    "policy_changed",
    "propose",
    "put_ready",
    "read_file",
    "read_policy",
    "read_text",
    "term_words",
    "use",
    "versions",
]
