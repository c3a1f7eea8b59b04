# SPDX-License-Identifier: EUPL-1.2
"""Planning, day sheet and passing a case on, as a worker does it by keyboard."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casus.gui.day_sheet.page import DaySheetPage
from casus.gui.dossier.page import DossierPage
from casus.gui.planning.page import PlanningPage
from casus.services import persons, rhythm, tasks, transfers
from casus.services.desk import Desk
from casus.services.dossier import open_dossier
from casus.services.inputs import AppointmentInput, TaskInput
from casus.services.planning import PlanningList
from casus.services.records import Case
from casus.services.transfers import TransferInput
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

TODAY = date(2023, 11, 1)
NOTE = "Bel altijd eerst met de moeder."
SitDown = Callable[..., User]


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case with a visit last month, and one of another person without."""
    a_case(desk, a_person(desk, surname="Bakker"), opened_on=date(2023, 10, 30))
    found = a_case(desk, opened_on=date(2023, 9, 1))
    a_home_visit(desk, found, on=date(2023, 10, 2), report="Rustig gesprek over school.")
    return found


def words_in(part: QWidget) -> str:
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


def button(part: QWidget, name: str) -> QPushButton:
    return next(
        one
        for one in part.findChildren(QPushButton)
        if one.isVisible() and (one.accessibleName() or one.text()).startswith(name)
    )


def at_planning(user: User) -> PlanningPage:
    page = user.open("planning")
    assert isinstance(page, PlanningPage)
    return page


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)


def test_one_key_plans_an_appointment_with_whom_is_chosen_and_enter_opens(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    user = sit_down(desk)
    page = at_planning(user)
    assert page.table.model.rowCount() == 2
    assert_accessible(user.window)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home)
    assert page.table.current_id() == case.id
    user.press(Qt.Key.Key_A)
    form = form_of(user.panel)
    user.fill(form["on"], "morgen")
    save(user)
    row = PlanningList(desk).rows([case.id])[0]
    assert row["appointment_on"] == TODAY + timedelta(days=1)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Return)
    assert user.page.title() == "El Amrani, Younes"


