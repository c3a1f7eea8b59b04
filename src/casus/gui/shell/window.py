# SPDX-License-Identifier: EUPL-1.2
"""The main window: navigation, pages, panel, menus and messages around whatever page is shown."""

from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMainWindow, QVBoxLayout, QWidget
from shiboken6 import isValid

from casus.errors import CasusError
from casus.gui.bug_dialog import show_bug
from casus.gui.drafts import DraftKeeper
from casus.gui.error_text import sentence
from casus.gui.lists.table import RecordTable
from casus.gui.settings import Settings
from casus.gui.shell.actions import ActionRegistry, ActionSpec
from casus.gui.shell.goes_along import GoesAlong
from casus.gui.shell.help import ShortcutSheet
from casus.gui.shell.history import History, Place
from casus.gui.shell.menus import build_menus
from casus.gui.shell.page import ChangesLike, Page, PageSpec
from casus.gui.shell.page_frame import PageFrame
from casus.gui.shell.panel_area import PanelArea
from casus.gui.shell.sidebar import Sidebar
from casus.gui.shell.standard_actions import standard_actions
from casus.gui.shell.topbar import COMMANDS, TopBar
from casus.gui.tasks import TaskRunner
from casus.gui.theme import ThemeName, theme
from casus.gui.widgets.feedback import Toast, speak
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label

_NARROW_UNDER = 1100


