# SPDX-License-Identifier: EUPL-1.2
"""CSV files as they come: any usual encoding and delimiter, strictly read; each mistake with its line."""

import codecs
import csv
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from casus.errors import TableFileInvalid
from casus.services.disclose.faults import fault
from casus.services.printable import listed

LARGEST = 128 * 1024 * 1024
"""Bytes of one file."""
_LONGEST = 131_072
"""Characters in one field."""
DELIMITERS = (",", ";", "\t", "|")
_NAMED = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "pipe": "|"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@dataclass(frozen=True)
class Row:
    """A row by column name, and the line of the file it begins on."""

    line: int
    values: dict[str, str]


def read_limited(path: Path, most: int = LARGEST) -> bytes:
    """Return a file's bytes; raises TableFileInvalid missing, unreadable, too_large."""
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError as error:
        raise fault("missing_file", str(path)) from error
    except (OSError, ValueError) as error:
        raise fault("unreadable_file", str(path)) from error
    if len(data) > most:
        raise fault("file_too_large", path, None, limit=most // 2**20)
    return data


def rows_of(path: Path, wanted: Iterable[str], delimiter: str | None, encoding: str | None) -> Iterator[Row]:
    """Yield the rows of a CSV file with the `wanted` columns, texts stripped and in one Unicode form.

    The first row names the columns. Rows with nothing in them are passed over. Raises TableFileInvalid.
    """
    text = _decoded(path, encoding)
    needed = tuple(dict.fromkeys(wanted))
    sign, skip = _delimiter(path, text, needed, delimiter)
    lines = _Lines(path, text, sign)
    for _ in range(skip):
        next(lines)
    names = _header(path, lines, needed, sign)
    places = [(name, names.index(name)) for name in needed]
    for line, fields in lines:
        if not any(field.strip() for field in fields):
            continue
        if len(fields) != len(names):
            raise fault("wrong_width", path, line, found=len(fields), needed=len(names))
        yield Row(line, {name: _clean(fields[place]) for name, place in places})


def _clean(field: str) -> str:
    text = field.strip()
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _decoded(path: Path, encoding: str | None) -> str:
    data = read_limited(path)
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    name = marked or encoding or "utf-8"
    try:
        codecs.lookup(name)
        text = data.decode(name)
    except LookupError as error:
        raise fault("unknown_encoding", path, None, encoding=name) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise fault("wrong_encoding", path, line, encoding=name) from error
    except (ValueError, TypeError, AssertionError) as error:  # what is a codec, but not of text
        raise fault("unknown_encoding", path, None, encoding=name) from error
    if "\0" in text:
        raise fault("nul", path, text[: text.index("\0")].count("\n") + 1)
    return text.removeprefix("\ufeff")


def _delimiter(path: Path, text: str, needed: Sequence[str], given: str | None) -> tuple[str, int]:
    """Return the delimiter, and how many lines come before the header (1 for Excel's `sep=;`)."""
    first = text.partition("\n")[0].strip().strip('"')
    skip = 1 if first.lower().startswith("sep=") and len(first) == 5 else 0
    if given is not None:
        sign = _NAMED.get(given.lower(), given)
        if len(sign) != 1 or sign in '"\r\n':
            raise fault("bad_delimiter", path, None, delimiter=given)
        return sign, skip
    if skip:
        return first[4], skip
    found = [(sign, _peek(text, sign)) for sign in DELIMITERS]
    best = max(found, key=lambda one: (sum(name in one[1] for name in needed), len(one[1])))
    return best[0], 0


def _peek(text: str, sign: str) -> list[str]:
    head = "\n".join(text[:65_536].lstrip().splitlines()[:1])
    try:
        return [_clean(name) for name in next(csv.reader([head], delimiter=sign), [])]
    except csv.Error:
        return []


def _header(path: Path, lines: "_Lines", needed: Sequence[str], sign: str) -> list[str]:
    line, fields = next((one for one in lines if any(field.strip() for field in one[1])), (1, []))
    names = [_clean(field) for field in fields]
    if not any(names):
        raise fault("empty_file", path)
    for name in needed:
        if name not in names:
            raise fault("missing_column", path, line, column=name, found=listed(names), delimiter=sign)
        if names.count(name) > 1:
            raise fault("column_repeated", path, line, column=name)
    return names


class _Lines:
    """The records of a file with the line each begins on."""

    def __init__(self, path: Path, text: str, sign: str) -> None:
        self._path = path
        self._reader = csv.reader(StringIO(text, newline=""), delimiter=sign, strict=True)

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> tuple[int, list[str]]:
        begin = self._reader.line_num + 1
        try:
            fields = next(self._reader)
        except csv.Error as error:
            raise self._told(str(error), begin) from error
        if any(len(field) > _LONGEST for field in fields):  # csv's own limit is the whole program's
            raise fault("huge_field", self._path, begin, limit=_LONGEST)
        return begin, fields

    def _told(self, why: str, begin: int) -> TableFileInvalid:
        if "field larger" in why:
            return fault("huge_field", self._path, begin, limit=_LONGEST)
        if "unexpected end" in why:
            return fault("unclosed_quote", self._path, begin)
        if "expected after" in why:
            return fault("stray_quote", self._path, self._reader.line_num)
        return fault("unreadable_row", self._path, self._reader.line_num)
