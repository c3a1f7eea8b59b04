# SPDX-License-Identifier: EUPL-1.2
"""One invented case from registration to now: phases, contacts, agreements, appointments, sharing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from casus.demo.words import Dice, words
from casus.domain.retention import CaseDates, keep_until
from casus.vault.tables import (
    Appointment,
    Assignment,
    Case,
    Contact,
    ContactAttendee,
    DataSharing,
    PhaseChange,
    Record,
    Task,
)

WORKING = ("registered", "screening", "intake", "planning", "execution", "monitoring", "scaling_down")
DAYS_IN_PHASE = (10, 14, 25, 30, 170, 120, 60)
OUTCOMES = {"work_or_school": 5, "day_activity": 2, "stable": 3, "unchanged": 2, "worse": 1}
CLOSURES = {"goals_achieved": 4, "partly_achieved": 3, "scaled_down": 3, "disengaged": 1, "moved": 1}
KINDS: Mapping[str, float] = {"home_visit": 58, "telephone": 24, "case_meeting": 10, "office": 8}
REACHED = {"yes": 80, "not_at_home": 12, "refused": 3, "cancelled": 5}


@dataclass(frozen=True)
class Plot:
    """The frame of one case: who, with whom, under which approach, from when, seen from `today`."""

    person_id: str
    worker_id: str
    approach: str
    role: str  # list assignment_role
    opened_on: date
    today: date
    kinds: Mapping[str, float] = field(default_factory=lambda: KINDS)
    contact_every: int = 18  # days
    closes: bool = False
    facility_id: str | None = None


def case_records(dice: Dice, plot: Plot) -> tuple[Case, list[Record]]:
    """Return the case and everything that hangs on it, ready to be added to a session."""
    case = _case(dice, plot)
    rows: list[Record] = [case, _assignment(dice, plot, case)]
    rows += _phases(dice, plot, case)
    rows += _contacts(dice, plot, case)
    if case.closed_on is None:
        rows += _ahead(dice, plot, case)
    if dice.chance(0.5):
        rows.append(_sharing(dice, plot, case))
    return case, rows


def _case(dice: Dice, plot: Plot) -> Case:
    reasons = dice.sample(
        ["several_domains", "family_system", "high_reoffending", "drug_crime"], dice.randint(1, 3)
    )
    return Case(
        id=dice.id(),
        number=dice.number(f"C-{plot.opened_on.year}", 6),
        person_id=plot.person_id,
        approach=plot.approach,
        opened_on=plot.opened_on,
        inclusion_reasons=sorted(reasons),
        legal_basis="art_18a_pbw" if plot.approach == "rio" else "public_task",
        proportionality="Lichtere hulp is geprobeerd; het risico op doorgroeien weegt zwaarder.",
        review_on=plot.today + timedelta(days=dice.randint(-10, 170)),
        phase="registered",
        phase_since=plot.opened_on,
        priority="high" if dice.chance(0.2) else "normal",
        informed_how="conversation",
        informed_on=plot.opened_on + timedelta(days=dice.randint(0, 9)),
        legal_hold=False,
        restricted=False,
    )


def _assignment(dice: Dice, plot: Plot, case: Case) -> Assignment:
    return Assignment(
        id=dice.id(), case_id=case.id, worker_id=plot.worker_id, role=plot.role, from_on=plot.opened_on
    )


def _phases(dice: Dice, plot: Plot, case: Case) -> list[Record]:
    rows: list[Record] = [
        PhaseChange(
            id=dice.id(), case_id=case.id, to_phase="registered", on=plot.opened_on, worker_id=plot.worker_id
        )
    ]
    day = plot.opened_on
    for place, days in enumerate(DAYS_IN_PHASE[:-1]):
        day += timedelta(days=max(3, round(dice.gauss(days, days / 3))))
        if day > plot.today:
            return rows
        rows.append(_step(dice, plot, case, WORKING[place + 1], day))
        if WORKING[place + 1] == "monitoring" and dice.chance(0.15) and day + timedelta(days=30) < plot.today:
            day += timedelta(days=30)
            rows.append(
                _step(dice, plot, case, "execution", day, dice.choice(words()["report"]["step_back"]))
            )
            return rows
    day += timedelta(days=40)
    if plot.closes and day < plot.today:
        rows.append(_closing(dice, plot, case, day))
    return rows


def _step(dice: Dice, plot: Plot, case: Case, to: str, day: date, reason: str | None = None) -> PhaseChange:
    change = PhaseChange(
        id=dice.id(),
        case_id=case.id,
        from_phase=case.phase,
        to_phase=to,
        on=day,
        reason=reason or dice.choice(words()["report"]["phase_reason"]),
        worker_id=plot.worker_id,
    )
    case.phase, case.phase_since = to, day
    return change


def _closing(dice: Dice, plot: Plot, case: Case, day: date) -> PhaseChange:
    change = _step(dice, plot, case, "closed", day)
    case.closed_on = day
    case.closure_reason = change.closure_reason = dice.weighted(CLOSURES)
    case.outcome = change.outcome = dice.weighted(OUTCOMES)
    case.review_on = None
    case.retain_until = keep_until(CaseDates(case.opened_on, day))
    return change


def _contacts(dice: Dice, plot: Plot, case: Case) -> list[Record]:
    rows: list[Record] = []
    until = min(case.closed_on or plot.today, plot.today)
    for day in dice.month_days(plot.opened_on + timedelta(days=4), until, plot.contact_every):
        contact = _contact(dice, plot, case, day)
        rows.append(contact)
        if contact.reached == "yes":
            case.last_contact_on = max(case.last_contact_on or day, day)
            rows += _around(dice, plot, case, contact)
    return rows


def _contact(dice: Dice, plot: Plot, case: Case, day: date) -> Contact:
    kind = dice.weighted(plot.kinds)
    reached = dice.weighted(REACHED) if kind in ("home_visit", "telephone") else "yes"
    sentences = words()["report"]
    return Contact(
        id=dice.id(),
        person_id=plot.person_id,
        case_id=case.id,
        kind=kind,
        on=day,
        at_time=f"{dice.randint(9, 19):02d}:{dice.choice(['00', '15', '30', '45'])}",
        duration_minutes=dice.choice([30, 45, 60, 75]) if kind != "telephone" else 10,
        facility_id=plot.facility_id if kind == "prison_visit" else None,
        reached=reached,
        initiative=dice.weighted({"worker": 8, "person": 2, "partner": 1}),
        report=dice.choice(sentences.get(kind, sentences["telephone"])) if reached == "yes" else None,
        information_kind=dice.weighted({"fact": 7, "opinion": 2, "source": 1}),
        worker_id=plot.worker_id,
    )


def _around(dice: Dice, plot: Plot, case: Case, contact: Contact) -> list[Record]:
    rows: list[Record] = []
    if contact.kind == "home_visit" and dice.chance(0.7):
        name = dice.choice(["Moeder", "Vader", "Zus", "Oma"])
        rows.append(ContactAttendee(id=dice.id(), contact_id=contact.id, name=name))
    if dice.chance(0.3):
        what, who = dice.choice(words()["report"]["agreement"])
        due = contact.on + timedelta(days=dice.randint(5, 25))
        done = case.closed_on is not None or due < plot.today - timedelta(days=20) or dice.chance(0.6)
        rows.append(
            Task(
                id=dice.id(),
                title=what,
                owner=who or None,
                worker_id=plot.worker_id,
                case_id=case.id,
                person_id=plot.person_id,
                contact_id=contact.id,
                due_on=due,
                recurrence="none",
                source="agreement",
                status="done" if done else "open",
                done_on=min(due, plot.today) if done else None,
            )
        )
    return rows


def _ahead(dice: Dice, plot: Plot, case: Case) -> list[Record]:
    """Return the next appointment: some today, most within three weeks."""
    day = plot.today if dice.chance(0.12) else dice.weekday(plot.today, plot.today + timedelta(days=21))
    return [
        Appointment(
            id=dice.id(),
            person_id=plot.person_id,
            case_id=case.id,
            kind="prison_visit" if plot.facility_id else "home_visit",
            on=day,
            at_time=f"{dice.randint(9, 18):02d}:{dice.choice(['00', '30'])}",
            facility_id=plot.facility_id,
            cancelled=False,
            worker_id=plot.worker_id,
        )
    ]


def _sharing(dice: Dice, plot: Plot, case: Case) -> DataSharing:
    return DataSharing(
        id=dice.id(),
        person_id=plot.person_id,
        case_id=case.id,
        recipient=dice.choice(["Buurtteam Overvecht", "Reclassering Nederland", "Leerplicht Utrecht"]),
        data_kinds=["contact", "plan"],
        what="Contactgegevens en de doelen uit het plan",
        way="secure_mail",
        legal_basis="public_task",
        on=min(plot.opened_on + timedelta(days=dice.randint(10, 60)), plot.today),
        person_told=True,
    )
