# SPDX-License-Identifier: EUPL-1.2
"""A timeline: newest first, grouped by month, two lines of text each with "Meer"."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from casus.gui.dates_text import day_month, month_year
from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import PageScroll, clear_layout
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label, show_if

AT_ONCE = 40
AT_A_TIME = 10  # entries made in one go, so that the window answers in between
_SHORT = 180
_ABOVE = 48  # what stays in view above an entry that was sought


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened. `status` and `tone` make a pill; `id` "" cannot be opened; `key` is sought by.

    `beside` is shown under the body, always whole: what the person says of it, or what it was before.
    """

    id: str
    on: date
    icon: str
    title: str
    body: str = ""
    by: str = ""
    status: str = ""
    tone: str = "neutral"
    key: str = ""
    beside: str = ""


class _Rail(QWidget):
    """The line with a dot that ties entries together."""

    def __init__(self, icon: str) -> None:
        super().__init__()
        self._dot = label()
        self._dot.setParent(self)
        set_icon(self._dot, icon, "muted", 16)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(theme().px(32), theme().px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        middle, side = self.width() / 2, look.px(28)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("line"), look.tokens.line_width))
        painter.drawLine(QPointF(middle, 0), QPointF(middle, self.height()))
        painter.setBrush(look.color("surface"))
        painter.drawEllipse(QPointF(middle, side / 2 + 1), side / 2, side / 2)
        size = self._dot.sizeHint()
        self._dot.setGeometry(
            round(middle - size.width() / 2),
            round(side / 2 + 1 - size.height() / 2),
            size.width(),
            size.height(),
        )


class Aside(QFrame):
    """Words of another beside a text, set off by a line of their own at the left."""

    def __init__(self, words: str) -> None:
        super().__init__()
        look = theme()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.px(4), 0, look.px(4))
        row.setSpacing(look.px(8))
        mark = label()
        set_icon(mark, "chat-text", "accent", 16)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(words, wrap=True), 1)


class _EntryRow(QWidget):
    """One entry: rail, title line, text, and who.

    Signals:
        menu_wanted: its menu is asked for (menu key or right mouse button), and where on the screen.
    """

    menu_wanted = Signal(QPoint)

    def __init__(self, entry: Entry, on_open: Callable[[str], object]) -> None:
        super().__init__()
        self._entry, self._sought = entry, False
        look = theme()
        self._body = label(wrap=True)
        self._more = button(self.tr("Meer"), self._show_all, kind="link")
        self._more.setAccessibleName(self.tr("Meer van {0}").format(entry.title))
        head = FlowBox(gap=8)
        when = label(day_month(entry.on, entry.on), "strong", "muted")
        head.add(when)
        if entry.id:
            title = button(entry.title, lambda: on_open(entry.id), kind="link")
            title.setAccessibleName(f"{day_month(entry.on, entry.on)}: {entry.title}")
            head.add(title)
        else:
            head.add(label(entry.title, "strong"))
        if entry.status:
            head.add(Pill(entry.status, entry.tone))
        if entry.by:
            head.add(label(entry.by, "small", "muted"))
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, look.px(20))
        self._words = words
        words.setSpacing(look.px(2))
        words.addWidget(head)
        words.addWidget(self._body)
        if entry.beside:
            words.addWidget(Aside(entry.beside))
        words.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, look.px(4), 0)
        row.setSpacing(look.px(12))
        row.addWidget(_Rail(entry.icon))
        row.addLayout(words, 1)
        self._show_short()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())

    def mark(self) -> None:
        """Show that this is the entry that was asked for: whole, on a ground of its own, with the keyboard."""
        self._sought = True
        self._show_all()
        self._words.setContentsMargins(0, theme().px(6), 0, theme().px(20))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        entry = self._entry
        words = (day_month(entry.on), entry.title, entry.status, entry.by, entry.body)
        self.setAccessibleName(", ".join(part for part in words if part))
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._sought:
            look = theme()
            ground = QRectF(self.rect()).adjusted(look.px(34), 0, 0, -look.px(10))
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setBrush(look.color("accent_soft"))
            pen = QPen(look.color("accent"), look.px(2)) if self.hasFocus() else QPen(Qt.PenStyle.NoPen)
            painter.setPen(pen)
            painter.drawRoundedRect(ground.adjusted(1, 1, -1, -1), look.px(6), look.px(6))
            painter.end()
        super().paintEvent(event)

    def _show_short(self) -> None:
        text = " ".join(self._entry.body.split())
        long = len(text) > _SHORT
        self._body.setText(text[:_SHORT].rsplit(" ", 1)[0] + " …" if long else text)
        show_if(self._body, bool(text))
        show_if(self._more, long)

    def _show_all(self) -> None:
        self._body.setText(self._entry.body)
        self._more.hide()


