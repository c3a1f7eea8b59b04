# SPDX-License-Identifier: EUPL-1.2
"""Reading a bundle from its file, in pieces; nothing of it may be believed before the last piece was read.

A bundle is read twice: once to look at it (`check`), once to take it in; each time from the first byte to the
signature, because the file may have changed meanwhile.
"""

from collections.abc import Iterator, Sequence
from hashlib import sha512
from typing import BinaryIO

from casus.crypto.bundle import layout
from casus.crypto.bundle.layout import Letter
from casus.crypto.bundle.sealing import INFO, SIGNED, payload_key
from casus.crypto.bundle.stream import decrypted
from casus.crypto.identity import SIGNATURE_BYTES, Identity
from casus.crypto.seal import unseal
from casus.errors import BundleInvalid, SealBroken


class Opened:
    """A bundle that opens with one's own key; its letter is known, its parts come in order and once."""

    def __init__(self, header: layout.Header, pieces: Iterator[bytes]) -> None:
        """Read the letter; raises BundleInvalid."""
        self.id = header.id
        self._source = _Reader(pieces)
        self._seen = sha512(header.raw)
        length = int.from_bytes(self._take(4), "big")
        if length > layout.MOST_LETTER:
            raise BundleInvalid("too_large")
        self.letter: Letter = Letter.from_bytes(self._take(length))

    def parts(self) -> Iterator[tuple[layout.PartSize, Iterator[bytes]]]:
        """Yield each part with its pieces (all of them must be taken), then check the signature.

        Raises BundleInvalid "truncated", "damaged" or "signature".
        """
        for part in self.letter.parts:
            yield part, self._pieces(part.size)
        signature = self._source.take(SIGNATURE_BYTES)
        self._source.end()
        if not self.letter.sender.signed(SIGNED + self._seen.digest(), signature):
            raise BundleInvalid("signature")

    def check(self) -> Letter:
        """Read all of it and return its letter, now believed; raises as `parts`."""
        for _part, pieces in self.parts():
            for _piece in pieces:
                pass
        return self.letter

    def _pieces(self, size: int) -> Iterator[bytes]:
        while size:
            piece = self._source.some(size)
            self._seen.update(piece)
            size -= len(piece)
            yield piece

    def _take(self, size: int) -> bytes:
        piece = self._source.take(size)
        self._seen.update(piece)
        return piece


def open_bundle(source: BinaryIO, own: Sequence[Identity]) -> Opened:
    """Open a bundle with the first of one's own identities that it is sealed to.

    Raises BundleInvalid "not_a_bundle", "newer", "truncated", "damaged", "too_large" or "not_for_you".
    """
    header = read_outside(source)
    key = _file_key(header, own)
    return Opened(header, decrypted(payload_key(key, header.raw), source))


def read_outside(source: BinaryIO) -> layout.Header:
    """Read what a bundle says of itself without a key; what follows in `source` is sealed.

    Raises BundleInvalid "not_a_bundle", "newer", "truncated" or "damaged".
    """
    prefix = source.read(layout.PREFIX_BYTES)
    length = layout.header_bytes(prefix)
    rest = source.read(length)
    if len(rest) < length:
        raise BundleInvalid("truncated")
    return layout.read_header(prefix + rest)


def _file_key(header: layout.Header, own: Sequence[Identity]) -> bytes:
    info = INFO + header.id.encode("ascii")
    for identity in own:
        for sealed in header.sealed:
            try:
                return unseal(sealed, identity.seal, info)
            except SealBroken:
                continue
    raise BundleInvalid("not_for_you")


class _Reader:
    """Takes so many bytes from pieces of any size."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._waiting = memoryview(b"")

    def some(self, most: int) -> bytes:
        """Return at least one and at most `most` bytes; raises BundleInvalid "truncated" at the end."""
        while not self._waiting:
            piece = next(self._pieces, None)
            if piece is None:
                raise BundleInvalid("truncated")
            self._waiting = memoryview(piece)
        given, self._waiting = bytes(self._waiting[:most]), self._waiting[most:]
        return given

    def take(self, size: int) -> bytes:
        """Return exactly so many bytes."""
        found = bytearray()
        while len(found) < size:
            found += self.some(size - len(found))
        return bytes(found)

    def end(self) -> None:
        """Raise BundleInvalid "damaged" unless nothing follows."""
        if self._waiting or any(self._pieces):
            raise BundleInvalid("damaged")
