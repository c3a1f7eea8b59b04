# SPDX-License-Identifier: EUPL-1.2
"""What happens around the demo's detentions: leave, identity documents, and looking again after the release."""

from collections.abc import Iterable
from datetime import date, timedelta

from casus.demo.words import Dice
from casus.domain.conditions import AFTER_RELEASE, FIVE, due_on
from casus.vault.tables import BasicConditionCheck, Detention, DetentionLeave, IdApplication, Record

_STEPS = {
    "id_document": "Foto laten maken in de inrichting.",
    "housing": "Gesprek met de corporatie over een kamer.",
    "work_income": "Aanvraag uitkering klaarzetten.",
    "debts": "Schuldenoverzicht opvragen bij bewindvoerder.",
    "care": "Zorgverzekering weer laten ingaan.",
}


def stay_records(dice: Dice, rows: Iterable[Record], today: date) -> list[Record]:
    """Return what belongs to the detentions among `rows`; one of those inside should have been out already."""
    known = list(rows)
    checks = [one for one in known if isinstance(one, BasicConditionCheck)]
    made: list[Record] = []
    for stay in (one for one in known if isinstance(one, Detention)):
        mine = [one for one in checks if one.detention_id == stay.id]
        _name_steps(dice, mine)
        if stay.released_on is None:
            made += _inside(dice, stay, mine, today)
        else:
            made += _afterwards(dice, stay, mine, today)
    _make_one_late(known, today)
    return made


def _name_steps(dice: Dice, checks: Iterable[BasicConditionCheck]) -> None:
    for check in checks:
        if check.status in ("in_progress", "not_arranged") and dice.chance(0.6):
            check.action = _STEPS[check.condition]


def _inside(dice: Dice, stay: Detention, checks: list[BasicConditionCheck], today: date) -> list[Record]:
    made: list[Record] = []
    if (today - stay.entered_on).days > 90 and dice.chance(0.6):
        first = today + timedelta(days=dice.randint(-20, 14))
        last = first + timedelta(days=dice.randint(0, 2))
        made.append(DetentionLeave(id=dice.id(), detention_id=stay.id, from_on=first, until_on=last))
    if any(one.condition == "id_document" and one.status != "arranged" for one in checks):
        photo = today - timedelta(days=dice.randint(10, 30))
        made.append(
            IdApplication(
                id=dice.id(),
                case_id=stay.case_id,
                document="Identiteitskaart",
                photo_on=photo,
                submitted_on=photo + timedelta(days=7) if dice.chance(0.6) else None,
            )
        )
    return made


def _afterwards(dice: Dice, stay: Detention, checks: list[BasicConditionCheck], today: date) -> list[Record]:
    """Look again where the day has come; some looks are still to be done."""
    made: list[Record] = []
    if stay.case_id is None or not checks:
        return made
    for moment in AFTER_RELEASE:
        due = due_on(moment, stay.entered_on, stay.released_on)
        if due is None or due > today or not dice.chance(0.6):
            continue
        on = min(due + timedelta(days=dice.randint(0, 14)), today)
        for condition in FIVE:
            status = dice.weighted({"arranged": 7, "in_progress": 2, "not_arranged": 1, "unknown": 1})
            made.append(
                BasicConditionCheck(
                    id=dice.id(),
                    case_id=stay.case_id,
                    detention_id=stay.id,
                    condition=condition,
                    moment=moment,
                    status=status,
                    checked_on=on,
                    arranged_on=on if status == "arranged" else None,
                )
            )
    return made


def _make_one_late(rows: Iterable[Record], today: date) -> None:
    """Let the last estimate of someone inside in the Netherlands have passed, so that the radar shows one."""
    inside = [one for one in rows if isinstance(one, Detention) and one.released_on is None]
    estimated = [one for one in inside if one.release_certainty == "estimated"]
    if estimated:
        late = max(estimated, key=lambda one: (one.sentence_transfer == "not_applicable", one.id))
        late.expected_on = max(today - timedelta(days=5), late.entered_on)
