# SPDX-License-Identifier: EUPL-1.2
"""Push buttons of the four kinds, and icon-only buttons that always have a name."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QToolButton

from casus.gui.icons import set_icon

_ICON_TOKENS = {"primary": "on_accent", "danger": "danger", "link": "accent"}


def button(
    text: str, on_click: Callable[[], object] | None = None, *, kind: str = "", icon: str = ""
) -> QPushButton:
    """Return a button; kind is "" (plain), primary (one per view), quiet, link or danger."""
    made = QPushButton(text)
    made.setAutoDefault(False)
    if kind:
        made.setProperty("kind", kind)
    if kind == "link":
        made.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        set_icon(made, icon, _ICON_TOKENS.get(kind, "text"))
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made


def icon_button(
    icon: str, name: str, on_click: Callable[[], object] | None = None, *, shortcut: str = ""
) -> QToolButton:
    """Return a button that shows only an icon; `name` is its accessible name and tool tip."""
    made = QToolButton()
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.setAccessibleName(name)
    keys = QKeySequence(shortcut).toString(QKeySequence.SequenceFormat.NativeText) if shortcut else ""
    made.setToolTip(f"{name} ({keys})" if keys else name)
    set_icon(made, icon, "muted")
    if on_click is not None:
        made.clicked.connect(lambda: on_click())
    return made
