# SPDX-License-Identifier: EUPL-1.2
"""Work that blocks, off the window's thread: one worker, one queue, answers only to the living."""

import itertools
import logging
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from casus.errors import Cancelled, CasusError
from casus.gui.garbage import garbage_keeper

_log = logging.getLogger(__name__)


class Progress(Protocol):
    """What long work gets: call it with (done, total); it raises Cancelled once the user stopped it."""

    def __call__(self, done: int, total: int) -> None: ...


class _Flag:
    """Whether a piece of work is to stop; the only part of a job the worker touches, and free of Qt."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def raise_(self) -> None:
        """Ask to stop."""
        self._event.set()

    @property
    def up(self) -> bool:
        """Whether it was asked to stop."""
        return self._event.is_set()


class Job(QObject):
    """One piece of work under way, as the window sees it.

    Signals:
        progressed: done and total.
        ended: it is over, in whichever way.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None,
    ) -> None:
        super().__init__()
        self.owner: QObject | None = owner
        self.done: Callable[[Any], object] | None = done
        self.failed = failed
        self.flag = _Flag()

    def let_go(self) -> None:
        """Forget whom it was for: a job that outlives its window must not be what keeps it alive."""
        self.owner = self.done = self.failed = None

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self.flag.raise_()


class TaskRunner(QObject):
    """Runs blocking work one piece at a time and brings the outcome to the window's thread.

    The worker never holds the last reference to anything of the window: a widget that ends in another
    thread than its own takes the program with it. So work and outcome wait in dictionaries under a
    number, and only numbers pass between the threads.

    Signals:
        failed: a CasusError no one else takes, or any other exception (a bug).
        busy_changed: whether anything is under way or waiting.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)
    _finished = Signal(int)
    _reported = Signal(int, int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="casus-work")
        self._closed = False
        self._pieces: set[Future[None]] = set()
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._works: dict[int, Callable[[], Any]] = {}
        self._outcomes: dict[int, tuple[Any, Exception | None]] = {}
        self._garbage = garbage_keeper()
        if self._garbage is not None:
            self._garbage.hold()
        queued = Qt.ConnectionType.QueuedConnection
        self._finished.connect(self._deliver, queued)
        self._reported.connect(self._report, queued)

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._jobs)

    def run(
        self,
        work: Callable[[], Any],
        *,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None = None,
    ) -> Job:
        """Run `work()` in the worker; then `done(result)`, or `failed(error)` for an expected error.

        Nothing is delivered once `owner` is gone, and nothing is begun after `shutdown` (a late timer of a
        window that closes). Bugs, and errors without `failed`, go to the signal.
        """
        number, job = self._open(owner, done, failed)
        self._submit(number, job.flag, work)
        return job

    def run_long(
        self,
        work: Callable[[Progress], Any],
        *,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None = None,
    ) -> Job:
        """Like `run`, for work that reports progress and can be cancelled."""
        number, job = self._open(owner, done, failed)
        flag = job.flag

        def report(done: int, total: int) -> None:
            if flag.up:
                raise Cancelled
            self._reported.emit(number, done, total)

        self._submit(number, flag, lambda: work(report))
        return job

    def shutdown(self, timeout: float | None = None, *, hand_over: bool = False) -> bool:
        """Drop what waits, let the current piece finish, and take no more; call before closing.

        With `hand_over` the outcome of what was done is still delivered: whoever saved then knows it. Returns
        False when the piece under way did not finish within `timeout` seconds; the process can then
        only be ended without waiting for it.
        """
        self._closed = True
        for job in self._jobs.values():
            job.cancel()
        self._pool.shutdown(wait=False, cancel_futures=True)
        if wait(tuple(self._pieces), timeout).not_done:
            return False
        for number in sorted(self._outcomes) if hand_over else ():
            self._deliver(number)
        if self._garbage is not None:
            self._garbage.release()
            self._garbage = None
        for job in self._jobs.values():
            job.let_go()
        for waiting in (self._jobs, self._works, self._outcomes):
            waiting.clear()
        return True

    def _open(
        self,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None,
    ) -> tuple[int, Job]:
        number = next(self._numbers)
        job = self._jobs[number] = Job(owner, done, failed)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
        return number, job

    def _submit(self, number: int, flag: _Flag, work: Callable[[], Any]) -> None:
        if self._closed:
            self._jobs.pop(number).deleteLater()
            return
        self._works[number] = work
        piece = self._pool.submit(self._work, number, flag)
        self._pieces.add(piece)
        piece.add_done_callback(self._pieces.discard)

    def _work(self, number: int, flag: _Flag) -> None:
        try:
            if flag.up:
                raise Cancelled  # noqa: TRY301  # stopped before it began; handled like any other outcome
            self._outcomes[number] = (self._works[number](), None)
        except Exception as error:  # noqa: BLE001  # the one catch-all of the worker: handed to the window
            self._outcomes[number] = (None, error)
        self._finished.emit(number)

    @Slot(int, int, int)
    def _report(self, number: int, finished: int, total: int) -> None:
        if number in self._jobs:
            self._jobs[number].progressed.emit(finished, total)

    @Slot(int)
    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        del self._works[number]
        result, error = self._outcomes.pop(number)
        job.ended.emit()
        try:
            if job.owner is not None and isValid(job.owner):
                self._hand_over(job, result, error)
        finally:
            job.let_go()
            if not self._jobs:
                self.busy_changed.emit(False)

    def _hand_over(self, job: Job, result: Any, error: Exception | None) -> None:
        if error is None and job.done is not None:
            job.done(result)
        elif isinstance(error, CasusError) and job.failed is not None:
            job.failed(error)
        elif error is not None and not isinstance(error, Cancelled):
            if not isinstance(error, CasusError):
                _log.error("bug in background work: %s", type(error).__name__)
            self.failed.emit(error)
