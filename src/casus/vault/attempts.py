# SPDX-License-Identifier: EUPL-1.2
"""Failed attempts to open a vault, kept outside it until the next success can put them in the audit log.

They cannot be under a MAC, because there is no key yet: whoever may write in this user's folder can remove
them. Nobody is locked out by them (security.md 2.3).
"""

import json
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from casus.errors import CasusError
from casus.vault import files

MAX_KEPT = 100
_MAX_BYTES = 16_384


def read(local: Path, vault_id: str) -> tuple[datetime, ...]:
    """Return the moments of the failed attempts since the last success, oldest first, at most 100."""
    try:
        texts = json.loads(files.read_bounded(_path(local, vault_id), _MAX_BYTES))
        moments = [datetime.fromisoformat(text) for text in texts]
    except (OSError, ValueError, TypeError, RecursionError):
        return ()
    return tuple(moment for moment in moments if moment.tzinfo is not None)[-MAX_KEPT:]


def note(local: Path, vault_id: str, moment: datetime) -> None:
    """Add a failed attempt; does nothing when the disk refuses."""
    kept = (*read(local, vault_id), moment)[-MAX_KEPT:]
    text = json.dumps([one.isoformat(timespec="seconds") for one in kept])
    with suppress(OSError, CasusError):
        files.make_folder(local)
        files.write_whole(_path(local, vault_id), text.encode("ascii"))


def clear(local: Path, vault_id: str) -> None:
    """Forget them, once they are in the audit log."""
    with suppress(OSError):
        _path(local, vault_id).unlink(missing_ok=True)


def _path(local: Path, vault_id: str) -> Path:
    return local / f"{vault_id}.attempts"
