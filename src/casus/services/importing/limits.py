# SPDX-License-Identifier: EUPL-1.2
"""How much of a file is read; beyond it the file is refused with a sentence, before it costs memory."""

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True)
class Limits:
    """Bytes of the file, bytes unpacked, rows, columns, characters of a cell and of the whole sheet.

    A cell that is longer is cut one character beyond `cell`, which no field takes.
    """

    file: int = 50 * MEGABYTE
    unpacked: int = 400 * MEGABYTE
    rows: int = 50_000
    columns: int = 200
    cell: int = 100_000
    text: int = 60_000_000


LIMITS = Limits()
