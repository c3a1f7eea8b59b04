# SPDX-License-Identifier: EUPL-1.2
"""Colleagues and packages at the keyboard: a card taken in, words compared, a package opened, stopped, taken in."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from tests.helpers.a11y import assert_accessible
from tests.helpers.crowd import a_crowd, tabled
from tests.helpers.exchange import ECHO, acquainted, digest, echo, meet
from tests.helpers.keyboard import CTRL, User

from casus.counting import catalogue as indicators
from casus.crypto.bundle import Part
from casus.disclosure import STANDARD, release
from casus.domain.codelists import codelist
from casus.domain.periods import Period
from casus.errors import BundleInvalid
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.page import BundlesPage
from casus.gui.exchange.bundles.sending import CataloguePanel, LedgerPanel
from casus.gui.exchange.colleagues.page import ColleaguesPage
from casus.gui.exchange.colleagues.panels import AddCardPanel, ColleaguePanel, OwnCardPanel
from casus.gui.exchange.seal_panel import SealPanel
from casus.gui.panels import FormPanel
from casus.services import code_lists, exchange, release_book
from casus.services.desk import Desk
from casus.services.exchange import kinds
from casus.services.exchange.kinds_of import catalogue, ledger

MakeDesk = Callable[..., Desk]
SitDown = Callable[..., User]


def states(desk: Desk) -> dict[str, str]:
    return {one.name: one.state for one in exchange.colleagues(desk)}


def colleagues_page(user: User) -> ColleaguesPage:
    page = user.open("collegas")
    assert isinstance(page, ColleaguesPage)
    return page


def bundles_page(user: User) -> BundlesPage:
    page = user.open("pakketten")
    assert isinstance(page, BundlesPage)
    return page


def give_reason(user: User, words: str) -> None:
    panel = user.panel
    assert isinstance(panel, FormPanel)
    user.fill(panel.form["reason"], words)
    user.press(Qt.Key.Key_Return, CTRL)


def test_a_card_is_added_its_words_compared_and_revoked(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    desk, other = make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi")
    card, broken = tmp_path / "kaart van 😀 Rachid.casuskaart", tmp_path / "kapot.casuskaart"
    exchange.save_card(other, card)
    broken.write_bytes(card.read_bytes().replace(b"Rachid", b"Rashid"))
    user = sit_down(desk)
    page = colleagues_page(user)
    page.open_new()
    user.settle()
    panel = user.panel
    assert isinstance(panel, AddCardPanel)
    for path, words in ((broken, "veranderd of beschadigd"), (tmp_path / "weg", "kan niet worden gelezen")):
        panel.field.set_value(path)
        user.press(Qt.Key.Key_Return, CTRL)
        assert words in panel.field.error()
    panel.field.set_value(card)
    user.press(Qt.Key.Key_Return, CTRL)
    shown = user.panel
    assert isinstance(shown, ColleaguePanel)
    assert tuple(one.text() for one in shown.words.labels) == exchange.identity(other).public.fingerprint()
    assert_accessible(shown)
    assert states(desk) == {"Rachid Idrissi": "unverified"}
    user.press(Qt.Key.Key_Return, CTRL)
    assert states(desk) == {"Rachid Idrissi": "verified"}
    user.tab_to(page.table.view)
    user.press(Qt.Key.Key_Home, CTRL)
    user.press(Qt.Key.Key_I)
    give_reason(user, "Laptop gestolen uit de auto.")
    assert states(desk) == {"Rachid Idrissi": "revoked"}


def test_words_that_differ_revoke_the_card_and_the_own_card_is_saved(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    desk, other = make_desk("rio", "Rachid Idrissi"), make_desk("pga_expert")
    meet(desk, other, verified=False)
    user = sit_down(desk)
    page = colleagues_page(user)
    page.open_record(exchange.colleagues(desk)[0].id)
    user.settle()
    panel = user.panel
    assert isinstance(panel, ColleaguePanel)
    assert panel.differ is not None
    panel.differ.click()
    user.settle()
    user.press(Qt.Key.Key_Return, CTRL)  # the reason is there already
    assert [one.revoked_reason for one in exchange.colleagues(desk)] == [
        "De woorden waren anders dan die van mijn collega."
    ]
    page.open_own()
    user.settle()
    own = user.panel
    assert isinstance(own, OwnCardPanel)
    assert own.words is not None
    own.ask = lambda: str(tmp_path / "mijn-kaart.casuskaart")
    user.press(Qt.Key.Key_Return, CTRL)
    card = exchange.read_card((tmp_path / "mijn-kaart.casuskaart").read_bytes())
    assert card.keys.fingerprint() == tuple(one.text() for one in own.words.labels)


def test_a_package_is_shown_before_it_is_taken_in_and_a_refusal_says_why(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kinds, "_kinds", lambda: {ECHO.code: replace(ECHO)})
    sender, desk = make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi")
    meet(sender, desk)
    meet(desk, sender, verified=False)
    size = 3_000_000
    paper = Part(f"document:{1:032x}", size, iter([bytes(size)]))
    path = echo(sender, desk, tmp_path / "een pakket.casusbundel", b"hallo", [paper])
    user = sit_down(desk)
    page = bundles_page(user)
    page.open_new()
    user.settle()
    panel = user.panel
    assert isinstance(panel, BundlePanel)
    (tmp_path / "half").write_bytes(path.read_bytes()[:-500])
    panel.field.set_value(tmp_path / "half")
    user.press(Qt.Key.Key_Return, CTRL)
    assert "veranderd of beschadigd" in panel.field.error()
    assert panel.shown is None
    panel.field.set_value(path)
    user.press(Qt.Key.Key_Return, CTRL)
    view = panel.shown
    assert view is not None
    assert (view.preview.documents, view.preview.sender.state) == (1, "unverified")
    assert_accessible(panel)
    before = digest(desk)
    user.press(Qt.Key.Key_Return, CTRL)  # not without saying that one knows
    assert view.conscious.error()
    assert digest(desk) == before
    view.conscious.set_value(True)
    panel.take()
    panel._stop()
    user.settle()
    assert digest(desk) == before
    panel.take()
    user.settle()
    assert page.source.known == {} or page.source.count_all() == 1
    assert page.source.count_all() == 1
    page.open_new()
    user.settle()
    again = user.panel
    assert isinstance(again, BundlePanel)
    again.field.set_value(path)
    again.look()
    user.settle()
    assert again.shown is not None
    assert not again.save_button().isVisible()


def test_a_coordinator_sends_lists_and_hands_the_book_over(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    office, worker = acquainted(make_desk("coordinator"), make_desk("pga_expert", "Anna Boer"))
    next_one = make_desk("coordinator", "Karel de Smit")
    meet(office, next_one, verified=False)
    crowd = a_crowd(4, least=80, most=200)
    with office.reading() as session:
        book = release_book.read_ledger(session, office.vault)
    made = release([tabled("t", crowd.people, crowd.by("district"))], book, STANDARD, at=office.clock.now())
    with office.changing(label="release") as session:
        release_book.write(session, office.vault, made, indicators.load(), Period.parse("2023"))
    code_lists.use(office.vault, office.policy)
    own = code_lists.add_code(office, "life_domain", "Vrije tijd en sport").value.code
    user = sit_down(office)
    page = bundles_page(user)

    def seal(kind: type[CataloguePanel | LedgerPanel], name: str) -> SealPanel:
        panel = kind(user.window, office)
        user.window.open_panel(panel)
        user.settle()
        assert panel.content.isAncestorOf(user.focus())
        panel.place.set_value(tmp_path / name)
        user.press(Qt.Key.Key_Return, CTRL)
        return panel

    seal(CataloguePanel, "lijsten.casusbundel")
    facts = {one.name: one.value for one in exchange.look(worker, tmp_path / "lijsten.casusbundel").facts}
    assert facts == {"list": "life_domain", "codes_new": "Vrije tijd en sport"}
    exchange.take(worker, tmp_path / "lijsten.casusbundel")
    assert own in codelist("life_domain")
    facts = {one.name: one.value for one in exchange.look(worker, tmp_path / "lijsten.casusbundel").facts}
    assert facts == {"nothing_new": "nothing_new"}

    panel = seal(LedgerPanel, "boek.casusbundel")
    assert panel.conscious.error()
    assert ledger.handed_over(office) is None
    panel.conscious.set_value(True)
    user.press(Qt.Key.Key_Return, CTRL)
    assert not page.away.isHidden()
    page._take_back()
    user.settle()
    give_reason(user, "Karel heeft het pakket nooit gekregen.")
    assert page.away.isHidden()
    with pytest.raises(BundleInvalid):
        catalogue._read(b'{"lists":{"life_domain":[{"code":"own_1"}]}}')
