# SPDX-License-Identifier: EUPL-1.2
"""From question to question in a form: one key press, however many stops a field has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from casus.gui.widgets.form import Form

NEXT_KEYS, BACK_KEYS = "Ctrl+Down", "Ctrl+Up"


def install_steps(panel: QWidget, form: Form) -> None:
    """Let Ctrl+Down and Ctrl+Up go to the next and the earlier question, in the order of the form."""
    for keys, step in ((NEXT_KEYS, 1), (BACK_KEYS, -1)):
        shortcut = QShortcut(QKeySequence(keys), panel)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(lambda step=step: _go(panel, form, step))


def _go(panel: QWidget, form: Form, step: int) -> None:
    """Go on from the field with the keyboard; from nowhere to the first, from the last it stays."""
    here = QApplication.focusWidget()
    shown = [field for field in form.fields.values() if field.isVisibleTo(panel) and field.isEnabled()]
    at = next((at for at, field in enumerate(shown) if here is not None and field.isAncestorOf(here)), None)
    if not shown:
        return
    wanted = 0 if at is None else at + step
    if 0 <= wanted < len(shown):
        form.reveal(shown[wanted])
