# SPDX-License-Identifier: EUPL-1.2
"""Spreadsheets for tests, written by hand: as Excel and LibreOffice write them, and as nobody should."""

import random
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
DATE_STYLE, TIME_STYLE, OWN_DATE_STYLE = 1, 2, 3
_STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="[$-413]d\\ mmmm\\ yyyy;@"/></numFmts>'
    '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def relations(*targets: tuple[str, str], outside: str = "") -> str:
    """Return a relationships part: rId1, rId2, ... to (kind, target)."""
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, start=1)
    )
    if outside:
        inside += f'<Relationship Id="rId99" Type="{OFFICE}/externalLink" Target="{outside}" TargetMode="External"/>'
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


def text_cell(value: str) -> str:
    """Return a cell with its text inside."""
    return f'<c t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def rows_xml(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells that are XML already, without references, as small writers leave them out."""
    return "".join(f"<row>{''.join(row)}</row>" for row in rows)


def write_xlsx(
    path: Path,
    sheet_xml: str,
    *,
    more: Mapping[str, str | bytes] | None = None,
    names: Sequence[str] = ("Blad1",),
    strings: Sequence[str] = (),
    outside: str = "",
) -> Path:
    """Write a workbook whose every sheet has these rows; `more` adds or replaces members."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{sheet_xml}</sheetData></worksheet>'
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{at}" r:id="rId{at}"/>' for at, name in enumerate(names, start=1)
    )
    kinds = [("worksheet", f"worksheets/sheet{at}.xml") for at in range(1, len(names) + 1)]
    kinds += [("sharedStrings", "sharedStrings.xml"), ("styles", "/xl/styles.xml")]
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations(("officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>{sheets}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(*kinds, outside=outside),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(strings)}</sst>',
        **{f"xl/worksheets/sheet{at}.xml": sheet for at in range(1, len(names) + 1)},
        **(more or {}),
    }
    return write_zip(path, members)


def write_ods(
    path: Path, tables: str, *, more: Mapping[str, str | bytes] | None = None, prolog: str = ""
) -> Path:
    """Write a spreadsheet with these tables, as XML."""
    spaces = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f"{prolog}<office:document-content {spaces}><office:body><office:spreadsheet>{tables}"
        "</office:spreadsheet></office:body></office:document-content>"
    )
    members = {"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content}
    return write_zip(path, {**members, **(more or {})})


def ods_row(*values: str, times: int = 1) -> str:
    """Return a row of text cells."""
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(value)}</text:p></table:table-cell>'
        for value in values
    )
    return f'<table:table-row table:number-rows-repeated="{times}">{cells}</table:table-row>'


def write_zip(path: Path, members: Mapping[str, str | bytes]) -> Path:
    """Write a packed file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def write_csv(path: Path, *lines: str, encoding: str = "utf-8", end: str = "\r\n") -> Path:
    """Write lines as they are."""
    path.write_bytes(end.join((*lines, "")).encode(encoding))
    return path


def strangers(amount: int) -> list[tuple[str, str, str]]:
    """Return names and birth dates that are no one's but their own, as far apart as real ones are."""
    dice = random.Random(4)
    signs = "bdfgklmnprstvz", "aeiou"
    found = []
    for at in range(amount):
        names = ["".join(dice.choice(signs[place % 2]) for place in range(8)).capitalize() for _ in range(2)]
        born = date(1985, 1, 1) + timedelta(days=2 * at)
        found.append((names[0], names[1], f"{born:%d-%m-%Y}"))
    return found
