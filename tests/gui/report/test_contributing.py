# SPDX-License-Identifier: EUPL-1.2
"""A worker looks at every row, seals it, and deals with questions; the coordinator sees whose figures are in."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel
from tests.helpers.builders import a_case, a_person
from tests.helpers.contributing import Team
from tests.helpers.keyboard import User

from casus.domain.periods import Period
from casus.gui.contributed.page import ContributedPage
from casus.gui.counting_together.page import TogetherPage
from casus.gui.counting_together.panels import AnswerPanel
from casus.gui.report.contribution import ContributionPage, ContributionPanel
from casus.services import exchange, matching, team
from casus.services.desk import Desk
from casus.vault.tables import MatchQuestion

if TYPE_CHECKING:
    from tests.conftest import MakeDesk

YEAR = Period.of_year(2023)


def test_the_coordinator_sees_whose_figures_are_in(
    make_desk: "MakeDesk", tmp_path: Path, sit_down: Callable[[Desk], User]
) -> None:
    two = Team(make_desk, tmp_path, "anna", "office")
    two.share_key()
    a_case(two["anna"], a_person(two["anna"]))
    two.contribute("anna", YEAR)
    user = sit_down(two["office"])
    page = user.open("aanleveringen")
    assert isinstance(page, ContributedPage)
    user.settle()
    assert page.period.value() == "2023"
    assert "Anna Bos" in {one.text() for one in page.findChildren(QLabel)}
    user.fill(page.period, "ooit")
    user.push(page.go)
    assert page.period.error()


def test_what_was_seen_is_sealed_and_comes_in(
    make_desk: "MakeDesk", tmp_path: Path, sit_down: Callable[[Desk], User]
) -> None:
    two = Team(make_desk, tmp_path, "anna", "office")
    anna, office = two["anna"], two["office"]
    person = a_person(anna, surname="Unieknaam")
    a_case(anna, person)
    user = sit_down(anna)
    together = user.open("samen-tellen")
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
