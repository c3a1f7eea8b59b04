# SPDX-License-Identifier: EUPL-1.2
"""A solver that lies, stalls or gives up never makes a release."""

import time

import highspy
import numpy as np
import pytest

from casus.disclosure import STANDARD, CountTable, Ledger, release
from casus.disclosure.attack.attack import attack
from casus.disclosure.attack.knowledge import Picture
from casus.disclosure.attack.witness import Goal, prove
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.population import Population
from casus.disclosure.solving import solver
from casus.disclosure.solving.solver import Answer, Program, RowsBuilder, Status, sums_by_row
from casus.errors import ReleaseRefused
from tests.helpers.releases import AT, EMPTY, a_table
from tests.helpers.scenarios import scenario


def two_columns(total: int) -> RowsBuilder:
    rows = RowsBuilder()
    rows.add(np.array([0, 1]), 1, total, total)
    return rows


def _refused() -> set[str]:
    with pytest.raises(ReleaseRefused) as caught:
        release([a_table()], EMPTY, STANDARD, at=AT)
    return {reason.code for reason in caught.value.reasons}  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "status",
    [
        highspy.HighsModelStatus.kTimeLimit,
        highspy.HighsModelStatus.kUnknown,
        highspy.HighsModelStatus.kIterationLimit,
        highspy.HighsModelStatus.kUnbounded,
        highspy.HighsModelStatus.kSolveError,
        highspy.HighsModelStatus.kNotset,
    ],
)
def test_any_status_but_optimal_is_not_proven(
    status: highspy.HighsModelStatus, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda _self: status)
    assert _refused() == {"not_proven"}


def test_a_solver_that_calls_everything_infeasible_proves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda _self: highspy.HighsModelStatus.kInfeasible)
    assert _refused() == {"no_rounding"}


def test_stale_values_under_the_name_optimal_are_no_witness(monkeypatch: pytest.MonkeyPatch) -> None:
    def stale(self: Program, cost: solver.Floats) -> Answer:
        return Answer(Status.OPTIMAL, np.full(len(cost), 3.0), 0.0)

    rows = two_columns(9)
    monkeypatch.setattr(Program, "minimise", stale)
    proof = prove(rows.build(), np.array([9, 9]), [Goal(np.array([0]), 5, True)], time.monotonic() + 5)
    assert proof.witnesses == 0
    assert proof.narrow + proof.unproven == (0,)


@pytest.mark.parametrize("lie", [np.nan, np.inf, -1.0, 0.5, 1e30], ids=["not a number", "no end", "below 0",
                                                                        "a half", "huge"])  # fmt: skip
def test_values_that_are_no_counts_are_no_witness(lie: float, monkeypatch: pytest.MonkeyPatch) -> None:
    true = highspy.Highs.getSolution

    class Lying:
        def __init__(self, solution: object) -> None:
            self.col_value = [lie for _ in solution.col_value]  # type: ignore[attr-defined]
            self.row_dual, self.col_dual = solution.row_dual, solution.col_dual  # type: ignore[attr-defined]

    monkeypatch.setattr(highspy.Highs, "getSolution", lambda self: Lying(true(self)))
    rows = two_columns(9)
    proof = prove(rows.build(), np.array([9, 9]), [Goal(np.array([0]), 5, True)], time.monotonic() + 5)
    assert proof.witnesses == 0
    assert proof.narrow + proof.unproven == (0,)


def test_one_answer_too_few_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    class Short:
        col_value = (1.0,)

    monkeypatch.setattr(highspy.Highs, "getSolution", lambda _self: Short())
    program = Program(two_columns(4).build(), np.array([9, 9]), integer=False, deadline=time.monotonic() + 5)
    assert program.minimise(np.zeros(2)).status is Status.UNPROVEN


