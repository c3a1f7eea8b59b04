# SPDX-License-Identifier: EUPL-1.2
"""From what is typed to what is found: records of the vault first, then commands of the window."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeySequence

from casus.domain.names import fold
from casus.gui.search.hit_words import ICONS, group, heading, lead, remark
from casus.gui.search.lines import Found
from casus.gui.search.openings import open_hit
from casus.gui.search.popup import SearchPopup
from casus.gui.shell import MainWindow
from casus.gui.shell.topbar import COMMANDS
from casus.gui.tasks import Job
from casus.services.catching_up import START, Mark, all_found, catch_up
from casus.services.desk import Desk
from casus.services.search import Hit, search

PAUSE_MS = 60
"""Letters that follow each other quicker are looked for together."""
_MOST_HITS, _MOST_COMMANDS = 12, 6


class Finder(QObject):
    """Listens to the search field of a window and shows what fits under it."""

    def __init__(self, window: MainWindow, desk: Desk) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._typed = ""
        self._under_way: Job | None = None
        self.popup = SearchPopup(window.topbar.search, window.centralWidget() or window)
        self.popup.chosen.connect(window.topbar.search.clear)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._search)
        window.topbar.search.textChanged.connect(self._changed)
        window.tasks.run(lambda: None if all_found(desk) else START, owner=self, done=self._catch_up)

    def _catch_up(self, mark: Mark | None) -> None:
        """Make older texts findable, in pieces between which the window gets what it asks for."""
        desk = self._desk
        if mark is not None:
            self._window.tasks.run(
                lambda: catch_up(desk, mark),
                owner=self,
                done=self._catch_up,
                failed=lambda _error: None,  # a full disk: it goes on at the next start
            )

    def _changed(self, text: str) -> None:
        self._typed = text.strip()
        self._drop()
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
        self._under_way = self._window.tasks.run(
            lambda: search(desk, typed, _MOST_HITS), owner=self, done=lambda hits: self._show(typed, hits)
        )

    def _drop(self) -> None:
        """Let a search for what is no longer asked end before it begins; its answer is not shown."""
        if self._under_way is not None:
            self._under_way.cancel()
            self._under_way = None

    def _show(self, typed: str, hits: list[Hit]) -> None:
        if typed == self._typed:
            known = sorted((hit for hit in hits if hit.kind in ICONS), key=lambda hit: group(hit.kind))
            records = [self._record(hit) for hit in known]
            self.popup.show_found([*records, *self._commands(typed)[:_MOST_COMMANDS]], typed)

    def _show_commands(self, typed: str) -> None:
        """Show the palette: every command that fits, by name; all of them when nothing is typed yet."""
        found = sorted(self._commands(typed), key=lambda one: fold(one.title))
        self.popup.show_found(found, typed)

    def _record(self, hit: Hit) -> Found:
        return Found(
            ICONS[hit.kind],
            hit.title,
            remark(hit, self._desk.today()),
            lambda: open_hit(self._window, hit),
            heading(hit.kind),
            lead(hit),
            hit.quote,
        )

    def _commands(self, typed: str) -> list[Found]:
        """Return the commands that can be given now of which every typed word starts a word."""
        words = fold(typed).split()
        found = []
        for spec, action in self._window.actions_registry:
            name = action.text().replace("&", "")
            starts = fold(name).split()
            if action.isEnabled() and all(any(one.startswith(word) for one in starts) for word in words):
                keys = QKeySequence(spec.shortcut).toString(QKeySequence.SequenceFormat.NativeText)
                found.append(Found("command", name, keys, action.trigger, heading("commands")))
        return found
