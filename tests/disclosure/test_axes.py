# SPDX-License-Identifier: EUPL-1.2
"""Axes: how classifications of one attribute are related, whatever table says so."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.figures.axes import (
    Axis,
    ClassificationDiffers,
    filtered_on,
    merged_axes,
    partitions,
    unseen,
    wider_classes,
)
from casus.disclosure.figures.predicates import Predicate


def published(*dimensions: PublishedDimension, population: str = "p") -> PublishedTable:
    figure = PublishedFigure(tuple("total" for _ in dimensions), 0, FigureStatus.ROUNDED, None)
    return PublishedTable(
        "t", population, "s", Protection.PERSONS, 5, 5, 4, 0, None, True, dimensions, (figure,)
    )


def flat(code: str, *classes: str, **more: object) -> PublishedDimension:
    return PublishedDimension(code, tuple((c, None) for c in classes), **more)  # type: ignore[arg-type]


def bands(code: str, *names: str) -> PublishedDimension:
    """Age bands such as 12-17, which cover their years."""
    covers = []
    for name in names:
        first, last = map(int, name.split("-"))
        covers.append((name, tuple(str(year) for year in range(first, last + 1))))
    return flat(code, *names, covers=tuple(covers), attribute="age")


def merged(*dimensions: PublishedDimension) -> Axis:
    axes = merged_axes([published(dimension) for dimension in dimensions])
    (axis,) = axes.values()
    return axis


FINE = PublishedDimension("age", (("young", None), ("a", "young"), ("b", "young"), ("c", None)))
COARSE = PublishedDimension("age", (("young", None), ("c", None)))


def test_coarse_and_fine_classes_merge() -> None:
    axis = merged(FINE, COARSE)
    assert axis.size == 3
    assert axis.cover["young"] == axis.cover["a"] | axis.cover["b"]


@pytest.mark.parametrize(
    "other",
    [
        (("x", None), ("y", None)),
        (("young", "c"), ("c", None)),
        (("young", None), ("a", None), ("c", None)),
    ],
    ids=["nothing in common", "turned around", "child beside its parent"],
)
def test_classes_that_do_not_refine_each_other_are_told(other: tuple[tuple[str, str | None], ...]) -> None:
    with pytest.raises(ClassificationDiffers):
        merged(FINE, PublishedDimension("age", other))


def test_a_filter_on_an_unknown_class_is_told() -> None:
    with pytest.raises(ClassificationDiffers):
        merged_axes([published(FINE), published(population="p;age=z")])


def test_an_attribute_that_is_only_filtered_on_has_a_rest() -> None:
    axes = merged_axes([published(population="p;approach=pga"), published(population="p;approach=rio")])
    assert {name: axis.size for name, axis in axes.items()} == {"approach=pga": 2, "approach=rio": 2}


def test_filters_of_one_attribute_lie_apart_or_are_all_there_is_when_that_is_assumed() -> None:
    tables = [published(population=f"p;approach={name}") for name in ("pga", "rio", "family")]
    apart = merged_axes(tables, apart={"approach"})
    assert {name: axis.size for name, axis in apart.items()} == {"approach": 4}
    everybody = merged_axes(tables, exhaustive={"approach"})
    assert {name: axis.size for name, axis in everybody.items()} == {"approach": 3}
    assert everybody["approach"].cover["pga"].isdisjoint(everybody["approach"].cover["rio"])
    assert filtered_on([*tables, published(flat("age", "a"), population="p;sex=f")]) == {
        "approach": {"pga", "rio", "family"},
        "sex": {"f"},
    }


def test_another_parent_over_the_same_classes_is_another_name_for_the_same() -> None:
    other = PublishedDimension("age", (("x", None), ("a", "x"), ("b", "x"), ("c", None)))
    axis = merged(FINE, other)
    assert axis.cover["x"] == axis.cover["young"]
    assert axis.size == 3


def test_overlapping_bands_are_cut_into_the_finest_that_both_tell_apart() -> None:
    axis = merged(bands("one", "12-14", "15-17", "18-20"), bands("two", "12-13", "14-16", "17-20"))
    assert axis.size == 5  # 12-13, 14, 15-16, 17, 18-20
    assert axis.cover["14-16"] & axis.cover["12-14"] != axis.cover["14-16"] & axis.cover["15-17"]
    assert axis.cover["12-13"] < axis.cover["12-14"]


def test_a_band_is_broken_down_by_the_table_that_does_so() -> None:
    coarse = flat("age", "young", "old")
    fine = PublishedDimension("age", (("old", None), ("65-74", "old"), ("75+", "old"), ("young", None)))
    axis = merged(coarse, fine)
    assert axis.size == 3
    assert axis.cover["old"] == axis.cover["65-74"] | axis.cover["75+"]


def test_a_group_relates_what_another_table_shows_as_a_class() -> None:
    counties = flat("county", "1", "4", "5", "6", groups=(("big", ("1", "4")), ("north", ("4", "5"))))
    other = flat("size", "big", "small", attribute="county", covers=(("small", ("5", "6")),))
    axis = merged(counties, other)
    assert axis.size == 4
    assert axis.cover["big"] == axis.cover["1"] | axis.cover["4"]
    assert axis.cover["small"] == axis.cover["5"] | axis.cover["6"]
    assert axis.cover["north"] & axis.cover["big"] == axis.cover["4"]


def test_a_group_that_holds_others_than_another_table_says_is_told() -> None:
    one = flat("county", "1", "4", "5", groups=(("big", ("1", "4")),))
    other = flat("county", "1", "4", "5", groups=(("big", ("1", "5")),))
    with pytest.raises(ClassificationDiffers):
        merged(one, other)


def test_bands_of_one_table_that_overlap_are_told() -> None:
    with pytest.raises(ClassificationDiffers):
        merged(bands("one", "12-15", "15-20"))


def test_trees_that_turn_in_a_circle_across_tables_are_told() -> None:
    one = PublishedDimension("x", (("a", None), ("b", "a"), ("c", None)))
    other = PublishedDimension("x", (("b", None), ("a", "b"), ("c", None)))
    with pytest.raises(ClassificationDiffers):
        merged(one, other)


def test_a_class_that_is_not_shown_has_nobody() -> None:
    first, later = published(flat("x", "a", "b"), population="p;y=1"), published(flat("x", "a", "b", "c"))
    axes = merged_axes([first, later])
    assert [*unseen(first, axes)] == [Predicate("p", (("x", "c"), ("y", "1")))]
    assert [*unseen(later, axes)] == []


def test_years_that_a_table_does_not_show_count_once_per_atom() -> None:
    short, long = published(bands("one", "12-17")), published(bands("two", "12-17", "18-20", "21-99"))
    axes = merged_axes([short, long])
    found = [*unseen(short, axes)]
    assert {axes["age"].cover[p.filters[0][1]] for p in found} == {
        axes["age"].cover["18-20"],
        axes["age"].cover["21-99"],
    }


@pytest.mark.parametrize(
    ("other", "missing"),
    [((("young", None), ("d", None)), {"c"}), ((("a", None), ("b", None)), {"c"}),
     ((("young", None), ("a", "young"), ("c", None)), {"b"})],
    ids=["another class", "a class less", "a child less"],
)  # fmt: skip
def test_what_a_table_does_not_show_is_empty_there(
    other: tuple[tuple[str, str | None], ...], missing: set[str]
) -> None:
    whole, part = published(FINE), published(PublishedDimension("age", other))
    axes = merged_axes([whole, part])
    assert {p.filters[0][1] for p in unseen(part, axes)} == missing
    assert {p.filters[0][1] for p in unseen(whole, axes)} == ({"d"} if ("d", None) in other else set())


def test_wider_is_one_step_in_any_classification() -> None:
    age = bands("one", "12-14", "15-17", "18-20")
    other = bands("two", "12-17", "18-20")
    grouped = flat("age", "12-14", "15-17", "18-20", groups=(("late", ("15-17", "18-20")),))
    above = wider_classes([age, other, grouped])
    assert set(above["age", "15-17"]) == {"12-17", "late"}
    assert above["age", "12-14"] == ("12-17",)
    assert above["age", "18-20"] == ("late",)
    assert ("age", "late") not in above


def test_wider_skips_a_step_only_where_it_is_not_published() -> None:
    pairs = (("land", None), ("city", "land"), ("ward", "city"), ("edge", "city"), ("rest", "land"))
    above = wider_classes([PublishedDimension("x", pairs)])
    assert above["x", "ward"] == ("city",)
    assert above["x", "city"] == ("land",)
    ward, city, land, everyone = (
        Predicate("p", f) for f in ((("x", "ward"),), (("x", "city"),), (("x", "land"),), ())
    )
    assert [*ward.wider(above)] == [everyone, city]
    assert [*ward.wider(above, {ward, land})] == [everyone, land]


def test_classes_add_up_in_other_classifications() -> None:
    fine, coarse = bands("one", "12-14", "15-17", "18-20"), bands("two", "12-17", "18-20")
    tens = bands("three", "12-20")
    assert partitions([fine, coarse, tens]) == {
        ("age", "12-17"): (("12-14", "15-17"),),
        ("age", "12-20"): (("12-14", "15-17", "18-20"), ("12-17", "18-20")),
    }


def test_another_name_for_a_class_is_made_of_that_class() -> None:
    one = flat("x", "a", "b", "c", groups=(("ab", ("a", "b")),))
    other = flat("x", "pair", "c", covers=(("pair", ("a", "b")),))
    assert ("a", "b") in partitions([one, other])["x", "pair"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=8), min_size=1, max_size=4))
def test_atoms_are_the_finest_common_refinement(cuts: list[list[int]]) -> None:
    """Random bands of the same years: as many atoms as there are different places to cut."""
    total = min(sum(widths) for widths in cuts)
    dimensions, places = [], {0, total}
    for number, widths in enumerate(cuts):
        names, start = [], 0
        for width in widths:
            stop = min(start + width, total)
            if stop > start:
                names.append(f"{start}-{stop - 1}")
                places |= {start, stop}
            start = stop
        dimensions.append(bands(f"d{number}", *names))
    axis = merged(*dimensions)
    assert axis.size == len(places) - 1
    for dimension in dimensions:
        atoms = [atom for code, _ in dimension.categories for atom in axis.cover[code]]
        assert sorted(atoms) == [*range(axis.size)]


def test_many_classes_and_deep_trees_take_no_time() -> None:
    began = time.monotonic()
    chain = tuple((f"n{n}", f"n{n - 1}" if n else None) for n in range(3000))
    wide = flat(
        "w", *(f"c{n}" for n in range(20_000)), groups=(("all", tuple(f"c{n}" for n in range(20_000))),)
    )
    shuffled = [*chain]
    random.Random(1).shuffle(shuffled)
    assert merged(PublishedDimension("x", tuple(shuffled))).size == 1
    assert merged(wide).size == 20_000
    assert len(wider_classes([wide])) == 20_000
    assert time.monotonic() - began < 20
