# SPDX-License-Identifier: EUPL-1.2
"""How large a document in a dossier may be: a setting of the vault."""

from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk

MEGABYTE = 1024 * 1024
LEAST, DEFAULT, MOST = 1, 50, 500
"""Megabytes."""
_SETTING = "attachment_megabytes"


def attachment_limit(desk: Desk) -> int:
    """Return how many megabytes a document may have; what is kept and no number in range counts as the default."""
    with desk.reading() as session:
        kept = settings.read(session, _SETTING)
    own = kept if isinstance(kept, int) and LEAST <= kept <= MOST else DEFAULT
    return desk.policy.attachment_megabytes.nearest(own)


def set_attachment_limit(desk: Desk, megabytes: int) -> Done[int]:
    """Change it, for documents added from now on. Raises InvalidForm."""
    check, bounds = FormCheck(), desk.policy.attachment_megabytes
    check.number("megabytes", megabytes, first=bounds.least, last=bounds.most, required=True)
    check.finish()
    with desk.changing(label="set_setting") as session:
        settings.write(session, _SETTING, megabytes)
    return Done(megabytes, Changes.of(("settings",), _SETTING))
