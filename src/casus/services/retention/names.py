# SPDX-License-Identifier: EUPL-1.2
"""What is called how, for a screen about destruction: persons, families and cases by their ids."""

from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.desk import Desk
from casus.services.lists import BLOCK
from casus.services.naming import NAME_COLUMNS, list_name, names_of
from casus.vault.tables import Case, Family, Person


def names_for(
    desk: Desk,
    *,
    case_ids: Iterable[str] = (),
    person_ids: Iterable[str] = (),
    family_ids: Iterable[str] = (),
) -> dict[str, str]:
    """Return what each of these is called, by id; a case by its person and number, what is gone not at all.

    A closed dossier goes by its number.
    """
    found: dict[str, str] = {}
    with desk.reading() as session:
        for block in _blocks(person_ids):
            found |= names_of(session, block)
        for block in _blocks(family_ids):
            families = select(Family.id, Family.name).where(Family.id.in_(block))
            found |= {row.id: row.name for row in session.execute(families)}
        for block in _blocks(case_ids):
            found |= _cases(session, block)
    return found


def _cases(session: Session, case_ids: Sequence[str]) -> dict[str, str]:
    wanted = select(Case.id, Case.number, *NAME_COLUMNS).join(Person, Person.id == Case.person_id)
    return {
        row.id: f"{list_name(row.surname, row.prefix, row.given_name, row.call_name)} · {row.number}"
        for row in session.execute(wanted.where(Case.id.in_(case_ids)))
    }


def _blocks(ids: Iterable[str]) -> Iterator[list[str]]:
    found = list(ids)
    for start in range(0, len(found), BLOCK):
        yield found[start : start + BLOCK]
