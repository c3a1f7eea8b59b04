# SPDX-License-Identifier: EUPL-1.2
"""The preview that follows what is typed: made again in the background when typing pauses, one at a time."""

from PySide6.QtCore import QPointF, QTimer, Signal

from casus.errors import CasusError
from casus.gui.report.preview import PdfPreview
from casus.gui.shell import Shell
from casus.services import composing
from casus.services.composing import OpenReport, Preview, ReportDocument
from casus.services.desk import Desk

_PAUSE_MS = 600
"""How long typing stops before the preview is made again."""

_LAYOUT_MS = 60
"""How long the page takes to make room for a form that opens."""


class LivePreview(PdfPreview):
    """A report as it would be printed, with what is typed in place of what is stored.

    Signals:
        made: the report that is shown, and its `Preview`.
    """

    made = Signal(object, object)

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__()
        self._shell, self._desk = shell, desk
        self._report: OpenReport | None = None
        self._typed: ReportDocument | None = None
        self._making = self._again = False
        self._pages: tuple[int, ...] = ()
        self._goal: int | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._make)

    def show_report(self, report: OpenReport | None) -> None:
        """Show a report as it is stored, as soon as it is made."""
        self._report, self._typed = report, None
        self._make()

    def follow(self, typed: ReportDocument | None) -> None:
        """Show what is being typed, None for what is stored, when nothing changes for a moment."""
        self._typed = typed
        self._timer.start()

    def show_chapter(self, number: int) -> None:
        """Go to the page on which a chapter begins, once it is there."""
        if 0 <= number < len(self._pages) and not self._making:
            QTimer.singleShot(_LAYOUT_MS, self, lambda: self._jump(number))
        else:
            self._goal = number

    def _jump(self, number: int) -> None:
        if number < len(self._pages):
            self.view.pageNavigator().jump(self._pages[number] - 1, QPointF(), 0)

    def _make(self) -> None:
        report = self._report
        if report is None:
            return
        if self._making:
            self._again = True
            return
        self._making, self._again = True, False
        shown = report.with_document(self._typed) if self._typed is not None else report
        self._shell.tasks.run(
            lambda: composing.preview(self._desk, shown),
            owner=self,
            done=lambda found: self._done(shown, found),
            failed=self._failed,
        )

    def _done(self, shown: OpenReport, found: Preview) -> None:
        self._making = False
        if self._again:
            self._make()
            return
        place = self.view.verticalScrollBar().value()
        self._pages = found.pages
        self.show_pdf(found.pdf)
        QTimer.singleShot(0, self, lambda: self._come_back(place))
        self.made.emit(shown, found)

    def _come_back(self, place: int) -> None:
        """Show the chapter asked for meanwhile, else what was in view before."""
        if self._goal is None:
            self.view.verticalScrollBar().setValue(place)
        else:
            goal, self._goal = self._goal, None
            self.show_chapter(goal)

    def _failed(self, error: CasusError) -> None:
        self._making = False
        self._shell.show_error(error)
