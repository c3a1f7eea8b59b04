# SPDX-License-Identifier: EUPL-1.2
"""Work that blocks, off the window's thread: one worker, one queue, answers only to the living."""

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

from casus.errors import Cancelled, CasusError

_log = logging.getLogger(__name__)


class Progress(Protocol):
    """What long work gets: call it with (done, total); it raises Cancelled once the user stopped it."""

    def __call__(self, done: int, total: int) -> None: ...


class Job(QObject):
    """One piece of work under way; lives in the window's thread.

    Signals:
        progressed: done and total, in the window's thread.
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
        self.owner, self.done, self.failed = owner, done, failed
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to stop at its next report of progress."""
        self._cancelled.set()

    def report(self, done: int, total: int) -> None:
        """Tell how far it is (called by the work, in its thread); raise Cancelled when asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        self.progressed.emit(done, total)

    @property
    def cancelled(self) -> bool:
        """Whether the user asked to stop."""
        return self._cancelled.is_set()


class TaskRunner(QObject):
    """Runs blocking work one piece at a time and brings the outcome to the window's thread.

    Signals:
        failed: a CasusError no one else takes, or any other exception (a bug).
        busy_changed: whether anything is under way or waiting.
    """

    failed = Signal(object)
    busy_changed = Signal(bool)
    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="casus-work")
        self._open: set[Job] = set()
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether anything is under way or waiting."""
        return bool(self._open)

    def run(
        self,
        work: Callable[[], Any],
        *,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None = None,
    ) -> Job:
        """Run `work()` in the worker; then `done(result)`, or `failed(error)` for an expected error.

        Nothing is delivered once `owner` is gone. Bugs, and errors without `failed`, go to the signal.
        """
        return self._start(lambda _job: work(), owner, done, failed)

    def run_long(
        self,
        work: Callable[[Progress], Any],
        *,
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None = None,
    ) -> Job:
        """Like `run`, for work that reports progress and can be cancelled."""
        return self._start(lambda job: work(job.report), owner, done, failed)

    def shutdown(self) -> None:
        """Drop what waits, let the current piece finish, and take no more; call before closing."""
        for job in self._open:
            job.cancel()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._open.clear()

    def _start(
        self,
        work: Callable[[Job], Any],
        owner: QObject,
        done: Callable[[Any], object],
        failed: Callable[[CasusError], object] | None,
    ) -> Job:
        job = Job(owner, done, failed)
        self._open.add(job)
        if len(self._open) == 1:
            self.busy_changed.emit(True)
        self._pool.submit(self._work, job, work)
        return job

    def _work(self, job: Job, work: Callable[[Job], Any]) -> None:
        result: Any = None
        error: Exception | None = None
        try:
            if job.cancelled:
                raise Cancelled  # noqa: TRY301  # stopped before it began; handled like any other outcome
            result = work(job)
        except Exception as caught:  # noqa: BLE001  # the one catch-all of the worker: handed to the window
            error = caught
        if isValid(self):
            self._finished.emit(job, result, error)

    @Slot(object, object, object)
    def _deliver(self, job: Job, result: Any, error: Exception | None) -> None:
        if job not in self._open:
            return
        self._open.discard(job)
        job.ended.emit()
        try:
            if isValid(job.owner):
                self._hand_over(job, result, error)
        finally:
            if not self._open:
                self.busy_changed.emit(False)

    def _hand_over(self, job: Job, result: Any, error: Exception | None) -> None:
        if error is None:
            job.done(result)
        elif isinstance(error, CasusError) and job.failed is not None:
            job.failed(error)
        elif error is not None and not isinstance(error, Cancelled):
            if not isinstance(error, CasusError):
                _log.error("bug in background work: %s", type(error).__name__)
            self.failed.emit(error)
