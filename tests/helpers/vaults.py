# SPDX-License-Identifier: EUPL-1.2
"""Vaults for tests: the password all of them have, and the cost that makes them quick to open."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casus.crypto import kdf
from casus.crypto.kdf import KdfCost, KdfLimits
from casus.domain.clock import FixedClock

if TYPE_CHECKING:
    from casus.services.desk import Desk

PASSWORD = "paarse fiets onder lampion wolk"
OTHER_PASSWORD = "stille kade tussen vier bruggen"
CHEAP = KdfCost(memory_kib=64, passes=1, lanes=1)
ANY_COST = KdfLimits(memory_kib=(64, 1 << 20), passes=(1, 10), lanes=(1, 8))
"""Accepts the cheap cost. Production code never makes such limits: it reads `kdf.PRODUCTION_LIMITS`."""


@contextmanager
def shared_desks(place: Path, *roles: str) -> "Iterator[tuple[Desk, ...]]":
    """Give desks for a whole module: making a vault takes as long as thirty saves."""
    from casus.services import vaults

    clock = FixedClock(datetime(2023, 11, 1, 9, 0, tzinfo=UTC))
    with pytest.MonkeyPatch.context() as patch, ExitStack() as stack:
        patch.setattr(kdf, "PRODUCTION_LIMITS", ANY_COST)
        patch.setenv("XDG_DATA_HOME", str(place / "home"))
        desks = []
        for role in roles:
            new = vaults.NewVault(place / role, PASSWORD, "Gemeente Utrecht", "nl", "Marieke Visser", role)
            desks.append(vaults.create(new, clock, cost=CHEAP).desk)
            stack.callback(desks[-1].vault.close)
        yield tuple(desks)
