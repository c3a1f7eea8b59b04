# SPDX-License-Identifier: EUPL-1.2
"""Reads text with separators: whatever encoding, line ends and separator, with the line numbers of the file."""

import codecs
import csv
import io
from collections.abc import Iterator

from casus.errors import UnreadableFile
from casus.services.importing.grid import Gatherer, Grid, Progress, no_progress
from casus.services.importing.limits import LIMITS, Limits

ENCODINGS = ("utf-8", "utf-16", "cp1252")
DELIMITERS = (";", ",", "\t", "|")
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE, _LOOKED_AT = 4096, 30
_WINDOWS = {
    byte: sign for byte in range(0x80, 0xA0) if (sign := bytes((byte,)).decode("cp1252", errors="ignore"))
}
_TOLD_EVERY = 1000


def read_csv(
    data: bytes,
    *,
    encoding: str = "",
    delimiter: str = "",
    limits: Limits = LIMITS,
    progress: Progress = no_progress,
) -> Grid:
    """Read separated text; encoding (utf-8, utf-16, cp1252) and delimiter are found out unless given.

    Raises UnreadableFile "unknown_kind" (no text at all), "encoding" (not in the encoding given), "quote" (`first`: the line where a quotation mark
    opens that never closes), "rows", "columns", "text".
    """
    csv.field_size_limit(max(limits.file, csv.field_size_limit()))  # longer cells are cut, not refused
    text, encoding = decode(data, encoding)
    if _is_binary(text):
        raise UnreadableFile("unknown_kind")
    lines = _lines(text)
    delimiter = delimiter or find_delimiter(text[: 64 * _SAMPLE])
    if len(delimiter) != 1:
        raise ValueError("a delimiter is one character")
    if lines and lines[0].strip().casefold() == f"sep={delimiter}":
        lines[0] = "\n"
    gathered = Gatherer(limits)
    try:
        for number, cells in _records(lines, delimiter, progress):
            for column, cell in enumerate(cells):
                gathered.put(column, cell)
            gathered.end_row(number)
    except csv.Error:
        raise UnreadableFile("damaged") from None
    return Grid("csv", gathered.lines(), encoding=encoding, delimiter=delimiter)


def decode(data: bytes, encoding: str = "") -> tuple[str, str]:
    """Return the text and its encoding: told by a byte order mark, else the one given, else found out.

    UTF-8 where it is valid; UTF-16 without a mark by its zero bytes; else Windows-1252. Bytes that have no
    sign there become control characters, which no field takes, so that they are told line by line.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    encoding = marked or encoding or _likely(data)
    try:
        text = _strict(data, encoding)
    except UnicodeError:
        raise UnreadableFile("encoding") from None
    return text.removeprefix("\ufeff"), encoding


def _strict(data: bytes, encoding: str) -> str:
    return data.decode("latin-1").translate(_WINDOWS) if encoding == "cp1252" else data.decode(encoding)


def _likely(data: bytes) -> str:
    sample = data[:_SAMPLE]
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if len(data) % 2 == 0 and 2 * max(zeros) > len(sample) // 2 and 4 * min(zeros) < max(zeros):
        return "utf-16-le" if zeros[1] > zeros[0] else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def _is_binary(text: str) -> bool:
    """Whether so much of the beginning is control characters that this is a picture or a program."""
    sample = text[:_SAMPLE]
    odd = sum((sign < " " and sign not in "\t\n\r\0") or "\x7f" <= sign < "\xa0" for sign in sample)
    return 20 * odd > len(sample)


def find_delimiter(text: str) -> str:
    """Return the separator that parts most lines alike; a semicolon, as in Dutch files, when none does."""
    lines = _lines(text)[:_LOOKED_AT]
    best, most = ";", 0.0
    for delimiter in DELIMITERS:
        widths = [
            len(cells) for _, cells in _records(lines, delimiter, no_progress, whole=False) if any(cells)
        ]
        if not widths or max(widths) < 2:
            continue
        usual = max(set(widths), key=lambda width: (width > 1, widths.count(width), width))
        score = widths.count(usual) / len(widths) + min(usual, 20) / 100
        if usual > 1 and score > most:
            best, most = delimiter, score
    return best


def _lines(text: str) -> list[str]:
    """Part a text at \\n, \\r\\n and \\r, and nowhere else; the ends stay."""
    return list(io.StringIO(text, newline=""))


def _records(
    lines: list[str], delimiter: str, progress: Progress, *, whole: bool = True
) -> Iterator[tuple[int, list[str]]]:
    """Yield (number of its first line, cells) of each record; raise "quote" for one that runs off the end."""
    reader = csv.reader(iter(lines), delimiter=delimiter)
    first = 1
    for cells in reader:
        if whole and reader.line_num == len(lines) and _runs_off("".join(lines[first - 1 :]), delimiter):
            raise UnreadableFile("quote", first=first)
        yield first, cells
        if reader.line_num - first >= _TOLD_EVERY or reader.line_num % _TOLD_EVERY == 0:
            progress(reader.line_num, len(lines))
        first = reader.line_num + 1


def _runs_off(record: str, delimiter: str) -> bool:
    try:
        list(csv.reader(_lines(record), delimiter=delimiter, strict=True))
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
