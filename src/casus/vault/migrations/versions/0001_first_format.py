# SPDX-License-Identifier: EUPL-1.2
"""The first format: every table of the records, the audit log that cannot be altered, the search index."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

STATEMENTS = Path(__file__).resolve().parents[1] / "sql" / "0001.sql"
"""Frozen: later edits of the mapped classes do not change it. Statements end with a line `;`."""


def upgrade() -> None:
    """Create everything."""
    connection = op.get_bind()
    for statement in STATEMENTS.read_text(encoding="utf-8").split("\n;\n"):
        if statement.strip():
            connection.exec_driver_sql(statement)
