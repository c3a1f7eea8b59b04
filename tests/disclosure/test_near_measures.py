# SPDX-License-Identifier: EUPL-1.2
"""Exact figures of one measure that lies within another may not nearly coincide."""

import pytest

from casus.disclosure import EXACT, STANDARD, CountTable, Refusal, release
from casus.errors import ReleaseRefused
from tests.helpers.releases import AT, EMPTY, a_dimension, a_table

SEX = a_dimension("sex", ("m", "f"))


def measured(code: str, men: int, women: int, **changes: object) -> CountTable:
    """A table of persons under a measure of its own."""
    counts = {("m",): men, ("f",): women}
    return a_table(code, dimensions=(SEX,), counts=counts, population=f"{code}@2023", **changes)


def reasons(*tables: CountTable) -> list[Refusal]:
    with pytest.raises(ReleaseRefused) as refused:
        release(tables, EMPTY, EXACT, at=AT)
    return [one for one in refused.value.reasons if isinstance(one, Refusal)]


def test_two_who_were_not_visited_are_not_told() -> None:
    whole = measured("approach", 30, 27)
    part = measured("visited", 30, 25, within=frozenset({"approach@2023"}))
    found = reasons(whole, part)
    assert [(one.code, one.table, one.data["other"]) for one in found] == [
        ("near_other_measure", "visited", "approach")
    ]


def test_nor_when_the_wider_figure_left_before() -> None:
    first = release([measured("approach", 30, 27)], EMPTY, EXACT, at=AT)
    part = measured("visited", 28, 20, within=frozenset({"approach@2023"}))
    with pytest.raises(ReleaseRefused) as refused:
        release([part], EMPTY.extended(first.entry), EXACT, at=AT)
    assert getattr(refused.value.reasons[0], "code", "") == "near_other_measure"


@pytest.mark.parametrize(("men", "women"), [(30, 27), (20, 15), (30, 20)])
def test_equal_or_plainly_different_figures_leave(men: int, women: int) -> None:
    part = measured("visited", men, women, within=frozenset({"approach@2023"}))
    made = release([measured("approach", 30, 27), part], EMPTY, EXACT, at=AT)
    assert len(made.tables) == 2


def test_rounded_figures_keep_it_open_by_themselves() -> None:
    part = measured("visited", 30, 25, within=frozenset({"approach@2023"}))
    assert release([measured("approach", 30, 27), part], EMPTY, STANDARD, at=AT).statement.max_error == 4
