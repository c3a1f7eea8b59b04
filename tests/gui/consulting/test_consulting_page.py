# SPDX-License-Identifier: EUPL-1.2
"""A whole consulting hour by keyboard: ten conversations quickly, errors at their line, nothing typed lost."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_facility, a_person
from tests.helpers.keyboard import CTRL, User, form_of

from casus.gui import forms_registry
from casus.gui.consulting.conversation_line import ConversationLine
from casus.gui.consulting.page import ConsultingPage
from casus.gui.consulting.panel import ConsultingPanel
from casus.services import consulting, drafts, facilities, undo
from casus.services.consulting_list import ConsultingList
from casus.services.desk import Desk
from casus.services.inputs import ConsultingSessionInput, ConversationInput
from casus.services.persons import PersonList

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

TODAY = date(2023, 11, 1)
NAMES = ("Aarts", "Bakker", "Dekker", "Fassi", "Groot", "Haddad", "Jansen", "Koster")


@pytest.fixture
def rio(make_desk: "MakeDesk") -> Desk:
    desk = make_desk("rio")
    a_facility(desk)
    a_facility(desk, "JVA Kleve", country="de")
    for name in NAMES:
        a_person(desk, given_name="Sam", surname=name)
    return desk


@pytest.fixture
def user(rio: Desk, sit_down: Callable[..., User]) -> User:
    return sit_down(rio, "spreekuur")


def begin(user: User) -> ConsultingPanel:
    """Open the form for a session in the prison, with the keyboard in the first name."""
    page = user.page
    assert isinstance(page, ConsultingPage)
    page.open_new()
    user.settle()
    panel = user.panel
    assert isinstance(panel, ConsultingPanel)
    user.tab_to(panel.ui.facilityField)
    user.type("PI")
    assert panel.ui.facilityField.value()
    user.tab_to(line(panel, 0).name)
    return panel


def line(panel: ConsultingPanel, at: int) -> ConversationLine:
    found = panel.ui.linesField.lines[at]
    assert isinstance(found, ConversationLine)
    return found


class Counter:
    """Presses keys for a user and counts those beside the text."""

    def __init__(self, user: User) -> None:
        self.user, self.pressed = user, 0

    def press(self, key: Qt.Key) -> None:
        self.pressed += 1
        self.user.press(key)

    def talk(self, name: str, note: str, born: str | None = None) -> None:
        """Write down one conversation: name, Enter, words, Enter; of someone new also the birth date, or Enter."""
        self.user.type(name)
        self.press(Qt.Key.Key_Return)
        if born is not None:
            self.user.type(born)
            self.press(Qt.Key.Key_Return)
        self.user.type(note)
        self.press(Qt.Key.Key_Return)


def test_ten_conversations_take_at_most_six_keys_each_beside_their_words(user: User, rio: Desk) -> None:
    panel = begin(user)
    keys = Counter(user)
    for name in NAMES:
        keys.talk(name.lower(), f"Gesprek met {name}")
    keys.talk("Stijn Wolters", "Nieuw binnen", born="3-4-2001")
    keys.talk("Damian Zwart", "Ook nieuw", born="")
    assert keys.pressed <= 10 * 6
    user.fill(panel.ui.anonymousField, "2")
    assert "12" in panel.totals.text()
    assert panel.ui.newField.value() == 2
    assert line(panel, 9).note.text() == "Ook nieuw"
    user.press(Qt.Key.Key_Return, CTRL)
    (record_id,) = ConsultingList(rio).ids()
    view = consulting.consulting_session(rio, record_id)
    assert (view.record.conversations, view.record.new_persons, view.record.on) == (12, 2, TODAY)
    assert [one.name for one in view.conversations] == sorted(
        [*(f"{name}, Sam" for name in NAMES), "Wolters, Stijn", "Zwart, Damian"]
    )
    assert view.conversations[0].note == "Gesprek met Aarts"
    assert drafts.list_drafts(rio) == []
    page = user.page
    assert isinstance(page, ConsultingPage)
    assert page.totals.text().startswith("1 spreekuren")
    step = undo.steps(rio).undo
    assert step is not None
    undo.undo(rio, step.batch_id)
    assert ConsultingList(rio).total() == 0
    assert PersonList(rio).total() == len(NAMES)


def test_arrows_choose_another_and_escape_puts_the_list_away(user: User) -> None:
    panel = begin(user)
    first = line(panel, 0)
    user.type("a")
    QTest.qWait(200)
    user.settle()
    assert first.found.isVisible()
    assert first.found.count() >= 2
    user.press(Qt.Key.Key_Up)
    assert first.found.currentRow() == first.found.count() - 1
    user.press(Qt.Key.Key_Escape)
    assert not first.found.isVisible()
    assert user.window.area.panel is panel
    assert first.name.text() == "a"


def test_what_is_wrong_stands_at_its_line_and_what_was_typed_stays(user: User, rio: Desk) -> None:
    panel = begin(user)
    keys = Counter(user)
    keys.talk("bakker", "Eerste")
    keys.talk("sam jansen", "Tweede")
    line(panel, 1).next_on.setText("31 feb")
    user.press(Qt.Key.Key_Return, CTRL)
    assert not line(panel, 0).has_message()
    assert line(panel, 1).has_message()
    assert line(panel, 1).next_on.hasFocus()
    line(panel, 1).next_on.setText("1 okt 2023")
    user.press(Qt.Key.Key_Return, CTRL)
    assert line(panel, 1).has_message()
    line(panel, 1).next_on.setText("8 nov")
    user.fill(panel.ui.onField, "2-11-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.ui.onField.error()
    assert line(panel, 0).note.text() == "Eerste"
    user.fill(panel.ui.onField, "1-11-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    assert ConsultingList(rio).total() == 1


def test_someone_new_who_is_alike_is_chosen_or_said_to_be_someone_else(user: User, rio: Desk) -> None:
    panel = begin(user)
    user.type("Sam Bakker")
    QTest.qWait(200)
    user.settle()
    first = line(panel, 0)
    first.found.setCurrentRow(first.found.count() - 1)  # "new person", in spite of the one that was found
    user.press(Qt.Key.Key_Return)
    assert first.is_new
    user.press(Qt.Key.Key_Return, CTRL)
    assert first.has_message()
    assert first.found.isVisible()
    user.press(Qt.Key.Key_Up)
    user.press(Qt.Key.Key_Return)
    assert first.state == "surely_new"
    user.press(Qt.Key.Key_Return, CTRL)
    assert PersonList(rio).total() == len(NAMES) + 1


def test_a_draft_comes_back_with_its_lines_and_a_session_is_corrected(user: User, rio: Desk) -> None:
    panel = begin(user)
    Counter(user).talk("dekker", "Half getypt")
    user.press(Qt.Key.Key_Escape)
    user.settle()
    (draft,) = drafts.list_drafts(rio)
    assert forms_registry.reopen(user.window, rio, draft.key, owner=user.window)
    user.settle()
    panel = user.panel  # type: ignore[assignment]
    assert line(panel, 0).note.text() == "Half getypt"
    assert line(panel, 0).state == "known"
    user.tab_to(line(panel, 0).note)
    user.press(Qt.Key.Key_Return, CTRL)
    (record_id,) = ConsultingList(rio).ids()
    page = user.page
    assert isinstance(page, ConsultingPage)
    page.open_record(record_id)
    user.settle()
    panel = user.panel  # type: ignore[assignment]
    user.tab_to(line(panel, 0).note)
    user.press(Qt.Key.Key_End)
    user.type(" en af")
    user.fill(panel.ui.anonymousField, "3")
    user.press(Qt.Key.Key_Return, CTRL)
    view = consulting.consulting_session(rio, record_id)
    assert (view.record.conversations, view.conversations[0].note) == (4, "Half getypt en af")


def test_a_session_changed_elsewhere_is_not_saved_over(user: User, rio: Desk) -> None:
    place = facilities.facilities(rio)[0].id
    person = PersonList(rio).ids()[0]
    data = ConsultingSessionInput(place, TODAY, 2, 0, "Eerst", (ConversationInput(person, note="a"),))
    made = consulting.log_consulting_session(rio, data).value
    page = user.page
    assert isinstance(page, ConsultingPage)
    page.open_record(made.id)
    user.settle()
    panel = user.panel
    assert isinstance(panel, ConsultingPanel)
    stored = consulting.consulting_session(rio, made.id).conversations[0]
    kept = ConversationInput(person, note="a", stored=(stored.contact_id, stored.version))
    other = ConsultingSessionInput(place, TODAY, 5, 0, "Ergens anders", (kept,))
    consulting.correct_consulting_session(rio, made.id, made.version, other)
    user.fill(panel.ui.anonymousField, "7")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.conflict is not None
    assert consulting.consulting_session(rio, made.id).record.note == "Ergens anders"


def test_page_and_form_are_usable_by_a_screen_reader_and_in_english(user: User, qtbot: QtBot) -> None:
    begin(user)
    assert_accessible(user.window)


def test_without_any_facility_every_form_that_asks_one_says_where_to_put_it(
    make_desk: "MakeDesk", sit_down: Callable[..., User]
) -> None:
    user = sit_down(make_desk("rio"))
    for page in ("spreekuur", "detentie"):
        user.open(page)
        user.page.open_new()  # type: ignore[attr-defined]
        user.settle()
        assert "in Beheer, bij Inrichtingen" in form_of(user.panel)["facility_id"].get_help()


def test_with_a_facility_to_choose_nothing_is_said(user: User) -> None:
    assert "Beheer" not in begin(user).ui.facilityField.get_help()
