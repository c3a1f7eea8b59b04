# SPDX-License-Identifier: EUPL-1.2
"""From a worker's vault to a contribution: what was counted on, coded; everything else stays where it is."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from casus.counting.archive import ArchivedCount
from casus.counting.case_history import Step, phase_on
from casus.counting.contribution import Contribution, Row, Rows, sorted_rows
from casus.counting.identities import People
from casus.counting.progress import WAYS, progress_of
from casus.counting.pseudonyms import Pseudonyms
from casus.domain.ages import age_group
from casus.domain.periods import Period
from casus.vault.case_queries import case_active_in
from casus.vault.condition_queries import condition_checked_in
from casus.vault.counted import counted_here, family_counted_here, record_counted_here
from casus.vault.queries import (
    consulting_in,
    contact_in,
    detained_in,
    family_active_in,
    member_in,
    programme_registered_in,
    programme_started_in,
    vog_in,
)
from casus.vault.tables import (
    BasicConditionCheck,
    Case,
    ConsultingSession,
    Contact,
    Detention,
    Facility,
    Family,
    FamilyMember,
    Person,
    PhaseChange,
    Programme,
    VogProcedure,
)

_AnySelect = Select[*tuple[Any, ...]]
PROGRAMMES = ("work", "apprenticeship", "sport")
"""The kinds the letter calls "werk- of sportprogramma"; guided working-and-learning is work."""
VISITS = ("home_visit", "prison_visit")
_AT_RELEASE = "release"


@dataclass(frozen=True)
class Contributor:
    """Whose vault it is: its id (used for a pseudonym only) and the worker's role."""

    vault_id: str
    role: str


@dataclass(frozen=True)
class Extent:
    """How much of a vault: `only` what is about these persons (by id), for working out what a destruction takes
    from the counts, `but` these records (`vault.counted.counted_elsewhere`); `archive`: the anonymous counts of what was destroyed before; `catalogue`: by which edition
    of the catalogue (`counting.edition`).
    """

    only: Collection[str] | None = None
    but: Collection[str] = ()
    archive: tuple[ArchivedCount, ...] = ()
    catalogue: str = ""


def extract(
    session: Session,
    contributor: Contributor,
    period: Period,
    reference_date: date,
    team_key: bytes,
    made_at: datetime,
    extent: Extent | None = None,
) -> Contribution:
    """Return the contribution of one vault: what happened from `period.first` up to its end or the reference date.

    `reference_date` may lie within the period (a report on a year that is not over). Pseudonyms are those of
    the reporting year: that of the period's last day. Raises ValueError on a team key under 16 bytes and
    ContributionInvalid when the reference date lies before the period.
    """
    names = Pseudonyms.of_year(team_key, period.last.year)
    extent = extent or Extent()
    extraction = _Extraction(session, period, reference_date, names, extent)
    rows = extraction.rows()
    told = {row.subject for row in rows if row.kind == "person"} if extent.only is None else set[str | None]()
    return Contribution(
        team=names.mark(),
        contributor=names.contributor(contributor.vault_id),
        role=contributor.role,
        period=period,
        reference_date=reference_date,
        made_at=made_at.replace(microsecond=0),
        rows=rows,
        archive=extent.archive,
        marks=extraction.people.marks(told),
        catalogue=extent.catalogue,
    )


