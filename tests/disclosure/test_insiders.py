# SPDX-License-Identifier: EUPL-1.2
"""Insiders: one person's own record and one caseload, compared with a listing of all answers."""

import time
from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus.disclosure import FigureStatus, Protection, PublishedDimension, PublishedFigure, PublishedTable
from casus.disclosure.attack.attack import Verdict, attack, questions
from casus.disclosure.attack.insiders import Inside, insiders_of
from casus.disclosure.attack.knowledge import Picture, Source
from casus.disclosure.attack.witness import Search
from casus.disclosure.figures.predicates import Predicate

ROUNDED = PublishedTable("t", "p", "s", Protection.PERSONS, 5, 5, 4, 0, None, True, (), ())
HIDDEN = replace(ROUNDED, base=None, reach=0)


def named(code: str) -> Predicate:
    return Predicate("p") if code == "total" else Predicate("p", (("d", code),))


def a_picture(
    shown: Mapping[str, int | None], true: Mapping[str, int], like: PublishedTable = ROUNDED, **changes: Any
) -> Picture:
    """One dimension d; None is a suppressed figure."""
    dimension = PublishedDimension("d", tuple((code, None) for code in shown if code != "total"))
    plain = FigureStatus.ROUNDED if like.base else FigureStatus.EXACT
    figures = tuple(
        PublishedFigure((code,), number, FigureStatus.SUPPRESSED if number is None else plain)
        for code, number in shown.items()
    )
    table = replace(like, dimensions=(dimension,), figures=figures)
    return Picture("p", (Source(None, table),), {named(code): n for code, n in true.items()}, **changes)


def attacked(picture: Picture) -> Verdict:
    return attack(picture, [], time.monotonic() + 20)


def test_one_person_in_a_cell_leaves_one_value_less_to_the_others() -> None:
    picture = a_picture({"total": 10, "a": 5, "b": 5, "c": 0}, {"total": 8, "a": 3, "b": 4, "c": 1})
    verdict = attacked(picture)
    assert verdict.findings == ()
    assert verdict.insiders == 3
    assert verdict.narrowest_inside is not None
    assert verdict.narrowest_inside >= 4


def test_a_total_of_which_the_insider_is_most_tells_the_rest() -> None:
    """5 at most in all, 1 to 5 in each of two cells: with the 4 own cases the other cell is 1."""
    shown, true = {"total": 5, "a": 5, "b": 5}, {"total": 5, "a": 4, "b": 1}
    like = replace(ROUNDED, reach=1)
    assert {f.insider for f in attacked(a_picture(shown, true, like)).findings} == {None}
    wide = a_picture({"total": 5, "a": 5, "b": 0}, true, replace(ROUNDED, reach=4))
    assert attacked(wide).findings == ()
    known = replace(wide, figures={}, caseloads={"police": {named("a"): 4}})
    assert attacked(known).findings == ()
    closed = a_picture({"total": 5, "a": 0, "b": 0}, {"total": 5, "a": 4, "b": 1})
    closed = replace(closed, figures={}, caseloads={"police": {named("a"): 4}})
    found = attacked(closed).findings
    cells = {("police", 4, ("a",), 1), ("police", 4, ("total",), 1)}  # the total without b is a again
    assert {(f.insider, f.own, f.cell, f.spread) for f in found} == cells


def test_the_only_one_in_a_suppressed_cell_must_not_learn_the_other_cell() -> None:
    """Two hidden cells of 1 and 3 with 4 together published elsewhere in the line."""
    shown = {"total": 24, "a": None, "b": None, "c": 20}
    verdict = attacked(a_picture(shown, {"total": 24, "a": 1, "b": 3, "c": 20}, HIDDEN))
    assert verdict.findings  # the rest of the line is 4, whoever asks
    shown = {"total": 27, "a": None, "b": None, "c": 20}
    found = attacked(a_picture(shown, {"total": 27, "a": 1, "b": 6, "c": 20}, HIDDEN)).findings
    assert found == ()
    three = {"total": 26, "a": None, "b": None, "c": None, "e": 20}
    found = attacked(a_picture(three, {"total": 26, "a": 1, "b": 1, "c": 4, "e": 20}, HIDDEN)).findings
    assert found == ()
    two = a_picture(
        {"total": 25, "a": None, "b": None, "c": 20}, {"total": 25, "a": 1, "b": 4, "c": 20}, HIDDEN
    )
    found = attacked(two).findings
    assert {(f.insider, f.cell, f.spread, f.place) for f in found} == {("own_record", ("b",), 1, named("a"))}


