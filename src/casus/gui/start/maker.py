# SPDX-License-Identifier: EUPL-1.2
"""The vault of the wizard while it is half made: finished, or gone without a trace."""

import threading

from casus.domain.clock import Clock
from casus.errors import Cancelled
from casus.gui.start.wizard_steps import Answers
from casus.services import vaults
from casus.services.desk import Desk
from casus.services.vaults import NewVault, PendingVault


class VaultMaker:
    """Makes, finishes or discards one vault at a time. `make`, `confirm` and `discard` block: run them in the worker."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._guard = threading.Lock()
        self._abandoned = False
        self._pending: PendingVault | None = None

    @property
    def code(self) -> str:
        """The recovery code of the vault that waits to be finished, or ""."""
        return self._pending.recovery_code if self._pending is not None else ""

    def make(self, answers: Answers) -> str:
        """Make the vault and return its recovery code. Raises as services.vaults.begin, and Cancelled."""
        assert answers.folder is not None
        new = NewVault(
            answers.folder,
            answers.password,
            answers.organisation,
            answers.language,
            answers.owner_name,
            answers.role,
        )
        pending = vaults.begin(new, self._clock)
        with self._guard:
            if not self._abandoned:
                self._pending = pending
                return pending.recovery_code
        pending.discard()
        raise Cancelled

    def confirm(self, typed: str) -> Desk:
        """Finish the vault with the code as typed. Raises InvalidInput, WrongPassword."""
        assert self._pending is not None
        desk = self._pending.confirm(typed)
        self._pending = None
        return desk

    def discard(self) -> None:
        """Take an unfinished vault away; harmless when there is none."""
        pending, self._pending = self._pending, None
        if pending is not None:
            pending.discard()

    def abandon(self) -> None:
        """The window goes: whatever is unfinished now, or becomes so, is taken away."""
        with self._guard:
            self._abandoned = True
        self.discard()
