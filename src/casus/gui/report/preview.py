# SPDX-License-Identifier: EUPL-1.2
"""Looks at a PDF that exists in memory only."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.text import label

_STEP = 1.2


class PdfPreview(QWidget):
    """Pages under one another, with zoom; nothing is written to disk."""

    def __init__(self) -> None:
        super().__init__()
        self._document = QPdfDocument(self)
        self._buffer = QBuffer(self)
        self.view = QPdfView(self)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self._document)
        self.view.setAccessibleName(self.tr("Voorbeeld van het rapport"))
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.pages = label(role="small", tone="muted")
        row = QHBoxLayout()
        row.addWidget(self.pages, 1)
        row.addWidget(
            icon_button("magnifying-glass-minus", self.tr("Voorbeeld kleiner"), lambda: self._zoom(1 / _STEP))
        )
        row.addWidget(
            icon_button("magnifying-glass-plus", self.tr("Voorbeeld groter"), lambda: self._zoom(_STEP))
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(8))
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def show_pdf(self, content: bytes) -> None:
        """Show these bytes."""
        self._document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        self.pages.setText(self.tr("{0} pagina’s").format(self._document.pageCount()))

    def _zoom(self, factor: float) -> None:
        if self.view.zoomMode() is not QPdfView.ZoomMode.Custom:
            width = self._document.pagePointSize(0).width() or 1
            shown = self.view.viewport().width() * 72 / (width * self.logicalDpiX())
            self.view.setZoomMode(QPdfView.ZoomMode.Custom)
            self.view.setZoomFactor(shown)
        self.view.setZoomFactor(min(4.0, max(0.2, self.view.zoomFactor() * factor)))
