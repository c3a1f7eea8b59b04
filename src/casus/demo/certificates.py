# SPDX-License-Identifier: EUPL-1.2
"""Brings the demo's certificates of conduct to life: terms that run now, reasons, and who helps."""

from collections.abc import Sequence
from datetime import date, timedelta

from casus.demo.words import Dice
from casus.domain.codelists import codelist
from casus.domain.names import parse_full, sort_key
from casus.domain.vog import due_on
from casus.services.vog import steps_of
from casus.vault.tables import Record, VogAmbassador, VogProcedure

_HELPERS = (
    ("Noortje van Dam", "Jongerenwerk", "youth_work"),
    ("Achmed Belkadi", "Reclassering", "probation"),
    ("Trudy Hoekstra", "Mbo", "vocational_school"),
)
_PENDING = ("applied", "intended_refusal")
_SETTLED = timedelta(days=15)
"""Steps lie at least this long ago: within the period that the demo's report is about."""


def ambassador_records(dice: Dice, today: date) -> list[VogAmbassador]:
    """Return the ambassadors a worker knows; the register of all of them is the coordinator's."""
    rows = []
    for name, organisation, kind in _HELPERS:
        parts = parse_full(name)
        rows.append(
            VogAmbassador(
                id=dice.id(),
                name=name,
                sort_key=sort_key(parts.surname, parts.prefix, parts.given),
                organisation=organisation,
                organisation_kind=kind,
                trained_on=today - timedelta(days=dice.randint(60, 300)),
                advices=0,
            )
        )
    return rows


def follow_up(dice: Dice, rows: Sequence[Record], helpers: Sequence[VogAmbassador], today: date) -> None:
    """Let pending applications be recent, vary the reasons not to apply, and name who helps.

    No procedure gets another status. `dice` is a stream of its own, so that all else stays the same.
    """
    reasons = [one.nl for one in codelist("vog_avoidance")]
    for row in rows:
        if not isinstance(row, VogProcedure):
            continue
        row.ambassador_id = dice.choice(helpers).id if dice.chance(0.6) else None
        if row.status == "not_applied":
            row.not_applied_reason = dice.choice(reasons)
        elif row.status in _PENDING:
            _make_recent(dice, row, today)
        elif row.decided_on is not None and row.decided_on > today - _SETTLED:
            row.decided_on = row.status_since = today - _SETTLED
            row.applied_on = row.decided_on - timedelta(days=dice.randint(14, 27))
        row.due_on = due_on(row.status, steps_of(row))


def _make_recent(dice: Dice, row: VogProcedure, today: date) -> None:
    row.applied_on = today - _SETTLED - timedelta(days=dice.randint(6, 22))
    row.status_since = row.applied_on
    if row.status == "intended_refusal":
        row.intention_on = row.status_since = row.applied_on + timedelta(days=6)
