# SPDX-License-Identifier: EUPL-1.2
"""How a person is called in lists and headers, and the random numbers that stand for a person on paper."""

import secrets

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute, Session

from casus.domain.names import display_name
from casus.vault.tables import Person

_SIGNS = "23456789BCDFGHJKLMNPQRSTVWXZ"
"""No vowels (no words), no 0, 1, O or I (no misreading)."""
_LENGTH = 5

NAME_COLUMNS = (Person.surname, Person.prefix, Person.given_name, Person.call_name)


def list_name(surname: str, prefix: str | None, given: str, call_name: str | None) -> str:
    """Return "Vries, Jan de"; the call name stands in for a given name that is not known."""
    return display_name(surname, prefix or "", given or call_name or "")


def person_name(person: Person) -> str:
    """Return a person's name as lists show it."""
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
