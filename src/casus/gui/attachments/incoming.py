# SPDX-License-Identifier: EUPL-1.2
"""What was dropped, pasted or chosen, as documents to be added."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QStandardPaths
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QWidget

from casus.services.attachments import FileSource, MemorySource, Source

MOST = 20
"""How many documents are added at a time; more would be a pile, not a dossier."""


def can_take(data: QMimeData) -> bool:
    """Tell whether there is a file or a picture in what is dragged or copied."""
    return any(url.isLocalFile() for url in data.urls()) or data.hasImage()


def files_in(data: QMimeData) -> list[Source]:
    """Return the files in what was dropped or copied."""
    return files(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())


def files(paths: Iterable[Path]) -> list[Source]:
    """Return these files, each once."""
    return [FileSource(path) for path in dict.fromkeys(paths)]


def picture_in(data: QMimeData) -> QImage | None:
    """Return the picture in what was dropped or copied, when there is no file."""
    image = data.imageData() if data.hasImage() else None
    return image if isinstance(image, QImage) and not image.isNull() else None


def as_png(image: QImage, name: str) -> MemorySource:
    """Return a picture as a PNG, in memory only; takes a while, so call it in the worker."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes text
    return MemorySource(name, bytes(buffer.data().data()))


def ask_files(parent: QWidget, title: str, known: str, everything: str) -> Sequence[str]:
    """Ask the system for files."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    kinds = f"{known} (*.pdf *.jpg *.jpeg *.png *.webp *.gif *.bmp *.txt)"
    names, _ = QFileDialog.getOpenFileNames(parent, title, documents, f"{kinds};;{everything} (*)")
    return names
