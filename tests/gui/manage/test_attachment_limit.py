# SPDX-License-Identifier: EUPL-1.2
"""How large a document may be: read and changed in Beheer, refused at the field."""

from PySide6.QtCore import Qt
from tests.gui.conftest import SitDown
from tests.helpers.keyboard import CTRL, form_of

from casus.gui.manage.page import ManagePage
from casus.services import attachments
from casus.services.desk import Desk


def test_the_limit_is_changed_by_keyboard(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk, "beheer")
    page = user.page
    assert isinstance(page, ManagePage)
    row = page.attachment_limit.row
    assert "50 MB" in row.words.text()
    user.push(row.button)
    field = form_of(user.panel)["megabytes"]
    assert field.value() == 50
    for wrong in ("0", "501"):
        user.fill(field, wrong)
        user.press(Qt.Key.Key_Return, CTRL)
        assert "500" in field.error()
    assert attachments.attachment_limit(desk) == 50
    user.fill(field, "200")
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None
    assert (attachments.attachment_limit(desk), "200 MB" in row.words.text()) == (200, True)
