# SPDX-License-Identifier: EUPL-1.2
"""The registers page as a coordinator uses it: by keyboard, on an encrypted vault."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from tests.helpers.a11y import assert_accessible
from tests.helpers.keyboard import CTRL, SHIFT, User, form_of

from casus.errors import DiskFull
from casus.gui import forms_registry
from casus.gui.registers.history import PermitHistory
from casus.gui.registers.kinds import KINDS
from casus.gui.registers.page import RegistersPage
from casus.gui.registers.panel import RegisterPanel
from casus.gui.registers.totals import RegisterTotals
from casus.gui.widgets.text import label as text_label
from casus.services import drafts, registers
from casus.services.desk import Desk

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

Fill = dict[str, str]
FORMS: list[tuple[str, Fill, Fill]] = [
    ("school_activities", {"on": "gisteren", "school_id": "Een nieuwe school", "new_name": "De Regenboog", "reach": "28"},
     {"school": "De Regenboog"}),
    ("business_contacts", {"on": "12 okt", "district": "Overvecht", "amount": "4"}, {"district": "overvecht"}),
    ("inspections", {"on": "12 okt", "district": "Overvecht", "amount": "3"}, {"kind": "buit"}),
    ("permits", {"business_name": "Garage Zuid"}, {"status": "notified"}),
    ("resilience_sessions", {"on": "3-10-2023", "district": "Overvecht", "participants": "25"},
     {"audience": "entrepreneurs"}),
    ("vog_ambassadors", {"name": "Fatima el Idrissi", "organisation": "JoU", "trained_on": "1-3-2023"},
     {"organisation_kind": "municipality"}),
    ("workers", {"name": "Jan de Wit", "started_on": "1-3-2023"}, {"role": "pga_expert"}),
]  # fmt: skip


@pytest.fixture
def coordinator(make_desk: "MakeDesk") -> Desk:
    """A coordinator's desk."""
    return make_desk("coordinator")


@pytest.fixture
def user(coordinator: Desk, sit_down: Callable[..., User]) -> User:
    """A coordinator before the registers page."""
    return sit_down(coordinator, "registers")


def entries(desk: Desk, register: str) -> list[Any]:
    """Return the rows of a register as the list shows them."""
    records = registers.RegisterList(desk, register)
    return records.rows(records.ids("", {}, records.default_sort, False))


def begin(user: User, register: str) -> RegisterPanel:
    """Open the form for a new entry of a register."""
    user.open("registers", register)
    page = user.page
    assert isinstance(page, RegistersPage)
    page.open_new()
    user.settle()
    return opened(user)


def opened(user: User) -> RegisterPanel:
    """Return the open form."""
    panel = user.panel
    assert isinstance(panel, RegisterPanel)
    return panel


def fill(user: User, values: Fill) -> None:
    """Type these values, field by field."""
    for key, text in values.items():
        field = form_of(user.panel)[key]
        if key == "school_id":
            choose(user, text)
        else:
            user.fill(field, text)


def choose(user: User, text: str) -> None:
    """Choose a school by its first word; a space would open the list."""
    user.tab_to(form_of(user.panel)["school_id"])
    user.type(text.split()[0])


def edit_first(user: User, register: str) -> RegisterPanel:
    """Open the first entry of a register with Enter."""
    user.open("registers", register)
    page = user.page
    assert isinstance(page, RegistersPage)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home)
    user.press(Qt.Key.Key_Return)
    return opened(user)


@pytest.mark.parametrize(("register", "typed", "expected"), FORMS, ids=[form[0] for form in FORMS])
def test_an_entry_of_every_register_is_kept_by_keyboard_alone(
    user: User, coordinator: Desk, register: str, typed: Fill, expected: Fill
) -> None:
    before = len(entries(coordinator, register))
    panel = begin(user, register)
    assert panel.isAncestorOf(user.focus())
    fill(user, typed)
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None
    rows = entries(coordinator, register)
    assert len(rows) == before + 1
    assert any(all(row[key] == value for key, value in expected.items()) for row in rows)
    assert drafts.list_drafts(coordinator) == []


def test_every_register_has_a_form_that_is_tested_here() -> None:
    assert [form[0] for form in FORMS] == [kind.key for kind in KINDS]


def test_save_and_next_opens_an_empty_form_at_the_same_day(user: User, coordinator: Desk) -> None:
    begin(user, "business_contacts")
    fill(user, {"on": "12 okt", "district": "Overvecht"})
    user.press(Qt.Key.Key_Return, CTRL | SHIFT)
    panel = opened(user)
    assert len(entries(coordinator, "business_contacts")) == 1
    assert panel.form["on"].value() == date(2023, 10, 12)
    assert panel.form["district"].value() == ""
    assert panel.isAncestorOf(user.focus())