def test_a_solver_that_calls_a_true_assumption_impossible_is_not_believed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The first answer about two states is a lie: solved anew they fit, and nothing is let through."""
    first, second = scenario("S4", 3)
    ledger = EMPTY.extended(release(first, EMPTY, STANDARD, at=AT).entry)
    pictures = attack_pictures(second, ledger)
    assert attack(*pictures, time.monotonic() + 20).findings == ()
    lies = iter([highspy.HighsModelStatus.kInfeasible])
    true = highspy.Highs.getModelStatus
    monkeypatch.setattr(highspy.Highs, "getModelStatus", lambda self: next(lies, None) or true(self))
    verdict = attack(*pictures, time.monotonic() + 20)
    assert [finding.proven for finding in verdict.findings] == [False]
    assert next(lies, None) is None


def attack_pictures(tables: list[CountTable], ledger: Ledger) -> tuple[Picture, list[Picture]]:
    """What an outsider knows of one more release, rounded anew."""
    made = release(tables, ledger, STANDARD, at=AT)
    population = Population("persons", tuple(CountedTable(table) for table in tables), ledger, STANDARD)
    return population.pictures(made.entry.tables)


def test_a_rounding_that_does_not_add_up_is_thrown_away(monkeypatch: pytest.MonkeyPatch) -> None:
    def wrong(self: Program, cost: solver.Floats) -> Answer:
        return Answer(Status.OPTIMAL, np.tile([1.0, 0.0], len(cost))[: len(cost)], 0.0)

    monkeypatch.setattr("casus.disclosure.rounding.grid.Program.minimise", wrong)
    assert _refused() == {"not_proven"}


def test_no_time_means_no_release() -> None:
    with pytest.raises(ReleaseRefused) as caught:
        release([a_table()], EMPTY, STANDARD, at=AT, time_limit=0.0)
    assert {reason.code for reason in caught.value.reasons} == {"not_proven"}  # type: ignore[attr-defined]


def test_the_time_limit_holds_for_the_whole_life_of_a_program() -> None:
    rows = two_columns(4)
    program = Program(rows.build(), np.array([9, 9]), integer=False, deadline=time.monotonic() + 0.2)
    assert program.minimise(np.array([1.0, 0.0])).status is Status.OPTIMAL
    time.sleep(0.25)
    assert program.minimise(np.array([0.0, 1.0])).status is Status.UNPROVEN


def test_a_warm_program_answers_each_new_question() -> None:
    rows = two_columns(4)
    program = Program(rows.build(), np.array([9, 9]), integer=True, deadline=time.monotonic() + 5)
    first = program.minimise(np.array([1.0, 0.0]))
    second = program.minimise(np.array([0.0, 1.0]))
    assert first.values is not None
    assert second.values is not None
    assert [first.values.tolist(), second.values.tolist()] == [[0.0, 4.0], [4.0, 0.0]]


def test_contradicting_rows_are_infeasible() -> None:
    rows = two_columns(30)
    program = Program(rows.build(), np.array([9, 9]), integer=False, deadline=time.monotonic() + 5)
    assert program.minimise(np.zeros(2)).status is Status.INFEASIBLE
    proof = prove(rows.build(), np.array([9, 9]), [Goal(np.array([0]), 5, True)], time.monotonic() + 5)
    assert proof.contradiction


def test_a_proof_needs_two_witnesses_far_enough_apart() -> None:
    for total, narrow in ((3, (0,)), (4, ())):
        rows = two_columns(total)
        proof = prove(rows.build(), np.array([9, 9]), [Goal(np.array([0]), 5, True)], time.monotonic() + 5)
        assert proof.narrow == narrow
        assert proof.spread[0] == total + 1


def test_rows_are_checked_in_integers() -> None:
    rows = two_columns(4).build()
    assert rows.hold(np.array([1, 3]))
    assert not rows.hold(np.array([1, 4]))
    assert sums_by_row(np.array([0, 2, 2, 3]), np.array([5, 6, 7])).tolist() == [11, 0, 7]


def test_the_solver_says_nothing(capfd: pytest.CaptureFixture[str]) -> None:
    release([a_table()], EMPTY, STANDARD, at=AT)
    assert capfd.readouterr() == ("", "")
