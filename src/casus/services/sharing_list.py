# SPDX-License-Identifier: EUPL-1.2
"""What was shared, over the whole vault: the list, and how much of it there is per recipient, basis and period."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select

from casus.domain.codelists import codelist
from casus.domain.dates import add_months
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
from casus.vault.tables import Case, DataSharing, Partner, Person

PERIODS = codelist("sharing_period").values
_OTHER = "other"
Counts = dict[str, dict[str, int]]


@dataclass(frozen=True)
class SharingTotals:
    """How often data was shared in a period: by recipient (name and number, most first) and by legal basis."""

    period: str
    whole: int
    not_told: int
    recipients: tuple[tuple[str, int], ...]
    bases: tuple[tuple[str, int], ...]


class SharingList(RecordList):
    """What was shared about everyone, the latest first; what was withdrawn stays in it, marked."""

    columns = (
        Column("name"),
        Column("recipient"),
        Column("on", "date"),
        Column("kinds"),
        Column("legal_basis", "code", "legal_basis"),
        Column("way", "code", "sharing_way"),
        Column("told", "code", "sharing_told"),
    )
    default_sort = "on"
    _table = DataSharing

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: shared or withdrawn, when, the kind of recipient, the basis, does the person know."""
        return (
            chip("state", "sharing_state"),
            chip("period", "sharing_period"),
            chip("partner_kind"),
            chip("legal_basis"),
            chip("told", "sharing_told"),
        )

    def counts(self, text: str, chips: Mapping[str, frozenset[str]]) -> Counts:
        """Return by filter and code how many lines it would find beside the other filters that are on."""
        found: Counts = {}
        with self._desk.reading() as session:
            for one in self.chips():
                others = {key: codes for key, codes in chips.items() if key != one.key}
                clauses = self._fitting(text, others)
                if (closed := self._closed()) is not None and one.key not in self.open_chips:
                    clauses.append(not_(closed))
                numbers = [
                    func.count(case((self._chip_clause(one.key, (code,)), 1))).label(code)
                    for code in one.codes
                ]
                row = session.execute(
                    _joined(select(*numbers).select_from(DataSharing)).where(*clauses)
                ).one()
                found[one.key] = {code: int(getattr(row, code)) for code in one.codes}
        return found

    def totals(self, period: str) -> SharingTotals:
        """Return how often data was shared in a period of list sharing_period; "" is always. Withdrawn does not count."""
        counted: list[ColumnElement[bool]] = [DataSharing.withdrawn_on.is_(None)]
        if period:
            counted.append(_in_period(period, self._desk.today()))
        number = func.count()
        recipients = (
            select(DataSharing.recipient, number)
            .where(*counted)
            .group_by(DataSharing.recipient)
            .order_by(number.desc(), DataSharing.recipient)
        )
        bases = (
            select(DataSharing.legal_basis, number)
            .where(*counted)
            .group_by(DataSharing.legal_basis)
            .order_by(in_list_order(DataSharing.legal_basis, "legal_basis"))
        )
        secret = select(number).select_from(DataSharing).where(*counted, not_(DataSharing.person_told))
        with self._desk.reading() as session:
            by_basis = tuple((code, int(many)) for code, many in session.execute(bases))
            return SharingTotals(
                period,
                sum(many for _code, many in by_basis),
                int(session.scalar(secret) or 0),
                tuple((name, int(many)) for name, many in session.execute(recipients)),
                by_basis,
            )

    def _source(self) -> Select[str]:
        found: Select[str] = _joined(select(DataSharing.id))
        return found

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "recipient": func.lower(DataSharing.recipient),
            "on": -func.julianday(DataSharing.on),
            "kinds": func.json_array_length(DataSharing.data_kinds),
            "legal_basis": in_list_order(DataSharing.legal_basis, "legal_basis"),
            "way": in_list_order(DataSharing.way, "sharing_way"),
            "told": DataSharing.person_told,
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return (
            Person.sort_key, Person.number, bare(DataSharing.recipient),
            bare(func.coalesce(DataSharing.received_by, "")), bare(DataSharing.what),
        )  # fmt: skip

    def _select_rows(self) -> AnySelect:
        found: AnySelect = _joined(
            select(DataSharing, *NAME_COLUMNS, Person.number, Partner.kind.label("partner_kind"))
        )
        return found

    def _row(self, record: AnyRow) -> Row:
        one: DataSharing = record.DataSharing
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        who = f"{one.recipient} ({one.received_by})" if one.received_by else one.recipient
        values: dict[str, Any] = {
            "person_id": one.person_id,
            "case_id": one.case_id,
            "recipient": who,
            "on": one.on,
            "kinds": " ".join(one.data_kinds),
            "what": one.what,
            "way": one.way,
            "legal_basis": one.legal_basis,
            "told": "told" if one.person_told else "not_told",
            "withdrawn": one.withdrawn_on is not None,
            "restricted": False,
        }
        return Row(one.id, name, record.number or "", values)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        chosen = frozenset(codes)
        if key == "period":
            return or_(*(_in_period(code, self._desk.today()) for code in chosen))
        if key == "partner_kind":
            return func.coalesce(Partner.kind, _OTHER).in_(chosen)
        if key == "legal_basis":
            return DataSharing.legal_basis.in_(chosen)
        if key == "told":
            return DataSharing.person_told.in_([code == "told" for code in chosen])
        gone = DataSharing.withdrawn_on.is_not(None)
        return or_(*(gone if code == "withdrawn" else not_(gone) for code in chosen))


def this_year(desk: Desk) -> tuple[int, int]:
    """Return how often data was shared this year, and how often the person does not know."""
    found = SharingList(desk).totals("this_year")
    return found.whole, found.not_told


def _joined(query: Any) -> Any:
    return (
        query.join(Person, Person.id == DataSharing.person_id)
        .outerjoin(Case, Case.id == DataSharing.case_id)
        .outerjoin(Partner, Partner.id == DataSharing.partner_id)
    )


def _in_period(code: str, today: date) -> ColumnElement[bool]:
    first = today.replace(month=1, day=1)
    before = add_months(first, -12)
    if code == "last_30_days":
        return DataSharing.on > func.date(today.isoformat(), "-30 days")
    if code == "this_year":
        return DataSharing.on >= first
    if code == "last_year":
        return and_(DataSharing.on >= before, DataSharing.on < first)
    return DataSharing.on < before
