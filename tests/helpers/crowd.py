# SPDX-License-Identifier: EUPL-1.2
"""Random registers with skewed, correlated attributes, hierarchies and overlapping bands, and tables of them.

A person has a base code per attribute; a `Dimension` says by its covers, parents and groups which base
codes a category stands for. Nothing here is about real people.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casus.disclosure import Category, CountTable, Dimension, Group
from tests.helpers.releases import a_table, both

Person = Mapping[str, str]
YEARS = tuple(str(year) for year in range(12, 24))


@dataclass(frozen=True)
class Crowd:
    """A random world: the attributes of its persons, their code lists, and the persons."""

    chance: random.Random
    dimensions: Mapping[str, Dimension]
    people: tuple[Person, ...]

    def by(self, *names: str) -> tuple[Dimension, ...]:
        """Return dimensions by name."""
        return tuple(self.dimensions[name] for name in names)

    def newcomers(self, number: int) -> list[Person]:
        """Return persons like those there are."""
        return [dict(self.chance.choice(self.people)) for _ in range(number)]


def a_crowd(seed: int, least: int = 20, most: int = 500) -> Crowd:
    """Return a random register of `least` to `most` persons, small ones as often as large ones."""
    chance = random.Random(seed)
    number = round(least * (most / least) ** chance.random())
    districts = _tree(chance, "d", "area", chance.randint(3, 8), chance.randint(1, 3))
    plain = {name: _leaves(name[0], chance.randint(2, 4)) for name in ("phase", "approach")}
    dimensions = {
        "district": Dimension("district", both("district"), districts),
        "age": bands("age", chance, YEARS),
        "other_age": bands("other_age", chance, YEARS),
        **{name: Dimension(name, both(name), categories) for name, categories in plain.items()},
    }
    return Crowd(chance, dimensions, tuple(_people(chance, dimensions, number)))


def bands(code: str, chance: random.Random, years: Sequence[str]) -> Dimension:
    """Return a random banding of the base years of age; two of them overlap as they like."""
    cuts = sorted(chance.sample(range(1, len(years)), chance.randint(2, 4)))
    parts = [years[one:other] for one, other in zip([0, *cuts], [*cuts, len(years)], strict=True)]
    found = [Category(f"{p[0]}-{p[-1]}", both(f"{p[0]}-{p[-1]}"), covers=frozenset(p)) for p in parts]
    return Dimension(code, both(code), tuple(found), attribute="age")


def grouped(dimension: Dimension, chance: random.Random, number: int = 2) -> Dimension:
    """Return the dimension with groups beside its tree, each a run of its leaves; they may overlap."""
    leaves = dimension.leaves()
    groups = []
    for _place in range(number):
        first = chance.randrange(len(leaves) - 1)
        members = leaves[first : chance.randint(first + 2, len(leaves))]
        code = f"{members[0]}+{len(members)}"
        groups.append(Group(code, both(code), members))
    groups = [*{group.code: group for group in groups}.values()]
    return Dimension(
        dimension.code, dimension.label, dimension.categories, tuple(groups), dimension.attribute
    )


def coarser(dimension: Dimension) -> Dimension:
    """Return the dimension with its upper categories only."""
    tops = (category for category in dimension.categories if category.parent is None)
    found = tuple(Category(c.code, c.label, covers=frozenset(dimension.children(c.code))) for c in tops)
    return Dimension(dimension.code, dimension.label, found, (), dimension.attribute)


def value(person: Person, dimension: Dimension) -> str:
    """Return the leaf of the dimension that a person belongs to."""
    own, leaves = person[dimension.axis], set(dimension.leaves())
    found = (c.code for c in dimension.categories if own in (c.covers or {c.code}))
    return next(code for code in found if code in leaves)


def tabled(
    code: str,
    people: Sequence[Person],
    by: Sequence[Dimension],
    where: Mapping[str, str] | None = None,
    **changes: object,
) -> CountTable:
    """Return the table `by` these dimensions of the persons `where` attributes have these base codes."""
    where = where or {}
    inside = [person for person in people if all(person[axis] == code for axis, code in where.items())]
    base = str(changes.pop("population", "persons"))
    population = ";".join((base, *(f"{axis}={code}" for axis, code in sorted(where.items()))))
    counts = Counter(tuple(value(person, dimension) for dimension in by) for person in inside)
    return a_table(code, dimensions=tuple(by), population=population, counts=dict(counts), **changes)


def _people(chance: random.Random, dimensions: Mapping[str, Dimension], number: int) -> list[Person]:
    """Return persons: skewed attributes, the later ones leaning on the district."""
    skew, tie = chance.uniform(0.0, 2.0), chance.uniform(0.0, 0.8)
    codes = {"district": dimensions["district"].leaves(), "age": YEARS}
    codes |= {name: dimensions[name].leaves() for name in ("phase", "approach")}
    weights = {name: _skewed(chance, len(found), skew) for name, found in codes.items()}
    people = []
    for _ in range(number):
        person = {name: chance.choices(found, weights[name])[0] for name, found in codes.items()}
        place = codes["district"].index(person["district"])
        for name in ("phase", "approach"):
            if chance.random() < tie:
                person[name] = codes[name][place % len(codes[name])]
        people.append(person)
    return people


def _skewed(chance: random.Random, number: int, skew: float) -> list[float]:
    weights = [1 / (n + 1) ** skew for n in range(number)]
    chance.shuffle(weights)
    return weights


def _tree(chance: random.Random, leaf: str, above: str, leaves: int, tops: int) -> tuple[Category, ...]:
    names = {f"{leaf}{n}": f"{above}{chance.randrange(tops) if n >= tops else n}" for n in range(leaves)}
    parents = [Category(name, both(name)) for name in sorted(set(names.values()))]
    return (*parents, *(Category(name, both(name), parent) for name, parent in names.items()))


def _leaves(letter: str, number: int) -> tuple[Category, ...]:
    return tuple(Category(f"{letter}{n}", both(f"{letter}{n}")) for n in range(number))
