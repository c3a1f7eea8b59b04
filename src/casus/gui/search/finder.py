# SPDX-License-Identifier: EUPL-1.2
"""From what is typed to what is found: records of the vault first, then commands of the window."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

from casus.domain.names import fold
from casus.gui.search.hit_words import ICONS, group, heading, lead, remark
from casus.gui.search.lines import Found
from casus.gui.search.openings import open_hit
from casus.gui.search.popup import SearchPopup
from casus.gui.shell import MainWindow
from casus.gui.shell.help import native_keys
from casus.gui.shell.topbar import COMMANDS
from casus.gui.tasks import Job
from casus.services.catching_up import START, Mark, all_found, catch_up
from casus.services.desk import Desk
from casus.services.search import Hit, search

PAUSE_MS = 60
"""Letters that follow each other quicker are looked for together."""
_MOST_HITS, _MOST_COMMANDS = 12, 6
_SEARCH = "search"
"""The command that asks for the search field itself."""


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
            lambda: self._open(hit),
            heading(hit.kind),
            lead(hit),
            hit.quote,
        )

    def _open(self, hit: Hit) -> None:
        self._go_on(None, lambda: open_hit(self._window, hit))

    def _do(self, run: Callable[[], object]) -> None:
        """Do what a command says; one that stays on the page gives the keyboard back to where it was."""
        self._go_on(self._window.page(), run)

    def _go_on(self, before: QWidget | None, run: Callable[[], object]) -> None:
        """Do what was chosen; behind what a page then fetches, it has something that can take the keyboard."""
        run()
        self._window.tasks.run(lambda: None, owner=self, done=lambda _: self._give_keyboard(before))

    def _give_keyboard(self, before: QWidget | None) -> None:
        """Let the keyboard go on in the page that is shown now, unless something there or the user took it."""
        page, field = self._window.page(), self._window.topbar.search
        if page is None or field.text() or not field.hasFocus():
            return
        if page is before:
            self._window.leave_search()
            return
        first = page.first_stop()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _commands(self, typed: str) -> list[Found]:
        """Return what can be done now, anywhere or on this screen, of which every typed word starts a word."""
        words, above = fold(typed).split(), heading("commands")
        found = [
            Found(
                "command",
                action.text().replace("&", ""),
                native_keys(spec.shortcut),
                action.trigger if spec.key == _SEARCH else partial(self._do, action.trigger),
                above,
            )
            for spec, action in self._window.actions_registry
            if action.isEnabled()
        ]
        found += [
            Found(
                "command",
                one.text,
                native_keys(one.keys[0]),
                partial(self._do, one.run),
                above,
            )
            for one in self._window.actions_registry.here()
        ]
        return [one for one in found if _fits(words, one.title)]


def _fits(words: list[str], title: str) -> bool:
    starts = fold(title).split()
    return all(any(start.startswith(word) for start in starts) for word in words)
