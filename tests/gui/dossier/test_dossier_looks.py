# SPDX-License-Identifier: EUPL-1.2
"""What a dossier and its forms look like: nothing cut off, nothing wider than its place, at every size."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QTabBar, QToolButton, QWidget
from tests.helpers.builders import a_case, a_detention, a_home_visit, a_person
from tests.helpers.keyboard import User

from casus.gui.dossier.page import DossierPage
from casus.gui.theme import theme
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.panel import SidePanel
from casus.services import persons
from casus.services.records import Case

if TYPE_CHECKING:
    from casus.services.desk import Desk

ACTS = (
    "home_visit", "prison_visit", "edit_person", "open_case", "move_phase", "close_case", "review", "assign",
    "assess", "write_plan", "add_task", "share", "add_programme", "add_detention", "add_family",
)  # fmt: skip

LONGEST_FACT = "Nodig en in verhouding"
UNCHANGED = {"edit_person", "move_phase", "add_programme"}
"""Forms that may be saved as they open."""


@pytest.fixture
def case(desk: "Desk") -> Case:
    """A case with a visit, of someone inside."""
    person = a_person(desk)
    found = a_case(desk, person)
    a_home_visit(desk, found)
    a_detention(desk, person)
    return found


@pytest.fixture
def user(desk: "Desk", case: Case, sit_down: "Callable[..., User]") -> User:
    """Someone before that dossier, in a window of a small laptop."""
    someone = sit_down(desk)
    someone.window.resize(1280, 800)
    someone.open("dossier", f"case:{case.id}")
    return someone


def dossier(user: User) -> DossierPage:
    """Return the page."""
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def opened(user: User, act: str) -> SidePanel:
    """Open the form of an act."""
    getattr(dossier(user).acts, act)()
    user.settle()
    return user.panel


def too_wide(panel: SidePanel) -> list[str]:
    """Return what sticks out of the panel's scroll area."""
    area = panel.findChild(QScrollArea)
    assert area is not None
    room = area.viewport().width()
    found = []
    for part in panel.content.findChildren(QWidget):
        if part.isVisible() and part.parentWidget() is not None:
            right = part.mapTo(area.viewport(), part.rect().topRight()).x()
            if right > room:
                found.append(f"{type(part).__name__} {part.objectName()} {right} > {room}")
    return found


def cut_off(root: QWidget) -> list[str]:
    """Return the labels whose words do not fit in what they got."""
    return [
        part.text()
        for part in root.findChildren(QLabel)
        if part.isVisible()
        and part.text()
        and part.height()
        < (part.heightForWidth(part.width()) if part.wordWrap() else part.sizeHint().height())
    ]


@pytest.mark.parametrize("percent", [100, 150])
def test_no_form_is_wider_than_its_panel(user: User, percent: int) -> None:
    theme().apply("light", percent)
    for act in ACTS:
        panel = opened(user, act)
        assert too_wide(panel) == [], act
        if act not in UNCHANGED:
            panel.save_requested.emit()  # each has something to say about what is missing
            user.settle()
            assert user.panel is panel, act
            assert too_wide(panel) == [], act
        assert cut_off(panel) == [], act


def test_the_head_and_every_tab_show_all_their_words_when_a_dossier_first_opens(user: User) -> None:
    page = dossier(user)
    assert page.header.phase.width() >= page.header.phase.sizeHint().width()
    for at in range(page.tabs.count()):
        page.tabs.setCurrentIndex(at)
        user.settle()
        assert cut_off(page) == []


def test_a_dossier_that_opens_while_another_tab_was_in_view_has_a_timeline_to_read(
    user: User, desk: "Desk"
) -> None:
    other = a_case(desk, a_person(desk, given_name="Sami", surname="Bouzid"))
    for day in range(1, 29):
        a_home_visit(desk, other, on=date(2023, 5, day))
    page = dossier(user)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    user.settle()
    user.window.open("dossier", f"case:{other.id}")
    seen = 0
    while seen < 28:  # it comes in pieces; each is readable at once
        QApplication.processEvents()
        heads = [box for box in page._tabs["timeline"].findChildren(FlowBox) if box.isVisible()]
        seen = len(heads) if page.title() == "Bouzid, Sami" else 0
        assert [box for box in heads if 2 * box.height() < box.heightForWidth(box.width())] == []
    assert page.tabs.currentIndex() == 0
    user.settle()
    assert cut_off(page) == []


def test_a_restricted_dossier_is_asked_for_in_a_card_wide_enough(user: User, desk: "Desk") -> None:
    person = a_person(desk, given_name="Sami", surname="Bouzid")
    persons.set_restricted(desk, person.id, person.version, True, "Familie van een collega van ons.")
    user.open("dossier", f"person:{person.id}")
    view = dossier(user).restricted
    view.submit()
    assert view.field.error() == "Vul dit in."
    assert view.field.width() > theme().px(480)


def test_beside_a_form_every_tab_can_still_be_reached_with_the_mouse(user: User) -> None:
    opened(user, "add_task")
    bar = dossier(user).tabs.tabBar()
    assert isinstance(bar, QTabBar)
    arrows = [one for one in bar.findChildren(QToolButton) if one.isVisible()]
    assert len(arrows) == 2
    assert all(bar.rect().contains(one.geometry()) for one in arrows)
    onward = max(arrows, key=lambda one: one.x())
    while onward.isEnabled():
        QTest.mouseClick(onward, Qt.MouseButton.LeftButton)
    last = bar.tabRect(bar.count() - 1)
    assert bar.rect().contains(last.topRight())
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=last.center())
    assert bar.currentIndex() == bar.count() - 1


def test_an_ampersand_in_a_label_is_no_shortcut(user: User) -> None:
    panel = opened(user, "add_detention")
    before = user.focus()
    label = next(one for one in panel.findChildren(QLabel) if "R-plan" in one.text())
    assert "D&&R-plan" in label.text()
    user.press(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert user.focus() is before


def test_larger_letters_leave_no_fact_in_a_column_that_is_too_narrow(user: User) -> None:
    page = dossier(user)
    page.tabs.setCurrentIndex(page.tabs.count() - 1)
    user.settle()
    name = next(one for one in page.findChildren(QLabel) if one.text() == LONGEST_FACT)
    lines = name.height() / name.fontMetrics().height()
    theme().apply("light", 150)
    user.settle()
    name = next(one for one in page.findChildren(QLabel) if one.text() == LONGEST_FACT and one.isVisible())
    assert name.height() / name.fontMetrics().height() < lines + 0.9
