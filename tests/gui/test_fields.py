# SPDX-License-Identifier: EUPL-1.2
"""Fields: what they give, what they say when it is wrong, and that the keyboard is enough."""

from collections.abc import Callable
from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QCheckBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from casus.errors import InvalidInput
from casus.gui.visits.agreements import AgreementsField
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import CheckField, ChipsField, ChoiceField, SegmentedChoice
from casus.gui.widgets.date_fields import DateField, TimeField
from casus.gui.widgets.field import Field
from casus.gui.widgets.text_fields import NumberField, PasswordField, TextArea, TextField
from tests.helpers.a11y import spoken_name

TODAY = date(2026, 11, 23)
RESULTS = [Choice("reached", "Bereikt"), Choice("absent", "Niet thuis"), Choice("refused", "Weigert")]
MANY = [Choice(str(at), f"Partner {at}") for at in range(20)]


Show = Callable[..., QWidget]


@pytest.fixture
def shown(qtbot: QtBot) -> Show:
    """Show fields in a window that lives as long as the test."""
    windows: list[QWidget] = []

    def show(*fields: Field) -> QWidget:
        window = QWidget()
        windows.append(window)
        column = QVBoxLayout(window)
        for field in fields:
            column.addWidget(field)
        qtbot.addWidget(window)
        window.resize(500, 400)
        window.show()
        window.activateWindow()
        QApplication.processEvents()
        return window

    return show


def test_a_control_is_named_by_its_label_and_described_by_help_and_error(shown: Show, qtbot: QtBot) -> None:
    field = TextField()
    field.set_label("Achternaam")
    field.set_help("Zonder voorvoegsel.")
    field.set_optional(True)
    field.set_error("Dit is te lang.")
    shown(field)
    spoken = QAccessible.queryAccessibleInterface(field.control)
    assert spoken.text(QAccessible.Text.Name) == "Achternaam (niet verplicht)"
    assert spoken.text(QAccessible.Text.Description) == "Dit is te lang. Zonder voorvoegsel."


def test_the_error_stands_between_label_and_control_and_goes_again(shown: Show, qtbot: QtBot) -> None:
    field = TextField()
    field.set_label("Achternaam")
    window = shown(field)
    field.set_error("Vul dit in.")
    QApplication.processEvents()
    error = field._error_row
    assert field._title.y() < error.y() < field.control.y()
    assert field.control.property("error") == "true"
    field.set_error("")
    assert not error.isVisibleTo(window)
    assert field.control.property("error") == "false"


@pytest.mark.parametrize("text", ["<b>x</b>", "a & b", "<img src=x>"])
def test_a_label_is_never_read_as_markup(shown: Show, text: str) -> None:
    field = TextField()
    field.set_label(text)
    shown(field)
    assert "<b>x</b>" not in field._title.text().replace("&lt;", "&lt ;")
    assert spoken_name(field.control) == text


@pytest.mark.parametrize(
    ("typed", "day", "echo"),
    [("12 nov", date(2026, 11, 12), "donderdag 12 november 2026"),
     ("gisteren", date(2026, 11, 22), "zondag 22 november 2026"),
     ("7-3-25", date(2025, 3, 7), "vrijdag 7 maart 2025")],
)  # fmt: skip
def test_a_date_is_typed_freely_and_echoed_with_its_weekday(
    shown: Show, qtbot: QtBot, typed: str, day: date, echo: str
) -> None:
    field = DateField()
    field.today = lambda: TODAY
    shown(field)
    qtbot.keyClicks(field.edit, typed)
    assert field.value() == day
    assert field.echo.text() == echo


def test_a_date_that_does_not_exist_stays_as_typed_and_is_refused(shown: Show, qtbot: QtBot) -> None:
    field = DateField()
    field.today = lambda: TODAY
    field.set_key("on")
    shown(field)
    qtbot.keyClicks(field.edit, "31-02-2026")
    with pytest.raises(InvalidInput) as caught:
        field.value()
    assert (caught.value.field, caught.value.rule) == ("on", "date")
    assert (field.raw(), field.echo.text()) == ("31-02-2026", "")


def test_an_empty_date_is_none_where_it_may_be_and_refused_where_not(shown: Show, qtbot: QtBot) -> None:
    field = DateField()
    shown(field)
    with pytest.raises(InvalidInput):
        field.value()
    field.set_optional(True)
    assert field.value() is None


def test_a_birth_date_with_two_figures_lies_in_the_past(shown: Show, qtbot: QtBot) -> None:
    field = DateField()
    field.set_kind("birth")
    field.today = lambda: TODAY
    shown(field)
    qtbot.keyClicks(field.edit, "1-2-30")
    assert field.value() == date(1930, 2, 1)


