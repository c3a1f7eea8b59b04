# SPDX-License-Identifier: EUPL-1.2
"""The one register of everything a user can do: feeds the menus, the shortcut help and the palette."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

MENUS = ("file", "edit", "view", "help")


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`menu` is file, edit, view or help; "" keeps it out of the menus but in help and palette."""

    key: str
    text: str
    run: Callable[[], object]
    shortcut: str = ""
    menu: str = ""
    group: int = 0  # a separator stands between groups of one menu


@dataclass(frozen=True, slots=True)
class LocalAction:
    """What a key does in one page, list or form; `keys` may be several."""

    text: str
    keys: tuple[str, ...]
    run: Callable[[], object]


class ActionRegistry(QObject):
    """Makes and keeps the QActions of a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: dict[str, tuple[ActionSpec, QAction]] = {}

    def add(self, spec: ActionSpec) -> QAction:
        """Register an action; the same key or shortcut twice is a bug and raises ValueError."""
        if spec.key in self._entries:
            raise ValueError(f"action {spec.key} exists")
        taken = {other.shortcut for other, _ in self._entries.values() if other.shortcut}
        if spec.shortcut in taken:
            raise ValueError(f"shortcut {spec.shortcut} is taken")
        action = QAction(spec.text, self._window)
        action.setObjectName(spec.key)
        if spec.shortcut:
            action.setShortcut(QKeySequence(spec.shortcut))
        action.triggered.connect(lambda _checked=False: spec.run())
        self._window.addAction(action)
        self._entries[spec.key] = (spec, action)
        return action

    def remove(self, key: str) -> None:
        """Take an action away, as when its page goes."""
        _spec, action = self._entries.pop(key)
        self._window.removeAction(action)
        action.deleteLater()

    def action(self, key: str) -> QAction:
        """Return the QAction of a key."""
        return self._entries[key][1]

    def in_menu(self, menu: str) -> Iterator[tuple[ActionSpec, QAction]]:
        """Yield the entries of a menu, by group and order of registration."""
        yield from sorted(
            (entry for entry in self._entries.values() if entry[0].menu == menu),
            key=lambda entry: entry[0].group,
        )

    def here(self) -> list[LocalAction]:
        """Return what keys of the page and panel in view do: each QShortcut says so in its whatsThis."""
        found: dict[str, tuple[list[str], QShortcut]] = {}
        for shortcut in self._window.findChildren(QShortcut):
            owner = shortcut.parent()
            if shortcut.whatsThis() and isinstance(owner, QWidget) and owner.isVisible():
                keys, _first = found.setdefault(shortcut.whatsThis(), ([], shortcut))
                keys.append(shortcut.key().toString())
        return [LocalAction(text, tuple(keys), one.activated.emit) for text, (keys, one) in found.items()]

    def __iter__(self) -> Iterator[tuple[ActionSpec, QAction]]:
        return iter(tuple(self._entries.values()))
