# SPDX-License-Identifier: EUPL-1.2
"""The vault key and the keys that come from it by HKDF-SHA256 (RFC 5869), one label each."""

import hmac
import secrets
from hashlib import sha256

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
DATABASE = b"db"
HEADER_MAC = b"header MAC"
AUDIT_MAC = b"audit MAC"
ANCHOR_MAC = b"anchor MAC"
DRAFT = b"draft"
LEDGER = b"ledger"
ROUNDING = b"rounding"
PSEUDONYM = b"pseudonym"
OWN_LABELS = frozenset({DATABASE, HEADER_MAC, AUDIT_MAC, ANCHOR_MAC})
"""Labels of the vault itself; nobody else is given these keys."""


def hkdf(key: bytes, label: bytes) -> bytes:
    """Return the 32-byte key for `label`."""
    derivation = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=b"casus/1/" + label)
    return bytes(derivation.derive(key))


def mac(key: bytes, *parts: bytes) -> bytes:
    """Return HMAC-SHA256 over the parts one after the other (the caller makes them unambiguous)."""
    return hmac.digest(key, b"".join(parts), sha256)


def same(one: bytes, other: bytes) -> bool:
    """Compare without telling by the time it takes where they differ."""
    return hmac.compare_digest(one, other)


class VaultKey:
    """The 256 random bits everything in a vault hangs on; never printed."""

    __slots__ = ("_key",)

    def __init__(self, key: bytes) -> None:
        if len(key) != KEY_BYTES:
            raise ValueError("key length")
        self._key = key

    @classmethod
    def new(cls) -> "VaultKey":
        """Make one, for a new vault."""
        return cls(secrets.token_bytes(KEY_BYTES))

    def subkey(self, label: bytes) -> bytes:
        """Return the 32-byte key for `label`."""
        return hkdf(self._key, label)

    def equals(self, other: "VaultKey") -> bool:
        """Tell whether both are the same key."""
        return same(self.raw(), other.raw())

    def raw(self) -> bytes:
        """Return the bytes, for a slot to wrap."""
        return self._key

    def __repr__(self) -> str:
        return "<VaultKey>"
