# SPDX-License-Identifier: EUPL-1.2
"""Until when the restricted dossiers that are open stay open, while a vault is open."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass
class Glass:
    """The accesses that run, by id, each with the moments it began and ends; the vault holds the same."""

    running: dict[str, tuple[datetime, datetime]] = field(default_factory=dict)
    lapsed: set[str] = field(default_factory=set)
    """The persons whose time was up, until the window has shown it."""

    def take_lapsed(self) -> set[str]:
        """Return whose time was up since this was asked last."""
        lapsed, self.lapsed = self.lapsed, set()
        return lapsed

    def opened(self, access_id: str, since: datetime, until: datetime) -> None:
        """Remember an access."""
        self.running[access_id] = since, until

    def closed(self, access_id: str) -> None:
        """Forget an access."""
        self.running.pop(access_id, None)

    def overdue(self, now: datetime) -> list[str]:
        """Return what ran out; a clock that was set back behind the beginning ends it too."""
        return [one for one, (since, until) in self.running.items() if not since <= now < until]
