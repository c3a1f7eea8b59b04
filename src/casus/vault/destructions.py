# SPDX-License-Identifier: EUPL-1.2
"""The check of destructions: each was signed for by a second person, and nothing of what it destroyed is left."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from casus.crypto.signing import is_signed

PROPOSALS = "destruction_proposals"
_SIGNED = (
    "SELECT p.id, p.content, p.proposed_by_id, p.answered_by_id, p.public_key, p.signature,"
    " EXISTS (SELECT 1 FROM second_persons s"
    " WHERE s.worker_id = p.answered_by_id AND s.public_key = p.public_key)"
    " FROM destruction_proposals p WHERE p.status = 'confirmed'"
)
_LEFT = (
    "SELECT d.record_kind, d.record_id FROM destructions d WHERE EXISTS"
    " (SELECT 1 FROM field_changes f WHERE f.kind = d.record_kind AND f.record_id = d.record_id)"
    " OR EXISTS (SELECT 1 FROM search_entries e WHERE e.kind = d.record_kind AND e.record_id = d.record_id)"
    " OR d.record_kind = 'attachments' AND EXISTS"
    " (SELECT 1 FROM attachment_chunks c WHERE c.attachment_id = d.record_id)"
)


def faults(connection: Any, vault_id: str) -> Iterator[tuple[str, str, str]]:
    """Yield (reason, kind, id) of what is not right, read by a DB-API connection."""
    for row in connection.execute(_SIGNED).fetchall():
        if not _holds(vault_id, row):
            yield "signature", PROPOSALS, row[0]
    for kind, record_id in connection.execute(_LEFT):
        yield "history", kind, record_id


def _holds(vault_id: str, row: Sequence[Any]) -> bool:
    proposal_id, content, proposer, second, public, signature, known = row
    if second is None or public is None or signature is None or second == proposer or not known:
        return False
    try:
        told = json.loads(content)
        keys = bytes.fromhex(public), bytes.fromhex(signature)
    except ValueError:
        return False
    ours = (told.get("vault"), told.get("proposal"), told.get("proposed_by")) == (
        vault_id,
        proposal_id,
        proposer,
    )
    return ours and is_signed(keys[0], content.encode("ascii"), keys[1])
