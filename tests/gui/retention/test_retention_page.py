# SPDX-License-Identifier: EUPL-1.2
"""From the number on Vandaag to what is gone: chosen in the list, proposed, checked by someone else, destroyed."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_family, a_home_visit, a_person
from tests.helpers.keyboard import CTRL, User

from casus.gui.dossier.page import DossierPage
from casus.gui.manage.second_person import EnrolPanel
from casus.gui.retention import DESTROYED, PROPOSALS
from casus.gui.retention.decide_forms import HoldPanel
from casus.gui.retention.page import RetentionPage
from casus.gui.retention.propose import ProposePanel
from casus.gui.retention.sign import DonePanel, SignPanel
from casus.gui.today.lines import LinkText
from casus.services import cases, destruction, drafts, families, retention
from casus.services.desk import Desk
from casus.services.families import RelativeInput
from casus.services.records import Case

SECRET = "groene lampion boven natte straat"
WHY = "De rechtbank heeft het dossier opgevraagd."


@pytest.fixture
def old(desk: Desk) -> list[Case]:
    """Two dossiers that were closed six years ago, and a running one in which one of them is named."""
    found = []
    for name in ("Vroegh", "Oudeman"):
        case = a_case(
            desk, a_person(desk, surname=name, birth_date=date(1995, 3, 1)), opened_on=date(2016, 3, 1)
        )
        note = "Met alle partners besproken."
        cases.close_case(
            desk, case.id, on=date(2017, 3, 1), closure_reason="moved", outcome="stable", note=note
        )
        found.append(case)
    a_home_visit(desk, report="Hij ging vroeger veel om met Younes Vroegh.")
    return found


def words_in(part: QWidget) -> str:
    """Everything a part says."""
    return "\n".join(label.text() for label in part.findChildren(QLabel))


def press_link(user: User, page: QWidget, begins: str) -> None:
    """Press the link or button that begins so."""
    buttons = [one for one in page.findChildren(QPushButton) if one.isVisible()]
    user.push(next(one for one in buttons if (one.accessibleName() or one.text()).startswith(begins)))


def test_two_people_destroy_what_is_due_and_nothing_typed_is_left(
    desk: Desk, old: list[Case], sit_down: Callable[..., User]
) -> None:
    user = sit_down(desk)
    number = next(one for one in user.page.findChildren(LinkText) if "vernietigen" in one.full_text())
    assert number.full_text() == "Aan de beurt om te vernietigen · 2 dossiers"
    user.push(number)
    page = user.page
    assert isinstance(page, RetentionPage)
    assert_accessible(page)
    assert page.table.model.rowCount() == 2
    _propose(user, page)
    user.open("beheer", "second")
    _enrol(user, desk)
    page = user.open("bewaren", PROPOSALS)
    assert isinstance(page, RetentionPage)
    press_link(user, page.proposals, "Controleren")
    _sign(user)
    assert [one.confirmed_by_id for one in destruction.destroyed(desk)] != []
    assert page.table.model.rowCount() == 0
    page = user.open("bewaren", DESTROYED)
    assert isinstance(page, RetentionPage)
    assert page.destroyed_list.model.rowCount() == 1
    assert not page.propose.isVisible()
    assert drafts.list_drafts(desk) == []
    user.open("vandaag")
    assert all("vernietigen" not in one.full_text() for one in user.page.findChildren(LinkText))


def _propose(user: User, page: RetentionPage) -> None:
    user.push(page.propose)  # nothing is chosen yet
    assert user.window.area.panel is None
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_A, CTRL)
    assert page.chosen.text().startswith("2 dossier")
    user.push(page.propose)
    panel = user.panel
    assert isinstance(panel, ProposePanel)
    assert_accessible(panel)
    said = words_in(panel.view)
    assert "Vroegh, Younes" in said
    assert "Contactmoment" in said  # the text of another that names one of them
    assert "noemt Vroegh, Younes" in said
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None
    assert page.table.model.rowCount() == 0


def _enrol(user: User, desk: Desk) -> None:
    press_link(user, user.page, "Aanmelden")
    panel = user.panel
    assert isinstance(panel, EnrolPanel)
    assert_accessible(panel)
    user.fill(panel.form["name"], "Okan Yildirim")
    user.fill(panel.form["password"], SECRET)
    user.fill(panel.form["repeat"], SECRET)
    user.press(Qt.Key.Key_Return, CTRL)
    assert [one.name for one in destruction.second_persons(desk)] == ["Okan Yildirim"]


def _sign(user: User) -> None:
    panel = user.panel
    assert isinstance(panel, SignPanel)
    assert_accessible(panel)
    user.fill(panel.form["secret"], SECRET)
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["checked"].error()  # not without having looked
    user.push(panel.ui.checkedField.box)
    user.fill(panel.form["secret"], "een heel andere zin vol woorden")
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.panel is panel
    assert panel.form["secret"].value() == ""
    user.fill(panel.form["secret"], SECRET)
    user.press(Qt.Key.Key_Return, CTRL)
    done = user.panel
    assert isinstance(done, DonePanel)
    assert "90 dagen: uiterlijk 30 jan 2024" in words_in(done)


def test_what_may_not_go_is_said_and_left_out_and_the_dossier_tells_the_term(
    desk: Desk, old: list[Case], sit_down: Callable[..., User]
) -> None:
    retention.hold_case(desk, old[0].id, WHY, on=desk.today())
    user = sit_down(desk, "bewaren")
    page = user.page
    assert isinstance(page, RetentionPage)
    page.show_only(())
    user.settle()
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_A, CTRL)
    user.push(page.propose)
    panel = user.panel
    assert isinstance(panel, ProposePanel)
    assert "Er geldt een bewaarplicht." in words_in(panel.view)
    assert not panel.save_button().isEnabled()
    user.push(panel.without)
    assert "Oudeman" in words_in(panel.view)
    assert "Vroegh" not in words_in(panel.view)
    user.press(Qt.Key.Key_Return, CTRL)
    assert [one.case_ids for one in destruction.proposals(desk)] == [(old[1].id,)]
    dossier = user.open("dossier", f"case:{old[0].id}#account")
    assert isinstance(dossier, DossierPage)
    assert "5 jaar na afsluiten · te bevestigen door de privacyfunctionaris (FG)" in words_in(dossier)
    assert "geen einddatum: er geldt een bewaarplicht" in words_in(dossier)
    press_link(user, dossier, "Bewaarplicht opheffen")
    lifting = user.panel
    assert isinstance(lifting, HoldPanel)
    user.fill(lifting.form["reason"], "De rechtbank is klaar met het dossier.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, old[0].id).retain_until == date(2022, 3, 1)
    assert "1 mrt 2022" in words_in(dossier)


def test_a_relative_without_a_case_is_found_from_the_number_proposed_and_destroyed(
    desk: Desk, sit_down: Callable[..., User]
) -> None:
    family = a_family(desk, started_on=date(2020, 1, 1))
    mother = RelativeInput(
        family.id, "Fatma", "Qwartelhof", "parent", date(2020, 1, 1), birth_date=date(1980, 1, 1)
    )
    whose = families.add_relative(desk, mother).value.person_id
    families.end_family(desk, family.id, on=date(2023, 10, 1), reason="moved", outcome="stable")
    user = sit_down(desk)
    number = next(one for one in user.page.findChildren(LinkText) if "Gezinsleden" in one.full_text())
    assert number.full_text() == "Gezinsleden om te vernietigen · 1 persoon"
    user.push(number)
    page = user.page
    assert isinstance(page, RetentionPage)
    assert_accessible(page)
    assert page.relatives.isVisible()
    assert page.relatives.model.rowCount() == 1
    user.push(page.propose)  # nobody is chosen yet
    user.tab_to(page.relatives.view)
    user.press(Qt.Key.Key_A, CTRL)
    assert page.chosen.text().startswith("1 gezinslid")
    user.push(page.propose)
    panel = user.panel
    assert isinstance(panel, ProposePanel)
    assert "Qwartelhof, Fatma" in words_in(panel.view)
    user.press(Qt.Key.Key_Return, CTRL)
    (proposal,) = destruction.proposals(desk)
    assert (proposal.case_ids, proposal.relative_ids) == ((), (whose,))
    assert page.relatives.model.rowCount() == 0
    page.open_record(PROPOSALS)
    user.settle()
    assert "Qwartelhof, Fatma" in words_in(page.proposals)
