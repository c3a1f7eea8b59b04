# SPDX-License-Identifier: EUPL-1.2
"""Columns find their field by the names people give them, and a layout is remembered in the vault."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.conftest import MakeDesk

from casus.domain.codelists import codelist
from casus.domain.roles import Role
from casus.errors import InvalidInput
from casus.services import settings
from casus.services.importing import guess, mapping, match_columns, recall, remember, subjects
from casus.services.importing.csv_file import read_csv
from casus.services.importing.grid import Grid, Line
from casus.services.importing.mapping import Layout
from casus.services.importing.subjects import Field, Subject
from casus.services.importing.values import Reader, UnknownValue, code_names, suggestion

TODAY = date(2023, 11, 1)
SUBJECTS = list(subjects().values())
ALL_FIELDS = [(subject, field) for subject in SUBJECTS for field in subject.fields]
NAMES = st.lists(st.text(max_size=30) | st.sampled_from([field.nl for _, field in ALL_FIELDS]), max_size=20)


def grid_of(*lines: str) -> Grid:
    return read_csv("\n".join(lines).encode())


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.code)
@pytest.mark.parametrize("language", ["nl", "en", "key"])
def test_a_files_own_words_map_every_field(subject: Subject, language: str) -> None:
    names = [field.key if language == "key" else field.label(language) for field in subject.fields]
    assert match_columns(names, subject) == tuple(field.key for field in subject.fields)


@pytest.mark.parametrize("subject", SUBJECTS, ids=lambda subject: subject.code)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_subject_follows_from_the_columns(subject: Subject, language: str) -> None:
    names = tuple(field.label(language) for field in subject.fields)
    found = guess(Grid("csv", (Line(1, names),)), subject.roles[0])
    assert found is not None
    assert found.subject == subject


@given(NAMES, st.sampled_from(SUBJECTS))
def test_no_field_is_taken_twice_whatever_the_columns_are_called(names: list[str], subject: Subject) -> None:
    found = match_columns(names, subject)
    taken = [key for key in found if key]
    assert len(found) == len(names)
    assert len(taken) == len(set(taken))
    assert set(taken) <= {field.key for field in subject.fields}


@pytest.mark.parametrize(
    ("names", "subject", "fields"),
    [
        ("Naam;Geb.datum;Woonplaats;Tel", "persons", ("full_name", "birth_date", "city", "telephone")),
        ("First name;Last name;DOB", "persons", ("given_name", "surname", "birth_date")),
        ("Jongere;Aanpak;Startdatum;Status", "cases", ("full_name", "approach", "opened_on", "phase")),
        (
            "Naam;Datum bezoek;Soort;Bereikt;Verslag",
            "contacts",
            ("full_name", "on", "kind", "reached", "report"),
        ),
        ("Naam;Traject;Aanbieder;Start", "programmes", ("full_name", "kind", "provider_name", "started_on")),
        (
            "Naam;PI;Insluiting;Einddatum",
            "detentions",
            ("full_name", "facility", "entered_on", "expected_on"),
        ),
        ("Geboortedautm;Achternaam", "persons", ("birth_date", "surname")),
        ("=1+1;;Naam", "persons", ("", "", "full_name")),
    ],
)
def test_the_names_people_use_are_known(names: str, subject: str, fields: tuple[str, ...]) -> None:
    found = guess(grid_of(names, "x;y;z"), Role.PGA_EXPERT)
    assert found is not None
    assert (found.subject.code, found.columns) == (subject, fields)


def test_the_header_may_stand_below_a_title() -> None:
    found = guess(grid_of("Overzicht wijkteam", "", "Naam;Geboortedatum;Wijk", "An;1-2-2000;West"), Role.RIO)
    assert found is not None
    assert found.header == 3


def test_a_role_is_offered_its_own_subjects_only() -> None:
    found = guess(grid_of("Datum;Wijk;Aantal gesprekken"), Role.COORDINATOR)
    assert found is not None
    assert found.subject.code == "business_contacts"


def test_every_list_and_role_of_the_catalogue_exists() -> None:
    for subject, field in ALL_FIELDS:
        assert set(subject.roles) <= set(Role)
        if field.codes:
            assert len(codelist(field.codes))
        assert field.kind in {
            "line", "text", "day", "birth", "coming", "time", "number", "flag", "code", "codes", "names", "facility"
        }  # fmt: skip


# --- remembering ---------------------------------------------------------------------------------


def test_a_layout_is_remembered_by_its_header(make_desk: MakeDesk) -> None:
    desk = make_desk()
    grid = grid_of("Wie;Geboren;Iets", "An;1-2-2000;x")
    first = guess(grid, desk.role)
    assert first is not None
    chosen = replace(
        first, columns=("full_name", "birth_date", "note"), codes={("district", "overvegt"): "overvecht"}
    )
    assert recall(desk, grid) is None
    remember(desk, grid, chosen)
    again = recall(desk, grid_of("", "WIE;geboren;iets", "Bo;;"))
    assert again is not None
    assert (again.columns, again.codes, again.header) == (chosen.columns, chosen.codes, 2)
    assert recall(desk, grid_of("Wie;Geboren;Anders", "An;;")) is None


def test_only_the_last_layouts_are_kept_and_no_person(
    make_desk: MakeDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mapping, "_MOST_REMEMBERED", 3)
    desk = make_desk()
    for number in range(5):
        grid = grid_of(f"Naam;Kolom {number}", "An;x")
        layout = guess(grid, desk.role)
        assert layout is not None
        remember(desk, grid, replace(layout, same={"jansen|an": "new"}))
    kept = settings.get_setting(desk, "import_layouts")
    assert len(kept) == 3
    assert "jansen" not in str(kept)
    assert recall(desk, grid_of("Naam;Kolom 4", "An;x")) is not None


# --- values --------------------------------------------------------------------------------------


def reader(**how: object) -> Reader:
    layout = Layout(SUBJECTS[0], 1, ())
    return Reader(replace(layout, **how), TODAY, {"facility": {"pi nieuwegein": "id1"}})  # type: ignore[arg-type]


def a_field(kind: str, codes: str = "", key: str = "f") -> Field:
    return Field(key, "p", "F", "F", kind, codes)


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("day", "12-10-2023", date(2023, 10, 12)),
        ("day", "2023-10-12 00:00:00", date(2023, 10, 12)),
        ("day", "12 okt 2023", date(2023, 10, 12)),
        ("birth", "1-2-25", date(1925, 2, 1)),
        ("coming", "3 dec", date(2023, 12, 3)),
        ("time", "2023-10-12 14:30", "14:30"),
        ("number", "12", 12),
        ("number", "12,0", 12),
        ("number", "1.204", 1204),
        ("number", "1.000", 1000),
        ("flag", "Ja", True),
        ("flag", "nee", False),
        ("names", "Kees, Piet; Jan", ("Kees", "Piet", "Jan")),
        ("line", " An ", "An"),
        ("line", "   ", None),
        ("facility", "PI Nieuwegein", "id1"),
    ],
)
def test_a_cell_is_read_as_its_field_asks(kind: str, text: str, value: object) -> None:
    assert reader().read(a_field(kind, key="facility"), text) == value


@pytest.mark.parametrize(
    ("kind", "text", "rule"),
    [
        ("day", "31-02-2023", "date"),
        ("day", "12/31/2023", "date"),
        ("number", "veel", "whole_number"),
        ("number", "1,5", "whole_number"),
        ("flag", "misschien", "flag"),
        ("line", "#REF!", "formula_error"),
        ("text", "#WAARDE!", "formula_error"),
        ("line", "x" * 100_001, "too_long"),
    ],
)
def test_a_cell_that_cannot_be_read_says_why(kind: str, text: str, rule: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        reader().read(a_field(kind), text)
    assert refused.value.rule == rule


@pytest.mark.parametrize("text", ["Overvecht", "OVERVECHT", "overvecht", " overvecht "])
def test_a_code_is_known_by_its_labels(text: str) -> None:
    assert reader().read(a_field("code", "district"), text) == "overvecht"


def test_an_unknown_code_is_asked_about_once_and_then_known() -> None:
    field = a_field("code", "district")
    with pytest.raises(UnknownValue) as unknown:
        reader().read(field, "Overvegt")
    assert unknown.value.suggestion == "overvecht"
    decided = reader(codes={("f", "overvegt"): "overvecht", ("f", "geen idee"): ""})
    assert decided.read(field, "OVERVEGT") == "overvecht"
    assert decided.read(field, "geen idee") is None


def test_several_codes_stand_in_one_cell() -> None:
    field = a_field("codes", "inclusion_reason")
    text = "Zorgen in het gezin; Meerdere ketens betrokken"
    assert reader().read(field, text) == ("family_system", "several_chains")
    assert reader().read(field, "family_system, other") == ("family_system", "other")


@given(st.text(max_size=80))
def test_a_suggestion_is_a_code_of_the_list_or_nothing(text: str) -> None:
    assert suggestion(text, code_names("district")) in {*codelist("district").values, ""}


@given(
    st.sampled_from(["day", "birth", "coming", "time", "number", "flag", "line", "text", "names"]),
    st.text(max_size=60),
)
def test_no_text_makes_a_field_fall_over(kind: str, text: str) -> None:
    try:
        reader().read(a_field(kind), text)
    except InvalidInput as error:
        refused = error.rule
        assert refused in {"date", "required", "whole_number", "flag"}
