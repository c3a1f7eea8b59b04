# SPDX-License-Identifier: EUPL-1.2
"""Verantwoording at the keyboard: each page with its number; closing tells what ends; a meeting is shared at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_partner
from tests.helpers.keyboard import CTRL, User, form_of

from casus.errors import NotFound
from casus.gui.accountability.page import AccountabilityPage, summaries
from casus.gui.cases.phase_form import PhasePanel
from casus.gui.sharings.form import MeetingSharingPanel, SharingEditPanel
from casus.gui.sharings.page import SharingsPage
from casus.gui.shell import Summary
from casus.services import cases, contacts, sharing, tasks
from casus.services.desk import Desk
from casus.services.inputs import Attendee, ContactInput, SharingInput, TaskInput
from casus.services.records import Case

NOTE = "Het gaat al een half jaar goed."


@pytest.fixture
def case(desk: Desk) -> Case:
    """A case with a task, and data shared with a partner and with someone else."""
    found = a_case(desk)
    tasks.add_task(desk, TaskInput("Bellen met school", desk.today(), case_id=found.id))
    shared = SharingInput(
        found.person_id, None, "public_task", desk.today(), found.id, recipient="Politie",
        data_kinds=("plan",), way="oral",
    )  # fmt: skip
    sharing.log_sharing(desk, shared)
    sharing.log_sharing(
        desk, replace(shared, recipient=None, partner_id=a_partner(desk).id, person_told=True)
    )
    return found


@pytest.fixture
def user(desk: Desk, case: Case, sit_down: Callable[..., User]) -> User:
    """A PGA expert."""
    assert case
    return sit_down(desk)


def test_every_page_under_it_is_listed_with_its_number_and_opens(user: User) -> None:
    page = user.open("verantwoording")
    assert isinstance(page, AccountabilityPage)
    under = user.window.pages_under("verantwoording")
    assert tuple(page.rows) == tuple(spec.key for spec in under)
    assert {"ontbrekend", "verstrekkingen"} <= set(page.rows)
    shared = page.rows["verstrekkingen"]
    assert (shared.figure.text(), "1" in shared.words.text()) == ("2", True)
    assert "2" in shared.link.accessibleName()
    assert_accessible(page)
    user.push(shared.link)
    assert isinstance(user.page, SharingsPage)
    assert user.window.sidebar.button("verantwoording").isChecked()

    def broken() -> Summary:
        raise NotFound("cases", "f" * 32)

    found = summaries([replace(under[0], summary=broken), under[1], replace(under[1], key="x", summary=None)])
    assert found[under[0].key].attention
    assert found[under[1].key].words
    assert found["x"] == Summary("")


def test_a_line_is_withdrawn_from_the_list_and_its_numbers_follow(user: User, desk: Desk) -> None:
    page = user.open("verstrekkingen")
    assert isinstance(page, SharingsPage)
    page.table.select_id(page.table.model.id_at(0))
    page.table.view.setFocus()
    user.settle()
    user.press(Qt.Key.Key_V)
    assert isinstance(user.panel, SharingEditPanel)
    form = form_of(user.panel)
    user.tab_to(form["mode"])
    user.press(Qt.Key.Key_Space)
    user.press(Qt.Key.Key_Right)
    assert not form["data_kinds"].isVisible()
    user.fill(form["reason"], "Dit gesprek ging over een ander.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert page.table.model.rowCount() == 1
    page.show_totals()
    user.settle()
    assert page.source.records.totals("").whole == 1


def test_closing_tells_what_ends_and_reopening_offers_it_again(user: User, desk: Desk, case: Case) -> None:
    user.open("dossier", f"case:{case.id}")
    panel = PhasePanel(user.window, desk, case.id, target="closed")
    user.window.open_panel(panel)
    user.settle()
    said = " ".join(panel.consequences.words())
    assert "taken (1)" in said
    form = form_of(panel)
    assert form["outcome"].isVisible()
    form["closure_reason"].set_value("deceased")
    panel.arrange()
    assert not form["outcome"].isVisible()
    form["closure_reason"].set_value("moved")
    form["outcome"].set_value("stable")
    form["reason"].set_value(NOTE)
    user.press(Qt.Key.Key_Return, CTRL)
    assert cases.get_case(desk, case.id).outcome == "stable"
    again = PhasePanel(user.window, desk, case.id, target="reopened")
    user.window.open_panel(again)
    user.settle()
    offered = form_of(again)["again"]
    assert [words.split(" (")[0] for words in offered.offered().values()] == ["Bellen met school"]
    assert offered.value() == ()
    offered.set_value(tuple(offered.offered()))
    form_of(again)["reason"].set_value("Toch weer terug in Utrecht.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert [one.title for one in tasks.open_tasks(desk)] == ["Bellen met school"]


def test_what_was_shared_at_a_meeting_begins_with_who_was_there(user: User, desk: Desk, case: Case) -> None:
    there = (Attendee(name="Wijkagent"), Attendee(name="Leerplicht"))
    met = ContactInput(case.person_id, case.id, desk.today(), report="Plan besproken.", attendees=there)
    meeting = contacts.log_contact(desk, "mdo", met).value
    user.open("dossier", f"case:{case.id}")
    panel = MeetingSharingPanel(user.window, desk, meeting.id, case.person_id, case.id)
    user.window.open_panel(panel)
    user.settle()
    form = form_of(panel)
    assert sorted(form["recipients"].offered().values()) == ["Leerplicht", "Wijkagent"]
    assert not form["partner_id"].isVisible()
    form["data_kinds"].set_value(("plan",))
    user.press(Qt.Key.Key_Return, CTRL)
    told = {one.recipient for one in sharing.sharings_of(desk, case.person_id) if one.contact_id}
    assert told == {"Wijkagent", "Leerplicht"}
