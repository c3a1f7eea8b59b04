# SPDX-License-Identifier: EUPL-1.2
"""Documents as the vault's worker holds them open: read by chunks, drawn by tiles. Nothing here runs in the window.

Qt reads a PDF or picture through a device whose bytes come from the vault when they are asked for. All of it is made,
used and closed in the one thread that may touch the vault, so no lock of Qt's PDF code is ever waited for elsewhere.
"""

import codecs
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QIODevice, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions

from casus.domain.text import visible
from casus.errors import CasusError, Unshowable
from casus.services.attachments import PDF, TEXT, AttachmentReader

TILE = 512
"""Side of a tile in pixels of the screen: drawing one takes a few milliseconds."""
LONGEST_SIDE = 4_096
"""A picture is scaled down to this while it is read."""
MOST_MEGABYTES = 160
"""What a picture may take while it is decoded; Qt refuses a larger one before it begins."""
_POINTS, _DOTS = 72, 96
_TEXT_STEP = 256 * 1024


class ChunkDevice(QIODevice):
    """The bytes of a document for Qt, read from the vault when asked for; `failure` is what went wrong."""

    def __init__(self, reader: AttachmentReader) -> None:
        super().__init__()
        self._reader = reader
        self.failure: CasusError | None = None
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def isSequential(self) -> bool:
        return False

    def size(self) -> int:
        return self._reader.size

    def readData(self, most: int) -> bytes:
        try:
            return self._reader.read_at(self.pos(), most)
        except CasusError as error:
            self.failure = error
            return b""

    def writeData(self, _data: object, _length: int = 0) -> int:
        return -1


@dataclass(frozen=True)
class Tile:
    """A square of a page: which page, how large the whole page is in pixels, which column and row."""

    page: int
    size: tuple[int, int]
    column: int
    row: int

    def place(self) -> QRect:
        """Return where it lies in the page."""
        left, top = self.column * TILE, self.row * TILE
        return QRect(left, top, min(TILE, self.size[0] - left), min(TILE, self.size[1] - top))


class Paper(Protocol):
    """A document held open."""

    def draw(self, tile: Tile) -> QImage:
        """Return a tile as a picture."""
        ...

    def words(self, page: int) -> str:
        """Return the text of a page, for a screen reader; "" when it has none."""
        ...

    def pages(self) -> list[QSizeF]:
        """Return the sizes of the pages in points."""
        ...

    def close(self) -> None:
        """Let go of everything."""
        ...


class PdfPaper:
    """A PDF. No script in it is run and no link in it leads anywhere: pages are drawn as pictures."""

    def __init__(self, reader: AttachmentReader, password: str = "") -> None:
        self._reader = reader
        self._device: ChunkDevice | None = ChunkDevice(reader)
        self._document: QPdfDocument | None = QPdfDocument()
        if password:
            self._document.setPassword(password)
        self._document.load(self._device)
        error = self._document.error()
        if error is not QPdfDocument.Error.None_ or self._document.pageCount() == 0:
            failure = self._device.failure
            self.close()
            locked = error is QPdfDocument.Error.IncorrectPassword
            raise failure or Unshowable("password" if locked else "damaged")

    def pages(self) -> list[QSizeF]:
        """Return the sizes of the pages in points."""
        assert self._document is not None
        return [self._document.pagePointSize(at) for at in range(self._document.pageCount())]

    def draw(self, tile: Tile) -> QImage:
        """Draw a tile on white."""
        assert self._document is not None
        options = QPdfDocumentRenderOptions()
        options.setScaledSize(QSize(*tile.size))
        options.setScaledClipRect(tile.place())
        drawn = self._document.render(tile.page, tile.place().size(), options)
        return _on_white(drawn, tile.place().size())

    def words(self, page: int) -> str:
        """Return the text of a page."""
        assert self._document is not None
        return visible(self._document.getAllText(page).text())

    def close(self) -> None:
        """Close document and device, in this thread."""
        if self._document is not None:
            self._document.close()
        self._document = None
        self._device = None
        self._reader.close()


class PicturePaper:
    """A picture, scaled down while it is read when it is very large."""

    def __init__(self, reader: AttachmentReader) -> None:
        QImageReader.setAllocationLimit(MOST_MEGABYTES)
        device = ChunkDevice(reader)
        source = QImageReader(device)
        source.setDecideFormatFromContent(True)
        source.setAutoTransform(True)
        size = source.size()
        if max(size.width(), size.height()) > LONGEST_SIDE:
            source.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
        self._image = source.read()
        reader.close()
        if self._image.isNull():
            raise device.failure or _why(size)

    def pages(self) -> list[QSizeF]:
        """Return one page: at 100 % each pixel of the picture is one of the screen."""
        return [QSizeF(self._image.size()) * _POINTS / _DOTS]

    def draw(self, tile: Tile) -> QImage:
        """Return a part of the picture at the size asked for."""
        place, wanted = tile.place(), tile.size
        across, down = self._image.width() / wanted[0], self._image.height() / wanted[1]
        part = QRect(
            int(place.x() * across), int(place.y() * down),
            max(1, round(place.width() * across)), max(1, round(place.height() * down)),
        )  # fmt: skip
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = self._image.copy(part).scaled(place.size(), Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
        return _on_white(scaled, place.size())

    def words(self, _page: int) -> str:
        """A picture has no words."""
        return ""

    def close(self) -> None:
        """Let go of the picture."""
        self._image = QImage()


class TextPaper:
    """Plain text, a piece at a time; what cannot be seen or turns the reading direction is written out."""

    def __init__(self, reader: AttachmentReader) -> None:
        self._reader, self._at = reader, 0
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")

    def more(self) -> tuple[str, bool]:
        """Return the next piece, and whether there is more after it."""
        content = self._reader.read_at(self._at, _TEXT_STEP)
        self._at += len(content)
        last = self._at >= self._reader.size
        text = self._decoder.decode(content, last).replace("\r\n", "\n").replace("\r", "\n")
        return visible(text), not last

    def close(self) -> None:
        """Let go of what was read."""
        self._reader.close()


def open_paper(reader: AttachmentReader, password: str = "") -> PdfPaper | PicturePaper | TextPaper:
    """Return a document held open; call it, and all it returns, in the worker.

    Raises Unshowable with reason password, damaged or too_many_pixels; NotFound; VaultDamaged.
    """
    if reader.row.media_type == PDF:
        return PdfPaper(reader, password)
    if reader.row.media_type == TEXT:
        return TextPaper(reader)
    return PicturePaper(reader)


def _why(size: QSize) -> Unshowable:
    needed = size.width() * size.height() * 4 // (1 << 20)
    return Unshowable("too_many_pixels" if needed > MOST_MEGABYTES else "damaged")


def _on_white(drawn: QImage, size: QSize) -> QImage:
    """Return what was drawn on paper: a PDF and many pictures have no ground of their own."""
    paper = QImage(size, QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