def test_saving_after_a_refused_save_and_next_does_not_open_another_form(user: User) -> None:
    begin(user, "business_contacts")
    user.press(Qt.Key.Key_Return, CTRL | SHIFT)
    assert opened(user).form["district"].error()
    fill(user, {"district": "Overvecht"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None


def test_an_entry_is_corrected_with_enter_in_the_list(user: User, coordinator: Desk) -> None:
    registers.add_inspection(
        coordinator, registers.InspectionInput(date(2023, 5, 1), district="west", amount=3)
    )
    panel = edit_first(user, "inspections")
    assert panel.form["amount"].value() == 3
    user.fill(panel.form["amount"], "7")
    user.press(Qt.Key.Key_Return, CTRL)
    assert [row["amount"] for row in entries(coordinator, "inspections")] == [7]


def test_deleting_asks_first_and_the_safe_answer_has_the_keyboard(user: User, coordinator: Desk) -> None:
    registers.add_inspection(coordinator, registers.InspectionInput(date(2023, 5, 1), district="west"))
    panel = edit_first(user, "inspections")
    user.push(panel.removal.ask)
    assert user.focus() is panel.removal.keep
    user.press(Qt.Key.Key_Space)
    assert user.focus() is panel.removal.ask
    assert len(entries(coordinator, "inspections")) == 1
    user.press(Qt.Key.Key_Space)
    user.push(panel.removal.sure)
    assert user.window.area.panel is None
    assert entries(coordinator, "inspections") == []


def test_what_others_refer_to_is_not_deleted_and_the_form_says_why(user: User, coordinator: Desk) -> None:
    panel = edit_first(user, "workers")  # the coordinator's own entry
    user.push(panel.removal.ask)
    user.push(panel.removal.sure)
    assert "einddatum" in panel._notice.text()
    assert len(entries(coordinator, "workers")) == 1


@pytest.mark.parametrize(
    ("register", "field", "typed"),
    [
        ("business_contacts", "on", "31-02"),
        ("inspections", "on", "morgen"),
        ("permits", "business_name", "Garage\u202eZuid"),
        ("workers", "started_on", "nooit"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_what_was_typed_stays(
    user: User, coordinator: Desk, register: str, field: str, typed: str
) -> None:
    before = len(entries(coordinator, register))
    panel = begin(user, register)
    values = dict(next(form[1] for form in FORMS if form[0] == register))
    fill(user, {**values, field: typed})
    user.press(Qt.Key.Key_Return, CTRL)
    assert opened(user) is panel
    assert panel.form[field].error()
    assert panel.form[field].isAncestorOf(user.focus())
    assert typed in str(panel.form[field].raw())
    assert len(entries(coordinator, register)) == before


def test_a_school_is_not_kept_when_its_first_activity_is_refused(user: User, coordinator: Desk) -> None:
    panel = begin(user, "school_activities")
    fill(user, {**FORMS[0][1], "on": "morgen"})
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["on"].error()
    assert registers.schools(coordinator) == []
    user.tab_to(panel.form["on"], SHIFT)
    user.fill(panel.form["on"], "gisteren")
    user.press(Qt.Key.Key_Return, CTRL)
    assert [school.name for school in registers.schools(coordinator)] == ["De Regenboog"]


def test_a_new_school_that_is_there_already_is_refused_beside_its_name(user: User, coordinator: Desk) -> None:
    registers.add_school(coordinator, registers.SchoolInput("De Regenboog"))
    panel = begin(user, "school_activities")
    fill(user, FORMS[0][1])
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["new_name"].error()
    assert panel.form["new_name"].value() == "De Regenboog"


def test_escape_closes_the_suggestions_before_it_closes_the_form(user: User) -> None:
    panel = begin(user, "inspections")
    user.tab_to(panel.form["district"])
    user.type("Over")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert opened(user) is panel


def test_opening_and_closing_a_form_leaves_no_draft(user: User, coordinator: Desk) -> None:
    for kind in KINDS:
        begin(user, kind.key)
        user.press(Qt.Key.Key_Escape)
        assert user.window.area.panel is None
    assert drafts.list_drafts(coordinator) == []


def test_what_was_typed_is_there_again_when_the_form_opens_again(user: User, coordinator: Desk) -> None:
    begin(user, "school_activities")
    fill(user, FORMS[0][1])
    user.press(Qt.Key.Key_Escape)
    panel = begin(user, "school_activities")
    assert panel.form["new_name"].value() == "De Regenboog"
    assert panel.form["new_name"].isVisible()
    assert panel.form["reach"].value() == 28
    user.push(panel._discard)
    assert drafts.list_drafts(coordinator) == []
    assert begin(user, "school_activities").form["new_name"].value() == ""


def test_a_draft_of_a_correction_opens_again_by_its_key(user: User, coordinator: Desk) -> None:
    permit = registers.add_permit(coordinator, registers.PermitInput("Garage Zuid", date(2023, 5, 1))).value
    panel = edit_first(user, "permits")
    user.fill(panel.form["address"], "Tarwehof 71")
    user.press(Qt.Key.Key_Escape)
    user.open("vandaag")
    desk = user.session.desk
    key = f"register:permits:{permit.id}"
    assert forms_registry.reopen(user.window, desk, key, owner=user.window)
    user.settle()
    again = opened(user)
    assert user.page is user.window.page("registers")
    assert again.form["address"].value() == "Tarwehof 71"
    assert again.form["business_name"].value() == "Garage Zuid"


def test_another_status_of_a_permit_is_a_step_and_asks_since_when(user: User, coordinator: Desk) -> None:
    permit = registers.add_permit(coordinator, registers.PermitInput("Garage Zuid", date(2023, 5, 1))).value
    panel = edit_first(user, "permits")
    assert not panel.ui.dateField.isVisible()
    user.tab_to(panel.form["status"])
    user.press(Qt.Key.Key_Down)
    assert panel.ui.dateField.isVisible()
    assert panel.form["on"].value() == coordinator.today()
    user.fill(panel.form["on"], "2-6-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    steps = registers.permit_history(coordinator, permit.id)
    assert [(step.to_status, step.on) for step in steps] == [
        ("notified", date(2023, 5, 1)),
        ("applied", date(2023, 6, 2)),
    ]
    history = edit_first(user, "permits").findChild(PermitHistory)
    assert history is not None
    words = [part.text() for part in history.findChildren(type(text_label())) if part.text()]
    assert words.index("02-06-2023") < words.index("01-05-2023")


def test_a_step_before_the_last_one_is_refused_beside_its_day(user: User, coordinator: Desk) -> None:
    registers.add_permit(coordinator, registers.PermitInput("Garage Zuid", date(2023, 5, 1)))
    panel = edit_first(user, "permits")
    user.tab_to(panel.form["status"])
    user.press(Qt.Key.Key_Down)
    user.fill(panel.form["on"], "1-4-2023")
    user.press(Qt.Key.Key_Return, CTRL)
    assert panel.form["on"].error()


def test_a_full_disk_is_told_and_the_form_stays(
    user: User, coordinator: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object, **_named: object) -> None:
        raise DiskFull

    panel = begin(user, "workers")
    monkeypatch.setattr(registers, "get", full)
    fill(user, FORMS[-1][1])
    monkeypatch.setattr(type(coordinator.vault), "transaction", full)
    user.press(Qt.Key.Key_Return, CTRL)
    assert opened(user) is panel
    assert panel._notice.isVisible()
    assert panel.form["name"].value() == "Jan de Wit"


def test_an_empty_register_says_so_and_offers_the_first_entry(user: User) -> None:
    page = user.page
    assert isinstance(page, RegistersPage)
    empty = page.table._empty
    assert empty.isVisible()
    user.push(empty.action)
    assert isinstance(user.panel, RegisterPanel)


def test_arrows_in_the_bar_go_from_register_to_register(user: User) -> None:
    page = user.page
    assert isinstance(page, RegistersPage)
    user.tab_to(page.bar)
    user.press(Qt.Key.Key_Right)
    assert page.kind.key == KINDS[1].key


@pytest.mark.parametrize("register", [kind.key for kind in KINDS])
def test_every_register_and_its_form_can_be_read_out_and_reached(user: User, register: str) -> None:
    begin(user, register)
    assert_accessible(user.window)
    assert user.window.windowTitle() == "Casus · Registers"
    QApplication.processEvents()


def test_totals_of_a_register_beside_it_for_a_period_that_is_typed(user: User, coordinator: Desk) -> None:
    for year, amount in ((2022, 4), (2023, 7)):
        registers.add_inspection(
            coordinator,
            registers.InspectionInput(
                on=date(year, 5, 1),
                kind="buit",
                amount=amount,
                result="nothing",
                district="west",
                theme="drug_crime",
            ),
        )
    page = user.open("registers", "inspections")
    assert isinstance(page, RegistersPage)
    page.show_totals()
    user.settle()
    panel = user.panel
    assert isinstance(panel, RegisterTotals)

    def shown() -> str:
        return " ".join(one.text() for one in panel.findChildren(QLabel))

    assert "BUIT-controle 7 was 4" in shown()
    user.fill(panel.period, "2022-Q5")
    assert panel.period.error()
    user.fill(panel.period, "2022-Q2")
    user.wait_until(lambda: "BUIT-controle 4 was 0" in shown())
    assert not panel.period.error()
    assert_accessible(panel)
