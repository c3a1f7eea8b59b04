# SPDX-License-Identifier: EUPL-1.2
"""Notices Caps Lock from the letters that arrive: Qt does not tell it, and the keys are the same everywhere."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class CapsLockWatch(QObject):
    """Watches the keys of one field.

    Signals:
        changed: whether Caps Lock is on.
    """

    changed = Signal(bool)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._on: bool | None = None
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._look(event)
        return super().eventFilter(watched, event)

    def _look(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_CapsLock:
            if self._on is not None:
                self._set(not self._on)
            return
        text = event.text()
        if len(text) == 1 and text.upper() != text.lower():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set(text.isupper() != shifted)

    def _set(self, on: bool) -> None:
        if on is not self._on:
            self._on = on
            self.changed.emit(on)
