# SPDX-License-Identifier: EUPL-1.2
"""Terms of the certificate of conduct (VOG): who must do what by when, from orientation to appeal."""

from dataclasses import dataclass
from datetime import date, timedelta

DECISION = timedelta(weeks=4)
"""Justis decides within four weeks when nothing is on record (justis.nl, beoordeling, besluit en bezwaar)."""

DECISION_WITH_FACTS = timedelta(weeks=8)
"""And within eight weeks when there are facts to weigh: an intended refusal shows that there are."""

VIEW = timedelta(weeks=2)
"""An answer to an intended refusal; the letter of Justis names the day itself, so this is to be confirmed."""

OBJECTION = timedelta(weeks=6)
"""Objection and appeal: six weeks (Awb article 6:7)."""

PENDING = ("orientation", "applied", "intended_refusal", "objection", "appeal")
"""Codes of list vog_status of a procedure in which something still has to happen."""


@dataclass(frozen=True)
class Steps:
    """The days of the steps that were taken, None for one that was not."""

    applied: date | None = None
    intention: date | None = None
    view_given: date | None = None
    decided: date | None = None
    objection: date | None = None


def decision_due(applied: date, *, facts: bool) -> date:
    """Return the last day on which Justis may decide on an application of day `applied`."""
    return applied + (DECISION_WITH_FACTS if facts else DECISION)


def objection_until(decided: date) -> date:
    """Return the last day to object to a decision sent on `decided`, or to appeal."""
    return decided + OBJECTION


def view_until(intention: date) -> date:
    """Return the last day to answer an intended refusal of day `intention`."""
    return intention + VIEW


def awaited(status: str, steps: Steps) -> str:
    """Return what comes next by a term, a code of list vog_term; "" when no term runs.

    What decides on an objection or an appeal keeps no term here: it differs too much from case to case.
    """
    if status == "applied":
        return "decision"
    if status == "intended_refusal":
        return "decision" if steps.view_given else "view"
    if status == "refused":
        return "appeal" if steps.objection else "objection"
    return ""


def due_on(status: str, steps: Steps) -> date | None:
    """Return the last day of the term that runs at this status (list vog_status); None without a term."""
    match awaited(status, steps):
        case "decision" if steps.applied:
            return decision_due(steps.applied, facts=status == "intended_refusal")
        case "view" if steps.intention:
            return view_until(steps.intention)
        case "objection" | "appeal" if steps.decided:
            return objection_until(steps.decided)
    return None
