# SPDX-License-Identifier: EUPL-1.2
"""Colleagues whose card is known: taken in unverified, verified when both compared the words, revoked with a reason."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from casus.crypto.identity import PublicIdentity
from casus.domain.phases import check_reason
from casus.errors import BundleInvalid, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.exchange.card import Card
from casus.services.exchange.own import identity
from casus.services.partners import colleague_called
from casus.vault.tables import Colleague, Worker

KIND = "colleagues"
UNVERIFIED, VERIFIED, REVOKED = "unverified", "verified", "revoked"


@dataclass(frozen=True)
class ColleagueRow:
    """A colleague as lists and choices show them; `state` is a code of list colleague_state."""

    id: str
    version: int
    worker_id: str
    name: str
    role: str
    organisation: str
    state: str
    imported_on: date
    verified_on: date | None
    verified_how: str | None
    revoked_on: date | None
    revoked_reason: str | None
    keys: PublicIdentity

    @property
    def words(self) -> tuple[str, ...]:
        """Return the twelve words to compare."""
        return self.keys.fingerprint()


def colleagues(desk: Desk, *, usable: bool = False) -> list[ColleagueRow]:
    """Return the colleagues whose card is known, by name; only those not revoked when `usable`."""
    wanted = _rows()
    if usable:
        wanted = wanted.where(Colleague.revoked_on.is_(None))
    with desk.reading() as session:
        found = session.execute(wanted.order_by(Worker.sort_key, Colleague.id))
        return [_row(one, worker) for one, worker in found]


def get_colleague(desk: Desk, colleague_id: str) -> ColleagueRow:
    """Return one colleague; raises NotFound."""
    with desk.reading() as session:
        return colleague(session, colleague_id)


def colleague(session: Session, colleague_id: str) -> ColleagueRow:
    """Return one colleague within a session; raises NotFound."""
    fetch(session, Colleague, colleague_id)
    one, worker = session.execute(_rows().where(Colleague.id == colleague_id)).one()
    return _row(one, worker)


def signer(session: Session, keys: PublicIdentity) -> ColleagueRow:
    """Return the colleague with these keys; raises BundleInvalid "unknown_sender" or "revoked_sender"."""
    found = session.execute(_SIGNER, {"sign_key": keys.sign}).first()
    if found is None:
        raise BundleInvalid("unknown_sender")
    row = _row(found[0], found[1])
    if row.state == REVOKED:
        raise BundleInvalid("revoked_sender")
    if row.keys != keys:
        raise BundleInvalid("unknown_sender")
    return row


def add_card(desk: Desk, card: Card) -> Done[ColleagueRow]:
    """Take in a colleague's card, unverified; the same card again changes nothing.

    Raises NotAllowed "own_card", or "card_revoked" for keys that were revoked here.
    """
    if identity(desk).public == card.keys:
        raise NotAllowed("own_card")
    with desk.changing(label="add_card") as session:
        known = session.scalar(select(Colleague).where(Colleague.sign_key == card.keys.sign))
        if known is not None and (known.revoked_on is not None or known.seal_key != card.keys.seal):
            raise NotAllowed("card_revoked")
        if known is None:
            worker = colleague_called(session, desk, card.name)
            if not worker.is_owner:
                worker.role = card.role
            known = Colleague(
                worker_id=worker.id,
                organisation=card.organisation,
                seal_key=card.keys.seal,
                sign_key=card.keys.sign,
                imported_on=desk.today(),
            )
            session.add(known)
            session.flush()
        row = colleague(session, known.id)
    return _done(row)


def verify_colleague(
    desk: Desk, colleague_id: str, how: str, *, version: int | None = None
) -> Done[ColleagueRow]:
    """Write down that the words were compared and were the same; `how` is a code of list verified_how.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("card_revoked").
    """
    check = FormCheck()
    check.code("how", "verified_how", how)
    with desk.changing(label="verify_colleague") as session:
        one = fetch(session, Colleague, colleague_id, version)
        if one.revoked_on is not None:
            raise NotAllowed("card_revoked")
        check.finish()
        one.verified_on, one.verified_how = desk.today(), how
        session.flush()
        row = colleague(session, colleague_id)
    return _done(row)


def revoke_colleague(
    desk: Desk, colleague_id: str, reason: str, *, version: int | None = None
) -> Done[ColleagueRow]:
    """Trust this card no longer (machine lost, left, words differ): nothing is sealed to it or taken from it.

    Raises InvalidForm, NotFound, StaleRecord.
    """
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    with desk.changing(label="revoke_colleague") as session:
        one = fetch(session, Colleague, colleague_id, version)
        check.finish()
        if one.revoked_on is None:
            one.revoked_on, one.revoked_reason = desk.today(), words
        session.flush()
        row = colleague(session, colleague_id)
    return _done(row)


def _done(row: ColleagueRow) -> Done[ColleagueRow]:
    return Done(row, Changes.of((KIND, "workers"), row.id, row.worker_id))


def _rows() -> Select[Colleague, Worker]:
    return select(Colleague, Worker).join(Worker, Worker.id == Colleague.worker_id)


_SIGNER = _rows().where(Colleague.sign_key == bindparam("sign_key"))


def _row(one: Colleague, worker: Worker) -> ColleagueRow:
    state = REVOKED if one.revoked_on else VERIFIED if one.verified_on else UNVERIFIED
    return ColleagueRow(
        one.id, one.version, worker.id, worker.name, worker.role, one.organisation, state, one.imported_on,
        one.verified_on, one.verified_how, one.revoked_on, one.revoked_reason,
        PublicIdentity(one.seal_key, one.sign_key),
    )  # fmt: skip
