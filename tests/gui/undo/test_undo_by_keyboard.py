# SPDX-License-Identifier: EUPL-1.2
"""Undo as a user does it: Ctrl+Z, the menu, the message after saving, the panel; in Dutch and in English."""

import time
from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from tests.gui.conftest import SitDown
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.every_record import records_of
from tests.helpers.keyboard import CTRL, SHIFT, User
from tests.helpers.vaults import PASSWORD

from casus.gui.undo import UndoKeeper
from casus.gui.undo.panel import RecentPanel
from casus.gui.widgets.feedback import Toast
from casus.services import persons, tasks, undo, vaults
from casus.services.desk import Desk
from casus.services.inputs import TaskInput

BOTH = CTRL | SHIFT


def action(user: User, key: str) -> QAction:
    return user.window.actions_registry.action(key)


def toast(user: User) -> Toast:
    return user.window.findChildren(Toast)[0]


def offered(user: User) -> str:
    shown = [one for one in toast(user).findChildren(QPushButton) if one.isVisible()]
    return shown[0].text() if shown else ""


def leave_text(user: User) -> None:
    """Put the keyboard where no text is typed."""
    user.window.sidebar.take_focus()


def write_person(user: User, surname: str = "El Amrani") -> None:
    user.open("personen")
    user.page.open_new()  # type: ignore[attr-defined]
    user.settle()
    ui = user.panel.ui  # type: ignore[attr-defined]
    user.fill(ui.givenNameField, "Younes")
    user.fill(ui.surnameField, surname)
    user.press(Qt.Key.Key_Return, CTRL)


