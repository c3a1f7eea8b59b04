# SPDX-License-Identifier: EUPL-1.2
"""Class 5: two to five linked tables of one report."""

import random
from collections.abc import Sequence
from itertools import combinations

from tests.attack.siege import Siege, Step, a_crowd
from tests.helpers.crowd import tabled


def linked(seed: int) -> Sequence[Step]:
    """Tables by pairs of attributes, and one by three, all in one release."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    pairs = [*combinations(("district", "age", "phase", "approach"), 2), ("age", "phase", "approach")]
    chosen = chance.sample(pairs, chance.randint(2, 5))
    tables = (tabled(f"t{n}", crowd.people, crowd.by(*pair)) for n, pair in enumerate(chosen))
    return [Step(tuple(tables), crowd.people)]


def test_linked_tables_of_one_report_tell_nothing_small(siege: Siege) -> None:
    siege.lay(linked, refused=0.3)