class _Extraction:
    """One pass over a vault; persons are read first, because every row is about one of them."""

    def __init__(
        self,
        session: Session,
        period: Period,
        reference: date,
        names: Pseudonyms,
        extent: Extent,
    ) -> None:
        self._session = session
        self._only, self._but = extent.only, extent.but
        self._reference = reference
        self._names = names
        self._window = Period(period.first, max(period.first, min(period.last, reference)))
        self._persons = {row.id: row for row in session.execute(self._of(_PERSONS, Person.id))}
        self.people = People.read(session, list(self._persons.values()), names)

    def _of(self, query: _AnySelect, person_id: InstrumentedAttribute[str]) -> _AnySelect:
        return query if self._only is None else query.where(person_id.in_(self._only))

    def _counted(self, kind: Any) -> ColumnElement[bool]:
        """Return whether a record, or a family, counts here."""
        here = family_counted_here() if kind is Family else record_counted_here(kind)
        return and_(here, kind.id.not_in(sorted(self._but))) if self._but else here

    def rows(self) -> Rows:
        found = [
            *self._cases(),
            *self._contacts(),
            *self._programmes(),
            *self._registrations(),
            *self._progress(),
            *self._detentions(),
            *self._conditions(),
            *self._vog_procedures(),
            *self._families(),
            *(self._consulting_hours() if self._only is None else ()),
        ]
        return sorted_rows([*found, *self._described({row.subject for row in found if row.subject})])

    def _subject(self, person_id: str) -> str:
        return self.people.subjects[person_id]

    def _described(self, subjects: set[str]) -> Iterator[Row]:
        """Yield what is told of each person, and of nobody who is not in another row."""
        for person in self._persons.values():
            subject = self._subject(person.id)
            if subject in subjects:
                yield Row.of(
                    "person",
                    subject,
                    self._names.record("persons", person.id),
                    age_group=age_group(person.birth_date, self._reference),
                    district=person.district,
                    role=person.role,
                )

    def _cases(self) -> Iterator[Row]:
        steps: dict[str, list[Step]] = defaultdict(list)
        query = select(PhaseChange.case_id, PhaseChange.on, PhaseChange.to_phase)
        if self._only is not None:
            query = query.join(Case, Case.id == PhaseChange.case_id).where(Case.person_id.in_(self._only))
        in_order = query.order_by(PhaseChange.on, PhaseChange.created_at, PhaseChange.id)
        for change in self._session.execute(in_order):
            steps[change.case_id].append(Step(change.on, change.to_phase))
        for case in self._session.execute(
            self._of(_CASES.where(case_active_in(self._window)), Case.person_id)
        ):
            history = steps[case.id] or [Step(case.phase_since, case.phase)]
            phase, running = phase_on(history, self._reference)
            yield Row.of(
                "case",
                self._subject(case.person_id),
                self._names.record("cases", case.id),
                approach=case.approach,
                phase=phase,
                state="open" if running else "ended",
                opened=_month(case.opened_on),
            )

    def _contacts(self) -> Iterator[Row]:
        query = _CONTACTS.where(self._counted(Contact), contact_in(self._window), Contact.kind.in_(VISITS))
        for contact in self._session.execute(self._of(query, Contact.person_id)):
            yield Row.of(
                "contact",
                self._subject(contact.person_id),
                self._names.record("contacts", contact.id),
                kind=contact.kind,
                month=_month(contact.on),
                reached=contact.reached,
                country=contact.country,
            )

    def _programmes(self) -> Iterator[Row]:
        query = _PROGRAMMES.where(
            self._counted(Programme),
            programme_started_in(self._window),
            Programme.kind.in_(PROGRAMMES),
        )
        for programme in self._session.execute(self._of(query, Programme.person_id)):
            ended = programme.ended_on is not None and programme.ended_on <= self._reference
            yield Row.of(
                "programme",
                self._subject(programme.person_id),
                self._names.record("programmes", programme.id),
                kind=programme.kind,
                started=_month(programme.started_on),
                status=programme.status if ended else "started",
            )

    def _registrations(self) -> Iterator[Row]:
        query = _REGISTRATIONS.where(
            self._counted(Programme),
            programme_registered_in(self._window),
            Programme.kind.in_(PROGRAMMES),
        )
        for programme in self._session.execute(self._of(query, Programme.person_id)):
            yield Row.of(
                "registration",
                self._subject(programme.person_id),
                self._names.record("programmes", programme.id),
                kind=programme.kind,
                month=_month(programme.registered_on),
            )

    def _progress(self) -> Iterator[Row]:
        """Yield, per case measured again in the period, how many life domains went which way since the first time."""
        for case_id, person_id, ways in progress_of(self._session, self._window, self._only):
            yield Row.of(
                "progress",
                self._subject(person_id),
                self._names.record("progress", case_id),
                **{way: str(ways[way]) for way in WAYS},
            )

    def _detentions(self) -> Iterator[Row]:
        query = _DETENTIONS.where(self._counted(Detention), detained_in(self._window))
        for detention in self._session.execute(self._of(query, Detention.person_id)):
            yield Row.of(
                "detention",
                self._subject(detention.person_id),
                self._names.record("detentions", detention.id),
                country=detention.country,
                entered=_month(detention.entered_on),
            )

    def _conditions(self) -> Iterator[Row]:
        query = _CONDITIONS.where(counted_here(Case.id), condition_checked_in(_AT_RELEASE, self._window))
        for check in self._session.execute(self._of(query, Case.person_id)):
            yield Row.of(
                "condition",
                self._subject(check.person_id),
                self._names.record("basic_condition_checks", check.id),
                condition=check.condition,
                status=check.status,
                month=_month(check.checked_on),
            )

    def _vog_procedures(self) -> Iterator[Row]:
        query = _VOG.where(self._counted(VogProcedure), vog_in(self._window))
        for procedure in self._session.execute(self._of(query, VogProcedure.person_id)):
            yield Row.of(
                "vog",
                self._subject(procedure.person_id),
                self._names.record("vog_procedures", procedure.id),
                status=procedure.status,
                month=_month(procedure.status_since),
            )

    def _families(self) -> Iterator[Row]:
        families = _FAMILIES.where(self._counted(Family), family_active_in(self._window))
        records = {}
        for family in self._session.execute(families):
            records[family.id] = self._names.record("families", family.id)
            yield Row.of("family", None, records[family.id], district=family.district)
        members = _MEMBERS.where(member_in(self._window))
        for member in self._session.execute(self._of(members, FamilyMember.person_id)):
            if member.family_id in records:
                yield Row.of("family_member", self._subject(member.person_id), records[member.family_id])

    def _consulting_hours(self) -> Iterator[Row]:
        for held in self._session.execute(_CONSULTING.where(consulting_in(self._window))):
            record = self._names.record("consulting_sessions", held.id)
            codes = {"country": held.country, "month": _month(held.on)}
            yield Row.of("consulting_hour", None, record, **codes)
            if held.conversations:
                yield Row.of("consulting_conversations", None, record, held.conversations, **codes)


