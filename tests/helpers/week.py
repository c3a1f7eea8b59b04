# SPDX-License-Identifier: EUPL-1.2
"""Days of a working week at a demo vault: which day it is, the next morning, and what stands on screen in words.

Texts are given in Dutch, as the code writes them; `words` says them in the language of the window.
"""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTabWidget, QWidget

from casus.demo.team import PASSWORD
from casus.domain.clock import FixedClock, SystemClock
from casus.domain.codelists import codelist
from casus.gui.dates_text import language
from casus.gui.dossier.assessment_form import AssessmentPanel
from casus.gui.dossier.page import DossierPage
from casus.gui.records import ListPage
from casus.gui.search import Finder
from casus.gui.widgets.choice_fields import ChipsField, SegmentedChoice
from casus.gui.widgets.field import Field
from casus.gui.widgets.segments import Chip
from casus.services import vaults
from casus.services.desk import Desk
from casus.services.dossier import Dossier, open_dossier
from tests.helpers.keyboard import CTRL, User, form_of
from tests.helpers.menus import pick

DAYS = tuple(date(2023, 11, 20) + timedelta(days=at) for at in range(5))
"""Monday to Friday of the week after the one in which the demo begins."""
ENTER, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Space
_TEXTS = Path(__file__).parents[2] / "resources" / "translations" / "casus_en.ts"
SitDown = Callable[..., User]


# --- the days ---


def on_day(desk: Desk, day: date, hour: int = 9) -> Desk:
    """Return the desk as it stands on a day."""
    return replace(desk, clock=FixedClock(datetime.combine(day, time(hour), UTC)))


def later(user: User, sit_down: SitDown, day: date, hour: int = 9) -> User:
    """Lock with the key for it, and unlock on a later moment: the next morning, or after a quarter of an hour."""
    folder = user.session.desk.vault.folder
    closed: list[str] = []
    user.session.locked.connect(closed.append)
    QApplication.processEvents()
    user.hit(Qt.Key.Key_L, CTRL)
    assert closed == [str(folder)]
    return sit_down(on_day(vaults.unlock(folder, PASSWORD, SystemClock()), day, hour))


def kept(user: User, case_id: str) -> Dossier:
    """Return what the vault holds of a case."""
    return open_dossier(user.session.desk, case_id)


# --- words ---


@cache
def _english() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for message in ElementTree.parse(_TEXTS).iter("message"):
        source, said = message.findtext("source") or "", message.findtext("translation") or ""
        if said not in found.setdefault(source, []):
            found[source].append(said)
    return found


def words(dutch: str) -> tuple[str, ...]:
    """Return how the window says this; English may say it in more than one way, and a name is said as it is."""
    return (dutch,) if language() == "nl" else tuple(_english().get(dutch, [dutch]))


def button(part: QWidget, dutch: str, about: str = "") -> QAbstractButton:
    """Return the visible button that begins with these words; `about` stands in its full name."""
    shown = [one for one in part.findChildren(QAbstractButton) if one.isVisible()]
    named = [(one, (one.text().replace("&&", "&"), one.accessibleName())) for one in shown]
    fits = [one for one, names in named if any(name.startswith(words(dutch)) for name in names)]
    found = [one for one in fits if about in one.accessibleName()]
    assert found, f"no button {words(dutch)} {about} among {[names for _one, names in named]}"
    return found[0]


def words_in(part: QWidget) -> str:
    """Return all that can be read in a part of the window."""
    return "\n".join(one.text() for one in part.findChildren(QLabel) if one.isVisible())


# --- what the keyboard does ---


def save(user: User) -> None:
    """Press Ctrl+Enter."""
    user.press(ENTER, CTRL)


def search(user: User, text: str) -> Finder:
    """Press Ctrl+K, type, and wait for what is found."""
    user.press(Qt.Key.Key_K, CTRL)
    user.type(text)
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    user.wait_until(lambda: finder.popup.isVisible() and finder.popup.titles() != [])
    user.settle()
    return finder


