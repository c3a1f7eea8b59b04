# SPDX-License-Identifier: EUPL-1.2
"""Finds what cannot be read: words that do not fit, and widgets that stick out of what holds them."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

_SLACK = 1


def clipped(root: QWidget) -> list[str]:
    """Return one line for each visible thing under `root` of which a part cannot be seen."""
    return [*cut_labels(root), *cut_buttons(root), *sticking_out(root), *too_wide(root)]


def cut_labels(root: QWidget) -> list[str]:
    """Return the labels whose words do not fit in what they got."""
    found = []
    for part in _visible(root, QLabel):
        if not part.text() or part.width() <= 0:
            continue
        needed = part.heightForWidth(part.width()) if part.wordWrap() else part.sizeHint().height()
        if part.height() + _SLACK < needed:
            found.append(f"label {part.text()[:50]!r}: {part.height()} of {needed} px high")
        elif not part.wordWrap() and part.width() + _SLACK < part.sizeHint().width() and not part.toolTip():
            found.append(f"label {part.text()[:50]!r}: {part.width()} of {part.sizeHint().width()} px wide")
    return found


def cut_buttons(root: QWidget) -> list[str]:
    """Return the buttons whose words do not fit and which do not tell them in a tool tip either."""
    found = []
    for kind in (QPushButton, QToolButton, QCheckBox, QRadioButton):
        for part in _visible(root, kind):
            inner = part.objectName() in {"ScrollLeftButton", "ScrollRightButton"}
            if inner or not part.text() or part.toolTip():
                continue
            if part.width() + _SLACK < part.minimumSizeHint().width():
                found.append(f"button {part.text()!r}: {part.width()} of {part.minimumSizeHint().width()} px")
    return found


def sticking_out(root: QWidget) -> list[str]:
    """Return the widgets that reach beyond the widget they are in."""
    found = []
    for part in _visible(root, QWidget):
        parent = part.parentWidget()
        if parent is None or part.isWindow() or not _holds(parent):
            continue
        rect = part.geometry()
        room = parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK)
        if rect.isEmpty() or room.contains(rect):
            continue
        found.append(f"{_name(part)} {_box(rect)} in {_name(parent)} of {parent.width()} x {parent.height()}")
    return found


def too_wide(root: QWidget) -> list[str]:
    """Return what has to be scrolled sideways to be read: forms and pages scroll down only."""
    found = []
    for area in _visible(root, QScrollArea):
        inside = area.widget()
        if inside is not None and inside.width() > area.viewport().width() + _SLACK:
            found.append(f"{_name(inside)}: {inside.width()} px in {area.viewport().width()} px")
    return found


def _visible(root: QWidget, kind: type) -> Iterator[QWidget]:
    for part in root.findChildren(kind):
        if part.isVisible() and part.width() > 0 and part.height() > 0:
            yield part


def _holds(parent: QWidget) -> bool:
    """Whether what is in this widget has to fit in it: not so for what scrolls, nor for Qt's own parts."""
    above = parent.parentWidget()
    scrolls = isinstance(above, QAbstractScrollArea) and above.viewport() is parent
    own = isinstance(parent, QAbstractScrollArea | QTabBar | QAbstractItemView | QAbstractButton)
    return not scrolls and not own


def _name(part: QWidget) -> str:
    return f"{type(part).__name__}({part.objectName()})"


def _box(rect: object) -> str:
    at: QPoint = rect.topLeft()  # type: ignore[attr-defined]
    return f"{rect.width()} x {rect.height()} at {at.x()},{at.y()}"  # type: ignore[attr-defined]
