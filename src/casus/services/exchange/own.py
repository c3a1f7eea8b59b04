# SPDX-License-Identifier: EUPL-1.2
"""The own identity of a vault: made at first use, renewed when a machine was lost; old ones still open old bundles."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from casus.crypto.identity import Identity
from casus.domain.phases import check_reason
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.vault.tables import OwnIdentity

KIND = "own_identities"


def identity(desk: Desk) -> Identity:
    """Return the identity in use, made now when there is none."""
    with desk.reading() as session:
        known = current(session)
    if known is not None:
        return known
    with desk.changing(label="make_identity") as session:
        return in_session(session)


def renew_identity(desk: Desk, reason: str) -> Done[Identity]:
    """Retire the identity in use and make another; colleagues must get, and compare, the new card.

    Raises InvalidForm.
    """
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.finish()
    with desk.changing(words, label="renew_identity") as session:
        for one in session.scalars(_in_use()):
            one.retired_on = desk.today()
        made = _new(session)
    return Done(made, Changes.of((KIND,)))


def in_session(session: Session) -> Identity:
    """Return the identity in use, made now when there is none; the session must be able to write."""
    return current(session) or _new(session)


def current(session: Session) -> Identity | None:
    """Return the identity in use; None before the first exchange."""
    row = session.scalar(_in_use().limit(1))
    return None if row is None else Identity(row.seal_key, row.sign_key)


def all_of(session: Session) -> list[Identity]:
    """Return every identity this vault ever had, the one in use first: any of them opens what came."""
    wanted = select(OwnIdentity).order_by(OwnIdentity.retired_on.is_not(None), OwnIdentity.created_at.desc())
    return [Identity(row.seal_key, row.sign_key) for row in session.scalars(wanted)]


def _in_use() -> Select[OwnIdentity]:
    return select(OwnIdentity).where(OwnIdentity.retired_on.is_(None)).order_by(OwnIdentity.created_at.desc())


def _new(session: Session) -> Identity:
    made = Identity.new()
    session.add(OwnIdentity(seal_key=made.seal, sign_key=made.sign))
    session.flush()
    return made
