# SPDX-License-Identifier: EUPL-1.2
"""The desk a worker sits at: an open vault, a clock, and who is working; every use case gets it first."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from casus.domain.clock import Clock
from casus.domain.policy import NO_POLICY, Policy
from casus.domain.roles import Permission, Role, require
from casus.services.glass import Glass

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from casus.vault import Vault


@dataclass
class PolicyInForce:
    """The policy an open vault works by; replaced as a whole when another one is applied or undone.

    `place`: where an administrator may put a policy file ready on this computer, None for nowhere.
    """

    now: Policy = NO_POLICY
    place: Path | None = None


@dataclass(frozen=True)
class Desk:
    """An open vault with the worker who opened it; `role` is a code of list worker_role, `language` nl or en."""

    vault: "Vault"
    clock: Clock
    worker_id: str
    role: str
    language: str = "nl"
    is_demo: bool = False
    in_force: PolicyInForce = field(default_factory=PolicyInForce, repr=False, compare=False)
    glass: Glass = field(default_factory=Glass, repr=False, compare=False)

    @property
    def policy(self) -> Policy:
        """What the organisation fixed; the default policy when it fixed nothing."""
        return self.in_force.now

    def today(self) -> date:
        """Return the local date."""
        return self.clock.today()

    def require(self, permission: Permission) -> None:
        """Raise NotAllowed("role") unless this desk's role has the permission."""
        require(Role(self.role), permission)

    @contextmanager
    def changing(self, reason: str | None = None, *, label: str = "change") -> "Iterator[Session]":
        """Give a session whose changes are kept together, with their audit entries, or not at all.

        `label` is the name of the use case: what undo and the history call this batch of changes. Texts that
        were touched are findable by their new words when it ends, and cases have the last day that follows.
        Raises NotAllowed "handed_over" or "offered_sealed" when a case was worked on that a colleague has.
        """
        from casus.services.handed_over import refuse_touched
        from casus.services.indexing import keep_up
        from casus.services.retention.terms import settle_touched

        self._close_overdue()
        with self.vault.transaction(self.worker_id, reason, label=label) as session:
            yield session
            session.flush()
            refuse_touched(session, session.touched, label)
            settle_touched(session, session.touched, self.policy)
            keep_up(session, session.touched)

    @contextmanager
    def reading(self) -> "Iterator[Session]":
        """Give a session that cannot write; a restricted dossier whose time is up is closed before."""
        self._close_overdue()
        with self.vault.reading() as session:
            yield session

    def _close_overdue(self) -> None:
        if self.glass.running:
            from casus.services.break_glass import close_overdue

            close_overdue(self)
