# SPDX-License-Identifier: EUPL-1.2
"""Looks in the background for what would let a withheld table leave, as long as someone looks at the list."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from casus.errors import CasusError
from casus.gui import dates_text
from casus.gui.tasks import Job, Progress, TaskRunner
from casus.gui.widgets.feedback import ProgressRow
from casus.services import reporting
from casus.services.desk import Desk
from casus.services.reporting import ProtectedReport, Withheld


class RemedySearch(QObject):
    """One table after the other; stopping leaves the rest for when the list is looked at again.

    Signals:
        found: a `Withheld` with a remedy.
    """

    found = Signal(object)

    def __init__(self, desk: Desk, tasks: TaskRunner, progress: ProgressRow) -> None:
        super().__init__(progress)
        self._again = False
        self._desk, self._tasks, self._progress = desk, tasks, progress
        self._report: ProtectedReport | None = None
        self._todo: list[Withheld] = []
        self._job: Job | None = None

    def set_report(self, report: ProtectedReport | None) -> None:
        """Begin anew with what this report withholds; a single figure cannot be made coarser."""
        self.stop()
        self._report = report
        self._todo = [one for one in report.withheld if one.table.dimensions] if report is not None else []

    def look(self, looking: bool) -> None:
        """Go on, or stop."""
        self._again = looking and self._job is not None
        if looking:
            self._next()
        else:
            self.stop()

    def stop(self) -> None:
        """Leave the table that is being tried for later."""
        if self._job is not None:
            self._job.cancel()

    def _next(self) -> None:
        report = self._report
        if self._job is not None or report is None or not self._todo:
            return
        one = self._todo[0]
        job = self._tasks.run_long(self._work(report, one), owner=self, done=self._done, failed=self._failed)
        self._job = job
        self._progress.follow(job, self.tr("Zoeken wat helpt: {0}").format(one.why.table))

    def _work(self, report: ProtectedReport, one: Withheld) -> Callable[[Progress], Withheld]:
        desk, code, language = self._desk, one.table.code, dates_text.language()
        return lambda progress: reporting.find_remedy(
            desk, report, code, language=language, progress=lambda *_: progress(0, 0)
        )

    def _done(self, one: Withheld) -> None:
        self._job, self._again = None, False
        if self._todo and self._todo[0].table.code == one.table.code:
            self._todo.pop(0)
            if one.remedy is not None:
                self.found.emit(one)
        self._next()

    def _failed(self, _error: CasusError) -> None:
        """Stopped, or the book changed meanwhile: what would help is not urgent enough to complain about."""
        self._job = None
        if self._again:
            self._again = False
            self._next()
