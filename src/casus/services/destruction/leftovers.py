# SPDX-License-Identifier: EUPL-1.2
"""Drafts on this computer, outside the vault, of what was destroyed: removed after the destruction is certain.

Their file names (which tell nothing) are kept in the vault in the same transaction, so that they go at the next
unlocking when the program is stopped in between.
"""

from casus.services import drafts, settings
from casus.services.desk import Desk
from casus.vault.tables import Setting

SETTING = "erasure_leftovers"


def clear(desk: Desk) -> bool:
    """Remove what is left outside the vault; return whether all of it is gone. Harmless when there is nothing."""
    with desk.reading() as session:
        kept = settings.read(session, SETTING)
    if not isinstance(kept, list):
        return True
    if not drafts.remove_outside(desk, map(str, kept)):
        return False
    with desk.changing(label="destroy") as session:
        found = session.get(Setting, SETTING)
        if found is not None:
            session.delete(found)
    return True
