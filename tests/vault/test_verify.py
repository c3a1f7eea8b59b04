# SPDX-License-Identifier: EUPL-1.2
import random
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casus.crypto.keys import DATABASE
from casus.domain.clock import FixedClock
from casus.errors import Cancelled, VaultDamaged, VaultError, VaultOlderThanSeen
from casus.vault import Secret, Vault, engine
from casus.vault.tables import School
from casus.vault.verify import Finding, verify
from tests.helpers.records import a_school
from tests.helpers.vaults import PASSWORD

PAGE = 4096


@pytest.fixture
def filled(vault: Vault) -> Vault:
    with vault.transaction("w1") as session:
        session.add_all([a_school(f"School {number}") for number in range(40)])
    return vault


@contextmanager
def behind_its_back(vault: Vault) -> Iterator[Any]:
    """Give a raw connection with the key: what a thief of the key, or a bug, could do."""
    connection = engine.connect(vault.folder / "vault.db", vault._vault_key().subkey(DATABASE))
    try:
        yield connection
    finally:
        connection.close()


def without_triggers(connection: Any) -> None:
    for verb in ("update", "delete"):
        connection.execute(f"DROP TRIGGER audit_entries_no_{verb}")


def test_a_sound_vault_has_no_findings_and_tells_its_progress(filled: Vault) -> None:
    told: list[float] = []
    result = filled.verify(told.append)
    assert result.ok
    assert result.records == 40
    assert result.entries == 41
    assert told == sorted(told)
    assert told[-1] == 1.0


