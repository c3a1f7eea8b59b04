# SPDX-License-Identifier: EUPL-1.2
"""The actions every window has: going places, searching, locking, looks and language."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from casus.gui.shell.actions import ActionSpec
from casus.gui.theme import ThemeName

if TYPE_CHECKING:
    from casus.gui.shell.window import MainWindow

STEP = 10


def standard_actions(window: "MainWindow") -> list[ActionSpec]:
    """Return the actions of a main window, in the order of the menus."""
    return [
        *_file_actions(window),
        *_edit_actions(window),
        *_going_actions(window),
        *_size_actions(window),
        *_theme_actions(window),
        ActionSpec("dutch", "Nederlands", lambda: window.choose_language("nl"), menu="view", group=3),
        ActionSpec("english", "English", lambda: window.choose_language("en"), menu="view", group=3),
        ActionSpec(
            "shortcuts",
            QCoreApplication.translate("Actions", "Sneltoetsen"),
            window.show_shortcuts,
            "F1",
            "help",
        ),
    ]


def _file_actions(window: "MainWindow") -> list[ActionSpec]:
    lock = QCoreApplication.translate("Actions", "Kluis vergrendelen")
    leave = QCoreApplication.translate("Actions", "Programma sluiten")
    return [
        ActionSpec("lock", lock, lambda: window.lock_requested.emit("user"), "Ctrl+L", "file"),
        ActionSpec("quit", leave, window.close, "Ctrl+Q", "file", 1),
    ]


def _edit_actions(window: "MainWindow") -> list[ActionSpec]:
    search = QCoreApplication.translate("Actions", "Zoeken of opdracht")
    find = QCoreApplication.translate("Actions", "Zoeken in deze lijst")
    commands = QCoreApplication.translate("Actions", "Alle opdrachten")
    return [
        ActionSpec("search", search, window.focus_search, "Ctrl+K", "edit"),
        ActionSpec("commands", commands, window.show_commands, "Ctrl+Shift+P", "edit"),
        ActionSpec("find", find, window.focus_list_search, "Ctrl+F", "edit"),
    ]


def _going_actions(window: "MainWindow") -> list[ActionSpec]:
    back = QCoreApplication.translate("Actions", "Terug")
    forward = QCoreApplication.translate("Actions", "Vooruit")
    again = QCoreApplication.translate("Actions", "Opnieuw laden")
    onward = QCoreApplication.translate("Actions", "Volgend deel van het venster")
    return [
        ActionSpec("back", back, window.go_back, "Alt+Left", "view"),
        ActionSpec("forward", forward, window.go_forward, "Alt+Right", "view"),
        ActionSpec("reload", again, window.reload, "F5", "view"),
        ActionSpec("next_part", onward, window.next_part, "F6", "view"),
    ]


def _size_actions(window: "MainWindow") -> list[ActionSpec]:
    larger = QCoreApplication.translate("Actions", "Groter")
    smaller = QCoreApplication.translate("Actions", "Kleiner")
    normal = QCoreApplication.translate("Actions", "Gewone grootte")
    return [
        ActionSpec("larger", larger, lambda: window.zoom(STEP), "Ctrl++", "view", 1),
        ActionSpec("smaller", smaller, lambda: window.zoom(-STEP), "Ctrl+-", "view", 1),
        ActionSpec("normal", normal, lambda: window.zoom(0), "Ctrl+0", "view", 1),
    ]


def _theme_actions(window: "MainWindow") -> list[ActionSpec]:
    names = {
        ThemeName.SYSTEM: QCoreApplication.translate("Actions", "Kleuren van het systeem"),
        ThemeName.LIGHT: QCoreApplication.translate("Actions", "Licht"),
        ThemeName.DARK: QCoreApplication.translate("Actions", "Donker"),
        ThemeName.CONTRAST: QCoreApplication.translate("Actions", "Hoog contrast"),
    }

    def choose(name: ThemeName) -> Callable[[], object]:
        return lambda: window.choose_theme(name)

    return [
        ActionSpec(f"theme_{name}", text, choose(name), menu="view", group=2) for name, text in names.items()
    ]
