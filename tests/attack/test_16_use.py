# SPDX-License-Identifier: EUPL-1.2
"""Refusing everything is safe and useless: ordinary tables of enough persons do leave."""

import pytest

from casus.disclosure import FigureStatus, Method, Preset
from tests.attack.conftest import ORDER
from tests.attack.siege import Siege, Step, a_crowd, play
from tests.attack.test_02_bounds import SMALL, persons_of
from tests.helpers.crowd import grouped, tabled
from tests.helpers.instances import NAMES, instance


def test_an_ordinary_table_of_enough_persons_always_leaves(siege: Siege) -> None:
    def scene(seed: int) -> list[Step]:
        crowd = a_crowd(seed, least=40)
        by = [*crowd.by("district", "phase")]
        if seed % 2:
            by[0] = grouped(by[0], crowd.chance)
        return [Step((tabled("table", crowd.people, by),), crowd.people)]

    siege.lay(scene, refused=0.0, charge=lambda *_: [])


def test_a_report_of_linked_tables_leaves(siege: Siege) -> None:
    def scene(seed: int) -> list[Step]:
        crowd = a_crowd(seed, least=60)
        pairs = (("district",), ("age", "phase"), ("phase", "approach"))
        tables = (tabled(f"t{n}", crowd.people, crowd.by(*pair)) for n, pair in enumerate(pairs))
        return [Step(tuple(tables), crowd.people)]

    siege.lay(scene, refused=0.0, charge=lambda *_: [])


@pytest.mark.parametrize("name", SMALL)
def test_a_public_table_leaves_with_most_of_its_figures(name: str, preset: Preset) -> None:
    table = instance(name)
    (tables,) = play([Step((table,), persons_of(table))], preset, 0).published.states.values()
    figures = tables[0].figures.values()
    hidden = sum(figure.status is FigureStatus.SUPPRESSED for figure in figures)
    assert hidden == 0 if preset.method is Method.ROUNDING else 0 < hidden < 0.9 * len(figures)


@pytest.mark.slow
@pytest.mark.parametrize("preset", ORDER, ids=lambda preset: preset.code)
@pytest.mark.parametrize("name", sorted(set(NAMES) - set(SMALL)))
def test_a_large_public_table_leaves(name: str, preset: Preset) -> None:
    table = instance(name)
    assert play([Step((table,), persons_of(table))], preset, 0).published.states
