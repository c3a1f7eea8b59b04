# SPDX-License-Identifier: EUPL-1.2
"""A field for a folder: typed, or chosen in the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.field import Field

_LIMIT = 1_000


class FolderField(Field):
    """One folder; `value()` is a Path, None when empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        self.edit = QLineEdit(box)
        self.edit.setMaxLength(_LIMIT)
        self.edit.textEdited.connect(self.changed)
        self.browse = button(self.tr("Andere map…"), self.choose)
        row.addWidget(self.edit, 1)
        row.addWidget(self.browse)
        self.install(box, focus=self.edit)

    def value(self) -> Path | None:
        text = self.edit.text().strip()
        return Path(text).expanduser() if text else None

    def set_value(self, value: Path | str | None) -> None:
        self.edit.setText(str(value) if value else "")
        self.edit.setCursorPosition(0)

    def raw(self) -> str:
        return self.edit.text()

    def choose(self) -> None:
        """Ask the system for a folder."""
        chosen = QFileDialog.getExistingDirectory(self, self.get_label(), self.edit.text())
        if chosen:
            self.set_value(chosen)
            self.changed.emit()
