# SPDX-License-Identifier: EUPL-1.2
"""Taking back what was done, one transaction at a time, from the history; and doing it again.

Undoing is a change like any other: one transaction, in the log, with the label "undo:<batch>". Doing it again
takes that one back ("redo:<batch>"). So it works after a lock, after a crash and on another day.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice

from sqlalchemy.orm import Session

from casus.errors import InvalidInput, UndoRefused
from casus.services import code_lists, policy
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.undo_apply import Progress, apply
from casus.services.undo_plan import Plan, is_never, plan
from casus.services.undo_subjects import subjects
from casus.vault.history import Batch, batches, headers
from casus.vault.tables.audit import ChangeBatch

__all__ = ["Act", "Steps", "recent", "steps", "undo"]

UNDO, REDO = "undo:", "redo:"
_RULES = {"unique": "taken", "foreign_key": "referred"}
"""Rules of the tables that undoing may break, as reasons to refuse it."""
_PAGE = 40
_FAR = 400
"""How many batches back the next thing to undo is looked for."""


@dataclass(frozen=True)
class Act:
    """Something that was done, as one transaction; `code` is of list use_case.

    `batch_id` is what `undo` takes: when `undone`, that does it again. `subject` is the name of the one person it
    is about, "" for none, several or a restricted dossier. `entries` counts what it touched.
    """

    batch_id: str
    code: str
    at: datetime
    undone: bool
    never: bool
    entries: int
    subject: str = ""


@dataclass(frozen=True)
class Steps:
    """What Ctrl+Z takes back and what Ctrl+Shift+Z does again; None when there is nothing."""

    undo: Act | None = None
    redo: Act | None = None


class _Known:
    """Batches read so far, latest first, with their headers; who took back whom follows from the labels."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._source = batches(session)
        self._page = 4
        self.batches: list[Batch] = []
        self.headers: dict[str, ChangeBatch] = {}
        self.targeted: set[str] = set()

    def more(self) -> Sequence[Batch]:
        """Read on; return what was read, nothing at the end."""
        page = list(islice(self._source, self._page))
        self._page = min(_PAGE, 2 * self._page)
        found = headers(self._session, [batch.id for batch in page])
        self.batches += page
        self.headers |= found
        self.targeted |= {one for one in map(target_of, found.values()) if one}
        return page

    def __iter__(self) -> Iterator[tuple[Batch, ChangeBatch]]:
        """Yield batches with their headers, the latest first; of what was erased there is no header."""
        at = 0
        while at < len(self.batches) or self.more():
            batch = self.batches[at]
            if batch.id in self.headers:
                yield batch, self.headers[batch.id]
            at += 1

    def root(self, header: ChangeBatch) -> ChangeBatch:
        """Return the act that is done, undone or done again by this batch in the end."""
        while (target := target_of(header)) and (found := self.header(target)) is not None:
            header = found
        return header

    def header(self, batch_id: str) -> ChangeBatch | None:
        """Return a header, also of a batch further back."""
        if batch_id not in self.headers:
            self.headers |= headers(self._session, [batch_id])
        return self.headers.get(batch_id)

    def act(self, batch: Batch, header: ChangeBatch) -> Act:
        """Return a batch in words of the work."""
        root = self.root(header)
        never = is_never(root.label, batch.kinds)
        undone = header.label.startswith(UNDO)
        return Act(batch.id, root.label, root.at, undone, never, batch.entries)


def target_of(header: ChangeBatch) -> str:
    """Return the id of the batch this one took back, "" for any other act."""
    return header.label[len(UNDO) :] if header.label.startswith((UNDO, REDO)) else ""


def steps(desk: Desk) -> Steps:
    """Return what can be taken back and done again next, of this worker's own acts."""
    with desk.reading() as session:
        known = _Known(session)
        back: tuple[Act, Batch] | None = None
        forward: tuple[Act, Batch] | None = None
        fresh = True  # so far nothing but what was undone and done again
        for at, (batch, header) in enumerate(known):
            if at > _FAR or (back and (forward or not fresh)):
                break
            if batch.id in known.targeted or header.actor != desk.worker_id:
                continue
            act = known.act(batch, header)
            if act.undone:
                forward = forward or ((act, batch) if fresh else None)
                continue
            fresh = fresh and header.label.startswith(REDO)
            if not act.never:
                back = back or (act, batch)
        named = iter(_about(session, [found for found in (back, forward) if found]))
        return Steps(next(named) if back else None, next(named) if forward else None)


