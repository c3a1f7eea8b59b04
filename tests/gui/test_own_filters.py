# SPDX-License-Identifier: EUPL-1.2
"""A user's own filters and columns of a list, by keyboard, back after closing."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from casus.gui.lists import RecordTable
from casus.gui.records import ListPage
from casus.services.desk import Desk
from casus.services.saved_filters import SavedFilter, saved_filters
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.keyboard import CTRL, User

SitDown = Callable[..., User]


def persons_table(user: User) -> RecordTable:
    page = user.open("personen")
    assert isinstance(page, ListPage)
    user.press(Qt.Key.Key_F, CTRL)
    return page.table


def opened_menu(user: User, qtbot: QtBot, table: RecordTable) -> QMenu:
    user.push(table.toolbar.filters)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def texts(menu: QMenu) -> list[str]:
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def choose(menu: QMenu, start: str) -> None:
    """Choose with the arrows, as a keyboard does."""
    for _ in menu.actions():
        QTest.keyClick(menu, Qt.Key.Key_Down)
        active = menu.activeAction()
        if active is not None and active.text().startswith(start):
            QTest.keyClick(menu, Qt.Key.Key_Return)
            return
    raise AssertionError(start)


def keep(user: User, qtbot: QtBot, table: RecordTable, name: str) -> None:
    choose(opened_menu(user, qtbot, table), "Dit filter bewaren")
    user.type(name)
    user.press(Qt.Key.Key_Return)


def test_a_filter_is_kept_in_the_vault_counted_and_chosen_again(
    desk: Desk, sit_down: SitDown, qtbot: QtBot
) -> None:
    for name in ("Bouzid", "Bouzidi", "Visser"):
        a_person(desk, surname=name)
    user = sit_down(desk)
    table = persons_table(user)
    table.search.setText("bouz")
    user.settle()
    keep(user, qtbot, table, "Familie B")
    assert saved_filters(desk, "persons") == (SavedFilter("Familie B", "bouz", (), table.query().sort),)
    table.clear()
    user.settle()
    menu = opened_menu(user, qtbot, table)
    assert texts(menu)[0] == "Familie B (2)"
    choose(menu, "Familie B")
    user.settle()
    assert table.search.text() == "bouz"
    assert table.model.rowCount() == 2


def test_nothing_asked_is_nothing_to_keep_and_an_empty_menu_says_so(
    desk: Desk, sit_down: SitDown, qtbot: QtBot
) -> None:
    user = sit_down(desk)
    table = persons_table(user)
    menu = opened_menu(user, qtbot, table)
    assert texts(menu)[0] == "Nog geen eigen filters"
    assert not any(action.isEnabled() for action in menu.actions() if not action.isSeparator())
    menu.close()


def test_a_filter_is_thrown_away(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    user = sit_down(desk)
    table = persons_table(user)
    table.search.setText("iemand")
    user.settle()
    keep(user, qtbot, table, "Weg")
    menu = opened_menu(user, qtbot, table)
    drop = next(action.menu() for action in menu.actions() if isinstance(action.menu(), QMenu))
    drop.actions()[0].trigger()
    menu.close()
    user.settle()
    assert saved_filters(desk, "persons") == ()


def test_escape_while_naming_keeps_nothing(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    user = sit_down(desk)
    table = persons_table(user)
    table.search.setText("iemand")
    user.settle()
    choose(opened_menu(user, qtbot, table), "Dit filter bewaren")
    user.type("Bijna")
    user.press(Qt.Key.Key_Escape)
    assert not table.toolbar.name.isVisible()
    assert saved_filters(desk, "persons") == ()


def test_a_column_is_hidden_stays_hidden_and_comes_back(desk: Desk, sit_down: SitDown, qtbot: QtBot) -> None:
    a_case(desk, a_person(desk), opened_on=desk.today())
    user = sit_down(desk, "casussen")
    page = user.page
    assert isinstance(page, ListPage)
    table = page.table
    user.press(Qt.Key.Key_F, CTRL)
    at = [column.key for column in page._source.columns].index("district")
    user.push(table.toolbar.columns)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    choose(menu, "Wijk")
    assert table.view.isColumnHidden(at)
    assert user.session.settings.list_states["cases"].hidden == ("district",)
    again = RecordTable(page._source, user.session.tasks, table._spec, settings=user.session.settings)
    qtbot.addWidget(again)
    assert again.view.isColumnHidden(at)
    table.toolbar.columns_reset.emit()
    assert not table.view.isColumnHidden(at)
    assert user.session.settings.list_states["cases"].hidden == ()


def test_the_bar_above_a_list_is_accessible(desk: Desk, sit_down: SitDown) -> None:
    user = sit_down(desk)
    assert_accessible(persons_table(user))
