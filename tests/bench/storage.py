# SPDX-License-Identifier: EUPL-1.2
"""What encryption costs: the same statements on the same rows, with a key and without, in the same build."""

import shutil
import time
from contextlib import closing
from typing import Any

from tests.bench.data import KEY, KEYED, PLAIN, connect, settle_on_disk
from tests.bench.place import Place

SAVES = 500
DOSSIERS = 100
"""A large caseload: caseloads run from 2 to 200 (domain study 1.1)."""
ROUNDS = 10


def reads_encrypted(place: Place) -> float:
    """Return the seconds of a day's reading, with a key."""
    return reads(place, KEYED, KEY)


def reads_plain(place: Place) -> float:
    """Return the seconds of the same reading without."""
    return reads(place, PLAIN, None)


def first_reads_encrypted(place: Place) -> float:
    """Return the seconds of the first round alone, in which every page is decrypted."""
    return reads(place, KEYED, KEY, rounds=1)


def first_reads_plain(place: Place) -> float:
    """Return the seconds of the same first round without a key."""
    return reads(place, PLAIN, None, rounds=1)


def writes_encrypted(place: Place) -> float:
    """Return the seconds of saving contacts one by one, with a key."""
    return writes(place, KEYED, KEY)


def writes_plain(place: Place) -> float:
    """Return the seconds of the same saving without."""
    return writes(place, PLAIN, None)


def reads(place: Place, name: str, key: bytes | None, rounds: int = ROUNDS) -> float:
    """Read the list, a worker's own dossiers and counts of cases, round after round; return the seconds.

    The cache is empty at the start and stays, as in a vault that is open all day.
    """
    with closing(connect(place.folder / name, key)) as connection:
        began = time.perf_counter()
        for _ in range(rounds):
            ids = [row[0] for row in connection.execute("SELECT id FROM persons ORDER BY sort_key, id")]
            for person in ids[:: max(1, len(ids) // DOSSIERS)]:
                read_dossier(connection, person)
            connection.execute("SELECT phase, count(*) FROM cases GROUP BY phase").fetchall()
        return time.perf_counter() - began


def read_dossier(connection: Any, person: str) -> None:
    """Read one person with everything the dossier page shows first."""
    connection.execute("SELECT * FROM persons WHERE id = ?", (person,)).fetchall()
    connection.execute("SELECT * FROM cases WHERE person_id = ?", (person,)).fetchall()
    connection.execute('SELECT * FROM contacts WHERE person_id = ? ORDER BY "on" DESC', (person,)).fetchall()


def writes(place: Place, name: str, key: bytes | None) -> float:
    """Save contacts one by one, each in a transaction that is on disk when it ends; return the seconds."""
    copy = place.folder / f"writing-{name}"
    shutil.copyfile(place.folder / name, copy)
    settle_on_disk(copy)
    try:
        with closing(connect(copy, key)) as connection:
            cursor = connection.execute("SELECT * FROM contacts LIMIT ?", (SAVES,))
            columns = [column[0] for column in cursor.description]
            rows = cursor.fetchall()
            marks = ", ".join("?" * len(columns))
            statement = f"INSERT INTO contacts VALUES ({marks})"
            began = time.perf_counter()
            for number, row in enumerate(rows):
                values = dict(zip(columns, row, strict=True)) | {"id": f"{number:032x}"}
                connection.execute("BEGIN IMMEDIATE")
                connection.execute(statement, tuple(values.values()))
                connection.execute("COMMIT")
            return time.perf_counter() - began
    finally:
        copy.unlink()
