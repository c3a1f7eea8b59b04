# SPDX-License-Identifier: EUPL-1.2
"""Class 11: the attacker knows the program and runs it on guesses, without the key.

Every register that the program could have turned into the published figures, under some key, stays
possible. Registers of at most 30 persons, guesses and keys at random.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

import numpy as np

from casus.disclosure import CountTable, Ledger, Method, Preset, ReleasedTable, release
from casus.errors import ReleaseRefused
from tests.attack.conftest import ORDER
from tests.attack.siege import Siege, seeds
from tests.helpers.oracle import Fact, Impossible, Knowledge, World
from tests.helpers.releases import AT, a_dimension, a_table

Cell = tuple[str, ...]
TRIES = 300
DIMENSIONS = (a_dimension("district", ("d0", "d1", "d2")), a_dimension("phase", ("p0", "p1")))


def a_small_table(seed: int, preset: Preset) -> CountTable:
    """A table of at most 30 persons with a small cell among its leaves."""
    chance = random.Random(seed)
    dimensions = DIMENSIONS[: chance.choice((1, 2))]
    leaves = [*product(*(d.leaves() for d in dimensions))]
    counts = {leaves[0]: chance.randint(1, preset.threshold - 1)}
    for place in range(chance.randint(preset.min_population + 1, 30) - counts[leaves[0]]):
        leaf = leaves[
            min(place, len(leaves) - 1) if place < len(leaves) else chance.randrange(1, len(leaves))
        ]
        counts[leaf] = counts.get(leaf, 0) + (leaf != leaves[0])
    return a_table("table", dimensions=dimensions, counts=counts)


def published(table: CountTable, preset: Preset, key: bytes) -> ReleasedTable | None:
    """What the program makes of a table with this key, nothing where it refuses."""
    try:
        return release([table], Ledger((), key, None), preset, at=AT).tables[0]
    except ReleaseRefused:
        return None


def rounded_guess(
    public: ReleasedTable, target: Cell, value: int, chance: random.Random
) -> Mapping[Cell, int]:
    """A random register near the rounded leaves: such registers lead to these figures most often."""
    counts = {}
    for leaf in product(*(d.leaves() for d in public.dimensions)):
        shown, near = public.figures[leaf].value or 0, min(3, public.max_error)
        counts[leaf] = max(0, shown + chance.randint(-near, near)) if shown else chance.choice((0, 0, 1, 2))
    return counts | {target: value}


def hidden_guesses(
    table: CountTable, public: ReleasedTable, preset: Preset, chance: random.Random
) -> Iterator[Mapping[Cell, int]]:
    """Random registers near the true one that fit the figures shown: such registers lead to them most often."""
    leaves = [*product(*(d.leaves() for d in public.dimensions))]
    space = World(Knowledge([[public]])).space
    atoms = {leaf: space.members(public, leaf) for leaf in leaves}
    for _ in range(TRIES):
        least = {leaf: table.counts.get(leaf, 0) + chance.choice((-2, -1, -1, 0, 0, 1)) for leaf in leaves}
        facts = [Fact(0, atoms[leaf], max(0, n)) for leaf, n in least.items()]
        world = World(Knowledge([[public]], facts=facts, least=preset.min_population), space)
        try:
            answer = world.program.least(np.array([chance.gauss(0, 1) for _ in range(world.program.columns)]))
        except Impossible:
            continue
        yield {leaf: int(answer[inside].sum()) for leaf, inside in atoms.items()}


def possible_values(table: CountTable, target: Cell, preset: Preset, seed: int, enough: int) -> set[int]:
    """The values of a cell that some register and key would have led to the very same figures."""
    key, chance = bytes([seed % 251]) * 32, random.Random(seed)
    public = published(table, preset, key)
    if public is None:
        return set()
    found: set[int] = set()
    if preset.method is Method.SUPPRESSION:
        found = {table.counts[target]}
        for guess in hidden_guesses(table, public, preset, chance):
            if guess[target] not in found and len(found) < enough:
                same = published(replace(table, counts=guess), preset, key)
                found |= {guess[target]} if same is not None and same.figures == public.figures else set()
        return found
    shown = public.figures[target].value or 0
    values = range(max(0, shown - public.max_error), shown + public.max_error + 1)
    for value in sorted(values, key=lambda value: abs(value - shown)):
        for _ in range(TRIES if len(found) < enough else 0):
            guess = rounded_guess(public, target, value, chance)
            same = published(replace(table, counts=guess), preset, chance.randbytes(32))
            if same is not None and same.figures == public.figures:
                found.add(value)
                break
    return found


def test_running_the_program_on_guesses_does_not_narrow_a_small_cell(siege: Siege) -> None:
    preset, met, narrow = siege.preset, 0, []
    enough = preset.base if preset.method is Method.ROUNDING else 2
    for seed in seeds(preset, ORDER):
        table = a_small_table(seed, preset)
        target = next(iter(table.counts))
        found = possible_values(table, target, preset, seed, enough)
        met += bool(found)
        if found and len(found) < enough:
            narrow.append(f"seed {seed}: {target} true {table.counts[target]}, left {sorted(found)}")
    siege.note(f"{met} registers")
    assert not narrow, "\n".join(narrow)
    assert met, "refused all"
