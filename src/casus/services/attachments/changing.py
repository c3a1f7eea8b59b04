# SPDX-License-Identifier: EUPL-1.2
"""What is said about a document changes, it moves to another case of the same person, or it goes.

A document that goes leaves its content behind for `KEPT_DAYS` days, in the vault and out of sight, so that undo can
bring it back; the history itself never holds content. After that `clean_up` takes it out for good.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from casus.errors import InvalidInput
from casus.services.attachments.checking import clean_attachment
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.inputs import AttachmentInput
from casus.vault.tables import Attachment, AttachmentChunk, AuditEntry

KEPT_DAYS = 30


def update_attachment(
    desk: Desk, attachment_id: str, version: int, data: AttachmentInput
) -> Done[Attachment]:
    """Change title, kind, day, case or contact; never the person or the content.

    Raises InvalidForm, InvalidInput("person_id", "other_person"), NotFound, StaleRecord.
    """
    with desk.changing(label="update_attachment") as session:
        attachment = fetch(session, Attachment, attachment_id, version)
        if attachment.person_id != data.person_id:
            raise InvalidInput("person_id", "other_person")
        before = (attachment.case_id, attachment.contact_id)
        for name, value in clean_attachment(session, desk, data).items():
            setattr(attachment, name, value)
    ids = (attachment_id, attachment.person_id, attachment.case_id, attachment.contact_id, *before)
    return Done(attachment, Changes.of(("attachments",), *ids))


def remove_attachment(desk: Desk, attachment_id: str, version: int | None = None) -> Done[str]:
    """Take a document out of the dossier; undo brings it back for `KEPT_DAYS` days. Raises NotFound, StaleRecord."""
    with desk.changing(label="remove_attachment") as session:
        attachment = fetch(session, Attachment, attachment_id, version)
        ids = (attachment_id, attachment.person_id, attachment.case_id, attachment.contact_id)
        session.delete(attachment)
    return Done(attachment_id, Changes.of(("attachments",), *ids))


def clean_up(desk: Desk) -> int:
    """Destroy the content of documents that went more than `KEPT_DAYS` days ago; return of how many.

    Each in a transaction of its own, with an entry in the log.
    """
    until = desk.clock.now() - timedelta(days=KEPT_DAYS)
    with desk.reading() as session:
        gone = [
            one for one in _without_record(session) if (at := _went_at(session, one)) is None or at < until
        ]
    for attachment_id in gone:
        with desk.changing(label="clean_up") as session:
            session.execute(delete(AttachmentChunk).where(AttachmentChunk.attachment_id == attachment_id))
            desk.vault.log(session, "destroyed", "attachments", attachment_id)
    return len(gone)


def _without_record(session: Session) -> list[str]:
    known = select(Attachment.id)
    wanted = select(AttachmentChunk.attachment_id).where(
        AttachmentChunk.position == 0, AttachmentChunk.attachment_id.not_in(known)
    )
    return list(session.scalars(wanted))


def _went_at(session: Session, attachment_id: str) -> datetime | None:
    last = select(func.max(AuditEntry.at)).where(
        AuditEntry.kind == "attachments",
        AuditEntry.record_id == attachment_id,
        AuditEntry.action == "deleted",
    )
    return session.scalar(last)
