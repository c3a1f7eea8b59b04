# SPDX-License-Identifier: EUPL-1.2
"""The way into the wizard that every window has: menu, palette and keyboard."""

from PySide6.QtCore import QCoreApplication

from casus.gui.shell import ActionSpec, MainWindow

KEY, KEYS = "importeren", "Ctrl+I"


def add_action(window: MainWindow) -> None:
    """Add "import a file" to a window's actions."""
    words = QCoreApplication.translate("ImportAction", "Bestand importeren…")
    window.actions_registry.add(ActionSpec("import", words, lambda: window.open(KEY), KEYS, "file"))
