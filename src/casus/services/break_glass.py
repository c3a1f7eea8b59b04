# SPDX-License-Identifier: EUPL-1.2
"""Opening a restricted dossier with a reason, for a limited time; and the second look at every time it was done.

While an access runs the person is open everywhere in the program (`vault.closed`); when it ends, by the time, by
hand or with a lock, all is masked again. The reason stands in the record, which goes with the person's records.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch_closed
from casus.services.closed_records import end_running, everything_of
from casus.services.desk import Desk
from casus.services.lists import AnyColumn, AnyRow, AnySelect, Chip, Column, RecordList, Row, chip
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.tables import EmergencyAccess, Person, Worker

__all__ = [
    "AccessList",
    "AccessRow",
    "accesses_of",
    "close_access",
    "close_all",
    "close_overdue",
    "get_access",
    "judge_access",
    "open_restricted",
    "to_judge",
    "unjudged",
]


@dataclass(frozen=True)
class AccessRow:
    """One opening of a restricted dossier as a dossier shows it; `verdict` is None until it was judged."""

    id: str
    opened_at: datetime
    ended_at: datetime | None
    until: datetime
    worker: str
    reason: str
    verdict: str | None
    version: int


def open_restricted(
    desk: Desk, person_id: str, reason: str, case_id: str | None = None
) -> Done[EmergencyAccess]:
    """Open a restricted dossier for as long as the policy says. Raises NotFound, and InvalidForm without a reason."""
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.finish()
    now = desk.clock.now()
    until = now + timedelta(hours=desk.policy.break_glass_hours)
    with desk.changing(label="open_restricted") as session:
        person = fetch_closed(session, Person, person_id)
        access = EmergencyAccess(
            person_id=person.id,
            case_id=case_id,
            worker_id=desk.worker_id,
            opened_at=now,
            until=until,
            reason=words,
        )
        session.add(access)
        session.flush()
        desk.vault.log(session, "emergency_access", "persons", person.id)
        if case_id is not None:
            desk.vault.log(session, "emergency_access", "cases", case_id)
    desk.glass.opened(access.id, now, until)
    return Done(access, everything_of(person_id))


def close_access(desk: Desk, person_id: str) -> Done[None]:
    """Close a restricted dossier again before its time; one that is not open stays as it is."""
    with desk.changing(label="close_access") as session:
        end_running(session, desk, person_id)
    return Done(None, everything_of(person_id))


def close_overdue(desk: Desk) -> Done[None] | None:
    """Close what was open long enough, or since a later moment than now; None when there was nothing."""
    over = desk.glass.overdue(desk.clock.now())
    if not over:
        return None
    return _end(desk, EmergencyAccess.id.in_(over))


def close_all(desk: Desk) -> None:
    """Close what a lock or a crash left open; done when a vault is opened."""
    running = EmergencyAccess.ended_at.is_(None)
    with desk.vault.reading() as session:
        left = session.scalar(select(EmergencyAccess.id).where(running).limit(1))
    if left is not None:
        _end(desk, running)


def _end(desk: Desk, which: ColumnElement[bool]) -> Done[None]:
    with desk.vault.transaction(desk.worker_id, label="close_access") as session:
        ended = list(session.scalars(select(EmergencyAccess).where(which)))
        for access in ended:
            access.ended_at = desk.clock.now()
    for access in ended:
        desk.glass.closed(access.id)
        desk.glass.lapsed.add(access.person_id)
    return Done(None, everything_of(*(access.person_id for access in ended)))


def get_access(desk: Desk, access_id: str) -> EmergencyAccess:
    """Return an access, for the form that judges it; raises NotFound."""
    with desk.reading() as session:
        return fetch_closed(session, EmergencyAccess, access_id)


def judge_access(
    desk: Desk, access_id: str, version: int, *, verdict: str, note: str | None, by_id: str | None = None
) -> Done[EmergencyAccess]:
    """Note what a second look made of an opening: by whom (the worker at this desk), and the verdict.

    Raises InvalidForm (a note is needed unless it was right), NotFound, StaleRecord, NotAllowed("access_judged").
    """
    check = FormCheck()
    code = check.code("verdict", "access_verdict", verdict)
    words = check.text("note", note)
    if code != "right" and not words:
        check.refuse("note", "required")
    with desk.changing(label="judge_access") as session:
        by = check.known(session, "by_id", Worker, by_id or desk.worker_id)
        check.finish()
        access = fetch_closed(session, EmergencyAccess, access_id, version)
        if access.verdict is not None:
            raise NotAllowed("access_judged", on=access.judged_on)
        access.verdict, access.judged_note = code, words
        access.judged_on, access.judged_by_id = desk.today(), by
    return Done(access, Changes.of(("emergency_accesses",), access.id, access.person_id))


def accesses_of(session: Session, person_id: str) -> tuple[AccessRow, ...]:
    """Return every time a person's dossier was opened with a reason, the latest first; for an open dossier."""
    rows = session.execute(
        select(EmergencyAccess, Worker.name)
        .join(Worker, Worker.id == EmergencyAccess.worker_id)
        .where(EmergencyAccess.person_id == person_id)
        .order_by(EmergencyAccess.opened_at.desc(), EmergencyAccess.id)
    )
    return tuple(
        AccessRow(one.id, one.opened_at, one.ended_at, one.until, name, one.reason, one.verdict, one.version)
        for one, name in rows
    )


