# SPDX-License-Identifier: EUPL-1.2
"""Navigation at the left: the pages of a role, with counts; icons only when the window is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.icons import SIZE, icon
from casus.gui.shell.page import PageSpec
from casus.gui.theme import theme
from casus.gui.widgets.containers import PageScroll
from casus.gui.widgets.text import hairline, label

WIDE, NARROW = 208, 60
_ROW = 36


class NavButton(QRadioButton):
    """One page: icon, name, count. Arrow keys move, Enter or Space opens.

    Signals:
        reached: the keyboard came here.
    """

    reached = Signal()

    def __init__(self, spec: PageSpec) -> None:
        super().__init__(spec.title)
        self.spec = spec
        self._count: int | None = None
        self._narrow = False
        self.setAccessibleName(spec.title)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_count(self, count: int | None) -> None:
        """Show a number behind the name, None for none."""
        self._count = count
        words = f"{self.spec.title}, {number(count)}" if count else self.spec.title
        self.setAccessibleName(words)
        self.update()

    def set_narrow(self, narrow: bool) -> None:
        """Show only the icon, with the name as tool tip."""
        self._narrow = narrow
        self.setToolTip(self.accessibleName() if narrow else "")
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        look = theme()
        return QSize(look.px(NARROW - 16 if self._narrow else WIDE - 16), look.px(_ROW))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(NARROW - 20), theme().px(_ROW))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = self.isChecked()
        if here or self.underMouse():
            painter.setPen(look.color("line") if here else Qt.PenStyle.NoPen)
            painter.setBrush(look.color("surface" if here else "hover"))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, look.px(6), look.px(6))
        if here:
            bar = QRectF(0, self.height() / 4, look.px(3), self.height() / 2)
            painter.fillRect(bar, look.color("accent"))
        ink = "accent" if here else "text"
        side = look.px(SIZE)
        left = (self.width() - side) // 2 if self._narrow else look.px(12)
        icon(self.spec.icon, ink).paint(painter, QRect(left, (self.height() - side) // 2, side, side))
        if not self._narrow:
            self._paint_words(painter, left + side + look.px(10), ink)

    def _paint_words(self, painter: QPainter, left: int, ink: str) -> None:
        look = theme()
        count = number(self._count) if self._count else ""
        small = look.font("small")
        room = QFontMetrics(small).horizontalAdvance(count) + look.px(12)
        font = look.font("strong" if self.isChecked() else "body")
        box = QRect(left, 0, self.width() - left - room, self.height())
        painter.setFont(font)
        painter.setPen(look.color(ink))
        words = QFontMetrics(font).elidedText(self.spec.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(small)
        painter.setPen(look.color("muted"))
        end = self.rect().adjusted(0, 0, -look.px(10), 0)
        painter.drawText(end, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, count)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class Sidebar(QFrame):
    """All pages a role uses.

    Signals:
        chosen: the key of the page the user wants.
    """

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Navigatie"))
        self._narrow = False
        self._buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._name = label("Casus", "section")
        look = theme()
        inside = QWidget()
        inside.setProperty("ground", "none")
        self._scroll = PageScroll(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        column = QVBoxLayout(inside)
        column.setContentsMargins(look.px(8), look.px(12), look.px(8), look.px(12))
        column.setSpacing(look.px(2))
        self._name.setContentsMargins(look.px(12), 0, 0, look.px(12))
        column.addWidget(self._name)
        section = specs[0].section if specs else 0
        for spec in specs:
            if spec.section != section:
                section = spec.section
                column.addSpacing(look.px(8))
                column.addWidget(hairline())
                column.addSpacing(look.px(8))
            column.addWidget(self._make(spec))
        column.addStretch(1)
        self._fit()
        theme().changed.connect(self._fit)

    def set_current(self, key: str) -> None:
        """Mark the page that is shown, if it is in the sidebar; a keyboard that is here goes along."""
        if key in self._buttons:
            here = any(nav.hasFocus() for nav in self._buttons.values())
            self._buttons[key].setChecked(True)
            if here:
                self._buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard on the page that is marked."""
        if (marked := self._group.checkedButton()) is not None:
            marked.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_count(self, key: str, count: int | None) -> None:
        """Show a number behind a page's name."""
        if key in self._buttons:
            self._buttons[key].set_count(count)

    def set_narrow(self, narrow: bool) -> None:
        """Collapse to icons, or open up again."""
        if narrow != self._narrow:
            self._narrow = narrow
            for nav in self._buttons.values():
                nav.set_narrow(narrow)
            self._fit()

    def button(self, key: str) -> NavButton:
        """Return the button of a page."""
        return self._buttons[key]

    def _make(self, spec: PageSpec) -> NavButton:
        nav = NavButton(spec)
        nav.clicked.connect(lambda _on, key=spec.key: self.chosen.emit(key))
        nav.reached.connect(lambda: self._scroll.ensureWidgetVisible(nav))
        self._group.addButton(nav)
        self._buttons[spec.key] = nav
        return nav

    def _fit(self) -> None:
        self.setFixedWidth(theme().px(NARROW if self._narrow else WIDE))
        self._name.setText("C" if self._narrow else "Casus")
        policy = Qt.ScrollBarPolicy
        bar = policy.ScrollBarAlwaysOff if self._narrow else policy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)
