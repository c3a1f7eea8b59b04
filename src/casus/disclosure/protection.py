# SPDX-License-Identifier: EUPL-1.2
"""Protect one population: round, attack, draw again while the attack finds something, or refuse."""

import time
from collections import Counter
from dataclasses import dataclass

from casus.disclosure.atoms import ClassificationDiffers
from casus.disclosure.attack import Finding, TooComplex, Verdict, attack
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import TOTAL, Refusal
from casus.disclosure.population import Population
from casus.disclosure.predicates import Predicate
from casus.disclosure.rounding import CannotRound, Rounded, round_figures
from casus.disclosure.solver import Status
from casus.disclosure.standing import rounding_task

MAX_REDRAWS = 15


@dataclass(frozen=True)
class Outcome:
    """A population found safe, with the rounding `errors` of its rounded figures (internal)."""

    published: tuple[PublishedTable, ...]
    relaxed: bool
    verdict: Verdict
    redraws: int
    errors: tuple[int, ...]
    protection_seconds: float
    audit_seconds: float


def protect(population: Population, deadline: float) -> Outcome | tuple[Refusal, ...]:
    """Return the protected tables of a population, or why there are none."""
    contradictions = population.contradictions()
    if contradictions:
        return contradictions
    first = population.tables[0].table.code
    try:
        return _drawn(population, deadline)
    except CannotRound as error:
        code = "no_rounding" if error.status is Status.INFEASIBLE else "not_proven"
        return (Refusal(code, first, None, {"population": population.base, "proposal": "coarsen"}),)
    except ClassificationDiffers as error:
        return (Refusal("classification_differs", error.table.code, None, {"dimension": error.dimension}),)
    except TooComplex as error:
        return (Refusal("too_complex", first, None, {"classes": error.atoms, "proposal": "coarsen"}),)


def _drawn(population: Population, deadline: float) -> Outcome | tuple[Refusal, ...]:
    task = rounding_task(population)
    rounding_time = attack_time = 0.0
    draws: Counter[Predicate] = Counter()
    for redraws in range(MAX_REDRAWS + 1):
        began = time.perf_counter()
        rounded = round_figures(task, population.preset.base, population.ledger.key, draws, deadline)
        published = population.published(rounded)
        middle = time.perf_counter()
        verdict = attack(*population.pictures(published), deadline)
        rounding_time += middle - began
        attack_time += time.perf_counter() - middle
        if not verdict.findings:
            errors = _errors(population, rounded)
            return Outcome(published, rounded.relaxed, verdict, redraws, errors, rounding_time, attack_time)
        if time.monotonic() > deadline:
            break
        draws.update({figure for finding in verdict.findings for figure in finding.figures})
    return tuple(_refusal(finding, redraws) for finding in verdict.findings)


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