def test_what_holds_only_the_own_cases_is_no_target() -> None:
    shown = {"total": 26, "a": None, "b": None, "c": 20}
    picture = a_picture(
        shown, {"total": 26, "a": 2, "b": 4, "c": 20}, HIDDEN, caseloads={"x": {named("a"): 2}}
    )
    assert attacked(picture).findings == ()


@given(
    leaves=st.lists(st.integers(0, 6), min_size=2, max_size=4),
    draws=st.lists(st.booleans(), min_size=5, max_size=5),
)
@settings(max_examples=40)
def test_no_listing_of_answers_says_otherwise(leaves: list[int], draws: list[bool]) -> None:
    """What the engine calls open to insiders is open, and what it calls closed is closed."""
    names = "abcd"[: len(leaves)]
    true = {"total": sum(leaves), **dict(zip(names, leaves, strict=True))}
    shown = {
        code: 5 * (n // 5 + (n % 5 > 0 and up)) for (code, n), up in zip(true.items(), draws, strict=False)
    }
    picture = a_picture(shown, true)
    spans = [range(max(0, min(1, shown[c]), shown[c] - 4), shown[c] + 5) for c in names]
    low, high = picture.figures[named("total")].low, picture.figures[named("total")].high
    answers = [answer for answer in product(*spans) if low <= sum(answer) <= high]
    verdict = attacked(picture)
    outside = _least(answers, true, names, 5)
    inside = [_least([a for a in answers if a[n] >= 1], true, names, 4)
              for n in range(len(names)) if 0 < leaves[n] < 5]  # fmt: skip
    safe = outside and all(inside)
    assert (not verdict.findings) == safe


def _least(answers: list[tuple[int, ...]], true: Mapping[str, int], names: str, need: int) -> bool:
    """Whether all small counts, differences and lines keep `need` values."""
    columns = {names[n]: np.array([answer[n] for answer in answers]) for n in range(len(names))}
    columns["total"] = sum(columns[name] for name in names)  # type: ignore[assignment]
    for code, values in columns.items():
        rest = columns["total"] - values
        line = true["total"] >= 5 and true[code] == true["total"] and code != "total"
        small_rest = 0 < true["total"] - true[code] < 5 and code != "total"
        if 0 < true[code] < 5 and np.ptp(values) + 1 < need:
            return False
        if (line or small_rest) and np.ptp(rest) + 1 < need:
            return False
    return True


def test_a_witness_with_room_serves_every_own_record_without_a_solver(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    true = {"total": 9, "a": 2, "b": 3, "c": 4}
    asked = next(questions(a_picture({"total": 10, "a": 0, "b": 0, "c": 5}, true), []))
    search = Search(asked.system.rows, asked.system.upper, asked.goals, time.monotonic() + 10,
                    lower=asked.system.lower)  # fmt: skip
    search.run()
    inside = Inside(asked.system, search, asked.goals, [target for target, *_ in asked.targets])
    before = len(search.pool)
    inside.run()
    assert len(inside.insiders) == 3
    assert (inside.gains, len(search.pool)) == ([], before)


def test_insiders_are_the_small_cells_with_somebody_in_them() -> None:
    true = {"total": 28, "a": 1, "b": 3, "c": 20, "e": 4, "f": 0}
    shown = {"total": 28, "a": None, "b": None, "c": None, "e": None, "f": 0}
    picture = a_picture(shown, true, HIDDEN, caseloads={"police": {named("c"): 6, named("a"): 0}, "none": {}})
    system = next(questions(picture, [])).system
    found = [(i.code, i.own, i.alone, i.place) for i in insiders_of(system)]
    assert found == [
        ("own_record", 1, False, named("a")),
        ("own_record", 1, True, named("a")),
        ("own_record", 1, False, named("b")),
        ("own_record", 1, False, named("e")),
        ("police", 6, False, None),
    ]
