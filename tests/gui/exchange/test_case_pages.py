# SPDX-License-Identifier: EUPL-1.2
"""A case in a sealed package at the keyboard: offered, looked at, taken over, answered; and what stays is a copy."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.builders import a_case, a_home_visit
from tests.helpers.exchange import acquainted
from tests.helpers.keyboard import CTRL, User

from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.transfers.offer import OfferPanel
from casus.gui.transfers.sealed import CaseAnswerPanel, CaseRefusalPanel
from casus.services import case_exchange, cases, exchange, transfers
from casus.services.desk import Desk

MakeDesk = Callable[..., Desk]
SitDown = Callable[[Desk], User]


def look_at(user: User, path: Path) -> BundlePanel:
    user.open("pakketten")
    panel = BundlePanel(user.window, user.session.desk, path)
    user.window.open_panel(panel)
    user.settle()
    return panel


def seal(user: User, panel: OfferPanel | CaseAnswerPanel | CaseRefusalPanel, path: Path) -> None:
    panel.ui.pathField.set_value(path)
    assert_accessible(panel)
    user.press(Qt.Key.Key_Return, CTRL)


def test_a_case_goes_to_a_colleague_and_the_answer_comes_back(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    anna, rachid = acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))
    case = a_case(anna)
    a_home_visit(anna, case)
    user = sit_down(anna)
    user.open("dossier", f"case:{case.id}")
    for number in (1, 2):
        offer = OfferPanel(user.window, anna, case.id)
        user.window.open_panel(offer)
        user.settle()
        assert not offer.ui.pathField.isVisible()
        offer.ui.toWorkerField.set_value(f"card:{exchange.colleagues(anna)[0].id}")
        offer.form.changed.emit()
        assert not offer.ui.unverifiedField.isVisible()
        seal(user, offer, tmp_path / "nergens" / "x.casusbundel")
        assert "map" in offer.ui.pathField.error()
        seal(user, offer, tmp_path / f"{number}.casusbundel")
        assert (tmp_path / f"{number}.casusbundel").exists()
        if number == 1:
            (one,) = transfers.open_transfers(anna)
            transfers.withdraw_transfer(anna, one.id)

    other = sit_down(rachid)
    shown = look_at(other, tmp_path / "1.casusbundel")
    (refusing,) = [one for one in shown.findChildren(QPushButton) if one.text() == "Niet overnemen…"]
    refusing.click()
    other.settle()
    refusal = other.panel
    assert isinstance(refusal, CaseRefusalPanel)
    other.fill(refusal.form["reason"], "Ik zit deze maand vol.")
    seal(other, refusal, tmp_path / "nee.casusbundel")
    assert exchange.look(anna, tmp_path / "nee.casusbundel").facts[1].value == "refused"

    look_at(other, tmp_path / "2.casusbundel").take()
    other.settle()
    answer = other.panel
    assert isinstance(answer, CaseAnswerPanel)
    seal(other, answer, tmp_path / "ja.casusbundel")
    assert case_exchange.to_answer(rachid) == []

    exchange.take(anna, tmp_path / "ja.casusbundel")
    page = user.open("dossier", f"case:{case.id}")
    user.settle()
    assert page.header.copy.isVisible()
    assert "Rachid Idrissi" in page.header.copy.text()
    assert not page.visit.isVisible()
    assert cases.get_case(anna, case.id).transferred_on is not None
