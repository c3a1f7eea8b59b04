# SPDX-License-Identifier: EUPL-1.2
"""A worker looks at every row, seals it, and deals with questions; the coordinator sees whose figures are in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from tests.helpers.builders import a_case, a_person
from tests.helpers.contributing import Team
from tests.helpers.keyboard import CTRL, User

from casus.domain.periods import Period
from casus.gui.contributed.page import ContributedPage
from casus.gui.contributed.taking_back import TakeBackPanel
from casus.gui.counting_together.page import TogetherPage
from casus.gui.counting_together.panels import AnswerPanel
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.page import BundlesPage
from casus.gui.exchange.bundles.several import SeveralPanel
from casus.gui.report.contribution import ContributionPage, ContributionPanel
from casus.gui.widgets.long_card import LongCard
from casus.services import exchange, matching, team
from casus.services.contributions import received
from casus.vault.tables import MatchQuestion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot
    from tests.conftest import MakeDesk

YEAR = Period.of_year(2023)


def test_the_coordinator_sees_whose_figures_are_in(
    make_desk: "MakeDesk", tmp_path: Path, sit_down: Callable[..., User]
) -> None:
    two = Team(make_desk, tmp_path, "anna", "office")
    two.share_key()
    a_case(two["anna"], a_person(two["anna"]))
    office, folder = two["office"], tmp_path / "van de stick"
    folder.mkdir()
    two.sealed("anna", YEAR).rename(folder / "een.casusbundel")
    (folder / "twee.casusbundel").write_bytes(b"geen pakket")
    user = sit_down(office, "pakketten")
    packages = user.page
    assert isinstance(packages, BundlesPage)
    packages.open_new()
    user.settle()
    one = user.panel
    assert isinstance(one, BundlePanel)
    one.field.ask_all = lambda: [str(folder)]  # type: ignore[method-assign]  # the system's own dialog
    one.field.choose()
    user.settle()
    several = user.panel
    assert isinstance(several, SeveralPanel)
    assert words(several) >= {"Niet over te nemen: 1", "twee.casusbundel", "Over te nemen: 1", "Anna Bos"}
    assert received(office) == []
    user.press(Qt.Key.Key_Return, CTRL)
    assert words(several) >= {"Niet overgenomen: 1", "Overgenomen: 1"}
    user.press(Qt.Key.Key_Return, CTRL)
    assert user.window.area.panel is None

    page = user.open("aanleveringen")
    assert isinstance(page, ContributedPage)
    user.settle()
    assert page.period.value() == "2023"
    assert "Anna Bos" in words(page)
    user.push(next(made for made in page.findChildren(QPushButton) if made.text() == "Terugnemen…"))
    back = user.panel
    assert isinstance(back, TakeBackPanel)
    assert "Er is geen eerdere aanlevering" in back.told.text()
    user.fill(back.form["reason"], "Over de verkeerde periode.")
    user.press(Qt.Key.Key_Return, CTRL)
    assert received(office) == []
    assert not any(made.text() == "Terugnemen…" for made in page.findChildren(QPushButton))
    user.press(Qt.Key.Key_Z, CTRL)
    assert [one.period for one in received(office)] == ["2023"]
    user.fill(page.period, "ooit")
    user.push(page.go)
    assert page.period.error()


def test_a_card_of_500_lines_makes_a_hundred_at_a_time(qtbot: "QtBot") -> None:
    card = LongCard("Binnen", [partial(QLabel, str(number)) for number in range(101)])
    qtbot.addWidget(card)
    assert words(card) == {"Binnen", *map(str, range(100))}
    assert not card.more.isHidden()
    card.more.click()
    assert words(card) == {"Binnen", *map(str, range(101))}
    assert card.more.isHidden()


def words(part: QWidget) -> set[str]:
    """What stands in the labels of a part of the window."""
    return {one.text() for one in part.findChildren(QLabel)}


def test_what_was_seen_is_sealed_and_comes_in(
    make_desk: "MakeDesk", tmp_path: Path, sit_down: Callable[..., User]
) -> None:
    two = Team(make_desk, tmp_path, "anna", "office")
    anna, office = two["anna"], two["office"]
    person = a_person(anna, surname="Unieknaam")
    a_case(anna, person)
    user = sit_down(anna, "samen-tellen")
    together = user.page
    assert isinstance(together, TogetherPage)
    together._make()
    user.settle()
    assert team.has_joined(anna)
    page = user.open("rapportage")
    assert isinstance(page, ContributionPage)
    assert not page.seal.isEnabled()
    user.fill(page.period, "2023")
    user.push(page.go)
    assert page._source.kinds() == {"person": 1, "case": 1, "marks": 1}
    a_case(anna, a_person(anna, given_name="Later"))  # what was seen is what is sealed
    user.push(page.seal)
    panel = user.panel
    assert isinstance(panel, ContributionPanel)
    path = tmp_path / "aanlevering.casusbundel"
    panel.place.set_value(path)
    user.push(panel.save_button())
    exchange.take(office, path)
    with anna.changing() as session:
        known = two.card("anna", "office")
        session.add(
            MatchQuestion(
                colleague_id=known, number="P-9", given_name="Younes", prefix="", surname="Unieknaam"
            )
        )
    (question,) = matching.match_questions(anna)
    answer = AnswerPanel(together.shell, anna, question)
    together.shell.open_panel(answer)
    user.push(answer.save_button())
    assert answer.same.error()
    answer.same.set_value(person.id)
    user.push(answer.save_button())
    assert [one.same for one in matching.match_answers(anna)] == [True]
