# SPDX-License-Identifier: EUPL-1.2
"""Step 3: look at the report as it will leave, then release and save it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.forms.ui_report_release import Ui_ReportRelease
from casus.gui.report.preview import PdfPreview
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import Card
from casus.gui.widgets.form import Form
from casus.gui.widgets.text import label

_SIDE_WIDTH = 340


@dataclass(frozen=True)
class SaveWish:
    """Where the report goes, in which forms and language."""

    folder: Path
    formats: tuple[str, ...]
    language: str


class ReleaseStep(QWidget):
    """Preview on the left; choices and the one button that lets figures out on the right.

    Signals:
        back: to the second step.
        language_chosen: nl or en; the preview has to be made in it.
        save_wanted: a `SaveWish`.
    """

    back = Signal()
    language_chosen = Signal(str)
    save_wanted = Signal(object)

    def __init__(self, ask_folder: Callable[[QWidget], str] | None = None) -> None:
        super().__init__()
        self._ask_folder = ask_folder or _ask_folder
        self.preview = PdfPreview()
        content = QWidget()
        self.ui = Ui_ReportRelease()
        self.ui.setupUi(content)
        self.form = Form(content)
        self._fill()
        self.save = button(self.tr("Vrijgeven en opslaan…"), self.submit, kind="primary", icon="export")
        self.card = Card(self.tr("Vrijgeven"))
        self.card.add(content)
        self.to_figures = button(self.tr("Terug"), self.back.emit, icon="arrow-left")
        self.state = label(wrap=True)
        self._set_unreleased()
        self.card.rows.addSpacing(theme().px(12))
        self.card.add(self.state)
        self.card.rows.addSpacing(theme().px(12))
        self.card.add(self.save)
        side = QWidget()
        fix_width(side, _SIDE_WIDTH)
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card)
        column.addStretch(1)
        middle = QHBoxLayout()
        middle.setSpacing(theme().px(24))
        middle.addWidget(self.preview, 1)
        middle.addWidget(side)
        buttons = QHBoxLayout()
        buttons.addWidget(self.to_figures)
        buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme().px(12))
        outer.addLayout(middle, 1)
        outer.addLayout(buttons)

    def start(self, language: str) -> None:
        """Begin with a report that was not released yet."""
        self.ui.languageField.set_value(language)
        self._set_unreleased()

    def language(self) -> str:
        """Return the chosen language of the report."""
        return str(self.ui.languageField.value())

    def submit(self) -> None:
        """Ask where to, and ask for the release."""
        values = self.form.read()
        if values is None:
            return
        folder = self._ask_folder(self)
        if folder:
            self.save_wanted.emit(SaveWish(Path(folder), values["formats"], values["language"]))

    def show_saved(self, number: int, files: tuple[Path, ...]) -> None:
        """Tell which files were written."""
        names = "\n".join(path.name for path in files)
        self.state.setText(self.tr("Vrijgave {0} staat in het boek. Opgeslagen:\n{1}").format(number, names))
        self.save.setText(self.tr("Nog eens opslaan…"))
        self.to_figures.setEnabled(False)

    def _set_unreleased(self) -> None:
        self.state.setText(
            self.tr(
                "Na vrijgeven staat elk cijfer in het boek van vrijgaven. Dat kan niet worden teruggedraaid."
            )
        )
        self.save.setText(self.tr("Vrijgeven en opslaan…"))
        self.to_figures.setEnabled(True)

    def _fill(self) -> None:
        self.ui.formatsField.set_choices([Choice("pdf", "PDF"), Choice("ods", "ODS"), Choice("csv", "CSV")])
        self.ui.formatsField.set_value(("pdf", "ods", "csv"))
        self.ui.languageField.set_choices(
            [Choice("nl", self.tr("Nederlands")), Choice("en", self.tr("Engels"))]
        )
        self.ui.languageField.changed.connect(lambda: self.language_chosen.emit(self.language()))


def _ask_folder(parent: QWidget) -> str:
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return QFileDialog.getExistingDirectory(
        parent, QCoreApplication.translate("ReleaseStep", "Waar moet het rapport komen?"), documents
    )
