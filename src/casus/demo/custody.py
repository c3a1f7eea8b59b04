# SPDX-License-Identifier: EUPL-1.2
"""Detentions, basic conditions and consulting hours for the demo's re-integration officer."""

from collections.abc import Sequence
from datetime import date, timedelta

from casus.demo.words import Dice, words
from casus.domain.conditions import FIVE
from casus.domain.periods import Period
from casus.vault.tables import (
    BasicConditionCheck,
    Case,
    ConsultingSession,
    Contact,
    Detention,
    Facility,
    Record,
)


def facility_records(dice: Dice) -> list[Facility]:
    """Return the facilities of the demo's list."""
    return [Facility(id=dice.id(), removed_on=None, **row) for row in words()["facility"]["list"]]


def detention_records(dice: Dice, case: Case, facility: Facility, today: date) -> list[Record]:
    """Return a detention with the conditions checked at entry and, once free, at release."""
    entered = case.opened_on - timedelta(days=dice.randint(0, 30))
    length = dice.randint(90, 420)
    due = entered + timedelta(days=length)
    free = due <= today
    certainty = "known" if free else dice.weighted({"known": 5, "estimated": 3, "unknown": 2})
    detention = Detention(
        id=dice.id(),
        person_id=case.person_id,
        case_id=case.id,
        facility_id=facility.id,
        title=dice.weighted({"sentence": 5, "remand": 3, "measure": 1}),
        entered_on=entered,
        expected_on=None if certainty == "unknown" else due,
        release_certainty=certainty,
        released_on=due if free else None,
        plan_received_on=entered + timedelta(days=20) if dice.chance(0.7) else None,
        sentence_transfer="requested" if facility.country == "de" else "not_applicable",
    )
    rows: list[Record] = [detention]
    rows += _checks(dice, case, detention, "entry", entered + timedelta(days=12), better=0)
    if free:
        rows += _checks(dice, case, detention, "release", due, better=2)
    return rows


def _checks(
    dice: Dice, case: Case, detention: Detention, moment: str, on: date, *, better: int
) -> list[Record]:
    rows: list[Record] = []
    for condition in FIVE:
        weights = {"arranged": 3 + 3 * better, "in_progress": 3, "not_arranged": 4 - better, "unknown": 1}
        status = dice.weighted(weights)
        rows.append(
            BasicConditionCheck(
                id=dice.id(),
                case_id=case.id,
                detention_id=detention.id,
                condition=condition,
                moment=moment,
                status=status,
                checked_on=on,
                arranged_on=on if status == "arranged" else None,
            )
        )
    return rows


CONVERSATION = (
    "Wil na de straf een opleiding doen.",
    "Vraagt hoe het met een ID-bewijs zit.",
    "Maakt zich zorgen over zijn schulden.",
    "Heeft nog geen plek om te wonen.",
    "Wil weten wanneer hij verlof krijgt.",
)
LATEST = 12
"""How many of the last consulting hours have conversations with persons on file."""


def conversation_records(
    dice: Dice, sessions: Sequence[ConsultingSession], cases: Sequence[Case]
) -> list[Record]:
    """Return contacts of the last consulting hours with persons of running cases; the numbers stay as they are.

    `dice` is a stream of its own, so that all else stays the same.
    """
    rows: list[Record] = []
    for session in sorted(sessions, key=lambda one: one.on)[-LATEST:]:
        running = [case for case in cases if case.closed_on is None and case.opened_on < session.on]
        amount = min(len(running), max(0, session.conversations - 2), 3)
        for case in dice.sample(running, amount):
            case.last_contact_on = max(case.last_contact_on or session.on, session.on)
            rows.append(
                Contact(
                    id=dice.id(),
                    person_id=case.person_id,
                    case_id=case.id,
                    kind="consulting_hour",
                    on=session.on,
                    facility_id=session.facility_id,
                    consulting_session_id=session.id,
                    reached="yes",
                    initiative="person",
                    report=dice.choice(CONVERSATION),
                    information_kind="fact",
                    worker_id=session.worker_id,
                )
            )
    return rows


def consulting_records(
    dice: Dice, facilities: list[Facility], worker_id: str, period: Period, today: date
) -> list[Record]:
    """Return a consulting hour on every working day up to today; in Germany only after the period, as planned."""
    rows: list[Record] = []
    dutch = [one for one in facilities if one.country == "nl"]
    german = [one for one in facilities if one.country == "de"]
    day = period.first
    while day <= today:
        if day.weekday() < 5:
            abroad = day > period.last and day.weekday() == 4
            facility = dice.choice(german if abroad else dutch)
            conversations = dice.randint(1, 7)
            rows.append(
                ConsultingSession(
                    id=dice.id(),
                    facility_id=facility.id,
                    on=day,
                    conversations=conversations,
                    new_persons=dice.randint(0, min(2, conversations)),
                    worker_id=worker_id,
                )
            )
        day += timedelta(days=1)
    return rows
