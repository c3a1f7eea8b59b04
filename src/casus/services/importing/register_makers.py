# SPDX-License-Identifier: EUPL-1.2
"""Makes entries of the coordinator's five registers of rows."""

from collections.abc import Collection
from typing import Any, ClassVar

from sqlalchemy import select

from casus.domain.names import fold
from casus.services.checks import FormCheck
from casus.services.importing.makers import Maker, Values, given
from casus.services.importing.store import Row
from casus.services.permits import clean_permit
from casus.services.register_inputs import (
    BusinessContactInput,
    InspectionInput,
    PermitInput,
    ResilienceSessionInput,
    SchoolActivityInput,
    SchoolInput,
)
from casus.services.registers import clean_business_contact, clean_inspection, clean_resilience_session
from casus.services.schools import checked_activity, checked_school
from casus.vault.tables import (
    BusinessContact,
    Inspection,
    Permit,
    PermitChange,
    Record,
    ResilienceSession,
    School,
    SchoolActivity,
)


class RegisterMaker(Maker):
    """An entry of a register without persons; the same values in the vault are there already."""

    kind: ClassVar[type[Record]]
    form: ClassVar[type[Any]]
    key: ClassVar[tuple[str, ...]]

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the entries there are."""
        for row in self.session.execute(select(*(getattr(self.kind, name) for name in self.key))):
            self.know(tuple(row))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Add an entry."""
        row = self.checked(self.form(**{"on": None, **given(values, self.form)}))
        self.refuse_twice(tuple(row[name] for name in self.key), line)
        self.store.add(self.kind, row, {line})

    def checked(self, data: Any) -> Row:
        """Return the columns, made fit to store; raises InvalidForm."""
        raise NotImplementedError


class BusinessContactMaker(RegisterMaker):
    """Knock & Talk."""

    kind, form = BusinessContact, BusinessContactInput
    key = ("on", "district", "amount", "reached", "reason", "theme", "note")

    def checked(self, data: Any) -> Row:
        """Check as the form does."""
        return clean_business_contact(self.today, data)


class InspectionMaker(RegisterMaker):
    """Inspections."""

    kind, form = Inspection, InspectionInput
    key = ("on", "kind", "district", "theme", "amount", "result", "partners", "note")

    def checked(self, data: Any) -> Row:
        """Check as the form does."""
        return clean_inspection(self.today, data)


class ResilienceSessionMaker(RegisterMaker):
    """Resilience sessions."""

    kind, form = ResilienceSession, ResilienceSessionInput
    key = ("on", "audience", "participants", "theme", "district", "partners", "note")

    def checked(self, data: Any) -> Row:
        """Check as the form does."""
        return clean_resilience_session(self.today, data)


class PermitMaker(Maker):
    """A firm under the permit duty, with its first step; the same name and address is there already."""

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the firms there are."""
        for name, address in self.session.execute(select(Permit.sort_key, Permit.address)):
            self.know((name, fold(address or "")))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Add a firm."""
        about = {"business_name": "", "on": None, **given(values, PermitInput)}
        row = clean_permit(self.today, PermitInput(**about))
        self.refuse_twice((row["sort_key"], fold(str(row["address"] or ""))), line)
        permit_id = self.store.add(Permit, row, {line})
        step = {"permit_id": permit_id, "to_status": row["status"], "on": row["status_since"]}
        self.store.add(PermitChange, step, {line})


class SchoolActivityMaker(Maker):
    """An activity at a school; a school that is not there yet is made once."""

    _KEY = ("school_id", "on", "kind", "theme", "groups", "reach", "note")

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the schools and the activities there are."""
        on_file = self.session.execute(select(School.sort_key, School.id)).all()
        self._schools: dict[str, tuple[str, set[int]]] = {
            name: (school_id, set()) for name, school_id in on_file
        }
        names = {school_id: name for name, school_id in on_file}
        columns = [getattr(SchoolActivity, name) for name in self._KEY]
        for school_id, *rest in self.session.execute(select(*columns)):
            self.know((names[school_id], *rest))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Add an activity, and its school when it is new."""
        check = FormCheck()
        school = SchoolInput(
            str(values.get("school") or ""),
            values.get("school_kind") or SchoolInput.kind,
            values.get("school_district") or SchoolInput.district,
        )
        made = checked_school(check, school, "new_")
        key = str(made["sort_key"])
        school_id, lines = self._schools.get(key, ("", set()))
        about = {"on": None, **given(values, SchoolActivityInput)}
        row = checked_activity(check, self.today, SchoolActivityInput(school_id=school_id, **about))
        check.finish()
        self.refuse_twice((key, *(row[name] for name in self._KEY[1:])), line)
        lines.add(line)
        if not school_id:
            school_id = self.store.add(School, made, lines)
            self._schools[key] = school_id, lines
        self.store.add(SchoolActivity, {**row, "school_id": school_id}, {line})
