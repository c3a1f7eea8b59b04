# SPDX-License-Identifier: EUPL-1.2
"""The main window: going places, messages, menus and what it tells the outside."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from casus.errors import StaleRecord, VaultInUse
from casus.gui.drafts import DraftKeeper
from casus.gui.settings import Settings
from casus.gui.shell import ActionRegistry, ActionSpec, MainWindow
from casus.gui.shell.history import History, Place
from casus.gui.theme import theme
from casus.gui.widgets.feedback import ProgressRow
from tests.helpers.gallery import CasesPage, Moment, VisitPanel, make_window


def shown(window: MainWindow) -> str:
    """Return the title of the page that is shown."""
    page = window.page()
    return page.title() if page is not None else ""


def test_back_and_forward_go_where_one_was(window: MainWindow) -> None:
    window.open("vandaag")
    window.open("dossier", "7")
    window.go_back()
    window.go_back()
    assert shown(window) == "Casussen"
    window.go_forward()
    assert shown(window) == "Vandaag"
    window.open("registers")
    assert not window.history.can_go_forward


def test_alt_left_goes_back(window: MainWindow, qtbot: QtBot) -> None:
    window.open("vandaag")
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert shown(window) == "Casussen"


def test_the_window_title_never_holds_the_title_of_a_record(window: MainWindow) -> None:
    window.open("dossier", "7")
    assert shown(window) == "El Amrani, Younes"
    assert window.windowTitle() == "Casus · Dossier"


def test_a_record_keeps_its_page_marked_in_the_sidebar(window: MainWindow) -> None:
    window.open("vandaag")
    window.open("dossier", "7")
    assert window.sidebar.button("casussen").isChecked()


def test_the_keyboard_in_the_navigation_goes_along_to_the_page_that_opens(window: MainWindow) -> None:
    window.open("vandaag")
    window.sidebar.take_focus()
    window.open("casussen")
    assert window.sidebar.button("casussen").hasFocus()


def test_buttons_that_leave_a_title_no_room_stand_under_it(window: MainWindow, qtbot: QtBot) -> None:
    window.open("casussen")
    page = window.page()
    assert page is not None
    made = [page.add_secondary(f"Iets langs doen {at}", lambda: None) for at in range(3)]
    window.resize(1400, 800)
    qtbot.waitUntil(lambda: made[0].geometry().top() < page._title.geometry().bottom())
    window.resize(760, 800)
    qtbot.waitUntil(lambda: made[0].geometry().top() >= page._title.geometry().bottom())
    assert page._title.width() >= page._title.fontMetrics().horizontalAdvance("Casussen")


def test_only_the_pages_of_a_role_are_there(window: MainWindow) -> None:
    keys = [spec.key for spec in window.sidebar_specs()]
    assert "beheer" not in keys
    assert keys[:3] == ["vandaag", "personen", "casussen"]
    with pytest.raises(KeyError):
        window.open("beheer")


def test_a_narrow_window_keeps_only_the_icons_with_their_names(window: MainWindow) -> None:
    window.resize(1400, 800)
    wide = window.sidebar.width()
    window.resize(1000, 800)
    assert window.sidebar.width() < wide / 2
    assert window.sidebar.button("casussen").toolTip() == "Casussen, 1.204"
    assert window.sidebar.button("casussen").accessibleName() == "Casussen, 1.204"


def test_arrows_move_through_the_sidebar(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.sidebar.take_focus()
    qtbot.keyClick(window.sidebar.button("casussen"), Qt.Key.Key_Down)
    assert shown(window) == "Gezinnen"


def test_every_page_made_so_far_hears_of_a_change(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[object] = []
    monkeypatch.setattr(CasesPage, "changed", lambda _self, changes, _by: heard.append(changes))
    window.open("vandaag")
    moment = Moment(frozenset({"case"}))
    window.emit_changed(moment)
    assert heard == [moment]


def test_an_expected_error_is_a_sentence_above_the_page_until_one_goes_on(window: MainWindow) -> None:
    window.show_error(StaleRecord("case", "7"))
    page = window.page()
    assert page is not None
    assert page.notice.isVisible()
    assert "gewijzigd" in page.notice.text()
    window.open("vandaag")
    window.open("casussen")
    assert not page.notice.isVisible()


def test_an_expected_error_stands_in_the_panel_when_one_is_open(window: MainWindow) -> None:
    panel = VisitPanel(window)
    window.open_panel(panel)
    window.show_error(VaultInUse())
    assert panel._notice.isVisible()
    page = window.page()
    assert page is not None
    assert not page.notice.isVisible()


def test_a_bug_gives_one_dialog_that_blocks_nothing_and_tells_no_data(window: MainWindow) -> None:
    window.show_error(ValueError("Fatima Canarie"))
    window.show_error(ValueError("Fatima Canarie"))
    boxes = window.findChildren(QMessageBox)
    assert len(boxes) == 1
    assert "Canarie" not in boxes[0].text() + boxes[0].informativeText()
    boxes[0].close()


def test_a_failed_job_without_anyone_to_tell_is_shown(window: MainWindow, qtbot: QtBot) -> None:
    def work() -> None:
        raise StaleRecord("case", "7")

    window.tasks.run(work, owner=window, done=lambda _: None)
    page = window.page()
    assert page is not None
    qtbot.waitUntil(page.notice.isVisible)


def test_every_action_has_words_and_its_own_shortcut_and_is_in_the_help(window: MainWindow) -> None:
    shortcuts = [spec.shortcut for spec, _ in window.actions_registry if spec.shortcut]
    assert len(shortcuts) == len(set(shortcuts))
    assert all(action.text() for _, action in window.actions_registry)
    assert all(not QKeySequence(keys).isEmpty() for keys in shortcuts)


@pytest.mark.parametrize(("key", "shortcut"), [("lock", "Ctrl+Y"), ("new", "Ctrl+L")])
def test_an_action_or_shortcut_twice_is_a_bug(window: MainWindow, key: str, shortcut: str) -> None:
    with pytest.raises(ValueError, match=r"exists|taken"):
        window.actions_registry.add(ActionSpec(key, "Iets", lambda: None, shortcut))


def test_a_menu_shows_actions_added_later_and_not_those_removed(window: MainWindow) -> None:
    def texts() -> list[str]:
        menu = next(menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Be&werken")
        menu.aboutToShow.emit()
        return [action.text() for action in menu.actions()]

    registry: ActionRegistry = window.actions_registry
    registry.add(ActionSpec("visit", "Bezoek vastleggen", lambda: None, "Ctrl+B", "edit"))
    assert "Bezoek vastleggen" in texts()
    registry.remove("visit")
    assert "Bezoek vastleggen" not in texts()


def test_locking_and_languages_are_asked_of_the_application(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.lock_requested) as lock:
        window.actions_registry.action("lock").trigger()
    with qtbot.waitSignal(window.language_requested) as language:
        window.actions_registry.action("english").trigger()
    assert (lock.args, language.args, window.settings.language) == (["user"], ["en"], "en")


def test_size_and_colours_change_at_once_and_are_remembered(window: MainWindow) -> None:
    window.actions_registry.action("larger").trigger()
    window.actions_registry.action("theme_dark").trigger()
    assert (window.settings.font_percent, window.settings.theme) == (110, "dark")
    assert theme().tokens.dark
    window.actions_registry.action("normal").trigger()
    assert window.settings.font_percent == 100


def test_control_k_and_control_f_find_their_fields(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    window.focus_search()
    assert window.topbar.search.hasFocus()
    window.focus_list_search()
    page = window.page()
    assert isinstance(page, CasesPage)
    assert page.table.search.hasFocus()


def test_closing_keeps_drafts_and_the_place_of_the_window(qtbot: QtBot) -> None:
    kept: list[str] = []
    settings = Settings()
    window = make_window(settings, DraftKeeper(lambda key, _payload: kept.append(key)))
    qtbot.addWidget(window)
    window.show()
    window.resize(770, 600)
    panel = VisitPanel(window)
    window.open_panel(panel)
    panel.form["report"].set_value("half af")
    window.close()
    assert kept == ["visit:1"]
    again = make_window(settings)
    qtbot.addWidget(again)
    assert again.width() == 770
    for one in (window, again):
        one.tasks.shutdown()


@pytest.mark.parametrize("geometry", ["geen base64!", "AAAA", ""])
def test_a_damaged_place_of_the_window_gives_the_usual_size(qtbot: QtBot, geometry: str) -> None:
    window = make_window(Settings(geometry=geometry))
    qtbot.addWidget(window)
    assert window.width() == 1280
    window.tasks.shutdown()


def test_in_a_crowded_window_the_panel_takes_the_place_of_the_page(window: MainWindow) -> None:
    window.open_panel(VisitPanel(window))
    window.resize(1280, 800)
    assert window.area.stack.isVisible()
    window.resize(760, 700)
    assert not window.area.stack.isVisible()
    window.close_panel()
    assert window.area.stack.isVisible()


def test_history_forgets_what_is_too_long_ago() -> None:
    history = History()
    for number in range(150):
        history.visit(Place("dossier", str(number)))
    steps = 0
    while history.back() is not None:
        steps += 1
    assert steps == 99
    assert history.here == Place("dossier", "50")


def test_going_to_where_one_is_leaves_no_trace() -> None:
    history = History()
    history.visit(Place("a"))
    history.visit(Place("a"))
    assert not history.can_go_back
    assert History().back() is None
    assert History().here is None


def test_a_bar_appears_only_for_work_that_takes_long_and_stops_it(window: MainWindow, qtbot: QtBot) -> None:
    import threading

    row, gate, ended = ProgressRow(window), threading.Event(), []

    def work(progress: Callable[[int, int], None]) -> None:
        while not gate.wait(0.01):
            progress(3, 9)

    job = window.tasks.run_long(work, owner=window, done=ended.append, failed=ended.append)
    row.follow(job, "Rapport maken")
    assert not row.isVisible()
    qtbot.waitUntil(row.isVisible, timeout=2000)
    qtbot.waitUntil(lambda: "3 van 9" in row._words.text())
    row._cancel.click()
    qtbot.waitUntil(lambda: bool(ended))
    gate.set()
    assert not row.isVisible()


def test_nothing_opens_as_a_window_of_its_own_while_a_page_or_panel_is_built(
    window: MainWindow, qtbot: QtBot
) -> None:
    class Watch(QObject):
        def __init__(self) -> None:
            super().__init__()
            self.opened: list[str] = []

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.opened.append(type(watched).__name__)
            return False

    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    for key in ("vandaag", "registers", "dossier"):
        window.open(key)
    window.open_panel(VisitPanel(window))
    QApplication.processEvents()
    app.removeEventFilter(watch)
    assert watch.opened == []
