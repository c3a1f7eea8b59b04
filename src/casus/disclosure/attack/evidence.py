# SPDX-License-Identifier: EUPL-1.2
"""Make the evidence of a system that was found safe: its tables by name, its targets, few witnesses."""

from collections.abc import Container, Sequence

import numpy as np

from casus.disclosure.attack.pool import Pool
from casus.disclosure.attack.proof import Evidence, TableName
from casus.disclosure.attack.system import System
from casus.disclosure.attack.targets import Target
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.solving.rows import Ints

Asked = tuple[Target, int, int | None]
"""A target, its state, and the state to subtract if it is what came between two."""


def evidence_of(system: System, asked: Sequence[Asked], pool: Pool, without: Container[int] = ()) -> Evidence:
    """Return what proves that all targets (the goals of the pool, in order) are open, but for some."""
    figures = [_numbers(system, state) for state in range(len(system.states))]
    targets, minus = [], []
    for number, (target, state, before) in enumerate(asked):
        if number in without:
            continue
        ends = [-1 if end is None else end for end in (target.down_to, target.up_to)]
        targets.append((state, figures[state][target.figure], target.need, *ends))
        other = state if before is None else before
        minus += [(len(targets) - 1, other, figures[other][part]) for part in target.minus]
    return Evidence(
        tuple(_names(system, state) for state in range(len(system.states))),
        tuple((link.less, link.more, link.changed) for link in system.links),
        {name: tuple(codes) for name, codes in system.exclusive.items()},
        np.array(targets, dtype=np.int64).reshape(-1, 5),
        np.array(minus, dtype=np.int64).reshape(-1, 3),
        _fewest(pool),
    )


def _names(system: System, state: int) -> tuple[TableName, ...]:
    return tuple((source.release, source.table.code) for source in system.states[state].sources)


def _numbers(system: System, state: int) -> dict[Predicate, int]:
    """Number the figures of a state in the order of its tables; the first of those that are the same."""
    picture, found, number = system.states[state], dict[Predicate, int](), 0
    for table in picture.tables:
        for predicate, _ in table.predicates():
            found.setdefault(predicate.rebased(picture.base), number)
            number += 1
    return found


def _fewest(pool: Pool) -> Ints:
    """Return some witnesses that leave every goal as open as all of them do, ends and width."""
    if not len(pool.low):
        return np.stack(pool.tables[:1])
    values = np.stack(pool.values)
    chosen: list[int] = []
    for wanted in (values.argmin(axis=0), values.argmax(axis=0)):
        missing = np.ones(len(wanted), dtype=np.bool_)
        ends = values[wanted, np.arange(len(wanted))]
        missing &= ~np.any(values[chosen] == ends, axis=0) if chosen else True
        while missing.any():
            best = int(np.argmax((values[:, missing] == ends[missing]).sum(axis=1)))
            chosen.append(best)
            missing &= values[best] != ends
    return np.stack([pool.tables[number] for number in sorted(chosen)])
