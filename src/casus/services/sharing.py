# SPDX-License-Identifier: EUPL-1.2
"""What was passed on to whom."""

from sqlalchemy import select

from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import SharingInput
from casus.vault.tables import DataSharing, Partner, Person

__all__ = ["SharingInput", "log_sharing", "sharings_of"]


def log_sharing(desk: Desk, data: SharingInput) -> Done[DataSharing]:
    """Record that data of a person went to a partner or another recipient. Raises InvalidForm, NotFound."""
    with desk.changing(label="log_sharing") as session:
        check = FormCheck()
        fetch(session, Person, data.person_id)
        partner_id = check.known(session, "partner_id", Partner, data.partner_id)
        partner = session.get(Partner, partner_id) if partner_id else None
        recipient = check.line("recipient", data.recipient) or (partner.name if partner else None)
        if recipient is None:
            check.refuse("recipient", "required")
        note = check.text("basis_note", data.basis_note)
        check.explained("basis_note", "legal_basis", data.legal_basis, note)
        sharing = DataSharing(
            person_id=data.person_id,
            case_id=known_case(session, check, data.case_id, data.person_id),
            partner_id=partner_id,
            recipient=recipient,
            what=check.needed_text("what", data.what),
            legal_basis=check.code("legal_basis", "legal_basis", data.legal_basis),
            basis_note=note,
            on=check.past("on", data.on, desk.today()),
            person_told=data.person_told,
        )
        check.finish()
        session.add(sharing)
    ids = (sharing.id, sharing.person_id, sharing.case_id)
    return Done(sharing, Changes.of(("data_sharings",), *ids))


def sharings_of(desk: Desk, person_id: str) -> list[DataSharing]:
    """Return what was passed on about a person, newest first."""
    wanted = select(DataSharing).where(DataSharing.person_id == person_id).order_by(DataSharing.on.desc())
    with desk.reading() as session:
        return list(session.scalars(wanted))
