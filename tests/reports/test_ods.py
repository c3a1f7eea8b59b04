# SPDX-License-Identifier: EUPL-1.2
"""The spreadsheet read back: typed cells, the same figures as the release, nothing hidden."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from odfdo import Document
from tests.reports.conftest import NUMBERS, read_csv

from casus import reports
from casus.disclosure import Figure, FigureStatus, Release
from casus.reports import layout
from casus.reports.texts import DASH, Texts

NL = Texts("nl")


@pytest.fixture(scope="module")
def data(full: Release) -> bytes:
    return reports.render(full, "ods")


@pytest.fixture(scope="module")
def sheets(data: bytes) -> dict[str, list[list[object]]]:
    body = Document(BytesIO(data)).body
    return {table.name: [list(row) for row in table.iter_values()] for table in body.tables}


def _shown(figure: Figure) -> object:
    return DASH if figure.status is FigureStatus.STRUCTURAL_ZERO else figure.value


def test_there_is_an_overview_a_sheet_per_table_the_definitions_and_all_data(
    full: Release, sheets: dict[str, list[list[object]]]
) -> None:
    tables = [table for table in full.tables if table.dimensions]
    assert list(sheets) == [
        "Overzicht",
        *(f"{number:02} {table.title['nl']}" for number, table in enumerate(tables, 1)),
        "Definities en methode",
        "Alle gegevens",
    ]
    said = {row[0]: row[1] for row in sheets["Definities en methode"]}
    leads = [one.lead for code in layout.chapters(full) for one in layout.indicators(full, code)]
    assert {lead.title["nl"]: lead.definition["nl"] for lead in leads}.items() <= said.items()


def test_the_overview_holds_the_headline_figures_and_the_statement(
    sheets: dict[str, list[list[object]]],
) -> None:
    rows = {row[0]: row[1] for row in sheets["Overzicht"] if row[0]}
    assert rows["Tabel inspections"] == 1296
    assert rows["Tabel experts"] == 5
    assert rows["Beschermingsniveau"] == "Standaard, versie 1"
    assert rows["Organisatie"] == "Gemeente Utrecht"


def test_each_breakdown_stands_on_its_own_sheet_as_numbers(
    full: Release, sheets: dict[str, list[list[object]]]
) -> None:
    own = [rows for name, rows in sheets.items() if name[0].isdigit()]
    for table, found in zip((table for table in full.tables if table.dimensions), own, strict=True):
        rows = [tuple(cell for cell in row if cell is not None) for row in found]
        for row in layout.grid(table, NL).rows:
            assert (row.label, *(_shown(figure) for figure in row.figures)) in rows


def test_the_data_sheet_says_the_same_as_the_csv_file(
    full: Release, sheets: dict[str, list[list[object]]]
) -> None:
    head, *rows = sheets["Alle gegevens"]
    expected = read_csv(reports.render(full, "csv"))
    assert len(rows) == len(expected)
    for row, line in zip(rows, expected, strict=True):
        for name, cell in zip(head, row, strict=True):
            text = (
                cell.date().isoformat() if isinstance(cell, datetime) else "" if cell is None else str(cell)
            )
            assert text == line[str(name)]


def test_figures_are_numbers_and_no_cell_is_a_formula_or_hidden(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        content = package.read("content.xml").decode()
    assert 'office:value-type="float" office:value="1296"' in content
    assert "table:formula" not in content
    assert 'table:visibility="collapse"' not in content
    assert 'table:display="false"' not in content


def test_no_true_count_is_anywhere_in_the_package(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist())
    for number in NUMBERS:
        assert f'office:value="{number}"'.encode() not in everything
        assert f">{number}<".encode() not in everything


def test_rounded_figures_carry_their_mark_in_the_format_of_the_cell(data: bytes) -> None:
    with ZipFile(BytesIO(data)) as package:
        content = package.read("content.xml").decode()
    assert "<number:text>±\u00a0</number:text>" in content
    assert 'table:style-name="casus-rounded" office:value-type="float"' in content
    assert 'table:style-name="casus-exact" office:value-type="float"' in content


def test_the_package_is_dated_at_the_release_and_starts_with_its_type(data: bytes, full: Release) -> None:
    with ZipFile(BytesIO(data)) as package:
        first = package.infolist()[0]
        assert first.filename == "mimetype"
        assert first.compress_type == ZIP_STORED
        assert {info.date_time for info in package.infolist()} == {full.at.timetuple()[:6]}
        assert package.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
    meta = Document(BytesIO(data)).meta
    assert meta.title == "Voortgangsrapportage ondermijning"
    assert meta.creation_date == full.at.replace(tzinfo=None)
