# SPDX-License-Identifier: EUPL-1.2
"""The picture of two records of one person beside each other."""

from casus.gui.merging.page import KEY
from casus.gui.merging.panel import MergePanel
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.services import merging, persons
from casus.services.dossier import Dossier
from casus.services.inputs import PersonInput


def _most(dossier: Dossier) -> int:
    return len(dossier.timeline)


def _merge(scene: Scene) -> None:
    """Somebody who was brought in a second time by school, with another telephone number."""
    person = scene.dossier(_most).person
    if not merging.suggestions(scene.desk):
        again = PersonInput(
            person.given_name[:-1],
            person.surname,
            person.prefix,
            birth_date=person.birth_date,
            telephone="06 12345678",
            district=person.district,
            note="Aangemeld door school.",
        )
        persons.register_person(scene.desk, again, duplicates_checked=True)
    scene.open(KEY)
    settle(scene.window)
    found = merging.suggestions(scene.desk)[0]
    pair = (found.left.id, found.right.id) if found.left.id == person.id else (found.right.id, found.left.id)
    scene.window.open_panel(MergePanel(scene.window, scene.desk, *pair))


SHOTS = (Shot("samenvoegen", _merge),)
