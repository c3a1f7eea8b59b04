# SPDX-License-Identifier: EUPL-1.2
"""The menu bar, made from the register of actions each time a menu opens."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from casus.gui.shell.actions import MENUS, ActionRegistry


def build_menus(registry: ActionRegistry, parent: QWidget) -> QMenuBar:
    """Return the menu bar; actions added to the registry later appear by themselves."""
    titles = {
        "file": QCoreApplication.translate("Menus", "&Bestand"),
        "edit": QCoreApplication.translate("Menus", "Be&werken"),
        "view": QCoreApplication.translate("Menus", "B&eeld"),
        "help": QCoreApplication.translate("Menus", "&Help"),
    }
    bar = QMenuBar(parent)
    for key in MENUS:
        menu = bar.addMenu(titles[key])
        _fill(menu, registry, key)
        menu.aboutToShow.connect(lambda menu=menu, key=key: _fill(menu, registry, key))
    return bar


def _fill(menu: QMenu, registry: ActionRegistry, key: str) -> None:
    for action in menu.actions():
        menu.removeAction(action)
    group = None
    for spec, action in registry.in_menu(key):
        if group is not None and spec.group != group:
            menu.addSeparator()
        group = spec.group
        menu.addAction(action)
