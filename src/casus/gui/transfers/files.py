# SPDX-License-Identifier: EUPL-1.2
"""Where a sealed file goes: the field for it, with a proposal, and what may be written over."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtWidgets import QFileDialog

from casus.errors import CasusError, ExportFailed
from casus.gui.error_text import sentence
from casus.gui.importing.file_field import FileField
from casus.services import exchange
from casus.services.desk import Desk
from casus.services.exchange import SUFFIX


def documents_folder() -> Path:
    """Return where files are proposed to be kept."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))


class FilePlace:
    """A file field for a sealed file; a name that was confirmed in the system's dialog may be written over."""

    def __init__(self, field: FileField, desk: Desk, kind: str) -> None:
        self.field = field
        self._confirmed = ""
        field.ask = self._ask
        field.set_value(documents_folder() / exchange.file_name(desk, kind))

    def may_replace(self, path: Path) -> bool:
        """Return whether this file may be written over."""
        return str(path) == self._confirmed

    def take(self, error: CasusError) -> bool:
        """Show at the field why a file could not be written; False for any other error."""
        if not isinstance(error, ExportFailed):
            return False
        self.field.set_error(sentence(error))
        self.field.take_focus()
        return True

    def _ask(self) -> str:
        kinds = QCoreApplication.translate("SealPanel", "Verzegelde pakketten (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getSaveFileName(self.field, self.field.get_label(), self.field.raw(), kinds)
        self._confirmed = str(Path(name)) if name else ""
        return name
