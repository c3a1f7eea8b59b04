# SPDX-License-Identifier: EUPL-1.2
"""A sealed box under a key one already has (drafts): AES-256-GCM with a random nonce."""

import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from casus.errors import SealBroken

NONCE_BYTES = 12
_VERSION = b"\x01"


def lock_up(key: bytes, content: bytes, context: bytes) -> bytes:
    """Return version, nonce and sealed `content`; it opens only with the same `context` (what it belongs to)."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return _VERSION + nonce + AESGCM(key).encrypt(nonce, content, _VERSION + context)


def open_up(key: bytes, box: bytes, context: bytes) -> bytes:
    """Return the content; raise SealBroken when the box was changed, cut, or belongs elsewhere."""
    if box[:1] != _VERSION or len(box) < 1 + NONCE_BYTES:
        raise SealBroken(reason="format")
    nonce, sealed = box[1 : 1 + NONCE_BYTES], box[1 + NONCE_BYTES :]
    try:
        return AESGCM(key).decrypt(nonce, sealed, _VERSION + context)
    except InvalidTag:
        raise SealBroken(reason="seal") from None
