# SPDX-License-Identifier: EUPL-1.2
"""A coordinator at the dashboard: opens figures, sets a target, defines an indicator, compares and withdraws releases."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.contributions import PERIOD, a_contribution, case_row, person_row
from tests.helpers.keyboard import CTRL, User

from casus.gui import forms_registry
from casus.gui.context_figures.form import ContextFigurePanel
from casus.gui.context_figures.page import ContextFiguresPage
from casus.gui.dashboard.figure_panel import FigurePanel
from casus.gui.dashboard.page import DashboardPage
from casus.gui.dashboard.target_panel import TargetPanel
from casus.gui.indicators.form import IndicatorPanel
from casus.gui.indicators.page import IndicatorsPage
from casus.gui.lists import RecordTable
from casus.gui.periods.page import PeriodsPage
from casus.gui.registers.page import RegistersPage
from casus.gui.release_book.page import BookPage
from casus.gui.release_book.withdraw import WithdrawReleasePanel
from casus.gui.release_compare.page import ComparePage
from casus.gui.widgets.chart import BarChart
from casus.services import context_figures, indicators, periods, registers, reporting
from casus.services.desk import Desk
from casus.services.periods import PeriodInput
from casus.services.registers import InspectionInput

if TYPE_CHECKING:
    from tests.conftest import MakeDesk


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator with one contribution and some inspections."""
    desk = make_desk("coordinator")
    rows = [row for n in range(23) for row in (person_row(f"p{n}"), case_row(f"p{n}"))]
    reporting.receive(desk, a_contribution(*rows))
    registers.add_inspection(desk, InspectionInput(date(2023, 5, 1), "buit", "west", amount=30))
    return desk


@pytest.fixture
def user(coordinator: Desk, sit_down: Callable[..., User]) -> User:
    """The coordinator at the dashboard."""
    return sit_down(coordinator, "dashboard")


def cells(table: RecordTable, key: str) -> list[str]:
    """Return what a row of a list says."""
    (row,) = table.model._source.fetch_rows([key])
    return [row.cell(at).text for at in range(len(row.cells))]


def texts(user: User) -> str:
    return "\n".join(one.text() for one in user.panel.findChildren(QLabel))


def rows_of(chart: BarChart) -> range:
    return range(chart.table.rowCount())


def link(user: User, words: str) -> QPushButton:
    return next(one for one in user.panel.findChildren(QPushButton) if one.text() == words)


def test_a_number_opens_what_it_counts_and_gets_a_target(user: User, coordinator: Desk) -> None:
    page = user.page
    assert isinstance(page, DashboardPage)
    assert page.period.value() == str(PERIOD)
    assert cells(page.table, "young_people")[1:3] == ["23", "–"]
    assert cells(page.table, "buit_inspections")[1:3] == ["30", "0"]
    assert_accessible(user.window)
    page.open_record("young_people")
    user.settle()
    assert isinstance(user.panel, FigurePanel)
    assert "23 personen" in texts(user)
    charts = user.panel.findChildren(BarChart)
    told = {
        (one.table.item(at, 0).text(), one.table.item(at, 1).text()) for one in charts for at in rows_of(one)
    }
    assert {("Casus · PGA-expert", "23"), ("Overvecht", "23")} <= told
    user.push(link(user, "Doel vastleggen"))
    panel = user.panel
    assert isinstance(panel, TargetPanel)
    panel.ui.valueField.spin.setValue(40)
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert cells(page.table, "young_people")[3:] == ["ten minste 40", "Achter"]
    page.open_record("buit_inspections")
    user.settle()
    user.push(link(user, "Open het register"))
    assert isinstance(user.page, RegistersPage)
    assert user.page.kind.key == "inspections"
    assert user.page.table.chips.chosen() == frozenset({"kind:buit"})


