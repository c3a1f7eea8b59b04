# SPDX-License-Identifier: EUPL-1.2
"""`release()`: the only way out; only it can make a Release."""

import json
import time
from collections.abc import Mapping, Sequence
from dataclasses import InitVar, asdict, dataclass, fields, replace
from datetime import date, datetime
from typing import Any, NoReturn

from casus.disclosure.attack.proof import digest_of, packed
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import measure_of
from casus.disclosure.ledger import Ledger, LedgerEntry, PublishedTable
from casus.disclosure.model import (
    Audit,
    CountTable,
    Figure,
    Preset,
    Protection,
    Refusal,
    ReleasedTable,
    Statement,
)
from casus.disclosure.outcome import Outcome
from casus.disclosure.policy import check_policy
from casus.disclosure.population import Population, Protected
from casus.disclosure.progress import Listener, Reporter, Stage
from casus.disclosure.protection import protect
from casus.disclosure.publishing import exactly_published
from casus.disclosure.seals import entry_digest
from casus.disclosure.statement import audit_of, statement_of
from casus.disclosure.validation import check_preset, check_tables
from casus.disclosure.wording import retold
from casus.errors import LedgerBroken, ReleaseRefused

TIME_LIMIT = 60.0
_TOKEN = object()


@dataclass(frozen=True, eq=False)
class Release:
    """Tables that may leave, with their statement and the ledger entry that has to be stored first.

    `proof` goes beside the entry and is as secret as the ledger (proof.py; already compressed).

    Only `release()` makes one; it cannot be copied with changes, pickled or subclassed.
    """

    number: int
    at: datetime
    preset: Preset
    period: tuple[date, date]
    tables: tuple[ReleasedTable, ...]
    statement: Statement
    audit: Audit
    entry: LedgerEntry
    proof: bytes
    token: InitVar[object]

    def __post_init__(self, token: object) -> None:
        if token is not _TOKEN:
            raise TypeError("only casus.disclosure.release() makes a Release")

    def __init_subclass__(cls) -> NoReturn:
        raise TypeError("a Release has no variants")

    def __replace__(self, **_changes: Any) -> NoReturn:
        raise TypeError("a Release cannot be changed")

    def __reduce_ex__(self, _protocol: object) -> NoReturn:
        raise TypeError("a Release cannot be copied or pickled")


def release(
    tables: Sequence[CountTable],
    ledger: Ledger,
    preset: Preset,
    *,
    at: datetime,
    time_limit: float = TIME_LIMIT,
    progress: Listener | None = None,
) -> Release:
    """Protect `tables` together, attack them with all of `ledger`, and return what may leave.

    `at`: the moment of release, aware. `time_limit`: seconds after which what is not proven is refused.
    `progress`: called between solves (about every 0.2 s); what it raises ends the release, and nothing of
    it is left. The caller stores `Release.entry` before anything is shown outside. Raises ReleaseRefused with every
    reason found; TypeError and ValueError on misuse. Rules: disclosure.md 5, design.md decisions 12-13.
    """
    if at.tzinfo is None:
        raise ValueError("the moment of release has a time zone")
    check_preset(preset)
    reporter = Reporter(progress)
    reporter.tell(Stage.CHECKING)
    _refuse_if(check_tables(tables))
    counted = [CountedTable(table) for table in tables]
    _refuse_if(check_policy(counted, ledger, preset, at))
    deadline = time.monotonic() + time_limit
    outcomes: dict[str, Outcome] = {}
    reasons: list[Refusal] = []
    populations = _by_population(counted)
    for number, (base, own) in enumerate(populations, start=1):
        reporter.population(number, len(populations))
        population = Population(base, own, ledger, preset, _beside(base, outcomes))
        found = protect(population, deadline, reporter)
        if isinstance(found, Outcome):
            outcomes[base] = found
        else:
            reasons += found
    _refuse_if(tuple(reasons))
    return _finished(counted, [*outcomes.values()], ledger, preset, at)