def to_judge(desk: Desk) -> int:
    """Return how many openings nobody looked at yet."""
    wanted = select(func.count()).select_from(EmergencyAccess).where(unjudged())
    with desk.reading() as session:
        return session.scalar(wanted) or 0


def unjudged() -> ColumnElement[bool]:
    """Return which accesses nobody looked at yet."""
    return EmergencyAccess.verdict.is_(None)


class AccessList(RecordList):
    """Every opening of a restricted dossier: whose, when, by whom, and whether it was judged.

    The reason is shown while the dossier is open only: it is about the person.
    """

    columns = (
        Column("name"),
        Column("opened_at", "date"),
        Column("worker"),
        Column("reason"),
        Column("state", "code", "access_state"),
        Column("verdict", "code", "access_verdict"),
    )
    default_sort = "opened_at"
    newest_first = True
    _table = EmergencyAccess
    _shown_closed = frozenset(
        {"person_id", "case_id", "opened_at", "worker", "state", "verdict", "version", "until"}
    )

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how far it is, and what was judged."""
        return chip("state", "access_state"), chip("verdict", "access_verdict")

    def _source(self) -> Select[str]:
        return (
            select(EmergencyAccess.id)
            .outerjoin(Person, Person.id == EmergencyAccess.person_id)
            .outerjoin(Worker, Worker.id == EmergencyAccess.worker_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "opened_at": EmergencyAccess.opened_at,
            "worker": Worker.sort_key,
            "reason": EmergencyAccess.reason,
            "state": EmergencyAccess.judged_on,
            "verdict": EmergencyAccess.verdict,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.number, Worker.sort_key

    def _select_rows(self) -> AnySelect:
        return (
            select(EmergencyAccess.id, EmergencyAccess, *NAME_COLUMNS, Person.number, Worker.name)
            .join(Person, Person.id == EmergencyAccess.person_id)
            .join(Worker, Worker.id == EmergencyAccess.worker_id)
        )

    def _row(self, record: AnyRow) -> Row:
        one: EmergencyAccess = record.EmergencyAccess
        state = "judged" if one.verdict else "open" if one.ended_at is None else "unjudged"
        keys = ("opened_at", "until", "reason", "verdict", "person_id", "case_id", "version")
        values: dict[str, Any] = {key: getattr(one, key) for key in keys}
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        return Row(record.id, name, record.number, {**values, "worker": record.name, "state": state})

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "verdict":
            return EmergencyAccess.verdict.in_(codes)
        meanings = {
            "open": EmergencyAccess.ended_at.is_(None),
            "unjudged": and_(unjudged(), EmergencyAccess.ended_at.is_not(None)),
            "judged": EmergencyAccess.verdict.is_not(None),
        }
        return or_(false(), *(meanings[code] for code in codes))
