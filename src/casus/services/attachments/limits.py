# SPDX-License-Identifier: EUPL-1.2
"""How large a document in a dossier may be: a setting of the vault."""

from sqlalchemy.orm import Session

from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk

MEGABYTE = 1024 * 1024
LEAST, DEFAULT, MOST = 1, 50, 500
"""Megabytes."""
_SETTING = "attachment_megabytes"


def attachment_limit(desk: Desk) -> int:
    """Return how many megabytes a document may have."""
    with desk.reading() as session:
        return limit_in(session)


def limit_in(session: Session) -> int:
    """Return the same within a session; what is no number in range counts as the default."""
    kept = settings.read(session, _SETTING)
    return kept if isinstance(kept, int) and LEAST <= kept <= MOST else DEFAULT


def set_attachment_limit(desk: Desk, megabytes: int) -> Done[int]:
    """Change it, for documents added from now on. Raises InvalidForm."""
    check = FormCheck()
    check.number("megabytes", megabytes, first=LEAST, last=MOST, required=True)
    check.finish()
    with desk.changing(label="set_setting") as session:
        settings.write(session, _SETTING, megabytes)
    return Done(megabytes, Changes.of(("settings",), _SETTING))
