# SPDX-License-Identifier: EUPL-1.2
"""Class 13: the written files, read back to the last byte: only audited figures are in them.

Percentages, means, bars, metadata, formulas and hidden rows are all caught by one property: two registers
that lead to the same figures lead to the same files.
"""

import csv
import io
import random
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import permutations, product
from unittest.mock import patch
from xml.etree import ElementTree

import pypdf
import pytest

from casus.disclosure import CountTable, FigureStatus, Ledger, Method, Preset, Release, release
from casus.errors import ReleaseRefused
from casus.reports import FORMATS, render
from tests.helpers.releases import AT, a_dimension, a_table

DISTRICT = a_dimension("district", {"all_north": None, "d0": "all_north", "d1": "all_north", "d2": None})
PHASE = a_dimension("phase", ("p0", "p1", "p2"))
PRIMES = (1009, 1013, 1019, 1021, 1031, 1033, 1039, 1049, 1051)
"""True counts that are in no file by chance: none is a multiple of 5."""
_NUMBER = re.compile(r"\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+(?!\d)|\d+")
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def a_secret_table(preset: Preset) -> CountTable:
    """A table with large secret counts, and two small ones that may or may not be below the threshold."""
    leaves = [(d, p) for d in DISTRICT.leaves() for p in PHASE.leaves()]
    counts = dict(zip(leaves, PRIMES, strict=True))
    few = preset.threshold - 1 if preset.method is Method.ROUNDING else 1
    counts |= {("d0", "p0"): few, ("d2", "p1"): 2}
    return a_table("secret", dimensions=(DISTRICT, PHASE), counts=counts)


def released(table: CountTable, preset: Preset, key: bytes = b"k" * 32) -> Release | None:
    """The release with all measured seconds at zero, nothing where it is refused."""
    with patch("time.perf_counter", return_value=0.0):
        try:
            return release([table], Ledger((), key, None), preset, at=AT)
        except ReleaseRefused:
            return None


def texts_of(fmt: str, data: bytes) -> Iterator[str]:
    """Every text in a file, metadata and names of parts included."""
    if fmt == "csv":
        yield data.decode("utf-8-sig")
    elif fmt == "ods":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                part = archive.read(name)
                if part and name.endswith((".xml", ".rdf")):
                    for element in ElementTree.fromstring(part).iter():
                        yield from (element.text or "", element.tail or "", *element.attrib.values())
    else:
        document = pypdf.PdfReader(io.BytesIO(data))
        yield from (page.extract_text() for page in document.pages)
        yield str(document.metadata)
        yield document.xmp_metadata.stream.get_data().decode() if document.xmp_metadata else ""
        yield str(document.trailer["/Root"])
        yield from (str(item.get_object()) for item in objects_of(document))


def objects_of(document: pypdf.PdfReader) -> Iterator[pypdf.generic.PdfObject]:
    """Every object of the file that is not a font: alternative texts, tags, annotations, attachments."""
    for number in range(1, len(document.xref[0]) + len(document.xref_objStm) + 1):
        found = document.get_object(number)
        if isinstance(found, pypdf.generic.DictionaryObject) and "/W" not in found and "/Widths" not in found:
            yield found


def numbers_of(fmt: str, data: bytes) -> set[int]:
    """Every whole number in a file, with or without separators between thousands."""
    found = (number for text in texts_of(fmt, data) for number in _NUMBER.findall(text))
    return {int(re.sub(r"\D", "", number)) for number in found}


def shown(made: Release) -> Mapping[tuple[str, ...], int | None]:
    (table,) = made.tables
    return {cell: figure.value for cell, figure in table.figures.items()}


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("fmt", FORMATS)
def test_no_count_that_was_not_published_is_in_a_file(fmt: str, language: str, preset: Preset) -> None:
    table = a_secret_table(preset)
    made = released(table, preset)
    assert made is not None
    published = {value for value in shown(made).values() if value is not None}
    secret = set(table.counts.values()) - published - set(range(100))
    assert secret
    found = numbers_of(fmt, render(made, fmt, language=language))
    assert len(found & published) > 3
    assert not secret & found


