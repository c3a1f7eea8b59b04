# SPDX-License-Identifier: EUPL-1.2
"""What has to stay open where numbers are left out: cells, differences, rests and whole lines."""

import time
from collections.abc import Mapping
from dataclasses import replace

import pytest

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.attack.attack import Finding, attack, questions
from casus.disclosure.attack.knowledge import Picture, Source
from casus.disclosure.attack.targets import Kind, targets_of
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import TOTAL

HIDDEN = PublishedTable("t", "p", "s", Protection.PERSONS, None, 5, 0, 0, None, True, (), ())


def named(code: str, attribute: str = "d") -> Predicate:
    return Predicate("p") if code == TOTAL else Predicate("p", ((attribute, code),))


def a_picture(shown: Mapping[str, int | None], true: Mapping[str, int], attribute: str = "d") -> Picture:
    """One dimension; None is left out, a number exact."""
    dimension = PublishedDimension(attribute, tuple((code, None) for code in shown if code != TOTAL))
    figures = tuple(
        PublishedFigure((code,), n, FigureStatus.SUPPRESSED if n is None else FigureStatus.EXACT)
        for code, n in shown.items()
    )
    table = replace(HIDDEN, code=f"t_{attribute}", dimensions=(dimension,), figures=figures)
    return Picture("p", (Source(None, table),), {named(code, attribute): n for code, n in true.items()})


def found(picture: Picture) -> tuple[Finding, ...]:
    return attack(picture, [], time.monotonic() + 20).findings


def test_a_small_number_that_is_shown_is_found() -> None:
    findings = found(a_picture({TOTAL: 13, "a": 3, "b": 10}, {TOTAL: 13, "a": 3, "b": 10}))
    assert (Kind.CELL, ("a",), 1) in {(f.kind, f.cell, f.spread) for f in findings}


def test_a_hole_alone_in_its_line_is_found() -> None:
    findings = found(a_picture({TOTAL: 13, "a": None, "b": 10}, {TOTAL: 13, "a": 3, "b": 10}))
    assert {(f.kind, f.spread) for f in findings} >= {(Kind.CELL, 1)}


def test_two_holes_with_few_in_both_are_found() -> None:
    findings = found(
        a_picture({TOTAL: 14, "a": None, "b": None, "c": 10}, {TOTAL: 14, "a": 2, "b": 2, "c": 10})
    )
    assert Kind.REST in {f.kind for f in findings}


def test_holes_that_could_be_0_or_5_are_left_alone() -> None:
    true = {TOTAL: 19, "a": 3, "b": 6, "c": 10}
    assert found(a_picture({TOTAL: 19, "a": None, "b": None, "c": 10}, true)) == ()


def test_all_persons_of_a_line_in_one_category_is_found() -> None:
    true = {TOTAL: 8, "a": 8, "b": 0}
    assert {f.kind for f in found(a_picture({TOTAL: 8, "a": 8, "b": 0}, true))} == {Kind.GROUP}
    assert found(a_picture({TOTAL: 8, "a": None, "b": None}, true)) == ()
    assert found(a_picture({TOTAL: None, "a": 8, "b": None}, true)) == ()


def test_few_in_a_line_of_one_category_are_no_group() -> None:
    true = {TOTAL: 4, "a": 4, "b": 0}
    assert {f.kind for f in found(a_picture({TOTAL: None, "a": None, "b": 0}, true))} == set()


def test_what_cannot_occur_makes_no_group() -> None:
    picture = a_picture({TOTAL: 8, "a": 8, "b": 0}, {TOTAL: 8, "a": 8, "b": 0})
    table = picture.sources[0].table
    never = tuple(
        replace(f, status=FigureStatus.STRUCTURAL_ZERO) if f.cell == ("b",) else f for f in table.figures
    )
    assert found(Picture("p", (Source(None, replace(table, figures=never)),), picture.truth)) == ()


def test_a_figure_that_was_rounded_before_is_asked_what_rounding_asks() -> None:
    hidden = a_picture({TOTAL: 19, "a": None, "b": None, "c": 10}, {TOTAL: 19, "a": 3, "b": 6, "c": 10})
    table = hidden.sources[0].table
    before = replace(
        table, code="before", base=5, reach=4,
        figures=tuple(PublishedFigure(f.cell, 5, FigureStatus.ROUNDED) for f in table.figures if f.cell == ("a",)),
    )  # fmt: skip
    both = Picture("p", (*hidden.sources, Source(1, before)), hidden.truth)
    target = next(t for t in targets_of(both) if t.figure == named("a") and t.kind is Kind.CELL)
    assert (target.need, target.down_to, target.up_to) == (5, None, None)


@pytest.mark.parametrize("other", [{"a": 1, "b": 8}, {"a": 3, "b": 6}, {"a": 4, "b": 5}])
def test_cells_and_differences_that_may_be_small_are_as_many_whatever_the_truth(
    other: Mapping[str, int],
) -> None:
    shown = {TOTAL: 19, "a": None, "b": None, "c": 10}
    kinds = [t.kind for t in targets_of(a_picture(shown, {TOTAL: 19, **other, "c": 10}))]
    assert (kinds.count(Kind.CELL), kinds.count(Kind.DIFFERENCE)) == (2, 2)


def test_one_more_person_fits_in_every_array() -> None:
    one, two = (
        a_picture({TOTAL: 9, "a": None, "b": None}, {TOTAL: 9, "a": 4, "b": 5}),
        a_picture({TOTAL: 9, "x": None, "y": None}, {TOTAL: 9, "x": 4, "y": 5}, attribute="e"),
    )
    both = Picture("p", (*one.sources, *two.sources), {**one.truth, **two.truth})
    system = next(questions(both, [])).system
    person = system.somebody(named("a"))
    assert person is not None
    table = system.lower * 0
    table[person] = 1
    assert len(person) == 2
    assert table[system.columns(0, named("a"))].sum() == 1
    assert all((table[columns] * signs).sum() == 0 for columns, signs in system.atoms.agreements())
    assert system.within(named("a"), next(t for t in targets_of(both) if t.figure == named("a")))