def test_nothing_to_undo_in_an_empty_vault(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    for key, words in (("undo", "Ongedaan maken"), ("redo", "Opnieuw doen")):
        assert not action(user, key).isEnabled()
        assert action(user, key).text() == words
    before = records_of(desk)
    leave_text(user)
    user.press(Qt.Key.Key_Z, CTRL)
    assert records_of(desk) == before


def test_a_saved_form_is_undone_and_done_again_by_keyboard(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    before = records_of(desk)
    write_person(user)
    after = records_of(desk)
    assert action(user, "undo").text() == "Ongedaan maken: persoon vastgelegd"
    leave_text(user)
    user.press(Qt.Key.Key_Z, CTRL)
    assert records_of(desk) == before
    assert toast(user).text() == "Ongedaan gemaakt: persoon vastgelegd"
    assert offered(user) == "Opnieuw doen"
    assert action(user, "redo").text() == "Opnieuw doen: persoon vastgelegd"
    user.press(Qt.Key.Key_Z, BOTH)
    assert records_of(desk) == after
    assert toast(user).text() == "Opnieuw gedaan: persoon vastgelegd"
    user.press(Qt.Key.Key_Z, CTRL)
    user.press(Qt.Key.Key_Y, CTRL)
    assert records_of(desk) == after


def test_the_message_after_saving_offers_it(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    before = records_of(desk)
    write_person(user)
    assert toast(user).text() == "Persoon vastgelegd"
    assert offered(user) == "Ongedaan maken"
    toast(user).findChildren(QPushButton)[0].click()
    user.settle()
    assert records_of(desk) == before


def test_ctrl_z_in_a_text_field_undoes_typing_only(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    write_person(user)
    after = records_of(desk)
    user.open("personen")
    user.page.open_new()  # type: ignore[attr-defined]
    user.settle()
    field = user.panel.ui.surnameField  # type: ignore[attr-defined]
    user.fill(field, "Bakker")
    for _ in range(4):  # more often than there is typing to undo
        user.press(Qt.Key.Key_Z, CTRL)
    assert field.value() == ""
    assert records_of(desk) == after
    user.press(Qt.Key.Key_Z, BOTH)
    assert field.value() == "Bakker"
    assert isinstance(user.focus(), QLineEdit)


def test_what_was_done_before_a_lock_can_be_undone_after_it(
    desk: Desk, sit_down: SitDown, reopen: Callable[[Desk], Desk]
) -> None:
    user = sit_down(desk)
    before = records_of(desk)
    write_person(user)
    user.session.lock("user")
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    user = sit_down(again)
    assert action(user, "undo").text() == "Ongedaan maken: persoon vastgelegd"
    leave_text(user)
    user.press(Qt.Key.Key_Z, CTRL)
    assert records_of(again) == before


def test_a_dossier_whose_person_is_undone_shows_nothing_of_them(desk: Desk, sit_down: SitDown) -> None:
    person = a_person(desk)
    user = sit_down(desk, "dossier", f"person:{person.id}")
    leave_text(user)
    user.press(Qt.Key.Key_Z, CTRL)
    assert user.page.title() == ""
    assert user.page.notice.isVisible()


def test_what_stands_in_the_way_is_told_above_the_page(desk: Desk, sit_down: SitDown) -> None:
    case = a_case(desk)
    a_home_visit(desk, case)
    user = sit_down(desk, "vandaag")
    user.press(Qt.Key.Key_H, BOTH)
    panel = user.panel
    assert isinstance(panel, RecentPanel)
    opening = panel.buttons()[1]
    assert opening.accessibleName().startswith("Ongedaan maken: Casus geopend, El Amrani, Younes")
    before = records_of(desk)
    user.push(opening)
    assert records_of(desk) == before
    told = " ".join(one.text() for one in panel._notice.findChildren(type(panel._title)))
    assert "contactmoment" in told
    assert action(user, "undo").isEnabled()


def test_the_panel_lists_what_was_done_and_takes_it_back_by_keyboard(desk: Desk, sit_down: SitDown) -> None:
    person = a_person(desk)
    tasks.add_task(desk, TaskInput("Bellen", person_id=person.id))
    user = sit_down(desk)
    user.press(Qt.Key.Key_H, BOTH)
    panel = user.panel
    assert isinstance(panel, RecentPanel)
    assert [one.text() for one in panel.buttons()] == ["Ongedaan maken", "Ongedaan maken"]
    assert user.focus() is panel.buttons()[0]
    user.press(Qt.Key.Key_Space)
    assert [one.text() for one in panel.buttons()] == ["Opnieuw doen", "Ongedaan maken"]
    assert user.focus() is panel.buttons()[0]  # the keyboard stays
    assert undo.recent(desk)[0].undone
    user.press(Qt.Key.Key_Space)
    assert not undo.recent(desk)[0].undone
    assert_accessible(panel)
    user.press(Qt.Key.Key_Escape)
    assert user.window.area.panel is None


def test_older_changes_are_shown_when_asked(desk: Desk, sit_down: SitDown) -> None:
    for n in range(33):
        a_person(desk, surname=f"Bakker{n}")
    user = sit_down(desk)
    user.press(Qt.Key.Key_H, BOTH)
    panel = user.panel
    assert isinstance(panel, RecentPanel)
    assert len(panel.buttons()) == 30
    older = next(one for one in panel.findChildren(QPushButton) if one.text() == "Oudere wijzigingen")
    user.push(older)
    assert len(panel.buttons()) == 33
    assert user.focus() is panel.buttons()[30]


def test_an_empty_vault_has_a_panel_too(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    user.press(Qt.Key.Key_H, BOTH)
    panel = user.panel
    assert isinstance(panel, RecentPanel)
    assert panel.buttons() == []
    assert_accessible(panel)


def test_the_panel_says_it_when_the_history_cannot_be_read(
    desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    from casus.errors import VaultUnreachable

    def broken(*_args: object) -> None:
        raise VaultUnreachable(code="io")

    user = sit_down(desk)
    monkeypatch.setattr(undo, "recent", broken)
    user.press(Qt.Key.Key_H, BOTH)
    words = " ".join(one.text() for one in user.panel.content.findChildren(type(user.panel._title)))
    assert "geeft geen antwoord" in words


def test_in_english_the_act_is_english(desk: Desk, sit_down: SitDown, qapp: QApplication) -> None:
    a_person(desk)
    QLocale.setDefault(QLocale(QLocale.Language.English))
    user = sit_down(desk)
    assert action(user, "undo").text().endswith("person registered")


def test_a_change_by_a_form_under_undo_is_noticed(desk: Desk, sit_down: SitDown) -> None:
    person = a_person(desk)
    user = sit_down(desk)
    keeper = user.window.findChildren(UndoKeeper)[0]
    assert keeper.steps.undo is not None
    keeper.undo()
    keeper.undo()  # a second press while the first is under way does nothing
    user.settle()
    assert persons.PersonList(desk).total() == 0
    assert person.id not in str(keeper.steps)


def test_a_long_undo_shows_how_far_it_is_and_can_be_stopped(
    desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    a_person(desk)
    user = sit_down(desk)
    keeper = user.window.findChildren(UndoKeeper)[0]
    assert not keeper.bar.isVisible()
    before = records_of(desk)

    def slowly(_desk: Desk, _batch: str, progress: Callable[[int, int], None]) -> None:
        for done in range(400):
            progress(done, 400)
            time.sleep(0.02)

    monkeypatch.setattr("casus.gui.undo.keeper.undo.undo", slowly)
    leave_text(user)
    QTest.keyClick(user.focus(), Qt.Key.Key_Z, CTRL)
    low = user.window.statusBar().height()
    qtbot.waitUntil(keeper.bar.isVisible)
    qtbot.waitUntil(lambda: user.window.statusBar().height() > low)
    stop = keeper.bar.findChildren(QPushButton)[0]
    QTest.keyClick(stop, Qt.Key.Key_Space)
    user.settle()
    assert not keeper.bar.isVisible()
    qtbot.waitUntil(lambda: user.window.statusBar().height() == low)
    assert toast(user).text().startswith("Gestopt.")
    assert records_of(desk) == before
    assert action(user, "undo").isEnabled()


def test_a_morning_by_keyboard(desk: Desk, sit_down: SitDown, reopen: Callable[[Desk], Desk]) -> None:
    """Unlock, Vandaag, an overdue task, its dossier, tick it, change your mind, tick it again, lock."""
    case = a_case(desk)
    late = TaskInput("Bellen met school", case_id=case.id, due_on=date(2023, 10, 20))
    task = tasks.add_task(desk, late).value
    user = sit_down(desk)
    assert user.window.history.here is not None
    assert user.window.history.here.key == "vandaag"
    user.open("dossier", f"case:{case.id}")
    acts = user.page.acts  # type: ignore[attr-defined]
    acts.complete_task(task.id)
    user.settle()
    assert offered(user) == "Ongedaan maken"
    assert tasks.open_tasks(desk) == []
    leave_text(user)
    user.press(Qt.Key.Key_Z, CTRL)
    assert [one.id for one in tasks.open_tasks(desk)] == [task.id]
    assert toast(user).text() == "Ongedaan gemaakt: taak afgevinkt"
    user.press(Qt.Key.Key_Z, BOTH)
    assert tasks.open_tasks(desk) == []
    user.session.lock("user")
    again = reopen(desk)
    assert again.vault.verify().ok
    assert [act.code for act in undo.recent(again)][:2] == ["complete_task", "add_task"]
