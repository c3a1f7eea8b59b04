# SPDX-License-Identifier: EUPL-1.2
"""Class 8: a cumulative series and a stock series with few changes from month to month."""

import random
from collections.abc import Sequence

from tests.attack.siege import FULL, Siege, Step, a_crowd, with_increments
from tests.helpers.crowd import Person, tabled

MONTHS = 24 if FULL else 4


def cumulative(seed: int) -> Sequence[Step]:
    """Every month a few new persons, nobody ever taken away."""
    crowd, chance = a_crowd(seed, most=240), random.Random(seed)
    people: list[Person] = [*crowd.people]
    by, steps = crowd.by(chance.choice(("district", "age")), "phase"), []
    for month in range(chance.randint(3, MONTHS)):
        given = {
            "snapshot": f"month {month}",
            "population": f"persons@2022-01..{2022 + month // 12}-{month % 12 + 1:02}",
        }
        steps.append(Step((tabled("cumulative", people, by, **given),), [*people], month))
        people += crowd.newcomers(chance.randint(1, 10))
    return steps


def stock(seed: int) -> Sequence[Step]:
    """Every month one to three persons come and as many leave."""
    crowd, chance = a_crowd(seed, most=240), random.Random(seed)
    people: list[Person] = [*crowd.people]
    by, steps = crowd.by(chance.choice(("district", "age")), "phase"), []
    for month in range(chance.randint(3, min(MONTHS, 8))):
        given = {"snapshot": f"month {month}", "population": f"persons@{month}"}
        steps.append(Step((tabled("stock", people, by, **given),), [*people], month))
        changes = chance.choice((1, 3))
        gone = set(chance.sample(range(len(people)), changes))
        people = [p for n, p in enumerate(people) if n not in gone] + crowd.newcomers(changes)
    return steps


def test_a_cumulative_series_tells_nothing_small_nor_the_few_who_came(siege: Siege) -> None:
    siege.lay(cumulative, refused=0.5, charge=with_increments)


def test_a_stock_series_with_few_changes_tells_nothing_small(siege: Siege) -> None:
    siege.lay(stock, refused=0.5)
