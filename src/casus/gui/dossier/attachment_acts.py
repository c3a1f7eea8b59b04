# SPDX-License-Identifier: EUPL-1.2
"""What can be done with documents from a dossier: drop, paste or choose them, look at them, change them, take them out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QObject
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError
from casus.gui.attachments.adding import AddingPanel
from casus.gui.attachments.form import AttachmentPanel
from casus.gui.attachments.incoming import as_png, ask_files, can_take, files, files_in, picture_in
from casus.gui.shell import Shell
from casus.services import attachments
from casus.services.attachments import Source
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.dossier import Dossier


class AttachmentActs(QObject):
    """The acts on documents; `shown` gives the dossier they are about."""

    def __init__(
        self, shell: Shell, desk: Desk, parent: QObject, shown: Callable[[], Dossier | None]
    ) -> None:
        super().__init__(parent)
        self._shell, self._desk, self._shown = shell, desk, shown
        self._panel: AddingPanel | None = None
        self.ask: Callable[[], Sequence[str]] = self._ask

    def choose(self) -> None:
        """Ask the system which files to add."""
        if names := self.ask():
            self.add(files(map(Path, names)))

    def take(self, data: QMimeData) -> None:
        """Add what was dropped or copied: files, else a picture."""
        if found := files_in(data):
            self.add(found)
        elif (image := picture_in(data)) is not None:
            self._add_picture(image)

    def paste(self) -> None:
        """Add what is on the clipboard, when it is a file or a picture."""
        data = QGuiApplication.clipboard().mimeData()
        dossier = self._shown()
        if dossier is not None and not dossier.read_only and can_take(data):
            self.take(data)

    def add(self, sources: Sequence[Source]) -> None:
        """Ask about these documents in the panel; one that is open for this dossier takes them in."""
        dossier = self._shown()
        if dossier is None:
            return
        person_id, case_id = dossier.person.id, dossier.case.id if dossier.case else ""
        panel = self._panel
        if panel is None or not panel.is_for(person_id, case_id):
            panel = self._panel = AddingPanel(self._shell, self._desk, person_id, case_id)
            panel.going.connect(self._forget)
            self._shell.open_panel(panel)
        panel.add(sources)

    def view(self, attachment_id: str) -> None:
        """Look at a document."""
        self._shell.open("bijlage", attachment_id)

    def edit(self, attachment_id: str) -> None:
        """Change what is said about it."""
        self._shell.open_panel(AttachmentPanel(self._shell, self._desk, attachment_id))

    def remove(self, attachment_id: str) -> None:
        """Take it out; undo brings it back."""
        words = QCoreApplication.translate(
            "AttachmentActs", "Bijlage weggehaald; terughalen kan nog {0} dagen"
        )

        def done(result: Done[str]) -> None:
            self._shell.emit_changed(result.changes)
            self._shell.announce(words.format(attachments.KEPT_DAYS))

        desk = self._desk
        self._shell.tasks.run(
            lambda: attachments.remove_attachment(desk, attachment_id), owner=self, done=done
        )

    def _add_picture(self, image: QImage) -> None:
        name = QCoreApplication.translate("AttachmentActs", "Geplakte afbeelding")
        self._shell.tasks.run(
            lambda: as_png(image, name), owner=self, done=lambda source: self.add([source]), failed=self._fail
        )

    def _fail(self, error: CasusError) -> None:
        self._shell.show_error(error)

    def _forget(self) -> None:
        self._panel = None

    def _ask(self) -> Sequence[str]:
        translate = QCoreApplication.translate
        page = self.parent()
        return ask_files(
            page if isinstance(page, QWidget) else QWidget(),
            translate("AttachmentActs", "Bijlagen toevoegen"),
            translate("AttachmentActs", "PDF, foto's en tekst"),
            translate("AttachmentActs", "Alle bestanden"),
        )
