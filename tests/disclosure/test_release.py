# SPDX-License-Identifier: EUPL-1.2
"""`release()` end to end: what leaves, what is refused, and that nothing else can make a Release."""

import copy
import json
import pickle
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest

from casus.disclosure import (
    STANDARD,
    STRICT,
    TOTAL,
    FigureStatus,
    Group,
    LedgerEntry,
    Preset,
    Protection,
    Refusal,
    Release,
    Statement,
    release,
)
from casus.disclosure.attack.recheck import recheck
from casus.errors import ReleaseRefused
from tests.helpers.registers import FIVES, a_register, counted
from tests.helpers.releases import AT, EMPTY, PHASE, a_dimension, a_headline, a_release, a_table, both

PRIMES = (1000003, 1000033, 1000037, 1000039, 1000081, 1000099, 1000117, 1000121, 1000133, 1000151)
AREA = a_dimension("area", ("north", "south"))
STATUS = a_dimension("status", ("left", "stayed"))


def refused(
    *tables: object, ledger: object = EMPTY, preset: Preset = STANDARD, at: datetime = AT
) -> list[Refusal]:
    with pytest.raises(ReleaseRefused) as caught:
        release(tables, ledger, preset, at=at)  # type: ignore[arg-type]
    return list(caught.value.reasons)  # type: ignore[arg-type]


def codes(reasons: list[Refusal]) -> set[str]:
    return {reason.code for reason in reasons}


# --- what a release holds ------------------------------------------------------------------------


def test_a_release_keeps_the_order_and_words_of_its_tables() -> None:
    made = a_release(a_headline(), a_table())
    assert [table.code for table in made.tables] == ["inspections", "persons_by_district"]
    assert made.tables[1].title == both("Tabel persons_by_district")
    assert made.number == 1
    assert made.entry.previous is None
    assert set(made.tables[1].figures) == set(made.tables[1].cells())


def test_registers_without_persons_pass_exactly() -> None:
    counts = {("intake",): 3, ("active",): 296}
    table = a_headline("lessons", dimensions=(PHASE,), counts=counts)
    (public,) = a_release(table).tables
    assert public.base is None
    assert public.max_error == 0
    assert {cell: figure.value for cell, figure in public.figures.items()} == {
        (TOTAL,): 299, ("intake",): 3, ("active",): 296, ("aftercare",): 0,
    }  # fmt: skip
    assert {figure.status for figure in public.figures.values()} == {FigureStatus.EXACT}


def test_structural_zeros_are_published_as_such() -> None:
    impossible = frozenset({("west", "intake"), ("west", "active"), ("west", "aftercare")})
    leaves = {cell: n for cell, n in a_table().counts.items() if cell not in impossible}
    (public,) = a_release(a_table(structural_zeros=impossible, counts=leaves)).tables
    for cell in (*impossible, ("west", TOTAL)):
        assert public.figures[cell].status is FigureStatus.STRUCTURAL_ZERO
        assert public.figures[cell].value == 0
    assert public.figures["noord", "intake"].status is FigureStatus.ROUNDED


def test_a_headline_figure_about_persons_is_rounded() -> None:
    (public,) = a_release(a_table("started", dimensions=(), counts={(): 37})).tables
    assert public.figures[()].value in (35, 40)
    assert public.figures[()].status is FigureStatus.ROUNDED


def test_an_empty_population_is_shown_as_zero() -> None:
    (public,) = a_release(a_table(counts={})).tables
    assert {figure.value for figure in public.figures.values()} == {0}


def test_the_strict_preset_rounds_to_tens() -> None:
    counts = {("intake",): 23, ("active",): 41, ("aftercare",): 7}
    made = a_release(a_table(dimensions=(PHASE,), counts=counts), preset=STRICT)
    assert all((figure.value or 0) % 10 == 0 for figure in made.tables[0].figures.values())
    assert made.statement.max_error == 9
    assert made.audit.narrowest_range is not None
    assert made.audit.narrowest_range >= 10


def test_the_statement_counts_what_is_there() -> None:
    made = a_release()
    said = made.statement
    figures = [figure for table in made.tables for figure in table.figures.values()]
    assert said.cells == len(figures) == said.rounded + said.exact + said.structural_zeros
    assert said.small_cells == sum(
        figure.status is FigureStatus.ROUNDED and (figure.value or 0) <= 5 for figure in figures
    )
    assert (said.preset, said.base, said.releases) == ("standard", 5, 0)
    assert said.least_range == 5
    assert said.insiders == ("own_record",)


