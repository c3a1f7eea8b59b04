# SPDX-License-Identifier: EUPL-1.2
"""Let out what can be: tables that cannot leave safely are left out one after the other, each with its reason."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from casus.disclosure import (
    CountTable,
    Ledger,
    Preset,
    Proposal,
    PublishedTable,
    Refusal,
    Release,
    propose,
)
from casus.disclosure import release as make_release
from casus.disclosure.attack.recheck import recheck
from casus.disclosure.figures.predicates import measure_of
from casus.disclosure.progress import Progress
from casus.errors import ReleaseRefused
from casus.services.explanations import Explainer, Explanation

_LEAVE_OUT = frozenset(
    {"population_too_small", "no_rounding", "range_too_narrow", "not_proven", "too_complex",
     "classification_differs", "too_many_cells", "near_other_measure",
     "filter_crosses"}
)  # fmt: skip
"""Refusals about one table, without which the rest can leave; any other refusal stands for the whole."""
_TOGETHER = frozenset({"range_too_narrow", "no_rounding", "no_suppression", "too_complex", "not_proven"})
"""Refusals of tables together: without one of them the others may leave."""
_OF_A_FAMILY = frozenset({"no_rounding", "too_complex", "not_proven"})
_NO_REMEDY = frozenset({"drop_table"})
_MOST_ROUNDS = 40
REMEDY_SECONDS = 10.0

Stage = Callable[[str, int, int], None]
"""What hears how far it is: the stage (a code), which group of tables, of how many; may raise Cancelled."""


@dataclass(frozen=True)
class Withheld:
    """A table that cannot leave safely and is left out of the release, and why, also in words.

    `remedy`: what would help and can be applied, None when nothing is known to.
    """

    table: CountTable = field(repr=False)
    refusal: Refusal
    why: Explanation
    remedy: Proposal | None = None


@dataclass(frozen=True)
class Outcome:
    """What may leave, None when nothing may, and the tables that stay."""

    release: Release | None
    withheld: tuple[Withheld, ...]


def protect_tables(
    tables: Sequence[CountTable],
    ledger: Ledger,
    preset: Preset,
    at: datetime,
    explainer: Explainer,
    progress: Stage | None = None,
) -> Outcome:
    """Release what can be; raises ReleaseRefused, in words, for a reason that is not about single tables."""
    rest = list(tables)
    withheld: list[Withheld] = []
    measures = {table.code: measure_of(table.population) for table in _published(ledger)}
    measures |= {table.code: measure_of(table.population) for table in tables}
    for _ in range(_MOST_ROUNDS):
        if not rest and withheld:
            break
        try:
            made = make_release(rest, ledger, preset, at=at, progress=_listener(progress))
        except ReleaseRefused as refused:
            out = _left_out(rest, measures, refused, explainer)
        else:
            return Outcome(made, tuple(withheld))
        withheld += out
        gone = {one.table.code for one in out}
        rest = [table for table in rest if table.code not in gone]
    return Outcome(None, tuple(withheld))


def with_remedy(
    one: Withheld,
    leaving: Sequence[CountTable],
    ledger: Ledger,
    preset: Preset,
    at: datetime,
    explainer: Explainer,
    progress: Stage | None = None,
) -> Withheld:
    """Return a withheld table with the mildest change found by trying with which it could leave too.

    `leaving`: the tables that leave anyway. Without a remedy when none was found in time, or when leaving
    the table out is all that helps.
    """
    tables, listener = (*leaving, one.table), _listener(progress)
    found = propose(tables, ledger, preset, (one.refusal,), at=at, seconds=REMEDY_SECONDS, progress=listener)
    if found is None or any(change.step in _NO_REMEDY for change in found.changes):
        return one
    words = explainer.changes_words(found.changes)
    return replace(one, remedy=found, why=replace(one.why, proposal=words))


def check_proof(made: Release, ledger: Ledger) -> float:
    """Check the proof of a release once more as anyone can, without a solver; return the seconds it took.

    Raises ReleaseRefused when it does not hold.
    """
    found = recheck(made.entry, made.proof, ledger.entries)
    if not found.ok:
        raise ReleaseRefused((Refusal("not_proven", "", None, {"problem": found.problem}),))
    return found.seconds


def _listener(progress: Stage | None) -> Callable[[Progress], None] | None:
    if progress is None:
        return None
    return lambda now: progress(now.stage.value, max(now.population - 1, 0), now.populations)


def _left_out(
    tables: Sequence[CountTable], measures: Mapping[str, str], refused: ReleaseRefused, explainer: Explainer
) -> list[Withheld]:
    """Return the tables to leave out for these refusals; raises `refused`, in words, when that does not help.

    What stands against one table costs that table. What can be derived costs one table per measure at a time,
    the finest of those named: without it the others may well leave. `measures`: of every table by code.
    """
    reasons = [reason for reason in refused.reasons if isinstance(reason, Refusal)]
    if any(reason.code not in _LEAVE_OUT or reason.table not in measures for reason in reasons):
        raise ReleaseRefused(refused.reasons, tuple(_words(explainer, one) for one in reasons))
    found: dict[str, Withheld] = {}
    by_code = {table.code: table for table in tables}
    together: dict[str, list[Refusal]] = {}
    for reason in reasons:
        if reason.code in _TOGETHER or reason.table not in by_code:
            together.setdefault(measures[reason.table], []).append(reason)
        else:
            found.setdefault(reason.table, _withheld(by_code[reason.table], reason, explainer))
    for measure, own in together.items():
        family = [table for table in tables if measures[table.code] == measure]
        if family and not any(table.code in found for table in family):
            one = _finest(family, own)
            reason = next((reason for reason in own if reason.table == one.code), own[0])
            found[one.code] = _withheld(one, reason, explainer)
    if not found:
        raise ReleaseRefused(refused.reasons, tuple(_words(explainer, one) for one in reasons))
    return list(found.values())


def _published(ledger: Ledger) -> Iterator[PublishedTable]:
    """Yield every table of the ledger, the latest last."""
    for entry in ledger.entries:
        yield from entry.tables


def _withheld(table: CountTable, reason: Refusal, explainer: Explainer) -> Withheld:
    """Return a table with why it stays, under its own name even where the reason names another."""
    why = replace(explainer.explain(reason), table=explainer.table_words(table))
    return Withheld(table, reason, why)


def _finest(family: Sequence[CountTable], reasons: Sequence[Refusal]) -> CountTable:
    """Return the table to leave out: of those named the finest, of the whole family where that is the matter."""
    named = {reason.table for reason in reasons if reason.code not in _OF_A_FAMILY}
    candidates = [table for table in family if table.code in named] or family
    return max(candidates, key=lambda table: (_cells(table), table.code))


def _words(explainer: Explainer, refusal: Refusal) -> str:
    explained = explainer.explain(refusal)
    return f"{explained.table}: {explained.reason}" if explained.table else explained.reason


def _cells(table: CountTable) -> int:
    cells = 1
    for dimension in table.dimensions:
        cells *= len(dimension.categories)
    return cells if table.dimensions else 0
