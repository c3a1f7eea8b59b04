# SPDX-License-Identifier: EUPL-1.2
"""Labels and hairlines in the type scale; text is always shown as it is, never as markup."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget


def label(text: str = "", role: str = "body", tone: str = "", *, wrap: bool = False) -> QLabel:
    """Return a plain-text label: role title, section, strong, body, small or figure; tone a token."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("role", role)
    if tone:
        made.setProperty("tone", tone)
    if wrap:
        made.setWordWrap(True)
        policy = made.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        made.setSizePolicy(policy)
        made.setMinimumWidth(1)
    return made


def show_if(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part of a widget that is being built.

    `setVisible(True)` on what has no parent yet opens it as a window of its own for a moment, and that
    takes the keyboard away; a part without a parent comes into view with its parent anyway.
    """
    if not wanted or widget.parentWidget() is not None:
        widget.setVisible(wanted)


def hairline(*, vertical: bool = False) -> QFrame:
    """Return a line of one pixel in the colour `line`."""
    made = QFrame()
    made.setProperty("role", "vline" if vertical else "line")
    return made


def restyle(widget: QWidget, name: str, value: object) -> None:
    """Set a dynamic property the style sheet looks at, and let the widget repaint by it."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
    widget.update()
