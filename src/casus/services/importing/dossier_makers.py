# SPDX-License-Identifier: EUPL-1.2
"""Makes contacts, programmes and detentions of rows."""

from collections.abc import Collection
from datetime import date
from typing import Any

from sqlalchemy import func, select

from casus.errors import InvalidInput, NotAllowed
from casus.services.checks import FormCheck
from casus.services.contact_form import clean_contact
from casus.services.contacts import PRISON_VISIT
from casus.services.detentions import clean_detention
from casus.services.importing.grid import Progress
from casus.services.importing.makers import CaseBook, Values, given
from casus.services.inputs import ContactInput, DetentionInput, PrisonVisitInput, ProgrammeInput
from casus.services.programmes import clean_programme
from casus.vault.queries import contact_with_person, detention_current
from casus.vault.tables import Case, Contact, Detention, Programme


class ContactMaker(CaseBook):
    """A contact, in the case that was open on that day when there is just one."""

    _KEY = ("person_id", "on", "kind", "at_time", "report")

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the cases, and the contacts there are."""
        super().prepare(person_ids)
        self._touched: set[tuple[str, str | None]] = set()
        columns = [getattr(Contact, name) for name in self._KEY]
        for chunk in self.chunks(person_ids):
            for row in self.session.execute(select(*columns).where(Contact.person_id.in_(chunk))):
                self.know(tuple(row))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Log a contact; the same person, day, kind, time and report is there already."""
        kind = str(values.get("kind") or "")
        chosen = PrisonVisitInput if kind == PRISON_VISIT or values.get("facility") else ContactInput
        case_id = self.case_on(person_id, values.get("on"))
        about: dict[str, Any] = {"person_id": person_id, "case_id": case_id, **given(values, chosen)}
        if values.get("facility"):
            about["facility_id"] = values["facility"]
        clean = clean_contact(self.session, self.desk, kind, chosen(**about))
        row = {"kind": kind, "worker_id": self.desk.worker_id, **clean.values}
        self.refuse_twice(tuple(row[name] for name in self._KEY), line)
        self.store.add(Contact, row, {line})
        self._touched.add((person_id, case_id))

    def finish(self, progress: Progress) -> None:
        """Let the last contact of each case touched follow from the contacts there are now (see touch_cases)."""
        cases = {case_id for _, case_id in self._touched}
        persons = {person_id for person_id, case_id in self._touched if not case_id}
        for done, chunk in enumerate(self.chunks(sorted({person_id for person_id, _ in self._touched}))):
            last = self._last_contacts(chunk)
            for case in self.session.scalars(select(Case).where(Case.person_id.in_(chunk))):
                if case.id in cases or (case.person_id in persons and case.closed_on is None):
                    own, loose = last.get((case.person_id, case.id)), last.get((case.person_id, None))
                    case.last_contact_on = max(filter(None, (own, loose)), default=None)
            progress(done * len(chunk), len(self._touched))

    def _last_contacts(self, person_ids: Collection[str]) -> dict[tuple[str, str | None], date]:
        query = (
            select(Contact.person_id, Contact.case_id, func.max(Contact.on))
            .where(Contact.person_id.in_(person_ids), contact_with_person())
            .group_by(Contact.person_id, Contact.case_id)
        )
        return {(person_id, case_id): day for person_id, case_id, day in self.session.execute(query)}


class ProgrammeMaker(CaseBook):
    """A programme: registered, waiting, started, finished or stopped, as its dates say."""

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the cases, and the programmes there are."""
        super().prepare(person_ids)
        columns = (Programme.person_id, Programme.kind, Programme.registered_on, Programme.provider_name)
        for chunk in self.chunks(person_ids):
            for row in self.session.execute(select(*columns).where(Programme.person_id.in_(chunk))):
                self.know(tuple(row))

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Register a programme; without a day of registration that of the intake or start counts."""
        days = (values.get(name) for name in ("registered_on", "intake_on", "started_on"))
        first = next((day for day in days if day), None)
        if first is None:
            raise InvalidInput("registered_on", "required")
        case_id = self.case_on(person_id, first)
        about = {"person_id": person_id, "case_id": case_id, **given(values, ProgrammeInput)}
        row = clean_programme(self.session, self.desk, ProgrammeInput(**about | {"registered_on": first}))
        key = tuple(row[name] for name in ("person_id", "kind", "registered_on", "provider_name"))
        self.refuse_twice(key, line)
        self.store.add(Programme, row, {line})


class DetentionMaker(CaseBook):
    """A detention, of someone still inside or released."""

    def prepare(self, person_ids: Collection[str]) -> None:
        """Look up the cases, the detentions there are, and who is inside."""
        super().prepare(person_ids)
        self._inside: set[str] = set()
        for chunk in self.chunks(person_ids):
            columns = (Detention.person_id, Detention.facility_id, Detention.entered_on)
            mine = Detention.person_id.in_(chunk)
            for row in self.session.execute(select(*columns).where(mine)):
                self.know(tuple(row))
            self._inside |= set(
                self.session.scalars(select(Detention.person_id).where(mine, detention_current()))
            )

    def make(self, line: int, values: Values, person_id: str) -> None:
        """Register a detention; one at a time may be without a release."""
        case_id = self.case_on(person_id, values.get("entered_on"))
        about: dict[str, Any] = {
            "person_id": person_id,
            "case_id": case_id,
            "facility_id": values["facility"],
        }
        data = DetentionInput(**about, **given(values, DetentionInput))
        row = clean_detention(self.session, self.desk, data)
        self.refuse_twice((person_id, row["facility_id"], row["entered_on"]), line)
        released = values.get("released_on")
        if released is not None:
            check = FormCheck()
            check.day("released_on", released, today=self.today)
            check.not_before("released_on", released, data.entered_on)
            check.finish()
            row |= {"released_on": released, "release_certainty": "known"}
        elif person_id in self._inside:
            raise NotAllowed("detained_already")
        else:
            self._inside.add(person_id)
        self.store.add(Detention, row, {line})
