# SPDX-License-Identifier: EUPL-1.2
"""What stands before the camera: a window, and the record of the vault that shows most of something."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from casus.gui import forms_registry
from casus.gui.drafts import Payload
from casus.gui.lists import RecordTable
from casus.gui.panels import FormPanel
from casus.gui.records import ListPage
from casus.gui.screens.settling import settle
from casus.gui.shell import MainWindow
from casus.gui.shell.help import ShortcutSheet
from casus.gui.widgets.code_list_field import CodeListField
from casus.gui.widgets.containers import PageScroll
from casus.services.case_list import CaseList
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier

Measure = Callable[[Dossier], Any]
"""Says of a dossier how much it has of what is to be shown."""
_REASON = "Voor de schermafbeeldingen van de gids"
_ENOUGH = 60
"""Dossiers that are looked through: the demo has fewer running cases."""


class Cast:
    """The running dossiers of a vault, looked through once for all languages and looks."""

    def __init__(self) -> None:
        self.found: list[Dossier] = []


class Scene:
    """The window with the acts that bring something into view."""

    def __init__(self, window: MainWindow, desk: Desk, cast: Cast) -> None:
        self.window, self.desk, self._cast = window, desk, cast
        self.panel: FormPanel | None = None
        self.anchor: QWidget | None = None
        self.afterwards = ""

    def open(self, key: str, record_id: str = "") -> None:
        """Go to a page."""
        self.window.open(key, record_id)

    def page(self, key: str) -> Any:
        """Go to a page, and return it when it shows what it has."""
        self.open(key)
        settle(self.window)
        return self.window.page()

    def tab(self, key: str, most: Measure, down: int = 0) -> None:
        """Show a tab of the dossier that has most to show in it, so many pixels down."""
        self.open("dossier", f"case:{self.case_id(most)}#{key}")
        if down:
            settle(self.window)
            areas = self.window.findChildren(PageScroll)
            for area in (one for one in areas if one.isVisible() and one.verticalScrollBar().isVisible()):
                area.verticalScrollBar().setValue(down)

    def form(self, name: str, about: str, typed: Payload | None = None) -> None:
        """Open a form as its draft would, with this typed in it."""
        spec = forms_registry.known()[name]
        self.open(*spec.place(about))
        panel = spec.make(self.window, about, typed or {})
        assert isinstance(panel, FormPanel)
        self.window.open_panel(panel)
        settle(self.window)
        panel.show_draft_state("")
        self.panel = panel

    def choose(self, key: str) -> None:
        """Choose the first thing a field of the open form offers."""
        assert self.panel is not None
        field = self.panel.form[key]
        assert isinstance(field, CodeListField)
        field.set_value(next(code for code in field.offered() if code))

    def save(self) -> None:
        """Save the form that is open."""
        if self.panel is not None:
            self.panel.save_requested.emit()
            self.panel = None
        settle(self.window)

    def search(self, typed: str) -> None:
        """Type something in the search field above everything."""
        self.window.focus_search()
        self.window.topbar.search.setText(typed)

    def preview(self, key: str) -> None:
        """Look at the first row of a list at the right of it."""
        table = self._table(key)
        table.select_id(table.model.id_at(0))
        settle(self.window)
        table.previewed.emit(table.current_id())

    def columns(self, key: str) -> None:
        """Open the menu of columns of a list."""
        self.anchor = self._table(key).toolbar.columns
        self.anchor.click()

    def do(self, action: str, page: str) -> None:
        """Do what an action of the menu does, on a page."""
        self.open(page)
        self.window.actions_registry.action(action).trigger()

    def shortcuts(self) -> QWidget:
        """Return the sheet with all shortcuts."""
        return ShortcutSheet(self.window.actions_registry, self.window)

    def clear(self) -> None:
        """Take away what an act put before the page; what was typed for a picture is no draft of the user."""
        if self.panel is not None:
            self.panel.discard_requested.emit()
            self.panel = None
            settle(self.window)
        self.window.topbar.search.clear()
        self.window.close_panel()
        if self.afterwards:
            self.window.actions_registry.action(self.afterwards).trigger()
            self.afterwards = ""
            settle(self.window)

    def case_id(self, most: Measure) -> str:
        """Return the running case that has most of something."""
        case = self.dossier(most).case
        assert case is not None
        return case.id

    def both(self, most: Measure) -> str:
        """Return case and person as the draft of a contact names them."""
        found = self.dossier(most)
        return f"{self.case_id(most)}:{found.person.id}"

    def dossiers(self) -> list[Dossier]:
        """Return the running dossiers that may be shown, the latest contact first."""
        if not self._cast.found:
            take = self._cast.found.extend
            self.window.tasks.run(lambda: _running(self.desk), owner=self.window, done=take)
            settle(self.window)
        return self._cast.found

    def dossier(self, most: Measure) -> Dossier:
        """Return the running dossier that has most of something."""
        return max(self.dossiers(), key=most)

    def _table(self, key: str) -> RecordTable:
        page = self.page(key)
        assert isinstance(page, ListPage)
        return page.table


def _running(desk: Desk) -> list[Dossier]:
    running = CaseList(desk).ids("", {"state": frozenset({"running"})}, "last_contact_on", True)
    found = [open_dossier(desk, case_id, reason=_REASON) for case_id in running[:_ENOUGH]]
    return [one for one in found if not one.header.restricted]
