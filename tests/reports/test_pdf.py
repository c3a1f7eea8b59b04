# SPDX-License-Identifier: EUPL-1.2
"""The PDF read back: exactly the released figures, tagged, with embedded fonts and working links."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdf
import pypdfium2
import pytest
from tests.helpers.releases import a_dimension, a_headline, a_release, a_table, both
from tests.reports.conftest import NUMBERS, Node, structure, text_of

from casus import reports
from casus.disclosure import CountTable, Protection, Release, ReleasedTable
from casus.reports import layout
from casus.reports.texts import Texts

NL = Texts("nl")


@pytest.fixture(scope="module")
def pdf(full: Release) -> bytes:
    return reports.render(full, "pdf")


@pytest.fixture(scope="module")
def tree(pdf: bytes) -> Node:
    return structure(pdf)


@pytest.fixture(scope="module")
def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(pdf))


def _printed(table: ReleasedTable) -> list[list[str]]:
    grid = layout.grid(table, NL)
    head = [grid.stub, *(column.label for column in grid.columns)]
    return [head, *([row.label, *map(NL.figure, row.figures)] for row in grid.rows)]


def _pdf(*tables: CountTable) -> bytes:
    return reports.render(a_release(*tables), "pdf")


def _read(table: Node) -> list[list[str]]:
    return [[cell.text.strip().replace("\u00ad", "") for cell in row.kids] for row in table.kids]


def test_every_table_of_the_release_is_in_the_file_with_exactly_its_figures(
    full: Release, tree: Node
) -> None:
    expected = [_printed(table) for table in full.tables if table.dimensions]
    found = [_read(table) for table in tree.all("Table")]
    spaced = [[[cell.replace("\u00a0", " ") for cell in row] for row in table] for table in expected]
    read = [[[cell.replace("\u00a0", " ") for cell in row] for row in table] for table in found]
    assert read[: len(spaced)] == spaced
    assert len(read) == len(spaced) + 3  # statement, terms, sources


def test_headline_figures_stand_at_a_glance_and_at_their_indicator(tree: Node) -> None:
    paragraphs = [p.text.replace("\u00a0", " ").strip() for p in tree.all("P")]
    links = [link.text.replace("\u00a0", " ") for link in tree.all("Link")]
    for figure, title in (("1.296", "Tabel inspections"), ("5", "Tabel experts"), ("44", "Tabel sessions")):
        assert figure in paragraphs
        assert any(link.startswith(figure) and title in link for link in links)


def test_no_figure_but_the_released_ones_is_in_the_file(full: Release, pdf: bytes) -> None:
    released = {figure.value for table in full.tables for figure in table.figures.values()}
    words = " ".join(text_of(pdf).split()).replace(full.entry.digest[:16], "")
    numbers = {int(found.replace(".", "")) for found in re.findall(r"\d+(?:\.\d{3})*", words)}
    said = {*range(32), 2022, 2023, full.statement.cells}  # days, pages and the statement; years
    context = {400, 11_870_520}
    assert numbers - said - context <= released
    assert not numbers & set(NUMBERS)
    assert released <= numbers


def test_rounded_figures_are_marked_and_the_mark_is_explained(pdf: bytes, full: Release) -> None:
    words = " ".join(text_of(pdf).replace("\u00a0", " ").split())
    total = full.tables[0].figures["total", "total"].value
    assert f"± {NL.number(total)}" in words
    assert "± afgerond op een veelvoud van 5; het echte aantal kan tot 4 hoger of lager zijn." in words
    assert "± 1.296" not in words
    assert "– komt per definitie niet voor." in words


def test_a_release_without_rounded_figures_does_not_speak_of_rounding() -> None:
    words = text_of(reports.render(a_release(a_headline()), "pdf"))
    assert "±" not in words


def test_the_document_tells_its_title_author_language_and_date(reader: pypdf.PdfReader) -> None:
    root = reader.trailer["/Root"]
    assert root["/Lang"] == "nl"
    assert root["/MarkInfo"]["/Marked"].value is True
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata is not None
    assert reader.metadata.title == "Voortgangsrapportage ondermijning 2022–2023"
    assert reader.metadata.author == "Gemeente Utrecht"
    assert reader.metadata.creation_date == datetime(2023, 11, 1, 9, 30, tzinfo=UTC)
    assert reader.xmp_metadata is not None
    assert reader.xmp_metadata.dc_language == ["nl"]
    assert reader.pdf_header == "%PDF-1.7"


def test_all_fonts_are_embedded_subsets_of_noto_sans_with_a_text_map(reader: pypdf.PdfReader) -> None:
    fonts = [font.get_object() for page in reader.pages for font in page["/Resources"]["/Font"].values()]
    used = [font for font in fonts if font["/BaseFont"] != "/Helvetica"]
    assert used
    for font in used:
        assert "NotoSans" in font["/BaseFont"]
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


def test_no_page_draws_with_a_font_that_is_not_embedded(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        for item in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT]):
            font = pypdfium2.raw.FPDFTextObj_GetFont(item.raw)
            assert pypdfium2.raw.FPDFFont_GetIsEmbedded(font) == 1


def test_the_outline_and_the_contents_lead_to_the_page_of_each_heading(
    reader: pypdf.PdfReader, tree: Node
) -> None:
    places: dict[str, int] = {}

    def note(entries: list[object]) -> None:
        for entry in entries:
            if isinstance(entry, list):
                note(entry)
            else:
                places[entry["/Title"]] = reader.get_destination_page_number(entry) + 1

    note(reader.outline)
    assert list(places)[:3] == ["In één oogopslag", "Criminele carrières doorbreken", "Tabel by_both"]
    lines = [link.text.strip() for item in tree.all("TOCI") for link in item.kids]
    assert lines == [
        f"{title} {page}" if f"{title} {page}" in lines else f"{title}{page}"
        for title, page in places.items()
    ]
    for title, page in places.items():
        assert title in " ".join((reader.pages[page - 1].extract_text() or "").split())


def test_links_of_the_contents_point_to_pages_and_know_their_element(reader: pypdf.PdfReader) -> None:
    links = [a.get_object() for page in reader.pages for a in page.get("/Annots", [])]
    assert len(links) >= 12
    assert all("/StructParent" in link and link["/Contents"] for link in links)
    assert len({link["/StructParent"] for link in links}) == len(links)


def test_everything_drawn_is_either_tagged_or_an_artifact(pdf: bytes) -> None:
    for page in pypdfium2.PdfDocument(pdf):
        for item in page.get_objects():
            assert pypdfium2.raw.FPDFPageObj_CountMarks(item.raw) == 1


def test_headers_have_a_scope_and_charts_a_text_alternative(reader: pypdf.PdfReader, tree: Node) -> None:
    data = reader.stream.getvalue()
    assert data.count(b"/Scope /Column") >= 4 + 2 + 2 + 2 + 2 + 4 - 1
    assert data.count(b"/Scope /Row") >= 5 + 5 + 5
    assert [figure.role for figure in tree.all("Figure")] == ["Figure"]
    assert b"/Alt" in data


def test_a_long_table_repeats_its_header_on_every_page_without_parting_a_row() -> None:
    many = a_dimension("code", [f"c{i:03}" for i in range(150)])
    counts = {(f"c{i:03}",): i for i in range(150)}
    made = a_release(a_table("long", dimensions=(many,), counts=counts, protection=Protection.EXACT))
    pdf = reports.render(made, "pdf")
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    with_rows = [page for page in pages if re.search(r"^c\d{3}", page, re.MULTILINE)]
    assert len(with_rows) >= 3
    assert all("Aantal" in page for page in with_rows)
    table = next(structure(pdf).all("Table"))
    assert [row.kids[0].text.strip() for row in table.kids][1:-1] == [f"c{i:03}" for i in range(150)]
    last = next(page for page in with_rows if "Totaal" in page)
    assert len(re.findall(r"^c\d{3}", last, re.MULTILINE)) >= 1  # the total never stands alone


def test_a_table_that_is_too_wide_is_cut_into_parts_that_hold_all_columns() -> None:
    rows, columns = (
        a_dimension("r", [f"r{i}" for i in range(20)]),
        a_dimension("k", [f"k{i}" for i in range(19)]),
    )
    counts = {(f"r{i}", f"k{j}"): 100_000 + i * 19 + j for i in range(20) for j in range(19)}
    made = a_release(a_table("wide", dimensions=(rows, columns), counts=counts, protection=Protection.EXACT))
    tables = list(structure(reports.render(made, "pdf")).all("Table"))[:-3]
    assert len(tables) > 1
    heads = [cell for table in tables for cell in _read(table)[0][1:]]
    assert heads == [*(f"k{i}" for i in range(19)), "Totaal"]
    figures = [cell for table in tables for row in _read(table)[1:] for cell in row[1:]]
    assert sorted(figures) == sorted(NL.figure(figure) for figure in made.tables[0].figures.values())


def test_a_breakdown_on_a_later_page_says_which_indicator_it_belongs_to() -> None:
    tables = [
        a_table(
            f"t{i}", title=both("Scholen"), dimensions=(a_dimension(f"d{i}", [f"c{j}" for j in range(24)]),)
        )
        for i in range(3)
    ]
    exact = [replace(table, protection=Protection.EXACT, counts={("c1",): 4}) for table in tables]
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(_pdf(*exact))]
    assert sum("Scholen (vervolg)" in page for page in pages) >= 1
    assert not any("Scholen (vervolg)" in page for page in pages if "De bedoeling" in page)


def test_the_context_note_is_shown_only_with_a_report_of_its_own_time(pdf: bytes) -> None:
    assert "400 personen" in text_of(pdf).replace("\r\n", " ")
    later = (datetime(2025, 1, 1).date(), datetime(2025, 12, 31).date())
    made = a_release(a_table(period=later, reference_date=later[1]))
    assert "400 personen" not in text_of(reports.render(made, "pdf")).replace("\r\n", " ")


def test_the_english_report_has_no_dutch_fixed_words(full: Release) -> None:
    words = text_of(reports.render(full, "pdf", language="en"))
    assert "Breaking criminal careers" in words
    assert "How these figures are protected" in words
    for dutch in ("Inhoud", "Peildatum", "Totaal", "doorbreken", "afgerond"):
        assert dutch not in words


def test_a_very_long_definition_moves_to_the_full_width_instead_of_failing() -> None:
    made = a_release(a_headline(definition=both("Een lange zin die maar doorgaat. " * 120)))
    assert "Een lange zin" in text_of(reports.render(made, "pdf"))
