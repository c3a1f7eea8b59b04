# SPDX-License-Identifier: EUPL-1.2
"""Class 12: group disclosure; all persons of a line in one category, or none."""

import random
from collections.abc import Sequence

from tests.attack.siege import Siege, Step, a_crowd
from tests.helpers.crowd import Person, tabled


def one_phase_per_district(seed: int) -> Sequence[Step]:
    """In most districts everyone is in the same phase."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    phases = crowd.dimensions["phase"].leaves()
    fixed = {d: chance.choice(phases) for d in crowd.dimensions["district"].leaves() if chance.random() < 0.7}
    people: list[Person] = [
        {**person, "phase": fixed.get(person["district"], person["phase"])} for person in crowd.people
    ]
    tables = [tabled("table", people, crowd.by("district", "phase"))]
    if seed % 2:
        tables.append(tabled("approach", people, crowd.by("phase", "approach")))
    return [Step((table,), people) for table in tables]


def test_nobody_learns_that_all_of_a_line_are_in_one_category(siege: Siege) -> None:
    siege.lay(one_phase_per_district, refused=0.4)


def impossible_cells(seed: int) -> Sequence[Step]:
    """Cells that cannot hold anyone are shown as such, and everybody knows them to be empty."""
    crowd = a_crowd(seed, least=40)
    never = {
        "district": crowd.dimensions["district"].leaves()[0],
        "phase": crowd.dimensions["phase"].leaves()[0],
    }
    people = [p for p in crowd.people if any(p[axis] != code for axis, code in never.items())]
    zeros = frozenset({(never["district"], never["phase"])})
    return [Step((tabled("table", people, crowd.by("district", "phase"), structural_zeros=zeros),), people)]


def test_impossible_cells_give_nothing_small_away(siege: Siege) -> None:
    siege.lay(impossible_cells, refused=0.2)
