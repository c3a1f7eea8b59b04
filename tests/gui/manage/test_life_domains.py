# SPDX-License-Identifier: EUPL-1.2
"""The life domains of a vault: renamed, moved, hidden and added in Beheer, undone, and gone with the vault."""

from PySide6.QtCore import Qt
from tests.gui.conftest import SitDown
from tests.helpers.keyboard import CTRL, form_of

from casus.domain.codelists import codelist
from casus.gui.labels import label
from casus.gui.manage.page import ManagePage
from casus.services import undo, vaults
from casus.services.desk import Desk


def test_life_domains_are_changed_with_the_keyboard_and_undone(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk, "beheer")
    page = user.page
    assert isinstance(page, ManagePage)
    user.push(page.life_domains.lines["housing"].parts["rename"])
    user.fill(form_of(user.panel)["nl"], "Wonen")
    user.press(Qt.Key.Key_Return, CTRL)
    assert label("life_domain", "housing") == "Wonen"
    user.push(page.life_domains.lines["housing"].parts["down"])
    assert codelist("life_domain").values[:2] == ("finances", "housing")
    assert user.focus() is page.life_domains.lines["housing"].parts["down"]
    user.push(page.life_domains.lines["justice"].parts["hide"])
    assert "justice" not in codelist("life_domain")
    assert label("life_domain", "justice") == "Justitie en politie"
    user.push(page.life_domains.findChild(type(page.life_domains.lines["housing"].parts["rename"])))
    user.fill(form_of(user.panel)["nl"], "wonen")
    user.press(Qt.Key.Key_Return, CTRL)
    assert form_of(user.panel)["nl"].error()
    user.fill(form_of(user.panel)["nl"], "Geloof en zingeving")
    user.press(Qt.Key.Key_Return, CTRL)
    own = codelist("life_domain").values[-1]
    assert label("life_domain", own) == "Geloof en zingeving"
    undo.undo(desk, undo.steps(desk).undo.batch_id)  # type: ignore[union-attr]
    assert codelist("life_domain").get(own) is None
    vaults.lock(desk)
    assert label("life_domain", "housing") == "Huisvesting"
