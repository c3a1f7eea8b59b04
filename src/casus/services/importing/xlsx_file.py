# SPDX-License-Identifier: EUPL-1.2
"""Reads a sheet of an Excel workbook (ECMA-376): values only, row by row; macros, links and charts are left alone."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

from casus.errors import UnreadableFile
from casus.services.importing.grid import Gatherer, Grid, Progress, no_progress
from casus.services.importing.limits import LIMITS, Limits
from casus.services.importing.packed import Package, beside, opened

_RELATIONS = "_rels/.rels"
_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
"""Built-in number formats that show a day or a time (ECMA-376 18.8.30, the East Asian ones included)."""
_LITERAL = re.compile(r'"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*.', re.IGNORECASE)
_DAY_OR_TIME = re.compile(r"[dmyhs]", re.IGNORECASE)
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_MINUTES = 24 * 60


def read_xlsx(
    path: Path, *, sheet: str = "", limits: Limits = LIMITS, progress: Progress = no_progress
) -> Grid:
    """Read a sheet (the first unless named). Raises UnreadableFile."""
    with opened(path, limits) as package:
        book = _Book(package)
        chosen = sheet or next(iter(book.sheets), "")
        if chosen not in book.sheets:
            raise UnreadableFile("damaged")
        strings = _Strings(package, book, limits)
        cells = _Cells(limits, strings.found, _date_styles(package, book), book.first_day)
        package.walk(book.sheets[chosen], cells.start, cells.end, cells.text, progress)
        return Grid(
            "xlsx",
            cells.gathered.lines(),
            sheets=tuple(book.sheets),
            sheet=chosen,
            formulas=cells.formulas,
            unsolved=cells.unsolved,
            macros=any(name.endswith("vbaProject.bin") for name in package.names),
        )


class _Book:
    """The parts of a workbook: its sheets by name, strings and styles, and the day dates are counted from."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self.sheets: dict[str, str] = {}
        self.first_day = date(1899, 12, 30)
        self.part = self._target(_RELATIONS, "officeDocument") or "xl/workbook.xml"
        folder, _, file = self.part.rpartition("/")
        relations = self._relations(f"{folder}/_rels/{file}.rels")
        self.strings = next((to for kind, to in relations.values() if kind == "sharedStrings"), "")
        self.styles = next((to for kind, to in relations.values() if kind == "styles"), "")

        def start(tag: str, values: Mapping[str, str]) -> None:
            kind, target = relations.get(values.get("id", ""), ("", ""))
            if tag == "sheet" and kind == "worksheet":
                self.sheets[values.get("name", "")] = target
            elif tag == "workbookPr" and values.get("date1904") in ("1", "true"):
                self.first_day = date(1904, 1, 1)

        package.walk(self.part, start, _nothing)

    def _target(self, part: str, wanted: str) -> str:
        found = self._relations(part, "")
        return next((target for kind, target in found.values() if kind == wanted), "")

    def _relations(self, part: str, base: str | None = None) -> dict[str, tuple[str, str]]:
        """Return id → (kind, member) of what a part refers to inside the file; links outside are left out."""
        found: dict[str, tuple[str, str]] = {}
        origin = self.part if base is None else base

        def start(tag: str, values: Mapping[str, str]) -> None:
            if tag == "Relationship" and values.get("TargetMode") != "External":
                kind = values.get("Type", "").rpartition("/")[2]
                found[values.get("Id", "")] = kind, beside(origin, values.get("Target", ""))

        if part in self._package.names:
            self._package.walk(part, start, _nothing)
        return found


class _Strings:
    """The shared strings; phonetic guides are left out."""

    def __init__(self, package: Package, book: _Book, limits: Limits) -> None:
        self.found: list[str] = []
        self._limits, self._room = limits, limits.text
        self._parts: list[str] = []
        self._taking = self._guide = False
        if book.strings in package.names:
            package.walk(book.strings, self._start, self._end, self._text)

    def _start(self, tag: str, _values: Mapping[str, str]) -> None:
        if tag == "rPh":
            self._guide = True
        self._taking = tag == "t" and not self._guide

    def _text(self, data: str) -> None:
        if self._taking:
            self._room -= len(data)
            if self._room < 0:
                raise UnreadableFile("text")
            self._parts.append(data)

    def _end(self, tag: str) -> None:
        self._taking = False
        if tag == "rPh":
            self._guide = False
        elif tag == "si":
            self.found.append("".join(self._parts)[: self._limits.cell + 1])
            self._parts.clear()


