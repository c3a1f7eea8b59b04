# SPDX-License-Identifier: EUPL-1.2
"""The bar with the views of detention, again after someone has been away."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from casus.gui.detentions.page import DetentionsPage
from casus.gui.releases.page import ReleasesPage
from casus.services.desk import Desk
from tests.helpers.keyboard import User


def test_tab_enters_the_bar_at_the_view_that_is_shown_also_the_second_time(
    make_desk: Callable[..., Desk], sit_down: Callable[..., User]
) -> None:
    user = sit_down(make_desk("rio"))
    for _ in range(2):
        page = user.open("detentie")
        assert isinstance(page, DetentionsPage)
        user.tab_to(page.views)
        assert page.views.buttons()[0].hasFocus()
        user.press(Qt.Key.Key_Right)
        assert isinstance(user.page, ReleasesPage)
