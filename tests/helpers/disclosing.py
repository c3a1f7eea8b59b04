# SPDX-License-Identifier: EUPL-1.2
"""Small files for `casus disclose`, and what it wrote read back without any of its code."""

import csv
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from casus.services.disclose import Done, Job, disclose

NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)

SPEC = """
snapshot = "2024-12-31"
[dimensions.district]
[dimensions.sex]
[tables.clients]
count = "n"
dimensions = ["district", "sex"]
"""
CLIENTS = "district,sex,n\nWest,f,23\nWest,m,11\nNoord,f,3\nNoord,m,19\nZuid,f,8\nZuid,m,2\n"


def put(folder: Path, **files: str | bytes) -> None:
    """Write files; `spec` is spec.toml, every other name a CSV file."""
    for name, content in files.items():
        path = folder / ("spec.toml" if name == "spec" else f"{name}.csv")
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def job(folder: Path, *tables: str, **changes: object) -> Job:
    """What a call on files of a folder asks for."""
    names = tables or ("clients",)
    given: dict[str, object] = {
        "tables": tuple(folder / f"{name}.csv" for name in names),
        "spec": folder / "spec.toml",
        "out": folder / "out",
        "language": "en",
        **changes,
    }
    return Job(**given)  # type: ignore[arg-type]


def ran(folder: Path, *tables: str, now: datetime = NOW, **changes: object) -> Done:
    """Run a call on files of a folder."""
    return disclose(job(folder, *tables, **changes), now)


def written(path: Path) -> Mapping[tuple[str, ...], tuple[str, str]]:
    """Return (value, status) by the texts of the dimensions, of a written table."""
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    assert header[-2:] == ["value", "status"]
    found = {tuple(row[:-2]): (row[-2], row[-1]) for row in rows}
    assert len(found) == len(rows)
    return found


def numbers(path: Path) -> Mapping[tuple[str, ...], int]:
    """Return the published numbers of a table of which nothing is left out."""
    return {cell: int(value) for cell, (value, _) in written(path).items()}


def everything_in(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder, hidden ones included."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
