# SPDX-License-Identifier: EUPL-1.2
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, inspect, select

from casus.domain.clock import FixedClock
from casus.errors import DiskFull, VaultDamaged, VaultTooNew
from casus.vault import Secret, Vault, files, migrations, schema
from casus.vault.tables import Base, School
from tests.helpers.processes import run
from tests.helpers.records import a_school
from tests.helpers.vaults import PASSWORD

STEP = """
from alembic import op
import sqlalchemy as sa
revision, down_revision = "0002", "0001"
branch_labels = depends_on = None
def upgrade():
    op.add_column("schools", sa.Column("note", sa.Text(), nullable=True))
    {more}
"""


def described(connection: Connection) -> dict[str, Any]:
    """Return every table as it is in the database: columns, keys, indexes, rules."""
    looker = inspect(connection)
    return {
        name: {
            "columns": {
                one["name"]: (str(one["type"]), one["nullable"], bool(one["primary_key"]))
                for one in looker.get_columns(name)
            },
            "foreign": sorted(
                (one["constrained_columns"], one["referred_table"], one["options"])
                for one in looker.get_foreign_keys(name)
            ),
            "unique": sorted(
                (one["name"], one["column_names"]) for one in looker.get_unique_constraints(name)
            ),
            "indexes": sorted((one["name"], one["column_names"]) for one in looker.get_indexes(name)),
            "checks": sorted((one["name"], one["sqltext"]) for one in looker.get_check_constraints(name)),
        }
        for name in looker.get_table_names()
    }


def test_the_migrated_tables_are_the_mapped_ones(vault: Vault) -> None:
    """When this fails before the first release: `python -m tests.helpers.freeze_schema`; later: a new step."""
    from sqlalchemy import create_engine

    with vault.reading() as session:
        migrated = described(session.connection())
    with create_engine("sqlite://").connect() as connection:
        Base.metadata.create_all(connection)
        mapped = described(connection)
    own = {name for name in migrated if name.startswith("search_") or name == "alembic_version"}
    assert set(migrated) - own == set(mapped)
    for name, table in mapped.items():
        assert migrated[name] == table, name


def test_the_number_in_the_database_is_that_of_the_newest_step(vault: Vault) -> None:
    steps = sorted(path.name for path in (migrations.LOCATION / "versions").glob("[0-9]*.py"))
    assert int(steps[-1][:4]) == schema.CURRENT
    with vault.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA user_version").scalar_one() == schema.CURRENT


def test_steps_are_forward_only() -> None:
    for path in (migrations.LOCATION / "versions").glob("[0-9]*.py"):
        assert not re.search(r"^def downgrade", path.read_text(encoding="utf-8"), re.MULTILINE), path.name


OPEN = """
vault = Vault.open(folder, Secret.password(PASSWORD), clock=clock, limits=ANY_COST, local=local)
say("alembic" in sys.modules)
vault.close()
"""


def test_opening_an_up_to_date_vault_does_not_load_alembic(vault: Vault, tmp_path: Path) -> None:
    vault.close()
    assert run(OPEN, vault.folder, tmp_path / "local") == ["False"]


def with_a_second_step(place: Path, monkeypatch: pytest.MonkeyPatch, more: str = "") -> None:
    """Act as a Casus whose tables have moved on by one step."""
    location = place / "migrations"
    shutil.copytree(migrations.LOCATION, location, ignore=shutil.ignore_patterns("__pycache__"))
    (location / "versions" / "0002_note.py").write_text(STEP.format(more=more), encoding="utf-8")
    monkeypatch.setattr(migrations, "LOCATION", location)
    monkeypatch.setattr(schema, "CURRENT", 2)


@pytest.fixture
def older(vault: Vault) -> Vault:
    with vault.transaction("w1") as session:
        session.add(a_school("Blijft"))
    vault.close()
    return vault


def opened(vault: Vault, clock: FixedClock) -> Vault:
    return Vault.open(vault.folder, Secret.password(PASSWORD), clock=clock)


def test_an_older_vault_is_copied_and_brought_up_to_date(
    older: Vault, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (older.folder / "vault.db").read_bytes()
    with_a_second_step(tmp_path / "code", monkeypatch)
    again = opened(older, clock)
    assert again.notices == ("upgraded",)
    with again.reading() as session:
        assert session.scalars(select(School.name)).all() == ["Blijft"]
        assert session.connection().exec_driver_sql("SELECT note FROM schools").scalar_one() is None
    assert again.verify().ok
    again.close()
    copies = list((older.folder / "backups").iterdir())
    assert [path.name for path in copies] == ["before-upgrade-1-20231101T090000"]
    assert (copies[0] / "vault.db").read_bytes() == before
    again = opened(older, clock)
    assert again.notices == ()
    again.close()


def test_the_copy_made_before_an_upgrade_opens_with_an_older_casus(
    older: Vault, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        with_a_second_step(tmp_path / "code", patch)
        opened(older, clock).close()
    copy = next((older.folder / "backups").iterdir())
    way_back = Vault.open(copy, Secret.password(PASSWORD), clock=clock, local=tmp_path / "elders")
    with way_back.reading() as session:
        assert session.scalars(select(School.name)).all() == ["Blijft"]
    way_back.close()


def test_a_step_that_fails_half_way_changes_nothing(
    older: Vault, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        with_a_second_step(tmp_path / "code", patch, "raise ZeroDivisionError")
        with pytest.raises(ZeroDivisionError):
            opened(older, clock)
    again = opened(older, clock)
    with again.reading() as session:
        assert session.connection().exec_driver_sql("PRAGMA user_version").scalar_one() == 1
        columns = [row[1] for row in session.connection().exec_driver_sql("PRAGMA table_info(schools)")]
    assert "note" not in columns
    assert again.verify().ok
    again.close()


def test_no_room_for_the_copy_no_upgrade(
    older: Vault, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_a_second_step(tmp_path / "code", monkeypatch)
    before = (older.folder / "vault.db").read_bytes()

    def none_left(folder: Path, needed: int) -> None:
        raise DiskFull(needed=needed, free=0)

    monkeypatch.setattr(files, "require_space", none_left)
    with pytest.raises(DiskFull):
        opened(older, clock)
    assert (older.folder / "vault.db").read_bytes() == before


def test_a_vault_with_newer_tables_is_refused_and_untouched(
    older: Vault, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        with_a_second_step(tmp_path / "code", patch)
        opened(older, clock).close()
    before = (older.folder / "vault.db").read_bytes()
    with pytest.raises(VaultTooNew) as caught:
        opened(older, clock)
    assert caught.value.data == {"found": 2, "supported": 1}
    assert (older.folder / "vault.db").read_bytes() == before


def test_a_database_without_tables_is_damaged(older: Vault, clock: FixedClock) -> None:
    again = opened(older, clock)
    with again.transaction("w1") as session:
        session.connection().exec_driver_sql("PRAGMA user_version=0")
    again.close()
    with pytest.raises(VaultDamaged) as caught:
        opened(older, clock)
    assert caught.value.data["reason"] == "no_tables"
