# SPDX-License-Identifier: EUPL-1.2
"""The totals of a register: what its list holds in that period, and what the report counts."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.domain.periods import Period
from casus.errors import CasusError
from casus.services import registers
from casus.services.desk import Desk
from casus.services.register_totals import Totals, totals, year_before


def by(found: Totals, list_name: str) -> dict[str, tuple[tuple[int, ...], tuple[int, ...]]]:
    group = next(one for one in found.groups if one.list_name == list_name)
    return {row.code: (row.now, row.before) for row in group.rows}


def test_inspections_add_up_by_kind_result_and_district(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("coordinator")
    for on, kind, amount, result in (
        (date(2022, 5, 1), "buit", 4, "nothing"),
        (date(2023, 5, 1), "buit", 7, "nothing"),
        (date(2023, 10, 31), "traffic", 2, "warning"),
        (date(2023, 6, 1), "buit", 1, "warning"),
    ):
        given_ = registers.InspectionInput(
            on=on, kind=kind, amount=amount, result=result, district="west", theme="drug_crime"
        )
        registers.add_inspection(desk, given_)
    found = totals(desk, "inspections", Period.of_year(2023))
    assert (found.whole.now, found.whole.before) == ((10,), (4,))
    assert by(found, "inspection_kind") == {"buit": ((8,), (4,)), "traffic": ((2,), (0,))}
    assert by(found, "inspection_result") == {"nothing": ((7,), (4,)), "warning": ((3,), (0,))}
    assert by(found, "district") == {"west": ((10,), (4,))}
    assert totals(desk, "inspections", Period.of_month(date(2023, 5, 9))).whole.now == (7,)


def test_firms_are_counted_as_they_stood(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("coordinator")
    first = registers.PermitInput("Garage Een", date(2022, 3, 1))
    permit = registers.add_permit(desk, first).value
    registers.move_permit(desk, permit.id, "granted", on=date(2023, 2, 1))
    assert by(totals(desk, "permits", Period.of_year(2022)), "permit_status") == {
        "notified": ((1, 0, 0), (0, 0, 0))
    }
    assert by(totals(desk, "permits", Period.of_year(2023)), "permit_status") == {
        "notified": ((0, 0, 0), (1, 0, 0)), "granted": ((1, 1, 0), (0, 0, 0)),
    }  # fmt: skip


@pytest.mark.parametrize("register", [one for one in registers.REGISTERS if one != "schools"])
def test_every_register_has_totals_that_agree_with_its_groups(
    demo_desk: Callable[[str], Desk], register: str
) -> None:
    desk = demo_desk("coordinator")
    found = totals(desk, register, Period.parse("2022-10..2023-10"))
    assert found.whole.now[0] > 0
    for group in found.groups:
        assert sum(row.now[0] for row in group.rows) == found.whole.now[0] or found.measures[0] == "schools"


def test_an_empty_register_and_periods_far_away_are_nothing(make_desk: Callable[..., Desk]) -> None:
    desk = make_desk("coordinator")
    for register in registers.REGISTERS:
        if register != "schools":
            found = totals(desk, register, Period.of_year(2100))
            assert not any((*found.whole.now, *found.whole.before)), register
            assert found.groups == ()


@given(st.dates(date(1950, 1, 1), date(2090, 12, 31)), st.integers(0, 900))
def test_a_year_before_is_as_many_whole_months(first: date, days: int) -> None:
    try:
        period = Period(first, date.fromordinal(first.toordinal() + days))
    except CasusError:
        return
    before = year_before(period)
    assert (period.first.year - before.first.year, period.first.month) == (1, before.first.month)
    assert abs(before.days - period.days) <= 1
    if period == Period.of_year(period.first.year):
        assert before == Period.of_year(period.first.year - 1)
    assert year_before(Period.of_month(first)) == Period.of_month(date(first.year - 1, first.month, 1))
