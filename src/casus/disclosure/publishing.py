# SPDX-License-Identifier: EUPL-1.2
"""Tables as they would leave: figures rounded, left out or exact, with seals for the key's holder."""

from dataclasses import replace

from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.dimensions import published_dimension
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.ledger import PublishedFigure, PublishedTable
from casus.disclosure.model import Cell, FigureStatus
from casus.disclosure.policy import firms_exact_from, population_rule
from casus.disclosure.population import Population
from casus.disclosure.rounding.rounding import Rounded
from casus.disclosure.seals import value_seal


def rounded_tables(population: Population, rounded: Rounded) -> tuple[PublishedTable, ...]:
    """Return the tables of a population with rounded figures, exact ones where decision 13 says so."""
    return tuple(_rounded(population, table, rounded) for table in population.tables)


def suppressed_tables(population: Population, hidden: frozenset[Predicate]) -> tuple[PublishedTable, ...]:
    """Return the tables of a population with exact figures, but for those that are left out."""
    return tuple(_suppressed(population, table, hidden) for table in population.tables)


def exactly_published(counted: CountedTable) -> PublishedTable:
    """Return a table without persons as it leaves: every figure exact (decision 13)."""
    impossible = counted.structural_zeros
    figures = tuple(
        PublishedFigure(
            cell, value, FigureStatus.STRUCTURAL_ZERO if cell in impossible else FigureStatus.EXACT
        )
        for cell, value in counted.values.items()
    )
    return _table(counted, figures)


def _rounded(population: Population, counted: CountedTable, rounded: Rounded) -> PublishedTable:
    figures = tuple(_rounded_figure(population, counted, cell, rounded) for cell in counted.geometry.cells)
    preset = population.preset
    hides = any(figure.status is FigureStatus.ROUNDED for figure in figures)
    return replace(
        _table(counted, figures),
        base=preset.base if hides else None,
        threshold=preset.threshold if hides else 0,
        reach=rounded.reach if hides else 0,
        min_population=population_rule(counted, preset),
        cap=firms_exact_from(preset) - 1 if counted is population.finest else None,
        per_person=counted.table.persons is None,
    )


def _rounded_figure(
    population: Population, counted: CountedTable, cell: Cell, rounded: Rounded
) -> PublishedFigure:
    predicate = counted.predicates[cell]
    if predicate in population.impossible:
        return PublishedFigure(cell, 0, FigureStatus.STRUCTURAL_ZERO)
    if not population.open_leaves[predicate]:
        return PublishedFigure(cell, population.values[predicate], FigureStatus.EXACT)
    return PublishedFigure(
        cell, rounded.values[predicate], FigureStatus.ROUNDED, _seal(population, predicate)
    )


def _suppressed(
    population: Population, counted: CountedTable, hidden: frozenset[Predicate]
) -> PublishedTable:
    """A table that happens to leave nothing out is marked all the same: its zeros and margins count."""
    figures = tuple(_exact_figure(population, counted, cell, hidden) for cell in counted.geometry.cells)
    preset = population.preset
    return replace(
        _table(counted, figures),
        threshold=preset.threshold,
        min_population=population_rule(counted, preset),
        per_person=counted.table.persons is None,
    )


def _exact_figure(
    population: Population, counted: CountedTable, cell: Cell, hidden: frozenset[Predicate]
) -> PublishedFigure:
    predicate = counted.predicates[cell]
    if predicate in population.impossible:
        return PublishedFigure(cell, 0, FigureStatus.STRUCTURAL_ZERO)
    if predicate in hidden:
        return PublishedFigure(cell, None, FigureStatus.SUPPRESSED, _seal(population, predicate))
    return PublishedFigure(cell, population.values[predicate], FigureStatus.EXACT)


def _seal(population: Population, predicate: Predicate) -> str:
    return value_seal(population.ledger.key, predicate, population.values[predicate])


def _table(counted: CountedTable, figures: tuple[PublishedFigure, ...]) -> PublishedTable:
    table = counted.table
    return PublishedTable(
        code=table.code,
        population=table.population,
        snapshot=table.snapshot,
        protection=table.protection,
        base=None,
        threshold=0,
        reach=0,
        min_population=0,
        cap=None,
        per_person=True,
        dimensions=tuple(published_dimension(dimension) for dimension in table.dimensions),
        figures=figures,
        classes=tuple(published_dimension(one) for one in table.classes),
    )
