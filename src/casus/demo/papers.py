# SPDX-License-Identifier: EUPL-1.2
"""A few documents in the demo's dossiers: a letter, a sketch and a note, made here and not brought along."""

import struct
import zlib
from datetime import timedelta
from functools import cache
from itertools import islice

from casus.demo.words import Dice
from casus.services.attachments import PDF, TEXT, store_content
from casus.services.cases import CaseList
from casus.services.desk import Desk
from casus.vault.tables import Attachment, Case

_LETTER = (
    "Gemeente Utrecht", "Veiligheid", "", "Beste meneer,", "",
    "Op dinsdag 21 november om 10.00 uur verwachten wij u op het stadskantoor.",
    "Neem uw identiteitsbewijs mee, en de brief van uw werkgever.", "",
    "Kunt u niet komen? Bel dan uw vaste contactpersoon.", "", "Met vriendelijke groet,", "Marjan Visser",
)  # fmt: skip
_NOTE = (
    "Notitie na het gesprek met de mentor\n\n"
    "- Is deze maand twee keer te laat gekomen, verder geen verzuim.\n"
    "- Wil volgend jaar naar het mbo, richting techniek.\n"
    "- Mentor belt als het weer misgaat; wij bellen over zes weken zelf.\n"
)
_WIDE, _HIGH = 480, 300
_DOSSIERS = 3


def add_papers(desk: Desk, seed: int) -> None:
    """Put a letter, a sketch and a note in the first running cases of the list; `seed` is of their own ids."""
    dice = Dice(seed)
    today = desk.today()
    papers = (
        ("Uitnodiging voor een gesprek", "letter", PDF, letter(), 12),
        ("Plattegrond van de buurt", "image", "image/png", sketch(), 30),
        ("Notitie gesprek mentor", "other", TEXT, _NOTE.encode(), 5),
    )
    with desk.changing("demo", label="demo") as session:
        found = (session.get(Case, case_id) for case_id in CaseList(desk).ids())
        running = (case for case in found if case is not None and case.closed_on is None)
        for case in islice(running, _DOSSIERS):
            for title, kind, media_type, content, days in papers:
                paper = Attachment(
                    id=dice.id(), person_id=case.person_id, case_id=case.id, kind=kind, title=title,
                    media_type=media_type, size=len(content), received_on=today - timedelta(days=days),
                )  # fmt: skip
                paper.digest = store_content(session, paper.id, content)
                session.add(paper)


def letter() -> bytes:
    """Return a PDF of one page, written by hand: a catalogue, a page, a font that every reader has, and its text."""
    text = "BT /F1 12 Tf 72 760 Td 18 TL " + " ".join(f"({line}) Tj T*" for line in _LETTER) + " ET"
    parts = (
        "<< /Type /Catalog /Pages 2 0 R /Lang (nl) >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        " /Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    )
    made, places = "%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(f"{len(made):010d} 00000 n \n")
        made += f"{number} 0 obj\n{part}\nendobj\n"
    table = f"xref\n0 {len(parts) + 1}\n0000000000 65535 f \n{''.join(places)}"
    end = f"trailer << /Size {len(parts) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
    return f"{made}{table}{end}".encode("ascii")


@cache
def sketch() -> bytes:
    """Return a PNG: streets, water and blocks of houses, as one draws them on a napkin."""
    rows = b"".join(b"\x00" + b"".join(_ground(x, y) for x in range(_WIDE)) for y in range(_HIGH))
    head = struct.pack(">IIBBBBB", _WIDE, _HIGH, 8, 2, 0, 0, 0)
    parts = (b"IHDR" + head, b"IDAT" + zlib.compress(rows, 9), b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in parts
    )


def _ground(x: int, y: int) -> bytes:
    """Return the colour of a place: water along a slope, streets in a grid, houses between."""
    if 0 <= y - x // 4 - 150 < 26:
        return b"\xa9\xc7\xdd"
    if x % 96 < 14 or y % 74 < 12:
        return b"\xf4\xf1\xea"
    return b"\xc9\xb9\xa3" if (x % 96 - 14) % 27 > 2 and (y % 74 - 12) % 31 > 2 else b"\xb3\xa2\x8a"
