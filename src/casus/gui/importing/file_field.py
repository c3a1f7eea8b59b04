# SPDX-License-Identifier: EUPL-1.2
"""A field for a file: typed, chosen in the system's own dialog, or dropped on it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.field import Field

_LIMIT = 4_000


class FileField(Field):
    """One file; `value()` is a Path, None when empty.

    Signals:
        chosen: a file was chosen in the dialog or dropped here.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ask: Callable[[], str] = self._ask
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.edit = QLineEdit(box)
        self.edit.setMaxLength(_LIMIT)
        self.edit.textEdited.connect(self.changed)
        self.browse = button(self.tr("Bladeren…"), self.choose, icon="folder-open")
        row.addWidget(self.edit, 1)
        row.addWidget(self.browse)
        self.install(box, focus=self.edit)
        self.setAcceptDrops(True)
        self.edit.setAcceptDrops(False)

    def value(self) -> Path | None:
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def set_value(self, value: Path | str | None) -> None:
        self.edit.setText(str(value) if value else "")
        self.edit.setCursorPosition(0)

    def raw(self) -> str:
        return self.edit.text()

    def choose(self) -> None:
        """Ask the system for a file."""
        self._take(self.ask())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self._take(next((url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()), ""))

    def _take(self, name: str) -> None:
        if name:
            self.set_value(name)
            self.changed.emit()
            self.chosen.emit()

    def _ask(self) -> str:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        known = self.tr("Rekenbladen en CSV (*.xlsx *.xlsm *.ods *.csv *.txt *.tsv)")
        everything = self.tr("Alle bestanden")
        name, _ = QFileDialog.getOpenFileName(
            self, self.get_label(), self.edit.text() or documents, f"{known};;{everything} (*)"
        )
        return name