def test_the_rhythm_is_set_and_what_makes_no_sense_is_refused_at_its_phase(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    user = sit_down(desk)
    page = at_planning(user)
    pick(user, page.more, "Ritme van bezoeken…")
    form = form_of(user.panel)
    user.fill(form["registered"], "0")
    save(user)
    assert form["registered"].error()
    user.fill(form["registered"], "60")
    save(user)
    assert rhythm.get_rhythm(desk)["registered"] == 60
    assert PlanningList(desk).rows([case.id])[0]["visit_on"] == date(2023, 12, 1)


def test_a_case_is_offered_from_the_dossier_and_accepted_with_its_work(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    tasks.add_task(desk, TaskInput("Bel de school", case_id=case.id))
    user = sit_down(desk, "dossier", f"case:{case.id}")
    page = user.page
    assert isinstance(page, DossierPage)
    pick(user, page.header.more, "Overdragen…")
    form = form_of(user.panel)
    note = form["note"].value()
    assert "Fase: Aangemeld" in note
    assert "Bel de school" in note
    save(user)
    assert form["to_name"].error()
    assert form["note"].value() == note
    user.fill(form["to_name"], "Bart van der Meer")
    save(user)
    assert "Aangeboden aan Bart van der Meer op 1 nov" in words_in(page.header)
    user.push(button(page.header.offer, "Accepteren"))
    form = form_of(user.panel)
    save(user)
    assert form["work"].error()
    user.tab_to(form["work"])
    user.press(Qt.Key.Key_Space)
    save(user)
    assert not page.header.offer.isVisible()
    assert "regie: Bart van der Meer" in words_in(page.header)
    assert case.id not in PlanningList(desk).ids()
    planning = at_planning(user)
    assert planning.workers.isVisible()
    user.tab_to(planning.workers)
    user.press(Qt.Key.Key_Up)
    user.press(Qt.Key.Key_Return)
    assert planning.table.model.rowCount() == 1


def test_a_second_offer_is_refused_at_the_field_and_what_was_typed_stays(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    transfers.offer_transfer(desk, TransferInput(case.id, NOTE, to_name="Bart van der Meer"))
    user = sit_down(desk, "dossier", f"case:{case.id}")
    page = user.page
    page.acts.hand_over()  # type: ignore[attr-defined]
    user.settle()
    form = form_of(user.panel)
    user.tab_to(form["to_worker_id"])
    user.press(Qt.Key.Key_Down)
    user.fill(form["note"], "Eigen woorden van minstens tien tekens.")
    save(user)
    assert "al aangeboden" in form["to_worker_id"].error()
    assert form["note"].value() == "Eigen woorden van minstens tien tekens."


def test_offers_are_refused_with_a_reason_or_withdrawn_on_planning(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    first = transfers.offer_transfer(desk, TransferInput(case.id, NOTE, to_name="Bart")).value
    user = sit_down(desk)
    page = at_planning(user)
    assert "El Amrani, Younes" in words_in(page.offers)
    user.push(button(page.offers, "Weigeren"))
    form = form_of(user.panel)
    user.fill(form["reason"], "vol")
    save(user)
    assert form["reason"].error()
    user.fill(form["reason"], "Mijn caseload is vol tot januari.")
    save(user)
    assert transfers.get_transfer(desk, first.id).status == "refused"
    assert not page.offers.isVisible()
    again = transfers.offer_transfer(desk, TransferInput(case.id, NOTE, to_name="Bart"))
    user.window.emit_changed(again.changes)
    user.settle()
    user.push(button(page.offers, "Intrekken"))
    assert transfers.get_transfer(desk, again.value.id).status == "withdrawn"


def test_the_day_sheet_turns_with_the_arrows_and_masks_what_is_restricted(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    hidden = a_person(desk, surname="Geheim")
    persons.set_restricted(desk, hidden.id, hidden.version, True, "Bedreigd.")
    tasks.add_appointment(desk, AppointmentInput("home_visit", TODAY, "09:30", case_id=case.id))
    tasks.add_appointment(desk, AppointmentInput("office", TODAY, "11:00", hidden.id))
    tasks.add_task(desk, TaskInput("Papieren meenemen", case_id=case.id))
    user = sit_down(desk)
    user.push(at_planning(user).sheet)
    page = user.page
    assert isinstance(page, DaySheetPage)
    assert [card.title.text() for card in page.cards] == [
        "09:30 · El Amrani, Younes", f"11:00 · Afgeschermd dossier {hidden.number}",
    ]  # fmt: skip
    said = words_in(page)
    for words in ("Rustig gesprek over school.", "Papieren meenemen", "telefoonnummer"):
        assert words in said
    assert "Geheim" not in said
    assert_accessible(user.window)
    user.tab_to(page.area)
    user.press(Qt.Key.Key_Right)
    assert page.cards == []
    assert "geen afspraak" in words_in(page)
    user.press(Qt.Key.Key_Left)
    user.push(page.cards[1].opener)
    assert user.page.title() == "Afgeschermd dossier"
    user.open("dagstaat")
    user.push(page.cards[0].report)
    form_of(user.panel)


def test_an_empty_vault_says_what_to_do(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    page = at_planning(user)
    assert "geen lopende casussen" in words_in(page)
    assert not page.offers.isVisible()
    assert not page.workers.isVisible()


def test_a_call_on_the_day_sheet_is_reported_as_one_and_not_before_its_day(
    desk: Desk, case: Case, sit_down: SitDown
) -> None:
    for day in (TODAY, TODAY + timedelta(days=1)):
        tasks.add_appointment(desk, AppointmentInput("telephone", day, "09:30", case_id=case.id))
    user = sit_down(desk, "dagstaat")
    page = user.page
    assert isinstance(page, DaySheetPage)
    user.tab_to(page.area)
    user.press(Qt.Key.Key_Right)
    assert not page.cards[0].report.isVisible(), "there is nothing to report of tomorrow"
    user.press(Qt.Key.Key_Left)
    (card,) = page.cards
    user.push(card.report)
    form = form_of(user.panel)
    assert form["kind"].value() == "telephone"
    user.fill(form["report"], "Hij komt morgen.")
    save(user)
    (call,) = [
        one for one in open_dossier(desk, case.id).timeline if one.kind == "contact" and one.on == TODAY
    ]
    assert call.codes["contact_kind"] == "telephone"
