# SPDX-License-Identifier: EUPL-1.2
"""Working out what to keep: the counts before something is destroyed, less the counts after it."""

from collections import Counter
from collections.abc import Iterator

from casus.counting.archive import PERSONS, UNITS, ArchivedCount, summed
from casus.counting.catalogue import Catalogue
from casus.counting.contribution import Contribution
from casus.counting.facts import Facts, combine
from casus.counting.measures import people
from casus.counting.piles import piles_of
from casus.counting.tally import lines_of, persons_behind
from casus.domain.periods import Period

_Codes = tuple[tuple[str, str], ...]
_Key = tuple[str, str, _Codes]


def difference(catalogue: Catalogue, before: Contribution, after: Contribution) -> tuple[ArchivedCount, ...]:
    """Return what has to be added to the counts after a destruction to get those before it."""
    lost = Counter(dict(_counts(catalogue, before)))
    lost.subtract(dict(_counts(catalogue, after)))
    return summed(ArchivedCount(*key, amount) for key, amount in lost.items())


def _counts(catalogue: Catalogue, contribution: Contribution) -> Iterator[tuple[_Key, int]]:
    facts = combine([contribution])
    for measure, rule in people.MEASURES.items():
        amounts: Counter[_Codes] = Counter()
        for unit in rule(facts):
            codes = ((key, code) for key, code in unit.codes.items() if key in catalogue.dimensions)
            amounts[tuple(sorted(codes))] += unit.amount
        yield from (((UNITS, measure, codes), amount) for codes, amount in amounts.items())
    yield from _persons(catalogue, facts, contribution.period)


def _persons(catalogue: Catalogue, facts: Facts, period: Period) -> Iterator[tuple[_Key, int]]:
    lines = {code: lines_of(spec.over(period)) for code, spec in catalogue.dimensions.items()}
    for indicator in catalogue.indicators:
        rule = people.MEASURES.get(indicator.measure)
        units = [] if rule is None else [u for u in rule(facts) if indicator.counts(u.codes, lines)]
        piles = piles_of(units)
        for breakdown in ((), *indicator.breakdowns):
            behind = persons_behind(indicator, piles, breakdown, lines) or {}
            for cell, number in behind.items():
                codes = tuple(sorted(zip(breakdown, cell, strict=True)))
                yield (PERSONS, indicator.table_code(breakdown), codes), number
