# SPDX-License-Identifier: EUPL-1.2
"""A person's own signature: an Ed25519 key whose private half lies under Argon2id of their secret.

The slot is one like those of a vault's header, of another kind and bound to its owner as those are to a vault.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from casus.crypto.kdf import KdfCost, KdfLimits
from casus.crypto.keys import VaultKey
from casus.crypto.slots import SecretSlot

_KIND = "signer"


class Signer(NamedTuple):
    """The public key, and the slot that holds the private one."""

    public: bytes
    slot: dict[str, Any]


def new_signer(secret: bytes, owner: str, cost: KdfCost) -> Signer:
    """Make a key pair for `owner` (an id) under a secret; the private key exists in memory only meanwhile."""
    private = VaultKey.new()
    public = Ed25519PrivateKey.from_private_bytes(private.raw()).public_key().public_bytes_raw()
    return Signer(public, SecretSlot.make(_KIND, secret, private, owner, cost).fields())


def sign(slot: Mapping[str, Any], secret: bytes, owner: str, content: bytes, limits: KdfLimits) -> bytes:
    """Return the signature under `content`; raise WrongPassword, VaultDamaged (the slot is malformed or too cheap)."""
    private = SecretSlot.read(slot).open(secret, owner, limits)
    return Ed25519PrivateKey.from_private_bytes(private.raw()).sign(content)


def is_signed(public: bytes, content: bytes, signature: bytes) -> bool:
    """Tell whether the holder of the private key of `public` signed exactly this."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, content)
    except (InvalidSignature, ValueError):
        return False
    return True
