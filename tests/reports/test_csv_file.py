# SPDX-License-Identifier: EUPL-1.2
"""The CSV file: every released figure once, readable by Dutch Excel, safe to open."""

from tests.helpers.releases import a_headline, a_release
from tests.reports.conftest import NUMBERS, read_csv

from casus import reports
from casus.disclosure import Release


def test_every_released_figure_is_one_line_and_there_are_no_others(full: Release) -> None:
    lines = read_csv(reports.render(full, "csv"))
    found = {}
    for line in lines:
        codes = [line["categorie_1"], line["categorie_2"]]
        key = line["indicator"], tuple(code for code in codes if code)
        assert key not in found
        found[key] = (line["waarde"], line["status"])
    expected = {
        (table.code, cell): ("" if figure.value is None else str(figure.value), figure.status.value)
        for table in full.tables
        for cell, figure in table.figures.items()
    }
    assert found == expected


def test_no_true_count_is_in_the_file(full: Release) -> None:
    cells = {cell for line in read_csv(reports.render(full, "csv")) for cell in line.values()}
    assert not cells & {str(number) for number in NUMBERS}


def test_it_starts_with_a_bom_and_uses_semicolons_and_iso_dates(full: Release) -> None:
    data = reports.render(full, "csv")
    assert data.startswith(b"\xef\xbb\xbfhoofdstuk;indicator;")
    assert data.endswith(b"\r\n")
    line = read_csv(data)[0]
    assert (line["periode_van"], line["peildatum"], line["afgerond_op"]) == ("2022-10-01", "2023-10-31", "5")


def test_labels_are_in_the_chosen_language_and_codes_are_not(full: Release) -> None:
    dutch, english = (read_csv(reports.render(full, "csv", language=code))[0] for code in ("nl", "en"))
    assert dutch["categorie_1"] == english["category_1"] == "west"
    assert english["category_1_label"] == "west (en)"
    assert (dutch["status_naam"], english["status_label"]) == ("afgerond", "rounded")


def test_a_label_that_looks_like_a_formula_is_disarmed() -> None:
    for text in ("=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\u200b=1"):
        made = a_release(a_headline(title={"nl": text}))
        assert read_csv(reports.render(made, "csv"))[0]["titel"].startswith("'")
