# SPDX-License-Identifier: EUPL-1.2
"""A lock never fails and never loses a character, whatever the forms do."""

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casus.gui.persons.form import PersonPanel
from casus.gui.visits import HOME, VisitSubject, open_visit
from casus.gui.visits.panel import VisitPanel
from casus.services import drafts, persons, vaults
from casus.services.desk import Desk
from tests.helpers.builders import a_person
from tests.helpers.keyboard import User
from tests.helpers.vaults import PASSWORD

SitDown = Callable[..., User]


def new_person(user: User) -> PersonPanel:
    """Open the form of a new person and wait until it can be typed in."""
    user.page.open_new()  # type: ignore[attr-defined]
    panel = user.panel
    assert isinstance(panel, PersonPanel)
    user.settle()
    return panel


def test_a_form_that_breaks_does_not_keep_the_vault_open_nor_cost_the_others(
    desk: Desk, sit_down: SitDown, expected_warnings: None
) -> None:
    user = sit_down(desk, "personen")
    panel = new_person(user)
    user.fill(panel.ui.surnameField, "El Amrani")

    states = iter([{"typed": 1}])  # it gives its state once, when it opens
    user.session.drafts.register("broken:1", lambda: next(states))
    user.session.lock("idle")
    assert not desk.vault.is_open
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    try:
        assert (drafts.load_draft(again, "person:new") or {})["surname"] == "El Amrani"
    finally:
        vaults.lock(again)


def test_a_form_closed_before_it_was_ready_is_looked_after_no_more(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk, "personen")
    user.page.open_new()  # type: ignore[attr-defined]
    user.window.close_panel()
    user.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert user.session.drafts.open_keys() == ()
    user.session.lock("user")
    assert not desk.vault.is_open


def test_opening_a_form_twice_keeps_what_was_typed_in_it(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    user = sit_down(desk, "personen")
    first = new_person(user)
    user.fill(first.ui.givenNameField, "Younes")
    user.fill(first.ui.surnameField, "El Amrani")
    second = new_person(user)
    assert second is not first
    assert (second.ui.givenNameField.value(), second.ui.surnameField.value()) == ("Younes", "El Amrani")
    user.fill(second.ui.cityField, "Utrecht")
    user.session.lock("user")
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    try:
        kept = drafts.load_draft(again, "person:new") or {}
        assert (kept["surname"], kept["city"]) == ("El Amrani", "Utrecht")
    finally:
        vaults.lock(again)


def test_a_visit_opened_twice_keeps_its_report(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    user = sit_down(desk)
    subject = VisitSubject(a_person(desk).id, None, "iemand")
    reports = []
    for _ in range(2):
        before = user.window.area.panel
        open_visit(user.window, desk, HOME, subject)
        qtbot.waitUntil(lambda before=before: user.window.area.panel is not before, timeout=10_000)
        user.settle()
        panel = user.panel
        assert isinstance(panel, VisitPanel)
        reports.append(panel.ui.reportField.value())
        user.fill(panel.ui.reportField, "Koffie gedronken, gaat beter.")
    assert reports == ["", "Koffie gedronken, gaat beter."]


@pytest.mark.parametrize("key", ["personen", "casussen", "gezinnen", "trajecten", "detentie", "vandaag"])
def test_a_lock_in_the_middle_of_opening_a_page_closes_the_vault(
    desk: Desk, sit_down: SitDown, key: str
) -> None:
    user = sit_down(desk)
    user.window.open(key)
    user.session.lock("session")
    assert not desk.vault.is_open


def hold_up(user: User) -> None:
    """Give the worker something that takes a while, so that what comes after it waits."""
    user.session.tasks.run(lambda: time.sleep(0.4), owner=user.window, done=lambda _: None)


def kept(desk: Desk) -> dict[str, object]:
    """Unlock again and return the draft of a new person, and how many persons are on file."""
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    try:
        return {"draft": drafts.load_draft(again, "person:new"), "persons": persons.PersonList(again).total()}
    finally:
        vaults.lock(again)


@pytest.mark.parametrize("moment", ["closing the form", "keeping it by itself", "leaving the program"])
def test_a_draft_on_its_way_to_the_vault_is_not_lost_when_the_lock_comes_first(
    desk: Desk, sit_down: SitDown, moment: str
) -> None:
    user = sit_down(desk, "personen")
    panel = new_person(user)
    user.fill(panel.ui.surnameField, "El Amrani")
    hold_up(user)
    if moment == "closing the form":
        user.window.close_panel()
    else:
        user.session.drafts._save_changed()
    if moment == "leaving the program":
        user.window.close()
    else:
        user.session.lock("idle")
    found = kept(desk)
    assert isinstance(found["draft"], dict)
    assert found["draft"]["surname"] == "El Amrani"


def test_what_was_stored_when_the_lock_came_is_not_offered_as_a_draft_again(
    desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else the same visit would be saved twice."""
    store, begun = persons.register_person, threading.Event()

    def slowly(*given: object, **more: object) -> object:
        begun.set()
        done = store(*given, **more)  # type: ignore[arg-type]
        time.sleep(0.4)
        return done

    monkeypatch.setattr("casus.gui.persons.form.persons.register_person", slowly)
    user = sit_down(desk, "personen")
    panel = new_person(user)
    user.fill(panel.ui.givenNameField, "Younes")
    user.fill(panel.ui.surnameField, "El Amrani")
    user.session.drafts._save_changed()
    user.settle()
    panel.save()
    assert begun.wait(10)
    user.session.lock("idle")
    assert kept(desk) == {"draft": None, "persons": 1}


def test_a_draft_thrown_away_just_before_the_lock_stays_away(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk, "personen")
    panel = new_person(user)
    user.fill(panel.ui.surnameField, "El Amrani")
    user.session.drafts._save_changed()
    user.settle()
    hold_up(user)
    panel.throw_away()
    user.session.lock("idle")
    assert kept(desk)["draft"] is None
