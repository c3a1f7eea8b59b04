# SPDX-License-Identifier: EUPL-1.2
"""An open vault on screen: its window, its drafts, and how it locks without losing a character."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTime, QTimer, Signal
from PySide6.QtWidgets import QApplication

from casus.gui import forms_registry, pages
from casus.gui.clipboard import ClipboardKeeper
from casus.gui.dates_text import local_moment
from casus.gui.drafts import DraftKeeper, Payload
from casus.gui.importing import add_action
from casus.gui.place import Standing, forget_place, keep_place, last_place
from casus.gui.policy.section import Ready, expired_words, look, ready_words
from casus.gui.restricting.watch import GlassWatch
from casus.gui.search import Finder
from casus.gui.session_lock import SessionLock
from casus.gui.settings import Settings
from casus.gui.shell import ChangesLike, MainWindow
from casus.gui.shell.history import Place
from casus.gui.tasks import TaskRunner
from casus.gui.tasks_list.action import add_actions as add_task_actions
from casus.gui.undo import UndoKeeper
from casus.gui.visits.opening import add_actions as add_visit_actions
from casus.gui.widgets.spot import spot_here
from casus.services import attachments, drafts, policy, taken_back, vaults
from casus.services.desk import Desk

_log = logging.getLogger(__name__)
_PATIENCE_SECONDS = 1.5
_NOT_RECORDS = frozenset({"drafts", "settings"})


class Session(QObject):
    """From the moment a vault is open until it is locked.

    Signals:
        locked: the vault is closed after a lock; its folder. A fresh process is to take over.
        ended: the user closed the window; the vault is closed.
        language_chosen: nl or en; the application installs it and calls `rebuild`.
    """

    locked = Signal(str)
    ended = Signal()
    language_chosen = Signal(str)

    def __init__(self, desk: Desk, settings: Settings, app: QApplication) -> None:
        super().__init__(app)
        self.desk, self.settings = desk, settings
        self.tasks = TaskRunner(self)
        self.drafts = DraftKeeper(
            self._save_soon, save_now=self._save_now, drop_draft=self._drop, parent=self
        )
        self.clipboard = ClipboardKeeper(self)
        self.lock_watch = SessionLock(app, self._lock_minutes())
        self.lock_watch.lock_requested.connect(self.lock)
        self._closed = False
        self._stopping = False
        self._worker_stuck = False
        self._glass = GlassWatch(desk, lambda: self.window, self)
        self._owed: dict[str, Payload | None] = {}
        self._standing: Standing | None = None
        self.drafts.forgotten.connect(self._form_closed)
        forms_registry.use(pages.forms(desk))
        self.window = self._make_window()

    def _lock_minutes(self) -> int:
        """Return after how many minutes it locks: as the user chose, within what the organisation allows."""
        return self.desk.policy.lock_minutes.nearest(self.settings.lock_minutes)

    @property
    def worker_stuck(self) -> bool:
        """Whether work would not stop in time; the process then has to end without waiting for it."""
        return self._worker_stuck

    def start(self) -> None:
        """Show the window, where the user was when the vault locked."""
        self.lock_watch.start()
        before = last_place(self.desk)
        self._go(before.place)
        self.window.show()
        self.window.activateWindow()
        self._reopen(before)
        if before.place is not None and not before.draft:
            self._forget_place()
        QTimer.singleShot(0, self.window, self._tell_attempts)
        self._look_for_policy()
        self._clean_up()
        self._glass.start()

    def _clean_up(self) -> None:
        """Destroy what was removed long enough ago, once the first page has what it needs."""
        desk = self.desk
        self.tasks.run(
            lambda: attachments.clean_up(desk) + taken_back.clean_up(desk),
            owner=self,
            done=lambda _count: None,
            failed=lambda _error: None,  # next time, then
        )

    def _look_for_policy(self) -> None:
        """Tell above the first page of a policy that was put ready, is damaged, or whose time is over."""
        desk = self.desk

        def tell(ready: Ready) -> None:
            words, page = ready_words(ready) or expired_words(desk), self.window.page()
            if words and page is not None and page.notice.isHidden():
                page.notice.show_text(words, "neutral" if ready.proposal else "warn")
                page.notice.show()

        self.tasks.run(lambda: look(desk), owner=self, done=tell)

    def lock(self, reason: str) -> None:
        """Keep what is typed, close the vault, and tell `locked`; never asks anything."""
        if self._closed:
            return
        _log.info("locking: %s", reason)
        standing = self._standing = (
            self._stand()
        )  # before the window is disabled: then nothing has the keyboard
        self.window.setEnabled(False)
        self.window.hide()
        self._stop_work()
        _quietly(self.drafts.flush)
        if not self._worker_stuck:
            _quietly(lambda: keep_place(self.desk, standing))
        self._close()
        self.locked.emit(str(self.desk.vault.folder))

    def rebuild(self) -> None:
        """Make the window anew in another language, at the same page; open forms come back by their draft."""
        standing = self._stand()
        self.drafts.flush()
        old, self.window = self.window, self._make_window()
        old.closing.disconnect(self._window_closing)
        old.close()
        old.deleteLater()
        self._go(standing.place)
        self.window.show()
        self._reopen(standing)

    def _make_window(self) -> MainWindow:
        window = MainWindow(
            pages.specs(self.desk),
            role=self.desk.role,
            tasks=self.tasks,
            drafts=self.drafts,
            settings=self.settings,
        )
        window.lock_requested.connect(self.lock_watch.request)
        window.language_requested.connect(self.language_chosen)
        window.closing.connect(self._window_closing)
        window.recorded.connect(self._show_saved)
        Finder(window, self.desk)
        UndoKeeper(window, self.desk)
        add_action(window)
        add_visit_actions(window, self.desk)
        add_task_actions(window, self.desk)
        window.set_status(self._demo_mark())
        return window

    def _go(self, place: Place | None) -> None:
        try:
            if place is not None:
                self.window.open(place.key, place.record_id)
                return
        except KeyError:
            _log.info("no page %s", place.key if place else "")
        self.window.open(self.window.sidebar_specs()[0].key)

    def _stand(self) -> Standing:
        """Return where the user is now, or was when a lock began."""
        if self._standing is not None:
            return self._standing
        keys = self.drafts.open_keys()
        return Standing(self.window.history.here, keys[-1] if keys else "", spot_here())

    def _reopen(self, before: Standing) -> None:
        """Open the form again that was open, with the keyboard where it was."""
        if before.draft and not forms_registry.reopen(
            self.window, self.desk, before.draft, owner=self.window, move=False, spot=before.spot
        ):
            _log.info("no form for a draft")

    def _form_closed(self, _key: str) -> None:
        if not self._stopping and not self.drafts.open_keys():
            self._forget_place()

    def _forget_place(self) -> None:
        self.tasks.run(lambda: forget_place(self.desk), owner=self, done=lambda _done: None)

    def _window_closing(self) -> None:
        if not self._closed:
            self._stop_work()
            if not self._worker_stuck:
                _quietly(lambda: forget_place(self.desk))
            self._close()
            self.ended.emit()

    def _stop_work(self) -> None:
        """Let the piece of work under way finish, but not for long; then do what drafts still wait for."""
        self._stopping = True
        self._worker_stuck = not self.tasks.shutdown(_PATIENCE_SECONDS, hand_over=True)
        for key, payload in tuple(self._owed.items()):
            _quietly(self._keeping(key, payload))

    def _close(self) -> None:
        self._closed = True
        self._glass.stop()
        self.lock_watch.stop()
        self.clipboard.clear()
        if not self._worker_stuck:
            _quietly(lambda: vaults.lock(self.desk))
        _quietly(self.settings.save)

    # --- drafts ---

    def _save_soon(self, key: str, payload: Payload) -> None:
        self._owe(key, payload)

    def _save_now(self, key: str, payload: Payload) -> None:
        self._owed.pop(key, None)
        _quietly(self._keeping(key, payload))

    def _drop(self, key: str) -> None:
        self._owe(key, None)

    def _owe(self, key: str, payload: Payload | None) -> None:
        """Keep a draft, or drop it, in the background; what a lock comes before is done by the lock."""
        if self._stopping:
            _quietly(self._keeping(key, payload))
            return
        self._owed[key] = payload

        def settled(done: Any) -> None:
            if self._owed.get(key, ...) is payload:
                del self._owed[key]
            self._stored(done)

        self.tasks.run(self._keeping(key, payload), owner=self, done=settled)

    def _keeping(self, key: str, payload: Payload | None) -> Callable[[], Any]:
        if payload is None:
            return lambda: drafts.drop_draft(self.desk, key)
        form, about = forms_registry.split(key)
        standing = self._stand().plain()
        return lambda: drafts.save_draft(self.desk, key, form, about or None, payload, standing=standing)

    def _stored(self, done: Any) -> None:
        self.window.emit_changed(done.changes)

    def _show_saved(self, changes: ChangesLike) -> None:
        """Tell in the status line when a record was last stored; drafts and settings do not count."""
        if policy.KIND in changes.kinds:
            self.lock_watch.set_minutes(self._lock_minutes())
        if changes.kinds - _NOT_RECORDS:
            now = QTime.currentTime().toString("HH:mm")
            self.window.set_status(self._demo_mark(), self.tr("Opgeslagen {0}").format(now))

    def _demo_mark(self) -> str:
        return self.tr("Demo: alle mensen zijn verzonnen") if self.desk.is_demo else ""

    def _tell_attempts(self) -> None:
        """Tell of wrong passwords since the last time, above the first page."""
        moments = vaults.failed_attempts(self.desk)
        page = self.window.page()
        if moments and page is not None:
            words = self.tr(
                "Sinds de vorige keer is {0} keer een verkeerd wachtwoord geprobeerd, het laatst {1}."
            )
            last = local_moment(moments[-1], self.desk.clock.today())
            page.notice.show_text(words.format(len(moments), last), "warn")
            page.notice.show()


def locked_command(program: Path, folder: str, *, frozen: bool) -> list[str]:
    """Return the command of a fresh process that stands locked before this vault."""
    start = [str(program)] if frozen else [str(program), "-m", "casus"]
    return [*start, "--locked", folder]


def _quietly(act: Callable[[], object]) -> None:
    """Do something that must not stop a lock; what goes wrong is logged by its kind."""
    try:
        act()
    except Exception as error:  # noqa: BLE001 - whatever it is, the vault has to close
        _log.warning("while locking: %s", type(error).__name__)