def test_verifying_can_be_stopped(filled: Vault) -> None:
    def stop(_part: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        filled.verify(stop)


def test_rows_changed_added_and_removed_past_the_log_are_found(filled: Vault) -> None:
    with filled.reading() as session:
        one, other = session.scalars(select(School.id).order_by(School.name).limit(2)).all()
    with behind_its_back(filled) as connection:
        connection.execute("UPDATE schools SET name = 'Anders' WHERE id = ?", (one,))
        connection.execute("DELETE FROM schools WHERE id = ?", (other,))
        connection.execute(
            "INSERT INTO schools SELECT name, sort_key, kind, district, 'f', created_at, changed_at, version"
            " FROM schools LIMIT 1"
        )
    assert set(filled.verify().findings) == {
        Finding("rows", "changed", "schools", one),
        Finding("rows", "missing", "schools", other),
        Finding("rows", "unlogged", "schools", "f"),
    }


@pytest.mark.parametrize(
    ("statements", "finding"),
    [
        (["UPDATE audit_entries SET actor = 'ander' WHERE seq = 9"], Finding("log", "forged", "", "9")),
        (["UPDATE audit_entries SET row_digest = NULL WHERE seq = 9"], Finding("log", "forged", "", "9")),
        (["UPDATE audit_entries SET at = '2020-01-01' WHERE seq = 9"], Finding("log", "forged", "", "9")),
        (["DELETE FROM audit_entries WHERE seq = 9"], Finding("log", "gap", "", "9")),
        (
            [
                "DELETE FROM audit_entries WHERE seq = 9",
                "UPDATE audit_entries SET seq = seq - 1 WHERE seq > 9",
            ],
            Finding("log", "forged", "", "9"),
        ),
        (
            [
                "UPDATE audit_entries SET seq = 1000 WHERE seq = 9",
                "UPDATE audit_entries SET seq = 9 WHERE seq = 10",
                "UPDATE audit_entries SET seq = 10 WHERE seq = 1000",
            ],
            Finding("log", "forged", "", "9"),
        ),
    ],
    ids=["actor", "digest", "moment", "removed", "removed and renumbered", "reordered"],
)
def test_forged_removed_and_reordered_entries_are_found(
    filled: Vault, statements: list[str], finding: Finding
) -> None:
    with behind_its_back(filled) as connection:
        without_triggers(connection)
        for statement in statements:
            connection.execute(statement)
    assert filled.verify().findings == (finding,)


def test_entries_cut_off_at_the_end_are_found_by_their_rows_and_by_the_anchor(
    filled: Vault, clock: FixedClock
) -> None:
    filled.close()
    again = Vault.open(filled.folder, Secret.password(PASSWORD), clock=clock)
    with behind_its_back(again) as connection:
        without_triggers(connection)
        connection.execute("DELETE FROM audit_entries WHERE seq > 30")
    assert {finding.reason for finding in again.verify().findings} == {"unlogged"}
    with again._engine.connect() as _:  # type: ignore[union-attr]
        pass
    again._engine.dispose()  # type: ignore[union-attr]
    again._lock.release()
    with pytest.raises(VaultOlderThanSeen):
        Vault.open(filled.folder, Secret.password(PASSWORD), clock=clock)


def test_a_missing_parent_is_found(filled: Vault) -> None:
    with behind_its_back(filled) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        connection.execute(
            "INSERT INTO field_changes(batch_id, kind, record_id, field) VALUES('weg', 'schools', 'x', 'name')"
        )
    assert filled.verify().findings == (Finding("tables", "foreign_key", "field_changes"),)


def test_a_damaged_header_copy_is_found(filled: Vault) -> None:
    copy = filled.folder / "vault.key.bak"
    data = bytearray(copy.read_bytes())
    data[40] ^= 1
    copy.write_bytes(data)
    assert filled.verify().findings == (Finding("header", "hash", "vault.key.bak"),)
    copy.unlink()
    assert filled.verify().findings == (Finding("header", "missing", "vault.key.bak"),)


def whole_result(folder: Path, vault: Vault, key: Any) -> str:
    """Return "ok", or what verifying found."""
    try:
        result = verify(folder, vault.vault_id, key)
    except VaultError as exc:
        return type(exc).__name__
    return "ok" if result.ok else result.findings[0].part


def test_a_flipped_bit_in_any_page_is_found(filled: Vault) -> None:
    """Page by page, also in pages no table uses."""
    key = filled._vault_key()
    filled.close()
    database = filled.folder / "vault.db"
    sound = database.read_bytes()
    picker = random.Random(2023)
    pages = list(range(len(sound) // PAGE))
    for page in [0, pages[-1], *picker.sample(pages, 20)]:
        changed = bytearray(sound)
        changed[page * PAGE + picker.randrange(PAGE)] ^= 1 << picker.randrange(8)
        database.write_bytes(changed)
        assert whole_result(filled.folder, filled, key) != "ok", page


@pytest.mark.parametrize("length", [1, 100, PAGE - 1, PAGE, PAGE + 1, 5 * PAGE, -PAGE, -1])
def test_a_truncated_database_is_damaged_and_not_a_wrong_password(
    filled: Vault, clock: FixedClock, length: int
) -> None:
    key = filled._vault_key()
    filled.close()
    database = filled.folder / "vault.db"
    database.write_bytes(database.read_bytes()[:length])
    assert whole_result(filled.folder, filled, key) != "ok"
    with suppress(VaultDamaged):  # a short one opens; a longer one may do so and is found by verifying
        Vault.open(filled.folder, Secret.password(PASSWORD), clock=clock).close()


def test_an_old_copy_of_a_page_put_back_is_found(filled: Vault) -> None:
    """Pages are authentic but not fresh: without the log an old value would come back unseen."""
    key = filled._vault_key()
    with filled.reading() as session:
        school_id = session.scalars(select(School.id).where(School.name == "School 7")).one()
    database = filled.folder / "vault.db"
    old = database.read_bytes()
    with filled.transaction("w1") as session:
        school = session.get(School, school_id)
        assert school is not None
        school.name = "School 0"  # as long as the old name, so that no page moves
    filled.close()
    new = database.read_bytes()
    replays = [at for at in range(0, len(old), PAGE) if old[at : at + PAGE] != new[at : at + PAGE]]
    assert replays[0] == 0
    assert len(replays) >= 4
    for at in replays[1:]:  # the first page holds a counter and no rows
        database.write_bytes(new[:at] + old[at : at + PAGE] + new[at + PAGE :])
        assert whole_result(filled.folder, filled, key) != "ok", at // PAGE
    database.write_bytes(new)
    assert whole_result(filled.folder, filled, key) == "ok"