def test_an_indicator_is_defined_on_screen_and_a_contradiction_stands_at_its_field(
    user: User, coordinator: Desk
) -> None:
    page = user.open("indicatoren")
    assert isinstance(page, IndicatorsPage)
    page.open_record("top_x")
    user.settle()
    panel = user.panel
    assert isinstance(panel, IndicatorPanel)
    assert not panel.ui.measureField.isVisible()
    panel.ui.breakdownsField.set_value(("approach",))
    user.fill(panel.ui.reasonField, "De raad vroeg ernaar.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert "Hierop is al gefilterd" in texts(user)
    panel.ui.breakdownsField.set_value(("age_group", "phase/age_group"))
    user.fill(panel.ui.titleField, "Doorgroeiers")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert cells(page.table, "top_x") == ["Doorgroeiers", "personen", "Beschermd", "2", "Gewijzigd"]
    page.open_record("top_x")
    user.settle()
    assert "gewijzigd: naam, uitsplitsing" in texts(user)
    user.window.close_panel()
    page.open_form()
    user.settle()
    made = user.panel
    assert isinstance(made, IndicatorPanel)
    user.fill(made.ui.titleField, "Jongeren in Overvecht")
    user.fill(made.ui.definitionField, "Jongeren met een casus die in Overvecht wonen.")
    user.fill(made.ui.sourceField, "Dossiers")
    districts = next(one for one in made._filters if "district=overvecht" in one.offered())
    districts.set_value(("district=overvecht", "district=west"))
    user.fill(made.ui.reasonField, "Voor de wijk.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    own = next(one for one in indicators.known_indicators(coordinator) if one.own)
    assert set(own.indicator.where["district"]) == {"overvecht", "west"}
    spec = forms_registry.known()["indicator"]
    assert isinstance(spec.make(user.window, own.code, {}), IndicatorPanel)
    chosen = {"codes": ["activity_kind=lesson"], "free": []}
    kept = {"measure": "school_activities", "filters": chosen, "breakdowns": {"codes": ["month"], "free": []}}
    again = spec.make(user.window, "new", kept)
    assert isinstance(again, IndicatorPanel)
    user.window.open_panel(again)
    user.settle()
    assert again._filters[0].value() == ("activity_kind=lesson",)
    assert again.ui.breakdownsField.value() == ("month",)
    user.window.close_panel()


def test_releases_are_compared_and_one_is_withdrawn(user: User, coordinator: Desk) -> None:
    for amount in (5, 7):
        registers.add_inspection(
            coordinator, InspectionInput(date(2023, 6, 1), "buit", "west", amount=amount)
        )
        reporting.release(coordinator, reporting.protect(coordinator, PERIOD))
    page = user.open("vrijgaven")
    assert isinstance(page, BookPage)
    page.open_compare()
    user.settle()
    compared = user.page
    assert isinstance(compared, ComparePage)
    assert cells(compared.table, "buit_inspections")[1:] == ["35", "42", "+7", ""]
    assert_accessible(user.window)
    user.open("vrijgaven")
    page.table.select_id("2")
    page.open_withdraw()
    user.settle()
    panel = user.panel
    assert isinstance(panel, WithdrawReleasePanel)
    user.fill(panel.ui.reasonField, "Dubbel geteld.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert cells(page.table, "2")[3] == "Ingetrokken"
    assert "Dubbel geteld." in "\n".join(one.text() for one in page.facts.findChildren(QLabel))


def test_context_figures_and_periods_by_their_forms(user: User, coordinator: Desk) -> None:
    page = user.open("contextcijfers")
    assert isinstance(page, ContextFiguresPage)
    page.open_form()
    user.settle()
    panel = user.panel
    assert isinstance(panel, ContextFigurePanel)
    user.fill(panel.ui.whatField, "Betrokkenen bij plofkraken")
    panel.ui.lowField.spin.setValue(400)
    user.fill(panel.ui.unitField, "personen")
    user.fill(panel.ui.sourceField, "Politie")
    user.fill(panel.ui.onField, "1-3-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    (kept,) = context_figures.context_figures(coordinator)
    assert (kept.low, kept.high, kept.pillar) == (400, None, None)
    assert cells(page.table, kept.id)[:2] == ["Betrokkenen bij plofkraken", "400 personen"]
    made = periods.add_period(coordinator, PeriodInput("2023")).value
    listed = user.open("perioden")
    assert isinstance(listed, PeriodsPage)
    listed.table.select_id(made.id)
    user.settle()
    user.push(listed.adopt)
    assert cells(listed.table, made.id)[2] == "Vastgesteld"
    assert not listed.adopt.isEnabled()
    user.push(listed.send)
    assert periods.get_period(coordinator, made.id).status == "adopted"
    assert any("nog niets vrijgegeven" in one.text() for one in user.window.findChildren(QLabel))
