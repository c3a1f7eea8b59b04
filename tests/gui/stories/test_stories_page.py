# SPDX-License-Identifier: EUPL-1.2
"""Stories at the keyboard: written with the check beside the text, checked, approved, sent; read and told elsewhere."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_person
from tests.helpers.exchange import meet
from tests.helpers.keyboard import CTRL, User
from tests.helpers.stories import SECRET, a_second, approved, send

from casus.gui.dossier.page import DossierPage
from casus.gui.stories.form import StoryPanel
from casus.gui.stories.page import StoriesPage
from casus.gui.stories.reading import ReadingPanel
from casus.gui.stories.sending import SendStoryPanel, SendWithdrawalPanel
from casus.gui.stories.steps import ApprovePanel, CheckPanel
from casus.gui.stories.withdrawing import StoryConsentPanel, StoryWithdrawPanel
from casus.services import exchange, stories, story_tips
from casus.services.desk import Desk
from casus.services.stories.story_list import StoryList

SitDown = Callable[..., User]
MakeDesk = Callable[..., Desk]
TEXTS = {
    "title": "Weer naar school",
    "what_we_did": "We bleven bellen.",
    "what_changed": "Het ging beter.",
    "what_we_learned": "Een klein succes telt.",
}


def all_of(desk: Desk) -> list[str]:
    """The status of every story."""
    records = StoryList(desk)
    return [str(row["status"]) for row in records.rows(records.ids("", {}, "title", descending=False))]


def act(user: User, page: StoriesPage, key: Qt.Key) -> None:
    """Choose the first story and press a key."""
    user.settle()
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    user.press(key)
    user.settle()


def test_a_story_is_written_checked_approved_and_sent_at_the_keyboard(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    desk = make_desk()
    case = a_case(desk, a_person(desk, given_name="Xandrina", surname="Qwartel", street="Vlinderhof"))
    second = a_second(desk)
    meet(desk, make_desk("coordinator", "Ingrid Coordinator"))
    user = sit_down(desk, "dossier", f"case:{case.id}")
    dossier = user.page
    assert isinstance(dossier, DossierPage)
    menu = dossier.header.more_menu
    next(one for one in menu.actions() if one.text() == "Verhaal-tip geven").trigger()
    user.settle()
    assert "Verhaal-tip weghalen" in [one.text() for one in menu.actions()]
    page = user.open("verhalen", "tips")
    assert isinstance(page, StoriesPage)
    assert page.parts is not None
    tips = page.parts.tips
    assert tips.model.id_at(0) == case.id
    assert page.parts.bar.buttons()[1].text().endswith("(1)")
    page.open_new()
    user.settle()
    panel = user.panel
    assert isinstance(panel, StoryPanel)
    for key, text in TEXTS.items():
        user.fill(panel.form[key], text)
    user.fill(panel.form["situation"], "😀 Xandrina uit de Vlinderhof 7 kwam niet meer.")
    panel.check.check()
    user.settle()
    situation, beside = panel.ui.situationField, panel.check.beside["situation"]
    marks = situation.edit.extraSelections()
    assert [one.cursor.selectedText() for one in marks] == ["Xandrina", "Vlinderhof 7"]
    assert marks[0].format.underlineStyle() == QTextCharFormat.UnderlineStyle.WaveUnderline
    assert_accessible(panel)
    for wanted in ("een jongere", "een straat in de wijk"):
        button = next(one for one in beside.findChildren(QPushButton) if wanted in one.text())
        user.tab_to(button)
        user.press(Qt.Key.Key_Space)
        user.settle()
    assert situation.value() == "😀 Een jongere uit een straat in de wijk kwam niet meer."
    assert beside.hits == ()
    user.press(Qt.Key.Key_Return, CTRL)
    assert all_of(desk) == ["draft"]

    user.tab_to(tips.view)  # the story is written, so the tip can go
    user.press(Qt.Key.Key_Home, CTRL)
    user.press(Qt.Key.Key_W)
    user.settle()
    assert story_tips.story_tips(desk) == 0
    assert tips.model.rowCount() == 0
    user.tab_to(page.parts.bar.buttons()[1])
    user.press(Qt.Key.Key_Left)
    act(user, page, Qt.Key.Key_T)
    assert isinstance(user.panel, CheckPanel)
    user.panel.ui.recognisableField.set_value(True)
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert user.panel._notice.text().startswith("Toestemming:")  # nobody agreed yet: said above the story
    user.panel.change.click()
    user.settle()
    assert isinstance(user.panel, StoryPanel)
    for key, value in (
        ("consent_by", "young_person"),
        ("consent_how", "spoken"),
        ("consent_on", date(2023, 10, 1)),
    ):
        user.panel.form[key].set_value(value)
    user.press(Qt.Key.Key_Return, CTRL)
    act(user, page, Qt.Key.Key_T)
    user.panel.form["recognisable"].set_value(True)
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert all_of(desk) == ["reviewed"]

    act(user, page, Qt.Key.Key_M)
    assert isinstance(user.panel, ApprovePanel)
    assert user.panel.ui.secondField.value() == second
    user.fill(user.panel.ui.secretField, "niet de goede zin")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert all_of(desk) == ["reviewed"]
    assert user.panel.ui.secretField.value() == ""
    user.fill(user.panel.ui.secretField, SECRET)
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert all_of(desk) == ["released"]

    act(user, page, Qt.Key.Key_V)
    assert isinstance(user.panel, SendStoryPanel)
    user.panel.place.set_value(tmp_path / "verhaal.casusbundel")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert (tmp_path / "verhaal.casusbundel").exists()
    act(user, page, Qt.Key.Key_L)
    assert isinstance(user.panel, ReadingPanel)
    page._consent()
    user.settle()
    assert isinstance(user.panel, StoryConsentPanel)
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert all_of(desk) == ["withdrawn"]
    page._tell()
    user.settle()
    assert isinstance(user.panel, SendWithdrawalPanel)
    assert len(user.panel._chosen()) == 1


def test_a_coordinator_reads_tells_and_withdraws(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    worker, office = make_desk(), make_desk("coordinator", "Ingrid Coordinator")
    to = meet(worker, office)
    meet(office, worker)
    story = approved(worker, a_second(worker), against_grain=True)
    exchange.take(office, send(worker, story, [to], tmp_path))
    user = sit_down(office, "verhalen")
    page = user.page
    assert isinstance(page, StoriesPage)
    assert_accessible(page)
    act(user, page, Qt.Key.Key_Return)
    assert isinstance(user.panel, ReadingPanel)
    assert any("Tegenverhaal" in words for words in _labels(user.panel))
    act(user, page, Qt.Key.Key_P)
    assert all_of(office) == ["published"]
    act(user, page, Qt.Key.Key_I)
    assert isinstance(user.panel, StoryWithdrawPanel)
    user.fill(user.panel.form["reason"], "Het past niet meer bij dit verslag.")
    user.press(Qt.Key.Key_Return, CTRL)
    user.settle()
    assert all_of(office) == ["withdrawn"]
    assert stories.get_story(worker, story.id).status == "released"


def _labels(panel: ReadingPanel) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [one.text() for one in panel.view.findChildren(QLabel)]
