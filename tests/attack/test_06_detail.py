# SPDX-License-Identifier: EUPL-1.2
"""Class 6: detail after an overview, and an overview after the detail."""

import random
from collections.abc import Sequence

from tests.attack.siege import Siege, Step, a_crowd
from tests.helpers.crowd import coarser, tabled


def overview_first(seed: int) -> Sequence[Step]:
    """Coarse districts by phase, districts by phase, and then by approach too."""
    crowd, chance = a_crowd(seed), random.Random(seed)
    district, phase, approach = crowd.by("district", chance.choice(("phase", "age")), "approach")
    tables = [
        tabled("coarse", crowd.people, (coarser(district), phase)),
        tabled("overview", crowd.people, (district, phase)),
        tabled("detail", crowd.people, (district, phase, approach)),
    ]
    return [Step((table,), crowd.people) for table in tables]


def detail_first(seed: int) -> Sequence[Step]:
    """The same, the other way about."""
    return [*reversed(overview_first(seed))]


def test_detail_after_an_overview_tells_nothing_small(siege: Siege) -> None:
    siege.lay(overview_first, refused=0.4)


def test_an_overview_after_the_detail_tells_nothing_small(siege: Siege) -> None:
    siege.lay(detail_first, refused=0.4)
