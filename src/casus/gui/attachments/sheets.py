# SPDX-License-Identifier: EUPL-1.2
"""Pages under one another, drawn from tiles that come when they are in view; zoom, fit and turn by keyboard too."""

from collections import OrderedDict
from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea

from casus.gui.attachments.papers import TILE, Tile
from casus.gui.theme import theme

SMALLEST, LARGEST, STEP = 0.1, 8.0, 1.2
_GAP, _MARGIN = 16, 12
_LINE = 48
_WIDENED = 1.6
_KEPT_TILES = 60
_POINTS = 72


class SheetView(QAbstractScrollArea):
    """The pages of a document.

    Signals:
        wanted: a tile (papers.Tile) that is in view and not there yet; one at a time.
        moved: another page is in view, or the size changed.
    """

    wanted = Signal(object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pages: Sequence[QSizeF] = ()
        self._tiles: OrderedDict[Tile, QImage] = OrderedDict()
        self._asked: Tile | None = None
        self._zoom = self._widest = 1.0
        self._fits = True
        self._turns = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        theme().changed.connect(self._arrange)

    # --- what is shown ---

    def show_pages(self, pages: Sequence[QSizeF], *, widen: bool = True) -> None:
        """Show a document from its beginning, as wide as the view; a small one is made larger when `widen`."""
        self.clear()
        self._widest = _WIDENED if widen else 1.0
        self._pages, self._fits, self._turns = pages, True, 0
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Let go of every picture at once."""
        self._pages, self._asked = (), None
        self._tiles.clear()
        self._arrange()

    def take(self, tile: Tile, image: QImage) -> None:
        """Put in a tile that was wanted."""
        if not self._pages:
            return
        self._tiles[tile] = image
        while len(self._tiles) > max(_KEPT_TILES, 2 * len(self._in_view())):
            self._tiles.popitem(last=False)
        self._asked = None
        self.viewport().update()

    @property
    def complete(self) -> bool:
        """Whether everything in view is drawn."""
        return bool(self._pages) and all(tile in self._tiles for tile in self._in_view())

    @property
    def tiles(self) -> int:
        """How many tiles are in memory."""
        return len(self._tiles)

    @property
    def page(self) -> int:
        """The number of the page in the middle of the view, from 0."""
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = [at for at, place in enumerate(self._places()) if place.top() <= middle]
        return places[-1] if places else 0

    @property
    def percent(self) -> int:
        """How large it is shown, in per cent."""
        return round(self._scale() * 100)

    # --- size and place ---

    def zoom(self, factor: float) -> None:
        """Show it larger or smaller; what is in the middle stays there."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        part = (bar.value() + view / 2) / max(1, bar.maximum() + view)
        self._zoom, self._fits = min(LARGEST, max(SMALLEST, self._scale() * factor)), False
        self._arrange()
        bar.setValue(round(part * (bar.maximum() + view) - view / 2))

    def fit(self) -> None:
        """Show it as wide as the view."""
        self._fits = True
        self._arrange()

    def turn(self) -> None:
        """Turn it a quarter to the right."""
        self._turns = (self._turns + 1) % 4
        self._arrange()

    def go_to(self, page: int) -> None:
        """Bring a page to the top."""
        places = self._places()
        if 0 <= page < len(places):
            self.verticalScrollBar().setValue(int(places[page].top()) - theme().px(_MARGIN))

    def _scale(self) -> float:
        if not self._fits or not self._pages:
            return self._zoom
        widest = max(self._turned(size).width() for size in self._pages) * self._dots()
        room = self.viewport().width() - 2 * theme().px(_MARGIN)
        return min(
            LARGEST, max(SMALLEST, min(room / max(widest, 1), self._widest * theme().scale.percent / 100))
        )

    def _dots(self) -> float:
        return self.logicalDpiX() / _POINTS

    def _turned(self, size: QSizeF) -> QSizeF:
        return size.transposed() if self._turns % 2 else size

    def _places(self) -> list[QRectF]:
        """Return where each page lies, in the whole that is scrolled over."""
        scale, top = self._scale() * self._dots(), float(theme().px(_MARGIN))
        sizes = [self._turned(size) * scale for size in self._pages]
        across = max([size.width() for size in sizes], default=0) + 2 * theme().px(_MARGIN)
        across = max(across, self.viewport().width())
        places = []
        for size in sizes:
            places.append(QRectF((across - size.width()) / 2, top, size.width(), size.height()))
            top += size.height() + theme().px(_GAP)
        return places

    def _arrange(self) -> None:
        places, view = self._places(), self.viewport().size()
        high = int(places[-1].bottom()) + theme().px(_MARGIN) if places else 0
        wide = int(max((place.right() for place in places), default=0)) + theme().px(_MARGIN)
        for bar, whole, room in (
            (self.verticalScrollBar(), high, view.height()), (self.horizontalScrollBar(), wide, view.width()),
        ):  # fmt: skip
            bar.setRange(0, max(0, whole - room))
            bar.setPageStep(room)
            bar.setSingleStep(theme().px(_LINE))
        self._asked = None
        self.viewport().update()
        self.moved.emit()

    # --- drawing ---

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look.color("window"))
        away = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        view = QRectF(self.viewport().rect())
        for number, place in enumerate(self._places()):
            here = place.translated(-away)
            if here.intersects(view):
                painter.fillRect(here, Qt.GlobalColor.white)
                self._paint_page(painter, number, here)
                painter.setPen(QPen(look.color("line"), 1))
                painter.drawRect(here)
        painter.end()
        self._ask()

    def _paint_page(self, painter: QPainter, number: int, here: QRectF) -> None:
        painter.save()
        painter.setClipRect(here)
        painter.setTransform(self._onto(number, here), combine=True)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for tile in self._tiles_of(number, here):
            image = self._tiles.get(tile)
            if image is not None:
                self._tiles.move_to_end(tile)
                painter.drawImage(tile.place(), image)
        painter.restore()

    def _onto(self, number: int, here: QRectF) -> QTransform:
        """Return what brings the pixels of a page as it is drawn to its place in the view, turned."""
        across, down = self._pixels(number)
        turned = QTransform().translate(here.center().x(), here.center().y()).rotate(90 * self._turns)
        ratio = self.devicePixelRatioF()
        return turned.scale(1 / ratio, 1 / ratio).translate(-across / 2, -down / 2)

    def _pixels(self, number: int) -> tuple[int, int]:
        scale = self._scale() * self._dots() * self.devicePixelRatioF()
        size = self._pages[number] * scale
        return max(1, round(size.width())), max(1, round(size.height()))

    def _tiles_of(self, number: int, here: QRectF) -> list[Tile]:
        """Return the tiles of a page that are in view."""
        size = self._pixels(number)
        back, able = self._onto(number, here).inverted()
        seen = here.intersected(QRectF(self.viewport().rect()))
        if not able or seen.isEmpty():
            return []
        part = back.mapRect(seen).toAlignedRect().intersected(QRect(0, 0, *size))
        columns = range(part.left() // TILE, part.right() // TILE + 1)
        rows = range(part.top() // TILE, part.bottom() // TILE + 1)
        return [Tile(number, size, column, row) for row in rows for column in columns]

    def _in_view(self) -> list[Tile]:
        away = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        places = enumerate(self._places())
        return [tile for number, place in places for tile in self._tiles_of(number, place.translated(-away))]

    def _ask(self) -> None:
        if self._asked is not None or not self._pages:
            return
        self._asked = next((tile for tile in self._in_view() if tile not in self._tiles), None)
        if self._asked is not None:
            self.wanted.emit(self._asked)

    # --- Qt ---

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(STEP if event.angleDelta().y() > 0 else 1 / STEP)
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move through the document: pages, lines, its beginning and its end."""
        bar, key = self.verticalScrollBar(), event.key()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(), Qt.Key.Key_PageUp: -bar.pageStep(), Qt.Key.Key_Space: bar.pageStep(),
            Qt.Key.Key_Home: -bar.maximum(), Qt.Key.Key_End: bar.maximum(),
        }  # fmt: skip
        if (
            event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
            and key in steps
        ):
            bar.setValue(bar.value() + steps[Qt.Key(key)])
            return
        super().keyPressEvent(event)

    def point_in_view(self) -> QPoint:
        """Return how far it is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
