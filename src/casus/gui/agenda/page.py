# SPDX-License-Identifier: EUPL-1.2
"""Agenda: what lies on a day, in a week or in a month; PageUp and PageDown turn the pages."""

from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from casus.domain.roles import Role
from casus.gui.agenda.days import DayGrid, Words
from casus.gui.dates_text import date_with_weekday, day_month, month_year
from casus.gui.labels import label as code_label
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.containers import PageScroll
from casus.gui.widgets.segments import SegmentBar
from casus.gui.widgets.side_by_side import SideBySide
from casus.gui.widgets.text import label
from casus.services.agenda import APPOINTMENT, RELEASE, REVIEW, AgendaItem, agenda
from casus.services.calendar_file import SUFFIX, export_calendar
from casus.services.desk import Desk

DAY, WEEK, MONTH = "day", "week", "month"
_KINDS = frozenset({"appointments", "contacts", "tasks", "cases", "detentions", "persons"})
_AHEAD = timedelta(days=56)
_PERIOD = 230
"""Room for "Week 46 · 13 nov – 19 nov 2023" on one line, in pixels at 100 %."""


class AgendaPage(Page):
    """Three views of the same days."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self.set_title(self.tr("Agenda"), "")
        self._desk = desk
        self._day = desk.today()
        self.view = SegmentBar()
        self.view.set_choices(
            [Choice(DAY, self.tr("Dag")), Choice(WEEK, self.tr("Week")), Choice(MONTH, self.tr("Maand"))]
        )
        self.view.set_code(WEEK)
        self.view.chosen.connect(lambda _code: self.load())
        self.period = label(role="strong", wrap=True)
        self.grid = DayGrid(Words(self._first_words, self._second_words))
        self.grid.day_chosen.connect(self._choose_day)
        self.grid.opened.connect(self._open)
        self.add_secondary(self.tr("Naar een andere agenda…"), self.export, icon="calendar-plus")
        self.body.addWidget(self._tools())
        self.body.addWidget(PageScroll(self.grid), 1)
        turns = (
            (Qt.Key.Key_PageUp, -1, self.tr("Vorige periode")),
            (Qt.Key.Key_PageDown, 1, self.tr("Volgende periode")),
        )
        for keys, step, words in turns:
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.setWhatsThis(words)
            turn.activated.connect(lambda step=step: self.turn(step))

    def load(self) -> None:
        """Fetch the days in view."""
        days = self._days()
        self.period.setText(self._period(days))
        desk = self._desk
        self.shell.tasks.run(
            lambda: agenda(desk, days[0], days[-1]), owner=self, done=lambda found: self._show(days, found)
        )

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Reload when something with a day changed."""
        if _KINDS & changes.kinds:
            self.load()

    def turn(self, step: int) -> None:
        """Go `step` days, weeks or months on."""
        view = self.view.code()
        if view == MONTH:
            months = self._day.year * 12 + self._day.month - 1 + step
            if not date.min.year < months // 12 < date.max.year:
                return
            self._day = date(months // 12, months % 12 + 1, 1)
        else:
            self._day += timedelta(days=step * (1 if view == DAY else 7))
        self.load()

    def to_today(self) -> None:
        """Come back to today."""
        self._day = self._desk.today()
        self.load()

    def export(self, ask: Path | None = None) -> None:
        """Write the coming eight weeks to a calendar file, at a place the user chooses."""
        path = ask or self._ask_path()
        if path is None:
            return
        desk, first = self._desk, self._desk.today()
        self.shell.tasks.run(
            lambda: export_calendar(desk, agenda(desk, first, first + _AHEAD), path, overwrite=True),
            owner=self,
            done=lambda number: self.shell.announce(
                self.tr("{0} afspraken opgeslagen, zonder namen en plaatsen").format(number)
            ),
        )

    def _tools(self) -> SideBySide:
        """Return what turns the days with what they are, beside the choice of view where there is room."""
        self.period.setMinimumWidth(theme().px(_PERIOD))
        turning = QWidget()
        row = QHBoxLayout(turning)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(icon_button("caret-left", self.tr("Eerder"), lambda: self.turn(-1), shortcut="PgUp"))
        row.addWidget(icon_button("caret-right", self.tr("Later"), lambda: self.turn(1), shortcut="PgDown"))
        row.addWidget(button(self.tr("Vandaag"), self.to_today))
        row.addWidget(self.period, 1)
        choosing = QWidget()
        views = QHBoxLayout(choosing)
        views.setContentsMargins(0, 0, 0, 0)
        views.addWidget(self.view)
        self.view.setMinimumWidth(self.view.sizeHint().width())
        tools = SideBySide()
        both = QHBoxLayout(tools)
        both.setContentsMargins(0, 0, 0, 0)
        both.addWidget(turning, 1)
        both.addWidget(choosing)
        return tools

    def _days(self) -> list[date]:
        view = self.view.code()
        if view == DAY:
            return [self._day]
        first = self._day if view == WEEK else self._day.replace(day=1)
        monday = first - timedelta(days=first.weekday())
        if view == WEEK:
            return [monday + timedelta(days=place) for place in range(7)]
        last = (first.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        weeks = (last - monday).days // 7 + 1
        return [monday + timedelta(days=place) for place in range(7 * weeks)]

    def _period(self, days: list[date]) -> str:
        view = self.view.code()
        if view == DAY:
            return date_with_weekday(days[0])
        if view == MONTH:
            return month_year(self._day)
        week = days[0].isocalendar().week
        return self.tr("Week {0} · {1} – {2}").format(week, day_month(days[0], days[-1]), day_month(days[-1]))

    def _show(self, days: list[date], found: tuple[AgendaItem, ...]) -> None:
        if days != self._days():
            return
        by_day: dict[date, list[AgendaItem]] = defaultdict(list)
        for item in found:
            by_day[item.on].append(item)
        month = self._day.month if self.view.code() == MONTH else None
        self.grid.show_days(days, by_day, self._desk.today(), month)

    def _choose_day(self, day: date) -> None:
        self._day = day
        self.view.set_code(DAY)
        self.load()

    def _open(self, item: AgendaItem) -> None:
        if item.case_id or item.person_id:
            self.shell.open("dossier", f"case:{item.case_id}" if item.case_id else f"person:{item.person_id}")
        else:
            self._choose_day(item.on)

    def _first_words(self, item: AgendaItem) -> str:
        if item.kind == APPOINTMENT:
            return item.person_name or code_label("contact_kind", item.what)
        if item.kind == REVIEW:
            return self.tr("Hertoets: {0}").format(item.person_name)
        if item.kind == RELEASE:
            return self.tr("Komt vrij: {0}").format(item.person_name)
        return item.what

    def _second_words(self, item: AgendaItem) -> str:
        if item.kind == APPOINTMENT:
            kind = code_label("contact_kind", item.what) if item.person_name else ""
            return " · ".join(part for part in (kind, item.place) if part)
        return item.place if item.kind == RELEASE else item.person_name if item.kind not in {REVIEW} else ""

    def _ask_path(self) -> Path | None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Waar moet het agendabestand komen?"),
            str(Path(folder) / f"agenda{SUFFIX}"),
            self.tr("Agendabestand (*.ics)"),
        )
        return Path(name) if name else None


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar."""
    title = QCoreApplication.translate("AgendaPage", "Agenda")
    roles = frozenset({Role.PGA_EXPERT, Role.RIO})
    return PageSpec("agenda", title, "calendar-blank", lambda shell: AgendaPage(shell, desk), roles=roles)
