# SPDX-License-Identifier: EUPL-1.2
"""The attacker of one counted state, asked about one cell at a time."""

from collections.abc import Sequence

import numpy as np

from casus.disclosure import ReleasedTable
from tests.helpers.oracle.world import Knowledge, Sum, World

Place = tuple[ReleasedTable, tuple[str, ...]]


class Attacker:
    """Knows the given released tables (one counted state), the rules and `least`, the minimal population."""

    def __init__(self, tables: Sequence[ReleasedTable], least: int = 0) -> None:
        self._world = World(Knowledge([tables], least=least))

    def range_of(self, table: ReleasedTable, cell: tuple[str, ...]) -> tuple[int, int]:
        """The least and the greatest value the cell can have."""
        return self._world.range_of(Sum(self._world.space.members(table, cell)))

    def difference(self, wide: Place, part: Place) -> tuple[int, int]:
        """The range of a cell without another one that lies within it."""
        members = self._world.space.members
        return self._world.range_of(Sum(np.setdiff1d(members(*wide), members(*part))))
