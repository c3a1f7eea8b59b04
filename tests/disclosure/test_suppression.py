# SPDX-License-Identifier: EUPL-1.2
"""Tests of the suppression puzzle: known answers, brute force, integer tables, and equal answers again."""

import time
from collections.abc import Sequence
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure.attack.pool import Goal
from casus.disclosure.solving.rows import NO_LIMIT, RowsBuilder
from casus.disclosure.suppression import Clue, Effort, Plan, Puzzle, View, solve
from tests.helpers.thorough import THOROUGH

Sets = Sequence[Sequence[int]]


def a_puzzle(
    leaves: Sequence[int],
    cells: Sets,
    small: Sequence[int],
    goals: Sequence[Goal],
    given: Sequence[tuple[Clue, ...]] | None = None,
) -> Puzzle:
    """Cells are sets of leaves; `small` cells are hidden; zeros are published."""
    values = np.array([sum(leaves[leaf] for leaf in cell) for cell in cells], dtype=np.int64)
    hidden = np.zeros(len(cells), dtype=bool)
    hidden[list(small)] = True
    rows, shown = RowsBuilder(), np.full(len(cells), -1, dtype=np.int64)
    for number in np.flatnonzero(~hidden):
        shown[number] = len(rows)
        rows.add(np.array(cells[number], dtype=np.int64), 1, int(values[number]), int(values[number]))
    none, every = np.zeros(len(leaves), dtype=np.int64), np.full(len(leaves), NO_LIMIT, dtype=np.int64)
    clues = tuple(given) if given is not None else ((),) * len(goals)
    view = View(rows.build(), none, every, shown, tuple(goals), clues)
    cost = np.where(values > 0, values + 4.0, np.inf)
    free = np.zeros(len(cells), dtype=np.int64), np.full(len(cells), NO_LIMIT, dtype=np.int64)
    return Puzzle(values, cost, hidden, *free, (view,))


def wide(cell: Sequence[int], width: int = 6) -> Goal:
    return Goal(np.array(cell, dtype=np.int64), width, matters=True)


def hidable(cell: Sequence[int], threshold: int = 5) -> Goal:
    return Goal(np.array(cell, dtype=np.int64), 2, matters=True, down_to=0, up_to=threshold)


def solved(puzzle: Puzzle, work: float = 200.0) -> Plan:
    return solve(puzzle, Effort(work, time.monotonic() + 60))


def hidden_cells(plan: Plan) -> set[int]:
    assert plan.hidden is not None
    return {int(cell) for cell in np.flatnonzero(plan.hidden)}


def grid(rows: int, columns: int) -> list[list[int]]:
    """The cells of a table with margins: leaves, row totals, column totals, total."""
    leaf = [[row * columns + column for column in range(columns)] for row in range(rows)]
    cells = [[place] for row in leaf for place in row]
    cells += [*leaf, *([row[column] for row in leaf] for column in range(columns))]
    return [*cells, [place for row in leaf for place in row]]


def small_of(leaves: Sequence[int], cells: Sets, threshold: int = 5) -> list[int]:
    values = [sum(leaves[leaf] for leaf in cell) for cell in cells]
    return [number for number, value in enumerate(values) if 0 < value < threshold]


# --- known answers ---------------------------------------------------------------------------------------


def test_the_linked_tables_of_usersupport_136_need_one_further_cell() -> None:
    """Regions add up to counties and to groups (sdcTools/UserSupport issue 136): N has to go as well, sum 20."""
    names = ("A", "B", "I", "J", "K", "L", "M", "N")
    leaves = (2, 2, 8, 8, 3, 3, 3, 7)
    parts = ("ABIJ", "KLMN", "ABIJKN", "LM", "ABIJKLMN")
    cells = [*([number] for number in range(8)), *([names.index(n) for n in part] for part in parts)]
    small = [number for number in range(8) if leaves[number] <= 3]
    plan = solved(a_puzzle(leaves, cells, small, [wide(cells[cell], 2) for cell in small]))
    assert plan.optimal
    assert {names[cell] for cell in hidden_cells(plan) - set(small)} == {"N"}
    assert sum(leaves[cell] for cell in hidden_cells(plan)) == 20


def test_a_pattern_with_two_cells_in_every_line_is_not_enough_in_four_by_four() -> None:
    """The 4x4 vector of sdcTable's test-simpleheuristic.R: with its nine cells left out w,b is exactly 47."""
    leaves = (30, 47, 64, 89, 90, 124, 5, 31, 92, 100, 59, 85, 800, 991, 651, 685)
    cells, pattern = grid(4, 4), [0, 1, 2, 4, 6, 9, 11, 13, 15]
    fixed = a_puzzle(leaves, cells, pattern, [wide([leaf], 2) for leaf in pattern])
    none = np.full(len(cells), np.inf)
    given_up = solved(Puzzle(fixed.values, none, fixed.hidden, fixed.floor, fixed.ceiling, fixed.views))
    assert [pattern[goal] for _, goal in given_up.hopeless] == [1]
    plan = solved(fixed)
    assert plan.optimal
    assert hidden_cells(plan) > set(pattern)


def test_a_single_small_cell_of_a_table_is_hidden_in_a_rectangle() -> None:
    leaves = (3, 20, 9, 6, 30, 7, 40, 50, 60)
    cells = grid(3, 3)
    plan = solved(a_puzzle(leaves, cells, [0], [hidable([0])]))
    assert plan.optimal
    assert hidden_cells(plan) == {0, 2, 3, 5}


