# SPDX-License-Identifier: EUPL-1.2
"""What is never quite finished in a real caseload: a report still to write, someone not informed yet, a loose task."""

from collections.abc import Sequence
from datetime import date, timedelta

from casus.demo.words import Dice
from casus.vault.tables import Appointment, Case, Record, Task

SATURDAY = 5
_LOOSE = ("Telefoonnummer navragen", "Machtiging laten tekenen", "Dossier opschonen")


def leave_loose_ends(dice: Dice, rows: Sequence[Record], worker_id: str, today: date) -> list[Record]:
    """Leave some running cases unfinished, and return what is added to them.

    Nothing of it is counted in a report. `dice` is a stream of its own, so that all else stays the same.
    """
    added: list[Record] = []
    for case in rows:
        if not isinstance(case, Case) or case.closed_on is not None:
            continue
        throw = dice.random()
        if throw < 0.12:
            _not_informed(dice, case)
        elif throw < 0.16:
            case.review_on = None
        elif throw < 0.24:
            added.append(_unreported(dice, case, worker_id, today))
        elif throw < 0.3:
            added.append(_loose_task(dice, case, worker_id))
    return added


def _not_informed(dice: Dice, case: Case) -> None:
    case.informed_on = None
    case.informed_how = dice.choice([None, "postponed"])
    if case.informed_how:
        case.informed_note = "Eerst rust in huis."


def _unreported(dice: Dice, case: Case, worker_id: str, today: date) -> Appointment:
    day = today - timedelta(days=dice.randint(1, 6))
    while day.weekday() >= SATURDAY:
        day -= timedelta(days=1)
    kind = "office" if case.approach == "rio" else "home_visit"
    return Appointment(
        id=dice.id(), kind=kind, on=day, at_time=dice.choice(["09:30", "13:00", "15:15"]),
        person_id=case.person_id, case_id=case.id, cancelled=False, worker_id=worker_id,
    )  # fmt: skip


def _loose_task(dice: Dice, case: Case, worker_id: str) -> Task:
    return Task(
        id=dice.id(), title=dice.choice(_LOOSE), worker_id=worker_id, case_id=case.id,
        person_id=case.person_id, recurrence="none", source="own", status="open",
    )  # fmt: skip
