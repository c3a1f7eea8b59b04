# SPDX-License-Identifier: EUPL-1.2
"""Restricting a dossier, of a whole person or of one case, and lifting that again; the reason is kept."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.services.changes import Done
from casus.services.checks import FormCheck, fetch
from casus.services.closed_records import end_running, everything_of
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.vault.tables import Case, Person

NOBODY, CASE, PERSON = "none", "case", "person"
"""Codes of list restriction_scope."""


@dataclass(frozen=True)
class Restriction:
    """How far a dossier is restricted now (a code of list restriction_scope), and whose it is."""

    name: str
    scope: str
    version: int


def restriction_of(desk: Desk, person_id: str, case_id: str | None) -> Restriction:
    """Return how far a dossier is restricted, for the form. Raises NotFound, NotAllowed("restricted")."""
    with desk.reading() as session:
        person, case = _whose(session, person_id, case_id)
        scope = PERSON if person.restricted else CASE if case is not None and case.restricted else NOBODY
        return Restriction(person_name(person), scope, person.version)


def restrict(
    desk: Desk, person_id: str, case_id: str | None, scope: str, reason: str, *, version: int | None = None
) -> Done[Person]:
    """Restrict the whole person, this case only, or neither of them; from then on it is closed.

    Raises InvalidForm (without a reason that says why), NotFound, StaleRecord, NotAllowed("restricted").
    """
    check = FormCheck()
    check.code("scope", "restriction_scope", scope)
    why = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", why))
    if scope == CASE and case_id is None:
        check.refuse("scope", "unknown_record")
    check.finish()
    with desk.changing(why, label="set_restricted") as session:
        person, case = _whose(session, person_id, case_id, version)
        person.restricted = scope == PERSON
        if case is not None:
            case.restricted = scope == CASE
        end_running(session, desk, person.id)
    return Done(person, everything_of(person.id, case_id or ""))


def _whose(
    session: Session, person_id: str, case_id: str | None, version: int | None = None
) -> tuple[Person, Case | None]:
    person = fetch(session, Person, person_id, version)
    return person, fetch(session, Case, case_id) if case_id else None
