# SPDX-License-Identifier: EUPL-1.2
"""Nothing is saved over unseen: a record that changed in the meantime is shown beside what was typed."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.conftest import MakeDesk
from tests.gui.conftest import SitDown
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import A_PERSON, a_case, a_detention, a_person
from tests.helpers.keyboard import CTRL, User
from tests.helpers.vaults import PASSWORD

from casus.errors import VaultUnreachable
from casus.gui.persons.form import PersonPanel
from casus.gui.undo import UndoKeeper
from casus.services import detentions, persons, registers, undo, vaults
from casus.services.desk import Desk
from casus.services.records import Person
from casus.services.register_inputs import PermitInput

DAY = date(2023, 10, 31)
KNOWN = replace(A_PERSON, telephone="030 1111111", city="Utrecht", aliases=("Yoyo",))


def the_person(desk: Desk) -> Person:
    return a_person(desk, telephone=KNOWN.telephone, city=KNOWN.city, aliases=KNOWN.aliases)


def elsewhere(desk: Desk, person_id: str, **changes: object) -> None:
    """Change the person as another panel would."""
    now = persons.get_person(desk, person_id)
    persons.update_person(desk, person_id, now.version, replace(KNOWN, **changes))  # type: ignore[arg-type]


def edit(user: User, desk: Desk, person_id: str) -> PersonPanel:
    panel = PersonPanel(user.window, desk, person_id)
    user.window.open_panel(panel)
    user.settle()
    return panel


def save(user: User) -> None:
    user.press(Qt.Key.Key_Return, CTRL)


def words_in(panel: PersonPanel) -> str:
    assert panel.conflict is not None
    return " | ".join(one.text() for one in panel.conflict.findChildren(QLabel))


def test_both_versions_stand_side_by_side_and_a_choice_is_saved(desk: Desk, sit_down: SitDown) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.telephoneField, "030 2222222")
    elsewhere(desk, person.id, telephone="030 3333333", city="Zeist", aliases=("Yoyo", "Yo"))
    save(user)
    assert user.window.area.panel is panel  # nothing was saved
    assert panel.conflict is not None
    assert set(panel.conflict.choices) == {"telephone", "city", "aliases"}
    assert "030 2222222" in words_in(panel)
    assert "030 3333333" in words_in(panel)
    # what was typed stays; what was not touched is what is there now
    assert panel.ui.telephoneField.value() == "030 2222222"
    assert panel.ui.cityField.value() == "Zeist"
    assert panel.ui.aliasesField.free_entries() == ("Yoyo", "Yo")
    mine, theirs = panel.conflict.choices["telephone"]
    assert mine.isChecked()
    assert mine.hasFocus()
    assert_accessible(panel)
    user.tab_to(mine)
    user.press(Qt.Key.Key_Right)
    assert theirs.isChecked()
    assert panel.ui.telephoneField.value() == "030 3333333"
    user.press(Qt.Key.Key_Left)
    assert panel.ui.telephoneField.value() == "030 2222222"
    save(user)
    now = persons.get_person(desk, person.id)
    assert (now.telephone, now.city) == ("030 2222222", "Zeist")
    assert persons.aliases_of(desk, person.id) == ("Yo", "Yoyo")
    assert user.window.area.panel is None


def test_a_second_change_meanwhile_asks_again(desk: Desk, sit_down: SitDown) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.telephoneField, "030 2222222")
    elsewhere(desk, person.id, city="Zeist")
    save(user)
    elsewhere(desk, person.id, city="Zeist", telephone="030 4444444")
    save(user)
    assert panel.conflict is not None
    assert set(panel.conflict.choices) == {"telephone"}
    save(user)
    assert persons.get_person(desk, person.id).telephone == "030 2222222"


def test_an_undo_under_an_open_form_is_noticed(desk: Desk, sit_down: SitDown) -> None:
    person = the_person(desk)
    elsewhere(desk, person.id, telephone="030 9999999")
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.cityField, "Houten")
    user.window.findChildren(UndoKeeper)[0].undo()
    user.settle()
    save(user)
    assert panel.conflict is not None
    assert panel.conflict.choices["telephone"][1].isChecked()
    save(user)
    now = persons.get_person(desk, person.id)
    assert (now.telephone, now.city) == ("030 1111111", "Houten")


def test_a_change_that_is_not_in_the_form_is_told_and_saved_over_nothing(
    make_desk: MakeDesk, sit_down: SitDown
) -> None:
    desk = make_desk("coordinator")
    permit = registers.add_permit(desk, PermitInput("Garage Zes", DAY)).value
    user = sit_down(desk, "registers")
    page = user.page
    panel = page.open_entry("permits", permit.id) if hasattr(page, "open_entry") else None
    if panel is None:
        from casus.gui.registers.kinds import KINDS
        from casus.gui.registers.panel import RegisterPanel

        kind = next(one for one in KINDS if one.key == "permits")
        panel = RegisterPanel(user.window, desk, kind, permit.id)
        user.window.open_panel(panel)
    user.settle()
    user.fill(panel.ui.addressField, "Kanaalstraat 1")
    now = registers.get(desk, "permits", permit.id)
    registers.update_permit(
        desk, permit.id, now.version, PermitInput("Garage Zes", DAY, address="Kanaalstraat 2")
    )
    save(user)
    assert panel.conflict is not None
    assert set(panel.conflict.choices) == {"address"}
    save(user)
    assert getattr(registers.get(desk, "permits", permit.id), "address", "") == "Kanaalstraat 1"


def test_a_draft_of_an_older_version_is_shown_beside_what_is_there(
    desk: Desk, sit_down: SitDown, reopen: Callable[[Desk], Desk]
) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.telephoneField, "030 2222222")
    user.session.lock("idle")
    again = vaults.unlock(desk.vault.folder, PASSWORD, desk.clock)
    elsewhere(again, person.id, city="Zeist")
    user = sit_down(again)
    reopened = user.panel
    assert isinstance(reopened, PersonPanel)
    assert reopened.conflict is not None
    assert set(reopened.conflict.choices) == {"telephone", "city"}
    assert reopened.ui.cityField.value() == "Zeist"  # it was not touched in the draft
    assert reopened.ui.telephoneField.value() == "030 2222222"
    save(user)
    now = persons.get_person(again, person.id)
    assert (now.telephone, now.city) == ("030 2222222", "Zeist")


def test_a_draft_of_the_same_version_comes_back_without_a_question(desk: Desk, sit_down: SitDown) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.telephoneField, "030 2222222")
    user.session.lock("idle")
    user = sit_down(vaults.unlock(desk.vault.folder, PASSWORD, desk.clock))
    reopened = user.panel
    assert isinstance(reopened, PersonPanel)
    assert reopened.conflict is None
    assert reopened.ui.telephoneField.value() == "030 2222222"


def test_an_act_on_a_record_that_changed_says_so_and_keeps_what_was_typed(
    desk: Desk, sit_down: SitDown
) -> None:
    from casus.gui.detentions.release_form import ReleasePanel

    inside = a_detention(desk)
    user = sit_down(desk)
    panel = ReleasePanel(user.window, desk, inside.id)
    user.window.open_panel(panel)
    user.settle()
    user.fill(panel.ui.onField, "31-10-2023")
    data = detentions.DetentionInput(inside.person_id, inside.facility_id, inside.entered_on, regime="open")
    detentions.update_detention(desk, inside.id, 1, data)
    save(user)
    assert panel.conflict is None
    assert panel._notice.isVisible()
    assert panel.ui.onField.raw() == "31-10-2023"
    save(user)
    assert str(detentions.get_detention(desk, inside.id).released_on) == "2023-10-31"


def test_a_second_look_at_a_condition_says_what_it_replaces(desk: Desk, sit_down: SitDown) -> None:
    from casus.gui.detentions.condition_form import ConditionPanel

    case = a_case(desk)
    detentions.check_condition(desk, case.id, None, "housing", "entry", "arranged", DAY)
    user = sit_down(desk)
    panel = ConditionPanel(user.window, desk, case.id, "", condition="housing")
    user.window.open_panel(panel)
    user.settle()
    assert panel._notice.text().startswith("Hier staat al: Op orde, 31-10-2023.")
    panel.ui.momentField.set_value("release")
    panel.form.changed.emit()
    assert not panel._notice.isVisible()


def test_a_record_that_is_gone_keeps_what_was_typed(desk: Desk, sit_down: SitDown) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.cityField, "Houten")
    step = undo.steps(desk).undo
    assert step is not None
    undo.undo(desk, step.batch_id)
    save(user)
    assert user.window.area.panel is panel
    assert panel.ui.cityField.value() == "Houten"
    assert panel._notice.isVisible()


def test_when_the_other_version_cannot_be_read_nothing_is_lost(
    desk: Desk, sit_down: SitDown, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = the_person(desk)
    user = sit_down(desk)
    panel = edit(user, desk, person.id)
    user.fill(panel.ui.cityField, "Houten")
    elsewhere(desk, person.id, city="Zeist")

    def broken() -> None:
        raise VaultUnreachable(code="io")

    monkeypatch.setattr(panel, "fetch", broken)
    save(user)
    assert panel.ui.cityField.value() == "Houten"
    assert panel._notice.isVisible()
    monkeypatch.undo()
    save(user)
    assert panel.conflict is not None
