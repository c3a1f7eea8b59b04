# SPDX-License-Identifier: EUPL-1.2
"""What is photographed of a RIO's vault; a picture more is a line more."""

from casus.gui.screens import typed
from casus.gui.screens.scene import Scene
from casus.gui.screens.shot import Shot, page
from casus.services.dossier import Dossier


def _inside(one: Dossier) -> tuple[int, ...]:
    conditions = sum(len(stay.conditions) for stay in one.detentions)
    return one.now.inside is not None, conditions, len(one.timeline)


def _certificate(one: Dossier) -> tuple[int, ...]:
    return bool(one.vogs and one.programmes), len(one.vogs), len(one.programmes)


def _consulting(scene: Scene) -> None:
    people = zip(scene.dossiers(), typed.CONVERSATIONS, strict=False)
    lines = [[one.header.name, "", *said, one.person.id, "known", ""] for one, said in people]
    scene.form("consulting", "new", {**typed.CONSULTING, "lines": lines})
    scene.choose("facility_id")


def _condition(scene: Scene) -> None:
    found = scene.dossier(_inside)
    scene.form("condition", f"{scene.case_id(_inside)}:{found.detentions[0].record.id}")


def _stay(scene: Scene) -> None:
    scene.form("detention", scene.dossier(_inside).person.id)


SHOTS = (
    page("vandaag", prefix="rio-"),
    page("detentie", prefix="rio-"),
    page("vrijlatingen", prefix="rio-", main=True),
    page("voorwaarden", prefix="rio-"),
    page("spreekuur", prefix="rio-"),
    Shot("rio-spreekuur-vastleggen", _consulting),
    Shot("rio-dossier-detentie", lambda scene: scene.tab("detention", _inside, down=270), main=True),
    Shot("rio-detentie-vastleggen", _stay),
    Shot("rio-voorwaarde", _condition),
    Shot("rio-detentiebezoek", lambda scene: scene.form("prison_visit", scene.both(_inside))),
    page("trajecten", prefix="rio-"),
    page("vog", prefix="rio-"),
    Shot("rio-dossier-trajecten", lambda scene: scene.tab("programmes", _certificate, down=9_999)),
)  # fmt: skip
