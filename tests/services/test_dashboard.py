# SPDX-License-Identifier: EUPL-1.2
"""The dashboard says what the report would count; targets, series, two releases beside each other, periods, context."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.helpers.vaults import shared_desks
from tests.services.test_indicators import as_input

from casus.domain.periods import Period
from casus.errors import InvalidForm, NotAllowed, NotFound, ReportInvalid
from casus.services import context_figures, indicators, periods, registers, release_comparing, reporting, undo
from casus.services.composing import released
from casus.services.context_figures import ContextFigureInput
from casus.services.dashboard import dashboard, judged, moments, open_figure, series
from casus.services.desk import Desk
from casus.services.indicators import TargetInput
from casus.services.periods import PeriodInput
from casus.services.register_inputs import InspectionInput
from casus.services.withdrawing import withdraw_release
from casus.vault.tables import IndicatorTarget

DAY = PERIOD.last
ATM = ContextFigureInput(
    "Betrokkenen bij plofkraken", 400, "personen", "Politie", date(2023, 3, 1), url="https://www.politie.nl"
)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A coordinator's desk: 23 young people in West, 17 in Overvecht, inspections in two periods."""
    with shared_desks(tmp_path_factory.mktemp("dashboard"), "coordinator") as (made,):
        homes = [(f"p{n}", "west" if n < 23 else "overvecht") for n in range(40)]
        rows = [row for name, home in homes for row in (person_row(name, district=home), case_row(name))]
        reporting.receive(made, a_contribution(*rows))
        for day, amount in ((date(2022, 3, 1), 12), (date(2023, 5, 1), 30)):
            registers.add_inspection(made, InspectionInput(day, "buit", "west", amount=amount))
        registers.add_inspection(made, InspectionInput(date(2023, 6, 1), "traffic", amount=4))
        yield made


def lines(desk: Desk) -> dict[str, object]:
    return {one.code: one for _pillar, found in dashboard(desk, PERIOD, DAY).pillars for one in found}


def test_every_number_is_what_the_report_counts_and_opens_what_it_is_made_of(desk: Desk) -> None:
    true = {one.table: one.true for one in reporting.preview(desk, PERIOD) if not one.cell}
    found = lines(desk)
    assert {code: one.now for code, one in found.items()} == true  # type: ignore[attr-defined]
    assert found["buit_inspections"].before == 12  # type: ignore[attr-defined]
    assert found["young_people"].before is None  # type: ignore[attr-defined]
    for code, number in true.items():
        opened = open_figure(desk, code, PERIOD, DAY)
        assert all(sum(part.number for part in parts) == number for _words, parts in opened.parts), code
        assert bool(opened.register) is not bool(opened.rows)
    buit = open_figure(desk, "buit_inspections", PERIOD, DAY)
    assert (buit.register, buit.chips) == ("inspections", ("kind:buit",))
    assert ("pga_expert", "case", 40) in open_figure(desk, "young_people", PERIOD, DAY).rows
    assert [one.role for one in dashboard(desk, PERIOD, DAY).coverage] == ["pga_expert"]


def test_a_target_is_judged_by_what_it_should_have_come_to(desk: Desk) -> None:
    indicators.set_target(desk, "young_people", PERIOD, TargetInput(41))
    indicators.set_target(desk, "buit_inspections", PERIOD, TargetInput(30))
    indicators.set_target(desk, "traffic_checks", PERIOD, TargetInput(3, "at_most"))
    words = {code: one.target.word for code, one in lines(desk).items()}  # type: ignore[attr-defined]
    assert [words[code] for code in ("young_people", "buit_inspections", "traffic_checks", "schools")] == [
        "behind", "on_course", "behind", "no_target",
    ]  # fmt: skip
    indicators.set_target(desk, "traffic_checks", PERIOD, TargetInput(None))
    assert lines(desk)["traffic_checks"].target.word == "no_target"  # type: ignore[attr-defined]
    with pytest.raises(InvalidForm):
        indicators.set_target(desk, "schools", PERIOD, TargetInput(-1))
    with pytest.raises(NotFound):
        indicators.set_target(desk, "nothing", PERIOD, TargetInput(1))


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 400), st.data())
def test_more_never_hurts_a_target_to_reach_and_never_helps_one_to_stay_under(
    number: int, value: int, whole: int, data: st.DataObject
) -> None:
    done = data.draw(st.integers(1, whole))
    for aim, better in (("at_least", 1), ("at_most", -1)):
        target = IndicatorTarget(code="x", period="2023", value=value, aim=aim)
        word = judged(target, number, (done, whole)).word
        if word == "on_course" and number + better >= 0:
            assert judged(target, number + better, (done, whole)).word == "on_course"
    full = IndicatorTarget(code="x", period="2023", value=value, aim="at_least")
    assert (judged(full, number, (whole, whole)).word == "on_course") == (number >= value)


