# SPDX-License-Identifier: EUPL-1.2
"""When to lock: no one at the keyboard, the session locked, the computer asleep, the clock jumped."""

from casus.gui.session_lock.watch import Reason, SessionLock

__all__ = ["Reason", "SessionLock"]
