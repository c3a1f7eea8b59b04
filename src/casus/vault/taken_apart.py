# SPDX-License-Identifier: EUPL-1.2
"""What is left of someone in the history of the one they were merged with once, and taken apart from again.

The merge wrote their name, telephone and so on into the other's record, and taking them apart took it out; both
stand in the history of a record that stays when they go.
"""

from collections.abc import Collection, Iterator

from sqlalchemy import Connection, TextClause, bindparam, text

from casus.vault import belonging
from casus.vault.belonging import chunks

MERGES = "person_merges"
_FORMER = """
    SELECT DISTINCT record_id FROM field_changes
    WHERE kind = 'person_merges' AND field IN ('merged_id', 'into_id', 'kept_id')
    AND (old IN :values OR new IN :values)
"""
_BATCHES = """
    SELECT DISTINCT batch_id FROM audit_entries
    WHERE kind = 'person_merges' AND record_id IN :values AND batch_id IS NOT NULL
"""
_TOUCHED = """
    SELECT DISTINCT record_id, field FROM field_changes WHERE kind = 'persons' AND batch_id IN :values
"""
_FORGET_REASONS = "UPDATE change_batches SET reason = NULL WHERE id IN :values"
_FORGET_MERGES = "DELETE FROM field_changes WHERE kind = 'person_merges' AND record_id IN :values"
_FORGET_FIELD = (
    "DELETE FROM field_changes WHERE kind = 'persons' AND record_id = :record_id AND field = :field"
)


def forget(connection: Connection, person_ids: Collection[str]) -> None:
    """Take what these persons left there out of the history, with the reasons of merging and taking apart.

    Of the fields that passed between the two the one who stays keeps what stands there now, and no history.
    """
    former = set(_asked(connection, _FORMER, [f'"{one}"' for one in person_ids]))
    former -= belonging.present(connection, MERGES, former)
    batches = set(_asked(connection, _BATCHES, former))
    going = set(person_ids)
    for chunk in chunks(batches):
        for record_id, field in connection.execute(_with(_TOUCHED), {"values": chunk}).all():
            if record_id not in going:
                connection.execute(text(_FORGET_FIELD), {"record_id": record_id, "field": field})
        connection.execute(_with(_FORGET_REASONS), {"values": chunk})
    for chunk in chunks(former):
        connection.execute(_with(_FORGET_MERGES), {"values": chunk})


def _asked(connection: Connection, query: str, values: Collection[str]) -> Iterator[str]:
    for chunk in chunks(values):
        yield from connection.scalars(_with(query), {"values": chunk})


def _with(query: str) -> TextClause:
    return text(query).bindparams(bindparam("values", expanding=True))