def reopen(
    ledger: Ledger, number: int, preset: Preset, statement: Mapping[str, Any], words: Mapping[str, Any]
) -> Release:
    """Return release `number` of the ledger again, as it left: its figures are those of the ledger, no others.

    `preset`: the level it was made with, `statement`: its statement as it was kept, `words`: those of its tables
    (wording.py). The proof is not read again. Raises LedgerBroken when any of them does not belong to the entry.
    """
    if not 1 <= number <= len(ledger.entries):
        raise LedgerBroken(reason="order", number=number)
    entry = ledger.entries[number - 1]
    digest = entry_digest(ledger.key, json.dumps(dict(statement), sort_keys=True))
    if digest != entry.statement_digest or preset.code != entry.preset.get("code"):
        raise LedgerBroken(reason="words", number=number)
    tables = retold(entry.tables, words)
    names = ("version", "base", "threshold", "min_population")
    policy: dict[str, Any] = {name: int(entry.preset[name]) for name in names}
    same = replace(preset, label=dict(words["preset_label"]), **policy)
    kept: dict[str, Any] = {key: tuple(v) if isinstance(v, list) else v for key, v in statement.items()}
    said = Statement(**kept)
    period = (min(table.period[0] for table in tables), max(table.period[1] for table in tables))
    audited: dict[str, Any] = dict(entry.audit)
    audit = Audit(**audited)
    return Release(number, entry.at, same, period, tables, said, audit, entry, b"", _TOKEN)


def _refuse_if(reasons: tuple[Refusal, ...]) -> None:
    if reasons:
        raise ReleaseRefused(reasons)


def _by_population(counted: Sequence[CountedTable]) -> list[tuple[str, tuple[CountedTable, ...]]]:
    groups: dict[str, tuple[CountedTable, ...]] = {}
    for table in counted:
        if table.table.protection is not Protection.EXACT:
            groups[table.scope.base] = (*groups.get(table.scope.base, ()), table)
    return sorted(groups.items())


def _beside(base: str, outcomes: Mapping[str, Outcome]) -> tuple[Protected, ...]:
    same = [other for other in outcomes if measure_of(other) == measure_of(base)]
    return tuple(Protected(outcomes[other].published, outcomes[other].values) for other in same)


def _finished(
    counted: Sequence[CountedTable],
    outcomes: Sequence[Outcome],
    ledger: Ledger,
    preset: Preset,
    at: datetime,
) -> Release:
    protected = {table.code: table for outcome in outcomes for table in outcome.published}
    published = tuple(protected.get(c.table.code) or exactly_published(c) for c in counted)
    proof = packed([one for outcome in outcomes for one in outcome.verdict.evidence], ledger.key)
    statement, audit = statement_of(published, counted, ledger, preset), audit_of(outcomes)
    entry = _entry(published, statement, audit, ledger, preset, at, digest_of(proof))
    pairs = zip(counted, published, strict=True)
    tables = tuple(_released(table.table, found) for table, found in pairs)
    period = (min(table.period[0] for table in tables), max(table.period[1] for table in tables))
    return Release(entry.number, at, preset, period, tables, statement, audit, entry, proof, _TOKEN)


def _released(table: CountTable, published: PublishedTable) -> ReleasedTable:
    figures = {figure.cell: Figure(figure.value, figure.status) for figure in published.figures}
    names = {field.name for field in fields(ReleasedTable)} & {field.name for field in fields(CountTable)}
    same = {name: getattr(table, name) for name in names}
    return ReleasedTable(**same, base=published.base, max_error=published.reach, figures=figures)


def _entry(
    published: tuple[PublishedTable, ...],
    statement: Statement,
    audit: Audit,
    ledger: Ledger,
    preset: Preset,
    at: datetime,
    proof: str,
) -> LedgerEntry:
    policy: dict[str, int | str] = {
        "code": preset.code,
        "version": preset.version,
        "base": preset.base,
        "threshold": preset.threshold,
        "min_population": preset.min_population,
    }
    digest = entry_digest(ledger.key, json.dumps(asdict(statement), sort_keys=True))
    number = len(ledger.entries) + 1
    entry = LedgerEntry(number, at, policy, published, digest, ledger.head, "", (proof,), asdict(audit))
    return replace(entry, digest=entry_digest(ledger.key, entry.content()))
