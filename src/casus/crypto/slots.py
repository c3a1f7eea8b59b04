# SPDX-License-Identifier: EUPL-1.2
"""The slots of a vault's header: each wraps the vault key for one way in (security.md 5.1).

A slot's own fields and the vault's id are authenticated with it, so a slot cannot be weakened, moved to
another vault, or passed off as another kind.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casus.crypto import seal
from casus.crypto.kdf import SALT_BYTES, KdfCost, KdfLimits, derive
from casus.crypto.keys import VaultKey
from casus.errors import SealBroken, VaultDamaged, WrongPassword

PASSWORD, RECOVERY, ESCROW = "password", "recovery", "escrow"
_NONCE_BYTES = 12
_WRAPPED_BYTES = 48  # the key and the tag
_SEALED_BYTES = 80  # the HPKE encapsulated key as well
Fields = dict[str, Any]


def canonical(value: object) -> bytes:
    """Return the one JSON text of a value: sorted keys, no spaces, ASCII."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


@dataclass(frozen=True, slots=True)
class SecretSlot:
    """The vault key under Argon2id of a password or recovery code, by AES-256-GCM."""

    kind: str
    cost: KdfCost
    salt: bytes
    nonce: bytes
    wrapped: bytes

    @classmethod
    def make(cls, kind: str, secret: bytes, key: VaultKey, vault_id: str, cost: KdfCost) -> "SecretSlot":
        """Wrap `key`; the cost is not checked here but by whoever opens the slot."""
        empty = cls(kind, cost, secrets.token_bytes(SALT_BYTES), secrets.token_bytes(_NONCE_BYTES), b"")
        wrapping = derive(secret, empty.salt, cost, _exactly(cost))
        wrapped = AESGCM(wrapping).encrypt(empty.nonce, key.raw(), empty._context(vault_id))
        return cls(kind, cost, empty.salt, empty.nonce, wrapped)

    def open(self, secret: bytes, vault_id: str, limits: KdfLimits) -> VaultKey:
        """Return the vault key; raise WrongPassword, or VaultDamaged on a cost outside `limits`."""
        wrapping = derive(secret, self.salt, self.cost, limits)
        try:
            return VaultKey(AESGCM(wrapping).decrypt(self.nonce, self.wrapped, self._context(vault_id)))
        except InvalidTag:
            raise WrongPassword(slot=self.kind) from None

    def fields(self) -> Fields:
        """Return the slot as it stands in the header."""
        return self._open_fields() | {"wrapped": self.wrapped.hex()}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "SecretSlot":
        """Read a slot; raise VaultDamaged when a field is missing, of another type, length or name."""
        cost = fields.get("kdf")
        _require(
            isinstance(cost, dict) and set(cost) == {"name", "m", "t", "p"} and cost["name"] == "argon2id"
        )
        assert isinstance(cost, dict)
        _require(all(type(cost[name]) is int for name in "mtp"))
        _require(set(fields) == {"kind", "kdf", "salt", "nonce", "wrapped"})
        return cls(
            fields["kind"],
            KdfCost(cost["m"], cost["t"], cost["p"]),
            _hex(fields["salt"], SALT_BYTES),
            _hex(fields["nonce"], _NONCE_BYTES),
            _hex(fields["wrapped"], _WRAPPED_BYTES),
        )

    def _open_fields(self) -> Fields:
        cost = {"name": "argon2id", "m": self.cost.memory_kib, "t": self.cost.passes, "p": self.cost.lanes}
        return {"kind": self.kind, "kdf": cost, "salt": self.salt.hex(), "nonce": self.nonce.hex()}

    def _context(self, vault_id: str) -> bytes:
        return canonical({"vault": vault_id, "slot": self._open_fields()})


@dataclass(frozen=True, slots=True)
class EscrowSlot:
    """The vault key sealed to the office's public key; the private one lies with the privacy officer."""

    kind: ClassVar[str] = ESCROW
    public: bytes
    sealed: bytes

    @classmethod
    def make(cls, public: bytes, key: VaultKey, vault_id: str) -> "EscrowSlot":
        """Seal `key`; raise InvalidInput("public_key", …) when `public` is no key."""
        empty = cls(public, b"")
        return cls(public, seal.seal(key.raw(), public, empty._context(vault_id)))

    def open(self, private: bytes, vault_id: str) -> VaultKey:
        """Return the vault key; raise WrongPassword when the private key is another one."""
        try:
            return VaultKey(seal.unseal(self.sealed, private, self._context(vault_id)))
        except SealBroken:
            raise WrongPassword(slot=ESCROW) from None

    def fields(self) -> Fields:
        """Return the slot as it stands in the header."""
        return self._open_fields() | {"sealed": self.sealed.hex()}

    @classmethod
    def read(cls, fields: Mapping[str, Any]) -> "EscrowSlot":
        """Read a slot; raise VaultDamaged when it is malformed."""
        _require(set(fields) == {"kind", "suite", "public", "sealed"} and fields["suite"] == seal.SUITE)
        return cls(_hex(fields["public"], seal.KEY_BYTES), _hex(fields["sealed"], _SEALED_BYTES))

    def _open_fields(self) -> Fields:
        return {"kind": ESCROW, "suite": seal.SUITE, "public": self.public.hex()}

    def _context(self, vault_id: str) -> bytes:
        return b"casus escrow slot 1" + canonical({"vault": vault_id, "slot": self._open_fields()})


Slot = SecretSlot | EscrowSlot


def read_slots(value: object) -> tuple[Slot, ...]:
    """Read the slots of a header: a password and a recovery slot, perhaps escrow, each once.

    Raises VaultDamaged(part="header") on everything else.
    """
    _require(isinstance(value, list) and 2 <= len(value) <= 3)
    assert isinstance(value, list)
    slots = tuple(_read_slot(fields) for fields in value)
    kinds = [slot.kind for slot in slots]
    _require(len(set(kinds)) == len(kinds) and {PASSWORD, RECOVERY} <= set(kinds))
    return slots


def _read_slot(fields: object) -> Slot:
    _require(isinstance(fields, dict))
    assert isinstance(fields, dict)
    kind = fields.get("kind")
    if kind == ESCROW:
        return EscrowSlot.read(fields)
    _require(kind in (PASSWORD, RECOVERY))
    return SecretSlot.read(fields)


def _exactly(cost: KdfCost) -> KdfLimits:
    return KdfLimits((cost.memory_kib,) * 2, (cost.passes,) * 2, (cost.lanes,) * 2)


def _hex(value: object, length: int) -> bytes:
    _require(isinstance(value, str) and len(value) == 2 * length and set(value) <= set("0123456789abcdef"))
    assert isinstance(value, str)
    return bytes.fromhex(value)


def _require(condition: bool) -> None:
    if not condition:
        raise VaultDamaged(part="header", reason="slot")
