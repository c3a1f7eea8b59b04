# SPDX-License-Identifier: EUPL-1.2
"""Options side by side that look like buttons and behave, to keyboard and reader, like radio buttons."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.tab_order import line_up

_HEIGHT, _PADDING, _RADIUS = 36, 14, 6
_ENTERED = Qt.FocusPolicy.StrongFocus


def paint_option(button: QAbstractButton, *, round_ends: bool = False, chosen: bool | None = None) -> None:
    """Paint an option: outlined, and filled softly with a heavier word when checked, or `chosen` in another way."""
    look = theme()
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    checked, enabled = button.isChecked() if chosen is None else chosen, button.isEnabled()
    line = max(look.tokens.line_width, 1) * (2 if checked else 1)
    edge = "line" if not enabled else "accent" if checked else "control"
    ground = "accent_soft" if checked else "hover" if button.underMouse() else "surface"
    box = QRectF(button.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
    radius = box.height() / 2 if round_ends else look.px(_RADIUS)
    painter.setPen(QPen(look.color(edge), line))
    painter.setBrush(look.color(ground))
    painter.drawRoundedRect(box, radius, radius)
    painter.setFont(look.font("strong" if checked else "body"))
    painter.setPen(look.color("muted" if not enabled else "accent" if checked else "text"))
    painter.drawText(button.rect(), Qt.AlignmentFlag.AlignCenter, button.text().replace("&&", "&"))


def option_size(button: QAbstractButton, extra: int = 0) -> QSize:
    """Return the room an option takes, checked or not."""
    look = theme()
    width = QFontMetrics(look.font("strong")).horizontalAdvance(button.text().replace("&&", "&"))
    return QSize(width + 2 * look.px(_PADDING) + extra, look.px(_HEIGHT))


class Segment(QRadioButton):
    """One option of a SegmentBar."""

    def sizeHint(self) -> QSize:
        return option_size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_HEIGHT), theme().px(_HEIGHT))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_option(self)


class Chip(QCheckBox):
    """One option of a ChipBar or filter: on or off, many at a time."""

    def sizeHint(self) -> QSize:
        return option_size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(_HEIGHT), theme().px(_HEIGHT))

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_option(self, round_ends=True)


class SegmentBar(FlowBox):
    """Exclusive choice out of a few; arrows move, Tab enters and leaves once.

    Signals:
        chosen: the code of the option the user chose.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: list[str] = []
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(lambda at: self.chosen.emit(self._codes[at]))

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Show these options; the chosen one stays when it is still there."""
        chosen = self.code()
        for old in self._group.buttons():
            self._group.removeButton(old)
            self.drop(old)
        self._codes = [choice.code for choice in choices]
        for at, choice in enumerate(choices):
            segment = Segment(choice.label.replace("&", "&&"), self)
            self._group.addButton(segment, at)
            self.add(segment)
        line_up(self, self.buttons())
        self.set_code(chosen)

    def code(self) -> str:
        """Return the chosen code, or "" when none is."""
        at = self._group.checkedId()
        return self._codes[at] if 0 <= at < len(self._codes) else ""

    def set_code(self, code: str) -> None:
        """Choose without emitting; an unknown code or "" clears the choice."""
        if code in self._codes:
            chosen = self._group.button(self._codes.index(code))
            chosen.setChecked(True)
            for (
                one
            ) in self.buttons():  # Tab enters at the chosen one; Qt lets it enter where the keyboard was last
                one.setFocusPolicy(_ENTERED if one is chosen else Qt.FocusPolicy.ClickFocus)
        elif (checked := self._group.checkedButton()) is not None:
            self._group.setExclusive(False)
            checked.setChecked(False)
            self._group.setExclusive(True)

    def options(self) -> dict[str, str]:
        """Return the words of each option, by code."""
        texts = (button.text().replace("&&", "&") for button in self.buttons())
        return dict(zip(self._codes, texts, strict=True))

    def buttons(self) -> list[QAbstractButton]:
        """Return the options in their order."""
        return self._group.buttons()

    def take_focus(self) -> None:
        """Put the keyboard on the chosen option, else on the first."""
        target = self._group.checkedButton() or next(iter(self.buttons()), None)
        if target is not None:
            target.setFocus(Qt.FocusReason.OtherFocusReason)
