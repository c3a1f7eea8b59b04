# SPDX-License-Identifier: EUPL-1.2
"""Class 3: the same table with and without some of the persons, one filter after another."""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from casus.disclosure import CountTable, Dimension, Group
from tests.attack.judge import Judge
from tests.attack.siege import Played, Siege, Step, a_crowd
from tests.helpers.crowd import Crowd, tabled
from tests.helpers.releases import both


def one_approach(seed: int) -> Sequence[Step]:
    """All persons first, then only those in one approach."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    by = crowd.by(*chance.sample(["district", "age", "phase"], 2))
    chosen = chance.choice(crowd.dimensions["approach"].leaves())
    part = tabled("part", crowd.people, by, {"approach": chosen})
    return [Step((tabled("whole", crowd.people, by),), crowd.people), Step((part,), crowd.people)]


def each_approach(seed: int) -> Sequence[Step]:
    """All persons, and those in each approach, in any order and in one or in several releases."""
    crowd, chance = a_crowd(seed, least=60), random.Random(seed)
    by = crowd.by(chance.choice(("district", "age", "phase")))
    tables = [tabled("whole", crowd.people, by)]
    tables += [tabled(f"part{code}", crowd.people, by, {"approach": code}) for code in approaches(crowd)]
    chance.shuffle(tables)
    if seed % 2:
        return [Step(tuple(tables), crowd.people)]
    return [Step((table,), crowd.people) for table in tables]


def some_districts(seed: int) -> Sequence[Step]:
    """A table of the city, then of single districts, then of one approach in a district."""
    crowd = a_crowd(seed, least=100)
    by = crowd.by("phase")
    ((district, _),) = Counter(person["district"] for person in crowd.people).most_common(1)
    tables = [
        tabled("city", crowd.people, crowd.by("district", "phase")),
        tabled("district", crowd.people, crowd.by("phase", "approach"), {"district": district}),
        tabled("both", crowd.people, by, {"district": district, "approach": approaches(crowd)[0]}),
    ]
    return [Step((table,), crowd.people) for table in tables]


def several_districts(seed: int) -> Sequence[Step]:
    """All persons, and those in two or three districts together, again and again: within, beside and across."""
    crowd, chance = a_crowd(seed, least=60), random.Random(seed)
    by = crowd.by(*chance.choice(((), ("phase",), ("phase",))))
    leaves = crowd.dimensions["district"].leaves()
    tables = [tabled("whole", crowd.people, by)]
    if chance.random() < 0.5:
        tables.append(tabled("district", crowd.people, crowd.by("district", *(d.code for d in by))))
    mixed = chance.sample(leaves, len(leaves))
    groups = {tuple(sorted(one)) for one in (mixed[:2], mixed[:3], mixed[3:5], chance.sample(leaves, 2))}
    for number, chosen in enumerate(sorted(one for one in groups if 1 < len(one) < len(leaves))):
        tables.append(together(f"part{number}", crowd, by, chosen))
    if seed % 2:
        return [Step(tuple(tables), crowd.people)]
    return [Step((table,), crowd.people) for table in tables]


def together(code: str, crowd: Crowd, by: Sequence[Dimension], chosen: tuple[str, ...]) -> CountTable:
    """A table of the persons in these districts."""
    name = "|".join(chosen)
    district = replace(crowd.dimensions["district"], groups=(Group(name, both(name), chosen),))
    inside = [person for person in crowd.people if person["district"] in chosen]
    return tabled(code, inside, by, population=f"persons;district={name}", classes=(district,))


def each_district(judge: Judge, played: Played, _seed: int) -> list[str]:
    """For anyone; and no single district may follow from those that were told together."""
    alone = [t for table in played.published.states[0] for t in judge.classes_of(table, "district")]
    return [*judge.leaks(), *judge.leaks_of(alone)]


def approaches(crowd: Crowd) -> Sequence[str]:
    return crowd.dimensions["approach"].leaves()


def who_knows_the_code_list(judge: Judge, played: Played, seed: int) -> list[str]:
    """For anyone, and for an attacker who knows that everybody is in one of the approaches that were shown."""
    shown = {table.population for tables in played.published.states.values() for table in tables}
    codes = frozenset(part.split("=")[1] for text in shown for part in text.split(";")[1:])
    counted = {person["approach"] for person in played.published.people[0]}
    complete = {"approach": codes} if counted <= codes else {}
    return [*judge.leaks(), *(Judge(played.published, seed, complete).leaks() if complete else [])]


def test_leaving_out_one_approach_tells_nothing_small(siege: Siege) -> None:
    siege.lay(one_approach, refused=0.4)


def test_all_approaches_one_by_one_tell_nothing_small(siege: Siege) -> None:
    siege.lay(each_approach, refused=0.5, charge=who_knows_the_code_list)


def test_a_district_within_the_city_tells_nothing_small(siege: Siege) -> None:
    siege.lay(some_districts, refused=0.6)


def test_districts_told_together_tell_nothing_of_one_of_them(siege: Siege) -> None:
    siege.lay(several_districts, refused=0.8, charge=each_district)