def test_what_the_audit_measured_stands_beside_the_statement_and_in_the_ledger() -> None:
    made = release([counted("t", a_register(3, 80), ("age", "district", "phase"))], EMPTY, FIVES, at=AT)
    audit = made.audit
    assert audit.mean_error is not None
    assert 0 < audit.mean_error <= 2.5
    assert (audit.exact, audit.below_threshold) == (0, 0)
    assert audit.narrowest_range is not None
    assert audit.narrowest_range >= 5
    assert audit.witnesses > 0
    assert made.entry.audit["witnesses"] == audit.witnesses
    assert LedgerEntry.from_json(made.entry.to_json()) == made.entry


# --- nothing true is in it ------------------------------------------------------------------------


def _reachable(thing: object) -> Iterator[object]:
    yield thing
    if isinstance(thing, Mapping):
        for key, value in thing.items():
            yield from _reachable(key)
            yield from _reachable(value)
    elif isinstance(thing, list | tuple | set | frozenset):
        for part in thing:
            yield from _reachable(part)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _reachable(getattr(thing, field.name))
        for value in vars(thing).values():
            yield from _reachable(value)


def test_no_true_count_is_reachable_from_a_release() -> None:
    dimension = a_dimension("district", [f"d{n}" for n in range(len(PRIMES))])
    counts = {(f"d{n}",): prime for n, prime in enumerate(PRIMES)}
    persons = {(f"d{n}",): prime - 100 for n, prime in enumerate(PRIMES)}
    table = a_table(dimensions=(dimension,), counts=counts)
    visits = a_table(
        "visits", dimensions=(dimension,), counts=counts, unit="visits", population="visits", persons=persons
    )
    made = a_release(table, visits)
    secret = {*PRIMES, *persons.values(), sum(PRIMES), sum(persons.values())}
    things = [*_reachable(made), *_reachable(json.loads(made.entry.to_json()))]
    assert len(things) > 100
    assert not [thing for thing in things if isinstance(thing, int | float) and thing in secret]
    text = " ".join(thing for thing in things if isinstance(thing, str)) + repr(made) + made.entry.to_json()
    assert secret.isdisjoint(int(number) for number in re.findall(r"\d{6,8}", text))


def test_the_ledger_key_is_in_no_text() -> None:
    made = a_release()
    ledger = EMPTY.extended(made.entry)
    assert str(EMPTY.key) not in repr(ledger) + repr(made)


# --- only release() makes one -----------------------------------------------------------------------


def _parts(made: Release) -> dict[str, object]:
    return {field.name: getattr(made, field.name) for field in fields(made)}


def test_nobody_else_can_make_a_release() -> None:
    made = a_release()
    with pytest.raises(TypeError):
        Release(**_parts(made), token=object())  # type: ignore[arg-type]
    with pytest.raises(TypeError):
        Release(**_parts(made))  # type: ignore[arg-type, call-arg]


def test_a_release_cannot_be_changed_copied_or_pickled() -> None:
    made = a_release()
    with pytest.raises((TypeError, ValueError)):
        replace(made, number=2)
    with pytest.raises(AttributeError):
        made.number = 2  # type: ignore[misc]
    with pytest.raises(TypeError):
        made.tables[0].figures[TOTAL, TOTAL] = made.tables[1].figures[()]  # type: ignore[index]
    for copying in (copy.copy, copy.deepcopy, pickle.dumps):
        with pytest.raises(TypeError):
            copying(made)
    with pytest.raises(TypeError):
        type("Other", (Release,), {})


# --- decision 13: firms -------------------------------------------------------------------------------


def firms(**changes: object) -> object:
    given = {
        "unit": "firms",
        "population": "firms",
        "protection": Protection.FIRMS,
        "dimensions": (AREA, STATUS),
    }
    return a_table("firms", **{**given, **changes})


def test_fourteen_firms_that_left_are_told_exactly() -> None:
    (public,) = a_release(firms(population="firms;status=left", dimensions=(), counts={(): 14})).tables
    assert public.figures[()].value == 14
    assert public.figures[()].status is FigureStatus.EXACT
    assert public.base is None


