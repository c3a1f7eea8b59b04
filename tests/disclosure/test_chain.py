# SPDX-License-Identifier: EUPL-1.2
"""Counted states of one measure in one system: which assumptions are made, and what three together tell."""

import time
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.attack.attack import Verdict, attack, questions
from casus.disclosure.attack.chain import changed, exclusive_filters, grown, in_order, of_one_kind
from casus.disclosure.attack.knowledge import Picture, Source
from casus.disclosure.attack.system import Link
from casus.disclosure.attack.targets import Kind
from casus.disclosure.figures.predicates import Predicate

DISTRICT = PublishedDimension("district", (("a", None), ("b", None)))
OLD_DISTRICT = PublishedDimension("district", (("x", None), ("y", None)))


def a_published(numbers: Mapping[str, int | None], **changes: Any) -> PublishedTable:
    figures = tuple(PublishedFigure((code,), n, FigureStatus.ROUNDED, None) for code, n in numbers.items())
    return replace(
        PublishedTable("t", "p", "s", Protection.PERSONS, 5, 5, 4, 0, None, True, (DISTRICT,), figures),
        **changes,
    )


def named(code: str) -> Predicate:
    return Predicate("p") if code == "total" else Predicate("p", (("district", code),))


def a_state(
    release: int | None, shown: Mapping[str, int], true: Mapping[str, int], **changes: object
) -> Picture:
    table = a_published(shown, **{"snapshot": f"s{release}", **changes})
    return Picture("p", (Source(release, table),), {named(code): value for code, value in true.items()})


def attacked(*states: Picture) -> Verdict:
    *earlier, now = states
    return attack(now, [*reversed(earlier)], time.monotonic() + 20)


def counts(a: int, b: int) -> dict[str, int]:
    return {"total": a + b, "a": a, "b": b}


def test_states_stand_in_the_order_of_their_first_release() -> None:
    shown = {"total": 10, "a": 5, "b": 5}
    states = [a_state(n, shown, counts(5, 5)) for n in (3, 1, 2)]
    now = a_state(None, shown, counts(5, 5))
    found, left_out = in_order(now, states)
    assert [state.sources[0].release for state in found] == [1, 2, 3, None]
    assert left_out == 0


def test_a_table_with_other_classes_is_left_out_and_told() -> None:
    shown = {"total": 10, "a": 5, "b": 5}
    other = a_published({"x": 5, "y": 5}, dimensions=(OLD_DISTRICT,), code="other", snapshot="s1")
    old = a_state(1, shown, counts(5, 5))
    past = Picture("p", (*old.sources, Source(1, other)), old.truth)
    found, left_out = in_order(a_state(None, shown, counts(5, 5)), [past])
    assert left_out == 1
    assert [source.table.code for source in found[0].sources] == ["t"]


def test_growth_is_assumed_as_far_as_the_truth_allows_and_nothing_twice() -> None:
    shown = {"total": 10, "a": 5, "b": 5}
    states = [
        a_state(n, shown, counts(*pair)) for n, pair in enumerate([(2, 3), (3, 3), (3, 5), (2, 9)], start=1)
    ]
    assert grown(states) == [Link(0, 1), Link(0, 3), Link(1, 2)]


def test_a_wider_period_counted_before_holds_the_later_one() -> None:
    shown = {"total": 10, "a": 5, "b": 5}
    assert grown([a_state(1, shown, counts(4, 4)), a_state(2, shown, counts(3, 4))]) == [Link(1, 0)]


def test_few_changes_are_assumed_also_between_states_that_do_not_follow_each_other() -> None:
    shown = {"total": 10, "a": 5, "b": 5}
    states = [a_state(n, shown, counts(*pair)) for n, pair in enumerate([(4, 4), (7, 4), (4, 4)], start=1)]
    assert changed(states) == [Link(0, 1, 3), Link(0, 2, 1), Link(1, 2, 3)]
    far = [a_state(n, shown, counts(*pair)) for n, pair in enumerate([(4, 4), (9, 4)], start=1)]
    assert changed(far) == []


@pytest.mark.parametrize(
    ("narrow", "wide", "kind"),
    [
        ("p", "p", True),
        ("p@2022-01..2022-03", "p@2022-01..2022-06", True),
        ("p@2022-02..2022-03", "p@2022-01..2022-06", True),
        ("p@2022-01..2022-06", "p@2022-02..2022-07", False),
        ("p@2022-01", "p@2022-02", False),
        ("p@2022-01", "p@2022-01..2022-02", False),
    ],
)
def test_what_came_between_is_a_count_for_corrections_and_nested_periods(
    narrow: str, wide: str, kind: bool
) -> None:
    less, more = (a_state(1, {"total": 5}, {"total": 5}, population=base) for base in (narrow, wide))
    assert of_one_kind(less, more) is kind


def test_three_states_tell_more_than_any_two() -> None:
    """One came each time: shown as 0, 5 and 10 the counts can only be 4, 5 and 6."""
    first, middle = a_state(1, {"a": 0}, {"a": 4}), a_state(2, {"a": 5}, {"a": 5})
    last = a_state(None, {"a": 10}, {"a": 6})
    assert attacked(first, replace_release(middle)).findings == ()
    assert attacked(middle, last).findings == ()
    assert {finding.spread for finding in attacked(first, last).findings} == {2}
    found = attacked(first, middle, last).findings
    assert {(finding.relation, finding.changed, finding.spread) for finding in found} == {("changed", 1, 1)}


