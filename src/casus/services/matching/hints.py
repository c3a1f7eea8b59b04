# SPDX-License-Identifier: EUPL-1.2
"""The kind `match_hint`: from the coordinator to one worker, which of the worker's own pseudonyms look like a colleague's.

The coordinator sees pseudonyms that are near each other and no more; the worker recognises the own person, and
learns which colleague to ask. Of that colleague's person nothing is told, not even a pseudonym.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting.collecting import held_back
from casus.counting.contribution import Contribution
from casus.counting.identities import counted_numbers, person_rows
from casus.counting.linking import near_pairs
from casus.counting.pseudonyms import Pseudonyms
from casus.domain.codelists import codelist
from casus.domain.dates import FIRST_YEAR, LAST_YEAR
from casus.domain.periods import Period
from casus.domain.roles import Permission, Role
from casus.errors import BundleInvalid, NotAllowed
from casus.services import contributions, team
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.exchange import plain
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.exchange.sending import Outgoing, send
from casus.vault.tables import Colleague, MatchHint, Worker

CODE, VERSION = "match_hint", 1
KIND_OF_RECORD = "match_hints"
_MOST = 2_000
_SUBJECT, _KEY = re.compile(r"[0-9a-f]{32}"), re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class HintsFor:
    """What one worker can be asked about a period: how many persons may count twice."""

    colleague_id: str
    name: str
    number: int


@dataclass(frozen=True)
class _Asked:
    """One question: to whom, about which of their pseudonyms, with which colleague's signing key, and why."""

    colleague: Colleague
    subject: str
    other: Colleague
    likeness: str


def doubtful(desk: Desk, period: Period, reference_date: date | None = None) -> list[HintsFor]:
    """Return which workers can be asked about doubtful pairs of a period. Raises NotAllowed("role")."""
    desk.require(Permission.COLLECT)
    with desk.reading() as session:
        numbers: dict[str, int] = defaultdict(int)
        for one in _asked(session, period, reference_date or period.last):
            numbers[one.colleague.id] += 1
        named = select(Colleague.id, Worker.name).join(Worker, Worker.id == Colleague.worker_id)
        rows = session.execute(named.order_by(Worker.sort_key, Colleague.id))
        return [HintsFor(row.id, row.name, numbers[row.id]) for row in rows if row.id in numbers]


def send_match_hints(
    desk: Desk,
    period: Period,
    colleague_id: str,
    path: Path,
    reference_date: date | None = None,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[int]:
    """Seal to a worker which own persons may count twice; return how many.

    Raises as `sending.send`, NotAllowed "role", "no_match_hints".
    """
    desk.require(Permission.COLLECT)
    day = reference_date or period.last
    with desk.changing(label="send_match_hints") as session:
        asked = [one for one in _asked(session, period, day) if one.colleague.id == colleague_id][:_MOST]
        if not asked:
            raise NotAllowed("no_match_hints")
        pairs = [
            {"subject": one.subject, "colleague": one.other.sign_key.hex(), "likeness": one.likeness}
            for one in asked
        ]
        told = {"year": period.last.year, "team": _team(session, period, day), "pairs": pairs}
        outgoing = Outgoing(CODE, VERSION, plain.to_payload(told))
        changes = send(
            desk, session, [colleague_id], outgoing, path, unverified=unverified, overwrite=overwrite
        )
    return Done(len(asked), changes)


def _asked(session: Session, period: Period, day: date) -> list[_Asked]:
    with held_back():
        loaded = list(contributions.load_with_workers(session, period, day))
    whose = _colleagues_by_subject(session, loaded)
    asked = []
    for pair in near_pairs([found for _worker, found in loaded]):
        one, other = whose.get(pair.first), whose.get(pair.second)
        if one is not None and other is not None and one.id != other.id:
            asked.append(_Asked(one, pair.first, other, pair.why))
    return asked


def _colleagues_by_subject(
    session: Session, loaded: Sequence[tuple[str | None, Contribution]]
) -> Mapping[str, Colleague]:
    """Return who told of each pseudonym, the latest contribution first, where a card of theirs can be sealed to."""
    usable = select(Colleague).where(Colleague.revoked_on.is_(None)).order_by(Colleague.imported_on)
    by_worker = {one.worker_id: one for one in session.scalars(usable)}
    found: dict[str, Colleague] = {}
    for worker_id, one in loaded:
        colleague = by_worker.get(worker_id or "")
        if colleague is not None:
            found |= dict.fromkeys(one.marks.subjects, colleague)
    return found


def _team(session: Session, period: Period, day: date) -> str:
    return next(one.team for _worker, one in contributions.load_with_workers(session, period, day))


@dataclass(frozen=True)
class _Told:
    """What came: by own pseudonym, the signing key of the colleague and why."""

    year: int
    team: str
    pairs: tuple[tuple[str, bytes, str], ...]


def _read(payload: bytes) -> _Told:
    whole = plain.from_payload(payload, ("year", "team", "pairs"))
    year, mark = plain.number(whole["year"]), plain.string(whole["team"])
    if not FIRST_YEAR <= year <= LAST_YEAR or not _SUBJECT.fullmatch(mark):
        raise BundleInvalid("content")
    pairs = []
    for entry in plain.rows(whole["pairs"], _MOST):
        one = plain.record(entry, ("subject", "colleague", "likeness"))
        subject, key, likeness = (plain.string(one[name]) for name in ("subject", "colleague", "likeness"))
        if not _SUBJECT.fullmatch(subject) or not _KEY.fullmatch(key) or likeness not in codelist("likeness"):
            raise BundleInvalid("content")
        pairs.append((subject, bytes.fromhex(key), likeness))
    return _Told(year, mark, tuple(pairs))


def _recognised(incoming: Incoming) -> list[tuple[str, str, str]]:
    """Return person, colleague and likeness of what is told; who is no longer here is left out.

    Raises NotAllowed "no_team_key", "other_team", BundleInvalid "unknown_colleague".
    """
    told, session = _read(incoming.payload), incoming.session
    names = Pseudonyms.of_year(team.key_of(session, told.year), told.year)
    if names.mark() != told.team:
        raise NotAllowed("other_team")
    numbers = counted_numbers(session, person_rows(session))
    persons = {names.subject(number): person_id for person_id, number in numbers.items()}
    colleagues = {one.sign_key: one for one in session.scalars(select(Colleague))}
    if any(key not in colleagues for _subject, key, _likeness in told.pairs):
        raise BundleInvalid("unknown_colleague")
    return [
        (persons[subject], colleagues[key].id, likeness)
        for subject, key, likeness in told.pairs
        if subject in persons
    ]


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    return (Fact("persons", len({one[0] for one in _recognised(incoming)})),)


def _take(incoming: Incoming, _documents: Documents) -> Taken:
    session = incoming.session
    known = {(one.person_id, one.colleague_id): one for one in session.scalars(select(MatchHint))}
    for person_id, colleague_id, likeness in _recognised(incoming):
        place = (person_id, colleague_id)
        if place not in known:
            known[place] = MatchHint(person_id=person_id, colleague_id=colleague_id, likeness=likeness)
            session.add(known[place])
    return Taken(Changes.of((KIND_OF_RECORD,)))


KIND = BundleKind(
    code=CODE,
    versions=frozenset({VERSION}),
    senders=frozenset({Role.COORDINATOR}),
    receivers=frozenset({Role.PGA_EXPERT, Role.RIO}),
    preview=_preview,
    take=_take,
)
