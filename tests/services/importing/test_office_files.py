# SPDX-License-Identifier: EUPL-1.2
"""What stands in the cells of Excel and LibreOffice files is read as people see it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.sheets import (
    DATE_STYLE,
    MAIN,
    OWN_DATE_STYLE,
    TIME_STYLE,
    ods_row,
    rows_xml,
    text_cell,
    write_ods,
    write_xlsx,
)

from casus.services.importing.reading import read_file
from casus.services.importing.xlsx_file import number_text


def first_row(path: Path) -> tuple[str, ...]:
    return read_file(path).lines[0].cells


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("<c><v>12</v></c>", "12"),
        ("<c><v>0.5</v></c>", "0.5"),
        ("<c><v>1E3</v></c>", "1000"),
        (f'<c s="{DATE_STYLE}"><v>45211</v></c>', "2023-10-12"),
        (f'<c s="{OWN_DATE_STYLE}"><v>45211</v></c>', "2023-10-12"),
        (f'<c s="{DATE_STYLE}"><v>45211.604166666664</v></c>', "2023-10-12 14:30"),
        (f'<c s="{TIME_STYLE}"><v>0.6041666666666666</v></c>', "14:30"),
        (f'<c s="{DATE_STYLE}"><v>99999999999</v></c>', "99999999999"),
        ('<c t="b"><v>1</v></c>', "ja"),
        ('<c t="b"><v>0</v></c>', "nee"),
        ('<c t="e"><v>#REF!</v></c>', "#REF!"),
        ('<c t="str"><v>An</v></c>', "An"),
        ('<c t="s"><v>0</v></c>', "gewoon"),
        ('<c t="s"><v>1</v></c>', "half vet"),
        ('<c t="inlineStr"><is><t>in</t><rPh><t>uit</t></rPh></is></c>', "in"),
    ],
)
def test_a_cell_of_excel_is_read_as_people_see_it(cell: str, value: str, tmp_path: Path) -> None:
    strings = ("<si><t>gewoon</t></si>", "<si><r><t>half </t></r><r><t>vet</t></r><rPh><t>x</t></rPh></si>")
    assert first_row(write_xlsx(tmp_path / "a.xlsx", f"<row>{cell}</row>", strings=strings)) == (value,)


def test_dates_may_be_counted_from_1904(tmp_path: Path) -> None:
    book = (
        f'<workbook xmlns="{MAIN}" xmlns:r="x"><workbookPr date1904="1"/>'
        '<sheets><sheet name="A" r:id="rId1"/></sheets></workbook>'
    )
    path = write_xlsx(
        tmp_path / "a.xlsx",
        f'<row><c s="{DATE_STYLE}"><v>43749</v></c></row>',
        more={"xl/workbook.xml": book},
    )
    assert first_row(path) == ("2023-10-12",)


def test_rows_and_cells_keep_their_places(tmp_path: Path) -> None:
    path = write_xlsx(
        tmp_path / "a.xlsx", '<row r="3"><c r="B3"><v>2</v></c></row><row r="7"><c r="A7"><v>1</v></c></row>'
    )
    assert [(line.number, line.cells) for line in read_file(path).lines] == [(3, ("", "2")), (7, ("1",))]


def test_another_sheet_can_be_chosen(tmp_path: Path) -> None:
    second = f'<worksheet xmlns="{MAIN}"><sheetData>{rows_xml([[text_cell("twee")]])}</sheetData></worksheet>'
    path = write_xlsx(
        tmp_path / "a.xlsx",
        rows_xml([[text_cell("een")]]),
        names=("Een", "Twee"),
        more={"xl/worksheets/sheet2.xml": second},
    )
    assert read_file(path).sheets == ("Een", "Twee")
    assert read_file(path, sheet="Twee").lines[0].cells == ("twee",)


def ods_cell(kind: str, attributes: str = "", inside: str = "") -> str:
    return f'<table:table-cell office:value-type="{kind}" {attributes}>{inside}</table:table-cell>'


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (ods_cell("float", 'office:value="12"', "<text:p>12,00</text:p>"), "12"),
        (ods_cell("date", 'office:date-value="2023-10-12"', "<text:p>12 okt</text:p>"), "2023-10-12"),
        (ods_cell("date", 'office:date-value="2023-10-12T14:30:00"'), "2023-10-12 14:30"),
        (ods_cell("time", 'office:time-value="PT14H30M00S"', "<text:p>14:30</text:p>"), "14:30"),
        (ods_cell("boolean", 'office:boolean-value="true"', "<text:p>WAAR</text:p>"), "ja"),
        (
            ods_cell("string", "", "<text:p>een<text:s text:c='2'/>twee</text:p><text:p>drie</text:p>"),
            "een  twee\ndrie",
        ),
        (
            ods_cell(
                "string",
                "",
                "<office:annotation><text:p>geheim</text:p></office:annotation><text:p>An</text:p>",
            ),
            "An",
        ),
        (ods_cell("string", "", "<text:p>a<text:span>b</text:span>c</text:p>"), "abc"),
        (
            ods_cell("float", 'office:value="0" table:formula="of:=1/0"', "<text:p>#DEEL/0!</text:p>"),
            "#DEEL/0!",
        ),
    ],
)
def test_a_cell_of_libreoffice_is_read_as_people_see_it(cell: str, value: str, tmp_path: Path) -> None:
    tables = f'<table:table table:name="A"><table:table-row>{cell}</table:table-row></table:table>'
    assert first_row(write_ods(tmp_path / "a.ods", tables)) == (value,)


def test_repeated_cells_and_rows_of_libreoffice_keep_their_places(tmp_path: Path) -> None:
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    twice = ods_cell("string", 'table:number-columns-repeated="2"', "<text:p>x</text:p>")
    tables = (
        '<table:table table:name="A"><table:table-header-rows>'
        f"<table:table-row>{empty}{twice}<table:table-cell table:number-columns-repeated='16380'/></table:table-row>"
        "</table:table-header-rows>"
        '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
        f"{ods_row('An', times=2)}"
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row></table:table>'
        f'<table:table table:name="B">{ods_row("elders")}</table:table>'
    )
    path = write_ods(tmp_path / "a.ods", tables)
    assert [(line.number, line.cells) for line in read_file(path).lines] == [
        (1, ("", "", "x", "x")),
        (5, ("An",)),
        (6, ("An",)),
    ]
    assert read_file(path, sheet="B").lines[0].cells == ("elders",)


@given(st.integers(-(10**12), 10**12))
def test_whole_numbers_stay_as_they_are(number: int) -> None:
    assert number_text(str(number)) == str(number)
    assert number_text(f"{number}.0") == str(number)


@given(st.text(max_size=12))
def test_no_number_makes_the_reader_fall_over(text: str) -> None:
    assert isinstance(number_text(text), str)
