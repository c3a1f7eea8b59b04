# SPDX-License-Identifier: EUPL-1.2
"""What persons of the demo asked about their data: to see it, once too late; a correction that somebody has to hear of."""

from datetime import timedelta

from casus.demo.generate import Batch
from casus.demo.words import Dice
from casus.services import corrections, requests, sharing
from casus.services.corrections import CorrectionDecisionInput, CorrectionInput
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput, SharingInput
from casus.vault.tables import Case, EmergencyAccess

_ASKED = "Ik wil weten wat er over mij is opgeschreven en met wie dat is gedeeld."
_WRONG = "Er staat dat ik niet meewerkte. Dat klopt niet."
_RIGHT = "Hij werkte mee en vroeg zelf om hulp bij wonen en schulden."
_OPENED = "De crisisdienst belde buiten kantooruren over zijn veiligheid."


def add_asked(desk: Desk, dice: Dice, one: Case, other: Case) -> None:
    """Let one person ask in time and another too late; the second also has something corrected."""
    today = desk.today()
    for case, days in ((one, 27), (other, 40)):
        asked = AccessRequestInput(
            case.person_id, "access", today - timedelta(days=days), statement=_ASKED, case_id=case.id
        )
        requests.receive_access_request(desk, asked)
    _correct(desk, other)
    opened = desk.clock.now() - timedelta(days=3)
    looked = EmergencyAccess(
        id=dice.id(), person_id=one.person_id, case_id=one.id, worker_id=desk.worker_id, opened_at=opened,
        until=opened + timedelta(hours=3), ended_at=opened + timedelta(hours=1), reason=_OPENED,
    )  # fmt: skip
    Batch([looked]).store(desk)


def _correct(desk: Desk, case: Case) -> None:
    """Correct what was passed on before: whoever received it is still to be told."""
    today = desk.today()
    passed_on = SharingInput(
        case.person_id, "", "public_task", today - timedelta(days=30), case.id,
        recipient="Buurtteam Overvecht", data_kinds=("housing",), way="oral",
    )  # fmt: skip
    sharing.log_sharing(desk, passed_on)
    said = CorrectionInput(
        case.person_id, "cases", case.id, "proportionality", _WRONG, today - timedelta(days=6), proposed=_RIGHT,
    )  # fmt: skip
    noted = corrections.note_correction(desk, said).value
    seen = corrections.get_correction(desk, noted.id).seen
    judged = CorrectionDecisionInput(
        "kept", "De verslagen van toen geven hem gelijk.", today, desk.worker_id, seen
    )
    corrections.decide_correction(desk, noted.id, judged)
    corrections.carry_out_correction(desk, noted.id, _RIGHT)
