# SPDX-License-Identifier: EUPL-1.2
"""Protect one population by the method of its preset, or say why that cannot be done."""

from casus.disclosure.attack.attack import TooComplex
from casus.disclosure.figures.axes import ClassificationDiffers
from casus.disclosure.model import Method, Refusal
from casus.disclosure.outcome import Outcome
from casus.disclosure.population import Population
from casus.disclosure.progress import Reporter
from casus.disclosure.rounding.drawing import rounded_outcome
from casus.disclosure.rounding.grid import CannotRound
from casus.disclosure.suppression.suppressing import suppressed_outcome


def protect(population: Population, deadline: float, reporter: Reporter) -> Outcome | tuple[Refusal, ...]:
    """Return the protected tables of a population, or why there are none."""
    contradictions = population.contradictions()
    if contradictions:
        return contradictions
    first = population.tables[0].table.code
    try:
        if population.preset.method is Method.SUPPRESSION:
            return suppressed_outcome(population, deadline, reporter)
        return rounded_outcome(population, deadline, reporter)
    except CannotRound as error:
        return (Refusal("not_proven", first, None, {"solver": error.status.value, "proposal": "coarsen"}),)
    except ClassificationDiffers as error:
        return (Refusal("classification_differs", error.table.code, None, {"dimension": error.dimension}),)
    except TooComplex as error:
        return (Refusal("too_complex", first, None, {"classes": error.atoms, "proposal": "coarsen"}),)
