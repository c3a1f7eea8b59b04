# SPDX-License-Identifier: EUPL-1.2
"""Which dossiers are closed: restricted, and not opened with a reason at this moment. The one rule behind every mask.

A restricted person closes all that is about this person. A restricted case closes what belongs to that case.
As long as an access runs (`EmergencyAccess` without an end) the person and all their cases are open.
"""

from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Select, false, or_, select, text
from sqlalchemy.orm import InstrumentedAttribute, Session, aliased

from casus.vault.tables.cases import Case
from casus.vault.tables.people import Person
from casus.vault.tables.restricted import EmergencyAccess

AnyColumn = ColumnElement[Any] | InstrumentedAttribute[Any]
_ANY = text(
    "SELECT EXISTS (SELECT 1 FROM persons WHERE restricted = 1) OR EXISTS (SELECT 1 FROM cases WHERE restricted = 1)"
)


def any_restricted(session: Session) -> bool:
    """Return whether any dossier is restricted at all; where none is, nothing has to be asked of each record."""
    return bool(session.execute(_ANY).scalar())


@cache
def closed_persons() -> Select[str]:
    """Return the ids of the persons whose dossier is closed as a whole."""
    whose = aliased(Person)
    return select(whose.id).where(whose.restricted, whose.id.not_in(_opened()))


@cache
def closed_cases() -> Select[str]:
    """Return the ids of the cases that are restricted themselves and not open."""
    which = aliased(Case)
    return select(which.id).where(which.restricted, which.person_id.not_in(_opened()))


@cache
def persons_with_closed_cases() -> Select[str]:
    """Return the ids of the persons of those cases."""
    which = aliased(Case)
    return select(which.person_id).where(which.restricted, which.person_id.not_in(_opened()))


def dossier_closed(person_id: AnyColumn | None, case_id: AnyColumn | None = None) -> ColumnElement[bool]:
    """Return whether what belongs to this person and case is closed; of nobody and no case it is not."""
    parts = [] if person_id is None else [_within(person_id, closed_persons())]
    if case_id is not None:
        parts.append(_within(case_id, closed_cases()))
    return or_(false(), *parts)


def of_open_case(case_id: AnyColumn) -> ColumnElement[bool]:
    """Return whether a record of an open dossier may be shown in it: it is not of a closed case."""
    return ~_within(case_id, closed_cases())


def _within(column: AnyColumn, ids: Select[str]) -> ColumnElement[bool]:
    """Return whether the column is one of these; an empty column is not (and never unknown)."""
    return column.is_not(None) & column.in_(ids)


@cache
def _opened() -> Select[str]:
    access = aliased(EmergencyAccess)
    return select(access.person_id).where(access.ended_at.is_(None))
