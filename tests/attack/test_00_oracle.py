# SPDX-License-Identifier: EUPL-1.2
"""The oracle itself: it finds what is known to leak, and agrees with a list of all answers."""

import random
from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from casus.disclosure import STANDARD, Category, Dimension, Figure, FigureStatus, ReleasedTable
from tests.attack.judge import Judge, Published
from tests.helpers.oracle import Attacker, Fact, Impossible, Knowledge, Link, Sum, World, count_answers
from tests.helpers.oracle.program import Constraints, OracleFailed, Program
from tests.helpers.releases import a_dimension, a_release, a_table, both

Cell = tuple[str, ...]


def shown(
    numbers: Mapping[Cell, int | None], dimensions: Sequence[Dimension], reach: int = 0, **more: object
) -> ReleasedTable:
    """A table published with these figures by hand."""
    model = a_release(a_table()).tables[0]
    kind = FigureStatus.ROUNDED if reach else FigureStatus.EXACT
    figures = {cell: Figure(n, FigureStatus.SUPPRESSED if n is None else kind) for cell, n in numbers.items()}
    given = {name: getattr(model, name) for name in ("title", "definition", "unit", "unit_label", "source", "chapter",
             "period", "reference_date", "snapshot", "protection")}  # fmt: skip
    given |= {"code": "t", "population": "p", "base": reach + 1 if reach else None, "max_error": reach} | more
    return ReleasedTable(**given, dimensions=tuple(dimensions), figures=figures)  # type: ignore[arg-type]


def margins(counts: Mapping[Cell, int], hidden: set[Cell]) -> dict[Cell, int | None]:
    """A two-way table with margins and some cells left out."""
    found: dict[Cell, int | None] = {}
    for row in {*(cell[0] for cell in counts), "total"}:
        for column in {*(cell[1] for cell in counts), "total"}:
            inside = [
                n for cell, n in counts.items() if row in (cell[0], "total") and column in (cell[1], "total")
            ]
            found[row, column] = None if (row, column) in hidden else sum(inside)
    return found


def test_a_hole_behind_two_gaps_in_every_line_is_found() -> None:
    """As in sdcTable's 4x4 test: rows y and z less column d leave (w, b), though no line has a single gap."""
    rows, columns = a_dimension("row", "wxyz"), a_dimension("column", "abcd")
    chance = random.Random(4)
    counts = {(r, c): chance.randint(5, 99) for r in "wxyz" for c in "abcd"}
    hidden = {
        ("w", "a"),
        ("w", "b"),
        ("w", "c"),
        ("x", "a"),
        ("x", "c"),
        ("y", "b"),
        ("y", "d"),
        ("z", "b"),
        ("z", "d"),
    }
    table = shown(margins(counts, hidden), (rows, columns))
    attacker = Attacker([table])
    for cell in sorted(hidden):
        low, high = attacker.range_of(table, cell)
        assert low <= counts[cell] <= high
        assert (low == high) == (cell == ("w", "b"))


@pytest.mark.parametrize("seed", range(5))
def test_ranges_agree_with_a_list_of_all_answers(seed: int) -> None:
    chance = random.Random(seed)
    dimensions = (a_dimension("row", "ab"), a_dimension("column", "xy"))
    counts = {(r, c): chance.randint(0, 9) for r in "ab" for c in "xy"}
    table = a_release(a_table(dimensions=dimensions, counts=counts | {("a", "x"): 12})).tables[0]
    attacker = Attacker([table])
    for cell, values in count_answers(table).items():
        assert attacker.range_of(table, cell) == (min(values), max(values))


def test_bands_that_overlap_are_split_at_every_border() -> None:
    def band(code: str, *cuts: str) -> Dimension:
        found = tuple(Category(cut, both(cut), covers=frozenset(cut)) for cut in cuts)
        return Dimension(code, both(code), found, attribute="age")

    one = shown({("total",): 20, ("ab",): 9, ("cd",): 11}, [band("one", "ab", "cd")])
    other = shown({("total",): 20, ("a",): 7, ("bcd",): 13}, [band("other", "a", "bcd")], code="o")
    attacker = Attacker([one, other])
    assert attacker.difference((one, ("ab",)), (other, ("a",))) == (2, 2)


