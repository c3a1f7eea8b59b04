# SPDX-License-Identifier: EUPL-1.2
"""Builders of count tables and genuine releases with defaults, for tests of every package."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime

from casus.disclosure import (
    STANDARD,
    Category,
    CountTable,
    Dimension,
    Ledger,
    Preset,
    Protection,
    Release,
    release,
)

KEY = b"a key for tests, 32 bytes long!!"
AT = datetime(2023, 11, 1, 9, 30, tzinfo=UTC)
EMPTY = Ledger((), KEY, None)


def both(text: str) -> Mapping[str, str]:
    """A text in both languages."""
    return {"nl": text, "en": f"{text} (en)"}


def a_dimension(code: str, categories: Sequence[str] | Mapping[str, str | None]) -> Dimension:
    """A dimension; a mapping gives each category's parent."""
    parents = categories if isinstance(categories, Mapping) else dict.fromkeys(categories)
    found = tuple(Category(name, both(name), parent) for name, parent in parents.items())
    return Dimension(code, both(code), found)


DISTRICT = a_dimension("district", ("west", "noord", "overvecht", "zuid"))
PHASE = a_dimension("phase", ("intake", "active", "aftercare"))
NUMBERS = (11, 7, 3, 14, 2, 6, 19, 9, 1, 8, 12, 4)


def a_table(code: str = "persons_by_district", **changes: object) -> CountTable:
    """A count table of persons by district and phase, or by what `changes` says."""
    dimensions: tuple[Dimension, ...] = changes.pop("dimensions", (DISTRICT, PHASE))  # type: ignore[assignment]
    given: dict[str, object] = {
        "title": both(f"Tabel {code}"),
        "definition": both("Personen in de aanpak op de peildatum"),
        "unit": "persons",
        "unit_label": both("personen"),
        "source": both("Bijdragen van de uitvoerders"),
        "chapter": "careers",
        "period": (date(2022, 10, 1), date(2023, 10, 31)),
        "reference_date": date(2023, 10, 31),
        "snapshot": "state-1",
        "protection": Protection.PERSONS,
        "population": "persons",
        "dimensions": dimensions,
        "counts": dict(zip(_leaves(dimensions), NUMBERS * 1000, strict=False)),
    }
    return CountTable(code=code, **{**given, **changes})  # type: ignore[arg-type]


def _leaves(dimensions: tuple[Dimension, ...]) -> list[tuple[str, ...]]:
    cells: list[tuple[str, ...]] = [()]
    for dimension in dimensions:
        cells = [(*cell, leaf) for cell in cells for leaf in dimension.leaves()]
    return cells


def a_headline(code: str = "inspections", value: int = 296, **changes: object) -> CountTable:
    """An exact headline figure of a register."""
    exact = {"protection": Protection.EXACT, "unit": "inspections", "unit_label": both("controles")}
    given = {"dimensions": (), "counts": {(): value}, "population": code, **exact}
    return a_table(code, **{**given, **changes})


def a_release(
    *tables: CountTable, ledger: Ledger = EMPTY, preset: Preset = STANDARD, at: datetime = AT
) -> Release:
    """A genuine release; without tables: one rounded table and one exact headline figure."""
    return release(tables or (a_table(), a_headline()), ledger, preset, at=at)
