# SPDX-License-Identifier: EUPL-1.2
"""Counts the key presses that are no text: whatever is pressed to get somewhere or to choose something."""

from types import TracebackType

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

_CHORD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
_MODIFIERS = frozenset({Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta})


class KeyCount(QObject):
    """While it runs: `presses` of keys beside the text typed, and the number of `letters` of that text.

    Every press begins with a ShortcutOverride to what has the keyboard, also when it then is a shortcut.
    """

    def __init__(self) -> None:
        super().__init__()
        self.presses: list[str] = []
        self.letters = 0

    def __enter__(self) -> "KeyCount":
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            here = QApplication.focusWidget()
            if watched is here or (here is None and watched is QApplication.activeWindow()):
                self._count(event, here)
        return False

    def _count(self, event: QKeyEvent, here: QObject | None) -> None:
        if event.key() in _MODIFIERS:
            return
        typed = isinstance(here, QLineEdit | QPlainTextEdit) and event.text().isprintable() and event.text()
        if typed and not event.modifiers() & _CHORD:
            self.letters += len(event.text())
        else:
            self.presses.append(Qt.Key(event.key()).name)
