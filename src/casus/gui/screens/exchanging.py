# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the exchange: a colleague's words, one's own card, a package that came, the book that goes."""

from datetime import timedelta
from pathlib import Path

from casus.gui.exchange import BUNDLES, COLLEAGUES
from casus.gui.exchange.bundles.opening import BundlePanel
from casus.gui.exchange.bundles.sending import LedgerPanel
from casus.gui.exchange.colleagues.panels import ColleaguePanel, OwnCardPanel
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.services import exchange
from casus.services.exchange import Card, ColleagueRow, Fact, Preview, PublicIdentity

_SOMEWHERE = Path("Documenten") / "casus-catalogue-2023-11-15.casusbundel"
_SIZE = 843


def _known(scene: Scene, name: str, role: str) -> ColleagueRow:
    """Take in the card of somebody who is not there; a second time it changes nothing."""
    settle(scene.window)
    keys = PublicIdentity((name * 32).encode()[:32], (role * 32).encode()[:32])
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


SHOTS = (
    Shot("collegas-woorden", _words),
    Shot("mijn-kaart", _own),
    Shot("pakket-openen", _package),
    Shot("casus-verzegelen", _case),
)
COORDINATORS = (Shot("coordinator-boek-overdragen", _book),)
