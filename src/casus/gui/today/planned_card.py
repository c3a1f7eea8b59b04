# SPDX-License-Identifier: EUPL-1.2
"""Afspraken en bezoeken: what still wants its report, what is planned today, and in the week after it by day."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import day_heading
from casus.gui.labels import label as code_label
from casus.gui.shell import Shell
from casus.gui.today.groups import GroupCard
from casus.gui.today.lines import Line
from casus.gui.visits import PRISON, VisitSubject, form_for, open_visit
from casus.gui.widgets.text import label
from casus.services.desk import Desk
from casus.services.today import AppointmentRow, TodayView


class PlannedCard(GroupCard):
    """The times under one another, the days above them."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        super().__init__(shell, desk)
        self.name(self.tr("Afspraken en bezoeken"))

    def fill(self, view: TodayView) -> None:
        """Fill in what is missing its report, today's, and the days after."""
        todays = [one for one in view.appointments if one.on == view.day]
        later = view.appointments[len(todays) :]
        self._days("unreported", view, view.unreported)
        self._lines("appointments_today", view, todays)
        self._days("appointments_soon", view, later)
        if not view.unreported and not view.appointments:
            self.nothing(self.tr("Er staat de komende week niets gepland."))

    def _lines(self, key: str, view: TodayView, rows: Sequence[AppointmentRow]) -> None:
        self.group(key, view.counts[key], [self._line(one, view) for one in rows])

    def _days(self, key: str, view: TodayView, rows: Sequence[AppointmentRow]) -> None:
        parts: list[QWidget] = []
        for day, found in groupby(rows, key=lambda one: one.on):
            parts.append(label(day_heading(day, view.day), "small", "muted"))
            parts += [self._line(one, view) for one in found]
        self.group(key, view.counts[key], parts, shown=len(rows))

    def _line(self, one: AppointmentRow, view: TodayView) -> Line:
        kind = code_label("contact_kind", one.kind)
        reportable = one.on <= view.day and one.person_id is not None
        where_says_all = one.kind == PRISON.code and one.place is not None
        parts = (kind if one.person_name and not where_says_all else "", one.place)
        return Line(
            one.person_name or kind,
            " · ".join(part for part in parts if part),
            partial(self.open_dossier, one.case_id, one.person_id) if one.person_id else None,
            lead=one.at_time or "–",
            act=(self.tr("Verslag"), partial(self._report, one)) if reportable else None,
            spot=one.id,
            about=one.case_id or one.person_id or "",
        )

    def _report(self, one: AppointmentRow) -> None:
        subject = VisitSubject(
            one.person_id or "", one.case_id, one.person_name, appointment_id=one.id, contact_kind=one.kind
        )
        open_visit(self.shell, self.desk, form_for(one.kind), subject)
