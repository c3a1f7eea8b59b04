# SPDX-License-Identifier: EUPL-1.2
"""Reads a sheet of an OpenDocument spreadsheet (ODF 1.2 part 1, 9): values only; notes and macros are left alone."""

import re
from collections.abc import Mapping
from pathlib import Path

from casus.errors import UnreadableFile
from casus.services.importing.grid import Gatherer, Grid, Progress, no_progress
from casus.services.importing.limits import LIMITS, Limits
from casus.services.importing.packed import opened
from casus.services.importing.xlsx_file import number_text

_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_CELLS = ("table-cell", "covered-table-cell")
_ASIDE = ("annotation", "tracked-changes", "shapes", "forms", "dde-links")
_TIME = re.compile(r"PT(\d+)H(\d+)M(?:[\d.]+S)?")


def read_ods(
    path: Path, *, sheet: str = "", limits: Limits = LIMITS, progress: Progress = no_progress
) -> Grid:
    """Read a sheet (the first unless named). Raises UnreadableFile, "locked" when a password is needed."""
    with opened(path, limits) as package:
        locked: list[str] = []

        def manifest(tag: str, _values: Mapping[str, str]) -> None:
            if tag == "encryption-data":
                locked.append(tag)

        if _MANIFEST in package.names:
            package.walk(_MANIFEST, manifest, lambda _tag: None)
        if locked:
            raise UnreadableFile("locked")
        content = _Content(limits, sheet)
        package.walk(_CONTENT, content.start, content.end, content.text, progress)
        chosen = sheet or next(iter(content.sheets), "")
        if chosen not in content.sheets:
            raise UnreadableFile("damaged")
        return Grid(
            "ods",
            content.gathered.lines(),
            sheets=tuple(content.sheets),
            sheet=chosen,
            formulas=content.formulas,
            unsolved=content.unsolved,
            macros=any(name.startswith("Basic/") for name in package.names),
        )


class _Content:
    """Gathers the cells of the wanted sheet while content.xml goes by."""

    def __init__(self, limits: Limits, sheet: str) -> None:
        self.gathered = Gatherer(limits)
        self.sheets: list[str] = []
        self.formulas = self.unsolved = 0
        self._wanted, self._limits = sheet, limits
        self._depth = self._aside = 0
        self._reading = False
        self._row = self._rows = self._column = 0
        self._cell: Mapping[str, str] | None = None
        self._paragraphs: list[list[str]] = []

    def start(self, tag: str, values: Mapping[str, str]) -> None:
        if self._aside or tag in _ASIDE:
            self._aside += 1
        elif tag == "table":
            self._begin_table(values.get("name", ""))
        elif self._reading:
            self._begin(tag, values)

    def _begin_table(self, name: str) -> None:
        self._depth += 1
        if self._depth == 1:
            self.sheets.append(name)
            self._reading = name == self._wanted or (not self._wanted and len(self.sheets) == 1)
            self._row = 0

    def _begin(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "table-row":
            self._row += self._rows
            self._rows, self._column = _times(values, "number-rows-repeated"), 0
            self._row = max(self._row, 1)
        elif tag in _CELLS:
            self._cell, self._paragraphs = values, []
        elif self._cell is not None:
            self._begin_text(tag, values)

    def _begin_text(self, tag: str, values: Mapping[str, str]) -> None:
        if tag == "p":
            self._paragraphs.append([])
        elif self._paragraphs and tag == "s":
            self._paragraphs[-1].append(" " * min(_times(values, "c"), 100))
        elif self._paragraphs and tag in ("tab", "line-break"):
            self._paragraphs[-1].append("\t" if tag == "tab" else "\n")

    def text(self, data: str) -> None:
        if self._cell is not None and self._paragraphs and not self._aside:
            self._paragraphs[-1].append(data)

    def end(self, tag: str) -> None:
        if self._aside:
            self._aside -= 1
        elif tag == "table":
            self._depth -= 1
            if self._depth == 0:
                self._reading, self._rows = False, 0
        elif self._reading and tag == "table-row":
            self.gathered.end_row(self._row, self._rows)
        elif self._reading and tag in _CELLS and self._cell is not None:
            self._end_cell(self._cell)

    def _end_cell(self, cell: Mapping[str, str]) -> None:
        shown = "\n".join("".join(parts) for parts in self._paragraphs)
        value, times = _value(cell, shown), _times(cell, "number-columns-repeated")
        if "formula" in cell:
            self.formulas += 1
            self.unsolved += not value
        if value.strip():
            for column in range(self._column, self._column + min(times, self._limits.columns + 1)):
                self.gathered.put(column, value)
        self._column += times
        self._cell = None


def _value(cell: Mapping[str, str], shown: str) -> str:
    kind = cell.get("value-type", "")
    if kind == "date":
        day, _, moment = cell.get("date-value", "").partition("T")
        return f"{day} {moment[:5]}".removesuffix(" 00:00").strip()
    if kind == "time":
        found = _TIME.fullmatch(cell.get("time-value", ""))
        return f"{int(found[1]):02}:{int(found[2]):02}" if found else shown
    if kind == "boolean":
        return "ja" if cell.get("boolean-value") == "true" else "nee"
    if kind in ("float", "percentage", "currency") and not shown.startswith("#"):
        return number_text(cell.get("value", ""))
    return shown or cell.get("string-value", "")


def _times(values: Mapping[str, str], name: str) -> int:
    text = values.get(name, "1")
    return max(1, int(text)) if text.isdecimal() and len(text) < 9 else 1
