# SPDX-License-Identifier: EUPL-1.2
"""Filters kept under a name, in the vault."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from casus.errors import InvalidInput
from casus.services.saved_filters import MOST, SavedFilter, remove_filter, save_filter, saved_filters

if TYPE_CHECKING:
    from casus.services.desk import Desk


def test_filters_come_back_by_name_after_closing(desk: "Desk", reopen: "Callable[[Desk], Desk]") -> None:
    one = SavedFilter("Overvecht", "", ("district:overvecht",), "name", descending=True)
    save_filter(desk, "cases", SavedFilter("  stil  ", "bouzid"))
    save_filter(desk, "cases", one)
    again = reopen(desk)
    assert saved_filters(again, "cases") == (one, SavedFilter("stil", "bouzid"))
    assert saved_filters(again, "persons") == ()


def test_the_same_name_in_other_capitals_is_the_same_filter(desk: "Desk") -> None:
    save_filter(desk, "cases", SavedFilter("Stil", "a"))
    save_filter(desk, "cases", SavedFilter("STIL", "b"))
    assert saved_filters(desk, "cases") == (SavedFilter("STIL", "b"),)
    remove_filter(desk, "cases", "niet daar")
    remove_filter(desk, "cases", "STIL")
    assert saved_filters(desk, "cases") == ()


@pytest.mark.parametrize("name", ["", "   ", "x" * 61, "a\x00b"])
def test_a_name_that_is_none_is_refused(desk: "Desk", name: str) -> None:
    with pytest.raises(InvalidInput):
        save_filter(desk, "cases", SavedFilter(name, "a"))
    assert saved_filters(desk, "cases") == ()


def test_more_than_a_menu_holds_are_refused(desk: "Desk") -> None:
    for number in range(MOST):
        save_filter(desk, "cases", SavedFilter(f"filter {number}"))
    with pytest.raises(InvalidInput) as refused:
        save_filter(desk, "cases", SavedFilter("nog een"))
    assert refused.value.rule == "too_many"
