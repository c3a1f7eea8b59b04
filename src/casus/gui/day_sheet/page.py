# SPDX-License-Identifier: EUPL-1.2
"""The sheet of one day, calm enough to read on a couch: arrow left and right turn the days."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.roles import Role
from casus.gui.dates_text import date_with_weekday, day_heading
from casus.gui.day_sheet.visit_card import VisitCard
from casus.gui.dossier.parts import joined
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.theme import theme
from casus.gui.visits import VisitSubject, form_for, open_visit
from casus.gui.widgets.buttons import button, icon_button
from casus.gui.widgets.containers import EmptyState, PageScroll, clear_layout
from casus.gui.widgets.text import label
from casus.services.day_sheet import DaySheet, Visit, day_sheet
from casus.services.desk import Desk

KEY = "dagstaat"
_KINDS = frozenset({"appointments", "contacts", "tasks", "persons", "families", "family_members", "cases"})
_WIDEST = 820


class DaySheetPage(Page):
    """`open_record` takes a day as "2026-11-30"; without one it shows today."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, QCoreApplication.translate("DaySheet", "Dagstaat"))
        self._desk = desk
        self._day = desk.today()
        self.cards: list[VisitCard] = []
        self.heading = label("", "section", wrap=True)
        content = QWidget()
        content.setProperty("ground", "none")
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, theme().px(8), theme().px(16))
        self._column.setSpacing(theme().px(16))
        self._content = content
        self.area = PageScroll(content)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(self.tr("Afspraken van de dag"))
        self.body.addLayout(self._tools())
        self.body.addWidget(self.area, 1)
        for keys, step in ((Qt.Key.Key_Left, -1), (Qt.Key.Key_Right, 1)):
            turn = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            turn.setWhatsThis(self.tr("Vorige dag") if step < 0 else self.tr("Volgende dag"))
            turn.activated.connect(partial(self.turn, step))
        theme().changed.connect(self._fit)
        self._fit()

    def load(self) -> None:
        """Fetch the day that is shown."""
        desk, day = self._desk, self._day
        self.heading.setText(_heading(day, desk.today()))

        def show(found: DaySheet) -> None:
            if found.day == self._day:
                self._show(found)

        self.shell.tasks.run(lambda: day_sheet(desk, day), owner=self, done=show)

    def open_record(self, record_id: str) -> None:
        """Show a day."""
        self._go(date.fromisoformat(record_id))

    def changed(self, changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Fetch again when something on it may have changed."""
        if self.isVisible() and changes.kinds & _KINDS:
            self.load()

    def turn(self, step: int) -> None:
        """Go so many days on, within the calendar in use."""
        self._go(self._day + timedelta(days=step))

    def _go(self, day: date) -> None:
        self._day = day
        self.load()

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme().px(8))
        today = self._desk.today()
        row.addWidget(
            icon_button("caret-left", self.tr("Vorige dag"), partial(self.turn, -1), shortcut="Left")
        )
        row.addWidget(
            icon_button("caret-right", self.tr("Volgende dag"), partial(self.turn, 1), shortcut="Right")
        )
        row.addWidget(button(self.tr("Vandaag"), lambda: self._go(today)))
        row.addWidget(button(self.tr("Morgen"), lambda: self._go(today + timedelta(days=1))))
        row.addSpacing(theme().px(8))
        row.addWidget(self.heading, 1)
        return row

    def _show(self, found: DaySheet) -> None:
        clear_layout(self._column)
        today = self._desk.today()
        self.cards = [VisitCard(visit, today, begun=found.day <= today) for visit in found.visits]
        for card in self.cards:
            card.opener.clicked.connect(partial(self._open, card.visit))
            card.report.clicked.connect(partial(self._report, card.visit))
            self._column.addWidget(card)
        if not found.visits:
            self._column.addWidget(
                EmptyState("sun-horizon", self.tr("Op deze dag staat geen afspraak gepland.")), 1
            )
        self._column.addStretch(1)
        self.area.verticalScrollBar().setValue(0)

    def _open(self, visit: Visit) -> None:
        place = f"case:{visit.case_id}" if visit.case_id else f"person:{visit.person_id}"
        self.shell.open("dossier", place)

    def _report(self, visit: Visit) -> None:
        subject = VisitSubject(
            visit.person_id or "", visit.case_id, visit.name, appointment_id=visit.id, contact_kind=visit.kind
        )
        open_visit(self.shell, self._desk, form_for(visit.kind), subject)

    def _fit(self) -> None:
        """Keep lines short enough to read on a wide screen."""
        self._content.setMaximumWidth(theme().px(_WIDEST))


def _heading(day: date, today: date) -> str:
    """Return the day in words; of today and the days beside it also which one."""
    whole = date_with_weekday(day)
    if abs((day - today).days) > 1:
        return whole[:1].upper() + whole[1:]
    return joined(day_heading(day, today), whole)


def spec(desk: Desk) -> PageSpec:
    """Return the page; it is opened from Planning and by a command."""
    return PageSpec(
        KEY,
        QCoreApplication.translate("DaySheet", "Dagstaat"),
        "sun-horizon",
        lambda shell: DaySheetPage(shell, desk),
        frozenset({Role.PGA_EXPERT, Role.RIO}),
        in_sidebar=False,
        parent="planning",
    )
