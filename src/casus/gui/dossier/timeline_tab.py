# SPDX-License-Identifier: EUPL-1.2
"""The first tab: what happened, newest first, and beside it where things stand now."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QMenu, QScrollArea, QStackedWidget, QWidget

from casus.gui.dates_text import relative_date
from casus.gui.dossier.actions import DossierActions
from casus.gui.dossier.parts import joined, row
from casus.gui.dossier.scores import ScoreStrip
from casus.gui.dossier.timeline_words import entry
from casus.gui.labels import label as code_label
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import Card, EmptyState
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.pill import Pill
from casus.gui.widgets.text import label, show_if
from casus.gui.widgets.timeline import Timeline
from casus.gui.words import in_sentence
from casus.services.corrections.fields import FIELDS
from casus.services.dossier import Dossier

_CARD, _BESIDE_FROM, _TASKS = 290, 620, 3


class TimelineTab(QWidget):
    """Timeline with the card "Nu"; in a narrow page the card stands above."""

    def __init__(self, acts: DossierActions) -> None:
        super().__init__()
        self._acts = acts
        self.timeline = Timeline()
        for area in self.timeline.findChildren(QScrollArea):
            area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            area.setAccessibleName(self.tr("Tijdlijn"))
        self.timeline.opened.connect(acts.open_item)
        self.timeline.menu_wanted.connect(self._open_menu)
        self._nothing = EmptyState(
            "clock-counter-clockwise",
            self.tr("Nog geen contact vastgelegd."),
            self.tr("Bezoek vastleggen"),
            acts.main_visit,
        )
        self._no_case = EmptyState(
            "folder-simple-plus",
            self.tr("Deze persoon heeft nog geen casus."),
            self.tr("Casus openen"),
            acts.open_case,
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.timeline)
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self._no_case)
        self.now = Card(self.tr("Nu"))
        self.brief = label(tone="muted", wrap=True)  # the same in a line, where there is no room for the card
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        look = theme()
        self._row.setContentsMargins(0, look.px(16), 0, 0)
        self._row.setSpacing(look.px(24))
        self._row.addWidget(self._stack, 1)
        self._row.addWidget(self.now, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(self.brief)
        theme().changed.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def show_dossier(self, dossier: Dossier) -> None:
        """Show what happened and where things stand."""
        today = self._acts.desk.today()
        self.timeline.show_entries(
            [entry(item, today, opens=dossier.may_work(item.case_id)) for item in dossier.timeline]
        )
        show_if(self._nothing.action, not dossier.read_only)
        empty = self._no_case if dossier.case is None else self._nothing
        self._stack.setCurrentWidget(self.timeline if dossier.timeline else empty)
        self._fill_now(dossier, today)

    def clear(self) -> None:
        """Take everything out."""
        self.timeline.show_entries([])
        self.now.clear()
        self.brief.clear()

    def seek(self, key: str) -> None:
        """Bring an item ("contacts:<id>") into view, marked and with the keyboard in it."""
        self.timeline.seek(key)

    def _open_menu(self, key: str, at: QPoint) -> None:
        """Open the menu of an item: what can be done with it."""
        kind, _colon, record_id = key.partition(":")
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if kind in FIELDS:
            menu.addAction(
                self.tr("Betrokkene is het hier niet mee eens"), lambda: self._acts.dispute(kind, record_id)
            )
            menu.popup(at)

    def _fit(self) -> None:
        look = theme()
        beside = self.width() >= look.px(_BESIDE_FROM)
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if beside else way.BottomToTop)
        self._row.setSpacing(look.px(24 if beside else 8))
        fix_width(self.now, _CARD)
        self.now.setVisible(beside)
        self.brief.setVisible(not beside)

    def _fill_now(self, dossier: Dossier, today: date) -> None:
        self.now.clear()
        state = dossier.now
        if state.inside:
            self.now.add(Pill(self.tr("In detentie"), "warn"))
            self.now.add(label(state.inside, wrap=True))
        self._fact(self.tr("Volgende afspraak"), self._next(dossier, today))
        self._add_next_acts(dossier)
        last = state.last_contact_on
        self._fact(self.tr("Laatste contact"), relative_date(last, today) if last else self.tr("nog niet"))
        self._add_tasks(dossier, today)
        if state.latest_scores:
            self._fact(self.tr("Leefgebieden"), "")
            self.now.add(ScoreStrip(state.latest_scores))
            more = button(self.tr("Bekijk leefgebieden"), lambda: self._acts.show_tab("domains"), kind="link")
            self.now.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

        self.brief.setText(self._in_a_line(dossier, today))

    def _add_next_acts(self, dossier: Dossier) -> None:
        """Offer the report of the next appointment, moving it, or making one."""
        planned, acts = dossier.now.next_appointment, self._acts
        if not dossier.may_work(planned.case_id) if planned is not None else dossier.read_only:
            return
        bar = FlowBox(gap=12)
        if planned is None:
            bar.add(button(self.tr("Afspraak maken"), acts.plan_contact, kind="link"))
        else:
            if planned.on <= acts.desk.today():
                report = button(
                    self.tr("Verslag"), lambda: acts.report(planned.id, planned.kind), kind="link"
                )
                bar.add(report)
            bar.add(button(self.tr("Verzetten"), lambda: acts.move_appointment(planned.id), kind="link"))
        self.now.add(bar)

    def _in_a_line(self, dossier: Dossier, today: date) -> str:
        last = dossier.now.last_contact_on
        words = joined(
            dossier.now.inside or "",
            self.tr("afspraak: {0}").format(self._next(dossier, today)),
            self.tr("laatste contact: {0}").format(relative_date(last, today)) if last else "",
            self.tr("open taken: {0}").format(len(dossier.tasks)),
        )
        return f"{words[:1].upper()}{words[1:]}"

    def _fact(self, name: str, value: str) -> None:
        heading = label(name, "small", "muted")
        heading.setContentsMargins(0, theme().px(6), 0, 0)
        self.now.add(heading)
        if value:
            self.now.add(label(value, wrap=True))

    def _next(self, dossier: Dossier, today: date) -> str:
        planned = dossier.now.next_appointment
        if planned is None:
            return self.tr("geen gepland")
        kind = in_sentence(code_label("contact_kind", planned.kind))
        when = " ".join(part for part in (relative_date(planned.on, today), planned.at_time) if part)
        return joined(when, kind, planned.place or "")

    def _add_tasks(self, dossier: Dossier, today: date) -> None:
        self._fact(self.tr("Open taken ({0})").format(len(dossier.tasks)), "")
        for task in dossier.tasks[:_TASKS]:
            late = task.due_on is not None and task.due_on < today
            when = relative_date(task.due_on, today) if task.due_on else ""
            words = joined(when, self.tr("te laat") if late else "")
            done = (self.tr("Gereed"), lambda task_id=task.id: self._acts.complete_task(task_id))
            self.now.add(row(task.title, words, acts=[done] if dossier.may_do(task) else []))
        if len(dossier.tasks) > _TASKS:
            more = button(self.tr("Alle taken"), lambda: self._acts.show_tab("tasks"), kind="link")
            self.now.rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not dossier.tasks:
            self.now.add(label(self.tr("niets open"), wrap=True))
