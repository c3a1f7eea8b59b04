# SPDX-License-Identifier: EUPL-1.2
"""How long a dossier is kept: the term of its approach, what someone decided about it, and what is due."""

from casus.services.retention.deciding import extend_term, hold_case, lift_hold
from casus.services.retention.due_list import RetentionList, state_clause
from casus.services.retention.facts import Decided, RetentionFacts, retention_facts
from casus.services.retention.names import names_for
from casus.services.retention.relatives_list import RelativesList, relatives_due
from casus.services.retention.terms import settle, settle_all, settle_terms

__all__ = [
    "Decided",
    "RelativesList",
    "RetentionFacts",
    "RetentionList",
    "extend_term",
    "hold_case",
    "lift_hold",
    "names_for",
    "relatives_due",
    "retention_facts",
    "settle",
    "settle_all",
    "settle_terms",
    "state_clause",
]
