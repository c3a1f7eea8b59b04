# SPDX-License-Identifier: EUPL-1.2
"""Class 10: insiders; everyone who knows the own record, and partner organisations with their caseload."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import product

import numpy as np

from casus.disclosure import Method
from tests.attack.judge import Judge
from tests.attack.siege import Played, Siege, Step, a_crowd
from tests.helpers.crowd import Crowd, tabled, value
from tests.helpers.oracle import Fact

INSIDERS = 4


def a_table(seed: int) -> tuple[Crowd, Step]:
    crowd, chance = a_crowd(seed, most=200), random.Random(seed)
    by = crowd.by(*chance.sample(["district", "age", "phase"], 2))
    return crowd, Step((tabled("table", crowd.people, by),), crowd.people)


def alone(seed: int) -> Sequence[Step]:
    return [a_table(seed)[1]]


def twice(seed: int) -> Sequence[Step]:
    """The table, then the same for one approach."""
    crowd, step = a_table(seed)
    ((approach, _),) = Counter(person["approach"] for person in crowd.people).most_common(1)
    part = tabled("part", crowd.people, step.tables[0].dimensions, {"approach": approach})
    return [step, Step((part,), crowd.people)]


def caseload(seed: int, crowd: Crowd) -> list[int]:
    """The persons a partner organisation has: 1 to 20."""
    chance = random.Random(seed + 1)
    return chance.sample(range(len(crowd.people)), min(chance.randint(1, 20), len(crowd.people)))


def with_a_partner(seed: int) -> Sequence[Step]:
    crowd, step = a_table(seed)
    (table,) = step.tables
    own = [crowd.people[number] for number in caseload(seed, crowd)]
    cells = Counter(tuple(value(person, d) for d in table.dimensions) for person in own)
    return [replace(step, tables=(replace(table, caseloads={"partner": dict(cells)}),))]


def own_record(judge: Judge, played: Played, seed: int) -> list[str]:
    """Leaks to who knows the own record and, where figures are hidden, to be alone in a published class."""
    found, chance = [], np.random.default_rng(seed)
    for atom in chance.permutation(np.flatnonzero(judge.counts[0] == 1))[:INSIDERS]:
        found += judge.leaks_to([Fact(0, np.array([atom]), 1)], 1, f"who is in {atom}")
    if played.published.preset.method is Method.SUPPRESSION:
        classes = alone_in(judge, played)
        for name, atoms in (classes[n] for n in chance.permutation(len(classes))[:INSIDERS]):
            found += judge.leaks_to([Fact(0, atoms, 1, exactly=True)], 1, f"who is alone in {name}")
    return found


def alone_in(judge: Judge, played: Played) -> list[tuple[str, np.ndarray]]:
    """The published classes of one person that are not broken down."""
    found = []
    for table in played.published.states[0]:
        for cell in product(*(dimension.leaves() for dimension in table.dimensions)):
            atoms = judge.space.members(table, cell)
            if judge.counts[0][atoms].sum() == 1:
                found.append((f"{table.code}{list(cell)}", atoms))
    return found


def partner(judge: Judge, _played: Played, seed: int) -> list[str]:
    """Leaks to the partner organisation, which knows where its own cases are."""
    crowd, _step = a_table(seed)
    own = judge.space.count([crowd.people[number] for number in caseload(seed, crowd)])
    facts = [Fact(0, np.array([atom]), int(own[atom])) for atom in np.flatnonzero(own)]
    return judge.leaks_to(facts, int(own.sum()), "the partner")


def test_who_knows_the_own_record_learns_no_small_number(siege: Siege) -> None:
    siege.lay(alone, refused=0.3, charge=own_record)


def test_who_knows_the_own_record_learns_nothing_from_a_second_table(siege: Siege) -> None:
    siege.lay(twice, refused=0.5, charge=own_record)


def test_a_partner_learns_nothing_about_cases_of_others(siege: Siege) -> None:
    siege.lay(with_a_partner, refused=0.3, charge=partner)
