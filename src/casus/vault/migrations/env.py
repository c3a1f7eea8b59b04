# SPDX-License-Identifier: EUPL-1.2
"""Run by Alembic: takes the connection that `run` was given; there is no other way to a vault."""

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
context.run_migrations()
