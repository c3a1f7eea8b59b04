# SPDX-License-Identifier: EUPL-1.2
"""Class 1: subtraction in one table; a single hole, a small rest, sums of suppressed cells."""

import random
from collections.abc import Sequence

from tests.attack.judge import Judge
from tests.attack.siege import Played, Siege, Step, a_crowd
from tests.helpers.crowd import grouped, tabled


def one_table(seed: int) -> Sequence[Step]:
    """One table of two or three attributes, now and then with groups beside the tree."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    names = chance.sample(["district", "age", "phase", "approach"], chance.choice((1, 2, 2, 3)))
    by = [
        grouped(d, chance) if chance.random() < 0.3 and len(d.leaves()) > 2 else d for d in crowd.by(*names)
    ]
    return [Step((tabled("table", crowd.people, by),), crowd.people)]


def with_sums(judge: Judge, _played: Played, _seed: int) -> list[str]:
    """All targets, and random sums of hidden cells."""
    return [*judge.leaks(), *judge.leaks_of(judge.subsets(20))]


def test_no_subtraction_within_a_table_tells_a_small_number(siege: Siege) -> None:
    siege.lay(one_table, refused=0.2, charge=with_sums)
