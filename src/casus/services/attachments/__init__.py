# SPDX-License-Identifier: EUPL-1.2
"""Documents in a dossier: streamed into the vault in chunks, read back in chunks, never written in the clear.

No document is ever in memory as a whole here, and nothing is ever written outside the vault. There is no way to
save a copy elsewhere: `read_chunks` is for the viewer and for what is sealed to a colleague.
"""

from casus.services.attachments.changing import KEPT_DAYS, clean_up, remove_attachment, update_attachment
from casus.services.attachments.kinds import CHUNK, PDF, TEXT, default_kind, is_image, title_from
from casus.services.attachments.limits import attachment_limit, set_attachment_limit
from casus.services.attachments.reading import (
    AttachmentReader,
    AttachmentRow,
    BelongsTo,
    attachments_of,
    choices_for,
    get_attachment,
    open_attachment,
    read_chunks,
)
from casus.services.attachments.sources import FileSource, MemorySource, Source
from casus.services.attachments.storing import add_attachment, look_into, store_content
from casus.services.inputs import AttachmentInput

__all__ = [
    "CHUNK",
    "KEPT_DAYS",
    "PDF",
    "TEXT",
    "AttachmentInput",
    "AttachmentReader",
    "AttachmentRow",
    "BelongsTo",
    "FileSource",
    "MemorySource",
    "Source",
    "add_attachment",
    "attachment_limit",
    "attachments_of",
    "choices_for",
    "clean_up",
    "default_kind",
    "get_attachment",
    "is_image",
    "look_into",
    "open_attachment",
    "read_chunks",
    "remove_attachment",
    "set_attachment_limit",
    "store_content",
    "title_from",
    "update_attachment",
]
