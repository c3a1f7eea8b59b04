# SPDX-License-Identifier: EUPL-1.2
"""Knows what can be undone and done again, and does it: by Ctrl+Z, the menu, the message after saving."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QHideEvent, QKeySequence, QShowEvent

from casus.errors import Cancelled, CasusError
from casus.gui.error_text import sentence
from casus.gui.labels import label
from casus.gui.shell import ChangesLike, MainWindow
from casus.gui.shell.actions import ActionSpec
from casus.gui.undo.panel import RecentPanel
from casus.gui.widgets.feedback import ProgressRow
from casus.gui.words import in_sentence
from casus.services import undo
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.undo import Act, Steps

UNDO_KEYS, REDO_KEYS, RECENT_KEYS = "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+H"
REDO_KEYS_TOO = "Ctrl+Y"
"""What Windows uses."""
_NO_LIMIT = 16_777_215
"""Qt's QWIDGETSIZE_MAX."""
_NOT_RECORDS = frozenset({"drafts", "settings"})


class _StatusProgress(ProgressRow):
    """How far it is, in the status bar; hidden it takes no room, for the bar is as high as all that is in it."""

    def showEvent(self, event: QShowEvent) -> None:
        self.setMaximumHeight(_NO_LIMIT)
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self.setMaximumHeight(0)
        super().hideEvent(event)


class UndoKeeper(QObject):
    """Keeps the actions of a window in step with the history of the vault.

    In a text field Ctrl+Z belongs to the field: it undoes typing and never a record.
    """

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._steps = Steps()
        self._busy = False
        self._known = False  # whether the steps were read before: the first time nothing is offered
        self.bar = _StatusProgress()  # shows itself when it takes long, as with an import of thousands
        window.statusBar().addPermanentWidget(self.bar)
        self.bar.setMaximumHeight(0)
        self.bar.hide()
        add = window.actions_registry.add
        self._undo = add(ActionSpec("undo", "", self.undo, UNDO_KEYS, "edit", -1))
        self._redo = add(ActionSpec("redo", "", self.redo, REDO_KEYS, "edit", -1))
        self._redo.setShortcuts([QKeySequence(REDO_KEYS), QKeySequence(REDO_KEYS_TOO)])
        recent = self.tr("Recente wijzigingen")
        add(ActionSpec("recent_changes", recent, self.show_recent, RECENT_KEYS, "edit", -1))
        window.recorded.connect(self._recorded)
        self._name_actions()
        QTimer.singleShot(
            0, self, self._read
        )  # behind the first page: the history is long, and nobody undoes yet

    @property
    def steps(self) -> Steps:
        """What would be undone and done again now."""
        return self._steps

    def undo(self) -> None:
        """Take back what was done last."""
        self.take_back(self._steps.undo)

    def redo(self) -> None:
        """Do again what was undone last."""
        self.take_back(self._steps.redo)

    def take_back(self, act: Act | None) -> None:
        """Undo this act, or do it again when it was undone; one at a time."""
        if act is None or self._busy:
            return
        self._busy = True
        desk, batch_id = self._desk, act.batch_id
        job = self._window.tasks.run_long(
            lambda progress: undo.undo(desk, batch_id, progress),
            owner=self,
            done=self._taken_back,
            failed=self._refused,
        )
        words = self.tr("Opnieuw doen: {0}") if act.undone else self.tr("Ongedaan maken: {0}")
        self.bar.follow(job, words.format(said(act)))

    def show_recent(self) -> None:
        """Show the panel with what was done lately."""
        self._window.open_panel(RecentPanel(self._window, self._desk, self.take_back))

    def _taken_back(self, done: Done[Act]) -> None:
        self._busy = False
        act = done.value
        what = said(act)
        words = self.tr("Ongedaan gemaakt: {0}") if act.undone else self.tr("Opnieuw gedaan: {0}")
        other = self.tr("Opnieuw doen") if act.undone else self.tr("Ongedaan maken")
        self._window.emit_changed(done.changes)
        self._window.announce(words.format(what), other, lambda: self.take_back(act))

    def _refused(self, error: CasusError) -> None:
        self._busy = False
        if isinstance(error, Cancelled):
            self._window.announce(sentence(error))
        else:
            self._window.show_error(error)
        self._read()

    def _recorded(self, changes: ChangesLike) -> None:
        if changes.kinds - _NOT_RECORDS:
            self._read()

    def _read(self) -> None:
        desk = self._desk
        self._window.tasks.run(
            lambda: undo.steps(desk), owner=self, done=self._show, failed=lambda _error: self._show(Steps())
        )

    def _show(self, steps: Steps) -> None:
        before, self._steps = self._steps, steps
        self._name_actions()
        fresh = steps.undo
        if self._known and fresh is not None and (not before.undo or before.undo.batch_id != fresh.batch_id):
            self._window.offer(self.tr("Ongedaan maken"), lambda: self.take_back(fresh))
        self._known = True

    def _name_actions(self) -> None:
        for action, act, bare, full in (
            (self._undo, self._steps.undo, self.tr("Ongedaan maken"), self.tr("Ongedaan maken: {0}")),
            (self._redo, self._steps.redo, self.tr("Opnieuw doen"), self.tr("Opnieuw doen: {0}")),
        ):
            action.setEnabled(act is not None)
            action.setText(full.format(said(act)).replace("&", "&&") if act else bare)


def said(act: Act) -> str:
    """Return what was done as it stands inside a sentence: `huisbezoek vastgelegd`."""
    return in_sentence(label("use_case", act.code))
