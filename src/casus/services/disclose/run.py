# SPDX-License-Identifier: EUPL-1.2
"""`casus disclose`: read, classify, count, protect with the ledger, write all or nothing."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from secrets import token_bytes

from casus.disclosure import (
    PRESETS,
    CountTable,
    Elsewhere,
    Ledger,
    LedgerEntry,
    Preset,
    Refusal,
    Release,
    enter_elsewhere,
    made_elsewhere,
    propose,
    release,
)
from casus.disclosure.progress import Progress
from casus.errors import ReleaseRefused
from casus.services.disclose.classifying import Classified, classified
from casus.services.disclose.faults import fault, listed
from casus.services.disclose.ledger_file import Kept, LedgerFile
from casus.services.disclose.names import code_of
from casus.services.disclose.observing import Observed, observe
from casus.services.disclose.outputs import Shown, audit_json, files_of, proposal_words
from casus.services.disclose.published import elsewhere_of
from casus.services.disclose.relations import Known, Relations
from casus.services.disclose.spec import Spec, TableSpec
from casus.services.disclose.spec_reader import read_spec
from casus.services.disclose.tables import Context, counted
from casus.services.disclose.toml_lines import nearest
from casus.services.disclose.writing import Inside, Outbox
from casus.services.explanations import Explainer, earlier_of

TIME_LIMIT = 60.0
PROPOSING = 20.0
"""Seconds in which tables that are refused are tried coarser."""
MOST_REASONS = 12
"""Reasons that are told of one call."""
_STRICTER = {("standard", "strict")}
"""Pairs of a level a description asks for and one that may be chosen instead."""


@dataclass(frozen=True)
class Job:
    """What is asked for.

    `elsewhere`: files of tables that others published; `time_limit` in seconds; `audit`: where the file for
    inside goes (beside the ledger, if there is one and nothing is said).
    """

    tables: tuple[Path, ...]
    spec: Path
    out: Path
    preset: str | None = None
    ledger: Path | None = None
    elsewhere: tuple[Path, ...] = ()
    language: str = "nl"
    overwrite: bool = False
    time_limit: float = TIME_LIMIT
    audit: Path | None = None


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
    read = _Read(job, now)
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
    job: Job, read: "_Read", book: _Book, now: datetime, progress: Callable[[Progress], None] | None
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
        words = read.sentences(error, ledger, job.language)
        helps = read.proposal(error, ledger, now, job, progress)
        raise ReleaseRefused(error.reasons, (*words, *helps)) from error
    new.append((made.entry, made.proof))
    about = {"file": None if job.ledger is None else job.ledger.name, "entries": len(ledger.entries) + 1}
    files = files_of(made, read.shown, about, job.language)
    _spare_inputs(job, files)
    inside = Inside(job.audit or _beside(job.ledger), audit_json(made))
    return Done(made, _sent(job, files, book, new, inside), len(others))


def _spare_inputs(job: Job, files: Mapping[str, bytes]) -> None:
    """No file that was read is written over, whatever may be replaced."""
    kept = (*job.tables, *job.elsewhere, job.spec, *(path for path in (job.ledger, job.audit) if path))
    taken = {path.resolve() for path in kept}
    for name in files:
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


def _require_entered(read: "_Read", ledger: Ledger) -> None:
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


class _Read:
    """Everything of the files, ready to be protected."""

    def __init__(self, job: Job, now: datetime) -> None:
        self.spec = spec = read_spec(job.spec)
        self.preset = _preset(spec, job.preset)
        own = _matched(spec, spec.tables, job.tables)
        others = _matched(spec, spec.elsewhere, job.elsewhere) if job.elsewhere else []
        if not own:
            raise fault("no_table_of_file", job.tables[0])
        relations = Relations()
        observed = [observe(table, path, spec.dimensions, relations) for table, path in own]
        beside = [observe(table, path, spec.dimensions, relations) for table, path in others]
        classes = _classes(spec, relations, [*observed, *beside])
        context = Context(spec, classes, now.date())
        self.tables: tuple[CountTable, ...] = tuple(counted(one, context) for one in observed)
        self.elsewhere = [elsewhere_of(one, context, self.preset.threshold) for one in beside]
        self.shown = [_shown(one.spec, context) for one in observed]

    def sentences(self, error: ReleaseRefused, ledger: Ledger, language: str) -> tuple[str, ...]:
        """Return the reasons of a refusal in words."""
        explainer = Explainer.of(language, self.tables, earlier_of(ledger))
        found = [explainer.explain(reason) for reason in error.reasons]  # type: ignore[arg-type]
        told = dict.fromkeys(f"{one.table}: {one.words}" if one.table else one.words for one in found)
        return tuple(told)[:MOST_REASONS]

    def proposal(
        self,
        error: ReleaseRefused,
        ledger: Ledger,
        now: datetime,
        job: Job,
        progress: Callable[[Progress], None] | None,
    ) -> tuple[str, ...]:
        """Return what was tried and helps, as a sentence; nothing when nothing does."""
        reasons = [reason for reason in error.reasons if isinstance(reason, Refusal)]
        seconds = min(PROPOSING, job.time_limit)
        found = propose(self.tables, ledger, self.preset, reasons, at=now, seconds=seconds, progress=progress)
        if found is None:
            return ()
        explainer = Explainer.of(job.language, self.tables, earlier_of(ledger))
        steps = [Refusal("proposal", step.table, None, step.data()) for step in found.changes]
        return (
            proposal_words([f"{step.table}: {explainer.proposal(step)}" for step in steps], job.language),
        )


def _shown(table: TableSpec, context: Context) -> Shown:
    dimensions = tuple(context.spec.dimensions[name] for name in table.dimensions)
    return Shown(table, dimensions, context.of(table))


def _classes(spec: Spec, relations: Relations, observed: Sequence[Observed]) -> Mapping[str, Classified]:
    used = dict.fromkeys(name for one in observed for name in one.spec.dimensions)
    return {
        name: classified(spec.dimensions[name], relations.known.get(name, Known()), spec.file, spec.lines)
        for name in used
    }


def _preset(spec: Spec, asked: str | None) -> Preset:
    """Return the level: what was asked for, as long as it does not loosen what the description fixes."""
    if asked is not None and spec.preset not in (None, asked) and (spec.preset, asked) not in _STRICTER:
        raise fault(
            "preset_fixed", spec.file, nearest(spec.lines, ("preset",)), preset=spec.preset, asked=asked
        )
    return PRESETS[asked or spec.preset or "standard"]


def _matched(spec: Spec, tables: Sequence[TableSpec], paths: Sequence[Path]) -> list[tuple[TableSpec, Path]]:
    """Pair every table with its file, by name; every file is of some table, every table has one file."""
    found: list[tuple[TableSpec, Path]] = []
    for table in tables:
        own = [path for path in dict.fromkeys(paths) if fnmatchcase(path.name, table.file)]
        if not own and len(tables) == len(paths) == 1:
            own = [paths[0]]
        if len(own) != 1:
            kind = "elsewhere" if table.published else "tables"
            reason = "several_files_of_table" if own else "no_file_of_table"
            line = nearest(spec.lines, (kind, table.code, "file"))
            raise fault(
                reason,
                spec.file,
                line,
                table=table.code,
                pattern=table.file,
                found=listed(p.name for p in own),
            )
        found.append((table, own[0]))
    used = {path for _, path in found}
    for path in paths:
        if path not in used:
            raise fault("no_table_of_file", path)
    return found
