# SPDX-License-Identifier: EUPL-1.2
"""Figures read back from the files of a report, without the code that wrote them."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

from odfdo import Document

from casus.disclosure import FigureStatus, LedgerEntry
from tests.reports.conftest import structure, text_of

Cell = tuple[str, ...]
Figures = Mapping[tuple[str, Cell], tuple[int, str]]
_OWN_TABLES = 3
"""The last tables of the PDF hold no figures: statement, terms, sources."""
_NUMBER = re.compile(r"(?:± )?(\d{1,3}(?:\.\d{3})+|\d+)")


def published(entry: LedgerEntry) -> Figures:
    """Return what the ledger says left: (table, cell) → value and status."""
    return {
        (table.code, figure.cell): (figure.value, figure.status.value)
        for table in entry.tables
        for figure in table.figures
    }


def in_csv(path: Path) -> Figures:
    """Return the figures of the CSV file; a figure that stands there twice fails."""
    rows = list(csv.reader(StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    return _rows(rows)


def in_ods(path: Path) -> tuple[Figures, set[int]]:
    """Return the figures of the spreadsheet's data sheet, and every number on its other sheets."""
    sheets = {
        table.name: [list(row) for row in table.iter_values()]
        for table in Document(BytesIO(path.read_bytes())).body.tables
    }
    data = sheets.pop("Alle gegevens")
    texts = [[_text(cell) for cell in row] for row in data]
    numbers = {
        int(cell)
        for rows in sheets.values()
        for row in rows
        for cell in row
        if isinstance(cell, int | float) and not isinstance(cell, bool)
    }
    return _rows(texts), numbers


def in_pdf(path: Path) -> tuple[Counter[int], set[int]]:
    """Return every figure in the PDF's tables, each as often as it stands there, and all numbers anywhere."""
    data = path.read_bytes()
    tables = list(structure(data).all("Table"))
    cells = [cell for table in tables[:-_OWN_TABLES] for row in table.kids for cell in row.kids]
    shown = [_NUMBER.fullmatch(_plain(cell.text)) for cell in cells if cell.role == "TD"]
    figures = Counter(_whole(found[1]) for found in shown if found)
    anywhere = {_whole(found) for found in re.findall(r"\d+(?:\.\d{3})*", _plain(text_of(data)))}
    return figures, anywhere


def in_tables(entry: LedgerEntry) -> Counter[int]:
    """Return the figures that stand in the PDF's tables: those of tables with a breakdown, impossible ones out."""
    return Counter(
        figure.value
        for table in entry.tables
        if table.dimensions
        for figure in table.figures
        if figure.status is not FigureStatus.STRUCTURAL_ZERO
    )


def _rows(rows: list[list[str]]) -> Figures:
    names, *lines = rows
    found: dict[tuple[str, Cell], tuple[int, str]] = {}
    for line in lines:
        row = dict(zip(names, line, strict=True))
        cell = tuple(row[name] for name in names if re.fullmatch(r"categorie_\d+", name) and row[name])
        key = row["indicator"], cell
        assert key not in found, key
        found[key] = int(row["waarde"] or 0), row["status"]
    return found


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").replace("\u00a0", " ").split())


def _whole(text: str) -> int:
    return int(text.replace(".", ""))


def differences(expected: Figures, found: Figures) -> Iterable[str]:
    """Yield what is missing, too much or different."""
    for key in sorted(expected.keys() | found.keys()):
        if expected.get(key) != found.get(key):
            yield f"{key}: in the ledger {expected.get(key)}, in the file {found.get(key)}"
