# SPDX-License-Identifier: EUPL-1.2
"""Checking a whole form at once: every field is tried, and all that is wrong is raised together."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.dates import FIRST_YEAR, LAST_YEAR, parse_time
from casus.domain.text import clean_line, clean_text
from casus.errors import InvalidForm, InvalidInput, NotAllowed, NotFound, StaleRecord
from casus.services.closed_records import closed_person
from casus.vault.queries import case_open
from casus.vault.tables import Case, Record

T = TypeVar("T")
R = TypeVar("R", bound=Record)
NO_NAMES: Mapping[str, str] = MappingProxyType({})


class FormCheck:
    """Cleans the fields of one input and remembers what is wrong; `finish` raises it all as InvalidForm."""

    def __init__(self) -> None:
        self._errors: list[InvalidInput] = []

    @property
    def failed(self) -> bool:
        """Whether anything was refused so far."""
        return bool(self._errors)

    def refuse(self, field: str, rule: str, **data: object) -> None:
        """Note that `field` breaks `rule`; only the first complaint about a field counts."""
        self._note(InvalidInput(field, rule, **data))

    def finish(self) -> None:
        """Raise InvalidForm when anything was refused."""
        if self._errors:
            raise InvalidForm(tuple(self._errors))

    def line(self, field: str, value: str | None) -> str | None:
        """Return one optional clean line, None when empty."""
        return self._try(lambda: clean_line(field, value) or None, None)

    def needed_line(self, field: str, value: str | None) -> str:
        """Return one clean line that may not be empty."""
        return self._try(lambda: clean_line(field, value, required=True), "")

    def text(self, field: str, value: str | None) -> str | None:
        """Return optional clean free text, None when empty."""
        return self._try(lambda: clean_text(field, value) or None, None)

    def needed_text(self, field: str, value: str | None) -> str:
        """Return clean free text that may not be empty."""
        return self._try(lambda: clean_text(field, value, required=True), "")

    def code(self, field: str, of_list: str, value: str | None) -> str:
        """Return a code that must be on the list `of_list`."""
        return self._try(lambda: codelist(of_list).require(field, value), "")

    def optional_code(self, field: str, of_list: str, value: str | None) -> str | None:
        """Return a code of the list `of_list`, or None."""
        return self._try(lambda: codelist(of_list).optional(field, value), None)

    def explained(self, field: str, of_list: str, code: str | None, text: str | None) -> None:
        """Refuse `field` (the words) when `code` says nothing without them."""
        self._try(lambda: codelist(of_list).check_explained(field, code, text), None)

    def day(
        self, field: str, value: date | None, *, required: bool = True, today: date | None = None
    ) -> date | None:
        """Return a day between 1900 and 2100; with `today` given it may not lie after it ("future")."""
        if value is None:
            if required:
                self.refuse(field, "required")
        elif not FIRST_YEAR <= value.year <= LAST_YEAR:
            self.refuse(field, "date")
        elif today is not None and value > today:
            self.refuse(field, "future")
        return value

    def past(self, field: str, value: date | None, today: date) -> date:
        """Return a day that must be given and may not lie after `today`; `today` itself when it is refused."""
        day = self.day(field, value, today=today)
        return day if day is not None and day.year >= FIRST_YEAR and day <= today else today

    def not_before(
        self, field: str, value: date | None, start: date | None, rule: str = "before_start"
    ) -> None:
        """Refuse `field` when its day lies before `start`; `rule` "before_step" when it is no end."""
        if value is not None and start is not None and value < start:
            self.refuse(field, rule)

    def time(self, field: str, value: str | None) -> str | None:
        """Return a local time as HH:MM, or None."""
        return self._try(lambda: parse_time(value, field=field).strftime("%H:%M") if value else None, None)

    def number(
        self, field: str, value: int | None, *, first: int = 0, last: int = 100_000, required: bool = False
    ) -> int | None:
        """Return a whole number from `first` up to and including `last`."""
        if value is None:
            if required:
                self.refuse(field, "required")
        elif not first <= value <= last:
            self.refuse(field, "number", first=first, last=last)
        return value

    def known(self, session: Session, field: str, kind: type[Record], record_id: str | None) -> str | None:
        """Return the id when such a record is on file; refuse `field` when it is not."""
        if not record_id:
            return None
        if session.scalar(select(kind.id).where(kind.id == record_id)) is None:
            self.refuse(field, "unknown_record")
        return record_id

    def rule(self, check: Callable[[], object], rename: Mapping[str, str] = NO_NAMES) -> None:
        """Run a rule of the domain; what it refuses is noted, under the form's own name for the field."""
        try:
            check()
        except InvalidInput as error:
            self._note(renamed(error, rename.get(error.field, error.field)))

    def part(self, check: Callable[[], T]) -> T | None:
        """Return what a form inside this one makes, None when it is refused; its complaints are noted here."""
        try:
            return check()
        except InvalidForm as form:
            for error in form.errors:
                self._note(error)
            return None

    def within(self, field: str, form: InvalidForm) -> None:
        """Note what is wrong with a part that is a whole input itself, at `field`."""
        self._note(renamed(form.errors[0], field))

    def _try(self, check: Callable[[], T], fallback: T) -> T:
        try:
            return check()
        except InvalidInput as error:
            self._note(error)
            return fallback

    def _note(self, error: InvalidInput) -> None:
        if all(earlier.field != error.field for earlier in self._errors):
            self._errors.append(error)


def renamed(error: InvalidInput, field: str) -> InvalidInput:
    """Return the same complaint about `field`, the name a form has for it."""
    extra = {key: value for key, value in error.data.items() if key not in ("field", "rule")}
    return InvalidInput(field, error.rule, **extra)


def fetch(session: Session, kind: type[R], record_id: str, version: int | None = None) -> R:
    """Return a record; raise NotFound, or StaleRecord when it is no longer at `version`.

    Raises NotAllowed("restricted") when it is part of a restricted dossier that is not open now.
    """
    record = fetch_closed(session, kind, record_id, version)
    closed = closed_person(session, record)
    if closed is not None:
        raise NotAllowed("restricted", person_id=closed)
    return record


def fetch_closed(session: Session, kind: type[R], record_id: str, version: int | None = None) -> R:
    """Return a record also of a closed dossier, to do something that shows nothing of it; else as `fetch`."""
    record = session.get(kind, record_id)
    if record is None:
        raise NotFound(kind_of(kind), record_id)
    if version is not None and record.version != version:
        raise StaleRecord(kind_of(kind), record_id)
    return record


def kind_of(table: type[Record]) -> str:
    """Return the kind of record as the audit log and `Changes` name it: the table's name."""
    return str(inspect(table).local_table.name)


def known_case(session: Session, check: FormCheck, case_id: str | None, person_id: str) -> str | None:
    """Return the case's id; refuse `case_id` when it is not on file or belongs to someone else."""
    known = check.known(session, "case_id", Case, case_id)
    case = session.get(Case, known) if known else None
    if case is not None and case.person_id != person_id:
        check.refuse("case_id", "other_person")
    return known


def running_case_of(session: Session, person_id: str) -> str | None:
    """Return the running case something belongs to that names only the person: that of the RIO, else the newest."""
    running = select(Case.id).where(Case.person_id == person_id, case_open())
    return session.scalar(running.order_by(Case.approach != "rio", Case.opened_on.desc()).limit(1))
