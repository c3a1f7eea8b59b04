# SPDX-License-Identifier: EUPL-1.2
"""Sealing to someone's public key with HPKE (RFC 9180, base mode), and the office's key pair for escrow.

Base mode proves nothing about the sender: what must be trusted is signed inside (design.md 3, 14).
"""

from dataclasses import dataclass, field

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hpke
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from casus.crypto import typed_code
from casus.crypto.password import as_bytes
from casus.errors import InvalidInput, SealBroken, WrongPassword

SUITE = "X25519-HKDF-SHA256-AES-256-GCM"
KEY_BYTES = 32
_HPKE = hpke.Suite(hpke.KEM.X25519, hpke.KDF.HKDF_SHA256, hpke.AEAD.AES_256_GCM)


@dataclass(frozen=True, slots=True)
class KeyPair:
    """An X25519 key pair as raw bytes; the private half is never shown by repr."""

    public: bytes
    private: bytes = field(repr=False)


def new_keypair() -> KeyPair:
    """Make a key pair, for the privacy officer (escrow) or a colleague (bundles)."""
    private = X25519PrivateKey.generate()
    return KeyPair(private.public_key().public_bytes_raw(), private.private_bytes_raw())


def public_of(private: bytes) -> bytes:
    """Return the public key that belongs to a private one."""
    return _private(private).public_key().public_bytes_raw()


def seal(content: bytes, public: bytes, info: bytes) -> bytes:
    """Seal `content` to a public key; it opens only with the same `info`. Adds 48 bytes."""
    return bytes(_HPKE.encrypt(content, _public(public), info=info))


def unseal(sealed: bytes, private: bytes, info: bytes) -> bytes:
    """Open what was sealed; raise SealBroken when it was changed, cut, or sealed to another key or use."""
    try:
        return bytes(_HPKE.decrypt(sealed, _private(private), info=info))
    except (InvalidTag, ValueError):
        raise SealBroken(reason="seal") from None


def export_private(private: bytes, passphrase: str) -> str:
    """Return the private key as encrypted PEM (PKCS 8), for a USB stick in a safe."""
    protection = form.BestAvailableEncryption(as_bytes(passphrase))
    pem = _private(private).private_bytes(form.Encoding.PEM, form.PrivateFormat.PKCS8, protection)
    return pem.decode("ascii")


def import_private(pem: str, passphrase: str) -> bytes:
    """Read an exported private key; raise WrongPassword, or InvalidInput("escrow_key", "format")."""
    secret = as_bytes(passphrase)
    data = pem.encode("utf-8", "replace")
    if b"-----BEGIN ENCRYPTED PRIVATE KEY-----" not in data:
        raise InvalidInput("escrow_key", "format")
    try:
        key = form.load_pem_private_key(data, secret)
    except ValueError as exc:
        if "password" in str(exc).lower():
            raise WrongPassword(slot="escrow_key") from None
        raise InvalidInput("escrow_key", "format") from None
    except TypeError:
        raise InvalidInput("escrow_key", "format") from None
    if not isinstance(key, X25519PrivateKey):
        raise InvalidInput("escrow_key", "kind")
    return key.private_bytes_raw()


def printed_private(private: bytes) -> str:
    """Return the private key as a typed code of fourteen groups, to keep on paper."""
    return typed_code.encode(private)


def private_from_print(text: str) -> bytes:
    """Read a printed private key; raise InvalidInput("escrow_key", …) on a typing error."""
    return typed_code.decode(text, KEY_BYTES, "escrow_key")


def public_to_text(public: bytes) -> str:
    """Return a public key as a typed code, for a policy file or the telephone."""
    return typed_code.encode(public)


def public_from_text(text: str) -> bytes:
    """Read a public key's code; raise InvalidInput("public_key", …) on a typing error."""
    return typed_code.decode(text, KEY_BYTES, "public_key")


def _public(raw: bytes) -> X25519PublicKey:
    try:
        return X25519PublicKey.from_public_bytes(raw)
    except ValueError:
        raise InvalidInput("public_key", "length") from None


def _private(raw: bytes) -> X25519PrivateKey:
    try:
        return X25519PrivateKey.from_private_bytes(raw)
    except ValueError:
        raise InvalidInput("escrow_key", "length") from None
