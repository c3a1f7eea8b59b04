# SPDX-License-Identifier: EUPL-1.2
"""The proof of a release as bytes: which tables it is about, what stays open in them, the witness tables.

It names published tables by release and code and holds no figure of them: recheck.py makes the rows anew
from the ledger. It does tell which figures are small in truth (those are the targets), so that it is kept
where the ledger is kept, encrypted.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

import numpy as np

from casus.disclosure.seals import MARK_BYTES, proof_mark
from casus.disclosure.solving.rows import Ints

_MAGIC = b"casus proof 1\n"
_MOST_BYTES = 2**30
TableName = tuple[int | None, str]
"""Release (`None`: the release that the proof belongs to) and code of a table."""


class ProofUnreadable(Exception):
    """The bytes are not a proof."""


@dataclass(frozen=True)
class Evidence:
    """What proves one system.

    `states`: the tables of each counted state. `links`: (less, more, changed or None). `targets`: per
    target state, figure (number among the figures of the state's tables in order), values needed, least
    value that must be reachable (-1: none), greatest (-1: none). `minus`: (target, state, figure) that is
    subtracted. `witnesses`: one table per row, the columns as in system.py.
    """

    states: tuple[tuple[TableName, ...], ...]
    links: tuple[tuple[int, int, int | None], ...]
    exclusive: Mapping[str, tuple[str, ...]]
    targets: Ints
    minus: Ints
    witnesses: Ints


def packed(evidence: Sequence[Evidence], key: bytes) -> bytes:
    """Return a proof as bytes, compressed.

    It holds a mark made with the ledger's key, so that nobody can find out by trying whether a guess at the
    truth leads to the digest that stands in the ledger; who re-checks a proof needs no key.
    """
    arrays: list[bytes] = []
    parts = [
        {
            "states": one.states,
            "links": one.links,
            "exclusive": dict(one.exclusive),
            "arrays": [_stored(a, arrays) for a in (one.targets, one.minus, one.witnesses)],
        }
        for one in evidence
    ]
    head = json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()
    body = b"".join((struct.pack(">I", len(head)), head, *arrays))
    return zlib.compress(_MAGIC + proof_mark(key, body) + body, 6)


def unpacked(proof: bytes) -> tuple[Evidence, ...]:
    """Return what a proof holds; raises ProofUnreadable."""
    try:
        opener = zlib.decompressobj()
        raw = opener.decompress(proof, _MOST_BYTES)
        if not raw.startswith(_MAGIC) or not opener.eof or opener.unused_data:
            raise ProofUnreadable("format")
        place = len(_MAGIC) + MARK_BYTES + 4
        (length,) = struct.unpack_from(">I", raw, place - 4)
        found = _read(json.loads(raw[place : place + length]), raw[place + length :])
    except (ValueError, KeyError, TypeError, IndexError, struct.error, zlib.error) as error:
        raise ProofUnreadable("format") from error
    return found


def digest_of(proof: bytes) -> str:
    """Return the name of a proof in its ledger entry."""
    return sha256(proof).hexdigest()


def _stored(array: Ints, arrays: list[bytes]) -> list[object]:
    """Take in an array in the smallest type that holds it; return type and shape."""
    low, high = (int(array.min()), int(array.max())) if array.size else (0, 0)
    kind = next(k for k in ("<u1", "<i2", "<i4", "<i8") if np.iinfo(k).min <= low and high <= np.iinfo(k).max)
    arrays.append(np.ascontiguousarray(array.T, dtype=kind).tobytes())
    return [kind, list(array.shape)]


def _read(parts: list[dict[str, Any]], raw: bytes) -> tuple[Evidence, ...]:
    place, found = 0, []
    for part in parts:
        arrays = []
        for kind, (rows, columns) in part["arrays"]:
            if kind not in {"<u1", "<i2", "<i4", "<i8"} or min(rows, columns) < 0:
                raise ValueError("array")
            size = rows * columns * np.dtype(kind).itemsize
            flat = np.frombuffer(raw[place : place + size], dtype=kind)
            arrays.append(flat.reshape(columns, rows).T.astype(np.int64))
            place += size
        found.append(_evidence(part, arrays))
    if place != len(raw):
        raise ValueError("length")
    return tuple(found)


def _evidence(part: dict[str, Any], arrays: list[Ints]) -> Evidence:
    states = tuple(tuple((number, code) for number, code in state) for state in part["states"])
    links = tuple((less, more, changed) for less, more, changed in part["links"])
    exclusive = {name: tuple(codes) for name, codes in part["exclusive"].items()}
    targets, minus, witnesses = arrays
    if targets.shape[1] != 5 or minus.shape[1] != 3:
        raise ValueError("shape")
    return Evidence(states, links, exclusive, targets, minus, witnesses)
