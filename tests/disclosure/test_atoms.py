# SPDX-License-Identifier: EUPL-1.2
"""Atoms: merged classifications, cliques that hold every table, arrays that agree."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.attack.atoms import Atoms, cliques_of, junction_tree
from casus.disclosure.figures.axes import merged_axes
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.solving.solver import RowsBuilder


def published(*dimensions: PublishedDimension, population: str = "p") -> PublishedTable:
    figure = PublishedFigure(tuple("total" for _ in dimensions), 0, FigureStatus.ROUNDED, None)
    return PublishedTable(
        "t", population, "s", Protection.PERSONS, 5, 5, 4, 0, None, True, dimensions, (figure,)
    )


COARSE = PublishedDimension("age", (("young", None), ("c", None)))


@given(st.sets(st.frozensets(st.sampled_from("abcdef"), min_size=1, max_size=3), min_size=1, max_size=6))
def test_every_table_lies_within_a_clique_and_cliques_form_a_junction_tree(
    scopes: set[frozenset[str]],
) -> None:
    sizes = dict.fromkeys("abcdef", 2)
    cliques = cliques_of(scopes, sizes)
    assert all(any(scope <= clique for clique in cliques) for scope in scopes)
    edges = junction_tree(cliques)
    assert len(edges) == len(cliques) - 1
    for axis in frozenset().union(*scopes):
        holding = [number for number, clique in enumerate(cliques) if axis in clique]
        inside = [edge for edge in edges if axis in cliques[edge[0]] & cliques[edge[1]]]
        assert len(inside) == len(holding) - 1


def test_tables_of_one_attribute_each_stay_apart() -> None:
    assert sorted(map(sorted, cliques_of({frozenset("a"), frozenset("b")}, {"a": 9, "b": 9}))) == [
        ["a"],
        ["b"],
    ]


def test_three_tables_in_a_ring_become_one_block() -> None:
    ring = {frozenset(pair) for pair in combinations("abc", 2)}
    assert cliques_of(ring, dict.fromkeys("abc", 3)) == [frozenset("abc")]


def test_arrays_agree_on_what_they_share() -> None:
    sex = PublishedDimension("sex", (("f", None), ("m", None)))
    area = PublishedDimension("area", (("n", None), ("s", None)))
    axes = merged_axes([published(COARSE, sex), published(sex, area)])
    atoms = Atoms(axes, [frozenset({"age", "sex"}), frozenset({"area", "sex"})])
    assert atoms.count == 8
    rows = RowsBuilder()
    for columns, signs in atoms.agreements():
        rows.add(columns, signs, 0, 0)
    built = rows.build()
    assert built.count == 2
    table = np.zeros(8, dtype=np.int64)
    table[np.intersect1d(atoms.columns(Predicate("p", (("age", "c"), ("sex", "f")))), np.arange(8))] = 7
    assert not built.hold(table)
    table[atoms.columns(Predicate("p", (("area", "n"), ("sex", "f"))))] = 7
    assert built.hold(table)
