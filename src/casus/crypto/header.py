# SPDX-License-Identifier: EUPL-1.2
"""The header of a vault, `vault.key`: what must be read before the database can be.

Layout (security.md 5.2), numbers big-endian:
`CASUSVLT` | version u16 | length u32 | canonical JSON {gen, slots, vault} | SHA-256 of all before |
HMAC-SHA256 of all before, keyed from the vault key. The hash tells damage without a password; the MAC
tells tampering once the vault key is known. Magic, version, length, hash and their places stay the same in
every version, so that an older Casus can tell a newer vault from a damaged one.
"""

import json
import struct
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Any

from casus.crypto.kdf import KdfLimits
from casus.crypto.keys import HEADER_MAC, VaultKey, mac, same
from casus.crypto.slots import EscrowSlot, SecretSlot, Slot, canonical, read_slots
from casus.errors import VaultDamaged, VaultTooNew, WrongPassword

MAGIC = b"CASUSVLT"
VERSION = 1
MAX_JSON_BYTES = 64 * 1024
MAX_BYTES = MAX_JSON_BYTES + 78
_FIXED = struct.Struct(">8sHI")
_DIGEST_BYTES = 32
_MAX_GEN = 2**53


@dataclass(frozen=True, slots=True)
class Header:
    """What a header says: generation (raised with every write), the vault's id, the slots."""

    gen: int
    vault_id: str
    slots: tuple[Slot, ...]

    def slot(self, kind: str) -> Slot | None:
        """Return the slot of a kind, or None."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, slot: Slot) -> "Header":
        """Return the next generation, with this slot in place of the one of its kind."""
        others = tuple(old for old in self.slots if old.kind != slot.kind)
        return replace(self, gen=self.gen + 1, slots=(*others, slot))

    def without_slot(self, kind: str) -> "Header":
        """Return the next generation, without the slot of a kind."""
        return replace(self, gen=self.gen + 1, slots=tuple(s for s in self.slots if s.kind != kind))

    def encode(self, key: VaultKey) -> bytes:
        """Return the bytes of `vault.key`."""
        slots = [slot.fields() for slot in self.slots]
        text = canonical({"gen": self.gen, "slots": slots, "vault": self.vault_id})
        read_slots(json.loads(text)["slots"])
        start = _FIXED.pack(MAGIC, VERSION, len(text)) + text
        hashed = start + sha256(start).digest()
        return hashed + mac(key.subkey(HEADER_MAC), hashed)


@dataclass(frozen=True, slots=True)
class SealedHeader:
    """A header whose hash is right and whose MAC is not yet checked: nothing in it may act before `authentic`."""

    header: Header
    version: int
    _hashed: bytes = field(repr=False)
    _mac: bytes = field(repr=False)

    def open(self, kind: str, secret: bytes, limits: KdfLimits) -> tuple[Header, VaultKey]:
        """Open the slot of a kind and check the whole header with the key in it.

        Raises WrongPassword (also when the header has no such slot), VaultDamaged(part="header").
        """
        slot = self.header.slot(kind)
        if slot is None:
            raise WrongPassword(slot=kind)
        if isinstance(slot, SecretSlot):
            key = slot.open(secret, self.header.vault_id, limits)
        else:
            assert isinstance(slot, EscrowSlot)
            key = slot.open(secret, self.header.vault_id)
        return self.authentic(key), key

    def authentic(self, key: VaultKey) -> Header:
        """Return the header once its MAC is right; raise VaultDamaged when it was tampered with."""
        if not same(mac(key.subkey(HEADER_MAC), self._hashed), self._mac):
            raise VaultDamaged(part="header", reason="mac")
        return self.header


def parse(data: bytes) -> SealedHeader:
    """Read the bytes of `vault.key`.

    Every malformation raises VaultDamaged(part="header", reason=code); an undamaged header of a newer
    format raises VaultTooNew(found, supported).
    """
    if not data.startswith(MAGIC[: len(data)]):
        raise VaultDamaged(part="header", reason="magic")
    if len(data) < _FIXED.size:
        raise VaultDamaged(part="header", reason="length")
    _, version, length = _FIXED.unpack_from(data)
    end = _FIXED.size + length
    if length > MAX_JSON_BYTES or len(data) != end + 2 * _DIGEST_BYTES:
        raise VaultDamaged(part="header", reason="length")
    hashed, found_mac = data[:-_DIGEST_BYTES], data[-_DIGEST_BYTES:]
    if not same(sha256(data[:end]).digest(), hashed[end:]):
        raise VaultDamaged(part="header", reason="hash")
    if version > VERSION:
        raise VaultTooNew(found=version, supported=VERSION)
    if version != VERSION:
        raise VaultDamaged(part="header", reason="version")
    return SealedHeader(_header(_json(data[_FIXED.size : end])), version, hashed, found_mac)


def _json(text: bytes) -> dict[str, Any]:
    try:
        value = json.loads(text)
        if isinstance(value, dict) and canonical(value) == text:
            return value
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        pass
    raise VaultDamaged(part="header", reason="json")


def _header(value: dict[str, Any]) -> Header:
    vault_id, gen = value.get("vault"), value.get("gen")
    if (
        set(value) != {"gen", "slots", "vault"}
        or type(gen) is not int
        or not 1 <= gen <= _MAX_GEN
        or not isinstance(vault_id, str)
        or len(vault_id) != 32
        or not set(vault_id) <= set("0123456789abcdef")
    ):
        raise VaultDamaged(part="header", reason="fields")
    return Header(gen, vault_id, read_slots(value["slots"]))
