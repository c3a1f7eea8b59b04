# SPDX-License-Identifier: EUPL-1.2
"""The differencing scenarios S1-S6 of disclosure.md 4.4 and its long series, on random registers.

A scenario is a list of releases in order, each a list of count tables; nothing in it is about real people.
"""

import random
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from casus.disclosure import Category, CountTable, Dimension, Protection
from tests.helpers.releases import a_table, both

Person = Mapping[str, str]
Scenario = list[list[CountTable]]

PERSONS = 240
YEARS = tuple(str(year) for year in range(12, 24))
BANDS = {"bands": ("12-14", "15-17", "18-20", "21-23"), "other_bands": ("12-13", "14-16", "17-19", "20-23")}


def _leaf(code: str, parent: str | None = None, covers: frozenset[str] = frozenset()) -> Category:
    return Category(code, both(code), parent, covers)


def _bands(bands: Sequence[str]) -> Dimension:
    def years(band: str) -> frozenset[str]:
        first, last = band.split("-")
        return frozenset(str(year) for year in range(int(first), int(last) + 1))

    return Dimension("age", both("age"), tuple(_leaf(band, covers=years(band)) for band in bands))


def _plain(code: str, names: Sequence[str]) -> Dimension:
    return Dimension(code, both(code), tuple(_leaf(name) for name in names))


_DISTRICTS = {f"d{n}": f"area{n % 3 + 1}" for n in range(1, 9)}
DISTRICT = Dimension(
    "district",
    both("district"),
    (*(_leaf(area) for area in sorted(set(_DISTRICTS.values()))),
     *(_leaf(name, area) for name, area in _DISTRICTS.items())),
)  # fmt: skip
PHASE = _plain("phase", ("p1", "p2", "p3", "p4"))
APPROACH = _plain("approach", ("pga", "rio", "family"))
AGE, OTHER_AGE = _bands(BANDS["bands"]), _bands(BANDS["other_bands"])


def persons_of(seed: int, number: int = PERSONS) -> list[Person]:
    """Return persons with skewed attributes, the phase depending on the approach."""
    chance = random.Random(seed)
    found: list[Person] = []
    for _ in range(number):
        approach = chance.choices(("pga", "rio", "family"), (5, 4, 1))[0]
        late = 3 if approach == "rio" else 1
        found.append(
            {
                "district": chance.choices([*_DISTRICTS], (9, 6, 5, 4, 3, 2, 2, 1))[0],
                "phase": chance.choices(("p1", "p2", "p3", "p4"), (4, 6, 2 * late, late))[0],
                "approach": approach,
                "age": chance.choices(YEARS, (1, 2, 3, 5, 6, 7, 8, 7, 6, 4, 3, 2))[0],
            }
        )
    return found


def _value(person: Person, dimension: Dimension) -> str:
    value = person[dimension.code]
    return next(c.code for c in dimension.categories if value == c.code or value in c.covers)


def table(
    code: str,
    persons: Sequence[Person],
    by: Sequence[Dimension],
    *,
    population: str = "persons",
    snapshot: str = "one",
) -> CountTable:
    """Return the table of these persons by these dimensions."""
    counts = Counter(tuple(_value(person, dimension) for dimension in by) for person in persons)
    return a_table(
        code,
        dimensions=tuple(by),
        counts=dict(counts),
        population=population,
        snapshot=snapshot,
        protection=Protection.PERSONS,
    )


def _filtered(seed: int) -> Scenario:
    """S1: the same table again, without those in one approach."""
    persons = persons_of(seed)
    fewer = [person for person in persons if person["approach"] != "family"]
    whole = table("whole", persons, (DISTRICT, PHASE))
    part = table("part", fewer, (DISTRICT, PHASE), population="persons;approach=not_family")
    return [[whole], [part]]


def _banded(seed: int) -> Scenario:
    """S2: the same persons in other age bands."""
    persons = persons_of(seed)
    one, other = table("bands", persons, (AGE, PHASE)), table("other_bands", persons, (OTHER_AGE, PHASE))
    return [[one], [other]]


def _linked(seed: int) -> Scenario:
    """S3: three linked two-way tables in one release."""
    persons = persons_of(seed)
    pairs = ((AGE, PHASE), (PHASE, APPROACH), (AGE, APPROACH))
    return [[table(f"linked{n}", persons, pair) for n, pair in enumerate(pairs)]]


def _late(seed: int) -> Scenario:
    """S4: the same table again after one to three late registrations."""
    persons, extra = persons_of(seed), persons_of(seed + 10_000, 1 + seed % 3)
    first = table("first", persons, (DISTRICT, PHASE))
    again = table("again", [*persons, *extra], (DISTRICT, PHASE), snapshot="two")
    return [[first], [again]]


def _detailed(seed: int) -> Scenario:
    """S5: an overview, then the detail behind it."""
    persons = persons_of(seed)
    overview = table("overview", persons, (DISTRICT, PHASE))
    return [[overview], [table("detail", persons, (DISTRICT, PHASE, APPROACH))]]


def _cumulative(seed: int) -> Scenario:
    """S6: three months of a cumulative count, ten new persons a month."""
    return monthly(seed, 3)


def monthly(seed: int, months: int = 24, first: int = PERSONS - 20, each: int = 10) -> Scenario:
    """Return months of a cumulative count: `first` persons in the first, `each` new ones in every next."""
    persons = persons_of(seed, first + each * (months - 1))
    return [
        [
            table(
                "cumulative",
                persons[: first + each * month],
                (DISTRICT, PHASE),
                population=f"persons@2022-01..{2022 + month // 12}-{month % 12 + 1:02}",
                snapshot=f"month {month}",
            )
        ]
        for month in range(months)
    ]


SCENARIOS: Mapping[str, Callable[[int], Scenario]] = {
    "S1": _filtered,
    "S2": _banded,
    "S3": _linked,
    "S4": _late,
    "S5": _detailed,
    "S6": _cumulative,
}


def scenario(name: str, seed: int) -> Scenario:
    """Return the releases of scenario S1-S6 for a random register of 240 persons."""
    return SCENARIOS[name](seed)
