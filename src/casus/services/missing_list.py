# SPDX-License-Identifier: EUPL-1.2
"""What lacks in the dossiers, as one list: a line per case, person, stay or procedure and what it lacks.

It is a list and not a task for each line: in a real caseload most dossiers lack something, and a flood of tasks
is put aside as a whole (domain.md 3, line 8).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Subquery,
    func,
    literal_column,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.services.desk import Desk
from casus.services.lists import (
    BLOCK,
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
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault import missing
from casus.vault.another import another
from casus.vault.tables import Case, Detention, FamilyMember, Person, VogProcedure

KINDS = codelist("missing").values
_SEPARATOR = ":"
_Part = tuple[type[Any], AnyColumn, AnyColumn | None, AnyColumn, ColumnElement[bool]]


class MissingList(RecordList):
    """What lacks; an id is the code of list missing and the record it lacks in ("birth_date:<id>")."""

    columns = (
        Column("name"),
        Column("missing", "code", "missing"),
        Column("since", "date"),
        Column("approach", "code", "approach"),
        Column("phase", "code", "phase"),
    )
    default_sort = "name"
    _shown_closed = frozenset({"person_id", "case_id", "record_id", "missing"})

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._lines = _lines(desk.today())
        self._id = self._lines.c.id

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: what lacks, and the approach."""
        return chip("missing"), chip("approach")

    def counts(self) -> dict[str, int]:
        """Return how many lines there are by code of list missing, those that are none left out."""
        with self._desk.reading() as session:
            return count_by_kind(session, self._desk.today())

    def ids(
        self,
        text: str = "",
        chips: Mapping[str, frozenset[str]] | None = None,
        sort: str = "",
        descending: bool = False,
    ) -> list[str]:
        """Return the ids that pass, in order; only the kinds that are asked for are looked for."""
        self._narrow((chips or {}).get("missing") or frozenset(KINDS))
        return super().ids(text, chips, sort, descending)

    def total(self) -> int:
        """Return the number of lines without any filter."""
        return sum(self.counts().values())

    def rows(self, ids: Sequence[str]) -> list[Row]:
        """Return the lines of these ids in the same order; what does not lack any more is left out."""
        found: dict[str, Row] = {}
        with self._desk.reading() as session:
            for start in range(0, len(ids), BLOCK):
                for record in session.execute(self._masking(self._select_of(ids[start : start + BLOCK]))):
                    found[record.id] = self._masked_row(record)
        return [found[line] for line in ids if line in found]

    def _narrow(self, kinds: Iterable[str]) -> None:
        self._lines = _lines(self._desk.today(), {kind: None for kind in KINDS if kind in set(kinds)})
        self._id = self._lines.c.id

    def _select_of(self, ids: Sequence[str]) -> AnySelect:
        by_kind: dict[str, list[str]] = {}
        for line in ids:
            kind, _colon, record_id = line.partition(_SEPARATOR)
            by_kind.setdefault(kind, []).append(record_id)
        return self._rows_from(_lines(self._desk.today(), by_kind))

    def _source(self) -> Select[str]:
        return _joined(select(self._lines.c.id), self._lines)

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "missing": in_list_order(self._lines.c.kind, "missing"),
            "since": self._lines.c.since,
            "approach": in_list_order(Case.approach, "approach"),
            "phase": in_list_order(Case.phase, "phase"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Case.number, Person.number

    def _rows_from(self, lines: Subquery) -> AnySelect:
        columns = (
            lines.c.id,
            lines.c.kind,
            lines.c.since,
            lines.c.person_id,
            lines.c.case_id,
            lines.c.record_id,
        )
        return _joined(select(*columns, *NAME_COLUMNS, Case.number, Case.approach, Case.phase), lines)

    def _about(self) -> tuple[AnyColumn | None, AnyColumn | None]:
        return Person.id, Case.id

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        keys = ("since", "approach", "phase", "person_id", "case_id", "record_id")
        values = {key: getattr(record, key) for key in keys}
        return Row(
            record.id, name, record.number or "", {**values, "missing": record.kind, "restricted": False}
        )

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        return Case.approach.in_(codes) if key == "approach" else self._lines.c.kind.in_(codes)


def count_by_kind(session: Session, today: date) -> dict[str, int]:
    """Return how many lines there are by code of list missing, those that are none left out."""
    lines = _lines(today)
    rows = session.execute(select(lines.c.kind, func.count()).group_by(lines.c.kind))
    return {kind: int(number) for kind, number in rows}


def _joined(query: Select[Any], lines: Subquery) -> Select[Any]:
    return (
        query.select_from(lines)
        .join(Person, Person.id == lines.c.person_id)
        .outerjoin(Case, Case.id == lines.c.case_id)
    )


def _lines(today: date, wanted: Mapping[str, Sequence[str] | None] | None = None) -> Subquery:
    """Return what lacks, of these kinds and records (None: all of them)."""
    chosen: Mapping[str, Sequence[str] | None] = dict.fromkeys(KINDS) if wanted is None else wanted
    parts = _parts(today)
    selects = [_part(kind, parts[kind], chosen[kind]) for kind in chosen if kind in parts]
    if not selects:
        selects = [_part(KINDS[0], parts[KINDS[0]], ())]
    return union_all(*selects).subquery("lines")


def _part(kind: str, part: _Part, ids: Sequence[str] | None) -> AnySelect:
    table, person_id, case_id, since, clause = part
    name = literal_column(f"'{kind}'", String)  # a code of our own list
    query = select(
        (literal_column(f"'{kind}{_SEPARATOR}'", String) + table.id).label("id"),
        name.label("kind"),
        table.id.label("record_id"),
        person_id.label("person_id"),
        (null() if case_id is None else case_id).label("case_id"),
        since.label("since"),
    ).where(clause)
    return query if ids is None else query.where(table.id.in_(ids))


def _parts(today: date) -> dict[str, _Part]:
    """Return by kind: the table, whose person and case, since when it lacks, and the clause."""
    of_case: dict[str, ColumnElement[bool]] = {
        "legal_basis": missing.lacks_legal_basis(),
        "inclusion": missing.lacks_inclusion(),
        "informed": missing.lacks_informed(),
        "inform_again": missing.lacks_day_to_inform(),
        "informed_young": missing.lacks_informed_representative(today),
        "informed_16": missing.lacks_informed_at_16(today),
        "proportionality": missing.lacks_proportionality(),
        "minor_reason": missing.lacks_minor_reason(today),
        "referrer": missing.lacks_referrer(),
        "review_on": missing.lacks_review(),
        "case_lead": missing.lacks_lead(today),
    }
    of_person = {
        "birth_date": missing.lacks_birth_date(),
        "district": missing.lacks_district(),
        "representative": missing.lacks_representative(today),
    }
    of_stay = {
        "expected_release": missing.lacks_release(),
        "return_plan": missing.lacks_return_plan(today),
        "conditions": missing.lacks_conditions(),
    }
    found: dict[str, _Part] = {
        kind: (Case, Case.person_id, Case.id, Case.opened_on, clause) for kind, clause in of_case.items()
    }
    found["plan"] = (Case, Case.person_id, Case.id, Case.phase_since, missing.lacks_plan(today))
    for kind, clause in of_person.items():
        found[kind] = (Person, Person.id, _latest_case(), literal_column("NULL", Date), clause)
    for kind, clause in of_stay.items():
        found[kind] = (Detention, Detention.person_id, Detention.case_id, Detention.entered_on, clause)
    why = missing.lacks_member_reason(today)
    found["member_reason"] = (FamilyMember, FamilyMember.person_id, None, FamilyMember.from_on, why)
    found["vog_due"] = (
        VogProcedure, VogProcedure.person_id, VogProcedure.case_id, VogProcedure.status_since,
        missing.lacks_vog_deadline(),
    )  # fmt: skip
    return {kind: found[kind] for kind in KINDS}


def _latest_case() -> ColumnElement[Any]:
    """Return the person's open case that was opened last: its dossier is where the person is looked up."""
    its = another(Case, "latest_case")
    return (
        select(its.id)
        .where(its.person_id == Person.id, its.closed_on.is_(None))
        .order_by(its.opened_on.desc(), its.id)
        .limit(1)
        .scalar_subquery()
    )
