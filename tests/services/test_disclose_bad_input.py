# SPDX-License-Identifier: EUPL-1.2
"""Everything that can be wrong with tables and descriptions: told with file and line, nothing written."""

import ast
import inspect
import pkgutil
import string
import time
import tomllib
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.helpers.disclosing import CLIENTS, SPEC, everything_in, put, ran

from casus.assets import resource_path
from casus.errors import CasusError, ExportFailed, ReleaseRefused, TableFileInvalid
from casus.services import disclose as package
from casus.services.disclose.bands import ages_in
from casus.services.disclose.names import code_of, in_order, text_of
from casus.services.error_sentences import sentence
from casus.services.toml_lines import lines_of

PARTICULAR = tomllib.loads(resource_path("catalogue", "disclose.toml").read_text(encoding="utf-8"))[
    "particular"
]


def blanks_of(reason: str, language: str) -> set[str]:
    text = PARTICULAR[f"TableFileInvalid.{reason}"][language]
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def wrong(folder: Path, **changes: object) -> TableFileInvalid:
    """The error of a call on the files of a folder, after which nothing else is there."""
    before = everything_in(folder)
    with pytest.raises(TableFileInvalid) as caught:
        ran(folder, **changes)
    assert everything_in(folder) == before
    assert not (folder / "out").exists()
    for language in ("nl", "en"):
        words = sentence(caught.value, language)
        assert str(caught.value.data["place"]) in words
        assert blanks_of(caught.value.reason, language) <= caught.value.data.keys()
        assert "\n" not in words
    return caught.value


COUNTS = {
    "": "count_missing",
    "-3": "count_negative",
    "-0.5": "count_negative",
    "2.5": "count_fractional",
    "2,5": "count_fractional",
    "1.000": "count_fractional",
    "x": "count_unreadable",
    "nan": "count_unreadable",
    "1e999": "count_unreadable",
    "٣": "count_unreadable",
    "99999999999": "count_too_large",
    "9" * 5000: "count_too_large",
}


@pytest.mark.parametrize(("text", "reason"), COUNTS.items(), ids=[text[:9] or "empty" for text in COUNTS])
def test_a_count_that_is_none_is_told_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS.replace("Noord,f,3", f'Noord,f,"{text}"'))
    error = wrong(tmp_path)
    assert (error.reason, error.data["place"]) == (reason, "clients.csv:4")


ROWS = {
    "duplicate_row": ("clients.csv:8", f"{CLIENTS}West,f,23\n"),
    "wrong_width": ("clients.csv:8", f"{CLIENTS}West,x\n"),
    "unclosed_quote": ("clients.csv:8", f'{CLIENTS}"West,x,1\n'),
    "stray_quote": ("clients.csv:8", f'{CLIENTS}"West"x,x,1\n'),
    "huge_field": ("clients.csv:8", f"{CLIENTS}{'W' * 200_000},x,1\n"),
    "missing_column": ("clients.csv:1", CLIENTS.replace("sex", "gender")),
    "column_repeated": ("clients.csv:1", CLIENTS.replace("district,sex,n", "sex,sex,n,district")),
    "empty_file": ("clients.csv", ""),
    "no_rows": ("clients.csv", "district,sex,n\n,,\n\n"),
    "wrong_encoding": ("clients.csv:2", CLIENTS.replace("West", "Wést").encode("cp1252")),
    "nul": ("clients.csv:1", CLIENTS.encode("utf-16-le")),
    "total_undeclared": ("clients.csv:8", f"{CLIENTS}West,Totaal,34\n"),
}


@pytest.mark.parametrize("reason", ROWS)
def test_a_row_that_is_not_right_is_told_with_its_line(tmp_path: Path, reason: str) -> None:
    place, content = ROWS[reason]
    put(tmp_path, spec=SPEC, clients=content)
    error = wrong(tmp_path)
    assert (error.reason, error.data["place"]) == (reason, place)


