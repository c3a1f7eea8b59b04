# SPDX-License-Identifier: EUPL-1.2
"""Vandaag: what is planned, what asks for attention, which forms are unfinished."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.roles import Role
from casus.gui import forms_registry
from casus.gui.dates_text import date_with_weekday, local_moment, relative_date
from casus.gui.labels import label as code_label
from casus.gui.records import ListPage
from casus.gui.shell import ChangesLike, Page, PageSpec, Shell
from casus.gui.today.columns import CardColumns
from casus.gui.today.lines import Line
from casus.gui.today.overview import OverviewPage
from casus.gui.visits import HOME, PRISON, VisitSubject, open_visit
from casus.gui.widgets.containers import Card, PageScroll
from casus.gui.widgets.text import label
from casus.services import tasks
from casus.services.desk import Desk
from casus.services.today import AppointmentRow, TodayView, today

SHOWN = 6  # lines per group; the rest is one press away
COUNTED = {
    "vandaag": "today", "personen": "persons", "casussen": "cases", "gezinnen": "families", "detentie": "detention",
    "trajecten": "programmes",
}  # fmt: skip


class TodayPage(Page):
    """Three cards; every number opens exactly what it counts."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, "", "")
        self._desk = desk
        self._view: TodayView | None = None
        self.set_title(self.tr("Vandaag"), date_with_weekday(desk.today()))
        self.planned = Card(self.tr("Afspraken en bezoeken"))
        self.attention = Card(self.tr("Let op"))
        self.drafts = Card(self.tr("Concepten"))
        self.columns = CardColumns([self.planned, self.attention, self.drafts])
        self.body.addWidget(PageScroll(self.columns), 1)

    def load(self) -> None:
        """Fetch the day."""
        self.set_title(self.tr("Vandaag"), date_with_weekday(self._desk.today()))
        self.shell.tasks.run(lambda: today(self._desk), owner=self, done=self._show)

    def changed(self, _changes: ChangesLike, _initiator: QWidget | None) -> None:
        """Anything may change what today asks for."""
        self.load()

    def _show(self, view: TodayView) -> None:
        """Fill what is new: making a card anew takes a moment, and takes the keyboard out of it."""
        for key, name in COUNTED.items():
            self.shell.set_count(key, view.counts[name] or None)
        before, self._view = self._view, view
        if before is None or (view.day, view.appointments) != (before.day, before.appointments):
            self._show_planned(view)
        if before is None or replace(view, appointments=(), drafts=()) != replace(
            before, appointments=(), drafts=()
        ):
            self._show_attention(view)
        if before is None or (view.day, view.drafts) != (before.day, before.drafts):
            self._show_drafts(view)

    def _show_planned(self, view: TodayView) -> None:
        self.planned.clear()
        for one in view.appointments:
            self.planned.add(self._appointment(one))
        if not view.appointments:
            self._nothing(self.planned, self.tr("Er staat de komende week niets gepland."))

    def _appointment(self, one: AppointmentRow) -> Line:
        kind = code_label("contact_kind", one.kind)
        when = relative_date(one.on, self._desk.today())
        second = " · ".join(part for part in (kind, when, one.place) if part)
        late = one.on <= self._desk.today()
        return Line(
            one.person_name or kind,
            second,
            lambda: self._open(one.case_id, one.person_id),
            lead=one.at_time or "–",
            action=self.tr("Verslag") if late and one.person_id else "",
            on_action=lambda: self._report(one),
        )

    def _show_attention(self, view: TodayView) -> None:
        card = self.attention
        card.clear()
        self._tasks(view)
        self._group(
            self.tr("Hertoets nodig ({0})").format(view.counts["reviews_due"]),
            [(one.person_name, self._day(one.day), one.case_id, one.person_id) for one in view.reviews_due],
            lambda: self._list("casussen", ("state:running", "attention:review_due")),
        )
        self._group(
            self.tr("Vrij binnen 30 dagen ({0})").format(view.counts["releases_soon"]),
            [
                (
                    one.person_name,
                    f"{self._day(one.expected_on)} · {one.facility}",
                    one.case_id,
                    one.person_id,
                )
                for one in view.releases_soon
            ],
            lambda: self._list("detentie", ("attention:release_soon",)),
        )
        self._group(
            self.tr("Lang geen contact ({0})").format(view.counts["long_silent"]),
            [
                (one.person_name, self._silent(one.day), one.case_id, one.person_id)
                for one in view.long_silent
            ],
            lambda: self._list("casussen", ("state:running", "attention:long_silent")),
        )
        if card.rows.count() == 0:
            self._nothing(card, self.tr("Niets dat nu aandacht vraagt."))

    def _tasks(self, view: TodayView) -> None:
        groups = (
            (self.tr("Te laat ({0})").format(view.counts["overdue"]), view.overdue),
            (self.tr("Komende 7 dagen ({0})").format(view.counts["soon"]), view.soon),
        )
        for title, rows in groups:
            if not rows:
                continue
            self.attention.add(label(title, "strong"))
            for one in rows[:SHOWN]:
                due = self._day(one.due_on)
                second = " · ".join(part for part in (one.person_name, one.owner, due) if part)
                self.attention.add(
                    Line(
                        one.title,
                        second,
                        partial(self._open, one.case_id, one.person_id) if one.person_id else None,
                        action=self.tr("Gereed"),
                        on_action=partial(self._complete, one),
                    )
                )
            if len(rows) > SHOWN:
                rest = self.tr("en nog {0}").format(
                    view.counts["overdue" if rows is view.overdue else "soon"] - SHOWN
                )
                self.attention.add(label(rest, "small", "muted"))

    def _group(
        self, title: str, rows: Sequence[tuple[str, str, str | None, str | None]], show_all: Any
    ) -> None:
        if not rows:
            return
        self.attention.add(Line(title, "", show_all))
        for name, second, case_id, person_id in rows[:SHOWN]:
            self.attention.add(Line(name, second, partial(self._open, case_id, person_id)))

    def _show_drafts(self, view: TodayView) -> None:
        self.drafts.clear()
        for one in view.drafts:
            title = self._form_title(one.form)
            when = local_moment(one.saved_at, self._desk.today())
            self.drafts.add(
                Line(
                    title,
                    self.tr("Bewaard {0}").format(when),
                    partial(forms_registry.reopen, self.shell, self._desk, one.key, owner=self),
                )
            )
        if not view.drafts:
            self._nothing(self.drafts, self.tr("Geen formulieren die nog af moeten."))

    def _form_title(self, form: str) -> str:
        titles = {
            HOME.code: self.tr("Huisbezoek"),
            PRISON.code: self.tr("Detentiebezoek"),
            "person": self.tr("Persoon"),
            "case": self.tr("Casus"),
        }
        return titles.get(form, self.tr("Formulier"))

    def _nothing(self, card: Card, sentence: str) -> None:
        card.add(label(sentence, tone="muted", wrap=True))

    def _day(self, day: Any) -> str:
        return relative_date(day, self._desk.today()) if day else ""

    def _silent(self, day: Any) -> str:
        return self.tr("laatste contact {0}").format(self._day(day)) if day else self.tr("nog geen contact")

    def _open(self, case_id: str | None, person_id: str | None) -> None:
        self.shell.open("dossier", f"case:{case_id}" if case_id else f"person:{person_id}")

    def _list(self, key: str, chips: Sequence[str]) -> None:
        self.shell.open(key)
        page = self.shell.page(key)
        if isinstance(page, ListPage):
            page.show_only(chips)

    def _report(self, one: AppointmentRow) -> None:
        kind = PRISON if one.kind == PRISON.code else HOME
        subject = VisitSubject(one.person_id or "", one.case_id, one.person_name, appointment_id=one.id)
        open_visit(self.shell, self._desk, kind, subject)

    def _complete(self, row: Any) -> None:
        self.shell.tasks.run(
            lambda: tasks.complete_task(self._desk, row.id), owner=self, done=self._completed
        )

    def _completed(self, done: Any) -> None:
        self.shell.emit_changed(done.changes, self)
        self.shell.announce(self.tr("Taak gereed"))


def spec(desk: Desk) -> PageSpec:
    """Return the page for the sidebar: a worker's day, or a coordinator's overview."""
    title = QCoreApplication.translate("TodayPage", "Vandaag")
    if desk.role == Role.COORDINATOR:
        return PageSpec("vandaag", title, "sun", lambda shell: OverviewPage(shell, desk))
    return PageSpec("vandaag", title, "sun", lambda shell: TodayPage(shell, desk))
