# SPDX-License-Identifier: EUPL-1.2
"""Protect one population: round, attack, draw again while the attack finds something, or refuse."""

import time
from dataclasses import dataclass

from casus.disclosure.attack import Finding, TooComplex, Verdict, attack
from casus.disclosure.atoms import ClassificationDiffers
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import TOTAL, Refusal
from casus.disclosure.population import Population
from casus.disclosure.rounding import CannotRound, Rounded, round_figures
from casus.disclosure.solver import Status

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
        data = {"dimension": error.dimension}
        return (Refusal("classification_differs", error.table.code, None, data),)
    except TooComplex as error:
        data = {"classes": error.atoms, "proposal": "coarsen"}
        return (Refusal("too_complex", first, None, data),)


def _drawn(population: Population, deadline: float) -> Outcome | tuple[Refusal, ...]:
    task = population.task()
    rounding_time = attack_time = 0.0
    for draw in range(MAX_REDRAWS + 1):
        began = time.perf_counter()
        rounded = round_figures(task, population.preset.base, population.ledger.key, draw, deadline)
        published = population.published(rounded)
        middle = time.perf_counter()
        verdict = attack(*population.pictures(published), deadline)
        rounding_time += middle - began
        attack_time += time.perf_counter() - middle
        if not verdict.findings:
            errors = _errors(population, rounded)
            return Outcome(
                published, rounded.relaxed, verdict, draw, errors, rounding_time, attack_time
            )
        if time.monotonic() > deadline:
            break
    return tuple(_refusal(finding, draw) for finding in verdict.findings)


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
