# SPDX-License-Identifier: EUPL-1.2
"""Files nobody should make: each is refused with its reason, quickly, and without a trace on disk."""

import os
import struct
import sys
import tempfile
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.sheets import (
    MAIN,
    ods_row,
    rows_xml,
    text_cell,
    write_csv,
    write_ods,
    write_xlsx,
    write_zip,
)

from casus.errors import Cancelled, UnreadableFile
from casus.services.importing.limits import LIMITS
from casus.services.importing.reading import read_file

BOMB = '<!DOCTYPE x [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ROW = rows_xml([[text_cell("Naam"), text_cell("Wijk")]])


def refused(path: Path, **how: object) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as found:
        read_file(path, **how)  # type: ignore[arg-type]
    return found.value


def plain(content: bytes) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return make


def huge(path: Path) -> Path:
    with path.open("wb") as file:
        file.truncate(1 << 30)
    return path


def locked(path: Path) -> Path:
    write_xlsx(path, ROW)
    data = bytearray(path.read_bytes())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = -1
        while (place := data.find(mark, place + 1)) >= 0:
            data[place + at] |= 1
    path.write_bytes(bytes(data))
    return path


def cut(path: Path) -> Path:
    write_xlsx(path, ROW)
    path.write_bytes(path.read_bytes()[:-40])
    return path


def scrambled(path: Path) -> Path:
    write_xlsx(path, ROW)
    with zipfile.ZipFile(path) as archive:
        member = archive.getinfo("xl/worksheets/sheet1.xml")
    data = bytearray(path.read_bytes())
    start = member.header_offset + 30 + len(member.filename)
    data[start : start + member.compress_size] = b"\xff" * member.compress_size
    path.write_bytes(bytes(data))
    return path


def large_directory(path: Path) -> Path:
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, 1 << 30, 0, 0)
    path.write_bytes(b"PK\x03\x04" + bytes(60) + end)
    return path


def folder(path: Path) -> Path:
    path.mkdir()
    return path


SHEET = f'<worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'
BAD: dict[str, tuple[Callable[[Path], Path], str]] = {
    "not there": (lambda path: path, "missing"),
    "a folder": (folder, "not_a_file"),
    "nothing": (plain(b""), "empty"),
    "white space": (plain(b" \r\n\t\r\n"), "empty"),
    "1 GB": (huge, "too_big"),
    "old Excel": (plain(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)), "old_excel"),
    "a PDF": (plain(b"%PDF-1.7 ..."), "unknown_kind"),
    "a picture": (plain(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8), "unknown_kind"),
    "another packed file": (lambda path: write_zip(path, {"a.txt": "x"}), "unknown_kind"),
    "cut off": (cut, "damaged"),
    "scrambled": (scrambled, "damaged"),
    "a password": (locked, "locked"),
    "ODS with a password": (
        lambda path: write_ods(path, "", more={"META-INF/manifest.xml": "<m><encryption-data/></m>"}),
        "locked",
    ),
    "a list of members of 1 GB": (large_directory, "bomb"),
    "entities in XLSX": (
        lambda path: write_xlsx(path, ROW, more={"xl/worksheets/sheet1.xml": BOMB + SHEET.format(ROW)}),
        "entities",
    ),
    "an outside entity in XLSX": (
        lambda path: write_xlsx(path, ROW, more={"xl/workbook.xml": f"{OUTSIDE}<workbook>&a;</workbook>"}),
        "entities",
    ),
    "entities in ODS": (lambda path: write_ods(path, "", prolog=BOMB), "entities"),
    "one cell far away": (
        lambda path: write_xlsx(path, ROW + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "columns",
    ),
    "a row of a million cells": (
        lambda path: write_ods(
            path,
            '<table:table table:name="A"><table:table-row><table:table-cell office:value-type="float"'
            ' office:value="1" table:number-columns-repeated="1000000"/></table:table-row></table:table>',
        ),
        "columns",
    ),
    "a million rows": (
        lambda path: write_ods(
            path, f'<table:table table:name="A">{ods_row("An", times=1_000_000)}</table:table>'
        ),
        "rows",
    ),
    "no such string": (lambda path: write_xlsx(path, '<row><c t="s"><v>7</v></c></row>'), "damaged"),
    "no sheet": (lambda path: write_xlsx(path, ROW, more={"xl/workbook.xml": "<workbook/>"}), "damaged"),
    "XML that goes too deep": (
        lambda path: write_xlsx(path, ROW, more={"xl/worksheets/sheet1.xml": "<a>" * 5000}),
        "damaged",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_reason(name: str, tmp_path: Path) -> None:
    make, reason = BAD[name]
    assert refused(make(tmp_path / "bestand.xlsx")).reason == reason


@pytest.mark.skipif(sys.platform == "win32", reason="no such thing there")
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pijp.csv")
    assert refused(tmp_path / "pijp.csv").reason == "not_a_file"


def test_a_name_no_file_can_have_is_missing() -> None:
    assert refused(Path("a\x00b.csv")).reason == "missing"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="needs rights that can be taken away"
)
def test_a_file_that_may_not_be_read_says_so(tmp_path: Path) -> None:
    path = write_csv(tmp_path / "dicht.csv", "Naam")
    path.chmod(0)
    assert refused(path).reason == "no_access"


def test_a_packed_file_that_unpacks_to_much_more_is_refused_before_it_is(tmp_path: Path) -> None:
    bomb = write_xlsx(tmp_path / "bom.xlsx", "", more={"xl/worksheets/sheet1.xml": b" " * (9 << 20)})
    assert bomb.stat().st_size < 60_000
    assert refused(bomb, limits=replace(LIMITS, unpacked=8 << 20)).reason == "bomb"


def test_a_packed_file_that_lies_about_its_size_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "leugen.xlsx", "", more={"xl/worksheets/sheet1.xml": b" " * (1 << 20)})
    data = path.read_bytes()
    assert (1 << 20).to_bytes(4, "little") in data
    path.write_bytes(data.replace((1 << 20).to_bytes(4, "little"), (99).to_bytes(4, "little")))
    assert refused(path).reason == "damaged"


