# SPDX-License-Identifier: EUPL-1.2
"""Measuring the life domains with the keyboard, half done and whole, and comparing what came of it."""

from datetime import date

from PySide6.QtCore import Qt
from tests.gui.conftest import SitDown
from tests.helpers.builders import a_case
from tests.helpers.keyboard import CTRL, User, form_of

from casus.domain.codelists import codelist
from casus.gui import forms_registry
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.domains_tab import DomainsTab
from casus.gui.dossier.page import DossierPage
from casus.gui.dossier.progress_panel import ProgressPanel
from casus.gui.widgets.field import Field
from casus.services import plans
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput, ScoreInput
from casus.services.records import Case

TODAY = date(2023, 11, 1)
ENTER = Qt.Key.Key_Return


def measure(user: User, case: Case) -> AssessmentPanel:
    """Open the form of a measurement."""
    page = user.open("dossier", f"case:{case.id}")
    assert isinstance(page, DossierPage)
    page.acts.assess()
    user.settle()
    assert isinstance(user.panel, AssessmentPanel)
    return user.panel


def kept(desk: Desk, case: Case) -> list[tuple[str, list[str]]]:
    with desk.reading() as session:
        found = plans.assessments_of(session, case.id)
        return [(one.record.kind, [score.score for score in one.scores.values()]) for one in found]


def before(desk: Desk, case: Case, score: str = "s2") -> None:
    scores = dict.fromkeys(codelist("life_domain").values, ScoreInput(score))
    plans.assess(desk, AssessmentInput(case.id, date(2023, 4, 1), "baseline", scores))


def choose(user: User, field: Field, code: str) -> None:
    """Go to an option among those side by side, with the arrows and Space."""
    user.tab_to(field)
    for _ in range(4):
        user.press(Qt.Key.Key_Left)
    for _ in range(codelist("assessment_kind").values.index(code)):
        user.press(Qt.Key.Key_Right)
    user.press(Qt.Key.Key_Space)
    assert field.value() == code


def test_twelve_domains_take_twelve_keys(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    user = sit_down(desk)
    panel = measure(user, case)
    user.tab_to(panel.scores["housing"])
    for key in "1234501n5555":
        user.type(key)
    user.press(ENTER, CTRL)
    assert kept(desk, case) == [
        (
            "baseline",
            ["s1", "s2", "s3", "s4", "s5", "unknown", "s1", "not_applicable", "s5", "s5", "s5", "s5"],
        )
    ]


def test_a_half_measurement_is_refused_by_name_or_kept_as_unknown(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    user = sit_down(desk)
    panel = measure(user, case)
    user.tab_to(panel.scores["housing"])
    for key in "333333":
        user.type(key)
    user.press(ENTER, CTRL)
    assert kept(desk, case) == []
    missing = codelist("life_domain").values[6:]
    assert [domain for domain, field in panel.scores.items() if field.error()] == list(missing)
    assert panel.half.words.text().startswith("Je hebt 6 van de 12 leefgebieden ingevuld.")
    assert "Justitie en politie" in panel.half.words.text()
    user.press(Qt.Key.Key_Escape)
    assert forms_registry.reopen(user.window, desk, f"assessment:{case.id}", owner=user.window, move=False)
    user.settle()
    again = user.panel
    assert isinstance(again, AssessmentPanel)
    assert [field.bar.code() for field in again.scores.values()] == ["s3"] * 6 + [""] * 6
    user.press(ENTER, CTRL)
    user.push(again.half.button)
    assert kept(desk, case) == [("baseline", ["s3"] * 6 + ["unknown"] * 6)]


def test_a_kind_or_a_day_that_cannot_be_stands_at_its_field(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    before(desk, case)
    user = sit_down(desk)
    panel = measure(user, case)
    assert panel.scores["housing"].earlier.text() == "01-04-2023: 2"
    form = form_of(panel)
    assert form["kind"].value() == "interim"
    user.tab_to(panel.scores["housing"])
    for key in "3" * 12:
        user.type(key)
    choose(user, form["kind"], "baseline")
    user.press(ENTER, CTRL)
    assert "0-meting" in form["kind"].error()
    choose(user, form["kind"], "follow_up")
    user.press(ENTER, CTRL)
    assert form["kind"].error().startswith("Een nameting komt na de eindmeting")
    choose(user, form["kind"], "interim")
    user.fill(form["on"], "1-3-2024")
    user.press(ENTER, CTRL)
    assert form["on"].error()
    user.fill(form["on"], "2-3-2023")
    user.press(ENTER, CTRL)
    assert "eerdere meting" in form["on"].error()
    assert len(kept(desk, case)) == 1
    user.fill(form["on"], "vandaag")
    user.press(ENTER, CTRL)
    assert kept(desk, case)[1] == ("interim", ["s3"] * 12)


def test_two_measurements_are_compared_in_words_and_over_the_caseload(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    before(desk, case)
    later = dict.fromkeys(codelist("life_domain").values, ScoreInput("s2")) | {
        "housing": ScoreInput("s4", "Woont bij oma.", "moeder"),
        "finances": ScoreInput("s1"),
        "justice": ScoreInput("unknown"),
    }
    plans.assess(desk, AssessmentInput(case.id, TODAY, "interim", later))
    user = sit_down(desk, "dossier", f"case:{case.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    page._show_tab("domains")
    tab = page.tabs.currentWidget()
    assert isinstance(tab, DomainsTab)
    assert tab.compare is not None
    table = tab.compare.table
    ways = {table.item(at, 0).text(): table.item(at, 3).text() for at in range(table.rowCount())}
    assert (ways["Huisvesting"], ways["Financiën en schulden"]) == ("Vooruit", "Achteruit")
    assert (ways["Werk en inkomen"], ways["Justitie en politie"]) == ("Gelijk", "Niet te vergelijken")
    user.tab_to(tab.compare.before)
    user.press(Qt.Key.Key_Down)
    assert {table.item(at, 3).text() for at in range(table.rowCount())} == {"–"}
    tab._open_caseload()
    user.settle()
    panel = user.panel
    assert isinstance(panel, ProgressPanel)
    first = [panel.table.item(0, place).text() for place in range(5)]
    assert first == ["Huisvesting", "1", "0", "0", "0"]
