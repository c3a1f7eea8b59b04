# SPDX-License-Identifier: EUPL-1.2
"""What is known of a document, in words: kind, day, size, and the contact it belongs to."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QLocale

from casus.gui.dates_text import day_month
from casus.gui.labels import label
from casus.gui.widgets.choice import Choice
from casus.gui.words import in_sentence
from casus.services.attachments import PDF, TEXT, AttachmentRow, BelongsTo

_KINDS = {PDF: "PDF", "image/jpeg": "JPEG", "image/png": "PNG", "image/gif": "GIF", "image/webp": "WebP"}


def facts_of(row: AttachmentRow, today: date, shown_case: str = "") -> str:
    """Return the facts in a line; `shown_case` is the id of the case that need not be named."""
    translate = QCoreApplication.translate
    contact = ""
    if row.contact_kind and row.contact_on:
        contact = translate("Attachments", "bij {0} van {1}").format(
            in_sentence(label("contact_kind", row.contact_kind)), day_month(row.contact_on, today)
        )
    parts = (
        label("attachment_kind", row.kind), day_month(row.received_on, today),
        f"{media_name(row.media_type)}, {size_text(row.size)}", contact,
        translate("Attachments", "casus {0}").format(row.case_number) if row.case_number and row.case_id != shown_case else "",
    )  # fmt: skip
    return " · ".join(part for part in parts if part)


def media_name(media_type: str) -> str:
    """Return what people call this kind of file."""
    if media_type == TEXT:
        return QCoreApplication.translate("Attachments", "tekst")
    return _KINDS.get(media_type, "BMP")


def size_text(size: int) -> str:
    """Return a size as people say it: "340 kB", "1,2 MB"; what is smaller counts as 1 kB."""
    traditional = QLocale.DataSizeFormat.DataSizeTraditionalFormat
    return QLocale().formattedDataSize(max(size, 1024), 1 if size >= 1 << 20 else 0, traditional)


def contact_choices(belongs: BelongsTo, today: date) -> list[Choice]:
    """Return the contacts a document can belong to, the latest first, and none."""
    none = Choice("-", QCoreApplication.translate("Attachments", "Geen contactmoment"))
    contacts = [
        Choice(contact_id, f"{day_month(on, today)} · {label('contact_kind', kind)}")
        for contact_id, kind, on in belongs.contacts
    ]
    return [none, *contacts]