def recent(desk: Desk, limit: int = 50) -> list[Act]:
    """Return what this worker did last, the latest first, each once: done, or undone for now."""
    found: list[tuple[Act, Batch]] = []
    with desk.reading() as session:
        known = _Known(session)
        for at, (batch, header) in enumerate(known):
            if len(found) >= limit or at > _FAR:
                break
            if batch.id not in known.targeted and header.actor == desk.worker_id:
                found.append((known.act(batch, header), batch))
        return sorted(_about(session, found), key=lambda act: act.at, reverse=True)


def undo(desk: Desk, batch_id: str, progress: Progress = lambda _done, _total: None) -> Done[Act]:
    """Take a batch back, in one new transaction; of a batch that took one back, this does that one again.

    Records it created go, deleted ones come back with the same id, fields become what they were; what follows
    from them (last contact, sort keys, the search index) follows. `progress` may raise Cancelled. Raises
    UndoRefused(reason) when something stands in the way: gone, done_already, not_yours, never, too_old, destroyed,
    closed, changed_later, referred, missing, back_already, taken, content_gone or rules. Then nothing was changed.
    Returns the act as it stands now.
    """
    with desk.reading() as session:
        label = _label(headers(session, [batch_id]).get(batch_id))
    kinds: frozenset[str] = frozenset()
    try:
        with desk.changing(label=f"{label}{batch_id}") as session:
            known = _Known(session)
            batch, header = _find(known, batch_id)
            kinds, act = batch.kinds, known.act(batch, header)
            _check(desk, known, header, act)
            later = _effective(known, known.batches[: known.batches.index(batch)])
            labels = {one.id: known.root(one).label for one in tuple(known.headers.values())}
            work = plan(session, batch, labels, later)
            about = _about(session, [(act, batch)])[0]
            apply(session, desk, work, later, progress)
            if policy.KIND in kinds:
                policy.follow(session, desk)
    except InvalidInput as error:  # a rule of the tables
        raise UndoRefused(_RULES.get(error.rule, "rules"), kind=next(iter(kinds), "vault")) from None
    finally:
        if policy.KIND in kinds:
            policy.use(desk)
    if code_lists.KIND in kinds:
        code_lists.use(desk.vault, desk.policy)
    with desk.reading() as session:  # what would go the other way
        undone = next(batches(session))
    return Done(replace(about, batch_id=undone.id, undone=not act.undone), _changes(batch, work))


def _label(header: ChangeBatch | None) -> str:
    return REDO if header is not None and header.label.startswith(UNDO) else UNDO


def _find(known: _Known, batch_id: str) -> tuple[Batch, ChangeBatch]:
    for batch, header in known:
        if batch.id == batch_id:
            return batch, header
    raise UndoRefused("too_old")


def _check(desk: Desk, known: _Known, header: ChangeBatch, act: Act) -> None:
    if act.never:
        raise UndoRefused("never")
    if header.id in known.targeted:
        raise UndoRefused("done_already")
    if header.actor != desk.worker_id:
        raise UndoRefused("not_yours")


def _effective(known: _Known, later: Sequence[Batch]) -> list[Batch]:
    """Leave out the batches that took each other back: an act and its undo, an undo and its redo."""
    chains: dict[str, list[Batch]] = {}
    for batch in reversed(later):
        header = known.headers.get(batch.id)
        chains.setdefault(known.root(header).id if header else batch.id, []).append(batch)
    return [chain[-1] for chain in chains.values() if len(chain) % 2]


def _about(session: Session, found: Sequence[tuple[Act, Batch]]) -> list[Act]:
    names: Mapping[str, str] = subjects(session, [batch for _act, batch in found])
    return [replace(act, subject=names.get(batch.id, "")) for act, batch in found]


def _changes(batch: Batch, work: Plan) -> Changes:
    also = {"cases"} if "contacts" in batch.kinds else set()
    ids = {record.id for record in work.remove} | {change.record_id for change in work.changes()}
    return Changes(batch.kinds | also, frozenset(ids))
