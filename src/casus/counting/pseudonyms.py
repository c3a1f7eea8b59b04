# SPDX-License-Identifier: EUPL-1.2
"""Keyed pseudonyms: the same person gets the same one in every vault of a team, and nobody else can make it."""

import hmac
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

from casus.crypto.keys import hkdf
from casus.domain.near_names import certain_keys, near_keys

KEY_BYTES = 32
PSEUDONYM_LENGTH, NEAR_LENGTH = 32, 16
"""In hexadecimal characters. A near key only leads to a question: 64 bits are enough to keep strangers apart."""


@dataclass(frozen=True)
class Pseudonyms:
    """Makes pseudonyms (HMAC-SHA256) under the key of a team for one reporting year.

    A pseudonym is still personal data (GDPR recital 26): whoever has the key can test names against it.
    The key is in the workers' vaults only, the coordinator holds pseudonyms without it, and no pseudonym
    ever reaches a release.
    """

    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.key) < 16:
            raise ValueError("a team key has at least 16 bytes")

    @classmethod
    def of_year(cls, team_key: bytes, year: int) -> "Pseudonyms":
        """Return those of one reporting year: nobody without the key can follow someone from year to year.

        Raises ValueError on a team key under 16 bytes.
        """
        if len(team_key) < 16:
            raise ValueError("a team key has at least 16 bytes")
        return cls(hkdf(team_key, b"reporting year " + str(year).encode()))

    def subject(self, number: str) -> str:
        """Return the pseudonym of a person by the number on file, which travels with a hand-over."""
        return self._mac("subject", number)

    def certain(self, surname: str, given: str, birth_date: date | None) -> tuple[tuple[str, str], ...]:
        """Return the kinds and keys by which records of other workers are joined to this person."""
        return tuple((kind, self._mac(kind, text)) for kind, text in certain_keys(surname, given, birth_date))

    def near(self, surname: str, given: str, birth_date: date | None) -> tuple[tuple[str, str], ...]:
        """Return the kinds and keys that make workers be asked whether it is the same person."""
        found = near_keys(surname, given, birth_date)
        return tuple((kind, self._mac(kind, text)[:NEAR_LENGTH]) for kind, text in found)

    def record(self, kind: str, record_id: str) -> str:
        """Return the pseudonym of a record: it follows a dossier to another vault, and hides its id."""
        return self._mac("record", kind, record_id)

    def contributor(self, vault_id: str) -> str:
        """Return the pseudonym of a contributing vault."""
        return self._mac("vault", vault_id)

    def mark(self) -> str:
        """Return what tells contributions under one key from those under another, and nothing about the key."""
        return self._mac("team")

    def _mac(self, *parts: str) -> str:
        message = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode() for part in parts))
        return hmac.digest(self.key, b"casus pseudonym 1" + message, sha256).hex()[:PSEUDONYM_LENGTH]
