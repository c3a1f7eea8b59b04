# SPDX-License-Identifier: EUPL-1.2
"""Exact numbers with figures left out: one mark for all of them, explained, and never the number behind it."""

import csv
from io import BytesIO, StringIO

import pytest
from odfdo import Document
from tests.helpers.releases import AT, DISTRICT, EMPTY, PHASE, a_table
from tests.reports.conftest import text_of

from casus.disclosure import EXACT, FigureStatus, Release, release
from casus.reports import render, statement_rows
from casus.reports.texts import DASH, LEFT_OUT

COUNTS = (1003, 407, 3, 614, 1502, 806, 1219, 909, 1801, 508, 2, 1104)
CELLS = [(district, phase) for district in DISTRICT.leaves() for phase in PHASE.leaves()]


@pytest.fixture(scope="module")
def made() -> Release:
    """A release in which small numbers, and others for their sake, are left out."""
    return release([a_table(counts=dict(zip(CELLS, COUNTS, strict=True)))], EMPTY, EXACT, at=AT)


@pytest.fixture(scope="module")
def hidden(made: Release) -> set[tuple[str, ...]]:
    """The cells that are left out."""
    figures = made.tables[0].figures
    return {cell for cell, figure in figures.items() if figure.status is FigureStatus.SUPPRESSED}


def test_small_numbers_and_some_others_are_left_out(hidden: set[tuple[str, ...]]) -> None:
    small = {cell for cell, count in zip(CELLS, COUNTS, strict=True) if count < 5}
    assert small < hidden
    assert len(hidden) < len(CELLS)


def test_the_pdf_shows_one_mark_and_says_what_it_means(made: Release, hidden: set[tuple[str, ...]]) -> None:
    words = text_of(render(made, "pdf", language="nl"))
    assert words.count(LEFT_OUT) >= len(hidden) + 2
    assert "weggelaten, zodat niemand te herleiden is" in words
    assert "Precieze aantallen" in words
    assert "±" not in words
    truth = dict(zip(CELLS, COUNTS, strict=True))
    for cell in hidden & truth.keys():
        if truth[cell] > 100:
            assert f"{truth[cell]:,}".replace(",", ".") not in words, cell


def test_the_csv_has_no_number_where_one_is_left_out(made: Release, hidden: set[tuple[str, ...]]) -> None:
    rows = list(
        csv.DictReader(StringIO(render(made, "csv", language="en").decode("utf-8-sig")), delimiter=";")
    )
    left_out = [row for row in rows if row["status"] == "suppressed"]
    assert len(left_out) == len(hidden)
    assert {row["value"] for row in left_out} == {""}
    assert {row["status_label"] for row in left_out} == {"left out"}
    assert {row["rounded_to"] for row in rows} == {""}


def test_the_spreadsheet_shows_the_mark_as_text(made: Release, hidden: set[tuple[str, ...]]) -> None:
    document = Document(BytesIO(render(made, "ods", language="nl")))
    shown = [value for sheet in document.body.tables for row in sheet.iter_values() for value in row]
    assert shown.count(LEFT_OUT) == len(hidden)
    assert any(isinstance(value, str) and value.startswith(f"{LEFT_OUT} weggelaten") for value in shown)
    assert DASH not in shown


def test_the_statement_says_how_many_and_nothing_of_the_measured_audit(made: Release) -> None:
    from dataclasses import asdict

    told = dict(statement_rows(asdict(made.statement), "Exact numbers", "digest", "en"))
    assert told["Of which left out (×)"] == str(made.statement.suppressed)
    assert told["Share left out of the figures that are not shown as 0"].endswith("%")
    assert not any("persons" in what or "proof" in what for what in told)
