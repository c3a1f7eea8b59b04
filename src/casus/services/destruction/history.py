# SPDX-License-Identifier: EUPL-1.2
"""Taking old and new values of single fields out of the history, for a correction that asks for it."""

from collections.abc import Iterable

from sqlalchemy.orm import Session

from casus.vault import erasure
from casus.vault.sessions import WritingSession


def erase_history(session: Session, kind: str, record_id: str, fields: Iterable[str]) -> int:
    """Remove what the history keeps of these fields of one record; return how many values pairs there were.

    Within `desk.changing()`. What the record holds now stays. After it, `desk.vault.finish_erasure()` writes the
    file anew, so that its raw pages do not hold the old values either; else the next unlocking does.
    """
    if not isinstance(session, WritingSession):
        raise TypeError("erasing is a change")
    return erasure.erase_history(session, kind, record_id, fields)
