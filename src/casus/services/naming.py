# SPDX-License-Identifier: EUPL-1.2
"""How a person is called in lists and headers, and the random numbers that stand for a person on paper."""

import secrets
from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, case, literal, null, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from casus.domain.names import display_name
from casus.services.spoken import spoken
from casus.vault.another import another
from casus.vault.closed import AnyColumn, closed_persons, dossier_closed
from casus.vault.tables import Person

_SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""No vowels (no words), no 0, 1, O or I (no misreading)."""
_LENGTH = 5

_MARK = "\x1f"
"""Begins what stands for the name of a closed dossier; no typed text can hold it."""
_WORDS = {"nl": "Afgeschermd dossier", "en": "Restricted dossier"}
_IS_CLOSED = Person.id.in_(closed_persons())

NAME_COLUMNS = (
    case((_IS_CLOSED, literal(_MARK) + Person.number), else_=Person.surname).label("surname"),
    case((_IS_CLOSED, null()), else_=Person.prefix).label("prefix"),
    case((_IS_CLOSED, literal("")), else_=Person.given_name).label("given_name"),
    case((_IS_CLOSED, null()), else_=Person.call_name).label("call_name"),
)
"""What a name is made of by `list_name`; of a closed dossier the person's number and nothing else."""
BARE_NAME_COLUMNS = (Person.surname, Person.prefix, Person.given_name, Person.call_name)
"""The names themselves, also of a closed dossier: to compare with, never to show."""


def closed_columns(
    person_id: AnyColumn, case_id: AnyColumn | None = None
) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
    """Return two columns for a select of lines about a person and case: `dossier_closed` and `closed_number`.

    What makes a line of such a row looks at the first, and shows of a closed dossier `closed_name` of the second.
    """
    closed, whose = dossier_closed(person_id, case_id), another(Person, "closed_whose")
    number = select(whose.number).where(whose.id == person_id).scalar_subquery()
    return closed.label("dossier_closed"), case((closed, number), else_=null()).label("closed_number")


def closed_name(number: str | None) -> str:
    """Return what stands in place of everything about a closed dossier: what it is, and the person's number."""
    return f"{_WORDS[spoken()]} {number or ''}".rstrip()


def list_name(surname: str, prefix: str | None, given: str, call_name: str | None) -> str:
    """Return "Vries, Jan de"; the call name stands in for a given name that is not known."""
    if surname and surname.startswith(_MARK):
        return closed_name(surname.removeprefix(_MARK))
    return display_name(surname, prefix or "", given or call_name or "")


def name_of_row(row: Any) -> str:
    """Return the name in a row of a select with `NAME_COLUMNS`; "" when nobody is in it."""
    return list_name(row.surname, row.prefix, row.given_name, row.call_name) if row.surname else ""


def person_name(person: Person) -> str:
    """Return a person's name as lists show it. Only for a person whose dossier is open: the record tells all."""
    return list_name(person.surname, person.prefix, person.given_name, person.call_name)


def random_number(prefix: str) -> str:
    """Return a number such as "P-7KX3Q"; it may be taken already."""
    return f"{prefix}-{''.join(secrets.choice(_SIGNS) for _ in range(_LENGTH))}"


def fresh_number(session: Session, column: InstrumentedAttribute[str], prefix: str) -> str:
    """Return a number such as "P-7KX3Q" that no record has yet; random, so that it tells nothing."""
    while True:
        number = random_number(prefix)
        if session.scalar(select(column).where(column == number)) is None:
            return number


def names_of(session: Session, person_ids: Iterable[str]) -> dict[str, str]:
    """Return what persons are called, by id; a closed dossier by its number."""
    wanted = select(Person.id, *NAME_COLUMNS).where(Person.id.in_(list(person_ids)))
    return {
        row.id: list_name(row.surname, row.prefix, row.given_name, row.call_name)
        for row in session.execute(wanted)
    }
