# SPDX-License-Identifier: EUPL-1.2
"""What persons ask about their own data, as the guide shows it: the list, everything about one, masked by hand."""

from datetime import timedelta

from casus.gui.person_overview.page import OverviewPage
from casus.gui.requests.page import OVERVIEW
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.services import requests
from casus.services.dossier import Dossier
from casus.services.inputs import AccessRequestInput

_REPORTS = 4
"""The place of the conversations among the subjects of the view."""
_ASKED = "Ik wil weten wat jullie over mij hebben opgeschreven."


def _family_first(one: Dossier) -> tuple[int, int]:
    return len(one.families), len(one.timeline)


def _prepare(scene: Scene) -> str:
    """Let four persons ask something, once; return the request of the one with a family."""
    desk, whose = scene.desk, scene.dossier(_family_first).person.id
    known = requests.access_requests(desk, person_id=whose)
    if known:
        return known[0].id
    day = desk.today()
    asked = AccessRequestInput(whose, "access", day - timedelta(days=12), statement=_ASKED)
    first = requests.receive_access_request(desk, asked).value.id
    others = [one.person.id for one in scene.dossiers() if one.person.id != whose]
    for person_id, kind, days in zip(others, ("correction", "access", "erasure"), (33, 27, 3), strict=False):
        data = AccessRequestInput(person_id, kind, day - timedelta(days=days), True, "Moeder", "legal")
        requests.receive_access_request(desk, data)
    return first


def _list(scene: Scene) -> None:
    _prepare(scene)
    scene.open("verzoeken")


def _everything(scene: Scene) -> None:
    scene.open(OVERVIEW, _prepare(scene))


def _by_hand(scene: Scene) -> None:
    """Choose words of a report and open the form that hides them."""
    _everything(scene)
    settle(scene.window)
    page = scene.window.page()
    assert isinstance(page, OverviewPage)
    page.subjects.setCurrentRow(_REPORTS)
    settle(scene.window)
    document = page.text.document()
    page.text.setTextCursor(document.find("moeder", document.find("Verslag")))
    page.mask_here()
    settle(scene.window)
    page.text.centerCursor()


SHOTS = (Shot("verzoeken", _list), Shot("inzage", _everything), Shot("inzage-afschermen", _by_hand))
