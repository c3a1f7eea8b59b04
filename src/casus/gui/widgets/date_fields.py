# SPDX-License-Identifier: EUPL-1.2
"""Dates and times typed the way people write them, echoed back so that a slip is seen at once."""

from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Property, Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from casus.domain.dates import parse_date
from casus.domain.times import parse_time
from casus.errors import InvalidInput
from casus.gui.dates_text import date_with_weekday, short_date, short_time, weekday_and_day
from casus.gui.theme import theme
from casus.gui.widgets.field import Field
from casus.gui.widgets.text import label as text_label
from casus.gui.widgets.text import restyle

_WIDTH, _BRIEF_WIDTH, _BRIEF_TIME = 168, 104, 76


class _EchoField(Field):
    """A short line edit with, beside it, what was understood; `brief` where several stand in a row."""

    _brief_width = _BRIEF_WIDTH

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._brief = False
        self.edit = QLineEdit(self)
        self.edit.setMaxLength(40)
        self.echo = text_label(tone="muted")
        box = QWidget(self)
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.edit, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self.echo, 1)
        self.edit.textEdited.connect(self._typed)
        self.install(box, focus=self.edit)
        self._fit()
        theme().changed.connect(self._fit)

    def raw(self) -> str:
        return self.edit.text()

    def set_raw(self, raw: str) -> None:
        self.edit.setText(raw)
        self._show_echo()

    def _typed(self) -> None:
        self._show_echo()
        self.changed.emit()

    def _fit(self) -> None:
        self.edit.setFixedWidth(theme().px(self._brief_width if self._brief else _WIDTH))

    def is_brief(self) -> bool:
        """Tell whether it stands in a row with others."""
        return self._brief

    def set_brief(self, brief: bool) -> None:
        """Take little room: a narrow line, and what was understood in short."""
        self._brief = brief
        self._fit()
        self._show_echo()

    brief = Property(bool, is_brief, set_brief)

    def _show_echo(self) -> None:
        try:
            understood = self._understood()
            restyle(self.echo, "tone", "muted")
        except InvalidInput:
            understood = ""
        self.echo.setText(understood)

    def _understood(self) -> str:
        raise NotImplementedError


class DateField(_EchoField):
    """A date: `12 nov`, `7-3-25`, `gisteren`, `+7d`; the weekday appears beside it.

    `today` is called for every reading; a form sets it from the clock of the desk. Property `kind` is
    "past" (default: what happened), "future" (what is planned) or "birth"; it decides which year a date
    without one belongs to.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.today: Callable[[], date] = date.today
        self._kind = "past"
        super().__init__(parent)

    def get_kind(self) -> str:
        """Return "past", "future" or "birth"."""
        return self._kind

    def set_kind(self, kind: str) -> None:
        """Set which dates are meant."""
        self._kind = kind

    kind = Property(str, get_kind, set_kind)

    def value(self) -> date | None:
        """Return the date, None when empty and optional; raise InvalidInput otherwise."""
        text = self.edit.text().strip()
        if not text and self.is_optional():
            return None
        if not text:
            raise InvalidInput(self.get_key(), "required")
        return self._parse(text)

    def set_value(self, value: date | None) -> None:
        self.edit.setText(short_date(value) if value else "")
        self._show_echo()

    def describe(self, value: date | None) -> str:
        return date_with_weekday(value) if value else ""

    def _understood(self) -> str:
        text = self.edit.text().strip()
        if not text:
            return ""
        day = self._parse(text)
        return weekday_and_day(day) if self._brief else date_with_weekday(day)

    def _parse(self, text: str) -> date:
        return parse_date(
            text,
            self.today(),
            field=self.get_key(),
            prefer="future" if self._kind == "future" else "past",
            century="past" if self._kind == "birth" else "near",
        )


class TimeField(_EchoField):
    """A time of day: `14:30`, `14.30`, `1430`, `9u`."""

    _brief_width = _BRIEF_TIME

    def value(self) -> time | None:
        """Return the time, None when empty and optional; raise InvalidInput otherwise."""
        text = self.edit.text().strip()
        if not text and self.is_optional():
            return None
        if not text:
            raise InvalidInput(self.get_key(), "required")
        return parse_time(text, field=self.get_key())

    def describe(self, value: time | None) -> str:
        return short_time(value) if value else ""

    def put_back(self, value: str | None, name: str = "") -> None:
        """Put back a time as it is stored, HH:MM."""
        self.set_raw(value or "")
        self.changed.emit()

    def set_value(self, value: time | None) -> None:
        self.edit.setText(short_time(value) if value else "")
        self._show_echo()

    def _understood(self) -> str:
        text = self.edit.text().strip()
        understood = short_time(parse_time(text, field=self.get_key())) if text else ""
        return understood if understood != text else ""
