# SPDX-License-Identifier: EUPL-1.2
"""Undoing an import from its own page, and noticing that it was undone elsewhere."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError
from casus.gui.importing.check_step import CheckStep
from casus.gui.shell import Shell
from casus.gui.widgets.feedback import ProgressRow
from casus.services import undo
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.importing import CheckReport
from casus.services.undo import Act


class TakingBack(QObject):
    """Keeps the last import, takes it back as a whole, and does it again."""

    def __init__(
        self, page: QWidget, shell: Shell, desk: Desk, check: CheckStep, progress: ProgressRow
    ) -> None:
        super().__init__(page)
        self._page, self._shell, self._desk = page, shell, desk
        self._check, self._progress = check, progress
        self._act: Act | None = None
        self._report: CheckReport | None = None
        check.undo_wanted.connect(self.take_back)

    def keep(self, act: Act | None, report: CheckReport | None) -> None:
        """Take an import that was just done; None forgets the last."""
        self._act, self._report = act, report

    def take_back(self) -> None:
        """Undo the import, or do it again when it was undone."""
        act, desk = self._act, self._desk
        if act is None:
            return
        self._check.undo.setEnabled(False)
        job = self._shell.tasks.run(
            lambda: undo.undo(desk, act.batch_id), owner=self, done=self._done, failed=self._refused
        )
        self._progress.follow(job, self.tr("Terugdraaien"))

    def look(self) -> None:
        """Find out whether the import was undone elsewhere, as by Ctrl+Z."""
        act, desk = self._act, self._desk
        if act is not None:
            self._shell.tasks.run(
                lambda: next(
                    (one for one in undo.recent(desk) if (one.code, one.at) == (act.code, act.at)), act
                ),
                owner=self,
                done=self._show,
            )

    def _done(self, done: Done[Act]) -> None:
        self._show(done.value)
        self._shell.emit_changed(done.changes, self._page)
        undone = done.value.undone
        words = self.tr("Import teruggedraaid") if undone else self.tr("Opnieuw geïmporteerd")
        again = self.tr("Opnieuw doen") if undone else self.tr("Ongedaan maken")
        self._shell.announce(words, again, self.take_back)

    def _refused(self, error: CasusError) -> None:
        self._check.undo.setEnabled(True)
        self._shell.show_error(error)

    def _show(self, act: Act) -> None:
        before, self._act = self._act, act
        if before is None or before.undone == act.undone or self._report is None:
            return
        if act.undone:
            self._check.show_undone()
        else:
            self._check.show_done(self._report)
