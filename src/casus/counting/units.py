# SPDX-License-Identifier: EUPL-1.2
"""What a measure yields: one unit per thing counted, with its category in every dimension."""

from collections.abc import Mapping
from typing import NamedTuple


class Unit(NamedTuple):
    """One counted thing, or `amount` alike ones; `codes` gives its one category per dimension.

    `subjects` are the pseudonyms of the persons behind it; without any, each is taken to be about one person.
    `members`: persons whose worker knows of this unit, where they are not what stands behind it (a family).
    """

    codes: Mapping[str, str]
    amount: int = 1
    subjects: frozenset[str] = frozenset()
    members: frozenset[str] = frozenset()
