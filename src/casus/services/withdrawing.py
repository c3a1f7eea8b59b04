# SPDX-License-Identifier: EUPL-1.2
"""Withdrawing a release: it is marked and gets into no new report, and stays in the book for ever.

What is out can be set beside every later release, so a withdrawn one goes on counting in their attacks.
"""

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services import release_book
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.vault.tables import ReleaseRow, ReleaseWithdrawal


def withdraw_release(desk: Desk, release_id: str, reason: str) -> Done[ReleaseWithdrawal]:
    """Mark a release as withdrawn, with the reason; it cannot be taken back.

    Raises NotAllowed("role"), NotFound, InvalidForm, NotAllowed("withdrawn_already") and, for a publication
    from elsewhere, NotAllowed("not_ours").
    """
    desk.require(Permission.RELEASE)
    check = FormCheck()
    why = check.needed_text("reason", reason)
    check.finish()
    with desk.changing(label="withdraw_release") as session:
        row = fetch(session, ReleaseRow, release_id)
        if row.kind == release_book.ELSEWHERE:
            raise NotAllowed("not_ours")
        if withdrawal_of(session, release_id) is not None:
            raise NotAllowed("withdrawn_already")
        made = ReleaseWithdrawal(release_id=release_id, withdrawn_on=desk.today(), reason=why)
        session.add(made)
    return Done(made, Changes.of((release_book.KIND, "release_withdrawals"), release_id))


def withdrawal_of(session: Session, release_id: str) -> ReleaseWithdrawal | None:
    """Return when and why a release was withdrawn, None while it stands."""
    return session.scalar(select(ReleaseWithdrawal).where(ReleaseWithdrawal.release_id == release_id))


def withdrawals(session: Session) -> Mapping[str, ReleaseWithdrawal]:
    """Return every withdrawal by the id of its release."""
    return {one.release_id: one for one in session.scalars(select(ReleaseWithdrawal))}
