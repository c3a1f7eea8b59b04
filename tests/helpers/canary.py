# SPDX-License-Identifier: EUPL-1.2
"""Words that exist nowhere else, and a search for them in everything a program leaves behind."""

import base64
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, is_zipfile

import pypdf

STEM = "Qwyxzeb"
"""Every word begins with it; no language and no library has it."""
NUMBER = "6284917350"
"""The digits of every canary that may hold digits only."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass
class Canary:
    """Makes a word for every place, and remembers which: what leaks tells where it came from."""

    places: dict[str, str] = field(default_factory=dict)

    def __call__(self, place: str) -> str:
        """Return a word of letters for this place, the same each time."""
        if place not in self.places:
            number = len(self.places)
            tail = _LETTERS[number // 676 % 26] + _LETTERS[number // 26 % 26] + _LETTERS[number % 26]
            self.places[place] = f"{STEM}{tail}"
        return self.places[place]

    def text(self, place: str) -> str:
        """Return a sentence with the word in it."""
        return f"Gesproken met {self(place)} over wat er speelt."

    def named(self, found: str) -> str:
        """Return which place a found word belongs to."""
        low = found.lower()
        return next((place for place, word in self.places.items() if word.lower() in low), "unknown")


def spellings() -> Iterator[bytes]:
    """Yield how a canary may stand in bytes: as text in several encodings, folded, as hex, in base64."""
    for word in (STEM, STEM.lower(), STEM.upper(), NUMBER):
        plain = word.encode()
        yield plain
        yield word.encode("utf-16-le")
        yield word.encode("utf-16-be")
        yield word.encode("utf-32-le")
        yield plain.hex().encode()
        for shift in range(3):
            whole = slice(-(-8 * shift // 6), 8 * (shift + len(plain)) // 6)  # the signs nothing else decides
            yield base64.b64encode(b"\x00" * shift + plain)[whole]


SPELLINGS = tuple(dict.fromkeys(spellings()))
_AROUND = 24


def search_bytes(data: bytes) -> list[str]:
    """Return what stands around each canary in some bytes."""
    found = []
    for spelling in SPELLINGS:
        at = data.find(spelling)
        if at >= 0:
            found.append(repr(data[max(0, at - _AROUND) : at + len(spelling) + _AROUND]))
    return found


def search_text(text: str) -> list[str]:
    """Return what stands around each canary in a text."""
    return search_bytes(text.encode("utf-8", "surrogatepass"))


def search_files(folders: Iterable[Path]) -> list[str]:
    """Return each file with a canary in its name or content, packed content included, and what it is."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            found += [f"name of {path}" for _ in search_text(path.name)]
            if path.is_file():
                found += [
                    f"{path}: {hit}" for part in contents(path.read_bytes()) for hit in search_bytes(part)
                ]
    return found


def contents(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file and, of a PDF or a packed file, what is inside."""
    yield data
    if data.startswith(b"%PDF"):
        yield from _inside_pdf(data)
    elif is_zipfile(BytesIO(data)):
        with ZipFile(BytesIO(data)) as package:
            for name in package.namelist():
                yield name.encode()
                yield package.read(name)


def _inside_pdf(data: bytes) -> Iterator[bytes]:
    reader = pypdf.PdfReader(BytesIO(data))
    yield repr(reader.metadata).encode()
    yield (reader.xmp_metadata.stream.get_data() if reader.xmp_metadata else b"")
    for page in reader.pages:
        yield page.extract_text().encode()
    for number in range(1, len(reader.xref[0]) + 1):
        one = reader.get_object(number)
        if isinstance(one, pypdf.generic.StreamObject):
            try:
                yield one.get_data()
            except (zlib.error, pypdf.errors.PdfReadError, NotImplementedError):
                yield one._data
        elif one is not None:
            yield repr(one).encode()
