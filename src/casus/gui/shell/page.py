# SPDX-License-Identifier: EUPL-1.2
"""What a page is, what it may ask of the window around it, and how the window learns of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casus.gui.drafts import DraftKeeper
from casus.gui.settings import Settings
from casus.gui.shell.actions import ActionRegistry
from casus.gui.shell.first_stop import first_stop
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Banner
from casus.gui.widgets.menu_button import menu_button
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label, show_if

_SIDE, _TITLE = 28, 200
"""Room at both sides of a page, and what a title needs beside the buttons, in pixels at 100 %."""


class ChangesLike(Protocol):
    """What use cases return about what they changed (services.changes.Changes)."""

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of record that changed."""
        ...

    @property
    def ids(self) -> frozenset[str]:
        """Their ids."""
        ...


class Shell(Protocol):
    """The window, as pages see it."""

    tasks: TaskRunner
    drafts: DraftKeeper
    settings: Settings
    actions_registry: ActionRegistry

    def open(self, key: str, record_id: str = "") -> None:
        """Go to a page, and in it to a record; lands in the back/forward history."""
        ...

    def page_keys(self) -> frozenset[str]:
        """Return the keys of all pages of this role, in the sidebar or not."""
        ...

    def pages_under(self, key: str) -> "list[PageSpec]":
        """Return the pages of this role whose parent is this page, in order."""
        ...

    def page(self, key: str = "") -> "Page | None":
        """Return the page shown, or the one of `key` if it was made."""
        ...

    def open_panel(self, panel: SidePanel) -> None:
        """Show a form at the right; closing it (Esc) keeps its draft."""
        ...

    def close_panel(self) -> None:
        """Take the panel away."""
        ...

    def announce(self, text: str, action: str = "", on_action: Callable[[], object] | None = None) -> None:
        """Tell briefly what was done ("Bezoek opgeslagen"), for eyes and screen readers."""
        ...

    def show_error(self, error: Exception) -> None:
        """Show an expected error as a sentence above the page; anything else as the general dialog."""
        ...

    def emit_changed(self, changes: ChangesLike, initiator: QWidget | None = None) -> None:
        """Tell every page what changed, so that it reloads itself."""
        ...

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind a page's name in the sidebar."""
        ...


class Page(QWidget):
    """Base of all pages: title, one line under it, at most one primary action, then the body.

    Subclasses fill `self.body` in `__init__` and override `load`, `changed` and `open_record`.
    """

    def __init__(self, shell: Shell, title: str, subtitle: str = "") -> None:
        super().__init__()
        self.shell = shell
        self.setProperty("ground", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        look = theme()
        self._title = label(title, "title", wrap=True)
        self._subtitle = label(subtitle, tone="muted", wrap=True)
        show_if(self._subtitle, bool(subtitle))
        self._actions = QHBoxLayout()
        self._actions.setSpacing(look.px(8))
        self.notice = Banner("")
        self.notice.hide()
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.addLayout(self._actions)
        self.body = QVBoxLayout()
        self.body.setSpacing(look.px(12))
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(_SIDE), look.px(20), look.px(_SIDE), look.px(8))
        column.setSpacing(look.px(4))
        column.addLayout(self._head)
        column.addWidget(self._subtitle)
        column.addSpacing(look.px(12))
        column.addWidget(self.notice)
        column.addLayout(self.body, 1)

    def set_primary(self, text: str, run: Callable[[], object], icon: str = "") -> QPushButton:
        """Add the page's one primary button, top right."""
        made = button(text, run, kind="primary", icon=icon)
        self._actions.addWidget(made)
        return made

    def add_secondary(self, text: str, run: Callable[[], object], icon: str = "") -> QPushButton:
        """Add a plain button left of the primary one."""
        made = button(text, run, icon=icon)
        at = max(0, self._actions.count() - 1) if self._has_primary() else self._actions.count()
        self._actions.insertWidget(at, made)
        return made

    def add_menu(self, entries: Sequence[tuple[str, Callable[[], object]]]) -> QPushButton:
        """Add a menu with what is done less often, left of the other buttons."""
        made = menu_button(entries)
        self._actions.insertWidget(0, made)
        return made

    def title(self) -> str:
        """Return the page's title as shown in the page (may hold a name; never goes to the window)."""
        return self._title.text()

    def set_title(self, title: str, subtitle: str = "") -> None:
        """Change title and the line under it."""
        self._title.setText(title)
        self._subtitle.setText(subtitle)
        show_if(self._subtitle, bool(subtitle))

    def load(self) -> None:
        """Called each time the page comes into view: fetch what it shows, through the TaskRunner."""

    def changed(self, changes: ChangesLike, initiator: QWidget | None) -> None:
        """Called on every open page after a change; reload when it concerns what is shown."""

    def open_record(self, record_id: str) -> None:
        """Show this record."""

    def first_stop(self) -> QWidget | None:
        """Return where the keyboard begins in this page."""
        return first_stop(self)

    def find_field(self) -> QLineEdit | None:
        """Return where one looks for something in this page, when that is not a list's own field."""
        return None

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        """Put the buttons under the title where they would leave it no room."""
        ways, sides = QBoxLayout.Direction, Qt.AlignmentFlag
        title = self._title.fontMetrics().horizontalAdvance(self._title.text())
        room = self.width() - 2 * theme().px(_SIDE) - self._actions.sizeHint().width() - self._head.spacing()
        way = ways.LeftToRight if min(title, theme().px(_TITLE)) <= room else ways.TopToBottom
        if way is not self._head.direction():
            self._head.setDirection(way)
            left = sides.AlignLeft | sides.AlignTop
            self._head.setAlignment(self._actions, left if way is ways.TopToBottom else sides(0))

    def _has_primary(self) -> bool:
        last = self._actions.itemAt(self._actions.count() - 1)
        widget = last.widget() if last is not None else None
        return widget is not None and widget.property("kind") == "primary"


@dataclass(frozen=True, slots=True)
class Summary:
    """What the page above says of this one: one sentence, a number (None: none), and whether it needs someone."""

    words: str
    number: int | None = None
    attention: bool = False


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A page of the window. An empty `roles` means every role; `in_sidebar` False hides it there.

    A page whose `parent` lists the pages under it (Verantwoording) asks each for its `summary`, in the thread
    of the tasks: it may read the vault, and touches no widget.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[Shell], Page]
    roles: frozenset[str] = field(default_factory=frozenset)
    shortcut: str = ""
    in_sidebar: bool = True
    section: int = 0  # a hairline stands between sections
    parent: str = ""  # for a page outside the sidebar: the page that stays marked there
    summary: Callable[[], Summary] | None = None

    def allows(self, role: str) -> bool:
        """Whether this role has the page."""
        return not self.roles or role in self.roles
