# SPDX-License-Identifier: EUPL-1.2
"""`casus disclose`: read, classify, count, protect with the ledger, write all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_bytes

from casus.disclosure import (
    Elsewhere,
    Ledger,
    LedgerEntry,
    Refusal,
    Release,
    applied,
    enter_elsewhere,
    made_elsewhere,
    propose,
    release,
)
from casus.disclosure.progress import Progress
from casus.errors import ReleaseRefused
from casus.services.disclose.faults import fault
from casus.services.disclose.gathering import Gathered, Job
from casus.services.disclose.ledger_file import Kept, LedgerFile
from casus.services.disclose.names import code_of
from casus.services.disclose.outputs import all_names, audit_json, files_of, proposal_words
from casus.services.disclose.writing import Inside, Outbox, refuse_existing
from casus.services.explanations import Explainer, earlier_of
from casus.services.toml_lines import nearest

PROPOSING = 20.0
"""Seconds in which tables that are refused are tried coarser."""
MOST_REASONS = 12
"""Reasons that are told of one call."""


@dataclass(frozen=True)
class Done:
    """The release with the files written, and how many publications from elsewhere were entered."""

    release: Release
    files: tuple[Path, ...]
    entered: int


def disclose(job: Job, now: datetime, progress: Callable[[Progress], None] | None = None) -> Done:
    """Protect the tables and write them; nothing is written unless all of it is.

    Raises TableFileInvalid (a file is not right), LedgerBroken, ReleaseRefused with sentences, ExportFailed.
    """
    read = Gathered(job, now)
    names = all_names([one.spec.code for one in read.shown])
    _spare_inputs(job, names)
    refuse_existing(job.out, names, overwrite=job.overwrite)
    with ExitStack() as stack:
        kept = _ledger(job, stack)
        return _released(job, read, kept, now, progress)


@dataclass(frozen=True)
class _Book:
    """The ledger in use, and its file if there is one."""

    kept: Kept
    file: LedgerFile | None


def _ledger(job: Job, stack: ExitStack) -> _Book:
    if job.ledger is None:
        return _Book(Kept(Ledger((), token_bytes(32), None)), None)
    file = LedgerFile(job.ledger)
    stack.callback(file.close)
    return _Book(file.read(), file)


def _released(
    job: Job, read: Gathered, book: _Book, now: datetime, progress: Callable[[Progress], None] | None
) -> Done:
    new: list[tuple[LedgerEntry, bytes | None]] = []
    ledger = book.kept.ledger
    try:
        _require_entered(read, ledger)
        others = [one for one in read.elsewhere if not _is_entered(one, ledger, now)]
        if others:
            entry = enter_elsewhere(others, ledger, at=now)
            ledger = ledger.extended(entry)
            new.append((entry, None))
        made = release(read.tables, ledger, read.preset, at=now, time_limit=job.time_limit, progress=progress)
    except ReleaseRefused as error:
        words = _sentences(read, error, ledger, job.language)
        helps = _proposal(read, error, ledger, now, job, progress)
        raise ReleaseRefused(error.reasons, (*words, *helps)) from error
    new.append((made.entry, made.proof))
    about = {"file": None if job.ledger is None else job.ledger.name, "entries": len(ledger.entries) + 1}
    files = files_of(made, read.shown, about, job.language)
    inside = Inside(job.audit or _beside(job.ledger), audit_json(made))
    return Done(made, _sent(job, files, book, new, inside), len(others))


def _spare_inputs(job: Job, names: Sequence[str]) -> None:
    """No file that was read is written over, whatever may be replaced."""
    kept = (*job.tables, *job.elsewhere, job.spec, *(path for path in (job.ledger, job.audit) if path))
    taken = {path.resolve() for path in kept}
    for name in names:
        if (job.out / name).resolve() in taken:
            raise fault("over_input", job.out / name)


def _beside(ledger: Path | None) -> Path | None:
    return None if ledger is None else ledger.with_name(f"{ledger.name}.audit.json")


def _sent(
    job: Job,
    files: Mapping[str, bytes],
    book: _Book,
    new: Sequence[tuple[LedgerEntry, bytes | None]],
    inside: Inside,
) -> tuple[Path, ...]:
    """Put everything in place: what stays inside, the ledger, and then what leaves."""

    def commit() -> None:
        inside.write()
        try:
            if book.file is not None:
                book.file.write(book.kept, new)
        except BaseException:
            inside.restore()
            raise

    def undo() -> None:
        if book.file is not None:
            book.file.restore(book.kept)
        inside.restore()

    box = Outbox(job.out, overwrite=job.overwrite)
    try:
        return box.send(files, commit, undo)
    except BaseException:
        box.abandon()
        raise


def _require_entered(read: Gathered, ledger: Ledger) -> None:
    """A publication that the description names is taken into account: from its file or from the ledger."""
    given = {one.code for one in read.elsewhere}
    given |= {table.code for entry in ledger.entries if made_elsewhere(entry) for table in entry.tables}
    for table in read.spec.elsewhere:
        if code_of(table.code) not in given:
            line = nearest(read.spec.lines, ("elsewhere", table.code))
            raise fault("elsewhere_missing", read.spec.file, line, table=table.code)


def _is_entered(one: Elsewhere, ledger: Ledger, now: datetime) -> bool:
    """Tell whether the ledger has this publication from an earlier call."""
    earlier = [table for entry in ledger.entries if made_elsewhere(entry) for table in entry.tables]
    return (
        bool(earlier)
        and enter_elsewhere((one,), ledger, at=max(now, ledger.entries[-1].at)).tables[0] in earlier
    )


def _sentences(read: Gathered, error: ReleaseRefused, ledger: Ledger, language: str) -> tuple[str, ...]:
    """Return the reasons of a refusal in words."""
    explainer = Explainer.of(language, read.tables, earlier_of(ledger))
    found = [explainer.explain(reason) for reason in error.reasons]  # type: ignore[arg-type]  # errors.py holds refusals as objects
    told = dict.fromkeys(f"{one.table}: {one.words}" if one.table else one.words for one in found)
    return tuple(told)[:MOST_REASONS]


def _proposal(
    read: Gathered,
    error: ReleaseRefused,
    ledger: Ledger,
    now: datetime,
    job: Job,
    progress: Callable[[Progress], None] | None,
) -> tuple[str, ...]:
    """Return what was tried and helps, as a sentence; nothing when nothing does."""
    reasons = [reason for reason in error.reasons if isinstance(reason, Refusal)]
    seconds = min(PROPOSING, job.time_limit)
    found = propose(read.tables, ledger, read.preset, reasons, at=now, seconds=seconds, progress=progress)
    if found is None or not applied(read.tables, found):
        return ()
    explainer = Explainer.of(job.language, read.tables, earlier_of(ledger))
    steps = [Refusal("proposal", step.table, None, step.data()) for step in found.changes]
    return (proposal_words([f"{step.table}: {explainer.proposal(step)}" for step in steps], job.language),)
