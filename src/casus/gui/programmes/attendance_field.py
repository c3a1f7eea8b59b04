# SPDX-License-Identifier: EUPL-1.2
"""The months of a programme under each other: how many meetings were planned, and how many attended."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from casus.errors import InvalidInput
from casus.gui.dates_text import month_year
from casus.gui.error_text import field_error
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label
from casus.services.attendance import AttendanceInput

_WIDTH = 84
_DIGITS = 3


@dataclass
class _Month:
    """A row: its month, the two numbers, what they come to, and what is wrong with them."""

    month: date
    planned: QLineEdit
    attended: QLineEdit
    share: QLabel
    message: QLabel


class AttendanceField(Field):
    """Enter and the arrows go from number to number; `value()` is the months that differ from what was there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QWidget(self)
        self._grid = QGridLayout(self._box)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme().px(12))
        self._grid.setVerticalSpacing(theme().px(4))
        self._grid.setColumnStretch(3, 1)
        self.months: list[_Month] = []
        self._before: dict[date, tuple[str, str]] = {}
        self.install(self._box)
        self.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes no proxy; the stubs do not

    def show_months(self, months: Sequence[date], known: Iterable[AttendanceInput]) -> None:
        """Show these months, the latest first, with the numbers that are known."""
        numbers = {one.month: (_text(one.planned), _text(one.attended)) for one in known}
        self._before = numbers
        clear_layout(self._grid)
        self.months = []
        for column, words in ((1, self.tr("gepland")), (2, self.tr("aanwezig"))):
            self._grid.addWidget(label(words, "small", "muted"), 0, column)
        for at, month in enumerate(sorted({*months, *numbers}, reverse=True)):
            self._add(month, 1 + 2 * at)
            for edit, text in zip(self._numbers(self.months[-1]), numbers.get(month, ("", "")), strict=True):
                edit.setText(text)
            self._show_share(self.months[-1])
        stops = [edit for one in self.months for edit in self._numbers(one)]
        line_up(self._box, stops)

    def value(self) -> tuple[AttendanceInput, ...]:
        """Return the months whose numbers were changed; an emptied month has none."""
        return tuple(
            AttendanceInput(one.month, _number(one.planned), _number(one.attended))
            for one in self.months
            if self._texts(one) != self._before.get(one.month, ("", ""))
        )

    def set_value(self, value: Iterable[AttendanceInput] | None) -> None:
        """Put numbers in the months that are shown."""
        numbers = {one.month: (_text(one.planned), _text(one.attended)) for one in value or ()}
        for one in self.months:
            if one.month in numbers:
                one.planned.setText(numbers[one.month][0])
                one.attended.setText(numbers[one.month][1])
                self._show_share(one)

    def raw(self) -> dict[str, list[str]]:
        return {one.month.isoformat(): list(self._texts(one)) for one in self.months}

    def set_raw(self, raw: dict[str, list[str]]) -> None:
        for one in self.months:
            planned, attended = raw.get(one.month.isoformat(), ["", ""])
            one.planned.setText(planned)
            one.attended.setText(attended)
            self._show_share(one)

    def words(self) -> str:
        return "; ".join(
            f"{month_year(one.month)}: {one.attended.text()}/{one.planned.text()}"
            for one in self.months
            if any(self._texts(one))
        )

    def take_focus(self) -> None:
        """Go to the first number."""
        if self.months:
            self.months[0].planned.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_month_error(self, error: InvalidInput) -> None:
        """Say under a month what is wrong; `error.field` is `months.2023-06.attended`."""
        _months, key, part = error.field.split(".")
        for one in self.months:
            if f"{one.month:%Y-%m}" == key:
                one.message.setText(field_error(error))
                one.message.show()
                (one.planned if part == "planned" else one.attended).setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_messages(self) -> None:
        """Take away what was wrong."""
        for one in self.months:
            one.message.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and self._pressed(watched, event)
        ):
            return True
        return super().eventFilter(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        step = 1 if enter else {Qt.Key.Key_Down: 2, Qt.Key.Key_Up: -2}.get(Qt.Key(event.key()))
        stops = [edit for one in self.months for edit in self._numbers(one)]
        if not plain or step is None or watched not in stops:
            return False
        to = stops.index(watched) + step
        if 0 <= to < len(stops):
            stops[to].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _add(self, month: date, row: int) -> None:
        name = month_year(month)
        planned, attended = self._edit(), self._edit()
        planned.setAccessibleName(self.tr("{0}: gepland").format(name))
        attended.setAccessibleName(self.tr("{0}: aanwezig").format(name))
        one = _Month(
            month, planned, attended, label("", "small", "muted"), label("", "small", "danger", wrap=True)
        )
        parts = (label(name), planned, attended, one.share)
        for column, part in enumerate(parts):
            self._grid.addWidget(part, row, column)
        self._grid.addWidget(one.message, row + 1, 0, 1, 4)
        one.message.hide()
        for edit in (planned, attended):
            edit.textEdited.connect(lambda _text: self._typed(one))
        self.months.append(one)

    def _edit(self) -> QLineEdit:
        edit = QLineEdit(self._box)
        fix_width(edit, _WIDTH)
        edit.setMaxLength(_DIGITS)
        edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        edit.setValidator(QIntValidator(0, 999, edit))
        edit.installEventFilter(self)
        return edit

    def _typed(self, one: _Month) -> None:
        one.message.hide()
        self._show_share(one)
        self.changed.emit()

    def _show_share(self, one: _Month) -> None:
        planned, attended = _number(one.planned), _number(one.attended)
        share = f"{round(100 * attended / planned)}%" if planned and attended is not None else ""
        one.share.setText(share)

    @staticmethod
    def _numbers(one: _Month) -> tuple[QLineEdit, QLineEdit]:
        return one.planned, one.attended

    @staticmethod
    def _texts(one: _Month) -> tuple[str, str]:
        return one.planned.text().strip(), one.attended.text().strip()


def _number(edit: QLineEdit) -> int | None:
    text = edit.text().strip()
    return int(text) if text else None


def _text(number: int | None) -> str:
    return "" if number is None else str(number)