def replace_release(state: Picture) -> Picture:
    """The same state as the release that is being made."""
    return Picture("p", tuple(Source(None, source.table) for source in state.sources), state.truth)


def test_what_was_known_before_is_told_but_does_not_stop_later_releases() -> None:
    """Somebody else showed a total of 9 at most, 5 to 9 in one district: it is not ours."""
    narrow = {"total": 5, "a": 5, "b": 10}
    old = a_state(1, narrow, counts(2, 7), snapshot="s")
    some = (PublishedFigure((), 5, FigureStatus.ROUNDED),)
    today = a_published(
        {}, code="today", snapshot="s", population="p;approach=pga", dimensions=(), figures=some
    )
    now = Picture(
        "p", (Source(None, today), *old.sources), {**old.truth, Predicate("p", (("approach", "pga"),)): 6}
    )
    verdict = attacked(now)
    assert verdict.findings == ()
    assert verdict.inherited > 0
    worse = a_state(None, {"a": 1}, {"a": 2}, snapshot="s", code="worse", reach=1)
    now = Picture("p", (*worse.sources, *old.sources), old.truth)
    assert ("a",) in {finding.cell for finding in attacked(now).findings}


def test_an_increment_of_few_is_a_target_of_its_own() -> None:
    """Exact totals of 20 and 22 would tell that two came."""
    first = a_state(1, {"total": 20, "a": 10, "b": 10}, counts(10, 10), reach=0)
    second = a_state(None, {"total": 22, "a": 11, "b": 11}, counts(11, 11), reach=0)
    found = attacked(first, second).findings
    assert {finding.kind for finding in found} == {Kind.INCREMENT}
    assert {finding.spread for finding in found} == {1}
    months = [
        replace(s.sources[0].table, population=f"p@2022-0{n}") for n, s in enumerate((first, second), 1)
    ]
    apart = [Picture("p", (Source(n, table),), s.truth)
             for n, table, s in zip((1, None), months, (first, second), strict=True)]  # fmt: skip
    assert attacked(*apart).findings == ()


def test_a_false_assumption_does_not_hide_a_true_one() -> None:
    """The truth of state 2 is not at hand: that it lies between fits no numbers, and is given up."""
    first = a_state(1, {"total": 15, "a": 5, "b": 10}, counts(2, 11))
    unknown = a_state(2, {"total": 200, "a": 100, "b": 100}, {})
    last = a_state(None, {"total": 15, "a": 0, "b": 15}, counts(3, 11))
    verdict = attacked(first, unknown, last)
    assert ("a",) in {finding.cell for finding in verdict.findings if finding.relation == "added"}


def test_filters_that_exclude_each_other_are_one_attribute() -> None:
    """20 in all, 10 and 8 in two approaches: the two in the third are what is left."""

    def exactly(code: str, population: str, number: int) -> PublishedTable:
        figure = PublishedFigure((), number, FigureStatus.EXACT)
        return replace(
            a_published({}), code=code, population=population, base=None, dimensions=(), figures=(figure,)
        )

    tables = (exactly("t", "p", 20), exactly("u", "p;approach=pga", 10), exactly("v", "p;approach=rio", 8))
    truth = {
        Predicate("p"): 20,
        Predicate("p", (("approach", "pga"),)): 10,
        Predicate("p", (("approach", "rio"),)): 8,
    }
    now = Picture("p", tuple(Source(None, table) for table in tables), truth)
    assert exclusive_filters([now]) == {"approach": ("pga", "rio", "")}
    all_of_them = Picture("p", now.sources, {**truth, Predicate("p"): 18})
    assert exclusive_filters([all_of_them]) == {"approach": ("pga", "rio")}
    assert [(f.kind, f.spread) for f in attacked(now).findings] == [(Kind.REST, 1)]
    overlap = Picture("p", now.sources, {**truth, Predicate("p"): 17})
    assert exclusive_filters([overlap]) == {}


def test_a_ledger_too_long_for_one_system_is_cut_with_today_in_every_part(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown = {"total": 20, "a": 10, "b": 10}
    states = [a_state(n, shown, counts(7 + n, 10)) for n in range(1, 8)]
    now = a_state(None, shown, counts(15, 10))
    whole = attacked(*states, now)
    assert (whole.findings, whole.windows) == ((), 1)
    monkeypatch.setattr("casus.disclosure.attack.chain.MOST_COLUMNS", 8)
    parts = attacked(*states, now)
    assert (parts.findings, parts.windows) == ((), 3)
    assert all(evidence.states[-1] == ((None, "t"),) for evidence in parts.evidence)
    seen = {name for evidence in parts.evidence for state in evidence.states for name in state}
    assert seen == {(None, "t"), *((n, "t") for n in range(1, 8))}
    early = a_state(1, {"total": 15, "a": 5, "b": 10}, counts(2, 11))
    last = a_state(None, {"total": 15, "a": 0, "b": 15}, counts(3, 11))
    between = [a_state(n, {"total": 15, "a": 5, "b": 10}, {}) for n in range(2, 6)]
    assert attacked(early, *between, last).findings


def test_the_systems_can_be_asked_for() -> None:
    first = a_state(1, {"total": 20, "a": 10, "b": 10}, counts(9, 10))
    second = a_state(None, {"total": 20, "a": 10, "b": 10}, counts(10, 10))
    asked = [*questions(second, [first], separate=True)]
    assert [q.relation for q in asked] == ["added", "changed"]
    assert {figure for state, figure in asked[0].system.row_figures.values() if state == 1} == {
        *second.figures
    }
    assert all(target.matters for q in asked for target, *_ in q.targets)
