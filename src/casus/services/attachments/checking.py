# SPDX-License-Identifier: EUPL-1.2
"""What is said about a document, checked: title, kind, day, and which case or contact it belongs to."""

from typing import Any

from sqlalchemy.orm import Session

from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import AttachmentInput
from casus.vault.tables import Contact, Person


def clean_attachment(session: Session, desk: Desk, data: AttachmentInput) -> dict[str, Any]:
    """Return what is stored of an input. Raises InvalidForm, NotFound."""
    check = FormCheck()
    fetch(session, Person, data.person_id)
    values = {
        "title": check.needed_line("title", data.title),
        "kind": check.code("kind", "attachment_kind", data.kind),
        "received_on": check.past("received_on", data.received_on, desk.today()),
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "contact_id": _known_contact(session, check, data),
    }
    check.finish()
    return values


def _known_contact(session: Session, check: FormCheck, data: AttachmentInput) -> str | None:
    known = check.known(session, "contact_id", Contact, data.contact_id)
    contact = session.get(Contact, known) if known else None
    if contact is not None and contact.person_id != data.person_id:
        check.refuse("contact_id", "other_person")
    return known