def test_a_goal_that_nothing_opens_is_named_and_the_rest_is_solved() -> None:
    leaves = (3, 20, 0, 4, 30, 7)
    cells = [[0], [1], [2], [3], [4], [5], [0, 1, 2], [3, 4, 5]]
    puzzle = a_puzzle(leaves, cells, [0, 3], [hidable([0]), hidable([3])])
    cost = puzzle.cost.copy()
    cost[[1, 6]] = np.inf
    plan = solved(Puzzle(puzzle.values, cost, puzzle.hidden, puzzle.floor, puzzle.ceiling, puzzle.views))
    assert plan.hopeless == ((0, 0),)
    assert 5 in hidden_cells(plan) or 7 in hidden_cells(plan)


def test_what_is_known_of_a_figure_all_the_same_bounds_how_far_it_gives() -> None:
    leaves = (3, 20, 9, 40)
    cells = grid(2, 2)
    puzzle = a_puzzle(leaves, cells, [0], [hidable([0])])
    free = solved(puzzle)
    floor, ceiling = puzzle.floor.copy(), puzzle.ceiling.copy()
    floor[2], ceiling[2] = 9, 10
    tight = solved(Puzzle(puzzle.values, puzzle.cost, puzzle.hidden, floor, ceiling, puzzle.views))
    assert hidden_cells(free) == {0, 1, 2, 3}
    assert tight.cost > free.cost


def test_an_insider_who_is_the_only_one_in_a_cell_does_not_find_the_other() -> None:
    """Without the insider the 1 and the 3 of a row protect each other; who knows the 1 derives the 3."""
    leaves = (1, 3, 20, 9, 9, 30, 40, 50, 60)
    cells, small = grid(3, 3), [0, 1]
    goals = [wide([leaf], 3) for leaf in small]
    plain = solved(a_puzzle(leaves, cells, small, goals))
    clue = Clue(np.array([0], dtype=np.int64), 1, 1)
    careful = solved(a_puzzle(leaves, cells, small, [*goals, wide([1], 2)], [(), (), (clue,)]))
    assert hidden_cells(plain) == {0, 1, 3, 4}
    assert hidden_cells(careful) > hidden_cells(plain)


# --- against every choice there is -------------------------------------------------------------------------


def _tables(leaves: Sequence[int], cells: Sets, hidden: set[int], most: int) -> list[tuple[int, ...]]:
    """List every table with the published cells (zeros kept), each leaf at most `most` off."""
    ranges = [range(value + most + 1) if value else range(1) for value in leaves]
    shown = [
        (cell, sum(leaves[leaf] for leaf in cells[cell])) for cell in range(len(cells)) if cell not in hidden
    ]
    return [
        table
        for table in product(*ranges)
        if all(sum(table[leaf] for leaf in cells[cell]) == value for cell, value in shown)
    ]


def _is_open(leaves: Sequence[int], cells: Sets, hidden: set[int], small: Sequence[int], most: int) -> bool:
    tables = _tables(leaves, cells, hidden, most)
    for cell in small:
        found = {sum(table[leaf] for leaf in cells[cell]) for table in tables}
        if min(found) > 0 or max(found) < most:
            return False
    return True


@settings(max_examples=100 if THOROUGH else 10, deadline=None)
@given(st.lists(st.integers(0, 5), min_size=6, max_size=6).filter(any))
def test_no_choice_is_cheaper_in_any_small_table(leaves: list[int]) -> None:
    cells, threshold = grid(2, 3), 2
    small = small_of(leaves, cells, threshold)
    puzzle = a_puzzle(leaves, cells, small, [hidable(cells[cell], threshold) for cell in small])
    plan = solved(puzzle)
    free = [cell for cell in range(len(cells)) if cell not in small and puzzle.values[cell]]
    if plan.hopeless:
        assert not _is_open(leaves, cells, {*small, *free}, small, threshold)
        return
    assert _is_open(leaves, cells, hidden_cells(plan), small, threshold)
    assert plan.optimal
    cheaper = (
        set(choice)
        for number in range(len(free) + 1)
        for choice in combinations(free, number)
        if puzzle.cost[[*small, *choice]].sum() < plan.cost - 1e-6
    )
    assert not any(_is_open(leaves, cells, {*small, *choice}, small, threshold) for choice in cheaper)


@pytest.mark.parametrize("seed", range(4))
def test_a_random_table_is_protected_alike_each_time_and_whole_tables_prove_it(seed: int) -> None:
    random = np.random.default_rng(seed)
    leaves = random.poisson(2.0, 48).tolist()
    cube = np.arange(48).reshape(4, 4, 3)
    cells = [
        cube[np.ix_(*picks)].ravel().tolist()
        for picks in product(*([*([i] for i in range(n)), [*range(n)]] for n in cube.shape))
    ]
    small = small_of(leaves, cells)
    puzzle = a_puzzle(leaves, cells, small, [hidable(cells[cell]) for cell in small])
    first, second = solved(puzzle, 60.0), solved(puzzle, 60.0)
    assert hidden_cells(first) == hidden_cells(second)
    assert first.cost == second.cost
    if first.bound is not None:
        assert first.bound <= first.cost + 1e-6


def test_without_time_there_is_no_plan_rather_than_a_guess() -> None:
    leaves = (3, 20, 9, 6, 30, 7, 40, 50, 60)
    plan = solve(a_puzzle(leaves, grid(3, 3), [0], [hidable([0])]), Effort(100.0, time.monotonic() - 1))
    assert plan.hidden is None
