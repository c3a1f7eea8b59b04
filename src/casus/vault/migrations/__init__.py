# SPDX-License-Identifier: EUPL-1.2
"""Changes of the tables over time, forward only; the copy made before an upgrade is the way back.

A new step: raise `casus.vault.schema.CURRENT`, add `versions/000n_what.py` with frozen SQL, freeze a vault
of the version before in tests/data/. A column that is added must be nullable: a row's digest leaves empty
fields out, so the audit log goes on holding; any other change of stored values appends entries for the rows
it touched.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

LOCATION = Path(__file__).resolve().parent


def run(connection: Connection) -> None:
    """Upgrade the database of this connection, inside the caller's transaction."""
    config = Config()
    config.set_main_option("script_location", str(LOCATION).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
