# SPDX-License-Identifier: EUPL-1.2
"""The list of closed cases by when they may go: what is due, what is soon, what is held, proposed, kept longer.

Of a closed dossier it tells the number, and when it may go (`RecordList` masks the rest).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, false, func, not_, or_, select

from casus.domain.codelists import codelist
from casus.domain.dates import add_months
from casus.domain.retention import CaseDates, StartEvent, term_begins
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
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.queries import case_open, destruction_proposed
from casus.vault.tables import Case, Person

SOON_MONTHS = 3
DUE, SOON, HELD, PROPOSED, EXTENDED, RUNNING = "due", "soon", "held", "proposed", "extended", "running"
"""Codes of list retention_state."""


def state_clause(code: str, today: date) -> ColumnElement[bool]:
    """Return which closed cases a code of list retention_state means; the number on Today uses the same."""
    ended, proposed = not_(case_open()), destruction_proposed()
    soon = add_months(today, SOON_MONTHS)
    clauses = {
        DUE: and_(Case.retain_until < today, not_(proposed)),
        SOON: and_(Case.retain_until.between(today, soon), not_(proposed)),
        HELD: Case.legal_hold,
        PROPOSED: proposed,
        EXTENDED: Case.extended_until.is_not(None),
        RUNNING: Case.retain_until > soon,
    }
    return and_(ended, clauses[code])


class RetentionList(RecordList):
    """Every closed case, the one that goes first at the top."""

    columns = (
        Column("name"),
        Column("approach", "code", "approach"),
        Column("term"),
        Column("begins", "date"),
        Column("until", "date"),
        Column("state", "code", "retention_state"),
    )
    default_sort = "until"
    _table = Case
    _shown_closed = frozenset({"person_id", "case_id", "until", "state"})

    def chips(self) -> tuple[Chip, ...]:
        """Return the filters: how it stands, and the approach."""
        return chip("state", "retention_state"), chip("approach")

    def counts(self) -> dict[str, int]:
        """Return how many cases there are by code of list retention_state."""
        today = self._desk.today()
        columns = [
            func.coalesce(func.sum(case((state_clause(code, today), 1), else_=0)), 0).label(code)
            for code in codelist("retention_state").values
        ]
        with self._desk.reading() as session:
            row = session.execute(select(*columns)).one()
            return {code: int(getattr(row, code)) for code in codelist("retention_state").values}

    def _source(self) -> Select[str]:
        return select(Case.id).join(Person, Person.id == Case.person_id).where(not_(case_open()))

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {
            "name": Person.sort_key,
            "approach": in_list_order(Case.approach, "approach"),
            "term": in_list_order(Case.approach, "approach"),
            "begins": self._begins(),
            "until": Case.retain_until,
            "state": in_list_order(self._state(), "retention_state"),
        }

    def _searched(self) -> Sequence[AnyColumn]:
        return Person.sort_key, Person.call_name, Case.number, Person.number

    def _select_rows(self) -> AnySelect:
        return select(
            Case.id, *NAME_COLUMNS, Case.number, Case.approach, Case.person_id, Case.opened_on, Case.closed_on,
            Case.last_contact_on, Case.retain_until, Case.legal_hold, Case.extended_until,
            self._state().label("state"),
        ).join(Person, Person.id == Case.person_id)  # fmt: skip

    def _row(self, record: AnyRow) -> Row:
        name = list_name(record.surname, record.prefix, record.given_name, record.call_name)
        term = self._desk.policy.term_of(record.approach)
        dates = CaseDates(record.opened_on, record.closed_on, record.last_contact_on)
        values = {
            "approach": record.approach,
            "years": term.years,
            "event": term.start.value,
            "confirmed": term.confirmed,
            "begins": term_begins(dates, term),
            "until": record.retain_until,
            "extended": record.extended_until is not None,
            "state": record.state,
            "case_id": record.id,
            "person_id": record.person_id,
        }
        return Row(record.id, name, record.number, values)

    def _begins(self) -> ColumnElement[date]:
        """The day the term of each approach runs from, as `term_begins` says of one case."""
        days: dict[StartEvent, AnyColumn] = {
            StartEvent.CLOSING: Case.closed_on,
            StartEvent.FIRST_PROCESSING: Case.opened_on,
            StartEvent.LAST_CONTACT: func.coalesce(Case.last_contact_on, Case.opened_on),
        }
        policy = self._desk.policy
        return case(
            *(
                (Case.approach == code, days[policy.term_of(code).start])
                for code in codelist("approach").values
            ),
            else_=Case.closed_on,
        )

    def _state(self) -> ColumnElement[str]:
        """The one state a case is shown in: a proposal or a hold says more than a day does."""
        today = self._desk.today()
        order = (PROPOSED, HELD, DUE, SOON, EXTENDED)
        return case(*((state_clause(code, today), code) for code in order), else_=RUNNING)

    def _chip_clause(self, key: str, codes: Iterable[str]) -> ColumnElement[bool]:
        if key == "approach":
            return Case.approach.in_(codes)
        return or_(false(), *(state_clause(code, self._desk.today()) for code in codes))
