# SPDX-License-Identifier: EUPL-1.2
"""Where the keyboard begins in a part of the window."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def first_stop(content: QWidget) -> QWidget | None:
    """Return the first widget inside that Tab would reach.

    Never walks further: a wrapper for Qt's own button inside a line edit, once let go, takes the wrapper of that
    line's action with it (PySide6 6.12.0).
    """
    step = content.nextInFocusChain()
    while step is not None and content.isAncestorOf(step):
        if step.isVisible() and step.isEnabled() and step.focusProxy() is None and _takes_tab(step):
            return step
        step = step.nextInFocusChain()
    return None


def _takes_tab(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
