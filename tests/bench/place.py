# SPDX-License-Identifier: EUPL-1.2
"""Where a measurement runs: when its process was asked for, and the prepared data.

Imports next to nothing: the process start is measured too.
"""

import os
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

STARTED = "CASUS_BENCH_STARTED"
NOW = datetime(2023, 11, 15, 8, 30, tzinfo=UTC)
VAULT = "vault"


@dataclass(frozen=True)
class Place:
    """What a measuring function gets.

    `folder` holds what `prepare` made and is read only by custom: a function that writes copies first.
    """

    folder: Path
    persons: int
    started: float

    def since_start(self) -> float:
        """Return the milliseconds since the harness asked the system for this process."""
        return (time.time() - self.started) * 1000

    @classmethod
    def of_this_process(cls, folder: Path, persons: int) -> "Place":
        """Take the moment of starting from the environment, where the harness put it; by hand it is now."""
        return cls(folder, persons, float(os.environ.get(STARTED, time.time())))
