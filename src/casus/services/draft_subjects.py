# SPDX-License-Identifier: EUPL-1.2
"""About whom a draft is: looked up from the ids in its key when it is shown or opened, and kept nowhere."""

import re
from collections.abc import Iterable, Sequence
from itertools import product

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.closed_records import closed_person
from casus.services.desk import Desk
from casus.services.drafts import DraftRow
from casus.services.lists import AnySelect
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.row_digest import record_classes
from casus.vault.tables import (
    Case,
    Contact,
    Detention,
    EmergencyAccess,
    Family,
    Person,
    Programme,
    Task,
    VogProcedure,
)

_ID = re.compile(r"[0-9a-f]{32}")
_ABOUT_PERSON = (Case, Detention, Programme, Task, VogProcedure, Contact)


def draft_subjects(session: Session, drafts: Sequence[DraftRow]) -> dict[str, str]:
    """Return by draft key the name of the person or family its form is about; nobody known: left out."""
    ids = {draft.key: _ID.findall(draft.key) for draft in drafts}
    names = _names(session, {one for found in ids.values() for one in found})
    found = {key: next((names[one] for one in its if one in names), "") for key, its in ids.items()}
    return {key: name for key, name in found.items() if name}


def refuse_closed_draft(desk: Desk, key: str) -> None:
    """Raise NotAllowed("restricted") when a draft is about a restricted dossier that is closed now.

    That a dossier was opened is no part of it: judging that asks no reason.
    """
    with desk.reading() as session:
        for record_id, kind in product(_ID.findall(key), record_classes()):
            record = session.get(kind, record_id) if kind is not EmergencyAccess else None
            if record is not None and (person_id := closed_person(session, record)) is not None:
                raise NotAllowed("restricted", person_id=person_id)


def _names(session: Session, ids: Iterable[str]) -> dict[str, str]:
    """Return names by the id of a person, a family, or a record about a person; one query per table."""
    wanted = sorted(ids)
    if not wanted:
        return {}
    found: dict[str, str] = {}
    for query in _queries(wanted):
        for row in session.execute(query):
            found[row.id] = list_name(row.surname, row.prefix, row.given_name, row.call_name)
    families = session.execute(select(Family.id, Family.name).where(Family.id.in_(wanted)))
    return {**found, **{row.id: row.name for row in families}}


def _queries(wanted: Sequence[str]) -> Iterable[AnySelect]:
    yield select(Person.id, *NAME_COLUMNS).where(Person.id.in_(wanted))
    for table in _ABOUT_PERSON:
        yield (
            select(table.id, *NAME_COLUMNS)
            .join(Person, Person.id == table.person_id)
            .where(table.id.in_(wanted))
        )