def test_macros_formulas_and_links_are_told_and_left_alone(tmp_path: Path) -> None:
    row = '<row><c><f>SUM(A1)</f><v>12</v></c><c><f>WEBSERVICE("http://x")</f></c><c t="str"><f>A1</f><v>An</v></c></row>'
    path = write_xlsx(
        tmp_path / "macro.xlsm",
        row,
        more={"xl/vbaProject.bin": b"Sub Auto_Open()"},
        outside="file:///etc/passwd",
    )
    grid = read_file(path)
    assert grid.lines[0].cells == ("12", "", "An")
    assert (grid.formulas, grid.unsolved, grid.macros) == (3, 1, True)


def test_nothing_is_written_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "tijdelijk"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setattr(zipfile.ZipFile, "extract", None)
    paths = [
        write_xlsx(tmp_path / "a.xlsx", ROW),
        write_ods(tmp_path / "a.ods", f'<table:table table:name="A">{ods_row("An")}</table:table>'),
        write_csv(tmp_path / "a.csv", "Naam;Wijk"),
    ]
    before = {path: path.read_bytes() for path in paths}
    for path in paths:
        assert read_file(path).lines
    assert not list(temporary.iterdir())
    assert {path: path.read_bytes() for path in paths} == before


def test_reading_can_be_stopped(tmp_path: Path) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    paths = [
        write_xlsx(tmp_path / "a.xlsx", ROW * 2000),
        write_ods(tmp_path / "a.ods", f'<table:table table:name="A">{ods_row("An") * 2000}</table:table>'),
        write_csv(tmp_path / "a.csv", *["Naam;Wijk"] * 5000),
    ]
    for path in paths:
        with pytest.raises(Cancelled):
            read_file(path, progress=stop)


@given(
    st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=12), st.booleans()
)
def test_no_damage_makes_the_reader_fall_over(
    tmp_path_factory: pytest.TempPathFactory, damage: list[tuple[int, int]], inside: bool
) -> None:
    path = tmp_path_factory.mktemp("kapot") / "bestand.xlsx"
    sheet = bytearray(SHEET.format(ROW * 5).encode())
    if inside:
        for place, byte in damage:
            sheet[place % len(sheet)] = byte
    write_xlsx(path, "", more={"xl/worksheets/sheet1.xml": bytes(sheet)})
    data = bytearray(path.read_bytes())
    if not inside:
        for place, byte in damage:
            data[place % len(data)] = byte
    path.write_bytes(bytes(data))
    assert attempt(path) <= {
        "damaged",
        "unknown_kind",
        "locked",
        "bomb",
        "entities",
        "columns",
        "empty",
        "rows",
    }


def attempt(path: Path) -> set[str]:
    """Return why a file was refused, nothing when it was read."""
    try:
        read_file(path)
    except UnreadableFile as error:
        return {error.reason}
    return set()
