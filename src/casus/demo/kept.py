# SPDX-License-Identifier: EUPL-1.2
"""Dossiers of years ago: closed, and due or nearly; one held for a court, one kept longer, one proposed.

Whoever is held for a court also asked what is on file about them; one had a family whose approach ended too.
"""

from collections.abc import Iterator
from datetime import date, timedelta

from casus.demo.asked import add_asked
from casus.demo.caseload import Plot, case_records
from casus.demo.generate import Batch
from casus.demo.people import Household, household, newcomer, person_record
from casus.demo.words import Dice
from casus.domain.retention import CaseDates, keep_until
from casus.services import destruction
from casus.services.desk import Desk
from casus.vault.tables import Assignment, Case, Person, Record, RetentionDecision

_OPENED = (date(2015, 3, 9), date(2016, 1, 18), date(2016, 9, 5), date(2016, 11, 14), date(2017, 2, 6))
_HELD = "De rechtbank vroeg het dossier op voor een hoger beroep."
_LONGER = "Hij vroeg of zijn begeleider van toen een verklaring kan schrijven."


def add_kept(desk: Desk, seed: int, approach: str) -> None:
    """Add them to the vault of a worker. `seed` is of their own ids; nothing of it is counted in a report."""
    dice, today = Dice(seed), desk.today()
    rows: list[Record] = []
    cases = []
    for opened_on in _OPENED:
        case, records = _closed(dice, desk, opened_on, approach)
        cases.append(case)
        rows += records
    held, longer, proposed = cases[2:]
    home = _family(dice, cases[0], next(one for one in rows if one.id == cases[0].person_id), desk)
    rows = [*home.persons, home.family, *rows, *home.members]
    rows += [*_hold(dice, held, desk, today), *_extend(dice, longer, desk, today)]
    Batch(rows).store(desk)
    destruction.propose(desk, [proposed.id], "term_ended", on=today)
    add_asked(desk, dice, held, longer)


def _closed(dice: Dice, desk: Desk, opened_on: date, approach: str) -> tuple[Case, list[Record]]:
    """Return a case that was closed a year or so after it was opened; a story that goes on is told anew."""
    while True:
        person = person_record(dice, newcomer(dice, opened_on, youngest=16, oldest=23))
        plot = Plot(
            person_id=person.id,
            worker_id=desk.worker_id,
            approach=approach,
            role=desk.role,
            opened_on=opened_on,
            today=opened_on + timedelta(days=700),
            contact_every=60,
            closes=True,
        )
        case, records = case_records(dice, plot)
        if case.closed_on is not None:
            for one in records:
                if isinstance(one, Assignment):
                    one.until_on = case.closed_on
            return case, [person, *records]


def _family(dice: Dice, case: Case, son: Record, desk: Desk) -> Household:
    """Return the family of a case: it ended when the case did, and its relatives should have gone since."""
    assert isinstance(son, Person)
    assert case.closed_on is not None
    home = household(dice, son, desk.worker_id, case.opened_on, case.opened_on)
    home.family.ended_on, home.family.end_reason = case.closed_on, case.closure_reason
    home.family.end_outcome, case.family_id = case.outcome, home.family.id
    for member in home.members:
        member.until_on = case.closed_on
    return home


def _hold(dice: Dice, case: Case, desk: Desk, today: date) -> Iterator[Record]:
    case.legal_hold, case.retain_until = True, None
    yield RetentionDecision(
        id=dice.id(), case_id=case.id, kind="held", on=today - timedelta(days=210), reason=_HELD,
        worker_id=desk.worker_id,
    )  # fmt: skip


def _extend(dice: Dice, case: Case, desk: Desk, today: date) -> Iterator[Record]:
    case.extended_until = today + timedelta(days=75)
    case.retain_until = keep_until(
        CaseDates(case.opened_on, case.closed_on, case.last_contact_on, extended_until=case.extended_until)
    )
    yield RetentionDecision(
        id=dice.id(), case_id=case.id, kind="extended", on=today - timedelta(days=20),
        until_on=case.extended_until, reason=_LONGER, worker_id=desk.worker_id,
    )  # fmt: skip