def test_filters_on_one_attribute_exclude_each_other() -> None:
    whole = shown({(): 20}, ())
    parts = [
        shown({(): n}, (), code=code, population=f"p;approach={code}") for code, n in (("x", 12), ("y", 5))
    ]
    world = World(Knowledge([[whole, *parts]]))
    rest = np.setdiff1d(world.space.members(whole, ()), world.space.members(parts[0], ()))
    neither = np.setdiff1d(rest, world.space.members(parts[1], ()))
    assert world.range_of(Sum(neither)) == (3, 3)
    third = shown({(): None}, (), code="z", population="p;approach=z")
    complete = World(Knowledge([[whole, *parts, third]], complete={"approach": frozenset("xyz")}))
    assert complete.range_of(Sum(complete.space.members(third, ()))) == (3, 3)
    unsure = World(Knowledge([[whole, *parts, third]]))
    assert unsure.range_of(Sum(unsure.space.members(third, ()))) == (0, 3)


def test_states_are_linked_as_believed() -> None:
    a, b = (shown({("total",): n, ("x",): x, ("y",): y}, [a_dimension("d", "xy")], reach=4)
            for n, x, y in ((10, 5, 5), (15, 10, 0)))  # fmt: skip
    apart = World(Knowledge([[a], [b]]))
    linked = World(Knowledge([[a], [b]], links=[Link(0, 1, added=True)]))
    y = apart.space.members(a, ("y",))
    assert apart.range_of(Sum(y, 0)) == (1, 9)
    assert linked.range_of(Sum(y, 0)) == (1, 4)
    few = World(Knowledge([[a], [b]], links=[Link(0, 1, changed=1)]))
    assert few.range_of(Sum(y, 1, y, 0)) == (-1, 1)
    far = shown({("total",): 40, ("x",): 20, ("y",): 20}, [a_dimension("d", "xy")], reach=4)
    with pytest.raises(Impossible):
        World(Knowledge([[a], [far]], links=[Link(0, 1, changed=3)])).range_of(Sum(y))


def test_a_hidden_total_is_nobody_or_many() -> None:
    table = shown({(): None}, ())
    world = World(Knowledge([[table]], least=10))
    (atom,) = world.space.members(table, ())
    assert (
        World(Knowledge([[table]], least=10, facts=[Fact(0, np.array([atom]), 1)])).range_of(
            Sum(np.array([atom]))
        )[0]
        == 10
    )
    assert world.range_of(Sum(np.array([atom])))[0] == 0


def test_a_small_cell_that_is_shown_or_boxed_in_is_a_leak() -> None:
    dimension = a_dimension("d", "xyz")
    people = [{"d": code} for code, n in (("x", 2), ("y", 3), ("z", 20)) for _ in range(n)]
    exact = shown({("total",): 25, ("x",): 2, ("y",): 3, ("z",): 20}, [dimension])
    open_ = shown({("total",): 25, ("x",): 0, ("y",): 5, ("z",): 20}, [dimension], reach=4)
    wrong = shown({("total",): 30, ("x",): 0, ("y",): 5, ("z",): 20}, [dimension], reach=4)
    assert len(Judge(Published(STANDARD, {0: [exact]}, {0: people})).leaks()) >= 2
    assert Judge(Published(STANDARD, {0: [open_]}, {0: people})).leaks() == []
    with pytest.raises(AssertionError, match="does not fit"):
        Judge(Published(STANDARD, {0: [wrong]}, {0: people}))


def test_an_answer_that_does_not_fit_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = Constraints(2)
    rows.add(np.array([0, 1]), 3, 3)
    program = Program(rows, np.array([5, 5]))
    answer = type("Answer", (), {"status": 0, "x": np.array([1.0, 1.0]), "message": ""})
    monkeypatch.setattr("tests.helpers.oracle.program.milp", lambda *a, **k: answer)
    with pytest.raises(OracleFailed):
        program.least(np.zeros(2))
