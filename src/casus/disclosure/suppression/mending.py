# SPDX-License-Identifier: EUPL-1.2
"""The witness heuristic: tables that open many goals at once and move few figures that are published."""

from collections.abc import Sequence

import numpy as np

from casus.disclosure.solving.rows import Flags, Floats
from casus.disclosure.suppression.attacker import Effort
from casus.disclosure.suppression.views import FAR, Sight

_ROUNDS = 60
_REWEIGHTS = 4
_PRIZE = 1e5
_NEAR = 0.3
_SLACK = 1e-6


def mended(sights: Sequence[Sight], cost: Floats, effort: Effort) -> Flags | None:
    """Return figures that open every goal when withheld, `None` when none are found."""
    withheld = np.zeros(len(cost), dtype=bool)
    random = np.random.default_rng(3)
    for sight in sights:
        sight.explore(withheld, 2)
        for _ in range(_ROUNDS):
            if not len(sight.closed(withheld)):
                break
            if effort.over:
                return None
            further = _mend(sight, withheld, cost, random)
            if further is None:
                return None
            withheld |= further
        else:
            return None
    return withheld if not any(len(sight.closed(withheld)) for sight in sights) else None


def _mend(sight: Sight, withheld: Flags, cost: Floats, random: np.random.Generator) -> Flags | None:
    """Return the further figures of the cheapest table that opens the most goals."""
    clues = sight.view.given[int(sight.closed(withheld)[0])]
    wanted = _wanted(sight, withheld, random, clues)
    sight.mender.withhold(np.ones(len(cost)), FAR)
    for share in (1.0, 0.0):
        kept = wanted if share else dict([next(iter(wanted.items()))])
        sight.mender.bound(kept, soft=True)
        found = _sparse(sight, withheld, cost, kept)
        if found is not None:
            return found
    return None


def _wanted(
    sight: Sight, withheld: Flags, random: np.random.Generator, clues: tuple[tuple[int, int, int], ...]
) -> dict[int, tuple[float, float]]:
    """Return which bounds would open the closed goals, in a random direction each, beside the clues."""
    known, standing = sight.witnesses, sight.witnesses.standing(withheld)
    found: dict[int, tuple[float, float]] = {}
    for goal in sight.closed(withheld).tolist():
        if sight.view.given[goal] != clues:
            continue
        seen = standing.high[goal] >= standing.low[goal]
        high = known.up_to[goal] if standing.up[goal] else -FAR
        low = known.down_to[goal] if standing.down[goal] else FAR
        if standing.wide[goal] and seen:
            high = max(high, standing.low[goal] + known.width[goal] - 1)
            low = min(low, standing.high[goal] - known.width[goal] + 1)
        upwards = low < 0 or low >= FAR or (high > -FAR and random.random() < 0.5)
        found[int(sight.view.about[goal])] = (high, FAR * 100) if upwards else (-FAR * 100, low)
    return found


def _sparse(
    sight: Sight, withheld: Flags, cost: Floats, wanted: dict[int, tuple[float, float]]
) -> Flags | None:
    """Return the figures moved by a table that meets wishes, reweighted towards few; `None` if it meets none."""
    price = np.where(withheld, 0.0, cost)
    best: tuple[tuple[int, float], Floats] | None = None
    for _ in range(_REWEIGHTS):
        columns = sight.mender.solve(np.zeros(len(sight.view.upper)), price, _PRIZE)
        if columns is None:
            break
        moved = np.abs(sight.witnesses.deviations(columns))
        sums = sight.view.sums.times(columns)
        met = sum(low - _SLACK <= sums[n] <= high + _SLACK for n, (low, high) in wanted.items())
        key = (-met, float(cost[(moved > _SLACK) & ~withheld].sum()))
        if best is None or key < best[0]:
            best = key, columns
        price = np.where(withheld, 0.0, cost / (moved + _NEAR))
    if best is None or not best[0][0]:
        return None
    return sight.witnesses.add(best[1]) & ~withheld