def test_a_time_is_typed_freely(shown: Show, qtbot: QtBot) -> None:
    field = TimeField()
    shown(field)
    qtbot.keyClicks(field.edit, "1430")
    assert (field.value(), field.echo.text()) == (time(14, 30), "14:30")


def test_segments_are_reached_by_tab_once_and_moved_through_by_arrows(shown: Show, qtbot: QtBot) -> None:
    before, choice, after = TextField(), SegmentedChoice(), TextField()
    choice.set_choices(RESULTS)
    shown(before, choice, after)
    choice.set_value("reached")
    before.take_focus()
    QApplication.processEvents()
    qtbot.keyClick(before.control, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert choice.value() == "absent"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after.control


def test_tab_enters_segments_at_the_chosen_one_wherever_it_was_before(shown: Show, qtbot: QtBot) -> None:
    before, choice = TextField(), SegmentedChoice()
    choice.set_choices(RESULTS)
    shown(before, choice)
    right, left = Qt.Key.Key_Right, Qt.Key.Key_Left
    for chosen, key, onward in (
        ("absent", right, "refused"), ("reached", right, "absent"), ("refused", left, "absent"),
    ):  # fmt: skip
        choice.set_value(chosen)
        before.take_focus()
        QApplication.processEvents()
        qtbot.keyClick(before.control, Qt.Key.Key_Tab)
        assert QApplication.focusWidget().isChecked()
        assert choice.value() == chosen
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert choice.value() == onward
        assert QApplication.focusWidget().isChecked()


def test_a_segment_is_chosen_by_mouse_and_told(shown: Show, qtbot: QtBot) -> None:
    choice = SegmentedChoice()
    choice.set_label("Hoe liep het?")
    choice.set_choices(RESULTS)
    shown(choice)
    with qtbot.waitSignal(choice.changed):
        qtbot.mouseClick(choice.bar.buttons()[2], Qt.MouseButton.LeftButton)
    assert choice.value() == "refused"
    assert spoken_name(choice.bar.buttons()[2]) == "Hoe liep het?: Weigert"


def test_segments_that_do_not_fit_go_on_to_the_next_line(shown: Show, qtbot: QtBot) -> None:
    choice = SegmentedChoice()
    choice.set_choices([Choice(str(at), "Een lange keuze") for at in range(5)])
    window = shown(choice)
    window.resize(260, 400)
    QApplication.processEvents()
    tops = {button.y() for button in choice.bar.buttons()}
    assert len(tops) > 1
    assert all(button.geometry().right() <= choice.bar.width() for button in choice.bar.buttons())


def test_a_code_list_fills_a_choice_in_the_windows_language(shown: Show, qtbot: QtBot) -> None:
    field = ChoiceField()
    field.set_codelist("district")
    shown(field)
    assert field.combo.count() > 5
    assert field.value() == ""
    code = str(field.combo.itemData(2))
    field.set_value(code)
    assert field.value() == code


def test_in_a_long_list_typing_part_of_a_name_finds_it(shown: Show, qtbot: QtBot) -> None:
    field = ChoiceField()
    field.set_choices(MANY)
    shown(field)
    field.take_focus()
    edit = field.combo.lineEdit()
    assert edit is not None
    edit.clear()
    qtbot.keyClicks(edit, "partner 17")
    assert field.value() == "17"
    edit.clear()
    qtbot.keyClicks(edit, "bestaat niet")
    assert field.value() == ""


def test_the_wheel_scrolls_past_a_choice_without_changing_it(shown: Show, qtbot: QtBot) -> None:
    field = ChoiceField()
    field.set_choices(RESULTS)
    field.set_value("absent")
    shown(field, TextField())
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    field.combo.clearFocus()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.combo, event)
    assert field.value() == "absent"


def test_several_chips_and_entries_of_ones_own_can_be_chosen(shown: Show, qtbot: QtBot) -> None:
    field = ChipsField()
    field.set_label("Wie was erbij?")
    field.set_choices(RESULTS)
    field.set_free("Iemand anders")
    shown(field)
    field.set_value(["absent"])
    qtbot.keyClicks(field.add_edit, "Buurvrouw")
    qtbot.keyClick(field.add_edit, Qt.Key.Key_Return)
    qtbot.keyClicks(field.add_edit, "Oom")
    assert field.value() == ("absent",)
    assert field.free_entries() == ("Buurvrouw", "Oom")


