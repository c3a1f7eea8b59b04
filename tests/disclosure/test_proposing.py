# SPDX-License-Identifier: EUPL-1.2
"""A proposal is the mildest change tried with which refused tables can leave."""

from collections.abc import Callable, Sequence

import pytest

from casus.disclosure import (
    STANDARD,
    Change,
    CountTable,
    Ledger,
    Preset,
    Progress,
    Proposal,
    Refusal,
    Stage,
    Step,
    applied,
    propose,
    release,
)
from casus.disclosure.proposals import proposing
from casus.errors import ReleaseRefused
from tests.helpers.registers import a_register, counted
from tests.helpers.releases import AT, EMPTY, PHASE, a_table

Release = Callable[..., object]


def allowing(allowed: Callable[[Sequence[CountTable]], bool], tried: list[tuple[CountTable, ...]]) -> Release:
    """A release that lets out only what is `allowed`, and remembers what was tried."""

    def made(tables: Sequence[CountTable], ledger: Ledger, preset: Preset, **_more: object) -> None:
        tried.append(tuple(tables))
        if not allowed(tables):
            raise ReleaseRefused((Refusal("range_too_narrow", tables[0].code, None),))

    return made


def leaves(tables: Sequence[CountTable], place: int) -> int:
    return len(tables[0].dimensions[place].leaves())


REASON = Refusal("range_too_narrow", "t", ("a1", "d2"))


def test_a_merge_beside_the_cell_is_tried_before_anything_is_left_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = counted("t", a_register(1, 80), ("age", "district"))
    tried: list[tuple[CountTable, ...]] = []
    monkeypatch.setattr(proposing, "release", allowing(lambda t: leaves(t, 1) < 4, tried))
    found = propose([table], EMPTY, STANDARD, [REASON], at=AT)
    assert found is not None
    (change,) = found.changes
    assert (change.step, change.dimension) == (Step.MERGE, "district")
    assert "d2" in change.groups
    assert change.data() == {"proposal": "merge", "dimension": "district", "groups": change.groups}


def test_bolder_steps_follow_and_each_costs_more_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    table = counted("t", a_register(1, 80), ("age", "district"))
    tried: list[tuple[CountTable, ...]] = []
    monkeypatch.setattr(proposing, "release", allowing(lambda t: len(t[0].dimensions) < 2, tried))
    found = propose([table], EMPTY, STANDARD, [REASON], at=AT)
    assert found is not None
    assert found.changes[0].step is Step.DROP_DIMENSION
    sizes = []
    for (coarse,) in tried:
        size = 1
        for dimension in coarse.dimensions:
            size *= len(dimension.codes())
        sizes.append(size)
    assert sizes == sorted(sizes, reverse=True)


def test_when_nothing_else_helps_the_table_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (
        counted("t", a_register(1, 80), ("age", "district")),
        counted("u", a_register(1, 80), ("age",)),
    )
    allowed = allowing(lambda t: all(table.code == "u" for table in t), [])
    monkeypatch.setattr(proposing, "release", allowed)
    found = propose([one, other], EMPTY, STANDARD, [REASON], at=AT)
    assert found == Proposal((Change("t", Step.DROP_TABLE),))
    assert applied([one, other], found) == (other,)


def test_a_refused_population_costs_its_finest_table_first(monkeypatch: pytest.MonkeyPatch) -> None:
    register = a_register(1, 80)
    fine, rough = counted("fine", register, ("age", "district")), counted("rough", register, ("age",))
    monkeypatch.setattr(proposing, "release", allowing(lambda t: leaves(t, 1) < 4, []))
    found = propose([fine, rough], EMPTY, STANDARD, [Refusal("no_rounding", "rough")], at=AT)
    assert found is not None
    assert found.tables() == ("fine",)


def test_tables_of_other_measures_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    table = counted("t", a_register(1, 80), ("age", "district"))
    other = a_table("other", population="firms", dimensions=(PHASE,), counts={("intake",): 30})
    tried: list[tuple[CountTable, ...]] = []
    monkeypatch.setattr(proposing, "release", allowing(lambda t: leaves(t, 1) < 4, tried))
    assert propose([other, table], EMPTY, STANDARD, [REASON], at=AT) is not None
    assert {t.code for tables in tried for t in tables} == {"t"}


def test_what_coarser_tables_cannot_help_has_no_proposal() -> None:
    table = counted("t", a_register(1, 80), ("age",))
    assert propose([table], EMPTY, STANDARD, [Refusal("clock_set_back", "")], at=AT) is None
    assert propose([table], EMPTY, STANDARD, [], at=AT) is None


def test_without_time_there_is_no_proposal() -> None:
    table = counted("t", a_register(1, 80), ("age", "district"))
    assert propose([table], EMPTY, STANDARD, [REASON], at=AT, seconds=-1) is None


def test_a_table_about_too_few_persons_can_only_be_left_out() -> None:
    few = counted("few", a_register(1, 7), ("age",))
    with pytest.raises(ReleaseRefused) as refused:
        release([few], EMPTY, STANDARD, at=AT)
    found = propose([few], EMPTY, STANDARD, refused.value.reasons, at=AT)
    assert found == Proposal((Change("few", Step.DROP_TABLE),))


def test_who_listens_hears_of_every_try_and_may_stop_it(monkeypatch: pytest.MonkeyPatch) -> None:
    table = counted("t", a_register(1, 80), ("age", "district"))
    tried: list[tuple[CountTable, ...]] = []
    monkeypatch.setattr(proposing, "release", allowing(lambda t: False, tried))
    heard: list[Progress] = []

    def listen(now: Progress) -> None:
        heard.append(now)
        if len(heard) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        propose([table], EMPTY, STANDARD, [REASON], at=AT, progress=listen)
    assert [now.stage for now in heard] == [Stage.PROPOSING] * 3
    assert len(tried) == 2
