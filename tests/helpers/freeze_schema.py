# SPDX-License-Identifier: EUPL-1.2
"""Write the SQL of the first format from the mapped classes: `python -m tests.helpers.freeze_schema`.

Only until the first release: after it 0001.sql never changes again, and tests/vault/test_migrations.py
holds that the mapped classes and the migrated tables are the same.
"""

from sqlalchemy.dialects import sqlite
from sqlalchemy.schema import CreateIndex, CreateTable

from casus.vault.migrations import LOCATION
from casus.vault.tables import Base

HEAD = "-- SPDX-License-Identifier: EUPL-1.2\n-- The first format of the vault's tables; frozen.\n"
UNALTERABLE = """CREATE TRIGGER {table}_no_{verb} BEFORE {VERB} ON {table}
BEGIN
    SELECT RAISE(ABORT, 'the audit log is append-only');
END"""
SEARCH = (
    """CREATE TABLE search_entries (
    id INTEGER PRIMARY KEY,
    kind VARCHAR(64) NOT NULL,
    record_id VARCHAR(64) NOT NULL,
    title TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT uq_search_entries_kind_record_id UNIQUE (kind, record_id)
)""",
    """CREATE VIRTUAL TABLE search_index USING fts5(
    title, body, content='search_entries', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
)""",
    "INSERT INTO search_index(search_index, rank) VALUES('secure-delete', 1)",
)


def statements() -> list[str]:
    """Return every statement of the first format, in order."""
    dialect = sqlite.dialect()
    result: list[str] = []
    for table in Base.metadata.sorted_tables:
        result.append(str(CreateTable(table).compile(dialect=dialect)).strip())
        indexes = sorted(table.indexes, key=lambda index: str(index.name))
        result.extend(str(CreateIndex(index).compile(dialect=dialect)).strip() for index in indexes)
    result.extend(
        UNALTERABLE.format(table="audit_entries", verb=verb, VERB=verb.upper())
        for verb in ("update", "delete")
    )
    return [*result, *SEARCH]


def main() -> None:
    """Write the file."""
    lines = ["\n".join(line.rstrip() for line in one.splitlines()) for one in statements()]
    text = HEAD + "\n;\n".join(lines) + "\n;\n"
    (LOCATION / "sql" / "0001.sql").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
