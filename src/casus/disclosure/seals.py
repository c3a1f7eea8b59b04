# SPDX-License-Identifier: EUPL-1.2
"""Everything that depends on the ledger key: rounding targets, value seals, entry digests (HMAC-SHA256).

Whoever holds the key can test guesses against a value seal: seals stay in the encrypted vault, next to
the register they were counted from, and are never part of a report.
"""

import hmac
from collections.abc import Iterable
from hashlib import sha256

from casus.disclosure.figures.predicates import Predicate

SEAL_LENGTH = 24
MARK_BYTES = 32


def _mac(key: bytes, *parts: str) -> bytes:
    message = b"".join(len(raw).to_bytes(4, "big") + raw for raw in (part.encode() for part in parts))
    return hmac.digest(key, message, sha256)


def rounding_draw(key: bytes, predicate: Predicate, value: int, counter: int) -> float:
    """Return the figure's number in [0, 1), fixed by key, predicate, value and draw counter."""
    digest = _mac(key, "casus rounding 1", predicate.text, str(value), str(counter))
    return int.from_bytes(digest[:6], "big") / 2**48


def drawn_anew(key: bytes, times: int) -> bytes:
    """Return the key from which all figures of a release are drawn for the `times`-th time (0: the first)."""
    return key if not times else _mac(key, "casus draws 1", str(times))


def value_seal(key: bytes, predicate: Predicate, value: int) -> str:
    """Return the keyed mark by which a later release sees that a figure's true value is the same."""
    return _mac(key, "casus value 1", predicate.text, str(value)).hex()[:SEAL_LENGTH]


def opened(key: bytes, predicate: Predicate, seal: str, candidates: Iterable[int]) -> int | None:
    """Return the candidate that the seal was made of, `None` when it is not among them."""
    for value in candidates:
        if hmac.compare_digest(seal, value_seal(key, predicate, value)):
            return value
    return None


def entry_digest(key: bytes, content: str) -> str:
    """Return the digest that chains a ledger entry, given its canonical JSON."""
    return _mac(key, "casus ledger 1", content).hex()


def proof_mark(key: bytes, body: bytes) -> bytes:
    """Return the keyed mark in a proof, by which its digest cannot be guessed."""
    return hmac.digest(key, b"casus proof 1" + body, sha256)