def test_a_margin_that_does_not_add_up_is_told_with_both_numbers(tmp_path: Path) -> None:
    put(
        tmp_path,
        spec=SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ntotal = "T"'),
        clients=f"{CLIENTS}West,T,35\n",
    )
    error = wrong(tmp_path)
    assert error.reason == "margin_differs"
    assert error.data["place"] == "clients.csv:8"
    assert (error.data["shown"], error.data["added"]) == (35, 34)


def test_a_class_that_is_not_listed_is_told_with_its_line(tmp_path: Path) -> None:
    put(
        tmp_path,
        spec=SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncategories = ["f"]'),
        clients=CLIENTS,
    )
    error = wrong(tmp_path)
    assert (error.reason, error.data["place"], error.data["code"]) == (
        "unknown_category",
        "clients.csv:3",
        "m",
    )


def test_a_class_under_two_parents_is_told_with_both_rows(tmp_path: Path) -> None:
    spec = 'snapshot = "x"\n[dimensions.r]\nparent_columns = ["p"]\n[tables.clients]\ncount = "n"\ndimensions = ["r"]\nsum_over = ["y"]\n'
    put(tmp_path, spec=spec, clients="r,p,y,n\na,one,1,3\nb,one,1,4\na,two,2,4\n")
    error = wrong(tmp_path)
    assert (error.reason, error.data["place"], error.data["first"]) == ("two_parents", "clients.csv:4", 2)


def test_a_missing_cell_is_told_when_asked_for(tmp_path: Path) -> None:
    put(tmp_path, spec=f'{SPEC}missing = "error"\n', clients=CLIENTS.replace("Zuid,m,2\n", ""))
    assert wrong(tmp_path).data["cell"] == "Zuid, m"


PERSONS = "id,district,sex\n" + "".join(f"p{n},{'West' if n % 2 else 'Zuid'},f\n" for n in range(40))


@pytest.mark.parametrize(
    ("more", "reason"),
    [("p3,West,f\n", "person_twice"), (",West,f\n", "person_unnamed"), ("p99,T,f\n", "total_among_rows")],
)
def test_a_row_that_is_no_person_is_told(tmp_path: Path, more: str, reason: str) -> None:
    spec = SPEC.replace('count = "n"', 'person = "id"').replace(
        "[dimensions.district]", '[dimensions.district]\ntotal = "T"'
    )
    put(tmp_path, spec=spec, clients=PERSONS + more)
    error = wrong(tmp_path)
    assert (error.reason, error.data["place"]) == (reason, "clients.csv:42")


