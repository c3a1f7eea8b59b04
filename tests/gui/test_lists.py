# SPDX-License-Identifier: EUPL-1.2
"""Lists: quick at ten thousand, searched, filtered, sorted, remembered, and used by keyboard."""

import threading
import time
from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from casus.errors import VaultLocked
from casus.gui.lists import BLOCK, FilterChip, ListSpec, Query, RecordTable, Row
from casus.gui.lists.chips import ChipBar
from casus.gui.lists.model import RecordModel
from casus.gui.settings import ListState, Settings
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from tests.helpers.gallery import FakeCases

CHIPS = (
    FilterChip("mine", "Van mij"),
    FilterChip("open", "Open", "state"),
    FilterChip("shut", "Dicht", "state"),
)
Make = Callable[..., RecordTable]


@pytest.fixture
def make(runner: TaskRunner, qtbot: QtBot) -> Make:
    def build(
        size: int = 250, settings: Settings | None = None, source: FakeCases | None = None
    ) -> RecordTable:
        spec = ListSpec("Casussen", lambda n: "casus" if n == 1 else "casussen", "cases", CHIPS)
        table = RecordTable(source or FakeCases(size), runner, spec, settings=settings)
        qtbot.addWidget(table)
        table.resize(900, 600)
        table.show()
        with qtbot.waitSignal(table.loaded):
            table.reload()
        return table

    return build


def test_a_list_shows_names_and_how_many_there_are(make: Make) -> None:
    table = make(1204)
    assert table.model.rowCount() == 1204
    assert table.model.index(0, 0).data() == "El Amrani, Younes"
    assert table.count.text() == "1.204 casussen"


def test_one_record_is_called_one(make: Make) -> None:
    assert make(1).count.text() == "1 casus"


def test_typing_filters_and_tells_how_many_are_shown(make: Make, qtbot: QtBot) -> None:
    table = make(250)
    qtbot.keyClicks(table.search, "bouzid")
    qtbot.waitUntil(lambda: table.count.text() == "250 casussen, 31 getoond")
    assert {table.model.index(row, 0).data().split(",")[0] for row in range(31)} == {"Bouzid"}


def test_quick_typing_asks_for_the_first_and_the_last_only(make: Make, qtbot: QtBot) -> None:
    class Slow(FakeCases):
        def __init__(self) -> None:
            super().__init__(50)
            self.gate = threading.Event()
            self.asked_for: list[str] = []
            self.gate.set()

        def fetch_ids(self, query: Query) -> list[str]:
            self.gate.wait(5)
            self.asked_for.append(query.text)
            return super().fetch_ids(query)

    source = Slow()
    table = make(source=source)
    source.gate.clear()
    qtbot.keyClicks(table.search, "bouzid")
    source.gate.set()
    qtbot.waitUntil(lambda: "getoond" in table.count.text())
    assert source.asked_for == ["", "b", "bouzid"]


def test_chips_of_a_group_exclude_one_another(make: Make, qtbot: QtBot) -> None:
    table = make()
    for key in ("mine", "open", "shut"):
        qtbot.mouseClick(table.chips._chips[key][1], Qt.MouseButton.LeftButton)
    assert table.query().chips == frozenset({"mine", "shut"})
    qtbot.waitUntil(lambda: "83 getoond" in table.count.text())


def test_a_group_of_many_stands_behind_one_button_that_says_what_is_on(qtbot: QtBot) -> None:
    chips = [FilterChip(f"kind:{code}", code, "kind", "Soort") for code in ("politie", "R&D", "school")]
    bar = ChipBar([FilterChip("mine", "Van mij"), *chips])
    qtbot.addWidget(bar)
    (menu,) = bar.menus.values()
    assert bar.parts() == (bar._chips["mine"][1], menu)
    actions = dict(zip(("politie", "R&D", "school"), menu.menu().actions(), strict=True))
    for code in ("politie", "R&D"):
        with qtbot.waitSignal(bar.changed):
            actions[code].trigger()
    assert bar.chosen() == frozenset({"kind:R&D"})
    bar.show_counts("kind", {"kind:R&D": 0, "kind:school": 1})
    assert (menu.text(), menu.accessibleName()) == ("R&&D (0)", "Filter Soort: R&D (0)")
    assert [one.isVisible() for one in actions.values()] == [False, True, True]
    actions["R&D"].trigger()
    assert (menu.text(), menu.accessibleName()) == ("Soort…", "Filter Soort: alles")
    bar.choose(("mine", "kind:school"))
    assert menu.text() == "school (1)"


def test_a_click_on_a_header_sorts_and_a_second_one_turns_round(make: Make, qtbot: QtBot) -> None:
    table = make(40)
    for descending in (False, True):
        with qtbot.waitSignal(table.loaded):
            table.view.horizontalHeader().sectionClicked.emit(0)
        names = [table.model.index(row, 0).data() for row in range(40)]
        assert names == sorted(names, reverse=descending)


