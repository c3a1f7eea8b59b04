# SPDX-License-Identifier: EUPL-1.2
"""Who received data that were corrected or erased since: they must be told (GDPR article 19).

Nobody knows for sure what was in a message of years ago. So everyone is on the list who received something about
the person since the disputed record was there; the worker ticks each off: told, did not have this, or cannot be
told without undue effort.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.corrections.inputs import NoticeInput
from casus.services.desk import Desk
from casus.services.lists import (
    AnyColumn,
    AnyRow,
    AnySelect,
    Chip,
    Column,
    RecordList,
    Row,
    bare,
    chip,
    in_list_order,
)
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.correction_queries import notice_open
from casus.vault.tables import Correction, DataSharing, Person, RecipientNotice, Record

TOLD, IMPOSSIBLE = "told", "impossible"


def add_notices(session: Session, correction: Correction, record: Record) -> None:
    """Put everyone on the list who may hold what was disputed, each once, by what they received last."""
    wanted = (
        select(DataSharing)
        .where(
            DataSharing.person_id == correction.person_id,
            DataSharing.withdrawn_on.is_(None),
            DataSharing.on >= _there_since(record),
            DataSharing.id != correction.record_id,
        )
        .order_by(DataSharing.on, DataSharing.id)
    )
    latest = {_who(one): one for one in session.scalars(wanted)}
    session.add_all(
        RecipientNotice(correction_id=correction.id, person_id=correction.person_id, sharing_id=one.id)
        for one in latest.values()
    )


def settle_notice(
    desk: Desk, notice_id: str, data: NoticeInput, *, version: int | None = None
) -> Done[RecipientNotice]:
    """Tick a recipient off; it may be put right later on. Raises InvalidForm (outcome, on, note), NotFound, StaleRecord.

    That it is impossible or takes too much effort needs words.
    """
    with desk.changing(label="settle_notice") as session:
        notice = fetch(session, RecipientNotice, notice_id, version)
        correction = fetch(session, Correction, notice.correction_id)
        check = FormCheck()
        outcome = check.code("outcome", "notice_outcome", data.outcome)
        check.past("on", data.on, desk.today())
        check.not_before("on", data.on, correction.carried_out_on, "before_step")
        note = check.text("note", data.note)
        if outcome == IMPOSSIBLE and not note:
            check.refuse("note", "needs_text")
        check.finish()
        notice.outcome, notice.on, notice.note = outcome, data.on, note
    ids = (notice_id, notice.person_id, notice.correction_id)
    return Done(notice, Changes.of(("recipient_notices",), *ids))


def open_notices(session: Session, person_id: str) -> dict[str, int]:
    """Return how many recipients still have to be told of a person's corrections, by correction."""
    wanted = (
        select(RecipientNotice.correction_id, func.count())
        .where(RecipientNotice.person_id == person_id, notice_open())
        .group_by(RecipientNotice.correction_id)
    )
    return {correction_id: int(number) for correction_id, number in session.execute(wanted)}


def get_notice(desk: Desk, notice_id: str) -> tuple[RecipientNotice, str]:
    """Return a notice and the recipient's name, for a form; raises NotFound."""
    with desk.reading() as session:
        notice = fetch(session, RecipientNotice, notice_id)
        return notice, fetch(session, DataSharing, notice.sharing_id).recipient


def _there_since(record: Record) -> date:
    """Return since when a record was on file, by its own day when that is earlier (it may have been imported)."""
    days = [record.created_at.date()]
    days += [day for name in ("on", "opened_on", "received_on") if (day := getattr(record, name, None))]
    return min(days)


def _who(sharing: DataSharing) -> str:
    return sharing.partner_id or fold(sharing.recipient)


class NoticeList(RecordList):
    """Recipients to tell, and those who were: who, about whom, what it was about, when they received it."""

    columns = (
        Column("recipient"),
        Column("person"),
        Column("about", "code", "record_kind"),
        Column("shared_on", "date"),
        Column("changed_on", "date"),
        Column("outcome", "code", "notice_outcome"),
        Column("on", "date"),
    )
    default_sort = "changed_on"
    _table = RecipientNotice

    def chips(self) -> tuple[Chip, ...]:
        """Return the filter: still to be told, or settled."""
        return (chip("state", "notice_state"),)

    def _source(self) -> Select[str]:
        return (
            select(RecipientNotice.id)
            .join(Correction, Correction.id == RecipientNotice.correction_id)
            .join(DataSharing, DataSharing.id == RecipientNotice.sharing_id)
            .join(Person, Person.id == RecipientNotice.person_id)
        )

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "recipient": DataSharing.recipient,
            "person": Person.sort_key,
            "about": in_list_order(Correction.record_kind, "record_kind"),
            "shared_on": DataSharing.on,
            "changed_on": Correction.carried_out_on,
            "outcome": in_list_order(RecipientNotice.outcome, "notice_outcome"),
            "on": RecipientNotice.on,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return bare(DataSharing.recipient), Person.sort_key, Person.call_name

    def _select_rows(self) -> AnySelect:
        return (
            select(
                RecipientNotice.id,
                RecipientNotice.version,
                RecipientNotice.person_id,
                RecipientNotice.outcome,
                RecipientNotice.on,
                DataSharing.recipient,
                DataSharing.received_by,
                DataSharing.case_id,
                DataSharing.on.label("shared_on"),
                Correction.record_kind,
                Correction.carried_out_on.label("changed_on"),
                *NAME_COLUMNS,
            )
            .join(Correction, Correction.id == RecipientNotice.correction_id)
            .join(DataSharing, DataSharing.id == RecipientNotice.sharing_id)
            .join(Person, Person.id == RecipientNotice.person_id)
        )

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = ("person_id", "case_id", "shared_on", "changed_on", "outcome", "on", "version")
        values = {key: getattr(record, key) for key in keys}
        return Row(
            record.id,
            record.recipient,
            record.received_by or "",
            {**values, "person": name, "about": record.record_kind},
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        parts = {"open": notice_open(), "closed": ~notice_open()}
        return or_(*(parts[code] for code in codes if key == "state"))
