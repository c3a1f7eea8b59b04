# SPDX-License-Identifier: EUPL-1.2
"""The key of a team: in the workers' vaults only, so that the coordinator cannot test names against pseudonyms."""

import secrets

from sqlalchemy.orm import Session

from casus.counting.pseudonyms import KEY_BYTES
from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed
from casus.services import settings
from casus.services.changes import Changes, Done
from casus.services.desk import Desk

_SETTING = "team_key"


def new_key() -> bytes:
    """Return a fresh team key (32 random bytes), for the first worker of a team to share with the others."""
    return secrets.token_bytes(KEY_BYTES)


def join(desk: Desk, key: bytes) -> Done[None]:
    """Keep the team's key in a worker's vault; joining the same team again changes nothing.

    Raises NotAllowed("role") at a coordinator's desk, NotAllowed("other_team") when the vault has another
    key, InvalidInput("team_key", "length") unless the key has 32 bytes.
    """
    desk.require(Permission.CONTRIBUTE)
    if len(key) != KEY_BYTES:
        raise InvalidInput("team_key", "length")
    with desk.changing() as session:
        known = settings.read(session, _SETTING)
        if known not in (None, key.hex()):
            raise NotAllowed("other_team")
        settings.write(session, _SETTING, key.hex())
    return Done(None, Changes.of(("settings",), _SETTING))


def has_joined(desk: Desk) -> bool:
    """Return whether this vault has a team key."""
    with desk.reading() as session:
        return settings.read(session, _SETTING) is not None


def key_of(session: Session) -> bytes:
    """Return the team key within a session; raises NotAllowed("no_team_key")."""
    known = settings.read(session, _SETTING)
    if not isinstance(known, str):
        raise NotAllowed("no_team_key")
    return bytes.fromhex(known)
