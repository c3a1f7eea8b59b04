# SPDX-License-Identifier: EUPL-1.2
"""The key of a team: in the workers' vaults only, so that the coordinator cannot test names against pseudonyms.

One worker makes it, the others take it over sealed. It holds from a reporting year on: whoever renews it (because
a colleague left, or a machine was lost) makes one for the next year, so that no period is counted under two keys.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting.pseudonyms import KEY_BYTES
from casus.domain.dates import FIRST_YEAR, LAST_YEAR
from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.vault.tables import Colleague, TeamKey, Worker

KIND = "team_keys"
MOST_KEYS = 50


@dataclass(frozen=True)
class KeyRow:
    """A key on file, without the key: from which year, since when here, and from whom ("": made here)."""

    id: str
    from_year: int
    since: datetime
    from_name: str


def new_key() -> bytes:
    """Return a fresh team key (32 random bytes)."""
    return secrets.token_bytes(KEY_BYTES)


def make_team_key(desk: Desk) -> Done[KeyRow]:
    """Make the key of a team, by its first worker. Raises NotAllowed "role", "team_key_known"."""
    desk.require(Permission.CONTRIBUTE)
    with desk.changing(label="make_team_key") as session:
        if _keys(session):
            raise NotAllowed("team_key_known")
        row = _add(session, FIRST_YEAR, new_key())
    return _done(row)


def renew_team_key(desk: Desk) -> Done[KeyRow]:
    """Make a new key from the next reporting year on; the colleagues who stay have to get it.

    Raises NotAllowed "role", "no_team_key", "team_key_known" (there is one for that year).
    """
    desk.require(Permission.CONTRIBUTE)
    year = desk.today().year + 1
    with desk.changing(label="renew_team_key") as session:
        known = _keys(session)
        if not known:
            raise NotAllowed("no_team_key")
        if year in known or year > LAST_YEAR:
            raise NotAllowed("team_key_known")
        row = _add(session, year, new_key())
    return _done(row)


def leave_team(desk: Desk) -> Done[None]:
    """Throw away the keys of the team, to take over those of another. Raises NotAllowed "role", "no_team_key"."""
    desk.require(Permission.CONTRIBUTE)
    with desk.changing(label="leave_team") as session:
        rows = session.scalars(select(TeamKey)).all()
        if not rows:
            raise NotAllowed("no_team_key")
        for row in rows:
            session.delete(row)
    return Done(None, Changes.of((KIND,)))


def join(desk: Desk, key: bytes, from_year: int = FIRST_YEAR) -> Done[None]:
    """Keep a team's key in a worker's vault; joining the same team again changes nothing.

    Raises NotAllowed("role") at a coordinator's desk, NotAllowed("other_team") when the vault has another
    key, InvalidInput("team_key", "length") unless the key has 32 bytes.
    """
    desk.require(Permission.CONTRIBUTE)
    with desk.changing(label="join_team") as session:
        join_in(session, {from_year: key}, None)
    return Done(None, Changes.of((KIND,)))


def join_in(session: Session, keys: Mapping[int, bytes], colleague_id: str | None) -> None:
    """Keep keys by the year each holds from, within a transaction. Raises as `join`."""
    if any(len(key) != KEY_BYTES for key in keys.values()):
        raise InvalidInput("team_key", "length")
    refuse_other(session, keys)
    known = _keys(session)
    for year, key in sorted(keys.items()):
        if year not in known:
            _add(session, year, key, colleague_id)


def refuse_other(session: Session, keys: Mapping[int, bytes]) -> None:
    """Raise NotAllowed("other_team") when these are not the keys of the team this vault is in."""
    known = _keys(session)
    if any(known.get(year, key) != key for year, key in keys.items()):
        raise NotAllowed("other_team")
    if known and keys and known.keys().isdisjoint(keys):
        raise NotAllowed("other_team")


def has_joined(desk: Desk) -> bool:
    """Return whether this vault has a team key."""
    with desk.reading() as session:
        return bool(_keys(session))


def team_keys(desk: Desk) -> list[KeyRow]:
    """Return the keys on file, the latest first."""
    wanted = (
        select(TeamKey, Worker.name)
        .outerjoin(Colleague, Colleague.id == TeamKey.colleague_id)
        .outerjoin(Worker, Worker.id == Colleague.worker_id)
        .order_by(TeamKey.from_year.desc())
    )
    with desk.reading() as session:
        return [_row(one, name) for one, name in session.execute(wanted)]


def key_of(session: Session, year: int) -> bytes:
    """Return the key that holds in a reporting year; raises NotAllowed("no_team_key")."""
    fitting = [(since, key) for since, key in _keys(session).items() if since <= year]
    if not fitting:
        raise NotAllowed("no_team_key")
    return max(fitting)[1]


def every_key(session: Session) -> Mapping[int, bytes]:
    """Return all keys by the year each holds from, for sealing to a colleague; raises NotAllowed("no_team_key")."""
    known = _keys(session)
    if not known:
        raise NotAllowed("no_team_key")
    return known


def _keys(session: Session) -> dict[int, bytes]:
    return {row.from_year: row.secret for row in session.scalars(select(TeamKey))}


def _add(session: Session, from_year: int, key: bytes, colleague_id: str | None = None) -> TeamKey:
    row = TeamKey(from_year=from_year, secret=key, colleague_id=colleague_id)
    session.add(row)
    session.flush()
    return row


def _row(one: TeamKey, name: str | None) -> KeyRow:
    return KeyRow(one.id, one.from_year, one.created_at, name or "")


def _done(row: TeamKey) -> Done[KeyRow]:
    return Done(_row(row, None), Changes.of((KIND,), row.id))
