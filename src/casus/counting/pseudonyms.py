# SPDX-License-Identifier: EUPL-1.2
"""Keyed pseudonyms: the same person gets the same one in every vault of a team, and nobody else can make it."""

import hmac
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from casus.domain.names import match_key

KEY_BYTES = 32
_LENGTH = 32


@dataclass(frozen=True)
class Pseudonyms:
    """Makes pseudonyms (32 hexadecimal characters, HMAC-SHA256) under the key of a team, at least 16 bytes.

    A pseudonym is still personal data (GDPR recital 26): whoever has the key can test names against it.
    The key is in the workers' vaults only, the coordinator holds pseudonyms without it, and no pseudonym
    ever reaches a release.
    """

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) < 16:
            raise ValueError("a team key has at least 16 bytes")

    def person(self, person_id: str, surname: str, given: str, birth_date: date | None) -> str:
        """Return the pseudonym of a person, the same for every worker who spells name and birth date alike.

        A person without given name or birth date can only be told apart by the record itself.
        """
        key = match_key(surname, given, birth_date)
        return self._mac("subject", key) if key else self._mac("lone subject", person_id)

    def record(self, kind: str, record_id: str) -> str:
        """Return the pseudonym of a record: it follows a dossier to another vault, and hides its id."""
        return self._mac("record", kind, record_id)

    def contributor(self, vault_id: str) -> str:
        """Return the pseudonym of a contributing vault."""
        return self._mac("vault", vault_id)

    def _mac(self, *parts: str) -> str:
        message = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode() for part in parts))
        return hmac.digest(self.key, b"casus pseudonym 1" + message, sha256).hex()[:_LENGTH]