class Timeline(QWidget):
    """Scrollable timeline.

    Signals:
        opened: the id of an entry the user wants to see.
        menu_wanted: the key of an entry, and where on the screen its menu is to open.
    """

    opened = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: Sequence[Entry] = ()
        self._shown = self._wanted = 0
        self._sought = self._aimed = ""
        self._going_on = QTimer(self, singleShot=True, interval=0)
        self._going_on.timeout.connect(self._add_some)
        self._rows: dict[str, _EntryRow] = {}
        content = QWidget()
        content.setProperty("ground", "none")
        column = QVBoxLayout(content)
        column.setContentsMargins(theme().px(4), theme().px(4), theme().px(12), theme().px(4))
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        self._more = button(self.tr("Oudere tonen"), self._show_more, kind="quiet")
        self._more.hide()
        column.addLayout(self._column)
        column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._content, self._scroll = content, PageScroll(content)
        outer.addWidget(self._scroll)
        self.setAccessibleName(self.tr("Tijdlijn"))

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these entries, newest first."""
        clear_layout(self._column)
        self._rows.clear()
        self._entries = sorted(entries, key=lambda entry: entry.on, reverse=True)
        self._shown = 0
        self._show_more()

    def seek(self, key: str) -> None:
        """Bring an entry into view, marked and with the keyboard in it; older ones are shown as far as needed."""
        at = next((at for at, entry in enumerate(self._entries) if entry.key == key), -1)
        if at < 0:
            return
        self._sought = key
        self._wanted = max(self._wanted, at + 1)
        if at < self._shown:
            self._reveal()
        else:
            self._more.hide()
            self._going_on.start()

    def _reveal(self) -> None:
        """Go to the entry that is sought, if it is there by now."""
        row = self._rows.get(self._sought)
        if row is None:
            return
        self._sought, self._aimed = "", self._sought
        row.mark()
        self._aim()
        QTimer.singleShot(0, self, self._aim)  # once more when all has its height

    def _aim(self) -> None:
        """Scroll to the entry that was revealed last."""
        row = self._rows.get(self._aimed)
        if row is None:
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        bar = self._scroll.verticalScrollBar()
        bar.setValue(row.mapTo(self._content, QPoint(0, 0)).y() - theme().px(_ABOVE))

    def _show_more(self) -> None:
        self._wanted = min(len(self._entries), self._shown + AT_ONCE)
        self._more.hide()
        self._add_some()

    def _add_some(self) -> None:
        before = self._entries[self._shown - 1].on if self._shown else None
        upto = min(self._wanted, self._shown + AT_A_TIME)
        for entry in self._entries[self._shown : upto]:
            if before is None or (before.year, before.month) != (entry.on.year, entry.on.month):
                heading = label(month_year(entry.on), "section")
                heading.setContentsMargins(0, theme().px(8), 0, theme().px(8))
                self._column.addWidget(heading)
            before = entry.on
            row = _EntryRow(entry, self.opened.emit)
            row.menu_wanted.connect(partial(self.menu_wanted.emit, entry.key))
            self._column.addWidget(row)
            row.show()
            if entry.key:
                self._rows[entry.key] = row
        # Laid out before anything is painted or added: rows in a column that has yet to grow lie on each other.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._shown = upto
        if upto < self._wanted:
            self._going_on.start()
        else:
            self._more.setVisible(upto < len(self._entries))
        if self._sought:
            self._reveal()
