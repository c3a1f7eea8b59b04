# SPDX-License-Identifier: EUPL-1.2
"""`casus disclose`, as a statistician uses it: from CSV and a description to protected CSV."""

import csv
import json
from pathlib import Path

import pytest
from tests.helpers.disclosing import CLIENTS, SPEC, everything_in, numbers, put, ran, written

from casus.errors import ReleaseRefused

DATA = Path(__file__).parent.parent / "data" / "sdc"
FOUR_BY_FOUR = {"w": (30, 47, 64, 33), "x": (21, 10, 73, 5), "y": (15, 2, 40, 8), "z": (3, 61, 12, 29)}


def test_a_table_comes_out_rounded_and_adds_up(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    done = ran(tmp_path)
    assert [path.name for path in done.files] == ["clients.csv", "statement.json", "statement.txt"]
    found = numbers(tmp_path / "out" / "clients.csv")
    assert len(found) == 12
    for district in ("West", "Noord", "Zuid", "total"):
        assert found[district, "total"] == found[district, "f"] + found[district, "m"]
    for sex in ("f", "m"):
        assert found["total", sex] == sum(found[d, sex] for d in ("West", "Noord", "Zuid"))
    assert abs(found["West", "f"] - 23) < 5
    assert {status for _, status in written(tmp_path / "out" / "clients.csv").values()} == {"rounded"}


def test_the_statement_says_what_was_done(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    made = ran(tmp_path, ledger=tmp_path / "book.jsonl").release
    said = json.loads((tmp_path / "out" / "statement.json").read_text(encoding="utf-8"))
    assert said["release"] == 1
    assert said["preset"]["code"] == "standard"
    assert said["statement"]["cells"] == 12
    assert said["ledger"]["digest"] == made.entry.digest
    assert said["tables"][0]["figures"]["rounded"] == 12
    text = (tmp_path / "out" / "statement.txt").read_text(encoding="utf-8")
    assert "Protection level: Standard" in text
    assert "book.jsonl" in text


@pytest.mark.parametrize(("language", "words"), [("nl", "Beschermingsniveau"), ("en", "Protection level")])
def test_the_statement_speaks_the_language_asked_for(tmp_path: Path, language: str, words: str) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    ran(tmp_path, language=language)
    assert words in (tmp_path / "out" / "statement.txt").read_text(encoding="utf-8")


def test_the_order_of_rows_and_columns_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    head, *rows = CLIENTS.splitlines()
    turned = [",".join(reversed(line.split(","))) for line in (head, *reversed(rows))]
    put(tmp_path / "one", spec=SPEC, clients=CLIENTS)
    book = tmp_path / "book"
    ran(tmp_path / "one", ledger=book)
    put(tmp_path / "two", spec=SPEC, clients="\n".join(turned))
    ran(tmp_path / "two", ledger=book)
    first, second = (tmp_path / name / "out" / "clients.csv" for name in ("one", "two"))
    assert first.read_bytes() == second.read_bytes()


def test_totals_in_the_file_are_checked_and_counted_once(tmp_path: Path) -> None:
    spec = SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ntotal = "T"')
    put(tmp_path, spec=spec, clients=f"{CLIENTS}West,T,34\nNoord,T,22\n")
    ran(tmp_path)
    assert abs(numbers(tmp_path / "out" / "clients.csv")["total", "total"] - 66) < 5


def test_rows_of_persons_are_counted(tmp_path: Path) -> None:
    rows = [f"p{n},{'West' if n % 3 else 'Noord'},{'f' if n % 2 else 'm'}" for n in range(90)]
    put(
        tmp_path,
        spec=SPEC.replace('count = "n"', 'person = "id"'),
        clients="\n".join(("id,district,sex", *rows)),
    )
    ran(tmp_path)
    found = numbers(tmp_path / "out" / "clients.csv")
    assert abs(found["total", "total"] - 90) < 5
    assert abs(found["Noord", "f"] - 15) < 5


def test_units_that_are_no_persons_bring_the_persons_behind_them(tmp_path: Path) -> None:
    spec = SPEC.replace('count = "n"', 'person = "id"\nunit = "visits"')
    rows = [f"p{n % 30},{'West' if n % 3 else 'Noord'},{'f' if n % 2 else 'm'}" for n in range(120)]
    put(tmp_path, spec=spec, clients="\n".join(("id,district,sex", *rows)))
    table = ran(tmp_path).release.entry.tables[0]
    assert not table.per_person


def test_a_column_can_be_summed_over_or_picked_from(tmp_path: Path) -> None:
    head, *rows = CLIENTS.splitlines()
    both = "\n".join((f"{head},year", *(f"{row},{year}" for year in (2023, 2024) for row in rows)))
    put(tmp_path, spec=SPEC + 'sum_over = ["year"]\n', clients=both)
    ran(tmp_path)
    assert abs(numbers(tmp_path / "out" / "clients.csv")["total", "total"] - 132) < 5
    put(tmp_path, spec=SPEC + "where = { year = 2023 }\n", clients=both)
    made = ran(tmp_path, overwrite=True).release
    assert made.tables[0].population == "persons;year=2023"
    assert abs(numbers(tmp_path / "out" / "clients.csv")["total", "total"] - 66) < 5


def test_a_filter_on_a_dimension_is_that_of_its_column_in_other_tables(tmp_path: Path) -> None:
    spec = (
        SPEC
        + '\n[tables.women]\nfile = "clients.csv"\ncount = "n"\ndimensions = ["district"]\nwhere = { sex = "f" }\n'
    )
    put(tmp_path, spec=spec, clients=CLIENTS)
    made = ran(tmp_path).release
    assert made.tables[1].population == "persons;sex=f"
    whole, women = (numbers(tmp_path / "out" / f"{name}.csv") for name in ("clients", "women"))
    assert {district: n for (district,), n in women.items()} == {
        district: n for (district, sex), n in whole.items() if sex == "f"
    }


TREE = """
snapshot = "2024"
[dimensions.region]
parent_columns = ["county"]
group_columns = ["k_group"]
[dimensions.income]
column = "main_income"
[tables.d2]
file = "ssbtools_d2.csv"
count = "freq"
dimensions = ["region", "income"]
"""


def test_parent_and_group_columns_give_a_tree_and_overlapping_groups(tmp_path: Path) -> None:
    put(tmp_path, spec=TREE)
    ran(tmp_path, tables=(DATA / "ssbtools_d2.csv",))
    found = numbers(tmp_path / "out" / "d2.csv")
    with (DATA / "ssbtools_d2.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for column in ("county", "k_group"):
        for code in {row[column] for row in rows}:
            inside = {row["region"] for row in rows if row[column] == code}
            assert found[code, "total"] == sum(found[region, "total"] for region in inside)
            true = sum(int(row["freq"]) for row in rows if row[column] == code)
            assert abs(found[code, "total"] - true) < 5


def test_bands_of_two_tables_are_related_by_the_years_they_cover(tmp_path: Path) -> None:
    spec = """
snapshot = "2024"
[dimensions.fine]
attribute = "age"
bands = true
[dimensions.coarse]
attribute = "age"
bands = true
[tables.a]
count = "n"
dimensions = ["fine"]
[tables.b]
count = "n"
dimensions = ["coarse"]
"""
    put(
        tmp_path,
        spec=spec,
        a="fine,n\n12-14,31\n15-17,22\n18 t/m 20,17\n21+,40\n",
        b="coarse,n\n12-17,53\n18+,57\n",
    )
    made = ran(tmp_path, "a", "b").release
    covers = dict(made.entry.tables[0].dimensions[0].covers)
    assert covers["18 t/m 20"] == ("18", "19", "20")
    assert len(covers["21+"]) == 100
    assert [d.axis for table in made.entry.tables for d in table.dimensions] == ["age", "age"]


def test_structural_zeros_are_published_as_such(tmp_path: Path) -> None:
    spec = SPEC + 'structural_zeros = [{ district = "Haven", sex = "f" }]\n'
    spec = spec.replace(
        "[dimensions.district]", '[dimensions.district]\ncategories = ["West", "Noord", "Zuid", "Haven"]'
    )
    put(tmp_path, spec=spec, clients=CLIENTS + "Haven,m,31\n")
    ran(tmp_path)
    found = written(tmp_path / "out" / "clients.csv")
    assert found["Haven", "f"] == ("0", "structural_zero")
    assert found["Haven", "m"][1] == "rounded"


@pytest.mark.parametrize(
    ("encoding", "mark", "given"),
    [
        ("utf-8", b"", ""),
        ("utf-8", b"\xef\xbb\xbf", ""),
        ("utf-16", b"", ""),
        ("cp1252", b"", 'encoding = "cp1252"'),
    ],
)
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_files_as_they_come_from_programs(
    tmp_path: Path, encoding: str, mark: bytes, given: str, delimiter: str
) -> None:
    text = CLIENTS.replace("Zuid", "Kanaleneiland-België ë").replace(",", delimiter).replace("\n", "\r\n")
    put(tmp_path, spec=SPEC + given, clients=mark + text.encode(encoding))
    ran(tmp_path)
    assert ("Kanaleneiland-België ë", "f") in numbers(tmp_path / "out" / "clients.csv")


ODD = [
    "",
    "01",
    "1",
    "-5",
    "=1+1",
    "a;b",
    "a=b",
    "50%",
    "Total (excl.)",
    "é",
    "'quoted'",
    'say "hi"',
    "two\nlines",
    " x ",
]


def test_any_text_can_be_a_category(tmp_path: Path) -> None:
    import io

    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(["district", "sex", "n"])
    lines.writerows([text, sex, 20 + place] for place, text in enumerate(ODD) for sex in "fm")
    put(tmp_path, spec=SPEC, clients=out.getvalue())
    ran(tmp_path)
    found = {cell[0] for cell in numbers(tmp_path / "out" / "clients.csv")}
    expected = {text.strip() or "(empty)" for text in ODD}
    safe = {f"'{text}" if text.startswith(("=", "+", "-", "@")) else text for text in expected}
    assert found == {*safe, "total"}


def test_any_text_can_name_a_dimension_and_a_table(tmp_path: Path) -> None:
    spec = """
snapshot = "x"
[dimensions."status; = total"]
column = "status"
[dimensions.value]
[tables."../../évil: naam?"]
file = "clients.csv"
count = "n"
dimensions = ["status; = total", "value"]
"""
    put(tmp_path, spec=spec, clients="status,value,n\na,x,30\nb,y,40\n")
    done = ran(tmp_path)
    assert done.files[0].parent == tmp_path / "out"
    header = done.files[0].read_text(encoding="utf-8").splitlines()[0]
    assert header == "status; = total,value,published_value,published_status"


def test_labels_stand_beside_codes(tmp_path: Path) -> None:
    spec = SPEC.replace(
        "[dimensions.sex]", '[dimensions.sex]\nlabels = { f = "vrouw", m = { nl = "man", en = "man" } }'
    )
    put(tmp_path, spec=spec, clients=CLIENTS)
    ran(tmp_path)
    lines = (tmp_path / "out" / "clients.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "district,sex,sex_label,value,status"
    assert any(line.startswith("West,f,vrouw,") for line in lines)


def test_a_headline_figure_is_a_table_without_dimensions(tmp_path: Path) -> None:
    put(tmp_path, spec='snapshot = "x"\n[tables.all]\nfile = "clients.csv"\ncount = "n"\n', clients="n\n66\n")
    ran(tmp_path)
    assert abs(numbers(tmp_path / "out" / "all.csv")[()] - 66) < 5


def test_a_refusal_is_told_in_words_and_nothing_is_written(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients="district,sex,n\nWest,f,3\nNoord,m,2\n")
    before = everything_in(tmp_path)
    with pytest.raises(ReleaseRefused) as caught:
        ran(tmp_path)
    assert caught.value.reasons[0].code == "population_too_small"  # type: ignore[attr-defined]
    assert caught.value.sentences
    assert everything_in(tmp_path) == before


def test_the_four_by_four_table_of_sdctable_leaves_whole(tmp_path: Path) -> None:
    rows = [f"{v1},{v2},{n}" for v1, line in FOUR_BY_FOUR.items() for v2, n in zip("abcd", line, strict=True)]
    spec = 'snapshot = "x"\n[dimensions.v1]\n[dimensions.v2]\n[tables.four]\ncount = "freq"\ndimensions = ["v1", "v2"]\n'
    put(tmp_path, spec=spec, four="\n".join(("v1,v2,freq", *rows)))
    ran(tmp_path, "four")
    assert len(numbers(tmp_path / "out" / "four.csv")) == 25


def test_linked_tables_that_overlap_without_nesting_leave_together(tmp_path: Path) -> None:
    """sdcTools/UserSupport 136: regions by county and by group."""
    spec = """
snapshot = "x"
[dimensions.region]
parent_columns = ["county"]
group_columns = ["group"]
[tables.u]
count = "freq"
dimensions = ["region"]
"""
    rows = "A,county-1,small,2\nB,county-1,small,2\nI,county-1,small,8\nJ,county-2,small,4\nN,county-2,BIG,20\nO,county-2,BIG,5\n"
    put(tmp_path, spec=spec, u=f"region,county,group,freq\n{rows}")
    ran(tmp_path, "u")
    found = {cell[0]: n for cell, n in numbers(tmp_path / "out" / "u.csv").items()}
    assert found["county-1"] == found["A"] + found["B"] + found["I"]
    assert found["small"] == found["county-1"] + found["J"]
    assert found["BIG"] == found["N"] + found["O"]


def test_a_region_called_like_its_county_keeps_apart(tmp_path: Path) -> None:
    spec = 'snapshot = "x"\n[dimensions.region]\nparent_columns = "county"\n[tables.t]\ncount = "n"\ndimensions = ["region"]\n'
    put(tmp_path, spec=spec, t="region,county,n\nUtrecht,Utrecht,40\nZeist,Utrecht,30\nGouda,ZH,20\n")
    ran(tmp_path, "t")
    found = {cell[0]: n for cell, n in numbers(tmp_path / "out" / "t.csv").items()}
    assert found["county:Utrecht"] == found["Utrecht"] + found["Zeist"]
    assert "ZH" in found


def test_the_level_of_the_description_cannot_be_loosened(tmp_path: Path) -> None:
    put(tmp_path, spec='preset = "standard"\n' + SPEC, clients=CLIENTS)
    assert ran(tmp_path, preset="strict").release.preset.code == "strict"
