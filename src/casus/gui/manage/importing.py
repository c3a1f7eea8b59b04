# SPDX-License-Identifier: EUPL-1.2
"""The way from Beheer to the import of a spreadsheet."""

from PySide6.QtCore import QCoreApplication

from casus.gui.importing import KEY
from casus.gui.manage.section import Row, Section
from casus.gui.shell import Shell


class ImportSection(Section):
    """Take over what is in a spreadsheet now."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(QCoreApplication.translate("Manage", "Gegevens overzetten"))
        self.row = Row(
            self.tr("Bestand importeren"),
            self.tr(
                "Zet een rekenblad (Excel, LibreOffice of CSV) over in je kluis. Je ziet eerst wat er gebeurt."
            ),
            self.tr("Begin"),
            lambda: shell.open(KEY),
        )
        self.add_row(self.row)
