# SPDX-License-Identifier: EUPL-1.2
"""The kind `team_key`: the keys of a team from worker to worker, never to or from a coordinator."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from casus.counting.pseudonyms import KEY_BYTES, Pseudonyms
from casus.domain.dates import FIRST_YEAR, LAST_YEAR
from casus.domain.roles import Permission, Role
from casus.errors import BundleInvalid, NotAllowed
from casus.services import team
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.exchange.colleagues import colleague
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.sending import Outgoing, send

CODE, VERSION = "team_key", 1
_WORKERS = frozenset({Role.PGA_EXPERT, Role.RIO})


def send_team_key(
    desk: Desk,
    colleague_ids: Sequence[str],
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[None]:
    """Seal the keys of the team to these workers.

    Raises as `sending.send`, NotAllowed "role" (here, or one of them is a coordinator), "no_team_key".
    """
    desk.require(Permission.CONTRIBUTE)
    with desk.changing(label="send_team_key") as session:
        if any(colleague(session, one).role not in _WORKERS for one in colleague_ids):
            raise NotAllowed("key_to_coordinator")
        keys = [
            {"from_year": year, "key": key.hex()} for year, key in sorted(team.every_key(session).items())
        ]
        outgoing = Outgoing(CODE, VERSION, plain.to_payload({"keys": keys}))
        changes = send(
            desk, session, colleague_ids, outgoing, path, unverified=unverified, overwrite=overwrite
        )
    return Done(None, changes)


def _read(payload: bytes) -> Mapping[int, bytes]:
    found: dict[int, bytes] = {}
    for entry in plain.rows(plain.from_payload(payload, ("keys",))["keys"], team.MOST_KEYS):
        one = plain.record(entry, ("from_year", "key"))
        year = plain.number(one["from_year"])
        try:
            key = bytes.fromhex(plain.string(one["key"]))
        except ValueError:
            raise BundleInvalid("content") from None
        if not FIRST_YEAR <= year <= LAST_YEAR or len(key) != KEY_BYTES or year in found:
            raise BundleInvalid("content")
        found[year] = key
    if not found:
        raise BundleInvalid("content")
    return found


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    keys = _read(incoming.payload)
    team.refuse_other(incoming.session, keys)
    latest = max(keys)
    mark = Pseudonyms(keys[latest]).mark()[:8]
    since = [Fact("key_from_year", str(latest))] if latest > FIRST_YEAR else []
    return (Fact("key_mark", mark), *since)


def _take(incoming: Incoming, _documents: Documents) -> Taken:
    team.join_in(incoming.session, _read(incoming.payload), incoming.sender.id)
    return Taken(Changes.of((team.KIND,)))


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=_WORKERS,
    receivers=_WORKERS,
    preview=_preview,
    take=_take,
)
