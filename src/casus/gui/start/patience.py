# SPDX-License-Identifier: EUPL-1.2
"""How long to wait after a wrong password: longer each time, never for good (security.md 5.3)."""

WAITS = (0, 0, 1, 2, 4, 8, 16, 30)


class Patience:
    """Counts wrong passwords in this process."""

    def __init__(self) -> None:
        self._wrong = 0

    def wrong(self) -> int:
        """Count one more; return the seconds to wait before the next."""
        self._wrong += 1
        return WAITS[min(self._wrong, len(WAITS)) - 1]

    def right(self) -> None:
        """Start counting anew."""
        self._wrong = 0
