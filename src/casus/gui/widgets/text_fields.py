# SPDX-License-Identifier: EUPL-1.2
"""Fields that are typed: a line, a password, a number, a longer text."""

from PySide6.QtCore import Property, QMimeData, QSize, Qt
from PySide6.QtGui import QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.icons import icon, set_line_icon
from casus.gui.theme import theme
from casus.gui.widgets.field import Field
from casus.gui.widgets.text import label as text_label
from casus.gui.widgets.text import show_if

LINE_LIMIT = 200
TEXT_LIMIT = 20_000
_ROOM = 5
"""How many times too long a line may be: all of it stays to be shortened, and is refused when saved."""


class TextField(Field):
    """One line of text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(_ROOM * LINE_LIMIT)
        self.edit.textEdited.connect(self.changed)
        self.install(self.edit)

    def value(self) -> str:
        return self.edit.text().strip()

    def set_value(self, value: str | None) -> None:
        self.edit.setText(value or "")

    def put_back(self, value: str | None, name: str = "") -> None:
        """Write it over what is there; Ctrl+Z in the field takes that back."""
        self.edit.selectAll()
        self.edit.insert(value or "")
        self.changed.emit()

    def raw(self) -> str:
        return self.edit.text()


class PasswordField(Field):
    """A password: dots, with a button inside that shows the letters. Never part of a draft."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit(self)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setInputMethodHints(Qt.InputMethodHint.ImhHiddenText | Qt.InputMethodHint.ImhSensitiveData)
        self.edit.textEdited.connect(self.changed)
        self._toggles = False
        self.install(self.edit)

    def add_toggle(self) -> None:
        """Add the eye that shows the letters; separate, because the icons load after first paint."""
        if self._toggles:
            return
        self._toggles = True
        toggle = self.edit.addAction(icon("eye", "muted"), QLineEdit.ActionPosition.TrailingPosition)
        toggle.setToolTip(self.tr("Wachtwoord tonen of verbergen"))
        toggle.triggered.connect(self.toggle_letters)
        theme().changed.connect(self._paint_toggle)

    def toggle_letters(self) -> None:
        """Show the letters, or hide them again."""
        hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
        self.edit.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._paint_toggle()

    def value(self) -> str:
        return self.edit.text()

    def set_value(self, value: str | None) -> None:
        self.edit.setText(value or "")

    def raw(self) -> str:
        return ""

    def _paint_toggle(self) -> None:
        if self._toggles:
            hidden = self.edit.echoMode() == QLineEdit.EchoMode.Password
            set_line_icon(self.edit, "eye" if hidden else "eye-slash")


class _Spin(QSpinBox):
    """A spin box the mouse wheel scrolls past, unless it has the keyboard."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class NumberField(Field):
    """A whole number between bounds."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spin = _Spin(self)
        self.spin.setRange(0, 9_999)
        self.spin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.spin.setMaximumWidth(theme().px(160))
        self.spin.lineEdit().setTextMargins(theme().px(8), 0, 0, 0)  # a style sheet does not reach it
        self.spin.valueChanged.connect(lambda _number: self.changed.emit())
        self.install(self.spin)

    def set_range(self, lowest: int, highest: int) -> None:
        """Bound the number."""
        self.spin.setRange(lowest, highest)

    def value(self) -> int:
        return self.spin.value()

    def describe(self, value: int | None) -> str:
        return "" if value is None else number(value)

    def set_value(self, value: int | None) -> None:
        self.spin.blockSignals(True)
        self.spin.setValue(value or 0)
        self.spin.blockSignals(False)


class _Plain(QPlainTextEdit):
    """A text box that Tab leaves and that grows with its text between `rows` and three times that."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows = 5
        self.setTabChangesFocus(True)
        self.textChanged.connect(self.fit)

    def fit(self) -> None:
        """Take the height the text needs."""
        line = self.fontMetrics().lineSpacing()
        lines = min(max(self.document().size().height(), self.rows), self.rows * 3)
        self.setFixedHeight(round(lines * line) + theme().px(20))

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste no more than twice what fits: a megabyte on one line would hold up the window for minutes.

        Nothing is lost unseen: what was cut off is still too long, and is refused when saved.
        """
        room = max(0, 2 * TEXT_LIMIT - self.document().characterCount())
        self.insertPlainText(source.text()[:room])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(120), theme().px(60))


class TextArea(Field):
    """Longer text; Tab goes to the next field, and near the limit the room left is told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._limit = TEXT_LIMIT
        self.edit = _Plain(self)
        self._hint = text_label(role="small", tone="muted")
        self._hint.hide()
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(4))
        column.addWidget(self.edit)
        column.addWidget(self._hint)
        self.edit.textChanged.connect(self._typed)
        self.install(box, focus=self.edit)
        theme().changed.connect(self.edit.fit)

    def value(self) -> str:
        return self.edit.toPlainText().strip()

    def set_value(self, value: str | None) -> None:
        self.edit.blockSignals(True)
        self.edit.setPlainText(value or "")
        self.edit.blockSignals(False)
        self.edit.fit()
        self._show_room()

    def put_back(self, value: str | None, name: str = "") -> None:
        """Write it over what is there; Ctrl+Z in the field takes that back."""
        self.edit.selectAll()
        self.edit.insertPlainText(value or "")

    def raw(self) -> str:
        return self.edit.toPlainText()

    def get_rows(self) -> int:
        """Return the number of lines shown at least."""
        return self.edit.rows

    def set_rows(self, rows: int) -> None:
        """Set the number of lines shown at least."""
        self.edit.rows = rows
        self.edit.fit()

    rows = Property(int, get_rows, set_rows)

    def _typed(self) -> None:
        self._show_room()
        self.changed.emit()

    def _show_room(self) -> None:
        left = self._limit - self.edit.document().characterCount() + 1
        show_if(self._hint, left < self._limit // 10)
        if left >= 0:
            self._hint.setText(self.tr("Nog {0} tekens over").format(left))
        else:
            self._hint.setText(self.tr("{0} tekens te veel").format(-left))
