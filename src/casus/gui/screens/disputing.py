# SPDX-License-Identifier: EUPL-1.2
"""What the person disputes, as the guide shows it: a view beside a report, both versions, an objection that runs."""

from dataclasses import replace

from casus.gui.corrections.card import DisputesCard
from casus.gui.screens.scene import Scene
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot
from casus.gui.widgets.containers import PageScroll
from casus.services import corrections
from casus.services.corrections import CorrectionDecisionInput, CorrectionInput, ObjectionInput
from casus.services.dossier import Dossier
from casus.services.timeline import TimelineItem

_DOWN = 60


def _reports(one: Dossier) -> list[TimelineItem]:
    met = (item for item in one.timeline if item.kind == "contact" and item.text)
    return [item for item in met if item.codes["reached"] == "yes"]


def _many(one: Dossier) -> tuple[bool, int]:
    return bool(one.sharings), len(_reports(one))


def _prepare(scene: Scene) -> Dossier:
    """Dispute three reports of the dossier that has most of them, once; return it."""
    dossier = scene.dossier(_many)
    with scene.desk.reading() as session:
        known = corrections.corrections_of(session, dossier.person.id)
    if known or dossier.case is None:
        return dossier
    desk, day = scene.desk, scene.desk.today()
    moods, school, cousin = _reports(dossier)[:3]
    said = CorrectionInput(
        dossier.person.id, "contacts", moods.id, "report", "Ik was niet boos. Zet dat erbij.", day
    )
    _decide(scene, said, "statement")
    wish = replace(
        said,
        record_id=school.id,
        statement="Zo heb ik dat niet gezegd.",
        proposed="Wil graag weer naar school, maar weet nog niet welke richting.",
    )
    corrections.carry_out_correction(desk, _decide(scene, wish, "kept"))
    corrections.note_correction(
        desk, replace(said, record_id=cousin.id, statement="Dit ging over mijn neef, niet over mij.")
    )
    words = ObjectionInput(
        dossier.person.id, dossier.case.id, "Ik wil niet dat jullie mij blijven volgen.", day
    )
    corrections.note_objection(desk, words)
    return dossier


def _decide(scene: Scene, said: CorrectionInput, decision: str) -> str:
    desk = scene.desk
    one = corrections.note_correction(desk, said).value
    seen = corrections.get_correction(desk, one.id).seen
    reason = "De collega die erbij was bevestigt dit."
    judged = CorrectionDecisionInput(decision, reason, desk.today(), desk.worker_id, seen)
    corrections.decide_correction(desk, one.id, judged)
    return one.id


def beside(scene: Scene) -> None:
    """Their own view and both versions in the timeline, under the line of the objection."""
    dossier = _prepare(scene)
    scene.open("dossier", f"person:{dossier.person.id}")


def listed(scene: Scene) -> None:
    """The card of the dossier with every item and how it stands."""
    dossier = _prepare(scene)
    scene.open("dossier", f"person:{dossier.person.id}#account")
    settle(scene.window)
    for area in scene.window.findChildren(PageScroll):
        card = next((one for one in area.findChildren(DisputesCard) if one.isVisible()), None)
        if card is not None:
            area.ensureWidgetVisible(card, 0, _DOWN)


def noting(scene: Scene) -> None:
    """The form in which is noted what the person says."""
    dossier = _prepare(scene)
    item = _reports(dossier)[4]
    typed = {"statement": "Dat was niet bij mij thuis, maar bij mijn oma."}
    scene.form("correction", f"{dossier.person.id}:contacts:{item.id}:", typed)


SHOTS = (
    Shot("niet-mee-eens", noting),
    Shot("correcties", listed),
    Shot("zienswijze", beside),
)
