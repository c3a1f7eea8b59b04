# SPDX-License-Identifier: EUPL-1.2
"""Requests at the keyboard: from Vandaag to the list, step by step, and into everything about the person."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QListWidget
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.keyboard import CTRL, User

from casus.gui.person_overview.mask_form import MaskPanel
from casus.gui.person_overview.page import OverviewPage
from casus.gui.requests.page import RequestsPage
from casus.gui.requests.receive_form import RequestPanel
from casus.gui.requests.step_forms import STEPS
from casus.gui.today.links import COUNTED
from casus.services import persons, requests
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.services.requests import RequestList
from casus.services.today import navigation_counts

TODAY = date(2023, 11, 1)
SitDown = Callable[..., User]


def a_dossier(desk: Desk) -> str:
    """Someone with a mother on file and one visit about both; the id of the person."""
    a_person(desk, given_name="Fatima", surname="Yilmaz")
    person = a_person(desk)
    a_home_visit(desk, a_case(desk, person), report="Met Fatima Yilmaz gebeld over Bram van de buren.")
    return person.id


def test_a_request_is_received_and_answered_at_the_keyboard(desk: Desk, sit_down: SitDown) -> None:
    person_id = a_dossier(desk)
    user = sit_down(desk, "verzoeken")
    page = user.page
    assert isinstance(page, RequestsPage)
    user.window.open_panel(RequestPanel(user.window, desk, person_id))
    user.settle()
    panel = user.panel
    user.fill(panel.form["statement"], "Wat staat er over mij?")
    user.press(Qt.Key.Key_Return, CTRL)
    (asked,) = requests.access_requests(desk)
    assert (asked.kind, asked.due_on) == ("access", date(2023, 12, 1))
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    assert_accessible(page)
    for key, step, filled in (
        (None, "identity", {"how": "document"}),
        (Qt.Key.Key_B, "decide", {"decision": "granted"}),
        (Qt.Key.Key_A, "sent", {"how": "shown"}),
    ):
        user.tab_to(page.table.view)
        if key is None:  # by the menu of the page
            page._rare(step, bool)
            user.settle()
        else:
            user.press(key)
        assert isinstance(user.panel, STEPS[step])
        for name, value in filled.items():
            user.panel.form[name].set_value(value)
        user.press(Qt.Key.Key_Return, CTRL)
        user.settle()
    answered = requests.get_request(desk, asked.id)
    assert (answered.identity_how, answered.decision, answered.sent_on) == ("document", "granted", TODAY)
    assert page.table.model.rowCount() == 0


def test_a_number_of_vandaag_opens_exactly_what_it_counts(desk: Desk) -> None:
    person_id = a_dossier(desk)
    for received in (date(2023, 9, 30), date(2023, 10, 1), date(2023, 10, 8), date(2023, 10, 9)):
        requests.receive_access_request(desk, AccessRequestInput(person_id, "access", received))
    counts = navigation_counts(desk)
    assert (counts["requests_late"], counts["requests_soon"]) == (1, 2)
    for key in ("requests_late", "requests_soon"):
        opened = COUNTED[key]
        chips = {group: frozenset({code}) for group, code in (one.split(":") for one in opened.chips)}
        assert (opened.page, len(RequestList(desk).ids(chips=chips))) == ("verzoeken", counts[key])


def test_everything_about_a_person_is_read_searched_and_masked(desk: Desk, sit_down: SitDown) -> None:
    person_id = a_dossier(desk)
    asked = requests.receive_access_request(desk, AccessRequestInput(person_id, "access", TODAY)).value
    user = sit_down(desk, "inzage", asked.id)
    page = user.page
    assert isinstance(page, OverviewPage)
    user.wait_until(lambda: "Met [naam van een ander] gebeld" in page.text.toPlainText())
    assert "Fatima" not in page.text.toPlainText()
    assert_accessible(page)
    assert isinstance(page.subjects, QListWidget)
    user.press(Qt.Key.Key_F, CTRL)
    assert user.focus() is page.search
    user.type("bram buren")
    user.wait_until(
        lambda: "Huisbezoek" in page.text.toPlainText() and "Casusnummer" not in page.text.toPlainText()
    )
    page.text.selectAll()
    page.text.copy()
    assert not QGuiApplication.clipboard().text()
    page.text.setFocus()
    page.text.setTextCursor(page.text.document().find("Bram"))
    user.press(Qt.Key.Key_M, CTRL)
    panel = user.panel
    assert isinstance(panel, MaskPanel)
    assert (panel.form["act"].value(), panel.form["passage"].value()) == ("hide", "Bram")
    user.press(Qt.Key.Key_Return, CTRL)
    page.search.clear()
    user.wait_until(lambda: "over [afgeschermd: over een ander] van de buren" in page.text.toPlainText())
    cursor = page.text.document().find("[naam van")
    cursor.movePosition(QTextCursor.MoveOperation.Left)
    page.text.setTextCursor(cursor)
    page.mask_here()
    user.settle()
    assert (user.panel.form["act"].value(), user.panel.form["passage"].value()) == ("show", "Fatima Yilmaz")
    user.panel.discard_requested.emit()
    user.open("vandaag")
    assert page.text.toPlainText() == ""
    version = persons.get_person(desk, person_id).version
    persons.set_restricted(desk, person_id, version, True, "Bedreigd; alleen wie het nodig heeft.")
    user.open("inzage", asked.id)
    assert page.stack.currentWidget() is page.restricted
    page.restricted.field.set_value("Betrokkene vraagt om inzage.")
    page.restricted.submit()
    user.wait_until(lambda: "van de buren" in page.text.toPlainText())