class MainWindow(QMainWindow):
    """The `Shell` that pages get. Pages are made when first shown.

    Signals:
        lock_requested: a reason code; the user asked to lock.
        language_requested: nl or en; the application builds the window anew in it.
        searched: what is typed in the search field.
        closing: the window is about to go; drafts are flushed.
        recorded: what changed in the vault, as told to the pages.
    """

    lock_requested = Signal(str)
    language_requested = Signal(str)
    searched = Signal(str)
    closing = Signal()
    recorded = Signal(object)

    def __init__(
        self,
        specs: Sequence[PageSpec],
        *,
        role: str,
        tasks: TaskRunner,
        drafts: DraftKeeper,
        settings: Settings,
    ) -> None:
        super().__init__()
        self.tasks, self.drafts, self.settings = tasks, drafts, settings
        self.history = History()
        self._before_search: QWidget | None = None
        self._specs = {spec.key: spec for spec in specs if spec.allows(role)}
        self._pages: dict[str, Page] = {}
        self._frames: dict[str, PageFrame] = {}
        self.sidebar = Sidebar([spec for spec in self._specs.values() if spec.in_sidebar])
        self._keyboard = GoesAlong(self, self.sidebar, tasks)
        self.topbar = TopBar()
        self.area = PanelArea()
        self.actions_registry = ActionRegistry(self)
        self._build()
        self._toast = Toast(self._middle, self.area.stack)
        self._connect()
        self._restore_geometry()

    # --- what pages may ask (Shell) ---

    def open(self, key: str, record_id: str = "") -> None:
        """Go to a page and a record in it; KeyError when the role has no such page."""
        self._go(Place(key, record_id))
        self.history.visit(Place(key, record_id))
        self._show_history()

    def open_panel(self, panel: SidePanel) -> None:
        """Show a form at the right; its `closed` signal takes it away."""
        panel.closed.connect(self.close_panel)
        self.area.open(panel)

    def close_panel(self) -> None:
        """Take the panel away."""
        self.area.close()

    def announce(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Tell briefly what was done, to eyes and screen readers."""
        self._toast.say(text, action, on_action)

    def offer(self, action: str, on_action: Callable[[], object]) -> None:
        """Add an action to what was just announced, when it has none."""
        self._toast.offer(action, on_action)

    def show_error(self, error: Exception) -> None:
        """Show an expected error in the open panel or above the page; a bug in the general dialog."""
        if not isinstance(error, CasusError):
            show_bug(self, error)
            return
        words = sentence(error)
        if self.area.panel is not None:
            self.area.panel.show_notice(words)
            self.area.panel.set_busy(False)
        elif (page := self.page()) is not None:
            page.notice.show_text(words, "danger")
            page.notice.show()
        speak(self, words)

    def emit_changed(self, changes: ChangesLike, initiator: QWidget | None = None) -> None:
        """Tell every page made so far what changed."""
        for page in tuple(self._pages.values()):
            page.changed(changes, initiator)
        self.recorded.emit(changes)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind a page's name."""
        self.sidebar.set_count(key, count)

    # --- what the application and actions use ---

    def page(self, key: str = "") -> Page | None:
        """Return the page shown, or the one of `key` if it was made."""
        if key:
            return self._pages.get(key)
        shown = self.area.stack.currentWidget()
        return shown.page if isinstance(shown, PageFrame) else None

    def set_status(self, saved: str = "", backup: str = "") -> None:
        """Show when something was last stored and when the last backup was made."""
        self._status.setText(" · ".join(part for part in (saved, backup) if part))

    def go_back(self) -> None:
        """Go to the place before."""
        self._step(self.history.back())

    def go_forward(self) -> None:
        """Go to the place that was left by going back."""
        self._step(self.history.forward())

    def reload(self) -> None:
        """Let the page fetch what it shows again."""
        if (page := self.page()) is not None:
            page.load()

    def focus_search(self) -> None:
        """Put the keyboard in the search field; Esc gives it back to where it was."""
        if (here := self.focusWidget()) is not self.topbar.search:
            self._before_search = here
        self.topbar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.topbar.search.selectAll()

    def show_commands(self) -> None:
        """Open the palette: the search field with the sign that asks for commands alone."""
        self.focus_search()
        self.topbar.search.setText(COMMANDS)

    def leave_search(self) -> None:
        """Give the keyboard back to what had it before the search field."""
        before, self._before_search = self._before_search, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.sidebar.take_focus()

    def focus_list_search(self) -> None:
        """Put the keyboard in the search field of the list shown, else in the general one."""
        page = self.page()
        lists = page.findChildren(RecordTable) if page is not None else []
        own = page.find_field() if page is not None else None
        field: QLineEdit = own or next((one.search for one in lists if one.isVisible()), self.topbar.search)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def zoom(self, step: int) -> None:
        """Make everything larger or smaller by per cents; 0 goes back to 100."""
        look = theme()
        percent = look.scale.percent + step if step else 100
        look.apply(look.choice, percent)
        self.settings.font_percent = look.scale.percent
        self._fit()
        self.announce(self.tr("Grootte {0} %").format(look.scale.percent))

    def choose_theme(self, name: ThemeName) -> None:
        """Switch colours, for now and next time."""
        theme().apply(name, theme().scale.percent)
        self.settings.theme = name.value

    def choose_language(self, language: str) -> None:
        """Ask the application for another language."""
        if language != self.settings.language:
            self.settings.language = language
            self.language_requested.emit(language)

    def show_shortcuts(self) -> None:
        """Show the sheet with all shortcuts."""
        ShortcutSheet(self.actions_registry, self).open()

    # --- Qt ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.drafts.flush()
        self.settings.geometry = b64encode(bytes(self.saveGeometry().data())).decode("ascii")
        self.closing.emit()
        super().closeEvent(event)

    # --- inside ---

    def _build(self) -> None:
        for spec in standard_actions(self):
            self.actions_registry.add(spec)
        for at, page in enumerate(self.sidebar_specs(), start=1):
            self.actions_registry.add(_page_action(self, page, at))
        self.setMenuBar(build_menus(self.actions_registry, self))
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.topbar)
        column.addWidget(self.area, 1)
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(right, 1)
        self.setCentralWidget(self._middle)
        self._status = label(role="small", tone="muted")
        self._status.setContentsMargins(12, 0, 0, 0)
        self.statusBar().addWidget(self._status)
        self.statusBar().setSizeGripEnabled(False)
        self.setWindowTitle("Casus")
        self.setMinimumSize(720, 480)

    def page_keys(self) -> frozenset[str]:
        """Return the keys of all pages of this role, in the sidebar or not."""
        return frozenset(self._specs)

    def pages_under(self, key: str) -> list[PageSpec]:
        """Return the pages of this role whose parent is this page, in order."""
        return [spec for spec in self._specs.values() if spec.parent == key]

    def sidebar_specs(self) -> list[PageSpec]:
        """Return the pages of the sidebar, in order."""
        return [spec for spec in self._specs.values() if spec.in_sidebar]

    def next_part(self) -> None:
        """Take the keyboard from the navigation to the page, from there to the panel, and round again."""
        here, page, panel = self.focusWidget(), self.page(), self.area.panel
        in_page = page is not None and here is not None and page.isAncestorOf(here)
        in_panel = panel is not None and here is not None and panel.isAncestorOf(here)
        if in_panel or (in_page and panel is None):
            self.sidebar.take_focus()
        elif in_page or page is None or not page.isVisible() or (stop := page.first_stop()) is None:
            self.area.take_focus()
        else:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.open)
        self.topbar.searched.connect(self.searched)
        self.topbar.search.left.connect(self.leave_search)
        self.topbar.lock_clicked.connect(lambda: self.lock_requested.emit("user"))
        self.topbar.back_clicked.connect(self.go_back)
        self.topbar.forward_clicked.connect(self.go_forward)
        self.tasks.failed.connect(self.show_error)
        theme().changed.connect(self._fit)
        self._show_history()

    def _go(self, place: Place, *, back: bool = False) -> None:
        spec = self._specs[place.key]
        self._keyboard.leave(self.page())
        page = self._pages.get(place.key)
        if page is None:
            page = self._pages[place.key] = spec.factory(self)
            self._frames[place.key] = PageFrame(page)
            self.area.stack.addWidget(self._frames[place.key])
        self.close_panel()
        self.area.stack.setCurrentWidget(self._frames[place.key])
        self.sidebar.set_current(spec.parent or place.key)
        # Never the page's own title: that may hold a name, and other programs can read window titles.
        self.setWindowTitle(f"Casus · {spec.title}")
        page.notice.hide()
        page.load()
        if place.record_id:
            page.open_record(place.record_id)
        speak(self, spec.title)
        self._keyboard.arrive(page, back=back)
        if self.focusWidget() is None:
            self.sidebar.take_focus()

    def _step(self, place: Place | None) -> None:
        if place is not None:
            self._go(place, back=True)
        self._show_history()

    def _show_history(self) -> None:
        self.topbar.back.setEnabled(self.history.can_go_back)
        self.topbar.forward.setEnabled(self.history.can_go_forward)
        self.actions_registry.action("back").setEnabled(self.history.can_go_back)
        self.actions_registry.action("forward").setEnabled(self.history.can_go_forward)

    def _fit(self) -> None:
        self.sidebar.set_narrow(self.width() < theme().px(_NARROW_UNDER))

    def _restore_geometry(self) -> None:
        self.resize(1280, 800)
        try:
            geometry = b64decode(self.settings.geometry, validate=True)
        except (Base64Error, ValueError):
            return
        if geometry:
            self.restoreGeometry(QByteArray(geometry))


def _page_action(window: MainWindow, spec: PageSpec, number: int) -> ActionSpec:
    keys = f"Ctrl+{number}" if number < 10 else ""
    return ActionSpec(f"page_{spec.key}", spec.title, lambda: window.open(spec.key), keys, "view", 4)
