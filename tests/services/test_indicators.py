# SPDX-License-Identifier: EUPL-1.2
"""The catalogue as a coordinator changes it: versions, refusals, and protection that no edit can weaken."""

from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row

from casus.counting.catalogue import load
from casus.disclosure import FigureStatus, Protection
from casus.errors import InvalidForm, NotAllowed, NotFound, StaleRecord
from casus.services import composing, elsewhere, indicators, professionals, reporting, undo
from casus.services.checks import FormCheck
from casus.services.composing import Block, ReportDocument
from casus.services.dashboard import dashboard
from casus.services.desk import Desk
from casus.services.elsewhere import ElsewhereInput
from casus.services.indicators import IndicatorInput, TargetInput, inputs, offered_of
from casus.services.register_inputs import WorkerInput
from casus.vault.tables import Indicator, IndicatorVersion

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

WEST = IndicatorInput(
    title_nl="Jongeren in West",
    definition_nl="Jongeren in een aanpak die in West wonen.",
    source_nl="Dossiers",
    pillar="careers",
    focus="person_approach",
    measure="young_people_in_approach",
    unit="persons",
    reason="De raad vroeg ernaar.",
    filters=("district=west",),
    breakdowns=("age_group", "approach/age_group"),
)


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk with one contribution: 23 young people in West, 17 in Overvecht."""
    desk = make_desk("coordinator")
    homes = [(f"p{n}", "west" if n < 23 else "overvecht") for n in range(40)]
    rows = [row for name, home in homes for row in (person_row(name, district=home), case_row(name))]
    reporting.receive(desk, a_contribution(*rows))
    return desk


def of(desk: Desk, code: str) -> indicators.KnownIndicator:
    return next(one for one in indicators.known_indicators(desk) if one.code == code)


def as_input(desk: Desk, code: str, **changes: object) -> IndicatorInput:
    one = of(desk, code).indicator
    made = IndicatorInput(
        title_nl=one.title["nl"], title_en=one.title["en"], definition_nl=one.definition["nl"],
        definition_en=one.definition["en"], source_nl=one.source["nl"], source_en=one.source["en"],
        pillar=one.pillar, focus=one.focus, measure=one.measure, unit=one.unit, reason="Anders bekeken.",
        filters=tuple(f"{key}={code}" for key, chosen in one.where.items() for code in chosen),
        reference_day=indicators.day_text(one.reference_day),
        breakdowns=tuple("/".join(by) for by in one.breakdowns),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_an_indicator_of_ones_own_is_counted_protected_changed_hidden_and_taken_back(
    coordinator: Desk,
) -> None:
    desk = coordinator
    code = indicators.add_indicator(desk, WEST).value.code
    tables = {table.code: table for table in reporting.compose(desk, PERIOD).tables}
    assert sum(tables[code].counts.values()) == 23
    assert {tables[one].protection for one in (code, f"{code}/approach/age_group")} == {Protection.PERSONS}
    protected = reporting.protect(desk, PERIOD)
    figures = {t.code: t.figures for t in protected.release.tables}[code]
    assert all(one.status is FigureStatus.ROUNDED and one.value % 5 == 0 for one in figures.values())
    reporting.release(desk, protected)

    changed = indicators.change_indicator(
        desk, code, 1, as_input(desk, code, filters=("district=overvecht",), title_nl="Jongeren in Overvecht")
    )
    now = {table.code: table for table in reporting.compose(desk, PERIOD).tables}
    assert sum(now[code].counts.values()) == 17
    assert now[code].population != tables[code].population
    second = reporting.release(desk, reporting.protect(desk, PERIOD)).value
    with desk.reading() as session:
        kept = {(one.code, one.definition_version) for one in session.query(Indicator)}
    assert {(code, 1), (code, 2)} <= kept
    assert second.number == 2

    with pytest.raises(StaleRecord):
        indicators.change_indicator(desk, code, 1, WEST)
    indicators.change_indicator(desk, code, 2, as_input(desk, code, hidden=True))
    assert code not in {table.code for table in reporting.compose(desk, PERIOD).tables}
    versions = indicators.versions_of(desk, code)
    assert [one.number for one in versions] == [3, 2, 1]
    assert versions[0].differs == ("hidden",)
    assert set(versions[1].differs) == {"title", "where"}
    undo.undo(desk, undo.recent(desk)[0].batch_id)
    assert of(desk, code).counted
    assert changed.value.changed_on == desk.today()


def test_a_shipped_indicator_keeps_its_measure_and_a_number_above_every_version_counted_with(
    coordinator: Desk,
) -> None:
    desk = coordinator
    with pytest.raises(InvalidForm) as refused:
        indicators.change_indicator(
            desk, "top_x", 1, as_input(desk, "top_x", measure="home_visits", unit="visits", filters=())
        )
    assert "measure" in {error.field for error in refused.value.errors}
    done = indicators.change_indicator(desk, "top_x", 1, as_input(desk, "top_x", note_nl="Alleen Top X."))
    assert done.value.definition_version == 2
    assert of(desk, "top_x").indicator.note == {"nl": "Alleen Top X.", "en": "Alleen Top X."}
    with desk.changing() as session:
        session.add(Indicator(code="top_x", definition_version=7, definition={}))
    assert (
        indicators.change_indicator(desk, "top_x", 2, as_input(desk, "top_x")).value.definition_version == 8
    )
    with pytest.raises(NotFound):
        indicators.change_indicator(desk, "nothing", 1, WEST)


def test_districts_together_are_one_figure_that_the_attack_lays_beside_all_others(
    make_desk: "MakeDesk",
) -> None:
    desk = make_desk("coordinator")
    homes = ["west"] * 23 + ["overvecht"] * 15 + ["south"] * 2
    rows = [
        row
        for n, home in enumerate(homes)
        for row in (person_row(f"p{n}", district=home, age_group="age_18_20"), case_row(f"p{n}"))
    ]
    reporting.receive(desk, a_contribution(*rows))
    both = replace(WEST, title_nl="Samen", filters=("district=west", "district=overvecht"), breakdowns=())
    code = indicators.add_indicator(desk, both).value.code
    crossing = replace(
        both, title_nl="Half", filters=("district=overvecht", "district=south"), breakdowns=("age_group",)
    )
    half = indicators.add_indicator(desk, crossing).value.code
    assert {one.now for _pillar, found in dashboard(desk, PERIOD, PERIOD.last).pillars for one in found
            if one.code in (code, half)} == {38, 17}  # fmt: skip
    tables = {table.code: table for table in reporting.compose(desk, PERIOD).tables}
    assert (sum(tables[code].counts.values()), tables[code].population.partition(";")[2]) == (
        38, "district=overvecht|west",
    )  # fmt: skip
    exact = reporting.protect(desk, PERIOD, "exact")
    left = {table.code: table.figures[()].value for table in exact.release.tables if not table.dimensions}
    assert None in (left.get("young_people"), left.get(code))  # 38 of 40 would tell of the two in Zuid
    row = reporting.release(desk, exact).value
    assert code in {one.code for one in composing.indicators(exact.release, "nl")}
    report = composing.start_report(desk, "Verslag", "empty", row.id).value
    said = Block(
        "text",
        "did",
        f"Samen {{{{figure:{code}}}}}, half {{{{figure:{half}}}}}, niets {{{{figure:own_none}}}}.",
    )

    def told_of(document: ReportDocument) -> ReportDocument:
        made = composing.put_chapter(document, "Wijken", "careers")
        return composing.put_block(made, made.chapters[-1].key, said)

    composing.change_report(desk, report.id, told_of)
    problems = {
        one.about: one.code for one in composing.ready(composing.open_report(desk, report.id)).problems
    }
    assert problems.pop("own_none") == "unknown_figure"
    assert "unknown_figure" not in problems.values()  # left out perhaps, but known
    named = elsewhere.catalogue_of(desk)
    assert {code, half} <= {one.code for one in elsewhere.indicators(named, "nl")}
    told = ElsewhereInput("Buurtkrant", PERIOD.last, code, str(PERIOD), {"": 38})
    entry = elsewhere.add_elsewhere(desk, told).value.entry
    assert entry["tables"][0]["classes"]  # type: ignore[index]


def test_a_state_is_counted_on_the_day_of_its_own_version(make_desk: "MakeDesk") -> None:
    desk = make_desk("coordinator")
    for name, began in (("Anna Boer", date(2023, 3, 1)), ("Karel de Smit", date(2023, 9, 1))):
        professionals.add_worker(desk, WorkerInput(name, "pga_expert", started_on=began))
    changed = as_input(desk, "pga_experts", reference_day="1-6")
    indicators.change_indicator(desk, "pga_experts", 1, changed)
    tables = {table.code: table for table in reporting.compose(desk, PERIOD).tables}
    assert (sum(tables["pga_experts"].counts.values()), tables["pga_experts"].reference_date) == (
        1,
        date(2023, 6, 1),
    )
    assert tables["rios"].reference_date == PERIOD.last
    shown = {one.code: one.now for _p, found in dashboard(desk, PERIOD, PERIOD.last).pillars for one in found}
    assert shown["pga_experts"] == 1
    early = reporting.compose(desk, PERIOD, date(2023, 4, 30)).tables
    assert next(one for one in early if one.code == "pga_experts").reference_date == date(2023, 4, 30)
    assert indicators.versions_of(desk, "pga_experts")[0].differs == ("reference_day",)


REFUSED: tuple[tuple[str, dict[str, object]], ...] = (
    ("title_nl", {"title_nl": " "}),
    ("title_nl", {"title_nl": load().indicator("top_x").title["nl"].upper()}),
    ("definition_nl", {"definition_nl": ""}),
    ("note_nl", {"note_en": "Only English."}),
    ("pillar", {"pillar": "sport"}),
    ("focus", {"focus": ""}),
    ("measure", {"measure": "secrets"}),
    ("unit", {"unit": "firms"}),
    ("filters", {"filters": ("district=atlantis",)}),
    ("filters", {"filters": ("vog_status=granted",)}),
    ("filters", {"filters": ("district=west", "district=west")}),
    ("reference_day", {"reference_day": "1-10"}),
    ("reference_day", {"reference_day": "begin oktober"}),
    ("filters", {"filters": ()}),
    ("breakdowns", {"breakdowns": ("approach/age_group/phase",)}),
    ("breakdowns", {"breakdowns": ("district",)}),
    ("breakdowns", {"breakdowns": ("age_group", "age_group")}),
    ("reason", {"reason": ""}),
)


def test_what_contradicts_the_catalogue_is_refused_at_its_field(coordinator: Desk) -> None:
    for field, changes in REFUSED:
        with pytest.raises(InvalidForm) as refused:
            indicators.add_indicator(coordinator, replace(WEST, **changes))  # type: ignore[arg-type]
        assert field in {error.field for error in refused.value.errors}, changes
    with coordinator.reading() as session:
        assert session.query(IndicatorVersion).count() == 0


ALL = load()
CODES = [
    code for one in ALL.measures for _by, codes in offered_of(one, "nl").filters for code, _words in codes
]
CUTS = [code for measure in ALL.measures for code, _words in offered_of(measure, "nl").breakdowns]


@given(
    st.sampled_from(sorted(ALL.measures)),
    st.lists(st.sampled_from(CODES), max_size=4),
    st.lists(st.sampled_from([*CUTS, "district/age_group/phase", ""]), max_size=3),
    st.sampled_from(sorted(ALL.units)),
)
def test_no_edit_makes_protection_weaker(
    measure: str, filters: list[str], breakdowns: list[str], unit: str
) -> None:
    given_in = replace(WEST, measure=measure, unit=unit, filters=tuple(filters), breakdowns=tuple(breakdowns))
    check = FormCheck()
    made = None
    with suppress(InvalidForm):
        made = inputs.checked(check, inputs.raw_of(check, given_in, ALL, "own_x", 1), ALL, ())
        check.finish()
    if made is not None:
        spec = ALL.measures[measure]
        assert made.protection is spec.protection
        assert made.unit in spec.units
        used = {*made.where, *(code for by in made.breakdowns for code in by)}
        assert used <= set(spec.dimensions)
        assert all(len(by) <= 2 for by in made.breakdowns)


def test_a_version_that_no_longer_fits_gives_way_and_the_report_goes_on(coordinator: Desk) -> None:
    desk = coordinator
    own = indicators.add_indicator(desk, WEST).value
    indicators.change_indicator(desk, "top_x", 1, as_input(desk, "top_x", title_nl="Doorgroeiers"))
    with desk.changing() as session:
        for row in session.query(IndicatorVersion):
            row.definition = row.definition | {"where": {"district": "gone"}}
    codes = {table.code for table in reporting.compose(desk, PERIOD).tables}
    assert own.code not in codes
    assert of(desk, own.code).unfit
    assert of(desk, "top_x").unfit
    assert of(desk, "top_x").indicator == load().indicator("top_x")


def test_only_a_coordinator_changes_the_catalogue(desk: Desk) -> None:
    for act in (
        lambda: indicators.add_indicator(desk, WEST),
        lambda: indicators.change_indicator(desk, "top_x", 1, WEST),
        lambda: indicators.set_target(desk, "top_x", PERIOD, TargetInput(3)),
    ):
        with pytest.raises(NotAllowed):
            act()
