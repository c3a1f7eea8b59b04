# SPDX-License-Identifier: EUPL-1.2
"""Taking a document into the vault: chunk by chunk, in one transaction, as a whole or not at all."""

from collections.abc import Callable, Iterator
from hashlib import sha256

from sqlalchemy import insert
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import AttachmentRefused
from casus.services.attachments.checking import clean_attachment
from casus.services.attachments.kinds import CHUNK, HEAD, TAIL, media_type_of, reading_check
from casus.services.attachments.limits import MEGABYTE, attachment_limit
from casus.services.attachments.sources import Opened, Source
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.inputs import AttachmentInput
from casus.vault import files
from casus.vault.engine import few_pages
from casus.vault.tables import Attachment, AttachmentChunk, new_id

Progress = Callable[[int, int], object]


def add_attachment(
    desk: Desk,
    source: Source,
    data: AttachmentInput,
    progress: Progress = lambda _done, _total: None,
) -> Done[Attachment]:
    """Put a document in a dossier. `progress` gets (done, total) in kilobytes and may raise Cancelled.

    What it is follows from its bytes. Raises AttachmentRefused with a reason: missing, link, folder, device,
    no_access, empty, too_big (`most`, `size` in MB), unknown_kind, encoding, damaged, changed; DiskFull;
    InvalidForm; NotFound; NotAllowed("role"). Whatever is raised, nothing of it is in the vault.
    """
    desk.require(Permission.DOSSIERS)
    with source.opened() as opened:
        _require_size(opened.size, attachment_limit(desk))
        files.require_space(desk.vault.folder, opened.size)
        media_type = _look_at(opened)
        with desk.changing(label="add_attachment") as session:
            values = clean_attachment(session, desk, data)
            attachment = Attachment(
                id=new_id(), person_id=data.person_id, media_type=media_type, size=opened.size, **values
            )
            attachment.digest = _take_in(session, attachment.id, opened, media_type, progress)
            session.add(attachment)
    ids = (attachment.id, attachment.person_id, attachment.case_id, attachment.contact_id)
    return Done(attachment, Changes.of(("attachments",), *ids))


def store_chunks(session: Session, attachment_id: str, chunks: Iterator[bytes]) -> str:
    """Write the chunks of a document; return the SHA-256 of all of it."""
    digest, connection = sha256(), session.connection()
    with few_pages(connection):
        for position, chunk in enumerate(chunks):
            digest.update(chunk)
            row = {"attachment_id": attachment_id, "position": position, "content": chunk}
            connection.execute(insert(AttachmentChunk), row)
    return digest.hexdigest()


def _require_size(size: int, limit: int) -> None:
    if size == 0:
        raise AttachmentRefused("empty")
    if size > limit * MEGABYTE:
        raise AttachmentRefused("too_big", most=limit, size=-(-size // MEGABYTE))


def _look_at(opened: Opened) -> str:
    """Return the media type; leave the stream at its beginning."""
    try:
        head = opened.stream.read(HEAD)
        opened.stream.seek(max(0, opened.size - TAIL))
        tail = opened.stream.read(TAIL)
        opened.stream.seek(0)
    except OSError:
        raise AttachmentRefused("no_access") from None
    return media_type_of(head, tail, opened.size)


def _take_in(
    session: Session, attachment_id: str, opened: Opened, media_type: str, progress: Progress
) -> str:
    return store_chunks(session, attachment_id, _chunks(opened, reading_check(media_type), progress))


def _chunks(opened: Opened, check: Callable[[bytes, bool], object], progress: Progress) -> Iterator[bytes]:
    """Yield exactly the bytes that were there when it was opened; refuse when they changed under our hands."""
    done = 0
    while done < opened.size:
        progress(done // 1024, opened.size // 1024)
        chunk = _read(opened, min(CHUNK, opened.size - done))
        done += len(chunk)
        check(chunk, done == opened.size)
        yield chunk
    if not opened.unchanged():
        raise AttachmentRefused("changed")
    progress(opened.size // 1024, opened.size // 1024)


def _read(opened: Opened, wanted: int) -> bytes:
    """Return so many bytes; a raw file may give them in pieces."""
    parts, left = [], wanted
    while left:
        try:
            part = opened.stream.read(left)
        except OSError:
            raise AttachmentRefused("no_access") from None
        if not part:
            raise AttachmentRefused("changed")
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def look_into(desk: Desk, source: Source) -> tuple[str, int]:
    """Return what a file is (media type) and its size, without taking it in. Raises as `add_attachment`."""
    with source.opened() as opened:
        _require_size(opened.size, attachment_limit(desk))
        return _look_at(opened), opened.size


def store_content(session: Session, attachment_id: str, content: bytes) -> str:
    """Write a document that is in memory (the demo's own); return its SHA-256."""
    return store_chunks(
        session, attachment_id, (content[at : at + CHUNK] for at in range(0, len(content), CHUNK))
    )