def _date_styles(package: Package, book: _Book) -> frozenset[int]:
    """Return the cell styles that show a day or a time."""
    codes: dict[int, str] = {}
    found: list[int] = []
    inside = False

    def start(tag: str, values: Mapping[str, str]) -> None:
        nonlocal inside
        if tag == "numFmt":
            codes[_whole(values.get("numFmtId"))] = values.get("formatCode", "")
        elif tag == "cellXfs":
            inside = True
        elif tag == "xf" and inside:
            found.append(_whole(values.get("numFmtId")))

    def end(tag: str) -> None:
        nonlocal inside
        if tag == "cellXfs":
            inside = False

    if book.styles in package.names:
        package.walk(book.styles, start, end)
    shows = {code for code, text in codes.items() if _DAY_OR_TIME.search(_LITERAL.sub("", text[:500]))}
    return frozenset(at for at, code in enumerate(found) if code in shows or code in _DATES - codes.keys())


class _Cells:
    """Gathers the cells of a sheet while its XML goes by."""

    def __init__(self, limits: Limits, strings: list[str], dates: frozenset[int], first_day: date) -> None:
        self.gathered = Gatherer(limits)
        self.formulas = self.unsolved = 0
        self._strings, self._dates, self._first_day, self._most = strings, dates, first_day, limits.cell
        self._row = self._column = 0
        self._kind = self._style = ""
        self._formula = self._guide = False
        self._taking = ""
        self._parts: dict[str, list[str]] = {"v": [], "t": []}

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "c":
            self._begin_cell(values)
        elif tag == "row":
            self._row = _whole(values.get("r")) or self._row + 1
            self._column = 0
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._guide = True
        self._taking = tag if tag in self._parts and not self._guide else ""

    def text(self, data: str) -> None:
        if self._taking:
            self._parts[self._taking].append(data)

    def end(self, tag: str) -> None:
        self._taking = ""
        if tag == "c":
            self._end_cell()
        elif tag == "row":
            self.gathered.end_row(self._row)
        elif tag == "rPh":
            self._guide = False

    def _begin_cell(self, values: Mapping[str, str]) -> None:
        found = _REFERENCE.fullmatch(values.get("r", ""))
        self._column = _column(found[1]) if found else self._column + 1
        self._kind, self._style = values.get("t", "n"), values.get("s", "")
        self._formula = False
        for part in self._parts.values():
            part.clear()

    def _end_cell(self) -> None:
        raw = "".join(self._parts["v"])
        value = "".join(self._parts["t"]) if self._kind == "inlineStr" else self._value(raw)
        if self._formula:
            self.formulas += 1
            self.unsolved += not value
        self.gathered.put(self._column - 1, value)

    def _value(self, raw: str) -> str:
        if self._kind == "s" and raw:
            at = _whole(raw)
            if at >= len(self._strings):
                raise UnreadableFile("damaged")
            return self._strings[at]
        if self._kind == "b":
            return "ja" if raw == "1" else "nee"
        if self._kind != "n" or not raw:
            return raw
        return number_text(raw, self._first_day if _whole(self._style) in self._dates else None)


def number_text(raw: str, first_day: date | None = None) -> str:
    """Return a number as people write it: 12, 0.5; counted from `first_day` as 2023-10-12, 2023-10-12 14:30, 14:30."""
    try:
        number = float(raw)
        if first_day is None:
            return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)
        days, minutes = divmod(round(number * _MINUTES), _MINUTES)
        day = (first_day + timedelta(days=days)).isoformat() if days > 0 or not minutes else ""
    except (ValueError, OverflowError):
        return raw
    return " ".join(filter(None, (day, f"{minutes // 60:02}:{minutes % 60:02}" if minutes else "")))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def _nothing(_tag: str) -> None:
    """Ends of elements that mean nothing here."""