SPECS = {
    "not TOML": (SPEC.replace("[dimensions.sex]", "[dimensions.sex"), "spec_syntax", 4),
    "typo": (SPEC.replace("count =", "cuont ="), "unknown_key", 6),
    "typo at the top": (SPEC.replace("snapshot", "snapshoot"), "no_snapshot", 5),
    "typo in a dimension": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\nlable = "x"'), "unknown_key", 5),
    "no tables": ('snapshot = "x"\n', "no_tables", None),
    "unknown dimension": (SPEC.replace('"sex"]', '"gender"]'), "unknown_dimension", 7),
    "dimension twice": (SPEC.replace('"sex"]', '"district"]'), "dimension_twice", 7),
    "count is a list": (SPEC.replace('"n"', '["n"]'), "not_a_text", 6),
    "dimension is a text": (SPEC.replace("[dimensions.sex]", 'dimensions.sex = "x"'), "unknown_key", 4),
    "bad population": (f'population = "a;b"\n{SPEC}', "bad_population", 6),
    "period": (f'period = "last year"\n{SPEC}', "not_a_period", 1),
    "date": (f'reference_date = "31-12-2024"\n{SPEC}', "not_a_date", 1),
    "preset": (f'preset = "loose"\n{SPEC}', "not_a_choice", 1),
    "version": (f"version = 2\n{SPEC}", "number_out_of_range", 1),
    "tree in a circle": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ntree = { a = ["b"], b = ["a"] }'), "circle", 5),
    "leaf in two parts": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ntree = { a = ["f"], b = ["f"] }'), "two_keys", 5),
    "empty part": (SPEC.replace("[dimensions.sex]", "[dimensions.sex]\ntree = { a = [] }"), "empty_group", 5),
    "empty group": (SPEC.replace("[dimensions.sex]", "[dimensions.sex]\ngroups = { a = [] }"), "empty_group", 5),
    "group of groups": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ngroups = { a = ["f"], b = ["a"] }'), "group_of_groups", 5),
    "group and part of one name": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ngroups = { a = ["f"] }\ntree = { a = ["m"] }'), "name_twice", 5),
    "tree twice": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ntree = { a = ["f"] }\nparent_columns = ["district"]'), "tree_twice", 5),
    "bands and covers": (SPEC.replace("[dimensions.sex]", "[dimensions.sex]\nbands = true\ncovers = { f = [1] }"), "covers_twice", 6),
    "range reversed": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncovers = { f = "9..3" }'), "range_reversed", 5),
    "covers of an unknown class": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncovers = { x = "3..9" }'), "unknown_member", 5),
    "member not listed": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncategories = ["f", "m"]\ngroups = { a = ["x"] }'), "unknown_member", 4),
    "category twice": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncategories = ["f", "m", "f"]'), "category_twice", 5),
    "column twice": (SPEC.replace("[dimensions.sex]", '[dimensions.sex]\nparent_columns = ["sex"]'), "column_twice", 4),
    "unit without persons": (f'{SPEC}unit = "visits"\n', "persons_missing", 8),
    "persons of rows": (SPEC.replace('count = "n"', 'persons = "n"'), "persons_of_rows", 6),
    "person of counts": (f'{SPEC}person = "id"\n', "person_of_counts", 8),
    "caseload of counts": (f'{SPEC}caseload = "worker"\n', "caseload_kind", 8),
    "delimiter": (f'{SPEC}delimiter = ";;"\n', "bad_delimiter", None),
    "encoding": (f'{SPEC}encoding = "klingon"\n', "unknown_encoding", None),
    "no text encoding": (f'{SPEC}encoding = "hex"\n', "unknown_encoding", None),
    "zero of an unknown dimension": (f'{SPEC}structural_zeros = [{{ age = "1" }}]\n', "unknown_dimension", 8),
    "zero of an unknown class": (f'{SPEC}structural_zeros = [{{ sex = "x" }}]\n', "unknown_member", 8),
    "zero that was counted": (f'{SPEC}structural_zeros = [{{ sex = "f" }}]\n', "structural_zero_counted", None),
    "label": (SPEC.replace("[dimensions.sex]", "[dimensions.sex]\nlabel = { fr = 'sexe' }"), "not_a_label", 5),
    "highest": (SPEC.replace("[dimensions.sex]", "[dimensions.sex]\nhighest = 0"), "number_out_of_range", 5),
    "file": (SPEC.replace('count = "n"', 'count = "n"\nfile = "other.csv"') + '[tables.b]\ncount = "n"\n', "no_file_of_table", 7),
    "publication without count": (f"{SPEC}[elsewhere.book]\nsnapshot = '1'\n", "no_count", 8),
    "publication not given": (f"{SPEC}[elsewhere.book]\nsnapshot = '1'\ncount = 'n'\n", "elsewhere_missing", 8),
    "latin": (SPEC.replace("district", "wijk é").encode("latin-1"), "spec_encoding", 3),
}  # fmt: skip


@pytest.mark.parametrize("name", SPECS)
def test_a_description_that_is_not_right_is_told_with_its_line(tmp_path: Path, name: str) -> None:
    content, reason, line = SPECS[name]
    put(tmp_path, spec=content, clients=CLIENTS)
    error = wrong(tmp_path)
    assert error.reason == reason
    if line is not None:
        assert error.data["place"] == f"spec.toml:{line}"


def test_a_level_that_loosens_the_description_is_refused(tmp_path: Path) -> None:
    put(tmp_path, spec=f'preset = "strict"\n{SPEC}', clients=CLIENTS)
    for asked in ("standard", "exact"):
        error = wrong(tmp_path, preset=asked)
        assert (error.reason, error.data["place"]) == ("preset_fixed", "spec.toml:1")


