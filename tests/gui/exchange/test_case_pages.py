# SPDX-License-Identifier: EUPL-1.2
"""A case in a sealed package at the keyboard: offered, looked at, taken over, answered; and what stays is a copy."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from tests.helpers.a11y import assert_accessible
from tests.helpers.bundles import craft, take_apart
from tests.helpers.exchange import acquainted, digest
from tests.helpers.full_case import filled_further
from tests.helpers.keyboard import CTRL, User

from casus.crypto.bundle import PartSize
from casus.crypto.identity import Identity
from casus.gui.dossier.page import DossierPage
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.transfers.offer import OfferPanel
from casus.gui.transfers.sealed import CaseAnswerPanel, CaseRefusalPanel
from casus.services import case_exchange, cases, exchange, transfers
from casus.services.desk import Desk

GOES_ON = frozenset(
    {
        "Nieuwe casus openen", "Persoon wijzigen", "Samenvoegen met …", "Gegevens gedeeld",
        "Verzoek van de persoon vastleggen", "Afschermen…", "Betrokkene is het niet eens met iets",
        "Bekijken", "Openen", "Gezin openen", "Bekijk leefgebieden", "Hoe gaat het in je hele caseload?",
        "Alles in het logboek", "Verstrekking vastleggen", "Niet mee eens", "Verzoek vastleggen",
        "Bewaarplicht zetten", "Langer bewaren", "Naar Bewaren en vernietigen", "Bijlage toegevoegd", "Detentiebezoek",
    }
)  # fmt: skip
"""What is offered of a case that is only read: looking, the person's rights, how long it is kept, a new case; and
correcting a visit that belongs to no case."""
MakeDesk = Callable[..., Desk]
SitDown = Callable[..., User]


def look_at(user: User, path: Path) -> BundlePanel:
    user.open("pakketten")
    panel = BundlePanel(user.window, user.session.desk, path)
    user.window.open_panel(panel)
    user.settle()
    return panel


def offered(user: User, page: DossierPage) -> set[str]:
    """Return the words of everything that can be done in a dossier, on all its tabs and in its menus."""
    found = {one.text() for menu in (page.header.phase_menu, page.header.more_menu) for one in menu.actions()}
    for key in page._tabs:
        page._show_tab(key)
        user.settle()
        shown = [one for one in page.findChildren(QPushButton) if one.isVisible() and one.isEnabled()]
        found |= {one.text() for one in shown if one.menu() is None}
    return found - {""}


def refused_in_a_sentence(user: User, panel: BundlePanel, sender: Desk, to: Desk, folder: Path) -> None:
    """Open what an adversary would send: of each one sentence, at the file, and not a byte of the vault changes."""
    good = folder / "1.casusbundel"
    data, before = good.read_bytes(), digest(to)
    me, mine, stranger = exchange.identity(sender), exchange.identity(to), Identity.new()
    apart = take_apart(good, mine)
    letter, bodies = apart.letter, apart.bodies

    def sealed(**changed: Any) -> bytes:
        return craft(me, [mine.public], replace(letter, **changed).to_bytes(), bodies)

    half = b'{"note":"\\ud83d"}'
    bad = {
        "geen verzegeld pakket": b"PK\x03\x04" + data,
        "het einde ontbreekt": data[:40],
        "veranderd of beschadigd": data[:-9] + bytes([data[-9] ^ 1]) + data[-8:],
        "nieuwere Casus": data[:9] + b"\x09" + data[10:],
        "voor iemand anders verzegeld": craft(me, [stranger.public], letter.to_bytes(), bodies),
        "handtekening onder dit pakket": craft(me, [mine.public], letter.to_bytes(), bodies, signer=stranger),
        "staat niet bij je collega's": craft(
            stranger, [mine.public], replace(letter, sender=stranger.public).to_bytes(), bodies
        ),
        "te groot om in te lezen": sealed(parts=(PartSize("payload", 2**63),)),
        "nog niet gemaakt": sealed(made_at=letter.made_at + timedelta(days=9)),
        "kent dit soort pakket niet": sealed(kind="parcel"),
        "niet voor jouw functie": sealed(kind="ledger", about={"version": 1}),
        "komt niet uit Casus": craft(
            me, [mine.public], replace(letter, parts=(PartSize("payload", len(half)),)).to_bytes(), [half]
        ),
    }
    path = folder / "\u202eledoc\u200f een pakket 😀.casusbundel"
    for words, content in bad.items():
        path.write_bytes(content)
        panel.field.set_value(path)
        panel.look()
        user.settle()
        said = panel.field.error()
        assert words in said, (words, said)
        assert said.count(". ") <= 1, said
        assert panel.shown is None
    panel.field.set_value(good)
    panel.look()
    user.settle()
    swapped = good.read_bytes()
    good.write_bytes((folder / "2.casusbundel").read_bytes())
    panel.take()
    user.settle()
    assert "vervangen door een ander pakket" in panel.field.error()
    good.write_bytes(swapped)
    panel.look()
    user.settle()
    assert digest(to) == before


def seal(user: User, panel: OfferPanel | CaseAnswerPanel | CaseRefusalPanel, path: Path) -> None:
    panel.ui.pathField.set_value(path)
    assert_accessible(panel)
    user.press(Qt.Key.Key_Return, CTRL)


def test_a_case_goes_to_a_colleague_and_the_answer_comes_back(
    make_desk: MakeDesk, sit_down: SitDown, tmp_path: Path
) -> None:
    anna, rachid = acquainted(make_desk("pga_expert"), make_desk("rio", "Rachid Idrissi"))
    case = filled_further(anna)
    user = sit_down(anna, "dossier", f"case:{case.id}")
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
    refused_in_a_sentence(other, shown, anna, rachid, tmp_path)
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
    assert offered(user, page) == GOES_ON
    page._tabs["timeline"].timeline.opened.emit("")
    page.acts.papers.paste()
    user.settle()
    for key in ("visit", "contact", "new_task"):  # Ctrl+B, Ctrl+Shift+B, Ctrl+T, and in the palette
        user.window.actions_registry.action(key).trigger()
        user.settle()
        assert "Deze casus heeft een collega" in page.notice.text()
        page.notice.hide()
    assert user.window.area.panel is None
    assert not page._takes_files()
    assert cases.get_case(anna, case.id).transferred_on is not None
