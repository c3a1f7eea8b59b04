# SPDX-License-Identifier: EUPL-1.2
"""Documents of a dossier: which there are, and their bytes, a few chunks at a time."""

from collections import OrderedDict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from sqlalchemy import false, func, select
from sqlalchemy.orm import Session

from casus.errors import NotFound, VaultDamaged
from casus.services.attachments.kinds import CHUNK
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.handed_over import read_only
from casus.services.lists import AnyRow, AnySelect
from casus.vault.closed import of_open_case
from casus.vault.engine import few_pages
from casus.vault.tables import Attachment, AttachmentChunk, Case, Contact

_KEPT_CHUNKS = 8
_LARGE = 16 * CHUNK
_LATEST_CONTACTS = 40


@dataclass(frozen=True)
class AttachmentRow:
    """A document as a dossier lists it; `contact_kind` and `contact_on` say which contact it belongs to.

    `read_only`: a colleague has its case, or is offered it in a sealed file.
    """

    id: str
    version: int
    title: str
    kind: str
    media_type: str
    size: int
    received_on: date
    person_id: str
    case_id: str | None
    case_number: str | None
    contact_id: str | None
    contact_kind: str | None
    contact_on: date | None
    read_only: bool = False


def _rows() -> AnySelect:
    return (
        select(
            Attachment.id, Attachment.version, Attachment.title, Attachment.kind, Attachment.media_type,
            Attachment.size, Attachment.received_on, Attachment.person_id, Attachment.case_id,
            Case.number.label("case_number"), Attachment.contact_id, Contact.kind.label("contact_kind"),
            Contact.on.label("contact_on"), func.coalesce(read_only(), false()).label("read_only"),
        )
        .outerjoin(Case, Case.id == Attachment.case_id)
        .outerjoin(Contact, Contact.id == Attachment.contact_id)
    )  # fmt: skip


def _row(found: AnyRow) -> AttachmentRow:
    return AttachmentRow(*found)


def attachments_of(session: Session, person_id: str) -> tuple[AttachmentRow, ...]:
    """Return the documents of a person, newest first, but those of a closed case."""
    wanted = (
        _rows()
        .where(
            Attachment.person_id == person_id,
            of_open_case(Attachment.case_id),
        )
        .order_by(Attachment.received_on.desc(), Attachment.created_at.desc(), Attachment.id)
    )
    return tuple(map(_row, session.execute(wanted)))


def get_attachment(desk: Desk, attachment_id: str) -> AttachmentRow:
    """Return what is known about a document, for a form. Raises NotFound, NotAllowed("restricted")."""
    with desk.reading() as session:
        fetch(session, Attachment, attachment_id)
        found = session.execute(_rows().where(Attachment.id == attachment_id)).one()
    return _row(found)


def open_attachment(desk: Desk, attachment_id: str) -> "AttachmentReader":
    """Log that a document is viewed, and return what reads it.

    Raises NotFound; NotAllowed("restricted") when its dossier is restricted and not open now.
    """
    row = get_attachment(desk, attachment_id)
    with desk.changing(label="log_view") as session:
        desk.vault.log(session, "viewed", "attachments", attachment_id)
    return AttachmentReader(desk, row)


class AttachmentReader:
    """The bytes of a document, anywhere in it; at most eight chunks (2 MiB) are in memory."""

    def __init__(self, desk: Desk, row: AttachmentRow) -> None:
        self._desk = desk
        self.row = row
        self.size = row.size
        self._chunks: OrderedDict[int, bytes] = OrderedDict()

    def read_at(self, offset: int, length: int) -> bytes:
        """Return up to `length` bytes from `offset`, fewer at the end. Raises NotFound when it is gone."""
        end = min(self.size, max(0, offset) + max(0, length))
        parts, at = [], max(0, offset)
        while at < end:
            position, start = divmod(at, CHUNK)
            part = self._chunk(position)[start : start + end - at]
            if not part:
                raise VaultDamaged(part="database", reason="attachment")
            parts.append(part)
            at += len(part)
        return b"".join(parts)

    def close(self) -> None:
        """Let go of what is in memory."""
        self._chunks.clear()

    def _chunk(self, position: int) -> bytes:
        if position in self._chunks:
            self._chunks.move_to_end(position)
            return self._chunks[position]
        chunk = self._chunks[position] = _read_chunk(self._desk, self.row.id, position, self.size)
        if len(self._chunks) > _KEPT_CHUNKS:
            self._chunks.popitem(last=False)
        return chunk


def read_chunks(desk: Desk, attachment_id: str) -> Iterator[bytes]:
    """Yield the bytes of a document in order, one chunk at a time, each in a session of its own.

    Raises NotFound when it is not or no longer there; at the end VaultDamaged when it is not what was put in.
    Logs nothing: whoever shows or seals the document does.
    """
    with desk.reading() as session:
        expected = fetch(session, Attachment, attachment_id)
    digest = sha256()
    for position in range(-(-expected.size // CHUNK)):
        chunk = _read_chunk(desk, attachment_id, position, expected.size)
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != expected.digest:
        raise VaultDamaged(part="database", reason="attachment")


def _read_chunk(desk: Desk, attachment_id: str, position: int, size: int) -> bytes:
    """Return a chunk; those of a large document do not take the place of all other pages in memory."""
    wanted = (
        select(AttachmentChunk.content)
        .join(Attachment, Attachment.id == AttachmentChunk.attachment_id)
        .where(AttachmentChunk.attachment_id == attachment_id, AttachmentChunk.position == position)
    )
    with desk.reading() as session, ExitStack() as stack:
        if size > _LARGE:
            stack.enter_context(few_pages(session.connection()))
        found = session.scalar(wanted)
        if found is None and session.get(Attachment, attachment_id) is None:
            raise NotFound("attachments", attachment_id)
    if found is None:
        raise VaultDamaged(part="database", reason="attachment")
    return found


# --- what it can belong to -------------------------------------------------------------------------


@dataclass(frozen=True)
class BelongsTo:
    """What a document of a person can belong to: cases by id and number, contacts by id, kind and day."""

    cases: tuple[tuple[str, str], ...]
    contacts: tuple[tuple[str, str, date], ...]


def choices_for(desk: Desk, person_id: str, contact_id: str | None = None) -> BelongsTo:
    """Return all cases and the latest contacts of a person; `contact_id` is among them however long ago it was."""
    mine = select(Contact.id, Contact.kind, Contact.on).where(Contact.person_id == person_id)
    latest = mine.order_by(Contact.on.desc(), Contact.id).limit(_LATEST_CONTACTS)
    cases = select(Case.id, Case.number).where(Case.person_id == person_id).order_by(Case.opened_on.desc())
    with desk.reading() as session:
        contacts = [(row.id, row.kind, row.on) for row in session.execute(latest)]
        if contact_id and all(one[0] != contact_id for one in contacts):
            contacts += [
                (row.id, row.kind, row.on) for row in session.execute(mine.where(Contact.id == contact_id))
            ]
        return BelongsTo(tuple((row.id, row.number) for row in session.execute(cases)), tuple(contacts))
