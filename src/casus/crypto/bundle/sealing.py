# SPDX-License-Identifier: EUPL-1.2
"""Writing a bundle, piece by piece."""

import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from hashlib import sha256, sha512
from typing import Any
from uuid import uuid4

from casus.crypto.bundle import layout
from casus.crypto.bundle.layout import Letter, Part, PartSize
from casus.crypto.bundle.stream import encrypted
from casus.crypto.identity import Identity, PublicIdentity
from casus.crypto.keys import KEY_BYTES, hkdf
from casus.crypto.seal import seal

INFO = b"casus bundle 1 "
SIGNED = b"casus bundle 1 signature\x00"


def seal_bundle(
    sender: Identity,
    recipients: Sequence[PublicIdentity],
    kind: str,
    made_at: datetime,
    parts: Sequence[Part],
    about: Mapping[str, Any] | None = None,
) -> tuple[str, Iterator[bytes]]:
    """Return the id of a new bundle and the pieces of its file; the parts are read as these are taken.

    Raises BundleInvalid "too_large"; ValueError without a recipient or with too many; RuntimeError, before the
    file is whole, when a part is not as long as it was said to be: faults of the caller.
    """
    if not 1 <= len(recipients) <= layout.MOST_RECIPIENTS:
        raise ValueError("recipients")
    sizes = tuple(PartSize(part.name, part.size) for part in parts)
    layout.check_parts(sizes)
    letter = Letter(kind, made_at, sender.public, tuple(recipients), sizes, about or {}).to_bytes()
    if len(letter) > layout.MOST_LETTER:
        raise ValueError("letter")
    bundle_id, key = uuid4().hex, secrets.token_bytes(KEY_BYTES)
    header = layout.write_header(
        bundle_id, tuple(seal(key, one.seal, INFO + bundle_id.encode("ascii")) for one in recipients)
    )
    return bundle_id, _pieces(header, payload_key(key, header), letter, parts, sender)


def payload_key(key: bytes, header: bytes) -> bytes:
    """Return the key of the chunks: of this file key under this header and no other."""
    return hkdf(key, b"bundle " + sha256(header).digest())


def _pieces(
    header: bytes, key: bytes, letter: bytes, parts: Sequence[Part], sender: Identity
) -> Iterator[bytes]:
    yield header
    yield from encrypted(key, _signed(header, _plain(letter, parts), sender))


def _plain(letter: bytes, parts: Sequence[Part]) -> Iterator[bytes]:
    yield len(letter).to_bytes(4, "big")
    yield letter
    for part in parts:
        left = part.size
        for piece in part.pieces:
            left -= len(piece)
            yield piece
        if left:
            raise RuntimeError("a part is not as long as it was said to be")


def _signed(header: bytes, plain: Iterable[bytes], sender: Identity) -> Iterator[bytes]:
    seen = sha512(header)
    for piece in plain:
        seen.update(piece)
        yield piece
    yield sender.signature(SIGNED + seen.digest())
