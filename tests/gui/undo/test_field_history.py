# SPDX-License-Identifier: EUPL-1.2
"""What stood in a field before: a quiet button and Alt+G; putting it back is typing, not saving."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from tests.gui.conftest import SitDown
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import A_PERSON, a_person
from tests.helpers.every_record import records_of
from tests.helpers.keyboard import CTRL, User

from casus.errors import VaultUnreachable
from casus.gui.persons.form import PersonPanel
from casus.gui.widgets.date_fields import DateField, TimeField
from casus.gui.widgets.past import Past, shortened
from casus.gui.widgets.text_fields import NumberField, TextArea
from casus.services import families, field_history, persons, undo
from casus.services.desk import Desk
from casus.services.inputs import FamilyInput
from casus.vault.tables import Worker

ALT = Qt.KeyboardModifier.AltModifier


def change(desk: Desk, person_id: str, **changes: object) -> None:
    now = persons.get_person(desk, person_id)
    persons.update_person(desk, person_id, now.version, replace(A_PERSON, **changes))  # type: ignore[arg-type]


def edit(user: User, desk: Desk, person_id: str) -> PersonPanel:
    panel = PersonPanel(user.window, desk, person_id)
    user.window.open_panel(panel)
    user.settle()
    return panel


def open_menu(user: User) -> QMenu:
    user.press(Qt.Key.Key_G, ALT)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> list[str]:
    return [one.text() for one in menu.actions() if one.isEnabled()]


# --- the use case ----------------------------------------------------------------------------------


def test_the_old_values_come_with_who_and_when_the_latest_first(desk: Desk) -> None:
    person = a_person(desk)
    for district in ("south", "west"):
        change(desk, person.id, district=district, birth_date=date(2004, 3, 2))
    found = field_history.past_values(desk, "persons", person.id)
    assert set(found) == {"district", "birth_date"}  # neither version nor sort key
    assert [(one.value, one.who) for one in found["district"]] == [
        ("south", "Marieke Visser"),
        ("overvecht", "Marieke Visser"),
    ]
    assert [one.value for one in found["birth_date"]] == [date(2004, 3, 1)]


def test_a_value_is_offered_once_and_what_stands_there_now_is_not(desk: Desk) -> None:
    person = a_person(desk)
    for district in ("south", "west", "south", "overvecht"):
        change(desk, person.id, district=district)
    found = field_history.past_values(desk, "persons", person.id)
    assert [one.value for one in found["district"]] == ["south", "west"]
    change(desk, person.id, telephone="030 1111111")
    change(desk, person.id, telephone=None)
    assert [one.value for one in field_history.past_values(desk, "persons", person.id)["telephone"]] == [
        "030 1111111"
    ]


def test_a_reference_is_told_by_name_unless_it_is_restricted(desk: Desk) -> None:
    person, mother = a_person(desk), a_person(desk, given_name="Fatima", birth_date=date(1980, 1, 1))
    change(desk, person.id, representative_id=mother.id)
    change(desk, person.id, representative_id=None)
    found = field_history.past_values(desk, "persons", person.id)["representative_id"]
    assert [(one.value, one.name) for one in found] == [(mother.id, "El Amrani, Fatima")]
    persons.set_restricted(desk, mother.id, mother.version, True, "Bekende van een collega")
    found = field_history.past_values(desk, "persons", person.id)["representative_id"]
    assert [one.name for one in found] == [f"Afgeschermd dossier {mother.number}"]


def test_what_was_deleted_and_came_back_is_no_change_of_a_field(desk: Desk) -> None:
    person = a_person(desk)
    for way in ("undo", "redo"):
        step = getattr(undo.steps(desk), way)
        undo.undo(desk, step.batch_id)
    assert field_history.past_values(desk, "persons", person.id) == {}
    assert field_history.past_values(desk, "no_such_kind", person.id) == {}


# --- at the field ----------------------------------------------------------------------------------


def test_only_changed_fields_have_the_button(desk: Desk, sit_down: SitDown) -> None:
    person = a_person(desk)
    change(desk, person.id, telephone="030 1111111")
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    with_past = {key for key, field in panel.form.fields.items() if field.past is not None}
    assert with_past == {"telephone"}
    assert "Alt+G" in panel.ui.telephoneField.control.accessibleDescription()
    assert_accessible(panel)


def test_an_old_value_is_put_back_by_keyboard_and_saved_only_when_saved(
    desk: Desk, sit_down: SitDown
) -> None:
    person = a_person(desk, telephone="030 1111111")
    change(desk, person.id, telephone="030 2222222")
    change(desk, person.id, telephone="030 3333333")
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    before = records_of(desk)
    user.tab_to(panel.ui.telephoneField)
    menu = open_menu(user)
    assert [one.split("   ")[0] for one in entries(menu)] == ["030 2222222", "030 1111111"]
    assert "Marieke Visser" in entries(menu)[0]
    user.press(Qt.Key.Key_Escape)
    assert panel.ui.telephoneField.value() == "030 3333333"
    menu = open_menu(user)
    user._qtbot.keyClick(menu, Qt.Key.Key_Down)
    user._qtbot.keyClick(menu, Qt.Key.Key_Return)
    user.settle()
    assert panel.ui.telephoneField.value() == "030 1111111"
    assert records_of(desk) == before
    user.window.activateWindow()
    user.tab_to(panel.ui.telephoneField)
    user.press(Qt.Key.Key_Z, CTRL)  # putting back is typing
    assert panel.ui.telephoneField.value() == "030 3333333"
    panel.ui.telephoneField.put_back("030 1111111")
    user.press(Qt.Key.Key_Return, CTRL)
    assert persons.get_person(desk, person.id).telephone == "030 1111111"


def test_codes_dates_yes_and_no_and_persons_are_told_in_words(desk: Desk, sit_down: SitDown) -> None:
    mother = a_person(desk, given_name="Fatima", birth_date=date(1980, 1, 1))
    person = a_person(desk, representative_id=mother.id, interpreter=True)
    change(desk, person.id, district="south", birth_date=date(2004, 3, 2), interpreter=False)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    ui = panel.ui
    told = {}
    for key in ("district", "birth_date", "interpreter", "representative_id"):
        button = panel.form[key].past
        assert button is not None
        menu = button.open()
        told[key] = entries(menu)[0].split("   ")[0]
        menu.close()
    assert told == {
        "district": "Overvecht",
        "birth_date": "maandag 1 maart 2004",
        "interpreter": "ja",
        "representative_id": "El Amrani, Fatima",
    }
    ui.representativeField.put_back(mother.id, "El Amrani, Fatima")
    ui.districtField.put_back("overvecht")
    ui.birthDateField.put_back(date(2004, 3, 1))
    assert ui.representativeField.value() == mother.id
    user.press(Qt.Key.Key_Return, CTRL)
    now = persons.get_person(desk, person.id)
    assert (now.district, now.birth_date) == ("overvecht", date(2004, 3, 1))
    assert now.representative_id == mother.id


def test_a_colleague_who_leads_no_more_is_told_by_name(desk: Desk, sit_down: SitDown) -> None:
    from casus.gui.families.form import FamilyPanel

    with desk.changing(label="change") as session:
        colleague = Worker(name="Piet Bos", sort_key="bos", role="rio", is_owner=False, in_register=False)
        session.add(colleague)
    data = FamilyInput("El Amrani", date(2023, 10, 1), lead_id=colleague.id)
    family = families.register_family(desk, data).value
    families.update_family(desk, family.id, 1, replace(data, lead_id=desk.worker_id))
    with desk.changing(label="change") as session:
        gone = session.get(Worker, colleague.id)
        assert gone is not None
        gone.ended_on = date(2023, 10, 31)
    user = sit_down(desk)
    panel = FamilyPanel(user.window, desk, family.id)
    user.window.open_panel(panel)
    user.settle()
    button = panel.ui.leadField.past
    assert button is not None
    menu = button.open()
    assert entries(menu)[0].startswith("Piet Bos")
    menu.close()


def test_without_history_alt_g_does_nothing_and_the_form_works(
    desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = a_person(desk)
    change(desk, person.id, telephone="030 1111111")

    def broken(*_args: object) -> None:
        raise VaultUnreachable(code="io")

    monkeypatch.setattr("casus.gui.record_panel.past_values", broken)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.tab_to(panel.ui.telephoneField)
    user.press(Qt.Key.Key_G, ALT)
    assert QApplication.activePopupWidget() is None
    user.fill(panel.ui.cityField, "Zeist")
    user.press(Qt.Key.Key_Return, CTRL)
    assert persons.get_person(desk, person.id).city == "Zeist"


def test_fields_of_every_kind_take_an_old_value() -> None:
    area, number, day, moment = TextArea(), NumberField(), DateField(), TimeField()
    for field, value in ((area, "Een\nverslag"), (number, 12), (day, date(2023, 3, 1)), (moment, "14:30")):
        field.set_label("Veld")
        field.show_past([Past(value, "Marieke Visser")])
        assert field.past is not None
        changed: list[bool] = []
        field.changed.connect(lambda changed=changed: changed.append(True))
        field.put_back(value)
        assert changed
        field.show_past([])
        assert field.past is None
    assert (area.value(), number.value(), day.value()) == ("Een\nverslag", 12, date(2023, 3, 1))
    assert str(moment.value()) == "14:30:00"
    assert number.describe(1204) == "1.204"
    assert shortened("woord " * 40).endswith("…")
