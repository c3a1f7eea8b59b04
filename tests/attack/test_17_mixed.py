# SPDX-License-Identifier: EUPL-1.2
"""Between the classes: exact figures after rounded ones and the reverse, one preset after another, units of persons."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from casus.disclosure import PRESETS, STANDARD, FigureStatus, Ledger, Method, Preset, Protection, release
from casus.errors import ReleaseRefused
from tests.attack.conftest import ORDER, Besiege
from tests.attack.judge import Judge, Target
from tests.attack.siege import Played, Siege, Step, a_crowd, play
from tests.helpers.crowd import tabled
from tests.helpers.releases import AT, a_dimension

EXACT = next((preset for preset in ORDER if preset.method is Method.SUPPRESSION), None)
needs_exact = pytest.mark.skipif(EXACT is None, reason="no suppression yet")


def in_turn(*presets: Preset | None) -> Callable[[int], Sequence[Step]]:
    """The scene of two tables about the same persons, each under a preset of its own."""

    def scene(seed: int) -> Sequence[Step]:
        crowd, chance = a_crowd(seed), random.Random(seed)
        names = chance.sample(["district", "age", "phase"], 2)
        tables = [
            tabled("one", crowd.people, crowd.by(*names)),
            tabled("two", crowd.people, crowd.by(*reversed(names))),
        ]
        if seed % 2:
            tables[1] = tabled("two", crowd.people, crowd.by(names[0], "approach"))
        return [Step((t,), crowd.people, preset=p) for t, p in zip(tables, presets, strict=True)]

    return scene


def never_exact(judge: Judge, _played: Played, _seed: int) -> list[str]:
    """Each table has its own requirement; together no small number may be exact or narrower than five values."""
    judge.targets = [at_least(target) for target in judge.targets]
    return judge.leaks()


def at_least(target: Target) -> Target:
    """The weaker of the two requirements: as many values as the standard preset leaves."""
    return replace(target, width=min(target.width, STANDARD.base))


@needs_exact
@pytest.mark.parametrize("order", ["rounded first", "exact first"])
def test_exact_and_rounded_tables_of_the_same_persons_tell_nothing_small(
    order: str, besiege: Besiege
) -> None:
    presets = (STANDARD, EXACT) if order == "rounded first" else (EXACT, STANDARD)
    besiege(STANDARD).lay(in_turn(*presets), refused=0.6, charge=never_exact)


def test_a_stricter_preset_after_the_standard_one_tells_nothing_small(besiege: Besiege) -> None:
    besiege(STANDARD).lay(in_turn(STANDARD, PRESETS["strict"]), refused=0.6, charge=never_exact)


def test_a_looser_preset_afterwards_is_refused() -> None:
    played = play(in_turn(PRESETS["strict"], STANDARD)(3), STANDARD, 3)
    assert {reason.code for reasons in played.refused for reason in reasons} == {"preset_loosened"}


def test_contacts_of_few_persons_tell_nothing_small(siege: Siege) -> None:
    """Several contacts per person: every figure counts as a small one, whatever its size."""

    def scene(seed: int) -> Sequence[Step]:
        crowd, chance = a_crowd(seed, least=40), random.Random(seed)
        table = tabled("contacts", crowd.people, crowd.by("district", "phase"), population="contacts")
        visits: Counter[tuple[str, ...]] = Counter()
        people = []
        for person in crowd.people:
            times = chance.choice((1, 1, 2, 5))
            visits[person["district"], person["phase"]] += times
            people += [person] * times
        changes = {"counts": dict(visits), "persons": dict(table.counts), "unit": "contacts"}
        return [Step((replace(table, **changes),), people)]  # type: ignore[arg-type]

    siege.lay(scene, refused=0.5)


def test_firms_shown_in_part_exactly_tell_nothing_small(siege: Siege) -> None:
    """Decision 13: classes of ten firms (or twice the base) or more are exact, the others rounded, as all know."""

    def scene(seed: int) -> Sequence[Step]:
        chance = random.Random(seed)
        by = (a_dimension("area", ("a0", "a1", "a2")), a_dimension("status", ("left", "stayed")))
        cells = [(area, status) for area in by[0].leaves() for status in by[1].leaves()]
        firms = [dict(zip(("area", "status"), cell, strict=True)) for cell in cells
                 for _ in range(chance.choice((0, 1, 2, 3, 7, 9, 10, 14)))]  # fmt: skip
        given = {"population": "firms", "unit": "firms", "protection": Protection.FIRMS}
        return [Step((tabled("firms", firms, by, **given),), firms)]

    siege.lay(scene, refused=0.5)


def test_a_release_without_time_is_refused(preset: Preset) -> None:
    (step, _) = in_turn(preset, preset)(3)
    with pytest.raises(ReleaseRefused) as caught:
        release(step.tables, Ledger((), b"k" * 32, None), preset, at=AT, time_limit=0.0)
    assert {getattr(reason, "code", "") for reason in caught.value.reasons} <= {"not_proven", "no_rounding"}


def test_hidden_figures_carry_no_number() -> None:
    for preset in ORDER:
        for tables in play(in_turn(preset, preset)(3), preset, 3).published.states.values():
            for table in tables:
                for figure in table.figures.values():
                    assert (figure.value is None) == (figure.status is FigureStatus.SUPPRESSED)
