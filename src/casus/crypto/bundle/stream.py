# SPDX-License-Identifier: EUPL-1.2
"""Bytes of any length under one key, in numbered chunks of which the last is marked (STREAM)."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from casus.errors import BundleInvalid

CHUNK = 64 * 1024
TAG = 16


def encrypted(key: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the chunks; `key` must never be used for anything else."""
    cipher, number = ChaCha20Poly1305(key), 0
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) > CHUNK:
            yield cipher.encrypt(_nonce(number, last=False), bytes(waiting[:CHUNK]), None)
            del waiting[:CHUNK]
            number += 1
    yield cipher.encrypt(_nonce(number, last=True), bytes(waiting), None)


def decrypted(key: bytes, source: BinaryIO) -> Iterator[bytes]:
    """Yield the plain chunks of what `source` holds from here to its end.

    Raises BundleInvalid "truncated" when the marked last chunk is missing, "damaged" on any other change.
    """
    cipher, number = ChaCha20Poly1305(key), 0
    sealed = source.read(CHUNK + TAG)
    while True:
        following = source.read(CHUNK + TAG)
        last = not following
        try:
            yield cipher.decrypt(_nonce(number, last=last), sealed, None)
        except (InvalidTag, ValueError):
            raise BundleInvalid(_why(cipher, number, sealed, last=last)) from None
        if last:
            return
        sealed, number = following, number + 1


def _why(cipher: ChaCha20Poly1305, number: int, sealed: bytes, *, last: bool) -> str:
    """Return "truncated" when what is here is right but should not have been the end, else "damaged"."""
    if not last:
        return "damaged"
    if len(sealed) < TAG:
        return "truncated"
    try:
        cipher.decrypt(_nonce(number, last=False), sealed, None)
    except (InvalidTag, ValueError):
        return "damaged"
    return "truncated"


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])
