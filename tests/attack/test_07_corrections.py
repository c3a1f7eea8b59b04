# SPDX-License-Identifier: EUPL-1.2
"""Class 7: the same table again after a late registration, a removal, a move, a merge of two dossiers."""

import random
from collections.abc import Callable, Sequence

import pytest

from tests.attack.siege import Siege, Step, a_crowd, with_increments
from tests.helpers.crowd import Crowd, Person, tabled

Change = Callable[[Crowd, random.Random], list[Person]]


def late(crowd: Crowd, chance: random.Random) -> list[Person]:
    return [*crowd.people, *crowd.newcomers(chance.randint(1, 3))]


def removed(crowd: Crowd, chance: random.Random) -> list[Person]:
    gone = chance.randrange(len(crowd.people))
    return [person for number, person in enumerate(crowd.people) if number != gone]


def moved(crowd: Crowd, chance: random.Random) -> list[Person]:
    people = [dict(person) for person in crowd.people]
    person = chance.choice(people)
    person["phase"] = chance.choice(crowd.dimensions["phase"].leaves())
    return [*people]


def merged(crowd: Crowd, chance: random.Random) -> list[Person]:
    """Two dossiers turn out to be one person, who is in the district of the other."""
    one, other = chance.sample(range(len(crowd.people)), 2)
    people = [dict(person) for person in crowd.people]
    people[one]["district"] = people[other]["district"]
    return [person for number, person in enumerate(people) if number != other]


CHANGES: dict[str, Change] = {"late": late, "removed": removed, "moved": moved, "merged": merged}


def again(change: Change, moments: tuple[str, str] | None = None) -> Callable[[int], Sequence[Step]]:
    """Return the scene of two counts with a change between them, of one moment or of two."""

    def scene(seed: int) -> Sequence[Step]:
        crowd, chance = a_crowd(seed), random.Random(seed)
        by = crowd.by(*chance.sample(["district", "phase", "age"], 2))
        when = moments or chance.choice((("", ""), ("@m1", "@m2")))
        steps = []
        for state, people in enumerate((crowd.people, change(crowd, chance))):
            given = {"snapshot": f"s{state}", "population": f"persons{when[state]}"}
            steps.append(Step((tabled(f"count{state}", people, by, **given),), people, state))
        return steps

    return scene


@pytest.mark.parametrize("change", [*CHANGES])
def test_a_correction_between_two_counts_tells_nothing_small(change: str, siege: Siege) -> None:
    siege.lay(again(CHANGES[change]), refused=0.4)


def test_a_late_registration_of_the_same_moment_does_not_tell_who_came(siege: Siege) -> None:
    siege.lay(again(late, moments=("", "")), refused=0.4, charge=with_increments)
