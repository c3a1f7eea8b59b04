# SPDX-License-Identifier: EUPL-1.2
"""Make the frozen vault of a format: `python -m tests.helpers.freeze_vault tests/data/vault-v1`.

Done once for each released format (tests/data/README.md); the vault is then opened for ever by
tests/vault/test_frozen_vault.py. Everything in it is invented. It has the cheapest key derivation that
production accepts, so that it opens by production's own limits.
"""

import json
import shutil
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import JSON, Boolean, Column, Date, Integer, LargeBinary, Table
from sqlalchemy.orm import Mapper, Session

from casus.crypto import seal
from casus.crypto.kdf import FLOOR_COST
from casus.domain.clock import FixedClock
from casus.vault import Vault, search
from casus.vault.tables import Base, Record
from casus.vault.tables.audit import AuditEntry, ChangeBatch, FieldChange, VaultMeta
from casus.vault.tables.base import Moment
from tests.helpers.vaults import PASSWORD

ROWS = 2
MOMENT = datetime(2023, 11, 1, 9, 0, tzinfo=UTC)
WRITTEN_BY_THE_VAULT = (AuditEntry, ChangeBatch, FieldChange, VaultMeta)
OFFICE_KEY = bytes(range(1, 33))


def mapped() -> list[Mapper[Any]]:
    """Return the mapped classes that a test fills, parents first."""
    place = {table.name: number for number, table in enumerate(Base.metadata.sorted_tables)}
    found = [m for m in Base.registry.mappers if m.class_ not in WRITTEN_BY_THE_VAULT]
    return sorted(found, key=lambda mapper: place[table_of(mapper).name])


def table_of(mapper: Mapper[Any]) -> Table:
    """Return the table of a mapped class."""
    table = mapper.local_table
    assert isinstance(table, Table)
    return table


def row_id(table: str, number: int) -> str:
    """Return the id of the nth row of a table: 32 hexadecimal characters."""
    return (table.encode().hex() + "0" * 32)[:30] + f"{number:02d}"


def a_value(column: Column[Any], number: int) -> Any:
    """Return something that fits a column; the nth row's differ from the others'."""
    table = column.table.name
    if column.name == "id" or (column.primary_key and column.name.endswith("_id")):
        return row_id(table, number)
    for key in column.foreign_keys:
        target = key.column.table.name
        return None if target == table and column.nullable else row_id(target, number)
    if isinstance(column.type, Moment):
        return MOMENT + timedelta(hours=1) if column.name == "until" else MOMENT
    for kind, value in (
        (Boolean, number % 2 == 0),
        (Integer, number),
        (Date, date(2023, 10, number)),
        (JSON, {"code": f"{column.name} {number}"}),
        (LargeBinary, f"{column.name} {number}".encode()),
    ):
        if isinstance(column.type, kind):
            return value
    return f"{column.name} é {number}"[: getattr(column.type, "length", None) or 40]


def fill(session: Session) -> None:
    """Add rows of every table."""
    for mapper in mapped():
        for number in range(1, ROWS + 1):
            columns = [c for c in table_of(mapper).columns if c.name != "version" or not is_record(mapper)]
            values = {mapper.get_property_by_column(c).key: a_value(c, number) for c in columns}
            session.add(mapper.class_(**values))
        session.flush()


def is_record(mapper: Mapper[Any]) -> bool:
    """Tell whether the vault keeps the version of a class."""
    return issubclass(mapper.class_, Record)


def content(session: Session) -> dict[str, list[dict[str, str]]]:
    """Return every row as text, by table; what a later Casus must still read."""
    found = {}
    for mapper in mapped():
        rows = [
            {key: repr(getattr(one, key)) for key in mapper.columns.keys()}  # noqa: SIM118 - no mapping
            for one in session.query(mapper.class_)
        ]
        found[table_of(mapper).name] = sorted(rows, key=lambda row: sorted(row.items()))
    return found


def main(target: Path) -> None:
    """Make the vault in `target`/kluis and what it holds in `target`/expected.json."""
    clock = FixedClock(MOMENT)
    vault, code = Vault.create(
        target / "kluis", PASSWORD, clock=clock, cost=FLOOR_COST, local=target / "local"
    )
    vault.confirm_recovery_code(code)
    vault.add_escrow(seal.public_of(OFFICE_KEY))
    with vault.transaction("w1", "frozen", label="frozen") as session:
        fill(session)
        search.index(session, "persons", row_id("persons", 1), "Çelik, Ömer", "bevroren")
    with vault.reading() as session:
        expected = {"recovery_code": code, "tables": content(session)}
    assert vault.verify().ok
    vault.close()
    text = json.dumps(expected, indent=1, ensure_ascii=False, sort_keys=True)
    (target / "expected.json").write_text(text + "\n", encoding="utf-8")
    for path in (target / "kluis").iterdir():
        if path.is_file() and path.stat().st_size == 0:
            path.unlink()
    shutil.rmtree(target / "local")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