def test_files_and_tables_have_to_match(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS, other=CLIENTS)
    assert (
        wrong(tmp_path, tables=(tmp_path / "clients.csv", tmp_path / "other.csv")).reason
        == "no_table_of_file"
    )
    assert wrong(tmp_path, tables=(tmp_path / "nowhere.csv",)).reason == "missing_file"
    assert wrong(tmp_path, tables=(tmp_path,)).reason == "unreadable_file"
    assert wrong(tmp_path, spec=tmp_path / "no.toml").reason == "missing_file"


def test_a_million_cells_are_refused_at_once(tmp_path: Path) -> None:
    began = time.monotonic()
    rows = "".join(f"{a},{b},1\n" for a in range(1000) for b in range(1000))
    put(tmp_path, spec=SPEC, clients=f"district,sex,n\n{rows}")
    assert wrong(tmp_path).reason == "too_many_cells"
    diagonal = "".join(f"{a},{a},1\n" for a in range(1000))
    put(tmp_path, spec=SPEC, clients=f"district,sex,n\n{diagonal}")
    assert wrong(tmp_path).reason == "too_many_cells"
    assert time.monotonic() - began < 20


def test_a_description_that_nests_too_deeply_is_told(tmp_path: Path) -> None:
    put(tmp_path, spec=f"x = {'[' * 5000}{']' * 5000}", clients=CLIENTS)
    assert wrong(tmp_path).reason == "spec_syntax"


def test_a_deep_tree_is_no_problem(tmp_path: Path) -> None:
    tree = "\n".join(f'k{n} = ["k{n + 1}"]' for n in range(1100)).replace('"k1100"', '"f"')
    put(tmp_path, spec=f"{SPEC}[dimensions.sex.tree]\n{tree}\n", clients=CLIENTS)
    before = everything_in(tmp_path)
    try:
        ran(tmp_path)
    except CasusError:
        assert everything_in(tmp_path) == before


def test_signs_that_steer_a_terminal_do_not_reach_it(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC.replace("[dimensions.sex]", '[dimensions.sex]\ncategories = ["f"]'),
        clients=f"district,sex,n\nWest,f,10\nWest,\x1b[31mred{'x' * 500},3\n")  # fmt: skip
    words = sentence(wrong(tmp_path), "en")
    assert "\x1b" not in words
    assert len(words) < 300


def test_an_existing_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    ran(tmp_path)
    before = everything_in(tmp_path)
    with pytest.raises(ExportFailed) as caught:
        ran(tmp_path)
    assert caught.value.data["reason"] == "exists"
    assert everything_in(tmp_path) == before
    ran(tmp_path, overwrite=True)
    assert not [name for name in everything_in(tmp_path) if ".part" in name]


def test_what_was_read_is_never_written_over(tmp_path: Path) -> None:
    put(tmp_path, spec=SPEC, clients=CLIENTS)
    before = everything_in(tmp_path)
    with pytest.raises(TableFileInvalid) as caught:
        ran(tmp_path, out=tmp_path, overwrite=True)
    assert (caught.value.reason, caught.value.data["place"]) == ("over_input", "clients.csv")
    assert everything_in(tmp_path) == before


def literal_reasons() -> set[str]:
    """Every code that any module of the package gives a TableFileInvalid."""
    found: set[str] = set()
    for module in pkgutil.iter_modules(package.__path__):
        tree = ast.parse(inspect.getsource(import_module(f"{package.__name__}.{module.name}")))
        for call in ast.walk(tree):
            name = getattr(
                getattr(call, "func", None), "attr", getattr(getattr(call, "func", None), "id", "")
            )
            if isinstance(call, ast.Call) and name in ("fault", "wrong", "_wrong") and call.args:
                first = call.args[0]
                if isinstance(first, ast.Constant):
                    found.add(str(first.value))
    return found


def test_every_mistake_has_a_sentence_in_both_languages() -> None:
    missing = {reason for reason in literal_reasons() if f"TableFileInvalid.{reason}" not in PARTICULAR}
    assert missing == set()
    for name, texts in PARTICULAR.items():
        blanks = [
            {field for _, field, _, _ in string.Formatter().parse(texts[lang]) if field}
            for lang in ("nl", "en")
        ]
        assert blanks[0] == blanks[1], name


TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=20)


@given(TEXTS)
def test_a_code_gives_its_text_back_and_holds_no_sign_of_predicates(text: str) -> None:
    code = code_of(text)
    assert text_of(code) == text
    assert code != "total"
    assert not {";", "=", "\n", "\r", "\t"} & set(code)


@given(st.lists(TEXTS, unique=True))
def test_codes_of_different_texts_differ_and_their_order_is_that_of_the_texts_alone(texts: list[str]) -> None:
    assert len({code_of(text) for text in texts}) == len(texts)
    assert in_order(texts) == in_order(reversed(texts))


def test_numbers_in_names_are_put_in_order_of_size() -> None:
    assert in_order(["10", "9", "a10", "a9", "100"]) == ["9", "10", "100", "a9", "a10"]


@given(
    st.integers(0, 90), st.integers(0, 29), st.sampled_from(["{}-{}", "{} t/m {}", "{}–{} jaar", "{} to {}"])
)
def test_bands_are_read_as_people_write_them(first: int, more: int, form: str) -> None:
    assert ages_in(form.format(first, first + more), 120) == (first, first + more)


@pytest.mark.parametrize(
    ("text", "ages"),
    [("65+", (65, 120)), ("65 jaar en ouder", (65, 120)), ("<12", (0, 11)), ("onder de 12", (0, 11)),
     ("15 tot 20 jaar", (15, 19)), ("7", (7, 7)), ("≥ 80", (80, 120)), ("unknown", None), ("20-10", None), ("", None)],
)  # fmt: skip
def test_open_bands_and_what_is_no_band(text: str, ages: tuple[int, int] | None) -> None:
    assert ages_in(text, 120) == ages


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=300))
def test_no_file_however_strange_ends_in_anything_but_a_sentence(tmp_path: Path, content: bytes) -> None:
    put(tmp_path, spec=SPEC, clients=content)
    with pytest.raises((TableFileInvalid, ReleaseRefused)) as caught:
        ran(tmp_path)
    assert sentence(caught.value, "en").endswith(".")


KEYS = st.sampled_from(
    ["count", "dimensions", "tree", "groups", "covers", "snapshot", "tables", "where", "file", "x"]
)
VALUES = st.recursive(
    st.one_of(
        st.just('"f"'), st.just("3"), st.just("true"), st.just("2024-01-01"), st.just("1.5"), st.just("[]")
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda many: f"[{', '.join(many)}]"),
        st.dictionaries(KEYS, inner, max_size=3).map(
            lambda pairs: "{" + ", ".join(f"{key} = {value}" for key, value in pairs.items()) + "}"
        ),
    ),
    max_leaves=6,
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    where=st.sampled_from(["", "[dimensions.sex]\n", "[tables.clients]\n", "[elsewhere.e]\n"]),
    pairs=st.dictionaries(KEYS, VALUES, max_size=3),
)
def test_no_description_however_strange_ends_in_anything_but_a_sentence(
    tmp_path: Path, where: str, pairs: dict[str, str]
) -> None:
    text = where + "".join(f"{key} = {value}\n" for key, value in pairs.items())
    put(tmp_path, spec=f"{text}\n{SPEC}" if not where else SPEC.replace(where, text), clients=CLIENTS)
    try:
        ran(tmp_path, overwrite=True)
    except CasusError as error:
        assert sentence(error, "nl").endswith(".")  # noqa: PT017


def test_lines_of_keys_are_found() -> None:
    text = '# x\na = 1\n[b."c.d"]\n  "e f" = 2\ng.h = 3\n[[i]]\nj = """\n"""\n'
    assert lines_of(text) == {
        ("a",): 2,
        ("b",): 3,
        ("b", "c.d"): 3,
        ("b", "c.d", "e f"): 4,
        ("b", "c.d", "g"): 5,
        ("b", "c.d", "g", "h"): 5,
        ("i",): 6,
        ("i", "j"): 7,
    }
