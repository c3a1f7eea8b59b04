# SPDX-License-Identifier: EUPL-1.2
"""Documents for tests, made here: small, whole, and of every kind that can be stored."""

import struct
import zlib
from datetime import date
from pathlib import Path

from casus.services.attachments import AttachmentInput, MemorySource, Source, add_attachment
from casus.services.desk import Desk
from casus.services.records import Attachment

DAY = date(2023, 10, 2)


def png(width: int = 60, height: int = 40, *, rows: int | None = None) -> bytes:
    """Return a grey picture; with `rows` fewer than its height it is a lie about its size."""

    def part(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    pixels = zlib.compress((b"\x00" + b"\x80" * width) * (height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", pixels) + part(b"IEND", b"")


def pdf(*pages: str, extra: str = "") -> bytes:
    """Return a PDF with one line of text on each page; `extra` goes into its catalogue."""
    texts = pages or ("Beste meneer",)
    kids = " ".join(f"{4 + 2 * at} 0 R" for at in range(len(texts)))
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra} >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(texts)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for at, text in enumerate(texts):
        content = f"BT /F1 18 Tf 60 780 Td ({text}) Tj ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * at} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    made, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{one}\nendobj\n".encode()
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    total = len(objects) + 1
    end = f"xref\n0 {total}\n0000000000 65535 f \n{table}trailer << /Size {total} /Root 1 0 R >>\n"
    return made + f"{end}startxref\n{len(made)}\n%%EOF\n".encode()


def about(person_id: str, title: str = "Brief", **changes: object) -> AttachmentInput:
    """Return what is said about a document."""
    return AttachmentInput(
        title, **({"kind": "letter", "received_on": DAY, "person_id": person_id} | changes)
    )  # type: ignore[arg-type]


def a_paper(
    desk: Desk, person_id: str, content: bytes = b"", title: str = "Brief", **changes: object
) -> Attachment:
    """Put a document in a dossier: a PDF of one page unless bytes are given."""
    source: Source = MemorySource(f"{title}.pdf", content or pdf())
    return add_attachment(desk, source, about(person_id, title, **changes)).value


def a_file(folder: Path, name: str, content: bytes) -> Path:
    """Write a file to be added."""
    path = folder / name
    path.write_bytes(content)
    return path
