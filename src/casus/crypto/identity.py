# SPDX-License-Identifier: EUPL-1.2
"""Who a worker is to colleagues: an X25519 key to seal to and an Ed25519 key to sign with, and how both are compared.

The fingerprint is read aloud over the telephone: twelve words of a list of 256, which is 96 bits, so that nobody
can make keys with the same words (a second preimage costs 2^96 tries).
"""

from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from casus.assets import resource_path
from casus.crypto.seal import KEY_BYTES, new_keypair, public_of
from casus.crypto.signing import is_signed

SIGNATURE_BYTES = 64
WORDS = 12


@dataclass(frozen=True, slots=True)
class PublicIdentity:
    """What colleagues know: 32 bytes to seal to, 32 bytes to check signatures with."""

    seal: bytes
    sign: bytes

    def __post_init__(self) -> None:
        """Refuse what cannot be keys."""
        if len(self.seal) != KEY_BYTES or len(self.sign) != KEY_BYTES:
            raise ValueError("key length")

    def signed(self, content: bytes, signature: bytes) -> bool:
        """Tell whether this identity signed exactly `content`."""
        return is_signed(self.sign, content, signature)

    def digest(self) -> bytes:
        """Return SHA-256 of both keys: what the fingerprint shows the beginning of."""
        return sha256(b"casus identity 1" + self.seal + self.sign).digest()

    def fingerprint(self) -> tuple[str, ...]:
        """Return the twelve words that colleagues compare."""
        words = word_list()
        return tuple(words[byte] for byte in self.digest()[:WORDS])


@dataclass(frozen=True, slots=True)
class Identity:
    """The private halves as raw bytes; never shown by repr."""

    seal: bytes = field(repr=False)
    sign: bytes = field(repr=False)

    @classmethod
    def new(cls) -> "Identity":
        """Make a new identity."""
        return cls(new_keypair().private, Ed25519PrivateKey.generate().private_bytes_raw())

    @property
    def public(self) -> PublicIdentity:
        """Return what colleagues may know."""
        signing = Ed25519PrivateKey.from_private_bytes(self.sign)
        return PublicIdentity(public_of(self.seal), signing.public_key().public_bytes_raw())

    def signature(self, content: bytes) -> bytes:
        """Return the signature under `content` (64 bytes)."""
        return Ed25519PrivateKey.from_private_bytes(self.sign).sign(content)


@cache
def word_list() -> tuple[str, ...]:
    """Return the 256 words, in the order of the bytes they stand for."""
    text = resource_path("catalogue", "fingerprint_words.txt").read_text(encoding="utf-8")
    words = tuple(line for line in text.splitlines() if line and not line.startswith("#"))
    if len(set(words)) != 256:
        raise RuntimeError("the word list is not whole")
    return words
