# SPDX-License-Identifier: EUPL-1.2
"""Ontbrekende gegevens at the keyboard: filters with numbers, and Enter goes where it is filled in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_detention, a_person
from tests.helpers.keyboard import CTRL, User

from casus.gui.dossier.page import DossierPage
from casus.gui.missing.page import WHERE, MissingPage
from casus.gui.persons.form import PersonPanel
from casus.gui.widgets.segments import Chip
from casus.services import persons
from casus.services.desk import Desk
from casus.services.missing_list import KINDS, MissingList


@pytest.fixture
def lacking(desk: Desk) -> Desk:
    """A desk with two persons of whom little is known."""
    for name in ("Sam", "Bas"):
        person = a_person(desk, given_name=name, surname=f"Zonder{name}", birth_date=None, district="unknown")
        case = a_case(desk, person, approach="rio", informed_how="letter", informed_on=desk.today())
    a_detention(desk, person, case_id=case.id)
    return desk


def chips(page: MissingPage) -> dict[str, str]:
    """Return the words of the filters that are shown, by their number."""
    return {chip.text(): chip.accessibleName() for chip in page.findChildren(Chip) if chip.isVisible()}


def test_there_is_a_place_to_fill_in_each_kind() -> None:
    assert tuple(WHERE) == KINDS


def test_filters_say_how_many_and_find_as_many(lacking: Desk, sit_down: Callable[..., User]) -> None:
    user = sit_down(lacking, "ontbrekend")
    page = user.page
    assert isinstance(page, MissingPage)
    assert_accessible(page)
    counts = MissingList(lacking).counts()
    words = set(chips(page))
    assert {"Geboortedatum (2)", "Wijk (2)", "Verwachte vrijkomdatum (1)"} <= words
    assert len(words) == len(counts)
    chip = next(one for one in page.findChildren(Chip) if one.text() == "Wijk (2)")
    user.push(chip)
    assert page.table.model.rowCount() == 2
    assert set(chips(page)) == words


def test_enter_opens_the_form_and_what_is_filled_in_is_gone(
    lacking: Desk, sit_down: Callable[..., User]
) -> None:
    user = sit_down(lacking, "ontbrekend")
    page = user.page
    assert isinstance(page, MissingPage)
    page.show_only(("missing:birth_date",))
    user.settle()
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    user.press(Qt.Key.Key_Return)
    assert isinstance(user.page, DossierPage)
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    user.fill(panel.form["birth_date"], "1-3-2004")
    user.press(Qt.Key.Key_Return, CTRL)
    user.window.go_back()
    user.settle()
    assert page.table.model.rowCount() == MissingList(lacking).counts()["birth_date"] == 1


@pytest.mark.parametrize(
    ("kind", "tab", "form"), [("expected_release", "Detentie", True), ("conditions", "Detentie", False)]
)
def test_each_kind_opens_at_its_tab(
    lacking: Desk, sit_down: Callable[..., User], kind: str, tab: str, form: bool
) -> None:
    user = sit_down(lacking, "ontbrekend")
    page = user.page
    assert isinstance(page, MissingPage)
    page.open_record(MissingList(lacking).ids(chips={"missing": frozenset({kind})})[0])
    user.settle()
    dossier = user.page
    assert isinstance(dossier, DossierPage)
    assert dossier.tabs.tabText(dossier.tabs.currentIndex()) == tab
    assert (user.window.area.panel is not None) == form


def test_a_restricted_dossier_asks_its_reason_before_any_form(
    lacking: Desk, sit_down: Callable[..., User]
) -> None:
    record = MissingList(lacking).rows(
        MissingList(lacking).ids(chips={"missing": frozenset({"birth_date"})})
    )[0]
    person = persons.get_person(lacking, str(record["person_id"]))
    persons.set_restricted(lacking, person.id, person.version, True, "Bekende van een collega.")
    user = sit_down(lacking, "ontbrekend")
    page = user.page
    assert isinstance(page, MissingPage)
    page.open_record(record.id)
    user.settle()
    assert isinstance(user.page, DossierPage)
    assert user.page.restricted.isVisible()
    assert user.window.area.panel is None


def test_nothing_lacking_is_said_kindly(desk: Desk, sit_down: Callable[..., User]) -> None:
    page = sit_down(desk).open("ontbrekend")
    assert isinstance(page, MissingPage)
    assert page.empty.isVisible()
