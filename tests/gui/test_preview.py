# SPDX-License-Identifier: EUPL-1.2
"""Space in a list shows the record beside it; the keyboard stays where it was."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from casus.gui.records import ListPage
from casus.gui.records.preview import PreviewPanel
from casus.services import persons
from casus.services.desk import Desk
from casus.vault.tables import AuditEntry
from tests.helpers.builders import a_case, a_home_visit, a_person
from tests.helpers.keyboard import User

SitDown = Callable[..., User]


def words(panel: PreviewPanel) -> str:
    """Return everything that can be read in a preview."""
    return "\n".join(one.text() for one in panel.findChildren(QLabel) if one.isVisible())


def views(desk: Desk) -> list[str]:
    """Return the ids of the cases that were looked into, in order."""
    wanted = select(AuditEntry.record_id).where(AuditEntry.action == "viewed", AuditEntry.kind == "cases")
    with desk.reading() as session:
        return list(session.scalars(wanted.order_by(AuditEntry.seq)))


def at_the_list(desk: Desk, sit_down: SitDown) -> tuple[User, ListPage]:
    """Sit down at the cases, with the first row current."""
    user = sit_down(desk, "casussen")
    page = user.page
    assert isinstance(page, ListPage)
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    return user, page


def preview(page: ListPage, qtbot: QtBot, name: str) -> PreviewPanel:
    """Wait for the preview of this name, with what comes next in it."""

    def there() -> bool:
        panel = page.preview.panel
        return panel is not None and panel.title() == name and "Volgende afspraak" in words(panel)

    qtbot.waitUntil(there)
    assert page.preview.panel is not None
    return page.preview.panel


def test_space_shows_what_comes_next_the_arrows_take_it_along_and_enter_opens(
    desk: Desk, sit_down: SitDown, qtbot: QtBot
) -> None:
    first = a_case(desk, a_person(desk, given_name="Anna", surname="Aarts"))
    second = a_case(desk, a_person(desk, given_name="Bram", surname="Bakker"))
    a_home_visit(desk, first, on=date(2023, 10, 30), next_on=date(2023, 11, 3), next_time="10:30")
    user, page = at_the_list(desk, sit_down)
    user.press(Qt.Key.Key_Space)
    shown = words(preview(page, qtbot, "Aarts, Anna"))
    assert "10:30 · Huisbezoek" in shown
    assert "Laatste contact" in shown
    user.press(Qt.Key.Key_Down)
    assert "niets gepland" in words(preview(page, qtbot, "Bakker, Bram"))
    assert page.table.view.hasFocus()
    assert views(desk) == [first.id, second.id]
    user.press(Qt.Key.Key_Space)
    assert page.preview.panel is None
    assert page.table.view.hasFocus()
    user.press(Qt.Key.Key_Return)
    assert user.window.history.here is not None
    assert user.window.history.here.record_id == f"case:{second.id}"


def test_the_latest_contact_is_told_once_in_most_words(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    a_home_visit(desk, a_case(desk, a_person(desk, surname="Aarts")), on=date(2023, 10, 30))
    user, page = at_the_list(desk, sit_down)
    user.press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: page.preview.panel is not None and "Bereikt" in words(page.preview.panel).title())
    assert page.preview.panel is not None
    assert words(page.preview.panel).count("Laatste contact") == 1


def test_rows_passed_quickly_are_not_looked_into(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    cases = [a_case(desk, a_person(desk, given_name="Anna", surname=f"Aarts{at}")) for at in range(4)]
    user, page = at_the_list(desk, sit_down)
    user.press(Qt.Key.Key_Space)
    for _ in range(3):
        user.press(Qt.Key.Key_Down)
    preview(page, qtbot, "Aarts3, Anna")
    assert views(desk)[-1] == cases[3].id
    assert len(views(desk)) < len(cases)


def test_a_restricted_dossier_shows_no_more_than_its_row_and_escape_closes(
    desk: Desk, sit_down: SitDown, qtbot: QtBot
) -> None:
    person = a_person(desk, given_name="Anna", surname="Aarts")
    case = a_case(desk, person)
    a_home_visit(desk, case, on=date(2023, 10, 30), next_on=date(2023, 11, 3))
    fresh = persons.get_person(desk, person.id)
    persons.set_restricted(desk, person.id, fresh.version, True, "Familie van een collega van ons.")
    user, page = at_the_list(desk, sit_down)
    user.press(Qt.Key.Key_Space)
    qtbot.waitUntil(
        lambda: page.preview.panel is not None and "vraagt een reden" in words(page.preview.panel)
    )
    assert page.preview.panel is not None
    assert "Huisbezoek" not in words(page.preview.panel)
    assert views(desk) == []
    user.press(Qt.Key.Key_Escape)
    assert page.preview.panel is None
    assert page.table.view.hasFocus()
