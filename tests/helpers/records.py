# SPDX-License-Identifier: EUPL-1.2
"""A small record for tests of the vault itself, and what was changed in any record."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from casus.services.desk import Desk
from casus.vault.tables import School
from casus.vault.tables.audit import ChangeBatch, FieldChange


def a_school(name: str = "De Zwaluw", **fields: Any) -> School:
    """Return a school with plausible fields."""
    values = {"sort_key": name.casefold(), "kind": "secondary", "district": "overvecht"} | fields
    return School(name=name, **values)


def changes_of(desk: Desk, record_id: str) -> Sequence[Any]:
    """Return what was changed in a record, newest first: field, old, new, and of its batch at, actor, reason."""
    batch = (ChangeBatch.at, ChangeBatch.actor, ChangeBatch.reason)
    wanted = (
        select(FieldChange.field, FieldChange.old, FieldChange.new, *batch)
        .join(ChangeBatch, ChangeBatch.id == FieldChange.batch_id)
        .where(FieldChange.record_id == record_id)
        .order_by(FieldChange.id.desc())
    )
    with desk.reading() as session:
        return session.execute(wanted).all()
