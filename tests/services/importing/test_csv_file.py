# SPDX-License-Identifier: EUPL-1.2
"""CSV as people have it: any encoding, separator and line end, with the line numbers of the file."""

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casus.errors import UnreadableFile
from casus.services.importing.csv_file import DELIMITERS, decode, find_delimiter, read_csv
from casus.services.importing.grid import Grid
from casus.services.importing.limits import LIMITS

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)
ROWS = st.lists(st.lists(WORDS, min_size=2, max_size=5).filter(any), min_size=1, max_size=12)


def written(rows: list[list[str]], delimiter: str, end: str = "\r\n") -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue()


def cells(data: bytes, **how: Any) -> list[tuple[str, ...]]:
    return [line.cells for line in read_csv(data, **how).lines]


def attempt(data: bytes, **how: Any) -> tuple[set[str], Grid | None]:
    """Return why the bytes were refused, or what was read."""
    try:
        return set(), read_csv(data, **how)
    except UnreadableFile as error:
        return {error.reason}, None


@given(ROWS, st.sampled_from(DELIMITERS), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
def test_what_was_written_is_read_back(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    data = written(rows, delimiter).encode(encoding)
    read = cells(data, delimiter=delimiter)
    kept = [[cell if cell.strip() else "" for cell in row] for row in rows]
    assert [list(row) for row in read] == [
        row[: max(at for at, cell in enumerate(row) if cell) + 1] for row in kept
    ]


@given(st.binary(max_size=300))
def test_no_bytes_at_all_make_the_reader_fall_over(data: bytes) -> None:
    reasons, grid = attempt(data)
    assert reasons <= {"encoding", "quote", "unknown_kind"}
    numbers = [line.number for line in grid.lines] if grid else []
    assert numbers == sorted(set(numbers))


@given(st.text(alphabet='a;,"\n\r\t|', max_size=60))
def test_every_line_keeps_its_number(text: str) -> None:
    reasons, grid = attempt(text.encode(), delimiter=";")
    assert reasons <= {"quote"}
    lines = list(io.StringIO(text, newline=""))
    for line in grid.lines if grid else ():
        first = line.cells[0].replace("\r\n", "\n").replace("\r", "\n").split("\n")[0].strip()
        assert first.replace('"', "") in lines[line.number - 1].replace('"', "")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("Zoë;é".encode(), "utf-8"),
        ("Zoë;é".encode("utf-8-sig"), "utf-8"),
        ("Zoë;é".encode("utf-16"), "utf-16"),
        ("Zoë;é".encode("utf-16-be"), "utf-16-be"),
        ("Zoë;é en nog wat".encode("utf-16-le"), "utf-16-le"),
        ("Zoë;é".encode("utf-32"), "utf-32"),
        ("Zoë;€5".encode("cp1252"), "cp1252"),
    ],
)
def test_the_encoding_is_found_out(data: bytes, encoding: str) -> None:
    text, found = decode(data)
    assert (found, text[:4]) == (encoding, "Zoë;")


def test_an_encoding_that_does_not_fit_is_told() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_csv("Zoë;€5".encode("cp1252"), encoding="utf-8")
    assert refused.value.reason == "encoding"


def test_bytes_that_windows_does_not_know_stay_visible_as_control_characters() -> None:
    assert decode(b"Zo\xeb;\x81")[0] == "Zoë;\x81"


def test_line_ends_may_be_mixed_and_a_cell_may_hold_several_lines() -> None:
    grid = read_csv(b'Naam;Verslag\r\nAn;"een\r\ntwee"\rBo;drie\n\n\nCy;vier')
    assert [(line.number, line.cells) for line in grid.lines] == [
        (1, ("Naam", "Verslag")),
        (2, ("An", "een\r\ntwee")),
        (4, ("Bo", "drie")),
        (7, ("Cy", "vier")),
    ]


def test_a_quotation_mark_that_never_closes_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_csv(b'Naam;Verslag\nAn;goed\nBo;"nooit dicht\nCy;meer\nDe;nog meer\n')
    assert (refused.value.reason, refused.value.data["first"]) == ("quote", 3)


def test_a_quotation_mark_inside_a_word_is_just_a_sign() -> None:
    assert cells(b'Naam;Maat\nAn;5" buis\n')[-1] == ("An", '5" buis')


def test_a_zero_character_stays_for_the_check_of_its_cell() -> None:
    assert cells(b"Naam;Wijk\nA\x00n;West\n")[-1] == ("A\x00n", "West")


@pytest.mark.parametrize("delimiter", DELIMITERS)
def test_the_separator_is_found_out(delimiter: str) -> None:
    lines = [
        "Naam, voluit|x" if delimiter not in ",|" else "Naam",
        "Jansen; Piet" if delimiter != ";" else "P",
    ]
    text = written(
        [["Naam", "Wijk", "Datum"], [lines[0], "West", "1-2-2023"], [lines[1], "Oost", ""]], delimiter
    )
    assert find_delimiter(text) == delimiter


def test_excels_own_line_about_the_separator_is_no_data() -> None:
    grid = read_csv(b"sep=|\r\nNaam|Wijk\r\nAn|West\r\n", delimiter="|")
    assert [line.cells for line in grid.lines] == [("Naam", "Wijk"), ("An", "West")]


@pytest.mark.parametrize(
    ("limits", "reason"),
    [({"rows": 3}, "rows"), ({"columns": 2}, "columns"), ({"text": 10}, "text")],
)
def test_what_is_too_much_is_refused(limits: dict[str, int], reason: str) -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_csv(b"a;b;c\n" * 4, limits=replace(LIMITS, **limits))
    assert refused.value.reason == reason


def test_a_million_columns_are_refused_and_a_cell_of_a_megabyte_is_cut() -> None:
    with pytest.raises(UnreadableFile) as refused:
        read_csv(b"x;" * 1_000_000)
    assert refused.value.reason == "columns"
    long = cells(b"Naam;Verslag\nAn;" + b"x" * (1 << 20))[-1][1]
    assert len(long) == LIMITS.cell + 1