def test_releases_are_compared_withdrawn_and_stay_in_the_book(desk: Desk) -> None:
    first = reporting.release(desk, reporting.protect(desk, PERIOD)).value
    registers.add_inspection(desk, InspectionInput(date(2023, 7, 1), "traffic", amount=6))
    now = as_input(desk, "traffic_checks", definition_nl="Alle integrale controles.")
    indicators.change_indicator(desk, "traffic_checks", 1, now)
    held = reporting.protect(desk, PERIOD)
    second = reporting.release(desk, held).value
    found = release_comparing.compare_releases(desk, second.id, first.id)
    assert (found.first.number, found.second.number) == (first.number, second.number)
    figures = {(one.indicator, one.by, one.labels): one for one in found.figures}
    assert len(figures) == len(found.figures)
    traffic = figures["traffic_checks", (), ()]
    assert (traffic.first.value, traffic.second.value, traffic.difference) == (4, 10, 6)
    assert traffic.redefined
    assert not traffic.rounded
    assert not figures["buit_inspections", (), ()].redefined
    assert figures["buit_inspections", ("Wijk",), ("West",)].difference == 0
    assert figures["young_people", (), ()].rounded
    points = series(desk, "traffic_checks", PERIOD)
    assert [(one.counted, one.released, one.version) for one in points] == [(10, 10, 2)]

    with pytest.raises(InvalidForm):
        withdraw_release(desk, second.id, " ")
    withdraw_release(desk, second.id, "Een fout in het register.")
    with pytest.raises(NotAllowed):
        withdraw_release(desk, second.id, "Nog eens.")
    assert undo.recent(desk)[0].never
    assert [(one.released, one.version) for one in series(desk, "traffic_checks", PERIOD)] == [(4, 1)]
    assert reporting.protect(desk, PERIOD).release.number == second.number + 1
    assert second.number not in {one.number for one in released.to_choose(desk)}
    with desk.reading() as session, pytest.raises(ReportInvalid):
        released.open_release(session, desk, second.id)
    assert "INGETROKKEN" in reporting.render(desk, held, "csvw").decode()
    assert "ingetrokken" in reporting.file_name(held, "pdf", desk=desk)


def test_periods_go_from_concept_to_sent(desk: Desk) -> None:
    made = periods.add_period(desk, PeriodInput("2022-10..2023-10", title="Brief aan de raad")).value
    other = periods.add_period(desk, PeriodInput("2023", date(2023, 6, 30))).value
    assert [str(one) for one, _day in moments(desk)] == ["2023", "2022-10..2023-10"]
    for wrong in (PeriodInput("2023"), PeriodInput("soon"), PeriodInput("2024", date(2023, 1, 1))):
        with pytest.raises(InvalidForm):
            periods.add_period(desk, wrong)
    changed = periods.update_period(desk, other.id, other.version, PeriodInput("2021"))
    assert periods.period_of(changed.value) == Period.of_year(2021)
    adopted = periods.move_period(desk, made.id, made.version, "adopted").value
    with pytest.raises(NotAllowed):
        periods.update_period(desk, made.id, adopted.version, PeriodInput("2020"))
    with pytest.raises(NotAllowed):
        periods.move_period(desk, other.id, changed.value.version, "sent")
    if not reporting.releases(desk):
        reporting.release(desk, reporting.protect(desk, PERIOD))
    sent = periods.move_period(desk, made.id, adopted.version, "sent").value
    with pytest.raises(NotAllowed):
        periods.move_period(desk, made.id, sent.version, "draft")
    periods.remove_period(desk, other.id, changed.value.version)
    with pytest.raises(NotAllowed):
        periods.remove_period(desk, made.id, sent.version)


def test_a_figure_from_elsewhere_is_kept_with_its_source(desk: Desk) -> None:
    made = context_figures.add_context_figure(desk, replace(ATM, high=500)).value
    assert [one.id for one in context_figures.context_figures(desk, PERIOD)] == [made.id]
    assert context_figures.context_figures(desk, Period.of_year(2022)) == ()
    for field, wrong in (
        ("what", {"what": ""}), ("low", {"low": None}), ("high", {"high": 400}), ("unit", {"unit": " "}),
        ("source", {"source": ""}), ("on", {"on": date(2024, 1, 1)}), ("url", {"url": "javascript:alert(1)"}),
        ("pillar", {"pillar": "x"}),
    ):  # fmt: skip
        with pytest.raises(InvalidForm) as refused:
            context_figures.add_context_figure(desk, replace(ATM, **wrong))  # type: ignore[arg-type]
        assert [error.field for error in refused.value.errors] == [field]
    changed = context_figures.update_context_figure(desk, made.id, made.version, ATM).value
    assert (changed.low, changed.high) == (400, None)
    context_figures.remove_context_figure(desk, made.id, changed.version)
    assert context_figures.context_figures(desk) == ()
