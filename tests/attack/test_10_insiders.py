# SPDX-License-Identifier: EUPL-1.2
"""Class 10: insiders; everyone who knows the own record, and partner organisations with their caseload."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

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
    """Leaks to the only person of a class, who knows the own record (and that nobody else is there)."""
    found, counts = [], judge.counts[0]
    lonely = np.flatnonzero(counts == 1)
    chosen = np.random.default_rng(seed).permutation(lonely)[:INSIDERS]
    for atom in chosen:
        exactly = played.published.preset.method is Method.SUPPRESSION
        found += judge.leaks_to([Fact(0, np.array([atom]), 1)], 1, f"who is in {atom}")
        if exactly:
            fact = Fact(0, np.array([atom]), 1, exactly=True)
            found += judge.leaks_to([fact], 1, f"who is alone in {atom}")
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