def go_to(user: User, dutch: str) -> QWidget:
    """Go to a page by its name, through the palette of commands."""
    user.press(Qt.Key.Key_P, CTRL | Qt.KeyboardModifier.ShiftModifier)
    user.type(words(dutch)[0])
    finder = user.window.findChild(Finder)
    assert isinstance(finder, Finder)
    user.wait_until(finder.popup.isVisible)
    for _ in range(finder.popup.titles().index(words(dutch)[0])):
        user.press(Qt.Key.Key_Down)
    user.press(ENTER)
    return user.page


def open_dossier_of(user: User, name: str) -> QWidget:
    """Search someone and open the first dossier found."""
    search(user, name)
    user.press(ENTER)
    here = user.window.history.here
    assert here is not None
    assert here.key == "dossier"
    return user.page


def go_to_tab(user: User, dutch: str) -> QWidget:
    """Go to a tab of the dossier with the arrows."""
    tabs: QTabWidget = user.page.tabs  # type: ignore[attr-defined]
    wanted = next(at for at in range(tabs.count()) if tabs.tabText(at) in words(dutch))
    user.tab_to(tabs.tabBar())
    while (here := tabs.currentIndex()) != wanted:
        user.press(Qt.Key.Key_Right if here < wanted else Qt.Key.Key_Left)
        assert tabs.currentIndex() != here
    found = tabs.currentWidget()
    assert found is not None
    return found


def field(user: User, key: str) -> Field:
    """Return a field of the form that is open."""
    return form_of(user.panel)[key]


def fill(user: User, **texts: str) -> None:
    """Type into fields, one after the other."""
    for key, text in texts.items():
        user.fill(field(user, key), text)


def choose(user: User, key: str, code: str) -> None:
    """Choose an option: with the arrows where only one can be on, else its chip with Space."""
    target = field(user, key)
    if isinstance(target, ChipsField):
        place = list(target.offered()).index(code)
        user.push([one for one in target.findChildren(Chip) if one.isVisible()][place])
        assert code in target.value()
        return
    user.tab_to(target)
    if isinstance(target, SegmentedChoice):
        user.press(SPACE)
        order = list(target.offered())
        step = Qt.Key.Key_Right if order.index(code) > order.index(target.value()) else Qt.Key.Key_Left
    else:
        user.press(Qt.Key.Key_Home)
        step = Qt.Key.Key_Down
    for _ in range(40):
        if target.value() == code:
            return
        user.press(step)
    assert target.value() == code


def dossier_page(user: User) -> DossierPage:
    """Return the dossier that is shown."""
    page = user.page
    assert isinstance(page, DossierPage)
    return page


def list_page(user: User, dutch: str) -> ListPage:
    """Go to a page that is a list."""
    page = go_to(user, dutch)
    assert isinstance(page, ListPage)
    return page


def from_menu(user: User, dutch: str) -> None:
    """Choose from "Meer" of the dossier."""
    pick(user, dossier_page(user).header.more, *words(dutch))


def to_phase(user: User, code: str) -> None:
    """Choose a phase from the menu of the dossier."""
    pick(user, dossier_page(user).header.phase, codelist("phase").label(code, language()))


def measure(user: User, keys: str) -> None:
    """Twelve life domains with twelve keys."""
    panel = user.panel
    assert isinstance(panel, AssessmentPanel)
    user.tab_to(next(iter(panel.scores.values())))
    for key in keys:
        user.type(key)
    save(user)


def tick_off(user: User, page: ListPage, task_id: str) -> None:
    """Go down the list to a task and tick it off."""
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    for _ in range(page.table.model.rowCount()):
        if page.table.current_id() == task_id:
            break
        user.press(Qt.Key.Key_Down)
    user.press(Qt.Key.Key_D, CTRL)
