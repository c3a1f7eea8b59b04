# SPDX-License-Identifier: EUPL-1.2
"""The list of appointments: what is planned with whom, and which reports are still missing."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select

from casus.services.appointments import appointment_rows
from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    chip,
    in_list_order,
)
from casus.services.naming import list_name
from casus.services.task_list import SOON
from casus.vault.queries import appointment_open, appointment_open_between, appointment_unreported
from casus.vault.tables import Appointment, Facility, Person

_DAY = timedelta(days=1)


def appointment_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which appointments a code of list appointment_state means on `today`; together they are all."""
    if code == "kept":
        return Appointment.contact_id.is_not(None)
    if code == "cancelled":
        return and_(Appointment.cancelled.is_(True), Appointment.contact_id.is_(None))
    if code == "unreported":
        return appointment_unreported(today)
    if code == "today":
        return appointment_open_between(today, today)
    if code == "within_7_days":
        return appointment_open_between(today + _DAY, today + SOON)
    return and_(appointment_open(), Appointment.on > today + SOON)


class AppointmentList(RecordList):
    """Every appointment: with whom and of what kind, when, where, and how it stands."""

    columns = (
        Column("name"),
        Column("on", "date"),
        Column("at_time"),
        Column("place"),
        Column("state", "code", "appointment_state"),
    )
    default_sort = "on"
    _is_work = True
    _table = Appointment
    _shown_closed = frozenset({"person_id", "case_id", "on", "at_time", "state"})

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how it stands, and the kind of contact."""
        return chip("state", "appointment_state"), chip("kind", "contact_kind")

    def _source(self) -> Select[str]:
        return (
            select(Appointment.id)
            .outerjoin(Person, Person.id == Appointment.person_id)
            .outerjoin(Facility, Facility.id == Appointment.facility_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "on": func.concat(Appointment.on, " ", func.coalesce(Appointment.at_time, "")),
            "at_time": Appointment.at_time,
            "place": func.coalesce(Facility.name, Appointment.place),
            "state": Appointment.on,
            "kind": in_list_order(Appointment.kind, "contact_kind"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Facility.name, Appointment.place

    def _select_rows(self) -> AnySelect:
        return appointment_rows().add_columns(Appointment.cancelled)

    def _row(self, record: AnyRow) -> Row:
        name = ""
        if record.person_id:
            name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = ("kind", "on", "at_time", "place", "person_id", "case_id")
        values = {key: getattr(record, key) for key in keys}
        return Row(record.id, name, record.kind, {**values, "state": self._state(record)})

    def _state(self, record: AnyRow) -> str:
        today = self._desk.today()
        if record.contact_id is not None:
            return "kept"
        if record.cancelled:
            return "cancelled"
        if record.on <= today:
            return "today" if record.on == today else "unreported"
        return "within_7_days" if record.on <= today + SOON else "later"

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "kind":
            return Appointment.kind.in_(codes)
        return or_(false(), *(appointment_clause(code, self._desk.today()) for code in codes))
