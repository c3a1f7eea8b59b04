# SPDX-License-Identifier: EUPL-1.2
"""Step 1: which file."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.errors import CasusError, InvalidInput, UnreadableFile
from casus.gui.error_text import sentence
from casus.gui.forms.ui_import_file import Ui_ImportFile
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.form import Form
from casus.gui.widgets.text import label
from casus.services import importing

_WIDTH = 720


class FileStep(QWidget):
    """One file, and what happens to it.

    Signals:
        wanted: a file to read: its Path.
    """

    wanted = Signal(Path)

    def __init__(self, role: str, language: str) -> None:
        super().__init__()
        content = QWidget()
        self.ui = Ui_ImportFile()
        self.ui.setupUi(content)
        self.form = Form(content)
        self.ui.fileField.chosen.connect(self.submit)
        self.ui.fileField.edit.returnPressed.connect(self.submit)
        self.next = button(self.tr("Bestand lezen"), self.submit, kind="primary")
        what = ", ".join(subject.label(language).lower() for subject in importing.subjects_of(role))
        card = Card(self.tr("Een rekenblad of CSV-bestand"))
        card.add(content)
        card.rows.addSpacing(theme().px(8))
        for words in (
            self.tr("Je kunt dit importeren: {0}.").format(what),
            self.tr(
                "Casus leest het bestand alleen en maakt er nergens een kopie van. Macro's en koppelingen doen niets."
            ),
            self.tr("Er verandert niets in je kluis tot je bij de laatste stap op Importeren drukt."),
        ):
            card.add(label(words, tone="muted", wrap=True))
        buttons = QHBoxLayout()
        buttons.addWidget(self.next)
        buttons.addStretch(1)
        card.rows.addSpacing(theme().px(8))
        card.add(buttons)
        self._card = card
        inside = QWidget()
        inside.setProperty("ground", "none")
        around = QVBoxLayout(inside)
        around.setContentsMargins(0, 0, theme().px(8), theme().px(8))
        around.addWidget(card)
        around.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(PageScroll(inside))
        self._fit()
        theme().changed.connect(self._fit)

    def submit(self) -> None:
        """Ask for the file to be read."""
        path = self.ui.fileField.value()
        if path is None:
            self.form.take(InvalidInput("path", "required"))
            return
        self.ui.fileField.set_error("")
        self.wanted.emit(path)

    def refuse(self, error: CasusError) -> bool:
        """Show at the field why a file cannot be read; False for other errors."""
        if not isinstance(error, UnreadableFile):
            return False
        self.ui.fileField.set_error(sentence(error))
        self.ui.fileField.take_focus()
        return True

    def start(self) -> None:
        """Begin with another file."""
        self.ui.fileField.set_value(None)
        self.ui.fileField.set_error("")
        self.ui.fileField.take_focus()

    def _fit(self) -> None:
        self._card.setMaximumWidth(theme().px(_WIDTH))
