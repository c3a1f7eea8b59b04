# SPDX-License-Identifier: EUPL-1.2
"""Tables laid flat: every figure once, in a sensible place."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.releases import both

from casus.disclosure import (
    TOTAL,
    Category,
    Dimension,
    Figure,
    FigureStatus,
    Protection,
    Release,
    ReleasedTable,
    all_cells,
)
from casus.reports import layout
from casus.reports.texts import Texts

NL = Texts("nl")


def a_released_table(*dimensions: Dimension) -> ReleasedTable:
    """A released table with a different figure in each cell."""
    figures = {cell: Figure(i, FigureStatus.EXACT) for i, cell in enumerate(all_cells(dimensions))}
    period = (date(2023, 1, 1), date(2023, 12, 31))
    words = [both(word) for word in ("titel", "definitie", "personen", "bron")]
    head = ("code", words[0], words[1], "persons", words[2], words[3], "careers", period, period[1], "s")
    return ReleasedTable(*head, Protection.EXACT, "persons", dimensions, None, 0, figures)


@st.composite
def dimensions(draw: st.DrawFn, most: int = 3) -> tuple[Dimension, ...]:
    """Up to `most` dimensions, some of them with categories under categories."""

    def one(number: int) -> Dimension:
        size = draw(st.integers(1, 9))
        parents = [draw(st.sampled_from([None, *range(i)])) for i in range(size)]
        found = tuple(
            Category(f"c{i}", both(f"Cat {i}"), None if p is None else f"c{p}") for i, p in enumerate(parents)
        )
        return Dimension(f"d{number}", both(f"Dim {number}"), found)

    return tuple(one(number) for number in range(draw(st.integers(1, most))))


@given(dimensions())
def test_a_grid_shows_every_figure_exactly_once(found: tuple[Dimension, ...]) -> None:
    table = a_released_table(*found)
    grid = layout.grid(table, NL)
    shown = [figure.value for row in grid.rows for figure in row.figures]
    assert sorted(shown) == sorted(figure.value for figure in table.figures.values())
    assert all(len(row.figures) == len(grid.columns) for row in grid.rows)


@given(dimensions())
def test_the_long_form_names_every_cell_once(found: tuple[Dimension, ...]) -> None:
    table = a_released_table(*found)
    assert sorted(layout.keys(table)) == sorted(table.figures)


def test_four_dimensions_lose_no_figure() -> None:
    four = tuple(
        Dimension(f"d{i}", both("D"), (Category("a", both("a")), Category("b", both("b")))) for i in range(4)
    )
    table = a_released_table(*four)
    shown = {figure.value for row in layout.grid(table, NL).rows for figure in row.figures}
    assert shown == {figure.value for figure in table.figures.values()}


def test_children_follow_their_parent_and_totals_come_last() -> None:
    tree = Dimension(
        "d",
        both("D"),
        (
            Category("b1", both("B1"), "b"),
            Category("a", both("A")),
            Category("b", both("B")),
            Category("a1", both("A1"), "a"),
        ),
    )
    rows = layout.grid(a_released_table(tree), NL).rows
    assert [(row.label, row.depth, row.is_total) for row in rows] == [
        ("A", 0, False),
        ("A1", 1, False),
        ("B", 0, False),
        ("B1", 1, False),
        ("Totaal", 0, True),
    ]


def test_the_wider_dimension_goes_down_when_the_last_one_does_not_fit() -> None:
    wide = Dimension("w", both("Wijk"), tuple(Category(f"w{i}", both(f"W{i}")) for i in range(11)))
    small = Dimension("s", both("Soort"), (Category("x", both("X")), Category("y", both("Y"))))
    grid = layout.grid(a_released_table(small, wide), NL)
    assert [column.label for column in grid.columns] == ["X", "Y", "Totaal"]
    assert grid.stub == "Wijk"
    assert grid.by == "Naar soort en wijk"


def test_an_acronym_keeps_its_capitals_inside_a_sentence() -> None:
    vog = Dimension("v", both("VOG-status"), (Category("x", both("X")), Category("y", both("Y"))))
    assert layout.by(a_released_table(vog), NL) == "Naar VOG-status"


def test_tables_about_one_population_are_one_indicator(full: Release) -> None:
    careers, money, organisation = (layout.indicators(full, code) for code in layout.CHAPTERS)
    assert [len(indicator.tables) for indicator in careers] == [2]
    assert careers[0].lead.code == "by_both"
    assert careers[0].total == full.tables[1].figures[(TOTAL,)]
    assert [indicator.lead.code for indicator in money] == ["inspections", "sessions"]
    assert [indicator.breakdowns for indicator in organisation] == [()]
