# SPDX-License-Identifier: EUPL-1.2
"""Where files may be let go: a calm outline with a sentence, over whatever the page shows."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.attachments.incoming import can_take
from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.widgets.text import label

_RADIUS, _DASH = 8, 2


class DropGround(QObject):
    """Lets files be dropped anywhere on a page; `wants` says whether they may be now, `take` gets them."""

    def __init__(self, page: QWidget, wants: Callable[[], bool], take: Callable[[QMimeData], object]) -> None:
        super().__init__(page)
        self._page, self._wants, self._take = page, wants, take
        self.cover = DropCover(page)
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._page:
            return False
        if isinstance(event, QDragMoveEvent | QDragEnterEvent):
            if can_take(event.mimeData()) and self._wants():
                event.setDropAction(Qt.DropAction.CopyAction)  # what is dropped stays where it was
                event.accept()
                self.cover.show_over()
                return True
        elif isinstance(event, QDropEvent):
            self.cover.hide()
            if can_take(event.mimeData()) and self._wants():
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
                self._take(event.mimeData())
                return True
        elif event.type() in (QEvent.Type.DragLeave, QEvent.Type.Hide):
            self.cover.hide()
        return False


class DropCover(QWidget):
    """The outline and the sentence."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        picture = label()
        set_icon(picture, "paperclip", "accent", 40)
        self.sentence = label(self.tr("Laat los om toe te voegen aan dit dossier"), "section", wrap=True)
        self.sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.sentence)
        column.addStretch(1)
        self.hide()

    def show_over(self) -> None:
        """Cover the page."""
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = look.color("accent_soft")
        ground.setAlphaF(0.94)
        edge = look.px(8)
        place = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(look.color("accent"), _DASH, Qt.PenStyle.DashLine))
        painter.setBrush(ground)
        painter.drawRoundedRect(place, look.px(_RADIUS), look.px(_RADIUS))
