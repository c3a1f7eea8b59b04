# SPDX-License-Identifier: EUPL-1.2
"""A population found safe, by rounding or by suppression."""

from collections.abc import Mapping
from dataclasses import dataclass

from casus.disclosure.attack.attack import Verdict
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.rounding.rounding import Rounded


@dataclass(frozen=True)
class Outcome:
    """A population found safe; with true `values` and the `errors` of rounded figures: internal."""

    published: tuple[PublishedTable, ...]
    values: Mapping[Predicate, int]
    rounded: Rounded | None
    verdict: Verdict
    redraws: int
    errors: tuple[int, ...]
    protection_seconds: float
    audit_seconds: float
    renumbered: int = 0
