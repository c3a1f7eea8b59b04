# SPDX-License-Identifier: EUPL-1.2
"""The days of the agenda side by side: one, seven, or the weeks of a month."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from casus.gui.agenda.item_button import ItemButton
from casus.gui.dates_text import date_with_weekday, weekday, weekday_and_day
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import clear_layout
from casus.gui.widgets.text import label, restyle
from casus.services.agenda import AgendaItem

_WEEK = 7
_IN_MONTH = 3
"""Things shown per day of a month; the rest is one press away."""
_IN_WEEK = 15
"""The same per day of a week: a busy colleague's day, not an office's."""


_READABLE = 128
"""A day of a week narrower than this (pixels at 100 %) says too little: then they stand under each other."""
_Shown = tuple[Sequence[date], Mapping[date, Sequence[AgendaItem]], date, int | None]


@dataclass(frozen=True)
class Words:
    """How a thing is written: its words and the line under them."""

    first: Callable[[AgendaItem], str]
    second: Callable[[AgendaItem], str]


class DayBox(QFrame):
    """One day: its number, which opens it, and what lies on it."""

    def __init__(self, day: date, heading: str, on_heading: Callable[[], object], *, outside: bool) -> None:
        super().__init__()
        restyle(self, "role", "" if outside else "card")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.day = day
        self.rows = QVBoxLayout(self)
        inside = theme().px(8)
        self.rows.setContentsMargins(inside, inside, inside, inside)
        self.rows.setSpacing(theme().px(2))
        self.heading = button(heading, on_heading, kind="link")
        self.heading.setAccessibleName(date_with_weekday(day))
        self.rows.addWidget(self.heading, 0, Qt.AlignmentFlag.AlignLeft)

    def fill(self, items: Sequence[QWidget]) -> None:
        """Show these under the heading."""
        for item in items:
            self.rows.addWidget(item)
        self.rows.addStretch(1)


class DayGrid(QWidget):
    """The days of the chosen view.

    Signals:
        day_chosen: a day's heading, or what did not fit under it, was pressed.
        opened: an `AgendaItem` was pressed.
    """

    day_chosen = Signal(object)
    opened = Signal(object)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.boxes: list[DayBox] = []
        self._shown: _Shown | None = None
        self._stacked = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        self._grid.setSpacing(theme().px(8))

    def show_days(
        self, days: Sequence[date], items: Mapping[date, Sequence[AgendaItem]], today: date, month: int | None
    ) -> None:
        """Show these days; with a `month` only a few things per day, and days of other months muted."""
        self._shown = (days, items, today, month)
        clear_layout(self._grid)
        self.boxes = []
        self._stacked = self._is_narrow()
        columns = 1 if self._stacked else min(_WEEK, len(days))
        if month is not None:
            for column, day in enumerate(days[:_WEEK]):
                self._grid.addWidget(label(weekday(day), "small", "muted"), 0, column)
        for at, day in enumerate(days):
            box = self._box(day, items.get(day, ()), today, month, wide=columns == 1)
            self.boxes.append(box)
            self._grid.addWidget(box, 1 + at // columns, at % columns)
        for column in range(_WEEK):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        rows = -(-len(days) // columns)
        for row in range(_WEEK + 1):
            self._grid.setRowStretch(row, 1 if 0 < row <= rows and not self._stacked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None and self._stacked != self._is_narrow():
            self.show_days(*self._shown)

    def _is_narrow(self) -> bool:
        """Whether the days of a week would be too narrow beside each other to read a name in."""
        week = self._shown is not None and self._shown[3] is None and len(self._shown[0]) == _WEEK
        return week and self.width() < _WEEK * theme().px(_READABLE)

    def _box(
        self, day: date, items: Sequence[AgendaItem], today: date, month: int | None, *, wide: bool
    ) -> DayBox:
        outside = month not in {None, day.month}
        heading = date_with_weekday(day) if wide else weekday_and_day(day) if month is None else str(day.day)
        if day == today:
            short = heading.rpartition(" ")[0] if month is None and not wide else heading
            heading = QCoreApplication.translate("AgendaPage", "{0} · vandaag").format(short)
        box = DayBox(day, heading, lambda: self.day_chosen.emit(day), outside=outside)
        most = len(items) if wide and not self._stacked else _IN_WEEK if month is None else _IN_MONTH
        shown = items if len(items) <= most else items[: most - 1]
        parts: list[QWidget] = [self._item(item, brief=month is not None, wide=wide) for item in shown]
        if len(shown) < len(items):
            more = QCoreApplication.translate("AgendaPage", "nog {0}").format(len(items) - len(shown))
            parts.append(button(more, lambda: self.day_chosen.emit(day), kind="link"))
        if wide and not items:
            nothing = QCoreApplication.translate("AgendaPage", "Op deze dag staat niets.")
            parts.append(label(nothing, tone="muted", wrap=True))
        box.fill(parts)
        return box

    def _item(self, item: AgendaItem, *, brief: bool, wide: bool) -> ItemButton:
        """Write a thing: in the narrow columns of a week the time stands under the name."""
        second = "" if brief else self._words.second(item)
        lead = item.at_time or ""
        folds = not brief and not wide
        if folds:
            second, lead = " · ".join(part for part in (lead, second) if part), ""
        first = self._words.first(item)
        return ItemButton(item, lead, first, second, lambda: self.opened.emit(item), folds=folds)
