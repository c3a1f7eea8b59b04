# SPDX-License-Identifier: EUPL-1.2
"""A genuine release with every kind of table, and readers of the files made from it."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from unittest.mock import patch

import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from tests.helpers.releases import DISTRICT, PHASE, a_dimension, a_headline, a_release, a_table, both

from casus.disclosure import CountTable, Protection, Release

TARGET = a_dimension(
    "target", {"professions": None, "notaries": "professions", "owners": "professions", "shops": None}
)
NUMBERS = (1003, 407, 1213, 614, 1502, 806, 1219, 909, 1801, 508, 2012, 1104)
"""True counts behind the rounded tables: none is a multiple of 5, none may be seen in any file."""


def a_full_release() -> Release:
    """Rounded, exact, hierarchical, impossible and headline figures in all chapters.

    The measured seconds are part of a release's digest; here they are always zero.
    """
    with patch("time.perf_counter", return_value=0.0):
        return a_release(*full_tables())


def full_tables() -> tuple[CountTable, ...]:
    """The count tables of `a_full_release`."""
    cells = [(d, p) for d in DISTRICT.leaves() for p in PHASE.leaves()]
    impossible = ("zuid", "aftercare")
    counts = {cell: 0 if cell == impossible else n for cell, n in zip(cells, NUMBERS, strict=True)}
    by_district = {(d,): sum(n for cell, n in counts.items() if cell[0] == d) for d in DISTRICT.leaves()}
    exact = {"protection": Protection.EXACT, "unit": "sessions", "unit_label": both("sessies")}
    sessions = {"notaries": 3, "owners": 14, "shops": 27}
    return (
        a_table("by_both", counts=counts, structural_zeros=frozenset({impossible}), note=both("Let op.")),
        a_table("by_district", dimensions=(DISTRICT,), counts=by_district),
        a_headline("inspections", 1296, chapter="money_flows"),
        a_table(
            "sessions",
            dimensions=(TARGET,),
            counts={(code,): n for code, n in sessions.items()},
            chapter="money_flows",
            population="sessions",
            **exact,
        ),
        a_headline("experts", 5, chapter="organisation", reference_date=date(2023, 9, 30)),
    )


@pytest.fixture(scope="session")
def full() -> Release:
    """The release of `a_full_release`, made once: a Release cannot be changed."""
    return a_full_release()


def read_csv(data: bytes) -> list[dict[str, str]]:
    """The rows of a CSV report by column name."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def text_of(data: bytes) -> str:
    """All text of a PDF, page after page."""
    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


@dataclass(frozen=True)
class Node:
    """An element of a PDF's structure tree with the text it holds itself."""

    role: str
    text: str
    kids: tuple["Node", ...]

    def all(self, role: str) -> Iterator["Node"]:
        """Every element of a role, at any depth, in reading order."""
        if self.role == role:
            yield self
        for kid in self.kids:
            yield from kid.all(role)


def structure(data: bytes) -> Node:
    """The structure tree of a PDF, read back through its marked content."""
    reader = pypdf.PdfReader(BytesIO(data))
    marked = _marked_text(data)
    pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}

    def node(element: pypdf.generic.DictionaryObject) -> Node:
        kids, words = [], []
        for raw in element["/K"]:
            kid = raw.get_object()
            if kid["/Type"] == "/StructElem":
                kids.append(node(kid))
            elif kid["/Type"] == "/MCR":
                words.append(marked.get((pages[kid.raw_get("/Pg").idnum], kid["/MCID"]), ""))
        return Node(element["/S"][1:], "".join(words), tuple(kids))

    return node(reader.trailer["/Root"]["/StructTreeRoot"]["/K"].get_object())


def _marked_text(data: bytes) -> dict[tuple[int, int], str]:
    """The text of each marked content: (page, number) → text."""
    found: dict[tuple[int, int], str] = {}
    document = pypdfium2.PdfDocument(data)
    for number, page in enumerate(document):
        textpage = page.get_textpage()
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(item.raw)
            if mark >= 0:
                found[number, mark] = found.get((number, mark), "") + _text(item, textpage)
    return found


def _text(item: pypdfium2.PdfObject, textpage: pypdfium2.PdfTextPage) -> str:
    size = pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, None, 0)
    buffer = (pdfium.FPDF_WCHAR * size)()
    pdfium.FPDFTextObj_GetText(item.raw, textpage.raw, buffer, size)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")
