# SPDX-License-Identifier: EUPL-1.2
"""Class 9: the same export again and again, in another order, with other names: nothing to average over."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace

from casus.disclosure import TOTAL, CountTable, Figure, Method, Preset, Release
from casus.errors import ReleaseRefused
from tests.attack.siege import FULL, Siege, Step, a_crowd, play
from tests.helpers.crowd import grouped, tabled
from tests.helpers.oracle.classes import filters_of
from tests.helpers.releases import EMPTY, a_release, both

TIMES = 50 if FULL else 5
Figures = Mapping[tuple[str, frozenset[tuple[str, str]]], Figure]


def figures(made: Release) -> Figures:
    """Every figure of a release by what it counts, whatever table it stands in."""
    found = {}
    for table in made.tables:
        base, filters = table.population.split(";")[0], filters_of(table)
        for cell, figure in table.figures.items():
            own = [(d.axis, code) for d, code in zip(table.dimensions, cell, strict=True) if code != TOTAL]
            found[base, frozenset((*filters, *own))] = figure
    return found


def tables_of(seed: int) -> tuple[CountTable, ...]:
    crowd, chance = a_crowd(seed, least=60), random.Random(seed)
    district, phase, approach = crowd.by("district", "phase", "approach")
    return (
        tabled("one", crowd.people, (grouped(district, chance), phase)),
        tabled("two", crowd.people, (phase, approach)),
    )


def turned(table: CountTable, chance: random.Random) -> CountTable:
    """The same counts with dimensions, categories and cells in another order, and other labels and codes."""
    order = chance.sample(range(len(table.dimensions)), len(table.dimensions))
    dimensions = []
    for place in order:
        d = table.dimensions[place]
        categories = [replace(c, label=both(f"new {c.code}")) for c in d.categories]
        dimensions.append(replace(d, categories=tuple(chance.sample(categories, len(categories)))))
    counts = [(tuple(cell[place] for place in order), n) for cell, n in table.counts.items()]
    chance.shuffle(counts)
    changes = {"code": f"renamed_{table.code}", "title": both("Another title")}
    return replace(table, dimensions=tuple(dimensions), counts=dict(counts), **changes)


def test_the_same_tables_asked_again_leave_with_the_same_figures(preset: Preset) -> None:
    tables, ledger, seen = tables_of(1), EMPTY, []
    for _ in range(TIMES):
        made = a_release(*tables, ledger=ledger, preset=preset)
        ledger = ledger.extended(made.entry)
        seen.append(figures(made))
    assert all(found == seen[0] for found in seen)


def test_another_order_and_other_names_change_no_figure(preset: Preset) -> None:
    reports, refused = 8 if FULL else 2, 0
    for seed in range(reports):
        chance, tables = random.Random(seed), tables_of(seed)
        others = chance.sample([turned(table, chance) for table in tables], len(tables))
        try:
            first = a_release(*tables, preset=preset)
        except ReleaseRefused:
            refused += 1
            continue
        if preset.method is Method.ROUNDING:  # hidden figures are kept alike by the ledger alone
            assert figures(a_release(*others, preset=preset)) == figures(first)
        later = a_release(*others, preset=preset, ledger=EMPTY.extended(first.entry))
        assert figures(later) == figures(first)
    assert refused <= reports / 4


def test_a_table_asked_alone_and_with_others_shows_the_same_figures(preset: Preset) -> None:
    one, two = tables_of(2)
    first = a_release(one, preset=preset)
    both_ = a_release(two, one, preset=preset, ledger=EMPTY.extended(first.entry))
    again = figures(both_)
    assert {key: again[key] for key in figures(first)} == dict(figures(first))


def test_many_tables_that_share_figures_tell_nothing_small(siege: Siege) -> None:
    def scene(seed: int) -> Sequence[Step]:
        crowd = a_crowd(seed, least=60)
        names = ["district", "age", "phase", "approach"]
        return [Step((tabled(f"t{n}", crowd.people, crowd.by(one, other)),), crowd.people)
                for n, (one, other) in enumerate(zip(names, [*names[1:], names[0]], strict=True))]  # fmt: skip

    siege.lay(scene, refused=0.5)


def test_the_same_counts_of_a_new_state_keep_their_numbers(preset: Preset) -> None:
    """A count made again on another day, with the same outcome, is nothing to average over either."""
    crowd = a_crowd(5, least=60)
    steps = []
    for day in range(4):
        given = {"snapshot": f"day {day}", "population": f"persons@{day}"}
        table = tabled("table", crowd.people, crowd.by("district", "phase"), **given)
        steps.append(Step((table,), crowd.people, day))
    published = play(steps, preset, 5).published
    shown = [{cell: f.value for cell, f in tables[0].figures.items()} for tables in published.states.values()]
    assert len(shown) == len(steps)
    assert all(found == shown[0] for found in shown)
