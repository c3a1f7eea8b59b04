# SPDX-License-Identifier: EUPL-1.2
"""What an outsider knows: bounds by rule, linked figures, small differences between nested figures."""

import time
from dataclasses import replace

import pytest

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.attack.attack import attack
from casus.disclosure.attack.knowledge import Picture, Source, bounds
from casus.disclosure.attack.targets import targets_of
from casus.disclosure.figures.predicates import Predicate, measure_of, parse_population

DISTRICT = PublishedDimension("district", (("a", None), ("b", None)))
PHASE = PublishedDimension("phase", (("p", None), ("q", None)))
NOTHING = PublishedTable(
    "t", "people", "s", Protection.PERSONS, 5, 5, 4, 0, None, True, (), ()
)  # fmt: skip


def figure(cell: tuple[str, ...], value: int, status: FigureStatus = FigureStatus.ROUNDED) -> PublishedFigure:
    return PublishedFigure(cell, value, status)


TOTAL = ("total",)
ONE_DIMENSION = replace(NOTHING, dimensions=(DISTRICT,), figures=(figure(TOTAL, 0),))


@pytest.mark.parametrize(
    ("changes", "shown", "known"),
    [
        ({}, figure(("a",), 0), (0, 4)),
        ({}, figure(("a",), 5), (1, 9)),
        ({"reach": 5}, figure(("a",), 5), (1, 10)),
        ({"reach": 5}, figure(("a",), 0), (0, 5)),
        ({"cap": 9}, figure(("a",), 10), (6, 9)),
        ({"cap": 9}, figure(TOTAL, 10), (6, 14)),
        ({"min_population": 10}, figure(TOTAL, 10), (10, 14)),
        ({"min_population": 10}, figure(TOTAL, 0), (0, 0)),
        ({"min_population": 10}, figure(("a",), 0), (0, 4)),
        ({}, figure(("a",), 14, FigureStatus.EXACT), (14, 14)),
        ({}, figure(("a",), 0, FigureStatus.STRUCTURAL_ZERO), (0, 0)),
    ],
)
def test_the_rules_bound_a_figure(
    changes: dict[str, int], shown: PublishedFigure, known: tuple[int, int]
) -> None:
    assert bounds(replace(ONE_DIMENSION, **changes), shown) == known


def test_a_small_difference_with_a_wider_figure_is_attacked() -> None:
    whole = replace(NOTHING, figures=(figure((), 12, FigureStatus.EXACT),))
    part = replace(NOTHING, code="part", population="people;approach=pga", reach=1, figures=(figure((), 10),))
    people, some = Predicate("people"), Predicate("people", (("approach", "pga"),))
    now = Picture("people", (Source(None, whole), Source(None, part)), {people: 12, some: 10})
    verdict = attack(now, [], time.monotonic() + 10)
    assert [(finding.spread, finding.figures) for finding in verdict.findings] == [(3, (people, some))]
    large = Picture("people", now.sources, {people: 12, some: 12})
    assert attack(large, [], time.monotonic() + 10).findings == ()


def test_tables_that_share_only_their_total_are_attacked_together() -> None:
    one = replace(ONE_DIMENSION, figures=(figure(TOTAL, 20, FigureStatus.EXACT),))
    two = replace(NOTHING, code="two", dimensions=(PHASE,), figures=(figure(("p",), 20), figure(("q",), 5)))
    small = Predicate("people", (("phase", "q"),))
    now = Picture("people", (Source(None, one), Source(None, two)), {small: 3})
    verdict = attack(now, [], time.monotonic() + 10)
    assert [(finding.cell, finding.spread) for finding in verdict.findings if finding.cell == ("q",)] == [
        (("q",), 4)
    ]


def test_figures_of_tables_with_several_units_per_person_all_have_to_stay_open() -> None:
    visits = replace(ONE_DIMENSION, per_person=False, figures=(figure(TOTAL, 40), figure(("a",), 40)))
    persons = replace(visits, per_person=True)
    for table, number in ((visits, 2), (persons, 0)):
        picture = Picture("people", (Source(None, table),), {Predicate("people"): 41})
        assert sum(not target.minus and target.matters for target in targets_of(picture)) == number


def test_a_figure_published_twice_is_known_by_both() -> None:
    loose, tight = (
        replace(NOTHING, figures=(figure((), 5),)),
        replace(NOTHING, code="u", figures=(figure((), 10),)),
    )
    picture = Picture("people", (Source(1, loose), Source(2, tight)), {})
    known = picture.figures[Predicate("people")]
    assert (known.low, known.high) == (6, 9)


def test_populations_are_predicates() -> None:
    assert parse_population("p@2023;b=2;a=1") == Predicate("p@2023", (("a", "1"), ("b", "2")))
    assert parse_population("p").text == "p"
    assert measure_of("visits@2022-10..2023-10") == "visits"
    assert measure_of("visits") == "visits"
