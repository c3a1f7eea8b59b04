# SPDX-License-Identifier: EUPL-1.2
"""What stands where in a bundle, and what of it may not be: sizes, names, fields; no key and no cipher."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any, NamedTuple

from casus.crypto.identity import PublicIdentity
from casus.errors import BundleInvalid

SUFFIX = ".casusbundel"
MAGIC, VERSION = b"CASUSBND", 1
PREFIX_BYTES = len(MAGIC) + 2 + 4
CHECK_BYTES = 32
MOST_HEADER = 64 * 1024
MOST_LETTER = 4 * 1024 * 1024
MOST_PARTS = 20_000
MOST_BYTES = 4 * 1024**3
"""A bundle is at most 4 GiB: a dossier with all its documents."""
MOST_RECIPIENTS = 64
SEALED_KEY_BYTES = 32 + 48
_ID = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"[a-z_]{1,40}(?::[0-9a-f]{32})?")
_KEY = re.compile(r"[0-9a-f]{64}")
_MOMENT = "%Y-%m-%dT%H:%M:%SZ"
_DEPTH_ERRORS = (ValueError, RecursionError, KeyError, TypeError, OverflowError)


class PartSize(NamedTuple):
    """A part by its name and its number of bytes."""

    name: str
    size: int


@dataclass(frozen=True)
class Part:
    """A part that is to be sealed: its pieces together are exactly `size` bytes."""

    name: str
    size: int
    pieces: Iterator[bytes]


@dataclass(frozen=True)
class Letter:
    """What a bundle says of itself, inside the seal: who, to whom, what kind, which parts.

    `about` is a small mapping that the kind of bundle reads (its own version, the period, counts); `made_at` a
    moment in UTC, whole seconds.
    """

    kind: str
    made_at: datetime
    sender: PublicIdentity
    recipients: tuple[PublicIdentity, ...]
    parts: tuple[PartSize, ...]
    about: Mapping[str, Any] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        """Return the canonical JSON; `from_bytes` reads the same again."""
        plain = {
            "kind": self.kind,
            "made_at": self.made_at.astimezone(UTC).strftime(_MOMENT),
            "sender": _keys(self.sender),
            "recipients": [_keys(one) for one in self.recipients],
            "parts": [[part.name, part.size] for part in self.parts],
            "about": dict(self.about),
        }
        return canonical(plain)

    @staticmethod
    def from_bytes(data: bytes) -> "Letter":
        """Read a letter; raises BundleInvalid "damaged" or "too_large"."""
        try:
            plain = json.loads(data)
            parts = tuple(PartSize(str(name), _size(size)) for name, size in plain["parts"])
            letter = Letter(
                kind=_matched(_NAME, plain["kind"]),
                made_at=datetime.strptime(plain["made_at"], _MOMENT).replace(tzinfo=UTC),
                sender=_identity(plain["sender"]),
                recipients=tuple(map(_identity, plain["recipients"])),
                parts=parts,
                about=dict(plain["about"]),
            )
        except _DEPTH_ERRORS:
            raise BundleInvalid("damaged") from None
        check_parts(letter.parts)
        if not 1 <= len(letter.recipients) <= MOST_RECIPIENTS or letter.to_bytes() != data:
            raise BundleInvalid("damaged")
        return letter


class Header(NamedTuple):
    """The clear beginning: the bundle's id, and the file key sealed to each recipient. `raw` is all of it."""

    id: str
    sealed: tuple[bytes, ...]
    raw: bytes


def check_parts(parts: tuple[PartSize, ...]) -> None:
    """Raise BundleInvalid "too_large" or "damaged" when these parts cannot be in one bundle."""
    if len(parts) > MOST_PARTS or sum(part.size for part in parts) > MOST_BYTES:
        raise BundleInvalid("too_large")
    names = {part.name for part in parts}
    if len(names) != len(parts) or not all(map(_NAME.fullmatch, names)):
        raise BundleInvalid("damaged")


def write_header(bundle_id: str, sealed: tuple[bytes, ...]) -> bytes:
    """Return magic, version, length, header and its checksum."""
    text = canonical({"id": bundle_id, "to": [one.hex() for one in sealed]})
    start = MAGIC + VERSION.to_bytes(2, "big") + len(text).to_bytes(4, "big") + text
    return start + sha256(start).digest()


def header_bytes(prefix: bytes) -> int:
    """Return how many bytes of header and checksum follow this prefix.

    Raises BundleInvalid "not_a_bundle", "newer", "damaged" or "truncated".
    """
    if prefix[: len(MAGIC)] != MAGIC[: len(prefix)] or not prefix:
        raise BundleInvalid("not_a_bundle")
    if len(prefix) < PREFIX_BYTES:
        raise BundleInvalid("truncated")
    version = int.from_bytes(prefix[len(MAGIC) : len(MAGIC) + 2], "big")
    length = int.from_bytes(prefix[len(MAGIC) + 2 :], "big")
    if version > VERSION:
        raise BundleInvalid("newer")
    if version != VERSION or not length or length > MOST_HEADER:
        raise BundleInvalid("damaged")
    return length + CHECK_BYTES


def read_header(raw: bytes) -> Header:
    """Read a whole header; raises BundleInvalid "damaged"."""
    start, check = raw[:-CHECK_BYTES], raw[-CHECK_BYTES:]
    if sha256(start).digest() != check:
        raise BundleInvalid("damaged")
    try:
        plain = json.loads(start[PREFIX_BYTES:])
        sealed = tuple(bytes.fromhex(one) for one in plain["to"])
        bundle_id = _matched(_ID, plain["id"])
    except _DEPTH_ERRORS:
        raise BundleInvalid("damaged") from None
    whole = 1 <= len(sealed) <= MOST_RECIPIENTS and all(len(one) == SEALED_KEY_BYTES for one in sealed)
    if not whole or write_header(bundle_id, sealed) != raw:
        raise BundleInvalid("damaged")
    return Header(bundle_id, sealed, raw)


def canonical(plain: object) -> bytes:
    """Return the one JSON text of a plain value."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _keys(one: PublicIdentity) -> list[str]:
    return [one.seal.hex(), one.sign.hex()]


def _identity(plain: Any) -> PublicIdentity:
    seal, sign = plain
    return PublicIdentity(bytes.fromhex(_matched(_KEY, seal)), bytes.fromhex(_matched(_KEY, sign)))


def _matched(pattern: re.Pattern[str], text: object) -> str:
    if not isinstance(text, str) or not pattern.fullmatch(text):
        raise ValueError("not as it should be")
    return text


def _size(size: object) -> int:
    if type(size) is not int or size < 0:
        raise ValueError("no size")
    return size