def _month(day: date) -> str:
    return f"{day.year:04}-{day.month:02}"


_PERSONS = select(
    Person.id,
    Person.number,
    Person.surname,
    Person.given_name,
    Person.birth_date,
    Person.district,
    Person.role,
)
_CASES = select(Case.id, Case.person_id, Case.approach, Case.opened_on, Case.phase, Case.phase_since)
_CONTACTS = select(
    Contact.id, Contact.person_id, Contact.kind, Contact.on, Contact.reached, Facility.country
).outerjoin(Facility, Facility.id == Contact.facility_id)
_PROGRAMMES = select(
    Programme.id,
    Programme.person_id,
    Programme.kind,
    Programme.started_on,
    Programme.ended_on,
    Programme.status,
)
_REGISTRATIONS = select(Programme.id, Programme.person_id, Programme.kind, Programme.registered_on)
_DETENTIONS = select(Detention.id, Detention.person_id, Detention.entered_on, Facility.country).join(
    Facility, Facility.id == Detention.facility_id
)
_CONDITIONS = select(
    BasicConditionCheck.id,
    BasicConditionCheck.condition,
    BasicConditionCheck.status,
    BasicConditionCheck.checked_on,
    Case.person_id,
).join(Case, Case.id == BasicConditionCheck.case_id)
_VOG = select(VogProcedure.id, VogProcedure.person_id, VogProcedure.status, VogProcedure.status_since)
_FAMILIES = select(Family.id, Family.district)
_MEMBERS = select(FamilyMember.family_id, FamilyMember.person_id)
_CONSULTING = select(
    ConsultingSession.id, ConsultingSession.on, ConsultingSession.conversations, Facility.country
).join(Facility, Facility.id == ConsultingSession.facility_id)
