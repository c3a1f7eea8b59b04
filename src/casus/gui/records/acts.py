# SPDX-License-Identifier: EUPL-1.2
"""What can be done with the record that is chosen in a list: by a button above it, and by a key in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton

from casus.gui.records.page import ListPage
from casus.gui.widgets.text import show_if
from casus.services.changes import Done


@dataclass(frozen=True)
class ListAct:
    """One thing to do with the chosen record; `fits` says of its row whether it can be done."""

    text: str
    keys: str
    run: Callable[[str], object]
    fits: Callable[[Any], bool]
    icon: str = ""
    rare: bool = False  # its button is there only when it can be done
    on_closed: bool = False  # also with a line of a restricted dossier that is closed


class ListActs(QObject):
    """Buttons at the right of a page's title, and the same by key while the list has the keyboard."""

    def __init__(self, page: ListPage, acts: Sequence[ListAct]) -> None:
        super().__init__(page)
        self._page, self._shown = page, True
        self.buttons: list[tuple[ListAct, QPushButton]] = []
        view = page.table.view
        for act in acts:
            made = page.add_secondary(act.text, partial(self._run, act), icon=act.icon)
            keys = QKeySequence(act.keys)
            made.setToolTip(f"{act.text} ({keys.toString(QKeySequence.SequenceFormat.NativeText)})")
            short = QShortcut(keys, view, context=Qt.ShortcutContext.WidgetShortcut)
            short.setWhatsThis(act.text)
            short.activated.connect(partial(self._run, act))
            self.buttons.append((act, made))
        page.table.selected.connect(lambda _id: self._arrange())
        page.table.loaded.connect(self._arrange)
        self._arrange()

    def finish(self, record_id: str, work: Callable[[], Done[Any]], words: str) -> None:
        """Do something that may take the record out of the list; the keyboard goes on with the next one."""
        page = self._page

        def done(result: Done[Any]) -> None:
            page.table.select_id(self._beside(record_id))
            page.shell.emit_changed(result.changes, page)
            page.shell.announce(words)

        page.shell.tasks.run(work, owner=self, done=done)

    def _beside(self, record_id: str) -> str:
        model = self._page.table.model
        at = model.row_of(record_id)
        return model.id_at(at + 1) or model.id_at(at - 1)

    def show_buttons(self, *, shown: bool) -> None:
        """Show the buttons, or none of them while the page shows another part than this list."""
        self._shown = shown
        self._arrange()

    def _run(self, act: ListAct) -> None:
        record_id = self._page.table.current_id()
        if record_id and self._fits(act, record_id):
            act.run(record_id)

    def _fits(self, act: ListAct, record_id: str) -> bool:
        row = self._page.source.known.get(record_id)
        if row is None or row["read_only"] or (row["restricted"] and not act.on_closed):
            return False
        return act.fits(row)

    def _arrange(self) -> None:
        record_id = self._page.table.current_id()
        for act, made in self.buttons:
            possible = bool(record_id) and self._fits(act, record_id)
            made.setEnabled(possible)
            show_if(made, self._shown and (possible or not act.rare))