def test_what_is_typed_joins_the_chip_that_says_the_same(shown: Show, qtbot: QtBot) -> None:
    field = ChipsField()
    field.set_free("Iemand anders")
    shown(field)
    qtbot.keyClicks(field.add_edit, "bereikt")
    qtbot.keyClick(field.add_edit, Qt.Key.Key_Return)
    assert field.free_entries() == ("bereikt",)
    field.set_choices(RESULTS)
    assert (field.value(), field.free_entries()) == (("reached",), ())
    qtbot.keyClicks(field.add_edit, "weigert")
    qtbot.keyClick(field.add_edit, Qt.Key.Key_Return)
    assert (field.value(), field.free_entries()) == (("reached", "refused"), ())


def test_tab_goes_through_the_chips_and_then_to_the_line_for_others(shown: Show, qtbot: QtBot) -> None:
    field = ChipsField()
    field.set_choices(RESULTS)
    field.set_free("Iemand anders")
    shown(field)
    field.take_focus()
    labels = []
    for _ in RESULTS:
        here = QApplication.focusWidget()
        assert isinstance(here, QCheckBox)
        labels.append(here.text())
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert labels == ["Bereikt", "Niet thuis", "Weigert"]
    assert QApplication.focusWidget() is field.add_edit


def test_chips_come_back_from_a_draft(shown: Show, qtbot: QtBot) -> None:
    field, again = ChipsField(), ChipsField()
    for one in (field, again):
        one.set_choices(RESULTS)
        one.set_free("Iemand anders")
    shown(field, again)
    field.set_value(["reached", "refused"])
    qtbot.keyClicks(field.add_edit, "Oom & tante")
    again.set_raw(field.raw())
    assert again.value() == ("reached", "refused")
    assert again.free_entries() == ("Oom & tante",)


def test_tab_leaves_a_longer_text(shown: Show, qtbot: QtBot) -> None:
    text, after = TextArea(), TextField()
    shown(text, after)
    text.take_focus()
    QApplication.processEvents()
    qtbot.keyClicks(text.edit, "Verslag")
    qtbot.keyClick(text.edit, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after.control
    assert text.value() == "Verslag"


def test_a_longer_text_grows_and_tells_the_room_left_near_its_end(shown: Show, qtbot: QtBot) -> None:
    text = TextArea()
    window = shown(text)
    before = text.edit.height()
    text.set_value("regel\n" * 12)
    assert text.edit.height() > before
    assert not text._hint.isVisibleTo(window)
    text.set_value("x" * 19_990)
    assert text._hint.text() == "Nog 10 tekens over"
    text.set_value("x" * 20_005)
    assert text._hint.text() == "5 tekens te veel"


def test_a_password_is_hidden_shown_on_request_and_never_in_a_draft(shown: Show, qtbot: QtBot) -> None:
    field = PasswordField()
    field.add_toggle()
    shown(field)
    qtbot.keyClicks(field.edit, "paard batterij")
    assert field.edit.displayText() != "paard batterij"
    field.toggle_letters()
    assert field.edit.displayText() == "paard batterij"
    assert (field.value(), field.raw()) == ("paard batterij", "")


def test_numbers_and_boxes_give_their_values(shown: Show, qtbot: QtBot) -> None:
    number, box = NumberField(), CheckField()
    box.set_label("Er was een tolk bij")
    number.set_range(0, 12)
    shown(number, box)
    number.set_value(40)
    with qtbot.waitSignal(box.changed):
        box.box.click()
    assert (number.value(), box.value()) == (12, True)
    assert spoken_name(box.control) == "Er was een tolk bij"


def test_tab_follows_the_eye_through_options_chips_and_lines_made_later(qtbot: QtBot) -> None:
    root = QWidget()
    qtbot.addWidget(root)
    column = QVBoxLayout(root)
    above, below = TextField(), TextField()
    options, chips, lines = SegmentedChoice(), ChipsField(), AgreementsField()
    for field in (above, options, chips, lines, below):
        column.addWidget(field)
    options.set_choices([Choice("a", "A"), Choice("b", "B")])
    chips.set_choices([Choice("c", "C"), Choice("d", "D")])
    lines.set_raw([["bellen", "", ""], ["schrijven", "", ""]])
    root.show()
    step, met = above.control, []
    while (step := step.nextInFocusChain()) is not below.control:
        owner = next((one for one in (options, chips, lines) if one.isAncestorOf(step)), None)
        if owner is not None and step.focusPolicy() & Qt.FocusPolicy.TabFocus and step.isVisible():
            met.append(owner)
    assert met == [options] * 2 + [chips] * 2 + [lines] * 11
