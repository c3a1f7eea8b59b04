# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the exchange: a colleague's words, one's own card, a package that came, the book that goes."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from casus.domain.periods import Period
from casus.errors import BundleInvalid, NotAllowed
from casus.gui.contributed import KEY as CONTRIBUTED
from casus.gui.contributed.taking_back import TakeBackPanel
from casus.gui.exchange import BUNDLES, COLLEAGUES
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.sending import LedgerPanel
from casus.gui.exchange.bundles.several import SeveralPanel
from casus.gui.exchange.colleagues.panels import ColleaguePanel, OwnCardPanel
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.services import exchange
from casus.services.contributions import received
from casus.services.exchange import Card, ColleagueRow, Fact, Fate, Preview, PublicIdentity

_SOMEWHERE = Path("Documenten") / "casus-catalogue-2023-11-15.casusbundel"
_SIZE = 843
_OFFICERS = 2
"""The place of the first of a made-up team who is a RIO."""


def _known(scene: Scene, name: str, role: str, sign: str = "") -> ColleagueRow:
    """Take in the card of somebody who is not there; a second time it changes nothing."""
    settle(scene.window)
    keys = PublicIdentity((name * 32).encode()[:32], ((sign or role) * 32).encode()[:32])
    card = Card(name, role, "Gemeente Utrecht", scene.desk.today(), keys)
    return exchange.add_card(scene.desk, card).value


def _words(scene: Scene) -> None:
    exchange.verify_colleague(scene.desk, _known(scene, "Rachid Idrissi", "rio").id, "telephone")
    row = _known(scene, "Fatima Haddad", "coordinator")
    scene.page(COLLEAGUES)
    scene.window.open_panel(ColleaguePanel(scene.window, scene.desk, row))


def _own(scene: Scene) -> None:
    scene.page(COLLEAGUES)
    scene.window.open_panel(OwnCardPanel(scene.window, scene.desk))


def _package(scene: Scene) -> None:
    preview = Preview(
        path=_SOMEWHERE,
        bundle_id="",
        kind="catalogue",
        sender=_known(scene, "Fatima Haddad", "coordinator"),
        made_at=scene.desk.clock.now() - timedelta(hours=2),
        documents=0,
        bytes=_SIZE,
        facts=(
            Fact("list", "life_domain", "editable_list"),
            Fact("codes_new", "Vrije tijd en sport"),
            Fact("codes_renamed", "Huisvesting → Wonen"),
            Fact("indicators_new", "Jongeren in West en Overvecht (versie 1)"),
            Fact("indicators_changed", "Jongeren in de Top X doorgroeiers aanpak (versie 2)"),
            Fact("targets", 3),
        ),
        taken_at=None,
    )
    scene.page(BUNDLES)
    panel = BundlePanel(scene.window, scene.desk)
    scene.window.open_panel(panel)
    panel.field.set_value(_SOMEWHERE)
    panel.show_preview(preview, _SOMEWHERE)


def _case(scene: Scene) -> None:
    known = _known(scene, "Rachid Idrissi", "rio")
    exchange.verify_colleague(scene.desk, known.id, "telephone")
    file = _SOMEWHERE.with_name("casus-case-2023-11-15.casusbundel")
    case_id = scene.case_id(lambda one: len(one.timeline))
    scene.form("hand_over", case_id, {"to_worker_id": f"card:{known.id}", "path": str(file)})


def _book(scene: Scene) -> None:
    row = _known(scene, "Karel de Smit", "coordinator")
    exchange.verify_colleague(scene.desk, row.id, "in_person")
    scene.page(BUNDLES)
    panel = LedgerPanel(scene.window, scene.desk)
    scene.window.open_panel(panel)
    settle(scene.window)
    panel.place.set_value(_SOMEWHERE.with_name("casus-ledger-2023-11-15.casusbundel"))


def _several(scene: Scene) -> None:
    """Contributions of a team, of which one came from somebody nobody compared the words with."""
    names = ("Anna Boer", "Okan Yildirim", "Sanne de Wit", "Rachid Idrissi")
    found = [
        _contribution(scene, name, at, "pga_expert" if at < _OFFICERS else "rio")
        for at, name in enumerate(names)
    ]
    harmed = Fate(_SOMEWHERE.with_name("aanlevering kopie.casusbundel"), refused=BundleInvalid("damaged"))
    unsure = replace(found.pop(), refused=NotAllowed("unverified_colleague"))
    scene.page(BUNDLES)
    panel = SeveralPanel(scene.window, scene.desk, [])
    scene.window.open_panel(panel)
    settle(scene.window)
    panel.show_found([*found, unsure, harmed])


def _contribution(scene: Scene, name: str, at: int, role: str) -> Fate:
    preview = Preview(
        path=_SOMEWHERE.with_name(f"aanlevering {at + 1}.casusbundel"),
        bundle_id="",
        kind="contribution",
        sender=_known(scene, name, role, f"{role} {at}"),
        made_at=scene.desk.clock.now() - timedelta(hours=2 + at),
        documents=0,
        bytes=_SIZE,
        facts=(Fact("period", Period.of_year(scene.desk.today().year).label(scene.desk.language)),),
        taken_at=None,
    )
    return Fate(preview.path, preview)


def _taking_back(scene: Scene) -> None:
    scene.page(CONTRIBUTED)
    settle(scene.window)
    batch = received(scene.desk)[0]
    panel = TakeBackPanel(scene.window, scene.desk, batch.id)
    scene.window.open_panel(panel)
    settle(scene.window)
    panel.form["reason"].set_value("Aangeleverd met de verkeerde peildatum.")


SHOTS = (
    Shot("collegas-woorden", _words),
    Shot("mijn-kaart", _own),
    Shot("pakket-openen", _package),
    Shot("casus-verzegelen", _case),
)
COORDINATORS = (
    Shot("coordinator-boek-overdragen", _book),
    Shot("pakketten-overnemen", _several),
    Shot("aanlevering-terugnemen", _taking_back),
)
