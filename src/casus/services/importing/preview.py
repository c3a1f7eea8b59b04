# SPDX-License-Identifier: EUPL-1.2
"""What Casus reads in the first lines, while the user chooses the columns."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from casus.domain.codelists import codelist
from casus.errors import InvalidInput
from casus.services.desk import Desk
from casus.services.error_sentences import field_sentence
from casus.services.importing.grid import Grid
from casus.services.importing.mapping import Layout, data_lines
from casus.services.importing.passing import choices_of
from casus.services.importing.subjects import Field
from casus.services.importing.values import Reader, UnknownValue

LINES = 8
_LONGEST = 120


@dataclass(frozen=True)
class Shown:
    """A cell of the preview: `text` as read (a day as a date), and why it cannot be, "" when it can."""

    text: str | date
    wrong: str = ""


def preview(desk: Desk, grid: Grid, layout: Layout, language: str) -> list[tuple[int, list[Shown]]]:
    """Return the first lines below the header: their numbers, and each cell as Casus reads it."""
    reader = Reader(layout, desk.today(), choices_of(desk, layout.subject.fields))
    fields = [layout.subject.field(key) if key else None for key in layout.columns]
    rows = []
    for line in data_lines(grid, layout)[:LINES]:
        cells = [line.cells[at] if at < len(line.cells) else "" for at in range(len(fields))]
        rows.append(
            (
                line.number,
                [_shown(reader, field, cell, language) for field, cell in zip(fields, cells, strict=True)],
            )
        )
    return rows


def _shown(reader: Reader, field: Field | None, cell: str, language: str) -> Shown:
    text = " ".join(cell[:_LONGEST].split())
    if field is None:
        return Shown(text)
    try:
        value = reader.read(field, cell)
    except InvalidInput as error:
        return Shown(text, field_sentence(error, language))
    except UnknownValue:
        return Shown(text, field_sentence(InvalidInput(field.key, "undecided"), language))
    return Shown(_text(field, value, text, language))


def _text(field: Field, value: Any, text: str, language: str) -> str | date:
    if isinstance(value, date):
        return value
    if field.kind == "code" and value:
        return codelist(field.codes).label(value, language)
    if field.kind == "codes" and value:
        return ", ".join(codelist(field.codes).label(code, language) for code in value)
    return text
