# SPDX-License-Identifier: EUPL-1.2
"""Work, sport and school programmes: registered, started, finished or stopped. VOG: see `vog`."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import ProgrammeInput, VogInput
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
    in_state,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.services.vog import move_vog, open_vog, vog_choices
from casus.vault.tables import Partner, Person, Programme

__all__ = [
    "ProgrammeInput",
    "ProgrammeList",
    "VogInput",
    "finish_programme",
    "get_programme",
    "move_vog",
    "open_vog",
    "register_programme",
    "start_programme",
    "stop_programme",
    "vog_choices",
]

REGISTERED, WAITING, STARTED, FINISHED, STOPPED = "registered", "waiting", "started", "finished", "stopped"
"""Codes of list programme_status."""


def register_programme(desk: Desk, data: ProgrammeInput) -> Done[Programme]:
    """Register someone for a programme; with `started_on` it has started, with `waiting` it waits.

    Raises InvalidForm and NotFound.
    """
    with desk.changing(label="register_programme") as session:
        programme = Programme(**clean_programme(session, desk, data))
        session.add(programme)
    return _done(programme)


def start_programme(
    desk: Desk, programme_id: str, on: date, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme really started. Raises InvalidForm, NotFound, StaleRecord, NotAllowed."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="start_programme") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED, WAITING))
        check.not_before("on", on, programme.registered_on)
        check.finish()
        programme.started_on, programme.status = on, STARTED
    return _done(programme)


def finish_programme(
    desk: Desk, programme_id: str, on: date, outcome: str, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme was completed, and what it led to. Raises as `start_programme`."""
    check = FormCheck()
    check.past("on", on, desk.today())
    check.code("outcome", "programme_outcome", outcome)
    with desk.changing(label="finish_programme") as session:
        programme = _in_state(session, programme_id, version, (STARTED,))
        check.not_before("on", on, programme.started_on)
        check.finish()
        programme.ended_on, programme.status, programme.outcome = on, FINISHED, outcome
    return _done(programme)


def stop_programme(
    desk: Desk, programme_id: str, on: date, reason: str, *, version: int | None = None
) -> Done[Programme]:
    """Record that a programme was left early, or never began, and why. Raises as `start_programme`."""
    check = FormCheck()
    check.past("on", on, desk.today())
    why = check.needed_text("reason", reason)
    with desk.changing(label="stop_programme") as session:
        programme = _in_state(session, programme_id, version, (REGISTERED, WAITING, STARTED))
        check.not_before("on", on, programme.started_on or programme.registered_on)
        check.finish()
        programme.ended_on, programme.status, programme.stop_reason = on, STOPPED, why
    return _done(programme)


def get_programme(desk: Desk, programme_id: str) -> Programme:
    """Return a programme, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Programme, programme_id)


def _in_state(session: Session, programme_id: str, version: int | None, states: Sequence[str]) -> Programme:
    programme = fetch(session, Programme, programme_id, version)
    if programme.status not in states:
        raise NotAllowed("programme_state", status=programme.status)
    return programme


def _done(programme: Programme) -> Done[Programme]:
    ids = (programme.id, programme.person_id, programme.case_id)
    return Done(programme, Changes.of(("programmes",), *ids))


def clean_programme(session: Session, desk: Desk, data: ProgrammeInput) -> dict[str, object]:
    """Return a programme's columns, made fit to store; raises InvalidForm, NotFound. For forms and imports."""
    check, today = FormCheck(), desk.today()
    fetch(session, Person, data.person_id)
    status = STARTED if data.started_on else WAITING if data.waiting else REGISTERED
    values: dict[str, object] = {
        "person_id": data.person_id,
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "kind": check.code("kind", "programme_kind", data.kind),
        "provider_id": check.known(session, "provider_id", Partner, data.provider_id),
        "provider_name": check.line("provider_name", data.provider_name),
        "registered_on": check.past("registered_on", data.registered_on, today),
        "intake_on": check.day("intake_on", data.intake_on, required=False),
        "started_on": check.day("started_on", data.started_on, required=False, today=today),
        "status": status,
        "hours_per_week": check.number("hours_per_week", data.hours_per_week, first=1, last=80),
        "note": check.text("note", data.note),
    }
    check.not_before("intake_on", data.intake_on, data.registered_on)
    check.not_before("started_on", data.started_on, data.registered_on)
    check.finish()
    return values


class ProgrammeList(RecordList):
    """Every programme: the person's name with the provider, kind, status and dates."""

    columns = (
        Column("name"),
        Column("kind", "code", "programme_kind"),
        Column("status", "code", "programme_status"),
        Column("registered_on", "date"),
        Column("started_on", "date"),
        Column("ended_on", "date"),
        Column("outcome", "code", "programme_outcome"),
    )
    default_sort = "name"
    _table = Programme

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: running or ended, kind, status."""
        return (
            chip("state", "record_state"),
            chip("kind", "programme_kind"),
            chip("status", "programme_status"),
        )

    def _source(self) -> Select[str]:
        return select(Programme.id).join(Person, Person.id == Programme.person_id)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "kind": in_list_order(Programme.kind, "programme_kind"),
            "status": in_list_order(Programme.status, "programme_status"),
            "registered_on": Programme.registered_on,
            "started_on": Programme.started_on,
            "ended_on": Programme.ended_on,
            "outcome": Programme.outcome,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Programme.provider_name

    def _select_rows(self) -> AnySelect:
        return select(
            Programme.id,
            *NAME_COLUMNS,
            Programme.provider_name,
            Programme.person_id,
            Programme.case_id,
            Programme.kind,
            Programme.status,
            Programme.registered_on,
            Programme.started_on,
            Programme.ended_on,
            Programme.outcome,
        ).join(Person, Person.id == Programme.person_id)

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = (*(column.key for column in self.columns[1:]), "person_id", "case_id")
        values = {key: getattr(record, key) for key in keys}
        return Row(record.id, name, record.provider_name or "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "state":
            return in_state(codes, Programme.ended_on.is_(None))
        return {"kind": Programme.kind, "status": Programme.status}[key].in_(codes)
