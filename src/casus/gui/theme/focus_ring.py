# SPDX-License-Identifier: EUPL-1.2
"""The 2-pixel ring, 2 pixels away from the control, around whatever has the keyboard."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QMenu,
    QMenuBar,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid

from casus.gui.theme.theme import Theme

_WIDTH = _GAP = 2
_MOVES = {QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ZOrderChange}


class _Ring(QWidget):
    """The painted ring; takes no mouse and no focus."""

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host)
        self._theme = theme
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self._theme.px(_WIDTH)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("accent"), width))
        inset = width / 2
        radius = self._theme.px(8)
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, radius, radius)


class FocusRing(QObject):
    """Follows the focus of the application; install once, keep as a child of the theme.

    Buttons that were clicked show no ring until the keyboard is used; everything else always does.
    """

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._host: QWidget | None = None
        self._target: QWidget | None = None
        self._ring: _Ring | None = None
        self._watched: list[QWidget] = []
        app.focusChanged.connect(self._focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES and isinstance(watched, QWidget):
            self._place()
        return False

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        self._release()
        if new is None or not _wants_ring(new):
            return
        self._target = new
        host = self._host = _host_of(new)
        self._ring = _Ring(self._theme, host)
        step: QWidget | None = new
        while step is not None and step is not host:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._place()

    def _release(self) -> None:
        for widget in self._watched:
            if isValid(widget):
                widget.removeEventFilter(self)
        self._watched.clear()
        if self._ring is not None and isValid(self._ring):
            self._ring.hide()
            self._ring.deleteLater()
        self._ring = self._target = None

    def _place(self) -> None:
        target, ring, host = self._target, self._ring, self._host
        if target is None or ring is None or host is None:
            return
        if not isValid(target) or not isValid(ring):
            return
        reach = self._theme.px(_WIDTH + _GAP)
        corner = target.mapTo(host, QPoint(0, 0))
        ring.setGeometry(QRect(corner, target.size()).adjusted(-reach, -reach, reach, reach))
        ring.setVisible(target.isVisible())
        ring.raise_()


def _wants_ring(widget: QWidget) -> bool:
    if isinstance(widget, QMenu | QMenuBar | QScrollArea) or widget.isWindow():
        return False
    if widget.property("ownFocus"):
        return False
    clicked = QApplication.mouseButtons() != Qt.MouseButton.NoButton
    return not (clicked and isinstance(widget, QAbstractButton | QAbstractItemView))


def _host_of(widget: QWidget) -> QWidget:
    """Return the widget the ring is drawn on: the content of the nearest scroll area, or the window."""
    step: QWidget = widget
    parent = step.parentWidget()
    while parent is not None and not step.isWindow():
        grand = parent.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and grand.viewport() is parent:
            return step if step is not widget else parent
        if parent.isWindow():
            return parent
        step, parent = parent, grand
    return step
