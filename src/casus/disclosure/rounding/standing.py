# SPDX-License-Identifier: EUPL-1.2
"""What stands already when a population is rounded: numbers to keep, and order with other numbers."""

from collections.abc import Mapping

from casus.disclosure.attack.knowledge import Source
from casus.disclosure.figures.axes import wider_classes
from casus.disclosure.figures.dimensions import published_dimension
from casus.disclosure.figures.predicates import Filter, Predicate
from casus.disclosure.ledger import PublishedFigure
from casus.disclosure.model import FigureStatus
from casus.disclosure.population import Population
from casus.disclosure.rounding.rounding import RoundingTask

_THIS_RELEASE = 2**31


def rounding_task(population: Population) -> RoundingTask:
    """Return what is to be rounded.

    A figure published before with the same true value keeps its number, as far as it adds up also that
    of another moment. A number does not fall while the true value rises, nor does a part exceed its whole,
    in this release or with an earlier one of the same counted state: the two roundings together would tell
    more than either.
    """
    numbers = _Numbers()
    for source, before in sorted((*population.other_moments, *population.remembered), key=_order):
        same_state = source.table.scope.base == population.base
        same_state = same_state and source.table.snapshot == population.snapshot
        for original, figure in source.table.predicates():
            predicate = original.rebased(population.base)
            if figure.value is None or not population.open_leaves.get(predicate):
                continue
            if original in before:
                rise = population.values[predicate] - before[original]
                numbers.take(predicate, figure, rise, same_state=same_state)
            elif same_state and _near(population, predicate, figure.value):
                numbers.join(predicate, figure)
    above = _above(population)
    _keep_order(population, above, numbers)
    return RoundingTask(
        population.values,
        population.open_part,
        population.sums,
        numbers.kept,
        numbers.preferred,
        numbers.least,
        numbers.most,
        _nested(population, above),
    )


def _near(population: Population, figure: Predicate, number: int) -> bool:
    """Tell whether a number could be ours: a multiple of the base next to the truth."""
    base = population.preset.base
    return number % base == 0 and abs(number - population.values[figure]) < base


def _order(earlier: tuple[Source, Mapping[Predicate, int]]) -> int:
    release = earlier[0].release
    return _THIS_RELEASE if release is None else release


class _Numbers:
    """Numbers and bounds from earlier figures, taken in from the oldest to the latest."""

    def __init__(self) -> None:
        self.kept: dict[Predicate, int] = {}
        self.preferred: dict[Predicate, int] = {}
        self.least: dict[Predicate, int] = {}
        self.most: dict[Predicate, int] = {}

    def take(self, predicate: Predicate, figure: PublishedFigure, rise: int, *, same_state: bool) -> None:
        self.least.pop(predicate, None)
        self.most.pop(predicate, None)
        if rise:
            (self.least if rise > 0 else self.most)[predicate] = figure.number
        elif figure.status is FigureStatus.ROUNDED:
            (self.kept if same_state else self.preferred)[predicate] = figure.number

    def join(self, predicate: Predicate, figure: PublishedFigure) -> None:
        """Like the number that somebody else rounded this state to: two roundings tell more than one."""
        if figure.status is FigureStatus.ROUNDED:
            self.preferred[predicate] = figure.number


def _above(population: Population) -> Mapping[Filter, tuple[str, ...]]:
    earlier = [dimension for source, _ in population.remembered for dimension in source.table.classified]
    own = [published_dimension(d) for counted in population.tables for d in counted.classified]
    return wider_classes([*own, *earlier])


def _keep_order(population: Population, above: Mapping[Filter, tuple[str, ...]], numbers: _Numbers) -> None:
    """Bound figures by published wholes and parts that are not in this release."""
    shown = {
        predicate: figure.number
        for source, _ in population.remembered
        if source.table.snapshot == population.snapshot
        for predicate, figure in source.table.predicates()
        if figure.value is not None and predicate not in population.values
    }
    if not shown:
        return
    for part in population.values:
        for whole in part.wider(above):
            if whole in shown:
                numbers.most[part] = min(numbers.most.get(part, shown[whole]), shown[whole])
    for part, number in shown.items():
        for whole in part.wider(above):
            if whole in population.values:
                numbers.least[whole] = max(numbers.least.get(whole, number), number)


def _nested(
    population: Population, above: Mapping[Filter, tuple[str, ...]]
) -> tuple[tuple[Predicate, Predicate], ...]:
    """Return the (part, whole) pairs of this release that do not follow from a table's own sums."""
    added_up = {(part, margin) for margin, parts in population.sums for part in parts}
    pairs = ((part, whole) for part in sorted(population.values) for whole in part.wider(above))
    return tuple(pair for pair in pairs if pair[1] in population.values and pair not in added_up)
