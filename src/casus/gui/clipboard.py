# SPDX-License-Identifier: EUPL-1.2
"""What was copied here stays on the clipboard for half a minute, and never longer than the vault is open."""

from hashlib import sha256

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

KEPT_MS = 30_000


class ClipboardKeeper(QObject):
    """Notes what this program puts on the clipboard, by digest, and takes it away again (security.md 5.9)."""

    def __init__(self, parent: QObject | None = None, kept_ms: int = KEPT_MS) -> None:
        super().__init__(parent)
        self._ours = b""
        self._clipboard: QClipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(kept_ms)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._changed)

    def clear(self) -> None:
        """Empty the clipboard, when what is on it came from this program."""
        self._timer.stop()
        if self._ours and _digest(self._clipboard.text()) == self._ours:
            self._clipboard.clear()
        self._ours = b""

    def _changed(self) -> None:
        active = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive
        text = self._clipboard.text()
        if text and (active or self._clipboard.ownsClipboard()):
            self._ours = _digest(text)
            self._timer.start()


def _digest(text: str) -> bytes:
    return sha256(text.encode("utf-8", "surrogatepass")).digest()