def test_fewer_than_ten_firms_are_rounded() -> None:
    for number in range(1, 10):
        (public,) = a_release(firms(dimensions=(), counts={(): number})).tables
        assert public.figures[()].status is FigureStatus.ROUNDED
        assert public.figures[()].value in (number // 5 * 5, -(-number // 5) * 5)


def test_exact_and_rounded_firms_add_up_and_hide_the_small_ones() -> None:
    counts = {("north", "left"): 14, ("north", "stayed"): 3, ("south", "left"): 2, ("south", "stayed"): 23}
    (public,) = a_release(firms(counts=counts)).tables
    shown = {cell: figure.value or 0 for cell, figure in public.figures.items()}
    assert shown["north", "left"] == 14
    assert shown["south", "stayed"] == 23
    assert shown["north", "stayed"] in (0, 5)
    assert shown["north", TOTAL] == 14 + shown["north", "stayed"]
    assert shown[TOTAL, TOTAL] == shown["north", TOTAL] + shown["south", TOTAL]
    assert public.figures["north", TOTAL].status is FigureStatus.ROUNDED


def test_firms_in_several_states_together_are_exact_where_all_of_them_are() -> None:
    status = a_dimension("status", ("asked", "given", "refused", "left"))
    numbers = dict(zip(status.leaves(), (12, 3, 11, 14), strict=True))
    counts = {("north", code): n for code, n in numbers.items()} | {("south", "given"): 30}

    def together(*codes: str) -> object:
        name = "|".join(sorted(codes))
        found = replace(status, groups=(Group(name, both(name), codes),))
        filters = f"firms;area=north;status={name}"
        total = {(): sum(numbers[code] for code in codes)}
        made = firms(population=filters, dimensions=(), counts=total, classes=(found,))
        return replace(made, code=name)  # type: ignore[type-var]

    whole = firms(dimensions=(AREA, status), counts=counts)
    made = a_release(whole, together("refused", "left"), together("asked", "given"))
    assert LedgerEntry.from_json(made.entry.to_json()) == made.entry
    assert recheck(made.entry, made.proof, ()).ok
    by_code = {table.code: table.figures for table in made.tables}
    assert by_code["firms"]["north", "asked"].value == 12  # as without the groups
    assert (by_code["left|refused"][()].value, by_code["left|refused"][()].status) == (25, FigureStatus.EXACT)
    assert by_code["asked|given"][()].status is FigureStatus.ROUNDED
    assert by_code["asked|given"][()].value == 12 + (by_code["firms"]["north", "given"].value or 0)


def test_firms_by_anything_else_are_protected_like_persons() -> None:
    kind = a_dimension("kind", ("garage", "rental"))
    counts = {("north", "garage"): 14, ("south", "rental"): 13}
    (public,) = a_release(firms(dimensions=(AREA, kind), counts=counts)).tables
    assert {figure.status for figure in public.figures.values()} == {FigureStatus.ROUNDED}
    few = firms(dimensions=(kind,), counts={("garage",): 4})
    assert codes(refused(few)) == {"population_too_small"}


# --- contacts -----------------------------------------------------------------------------------------


def visits(counts: dict[tuple[str, ...], int], persons: dict[tuple[str, ...], int] | None) -> object:
    return a_table(
        "visits", unit="visits", population="visits", dimensions=(PHASE,), counts=counts, persons=persons
    )


def test_many_visits_to_few_persons_are_refused() -> None:
    counts = {("intake",): 40, ("active",): 55}
    (reason,) = refused(visits(counts, {("intake",): 2, ("active",): 3}))
    assert (reason.code, reason.cell, reason.data["proposal"]) == (
        "population_too_small",
        (TOTAL,),
        "drop_table",
    )


def test_distinct_persons_of_a_margin_can_be_given() -> None:
    counts = {("intake",): 40, ("active",): 55}
    persons = {("intake",): 8, ("active",): 9, (TOTAL,): 14}
    (public,) = a_release(visits(counts, persons)).tables
    assert public.figures["intake",].status is FigureStatus.ROUNDED


def test_visits_without_their_persons_are_refused() -> None:
    assert codes(refused(visits({("intake",): 40}, None))) == {"persons_missing"}


def test_persons_behind_visits_must_be_possible() -> None:
    too_many = visits({("intake",): 40}, {("intake",): 41})
    none = visits({("intake",): 40}, {("active",): 0})
    assert codes(refused(too_many)) == {"persons_inconsistent"}
    assert codes(refused(none)) == {"persons_inconsistent"}


# --- small populations ----------------------------------------------------------------------------------


def test_a_table_about_too_few_persons_is_refused() -> None:
    (reason,) = refused(a_table(counts={("west", "intake"): 9}))
    assert (reason.code, reason.cell) == ("population_too_small", (TOTAL, TOTAL))
    assert reason.data["minimum"] == 10
    assert reason.data["proposal"] == "drop_table"


def test_a_small_subtotal_may_leave_rounded_when_the_table_is_large_enough() -> None:
    counts = {("west", "intake"): 30, ("zuid", "active"): 3, ("overvecht", "active"): 4}
    figures = a_release(a_table(counts=counts)).tables[0].figures
    assert figures["overvecht", TOTAL].status is FigureStatus.ROUNDED


def test_a_filter_population_counts_as_a_table() -> None:
    table = a_table(population="persons;approach=pga", dimensions=(), counts={(): 7})
    (reason,) = refused(table)
    assert (reason.code, reason.data["proposal"]) == ("population_too_small", "wider")


# --- the ledger's part ------------------------------------------------------------------------------------


def test_a_clock_set_back_is_refused() -> None:
    ledger = EMPTY.extended(a_release().entry)
    assert codes(refused(a_table(), ledger=ledger, at=AT - timedelta(days=1))) == {"clock_set_back"}


def test_a_weaker_preset_than_before_is_refused() -> None:
    table = a_table(dimensions=(PHASE,), counts={("intake",): 40, ("active",): 40, ("aftercare",): 40})
    ledger = EMPTY.extended(a_release(table, preset=STRICT).entry)
    (reason,) = refused(table, ledger=ledger)
    assert (reason.code, reason.data["release"]) == ("preset_loosened", 1)


def test_a_population_cannot_leave_rounded_and_exact() -> None:
    ledger = EMPTY.extended(a_release(a_table()).entry)
    exact = a_table(protection=Protection.EXACT)
    assert codes(refused(exact, ledger=ledger)) == {"protection_mixed"}
    assert codes(refused(a_table("one"), a_table("two", protection=Protection.EXACT))) == {"protection_mixed"}


def test_one_release_counts_one_state_of_a_population() -> None:
    assert codes(refused(a_table("one"), a_table("two", snapshot="state-2"))) == {"snapshots_mixed"}


def test_the_same_state_counted_otherwise_is_refused() -> None:
    ledger = EMPTY.extended(a_release(a_table()).entry)
    counts = {**a_table().counts, ("west", "intake"): 12}
    (reason,) = refused(a_table(counts=counts), ledger=ledger)
    assert (reason.code, reason.data["release"]) == ("snapshot_inconsistent", 1)


def test_tables_that_contradict_each_other_are_refused() -> None:
    other = a_table(
        "other", dimensions=(PHASE,), counts={("intake",): 50, ("active",): 30, ("aftercare",): 20}
    )
    (reason,) = refused(a_table(), other)
    assert (reason.code, reason.table, reason.data["other"]) == (
        "counts_inconsistent",
        "other",
        "persons_by_district",
    )


def test_other_bands_of_the_same_attribute_are_refused() -> None:
    young = a_dimension("age", ("18-20", "21-23"))
    shifted = a_dimension("age", ("18-19", "20-23"))
    one = a_table("one", dimensions=(young,), counts={("18-20",): 30, ("21-23",): 30})
    two = a_table("two", dimensions=(shifted,), counts={("18-19",): 20, ("20-23",): 40})
    (reason,) = refused(one, two)
    assert (reason.code, reason.data["dimension"]) == ("classification_differs", "age")


def test_all_reasons_are_told_at_once() -> None:
    small = a_table("small", population="few", counts={("west", "intake"): 2})
    missing = a_table(
        "visits",
        population="visits",
        unit="visits",
        counts={("west", "intake"): 2},
        persons={("west", "intake"): 1},
    )
    assert {(reason.code, reason.table) for reason in refused(small, missing)} == {
        ("population_too_small", "small"),
        ("population_too_small", "visits"),
    }


# --- misuse ---------------------------------------------------------------------------------------------


def test_misuse_is_a_bug_and_no_refusal() -> None:
    with pytest.raises(ValueError, match="time zone"):
        release([a_table()], EMPTY, STANDARD, at=datetime(2023, 1, 1))
    with pytest.raises(TypeError):
        release([{"code": "t"}], EMPTY, STANDARD, at=AT)  # type: ignore[list-item]
    with pytest.raises(ValueError, match="preset"):
        release([a_table()], EMPTY, replace(STANDARD, base=1), at=AT)
    with pytest.raises(ValueError, match="base"):
        release([a_table()], EMPTY, replace(STANDARD, threshold=7), at=AT)


def test_moments_are_kept_as_given() -> None:
    made = a_release(at=datetime(2024, 2, 29, 23, 59, 59, 123456, tzinfo=UTC))
    assert made.at == made.entry.at
    assert isinstance(made.statement, Statement)
