# SPDX-License-Identifier: EUPL-1.2
"""Protect one population: round, attack, draw again while the attack finds something, or refuse."""

import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from casus.disclosure.attack import Finding, TooComplex, Verdict, attack
from casus.disclosure.axes import ClassificationDiffers
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import TOTAL, Refusal
from casus.disclosure.population import Population
from casus.disclosure.predicates import Predicate
from casus.disclosure.rounding import CannotRound, Rounded, RoundingTask, round_figures, variants
from casus.disclosure.solver import Status
from casus.disclosure.standing import rounding_task

DRAWS = 6


@dataclass(frozen=True)
class Outcome:
    """A population found safe; with true `values` and the `errors` of rounded figures: internal."""

    published: tuple[PublishedTable, ...]
    values: Mapping[Predicate, int]
    rounded: Rounded
    verdict: Verdict
    redraws: int
    errors: tuple[int, ...]
    protection_seconds: float
    audit_seconds: float
    renumbered: int = 0


def protect(population: Population, deadline: float) -> Outcome | tuple[Refusal, ...]:
    """Return the protected tables of a population, or why there are none."""
    contradictions = population.contradictions()
    if contradictions:
        return contradictions
    first = population.tables[0].table.code
    try:
        return _drawn(population, deadline)
    except CannotRound as error:
        return (Refusal("not_proven", first, None, {"solver": error.status.value, "proposal": "coarsen"}),)
    except ClassificationDiffers as error:
        return (Refusal("classification_differs", error.table.code, None, {"dimension": error.dimension}),)
    except TooComplex as error:
        return (Refusal("too_complex", first, None, {"classes": error.atoms, "proposal": "coarsen"}),)


def _drawn(population: Population, deadline: float) -> Outcome | tuple[Refusal, ...]:
    task = rounding_task(population)
    attempts = _Attempts(population, deadline)
    for variant, relaxed in variants(task):
        for _ in range(DRAWS):
            outcome = attempts.next(variant, relaxed=relaxed)
            if outcome is not None:
                renumbered = sum(outcome.rounded.values[f] != n for f, n in task.preferred.items())
                return replace(outcome, renumbered=renumbered)
            if attempts.hopeless or time.monotonic() > deadline:
                break
        if time.monotonic() > deadline:
            break
    return attempts.refusals()


class _Attempts:
    """Draws for one population, one after another, with what each attack found and the time taken."""

    def __init__(self, population: Population, deadline: float) -> None:
        self._population, self._deadline = population, deadline
        self._draws: Counter[Predicate] = Counter()
        self._findings: tuple[Finding, ...] = ()
        self._made = 0
        self._rounding_time = self._attack_time = 0.0
        self.hopeless = False

    def next(self, task: RoundingTask, *, relaxed: bool) -> Outcome | None:
        """Round and attack once; `hopeless` is set when this task has no rounding at all."""
        population, began = self._population, time.perf_counter()
        try:
            rounded = round_figures(
                task,
                population.preset.base,
                population.ledger.key,
                self._draws,
                self._deadline,
                relaxed=relaxed,
            )
        except CannotRound as error:
            self.hopeless = error.status is Status.INFEASIBLE
            if not self.hopeless:
                raise
            return None
        self.hopeless = False
        published, middle = population.published(rounded), time.perf_counter()
        verdict = attack(*population.pictures(published), self._deadline)
        self._rounding_time += middle - began
        self._attack_time += time.perf_counter() - middle
        self._made += 1
        if not verdict.findings:
            errors = _errors(population, rounded)
            times = self._rounding_time, self._attack_time
            return Outcome(published, population.values, rounded, verdict, self._made - 1, errors, *times)
        self._findings = verdict.findings
        self._draws.update({figure for finding in verdict.findings for figure in finding.figures})
        return None

    def refusals(self) -> tuple[Refusal, ...]:
        """Return what the last attack found, or that no rounding exists."""
        if self._findings:
            return tuple(_refusal(finding, self._made) for finding in self._findings)
        earlier = self._population.remembered
        data = {"proposal": "coarsen", "release": earlier[-1][0].release if earlier else None}
        return (Refusal("no_rounding", self._population.tables[0].table.code, None, data),)


def _errors(population: Population, rounded: Rounded) -> tuple[int, ...]:
    hidden = (figure for figure in population.values if population.open_leaves[figure])
    return tuple(abs(rounded.values[figure] - population.values[figure]) for figure in hidden)


def _refusal(finding: Finding, redraws: int) -> Refusal:
    data: dict[str, object] = {
        "left": finding.spread,
        "need": finding.need,
        "release": finding.release,
        "relation": finding.relation,
        "redraws": redraws,
        "proposal": "coarsen",
    }
    if any(code != TOTAL for code in finding.cell):
        data["place"] = next(n for n, code in enumerate(finding.cell) if code != TOTAL)
    code = "range_too_narrow" if finding.proven else "not_proven"
    return Refusal(code, finding.table, finding.cell, data)
