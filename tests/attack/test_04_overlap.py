# SPDX-License-Identifier: EUPL-1.2
"""Class 4: classifications that overlap; age bands, groups beside the tree, old and new districts."""

import random
from collections.abc import Sequence

from tests.attack.siege import Siege, Step, a_crowd
from tests.helpers.crowd import coarser, grouped, tabled
from tests.helpers.releases import a_dimension


def other_bands(seed: int) -> Sequence[Step]:
    """One table by age, then (or beside it) the same table by other bands of age."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    with_ = chance.choice(((), ("phase",), ("district",)))
    one = tabled("bands", crowd.people, crowd.by("age", *with_))
    other = tabled("other_bands", crowd.people, crowd.by("other_age", *with_))
    together = [Step((one, other), crowd.people)]
    return together if seed % 3 == 0 else [Step((one,), crowd.people), Step((other,), crowd.people)]


def groups(seed: int) -> Sequence[Step]:
    """A table with groups that overlap, then the same table with other groups, then without its leaves."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    district, phase = crowd.by("district", "phase")
    tables = [
        tabled("one", crowd.people, (grouped(district, chance), phase)),
        tabled("other", crowd.people, (grouped(district, chance, 3), phase)),
        tabled("coarse", crowd.people, (coarser(district), phase)),
    ]
    return [Step((table,), crowd.people) for table in tables]


def counties_and_groups(_seed: int) -> Sequence[Step]:
    """UserSupport 136: regions in counties and in groups; safe county by county and group by group, not jointly."""
    regions = {"A": "c1 s 2", "B": "c1 s 2", "I": "c1 s 8", "J": "c1 s 8", "K": "c2 s 3", "L": "c2 g 3", "M": "c2 g 3", "N": "c2 s 7"}  # fmt: skip
    people = [{"region": region} for region, text in regions.items() for _ in range(int(text.split()[2]))]
    tables = []
    for place in (0, 1):
        above = {region: text.split()[place] for region, text in regions.items()}
        tree = a_dimension("region", dict.fromkeys(sorted(set(above.values()))) | above)
        tables.append(tabled(f"by{place}", people, (tree,)))
    return [Step(tuple(tables), people)]


def test_other_age_bands_tell_nothing_small(siege: Siege) -> None:
    siege.lay(other_bands, refused=0.4)


def test_groups_that_overlap_tell_nothing_small(siege: Siege) -> None:
    siege.lay(groups, refused=0.4)


def test_counties_and_groups_of_the_same_regions_tell_nothing_small(siege: Siege) -> None:
    siege.lay_one(counties_and_groups(0))
