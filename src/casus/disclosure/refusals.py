# SPDX-License-Identifier: EUPL-1.2
"""What an attack found, as refusals with the data their sentences are made of."""

from casus.disclosure.attack.attack import Finding
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.model import TOTAL, Cell, Refusal
from casus.disclosure.population import Population


def refusal_of(population: Population, finding: Finding, **more: object) -> Refusal:
    """Return the refusal of a target that does not stay open.

    Data: `target` (kind), `left` and `need` (values), `release` (the earlier one involved), `relation`,
    `changed`, `insider` (own_record, caseload) and `known`; `minus`: table and cell of what is taken away.
    """
    data: dict[str, object] = {
        "target": finding.kind.value,
        "left": finding.spread,
        "need": finding.need,
        "release": finding.release,
        "relation": finding.relation,
        "proposal": "coarsen",
        **more,
    }
    if finding.changed is not None:
        data["changed"] = finding.changed
    if finding.insider is not None:
        insider = finding.insider if finding.insider == "own_record" else "caseload"
        data |= {"insider": insider, "known": finding.own}
    minus = next((_place(population, figure) for figure in finding.figures[1:]), None)
    if minus is not None:
        data["minus"] = minus
    if any(code != TOTAL for code in finding.cell):
        data["place"] = next(n for n, code in enumerate(finding.cell) if code != TOTAL)
    if finding.proven:
        return Refusal("range_too_narrow", finding.table, finding.cell, data)
    return Refusal("not_proven", finding.table, finding.cell, data)


def _place(population: Population, figure: Predicate) -> tuple[str, Cell] | None:
    """Return a table and a cell in which a figure stands, of this release if possible."""
    for table in population.tables:
        for cell, predicate in table.predicates.items():
            if predicate == figure:
                return table.table.code, cell
    for source, _ in reversed(population.remembered):
        for predicate, published in source.table.predicates():
            if predicate == figure:
                return source.table.code, published.cell
    return None


def no_rounding(population: Population) -> Refusal:
    """Return the refusal of a population whose figures cannot be rounded beside what stands."""
    earlier = population.remembered
    data = {"proposal": "coarsen", "release": earlier[-1][0].release if earlier else None}
    return Refusal("no_rounding", population.tables[0].table.code, None, data)
