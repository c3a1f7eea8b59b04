# SPDX-License-Identifier: EUPL-1.2
"""Class 2: linear and integer bounds on every cell of the public tables, zeros and non-negativity included."""

import pytest

from casus.disclosure import CountTable
from tests.attack.siege import Siege, Step
from tests.helpers.crowd import Person
from tests.helpers.instances import NAMES, instance

SMALL = ("D2", "d2", "A300")


def persons_of(table: CountTable) -> list[Person]:
    """Return a person for each count."""
    axes = [dimension.axis for dimension in table.dimensions]
    return [dict(zip(axes, cell, strict=True)) for cell, n in table.counts.items() for _ in range(n)]


@pytest.mark.parametrize("name", SMALL)
def test_no_bound_on_a_cell_of_a_public_table_is_narrow(name: str, siege: Siege) -> None:
    table = instance(name)
    siege.lay_one([Step((table,), persons_of(table))])


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(SMALL)))
def test_no_bound_on_a_cell_of_a_large_public_table_is_narrow(name: str, siege: Siege) -> None:
    table = instance(name)
    siege.lay_one([Step((table,), persons_of(table))])