def test_rows_are_fetched_in_blocks_when_they_come_into_view(make: Make, qtbot: QtBot) -> None:
    source = FakeCases(10_000)
    table = make(source=source)
    assert source.asked == [BLOCK]
    table.view.scrollTo(table.model.index(5_050, 0))
    qtbot.waitUntil(lambda: table.model.index(5_050, 0).data() is not None)
    assert table.model.index(5_050, 0).data() == source.name(5_050)
    assert sum(source.asked) <= 3 * BLOCK


def test_ten_thousand_are_shown_sorted_and_filtered_in_a_moment(make: Make, qtbot: QtBot) -> None:
    table = make(10_000)
    for act in (table.reload, lambda: table.sort_by("name"), lambda: table.search.setText("yil")):
        start = time.perf_counter()
        with qtbot.waitSignal(table.loaded):
            act()
        assert time.perf_counter() - start < 1.0


def test_enter_opens_and_space_previews_the_current_record(make: Make, qtbot: QtBot) -> None:
    table = make()
    table.select_id("3")
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    with qtbot.waitSignal(table.previewed) as previewed:
        qtbot.keyClick(table.view, Qt.Key.Key_Space)
    assert (opened.args, previewed.args) == (["3"], ["3"])


def test_reloading_keeps_the_record_one_was_at(make: Make, qtbot: QtBot) -> None:
    table = make()
    table.select_id("42")
    with qtbot.waitSignal(table.loaded):
        table.sort_by("name", descending=True)
    assert table.current_id() == "42"


def test_sorting_and_widths_are_remembered_at_any_size(make: Make, qtbot: QtBot) -> None:
    settings = Settings()
    table = make(settings=settings)
    theme().apply("light", 150)
    table.sort_by("name", descending=True)
    qtbot.waitUntil(lambda: not table.model._running)
    table.view.setColumnWidth(2, 300)
    state = settings.list_states["cases"]
    assert (state.sort, state.descending, state.widths[2]) == ("name", True, 200)
    theme().apply("light", 100)
    again = make(settings=settings)
    assert again.query().sort == "name"
    assert again.view.columnWidth(2) == table.view.columnWidth(2) == 200


def test_a_remembered_column_that_no_longer_exists_does_no_harm(make: Make) -> None:
    settings = Settings(list_states={"cases": ListState("gone", False, (1, 2, 3, 4, 5, 6, 7))})
    assert make(settings=settings).model.rowCount() == 250


def test_nothing_there_and_nothing_found_are_two_things(make: Make, qtbot: QtBot) -> None:
    table = make(250)
    table.search.setText("bestaat niet")
    qtbot.waitUntil(lambda: table._stack.currentWidget() is table._nothing)
    qtbot.mouseClick(table._nothing.action, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: table._stack.currentWidget() is table.view)
    empty = make(0)
    assert empty._stack.currentWidget() is empty._empty


def test_an_error_of_the_source_is_handed_on_and_the_list_goes_on_working(make: Make, qtbot: QtBot) -> None:
    class Locked(FakeCases):
        locked = False

        def fetch_ids(self, query: Query) -> list[str]:
            if self.locked:
                raise VaultLocked
            return super().fetch_ids(query)

    source = Locked(10)
    table = make(source=source)
    source.locked = True
    with qtbot.waitSignal(table.refused) as refused:
        table.reload()
    assert isinstance(refused.args[0], VaultLocked)
    source.locked = False
    with qtbot.waitSignal(table.loaded):
        table.reload()


def test_rows_of_an_earlier_order_never_land_in_a_later_one(make: Make, qtbot: QtBot) -> None:
    table = make(500)
    model = table.model
    generation = model._generation
    with qtbot.waitSignal(table.loaded):
        table.sort_by("name")
    model._take_rows(generation, 4, [Row("1", ("vals",) * 5)])
    assert model._rows.get("1") is None or model._rows["1"].cell(0).text != "vals"


def test_a_cell_is_spoken_with_its_column_and_second_line(make: Make) -> None:
    spoken = make(3).model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Naam: El Amrani, Younes, 18 jaar · Overvecht"


def test_a_name_keeps_room_in_a_narrow_window(make: Make) -> None:
    table = make(3)
    table.resize(400, 400)
    QApplication.processEvents()
    assert table.view.columnWidth(0) >= 200


def test_the_model_keeps_qts_rules(runner: TaskRunner, qtbot: QtBot, qtmodeltester: ModelTester) -> None:
    class Ready(FakeCases):
        def fetch_rows(self, ids: Sequence[str]) -> list[Row]:
            return super().fetch_rows(ids)

    model = RecordModel(Ready(30), runner)
    with qtbot.waitSignal(model.ordered):
        model.ask(Query())
    qtmodeltester.check(model)
    assert model.rowCount(model.index(0, 0)) == model.columnCount(model.index(0, 0)) == 0
    assert model.data(QModelIndex()) is None