def test_the_csv_holds_each_figure_as_published_and_none_that_is_hidden(preset: Preset) -> None:
    made = released(a_secret_table(preset), preset)
    assert made is not None
    text = render(made, "csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    found = {(row["categorie_1"] or "total", row["categorie_2"] or "total"): row["waarde"] for row in rows}
    assert len(rows) == len(found)
    assert found == {cell: "" if value is None else str(value) for cell, value in shown(made).items()}


def test_the_spreadsheet_has_no_formula_and_hides_nothing(preset: Preset) -> None:
    made = released(a_secret_table(preset), preset)
    assert made is not None
    with zipfile.ZipFile(io.BytesIO(render(made, "ods"))) as archive:
        content = ElementTree.fromstring(archive.read("content.xml"))
        assert not [name for name in archive.namelist() if name.startswith(("Object", "Pictures", "media"))]
    published = {value for value in shown(made).values() if value is not None}
    numbers = set()
    for element in content.iter():
        assert f"{_TABLE}formula" not in element.attrib
        assert element.attrib.get(f"{_TABLE}visibility", "visible") == "visible"
        assert element.attrib.get(f"{_TABLE}display", "true") == "true"
        assert element.tag not in {f"{_OFFICE}annotation", f"{_TABLE}tracked-changes", f"{_TABLE}detective"}
        if element.attrib.get(f"{_OFFICE}value-type") in {"float", "percentage"}:
            numbers.add(float(element.attrib[f"{_OFFICE}value"]))
    assert published <= numbers
    assert not {number for number in numbers if number >= 100} - published - set(range(2020, 2030))


def test_the_pdf_carries_no_attachment_and_no_form(preset: Preset) -> None:
    made = released(a_secret_table(preset), preset)
    assert made is not None
    document = pypdf.PdfReader(io.BytesIO(render(made, "pdf")))
    assert not document.attachments
    assert not document.get_fields()
    assert "/JavaScript" not in str(document.trailer["/Root"])


def neighbours(table: CountTable, made: Release, preset: Preset) -> Iterator[Mapping[tuple[str, ...], int]]:
    """Registers like this one: a person moved or, where figures are hidden, four persons in a square."""
    counts, chance, figures = table.counts, random.Random(13), shown(made)
    if preset.method is Method.ROUNDING:
        small = ("d0", "p0")
        for _ in range(2000):
            other = chance.choice(sorted(set(counts) - {small}))
            step = chance.choice((2, 3))
            yield {**counts, small: counts[small] + step, other: max(0, counts[other] - step)}
        return
    for rows, columns in product(permutations(DISTRICT.leaves(), 2), permutations(PHASE.leaves(), 2)):
        corners = {(r, c): (-1) ** (x + y) for x, r in enumerate(rows) for y, c in enumerate(columns)}
        if all(figures[cell] is None and counts[cell] + step >= 0 for cell, step in corners.items()):
            yield {**counts, **{cell: counts[cell] + step for cell, step in corners.items()}}


def twins(preset: Preset) -> tuple[Release, Release]:
    """Two releases of different registers with the same figures."""
    table = a_secret_table(preset)
    first = released(table, preset)
    assert first is not None
    for counts in neighbours(table, first, preset):
        second = released(replace(table, counts=counts), preset)
        if second is not None and shown(second) == shown(first):
            return first, second
    raise AssertionError("no twin found")


def test_two_registers_with_the_same_figures_give_the_same_files(preset: Preset) -> None:
    first, second = twins(preset)
    same = replace_digest(second, first)
    for fmt in FORMATS:
        assert render(first, fmt) == render(same, fmt), fmt


def test_two_registers_with_the_same_figures_give_the_same_statement(preset: Preset) -> None:
    """Every number and mark of the public statement; else it would tell guesses at the register apart."""
    first, second = twins(preset)
    assert first.statement == second.statement


def replace_digest(made: Release, model: Release) -> Release:
    """The digest in the ledger seals the true counts under the key, and so differs: set it equal."""
    object.__setattr__(made, "entry", model.entry)
    return made


def test_hidden_figures_have_a_mark_of_their_own(preset: Preset) -> None:
    """Primary and secondary look the same: nobody may see which cells are the small ones."""
    made = released(a_secret_table(preset), preset)
    assert made is not None
    figures = {figure for figure in made.tables[0].figures.values() if figure.value is None}
    hidden = preset.method is Method.SUPPRESSION
    assert {figure.status for figure in figures} == ({FigureStatus.SUPPRESSED} if hidden else set())
