# SPDX-License-Identifier: EUPL-1.2
"""Suppress one population: search what to withhold, attack it, withhold more where it is needed, or refuse.

Small figures are withheld in any case; what else has to go is a puzzle (suppression/) over the very systems
of the attack. The attack on the finished tables decides: what it finds, insiders' gains included, goes back
as further goals.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from casus.disclosure.attack.attack import Finding, Verdict, attack
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import Refusal
from casus.disclosure.outcome import Outcome
from casus.disclosure.population import Population
from casus.disclosure.progress import Reporter, Stage
from casus.disclosure.publishing import suppressed_tables
from casus.disclosure.refusals import refusal_of
from casus.disclosure.solving.rows import Flags
from casus.disclosure.suppression import Effort, Plan, solve
from casus.disclosure.suppression.puzzling import Board

WORK = 1500.0
"""Work allowed for one population (suppression.Effort): about 12 seconds of one core."""
_REPAIRS = 8
_TIME_PART = 0.5
"""Part of the time left that the search may take; the rest is for the attack."""


def suppressed_outcome(
    population: Population, deadline: float, reporter: Reporter
) -> Outcome | tuple[Refusal, ...]:
    """Return exact tables with figures withheld that the attack finds safe, or why there are none.

    Raises ClassificationDiffers, TooComplex.
    """
    return _Attempts(population, deadline, reporter).run()


@dataclass(frozen=True)
class _Tried:
    hidden: frozenset[Predicate]
    verdict: Verdict


class _Attempts:
    """Choices for one population, each with more withheld than the last, and the time taken."""

    def __init__(self, population: Population, deadline: float, reporter: Reporter) -> None:
        self._population, self._deadline, self._reporter = population, deadline, reporter
        self._searching = self._attacking = 0.0

    def run(self) -> Outcome | tuple[Refusal, ...]:
        began = time.perf_counter()
        self._reporter.attempt(Stage.SUPPRESSING)
        board = Board(self._population)
        plan = self._solved(board, None, ())
        self._searching += time.perf_counter() - began
        tried: _Tried | None = None
        for repairs in range(_REPAIRS):
            if plan.hidden is None:
                break
            tried = self._attacked(board.figures(plan.hidden))
            if not tried.verdict.findings:
                return self._outcome(tried, repairs)
            again = self._repaired(board, plan.hidden, tried.verdict.findings)
            if again is None:
                break
            plan = again
        return self._refusals(tried)

    def _effort(self) -> Effort:
        now = time.monotonic()
        return Effort(WORK, now + _TIME_PART * max(0.0, self._deadline - now))

    def _solved(
        self, board: Board, hidden: Flags | None, findings: Sequence[Finding], *, zeros: bool = False
    ) -> Plan:
        puzzle = board.puzzle(hidden, findings, zeros=zeros)
        return solve(puzzle, self._effort(), self._reporter.suppressing)

    def _repaired(self, board: Board, hidden: Flags, findings: Sequence[Finding]) -> Plan | None:
        """Withhold more until what was found is open as well; `None` when that changes nothing."""
        began = time.perf_counter()
        self._reporter.attempt(Stage.SUPPRESSING)
        plan = self._solved(board, hidden, findings)
        if plan.hopeless or plan.hidden is None:
            with_zeros = self._solved(board, hidden, findings, zeros=True)
            plan = with_zeros if len(with_zeros.hopeless) < len(plan.hopeless) else plan
        self._searching += time.perf_counter() - began
        if plan.hidden is None or np.array_equal(plan.hidden, hidden):
            return None
        return plan

    def _attacked(self, hidden: frozenset[Predicate]) -> _Tried:
        began = time.perf_counter()
        published = suppressed_tables(self._population, hidden)
        pictures = self._population.pictures(published)
        verdict = attack(*pictures, self._deadline, tick=self._reporter.attacking)
        self._attacking += time.perf_counter() - began
        return _Tried(hidden, verdict)

    def _outcome(self, tried: _Tried, repairs: int) -> Outcome:
        return Outcome(
            suppressed_tables(self._population, tried.hidden),
            self._population.values,
            None,
            tried.verdict,
            repairs,
            (),
            self._searching,
            self._attacking,
        )

    def _refusals(self, tried: _Tried | None) -> tuple[Refusal, ...]:
        if tried is None:
            first = self._population.tables[0].table.code
            return (Refusal("not_proven", first, None, {"solver": "unproven", "proposal": "round"}),)
        findings = tried.verdict.findings
        return tuple(refusal_of(self._population, found, proposal="round") for found in findings)
