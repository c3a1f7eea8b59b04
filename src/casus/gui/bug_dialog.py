# SPDX-License-Identifier: EUPL-1.2
"""The one dialog for what should never happen: it says what is safe and shows no one's data."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMessageBox, QWidget
from shiboken6 import isValid

_shown: list[QMessageBox] = []
"""The dialog that is open; without a window behind it nobody else would keep it."""


def show_bug(parent: QWidget | None, error: BaseException) -> None:
    """Show the dialog, once at a time, without blocking the program (so that a lock still works)."""
    if any(isValid(box) and box.isVisible() for box in _shown):
        return
    box = QMessageBox(parent)
    _shown[:] = [box]
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle("Casus")
    box.setText(QCoreApplication.translate("BugDialog", "Er ging iets mis in Casus zelf."))
    box.setInformativeText(
        QCoreApplication.translate(
            "BugDialog",
            "Wat is opgeslagen blijft veilig in de kluis en je concept is bewaard. "
            "Probeer het opnieuw; gaat het weer mis, sluit Casus dan af en start het opnieuw.\n\n"
            "Soort fout: {0}",
        ).format(type(error).__name__)
    )
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.open()
