# SPDX-License-Identifier: EUPL-1.2
"""Holds a window against what a screen reader and a keyboard need."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QWidget,
)

LONGEST_CYCLE = 400


def assert_accessible(window: QWidget) -> None:
    """Raise AssertionError when a focusable widget has no name, or Tab does not come round everything."""
    window.show()
    window.activateWindow()
    QApplication.processEvents()
    nameless = [describe(widget) for widget in focusable(window) if not spoken_name(widget)]
    assert not nameless, f"no accessible name: {nameless}"
    traps = [
        describe(edit)
        for kind in (QPlainTextEdit, QTextEdit)
        for edit in window.findChildren(kind)
        if not edit.tabChangesFocus() and not edit.isReadOnly()
    ]
    assert not traps, f"Tab is trapped in: {traps}"
    assert_tab_cycle(window)


def focusable(window: QWidget) -> Iterator[QWidget]:
    """Yield every visible, enabled widget that Tab can reach."""
    for widget in window.findChildren(QWidget):
        takes_tab = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if takes_tab and widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None:
            if isinstance(widget, QScrollArea) or _inside_composite(widget):
                continue
            yield widget


def spoken_name(widget: QWidget) -> str:
    """Return the name a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def walk(widget: QWidget) -> Iterator[QAccessibleInterface]:
    """Yield the accessibility tree under a widget."""
    root = QAccessible.queryAccessibleInterface(widget)
    waiting = [root] if root is not None else []
    while waiting:
        here = waiting.pop()
        yield here
        waiting.extend(
            child
            for at in range(here.childCount())
            if (child := here.child(at)) is not None and child.isValid()
        )


def assert_tab_cycle(window: QWidget) -> None:
    """Press Tab until the beginning is back; everything that takes Tab must have had its turn."""
    wanted = set(focusable(window))
    if not wanted:
        return
    start = next(iter(focusable(window)))
    start.setFocus(Qt.FocusReason.TabFocusReason)
    seen: set[QWidget] = set()
    for _ in range(LONGEST_CYCLE):
        here = QApplication.focusWidget()
        if here is None or here in seen:
            break
        seen.add(here)
        QTest.keyClick(here, Qt.Key.Key_Tab)
    missed = [describe(widget) for widget in wanted - seen if not _represented(widget, seen)]
    assert not missed, f"Tab never reaches: {missed}"


def describe(widget: QWidget) -> str:
    """Return class and object name of a widget, and of the parent it sits in."""
    parent = widget.parentWidget()
    within = f" in {type(parent).__name__}" if parent is not None else ""
    return f"{type(widget).__name__}({widget.objectName()}){within}"


def _inside_composite(widget: QWidget) -> bool:
    """Whether a widget is the inner part (line edit, viewport) of one that takes the focus itself."""
    parent = widget.parentWidget()
    if isinstance(widget, QLineEdit) and parent is not None and parent.focusProxy() is widget:
        return False
    inner = isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget
    return inner or widget.objectName() in {"qt_spinbox_lineedit", "ScrollLeftButton", "ScrollRightButton"}


def _represented(widget: QWidget, seen: set[QWidget]) -> bool:
    """Whether another option of the same exclusive group had the focus: arrows do the rest."""
    group = getattr(widget, "group", lambda: None)()
    return group is not None and any(button in seen for button in group.buttons())
