# SPDX-License-Identifier: EUPL-1.2
"""From what is typed to what is found: records of the vault first, then commands of the window."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtGui import QKeySequence

from casus.domain.names import fold
from casus.gui.labels import label as words_of
from casus.gui.search.popup import Found, SearchPopup
from casus.gui.shell import MainWindow
from casus.gui.shell.topbar import COMMANDS
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.desk import Desk
from casus.services.search import Hit, search

PAUSE_MS = 120
_MOST_HITS, _MOST_COMMANDS = 12, 6
_ICONS = {"persons": "user", "cases": "folder", "families": "house-line", "facilities": "buildings"}
_PAGES = {"facilities": "beheer"}
_WHY = {
    "alias": QT_TRANSLATE_NOOP("Finder", "andere naam"),
    "similar": QT_TRANSLATE_NOOP("Finder", "lijkt erop"),
}


class Finder(QObject):
    """Listens to the search field of a window and shows what fits under it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._typed = ""
        self.popup = SearchPopup(window.topbar.search, window.centralWidget() or window)
        self.popup.chosen.connect(window.topbar.search.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        window.topbar.search.textChanged.connect(self._changed)

    def _changed(self, text: str) -> None:
        self._typed = text.strip()
        if self._typed.startswith(COMMANDS):
            self._pause.stop()
            self._show_commands(self._typed.removeprefix(COMMANDS).strip())
        elif self._typed:
            self._pause.start()
        else:
            self._pause.stop()
            self.popup.hide()

    def _search(self) -> None:
        desk, typed = self._desk, self._typed
        self._window.tasks.run(
            lambda: search(desk, typed, _MOST_HITS), owner=self, done=lambda hits: self._show(typed, hits)
        )

    def _show(self, typed: str, hits: list[Hit]) -> None:
        if typed == self._typed:
            records = [self._record(hit) for hit in hits if hit.kind in _ICONS]
            self.popup.show_found([*records, *self._commands(typed)[:_MOST_COMMANDS]], typed)

    def _show_commands(self, typed: str) -> None:
        """Show the palette: every command that fits, by name; all of them when nothing is typed yet."""
        found = sorted(self._commands(typed), key=lambda one: fold(one.title))
        self.popup.show_found(found, typed)

    def _record(self, hit: Hit) -> Found:
        why = _WHY.get(hit.why)
        parts = (
            hit.subtitle,
            words_of("record_kind", hit.kind) if hit.kind != "persons" else "",
            QCoreApplication.translate("Finder", why) if why else "",
        )
        remark = " · ".join(part for part in parts if part)
        return Found(_ICONS[hit.kind], hit.title, remark, self._opening(hit))

    def _opening(self, hit: Hit) -> Callable[[], object]:
        if hit.kind == "persons":
            return lambda: self._window.open("dossier", f"person:{hit.record_id}")
        if hit.kind == "cases":
            return lambda: self._window.open("dossier", f"case:{hit.record_id}")
        if hit.kind == "families":
            return lambda: self._window.open("dossier", f"family:{hit.record_id}")
        return lambda: self._window.open(_PAGES[hit.kind], hit.record_id)

    def _commands(self, typed: str) -> list[Found]:
        """Return the commands that can be given now of which every typed word starts a word."""
        words = fold(typed).split()
        found = []
        for spec, action in self._window.actions_registry:
            name = action.text().replace("&", "")
            starts = fold(name).split()
            if action.isEnabled() and all(any(one.startswith(word) for one in starts) for word in words):
                keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                found.append(Found("command", name, keys, action.trigger))
        return found
