# SPDX-License-Identifier: EUPL-1.2
"""A choice of a few that each need a sentence: cards under each other, radio buttons to keyboard and reader."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QFrame, QRadioButton, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.field import Field
from casus.gui.widgets.text import label

_RING = 4  # room around a card for the ring of the keyboard


@dataclass(frozen=True, slots=True)
class Option:
    """`code` is stored, `title` and `words` are read."""

    code: str
    title: str
    words: str


class _Card(QFrame):
    """One option; a click anywhere chooses it."""

    def __init__(self, option: Option, parent: QWidget) -> None:
        super().__init__(parent)
        look = theme()
        self.code = option.code
        self.radio = QRadioButton(option.title.replace("&", "&&"))
        self.radio.setFont(look.font("strong"))
        self.radio.setAccessibleDescription(option.words)
        self.radio.setProperty("ownFocus", True)
        self.radio.installEventFilter(self)
        self.radio.toggled.connect(lambda _on: self.update())
        words = label(option.words, tone="muted", wrap=True)
        words.setIndent(look.px(28))
        column = QVBoxLayout(self)
        reach = look.px(_RING)
        column.setContentsMargins(
            look.px(12) + reach, look.px(4) + reach, look.px(12) + reach, look.px(12) + reach
        )
        column.setSpacing(0)
        column.addWidget(self.radio)
        column.addWidget(words)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.radio.setFocus(Qt.FocusReason.MouseFocusReason)
            self.radio.click()
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = theme()
        chosen = self.radio.isChecked()
        line = look.tokens.line_width * (2 if chosen else 1)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.color("accent" if chosen else "control"), line))
        painter.setBrush(look.color("accent_soft" if chosen else "surface"))
        reach = look.px(_RING)
        inset = reach + line / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, look.px(8), look.px(8))
        if self.radio.hasFocus():
            ring = look.px(2)
            painter.setPen(QPen(look.color("accent"), ring))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = QRectF(self.rect()).adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2)
            painter.drawRoundedRect(edge, look.px(10), look.px(10))


class OptionCards(Field):
    """One of a few options with a sentence each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards: list[_Card] = []
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(lambda _at, on: self.changed.emit() if on else None)
        self._box = QWidget(self)
        self._stack = QVBoxLayout(self._box)
        self._stack.setSpacing(theme().px(12 - 2 * _RING))
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.install(self._box)

    def set_options(self, options: tuple[Option, ...]) -> None:
        """Show these options; call once."""
        for option in options:
            card = _Card(option, self._box)
            self._cards.append(card)
            self._group.addButton(card.radio, len(self._cards))
            self._stack.addWidget(card)
        self.setFocusProxy(self._cards[0].radio)
        self._name_control()

    def value(self) -> str:
        return next((card.code for card in self._cards if card.radio.isChecked()), "")

    def set_value(self, value: str | None) -> None:
        self._group.blockSignals(True)
        for card in self._cards:
            if card.code == value:
                card.radio.setChecked(True)
        self._group.blockSignals(False)

    def radios(self) -> list[QRadioButton]:
        """Return the radio buttons, in order."""
        return [card.radio for card in self._cards]

    def take_focus(self) -> None:
        chosen = next((radio for radio in self.radios() if radio.isChecked()), self.radios()[0])
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name_control(self) -> None:
        super()._name_control()
        for radio in self.radios() if hasattr(self, "_cards") else []:
            radio.setAccessibleName(f"{self._label} {radio.text().replace('&&', '&')}".strip())
