# SPDX-License-Identifier: EUPL-1.2
"""Units with the same codes, counted together: a team of 500 has 350,000 units and some thousands of piles.

Every table is made from the piles of its measure; what a pile holds is all that any table needs of its units.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from json.encoder import encode_basestring_ascii as quoted
from operator import itemgetter
from typing import Any

from casus.counting.units import Unit

_NOBODY = frozenset[str]()


@dataclass
class Pile:
    """Units with the same codes; `unnamed` of the `amount` have nobody behind them, `subjects` are behind the others.

    `owned`: by worker the part of the amount that is about persons this worker knows; `entries`: of each unit its
    amount and who is behind it, in order.
    """

    codes: Mapping[str, str]
    amount: int = 0
    unnamed: int = 0
    subjects: set[str] = field(default_factory=set, repr=False)
    owned: dict[str, int] = field(default_factory=dict, repr=False)
    entries: list[tuple[Any, ...]] = field(default_factory=list, repr=False)


def piles_of(units: Sequence[Unit], workers: Mapping[str, frozenset[str]] | None = None) -> list[Pile]:
    """Return the units by their codes; `workers` says who knows whom."""
    known = workers or {}
    piles: dict[tuple[tuple[str, str], ...], Pile] = {}
    same: dict[int, Pile] = {}  # most units with the same codes share one mapping; `units` keeps them alive
    for codes, amount, subjects, members in units:
        pile = same.get(id(codes))
        if pile is None:
            pile = same[id(codes)] = piles.setdefault(tuple(sorted(codes.items())), Pile(codes))
        pile.amount += amount
        if len(subjects) == 1 and not members:
            (one,) = subjects
            pile.subjects.add(one)
            pile.entries.append((amount, one))
            owners = known.get(one, _NOBODY)
        else:
            pile.subjects |= subjects
            pile.unnamed += 0 if subjects else amount
            pile.entries.append((amount, *sorted(subjects)))
            owners = _NOBODY.union(*(known.get(one, _NOBODY) for one in subjects | members))
        owned = pile.owned
        for worker in owners:
            owned[worker] = owned.get(worker, 0) + amount
    return list(piles.values())


def listed(measure: str, piles: Iterable[Pile]) -> str:
    """Return the canonical text (JSON) of a measure and its units: equal for equal units, in whatever order they came."""
    texts: list[str] = []
    for codes, pile in sorted(((sorted(one.codes.items()), one) for one in piles), key=itemgetter(0)):
        told = "[[" + ",".join(f"[{quoted(key)},{quoted(code)}]" for key, code in codes)
        texts += [
            f"{told}],{amount},[{','.join(map(quoted, behind))}]]" for amount, *behind in sorted(pile.entries)
        ]
    return f"[{quoted(measure)},[{','.join(texts)}]]"
