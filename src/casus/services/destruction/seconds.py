# SPDX-License-Identifier: EUPL-1.2
"""Who may be the second person, and their signature: a secret of their own, which waits longer after every mistake."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed, NotFound, WrongPassword
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.destruction.history import erase_history
from casus.services.destruction.model import Second
from casus.vault.tables import SecondPerson, Worker

KIND = "second_persons"
_FIRST_WAIT, _LONGEST_WAIT = 2, 300
_FREE = 2
"""So many mistakes cost no waiting."""


def enrol_second(desk: Desk, worker_id: str, secret: str) -> Done[Second]:
    """Let a colleague choose, at this computer, the secret with which they confirm; an earlier one is replaced.

    Raises NotFound, NotAllowed "same_person" (the owner of the vault), "same_secret" (it opens the vault), "role";
    WeakPassword, InvalidInput("password", …). Takes up to three key derivations.
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        worker = fetch(session, Worker, worker_id)
        _refuse_same(desk, worker)
    made = desk.vault.new_signer(secret, worker_id)
    if desk.vault.is_own_secret(secret):
        raise NotAllowed("same_secret")
    with desk.changing(label="enrol_second") as session:
        _remove(session, desk, worker_id)
        second = SecondPerson(
            worker_id=worker_id,
            public_key=made.public.hex(),
            slot=made.slot,
            enrolled_on=desk.today(),
            failures=0,
        )
        session.add(second)
        session.flush()
        desk.vault.log(session, "second_enrolled", KIND, second.id)
    return Done(_shown(second, worker), Changes.of((KIND,), second.id, worker_id))


def remove_second(desk: Desk, worker_id: str) -> Done[None]:
    """Let a colleague confirm no more; old signatures can still be checked. Raises NotAllowed("not_enrolled")."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="remove_second") as session:
        if not _remove(session, desk, worker_id):
            raise NotAllowed("not_enrolled")
    return Done(None, Changes.of((KIND,), worker_id))


def second_persons(desk: Desk) -> list[Second]:
    """Return who may confirm at this computer, by name."""
    query = (
        select(SecondPerson, Worker)
        .join(Worker, Worker.id == SecondPerson.worker_id)
        .where(SecondPerson.removed_on.is_(None))
        .order_by(Worker.sort_key)
    )
    with desk.reading() as session:
        return [_shown(second, worker) for second, worker in session.execute(query)]


def sign(desk: Desk, proposer_id: str, worker_id: str, secret: str, content: str) -> tuple[str, str]:
    """Return the public key and the signature of the second person, as texts.

    Raises NotAllowed "same_person", "not_enrolled", "second_wait" (seconds), "wrong_second_secret" (seconds),
    "same_secret"; InvalidInput("password", …). A mistake is kept in the log and makes the next try wait.
    """
    with desk.reading() as session:
        _refuse_same(desk, fetch(session, Worker, worker_id), proposer_id)
        second = _enrolled(session, worker_id)
        if second is None:
            raise NotAllowed("not_enrolled")
    if (wait := _seconds_left(second, desk.clock.now())) > 0:
        raise NotAllowed("second_wait", seconds=wait)
    try:
        signature = desk.vault.sign(second.slot, secret, worker_id, content.encode("ascii"))
    except WrongPassword:
        raise NotAllowed("wrong_second_secret", seconds=_count_mistake(desk, second.id)) from None
    if desk.vault.is_own_secret(secret):
        raise NotAllowed("same_secret")
    return second.public_key, signature.hex()


def forgive(session: Session, worker_id: str) -> None:
    """Forget earlier mistakes: the secret was right."""
    second = _enrolled(session, worker_id)
    if second is not None and second.failures:
        second.failures, second.failed_at = 0, None


def _refuse_same(desk: Desk, worker: Worker, proposer_id: str | None = None) -> None:
    if worker.is_owner or worker.id in (desk.worker_id, proposer_id):
        raise NotAllowed("same_person")


def _enrolled(session: Session, worker_id: str) -> SecondPerson | None:
    return session.scalar(
        select(SecondPerson).where(SecondPerson.worker_id == worker_id, SecondPerson.removed_on.is_(None))
    )


def _remove(session: Session, desk: Desk, worker_id: str) -> bool:
    """Empty the slot, also in the history: the old secret shall open nothing."""
    second = _enrolled(session, worker_id)
    if second is None:
        return False
    second.slot, second.removed_on = {}, desk.today()
    session.flush()
    erase_history(session, KIND, second.id, ("slot",))
    desk.vault.log(session, "second_removed", KIND, second.id)
    return True


def _count_mistake(desk: Desk, second_id: str) -> int:
    """Keep that a wrong secret was tried; return the seconds to wait before the next."""
    with desk.changing(label="refuse_second") as session:
        second = session.get(SecondPerson, second_id)
        if second is None:
            raise NotFound(KIND, second_id)
        second.failures += 1
        second.failed_at = desk.clock.now()
        desk.vault.log(session, "second_refused", KIND, second.id)
        session.flush()
    return _seconds_left(second, desk.clock.now())


def _waits_until(second: SecondPerson) -> datetime | None:
    """Return until when nothing is tried: longer each time, never for good."""
    if second.failed_at is None or second.failures <= _FREE:
        return None
    wait = min(_FIRST_WAIT ** min(second.failures - _FREE, 16), _LONGEST_WAIT)
    return second.failed_at + timedelta(seconds=wait)


def _seconds_left(second: SecondPerson, now: datetime) -> int:
    until = _waits_until(second)
    if until is None:
        return 0
    left = (until - now).total_seconds()
    return min(max(0, -int(-left // 1)), _LONGEST_WAIT)


def _shown(second: SecondPerson, worker: Worker) -> Second:
    return Second(worker.id, worker.name, second.enrolled_on, _waits_until(second))
