# SPDX-License-Identifier: EUPL-1.2
"""The documents of a case: out of one vault into a sealed file, and into the other, a chunk at a time."""

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from casus.crypto.bundle import Part
from casus.errors import AttachmentRefused, HandOverInvalid, VaultDamaged
from casus.services.attachments.kinds import CHUNK, HEAD, TAIL, media_type_of, reading_check
from casus.services.attachments.storing import store_chunks
from casus.services.desk import Desk
from casus.services.exchange.kinds import Documents
from casus.services.hand_over import Row, Rows
from casus.vault import files
from casus.vault.tables import AttachmentChunk

_NAME = "document:"


def parts_of(session: Session, attachments: Rows) -> list[Part]:
    """Return the parts that carry these documents; they are read from the vault as the parts are taken."""
    return [Part(f"{_NAME}{row['id']}", row["size"], _chunks_of(session, row)) for row in attachments]


def take_in(desk: Desk, session: Session, attachments: Rows, documents: Documents) -> None:
    """Store the bytes of these documents. Raises HandOverInvalid("document") when they are not what was described.

    DiskFull when there is no room. Bytes that are here already are read and not stored again.
    """
    wanted = {f"{_NAME}{row['id']}": row for row in attachments}
    files.require_space(desk.vault.folder, sum(row["size"] for row in attachments))
    for part, pieces in documents:
        row = wanted.pop(part.name, None)
        if row is None or part.size != row["size"]:
            raise HandOverInvalid("document")
        if _is_here(session, row):
            for _piece in pieces:
                pass
        else:
            session.execute(delete(AttachmentChunk).where(AttachmentChunk.attachment_id == row["id"]))
            if store_chunks(session, row["id"], _checked(row, _in_chunks(pieces))) != row["digest"]:
                raise HandOverInvalid("document")
    if wanted:
        raise HandOverInvalid("document")


def _chunks_of(session: Session, row: Row) -> Iterator[bytes]:
    digest = sha256()
    for position in range(-(-row["size"] // CHUNK)):
        chunk = session.scalar(
            select(AttachmentChunk.content).where(
                AttachmentChunk.attachment_id == row["id"], AttachmentChunk.position == position
            )
        )
        if chunk is None:
            raise VaultDamaged(part="database", reason="attachment")
        digest.update(chunk)
        yield chunk
    if digest.hexdigest() != row["digest"]:
        raise VaultDamaged(part="database", reason="attachment")


def _is_here(session: Session, row: Row) -> bool:
    """Return whether the bytes of a document are in the vault whole: that of a copy, or of one that was undone."""
    kept = select(func.coalesce(func.sum(func.length(AttachmentChunk.content)), 0)).where(
        AttachmentChunk.attachment_id == row["id"]
    )
    if session.scalar(kept) != row["size"]:
        return False
    digest = sha256()
    for position in range(-(-row["size"] // CHUNK)):
        wanted = select(AttachmentChunk.content).where(
            AttachmentChunk.attachment_id == row["id"], AttachmentChunk.position == position
        )
        digest.update(session.scalar(wanted) or b"")
    return digest.hexdigest() == str(row["digest"])


def _in_chunks(pieces: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the same bytes in chunks of one size, the last one shorter."""
    waiting = bytearray()
    for piece in pieces:
        waiting += piece
        while len(waiting) >= CHUNK:
            yield bytes(waiting[:CHUNK])
            del waiting[:CHUNK]
    if waiting:
        yield bytes(waiting)


def _checked(row: Row, chunks: Iterator[bytes]) -> Iterator[bytes]:
    """Yield the chunks of a document; refuse one that is something else than is said of it."""
    head, tail, done = b"", b"", 0
    try:
        check = reading_check(row["media_type"])
        for chunk in chunks:
            head, tail, done = head or chunk[:HEAD], (tail + chunk)[-TAIL:], done + len(chunk)
            check(chunk, done == row["size"])
            yield chunk
        if media_type_of(head, tail, done) != row["media_type"]:
            raise HandOverInvalid("document")
    except (AttachmentRefused, KeyError, ValueError):
        raise HandOverInvalid("document") from None
