# SPDX-License-Identifier: EUPL-1.2
"""Class 14: a ledger that is forged, cut short, older or another's; the clock set back; a second installation."""

import json
import random
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from casus.disclosure import (
    STANDARD,
    Elsewhere,
    FigureStatus,
    Ledger,
    LedgerEntry,
    Preset,
    Release,
    enter_elsewhere,
    release,
)
from casus.errors import LedgerBroken, ReleaseRefused
from tests.attack.conftest import ORDER
from tests.attack.judge import Judge, Published
from tests.attack.siege import Siege, seeds, why
from tests.helpers.crowd import Crowd, a_crowd, tabled
from tests.helpers.releases import AT, KEY


@cache
def a_world(seed: int = 4) -> Crowd:
    return a_crowd(seed, least=80, most=200)


@cache
def three_releases() -> Ledger:
    crowd, ledger = a_world(), Ledger((), KEY, None)
    for number, names in enumerate((("district",), ("district", "phase"), ("phase", "approach"))):
        made = release([tabled(f"t{number}", crowd.people, crowd.by(*names))], ledger, STANDARD,
                       at=AT + timedelta(days=number))  # fmt: skip
        ledger = ledger.extended(made.entry)
    return ledger


def places(data: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place in JSON data that holds a plain value."""
    if isinstance(data, dict):
        return [place for key, value in data.items() for place in places(value, (*path, key))]
    if isinstance(data, list):
        return [place for n, value in enumerate(data) for place in places(value, (*path, n))]
    return [path]


def forged(entry: LedgerEntry, chance: random.Random) -> str:
    """The entry's JSON with one value changed."""
    data = json.loads(entry.to_json())
    *way, last = chance.choice(places(data))
    holder = data
    for step in way:
        holder = holder[step]
    old = holder[last]
    holder[last] = old + 1 if isinstance(old, int) else f"{old}x" if isinstance(old, str) else "x"
    return json.dumps(data)


@pytest.mark.parametrize("seed", range(60))
def test_no_value_of_any_entry_can_be_changed(seed: int) -> None:
    chance, ledger = random.Random(seed), three_releases()
    number = chance.randrange(len(ledger.entries))
    with pytest.raises(LedgerBroken):
        entry = LedgerEntry.from_json(forged(ledger.entries[number], chance))
        Ledger((*ledger.entries[:number], entry, *ledger.entries[number + 1 :]), KEY, ledger.head)


def test_no_entry_can_be_taken_out_repeated_or_moved() -> None:
    first, second, third = three_releases().entries
    for entries in (
        (), (first,), (first, second), (second, third), (first, third),
        (first, first, second, third), (first, second, third, third), (second, first, third),
    ):  # fmt: skip
        with pytest.raises(LedgerBroken):
            Ledger(entries, KEY, three_releases().head)


def test_who_has_no_key_cannot_make_an_entry_that_follows() -> None:
    ledger = three_releases()
    crowd = a_world()
    own = Ledger((), b"the key of the attacker, 32 bytes", None)
    with pytest.raises(LedgerBroken):
        Ledger(ledger.entries, own.key, ledger.head)
    made = release([tabled("t", crowd.people, crowd.by("age"))], own, STANDARD, at=AT)
    with pytest.raises(LedgerBroken):
        ledger.extended(made.entry)


def test_two_releases_made_side_by_side_cannot_both_be_kept() -> None:
    crowd, ledger = a_world(), three_releases()
    at = AT + timedelta(days=5)
    one, other = (release([tabled(name, crowd.people, crowd.by(name))], ledger, STANDARD, at=at)
                  for name in ("age", "approach"))  # fmt: skip
    longer = ledger.extended(one.entry)
    with pytest.raises(LedgerBroken):
        longer.extended(other.entry)


def test_a_clock_set_back_is_refused(preset: Preset) -> None:
    crowd = a_world()
    table = tabled("t", crowd.people, crowd.by("district"))
    ledger = Ledger((), KEY, None)
    ledger = ledger.extended(release([table], ledger, preset, at=AT).entry)
    with pytest.raises(ReleaseRefused) as caught:
        release([table], ledger, preset, at=AT - timedelta(seconds=1))
    assert [getattr(reason, "code", "") for reason in caught.value.reasons] == ["clock_set_back"]


def test_an_older_ledger_of_the_same_key_gives_the_same_figures_again(preset: Preset) -> None:
    """Whoever starts from an older copy gets nothing to average over, not even once more."""
    crowd = a_world()
    tables = [tabled(n, crowd.people, crowd.by(n, "phase")) for n in ("district", "age")]
    empty = Ledger((), KEY, None)
    first = release(tables, empty, preset, at=AT)
    again = release(tables, empty, preset, at=AT + timedelta(days=9))
    assert [table.figures for table in first.tables] == [table.figures for table in again.tables]


def told(made: Release) -> list[Elsewhere]:
    """What the first installation published, as typed in at the second."""
    found = []
    for table in made.tables:
        figures = {c: f.value for c, f in table.figures.items() if f.status is not FigureStatus.SUPPRESSED}
        given = {cell: figures.get(cell) for cell in table.figures}
        found.append(Elsewhere(table.code, table.population, table.snapshot, table.dimensions, given, table.base,
                               table.max_error or None))  # fmt: skip
    return found


def test_a_second_installation_that_knows_of_the_first_tells_nothing_small(siege: Siege) -> None:
    """The same register under another key; the first publication stands in its ledger as made elsewhere."""
    leaks, refused, done = [], [], 0
    for seed in seeds(siege.preset, ORDER):
        crowd = a_crowd(seed, least=60)
        tables = [tabled("table", crowd.people, crowd.by("district", "phase"))]
        try:
            first = release(tables, Ledger((), b"1" * 32, None), siege.preset, at=AT)
        except ReleaseRefused:
            continue
        other = Ledger((), b"2" * 32, None)
        other = other.extended(enter_elsewhere(told(first), other, at=AT))
        done += 1
        try:
            second = release(tables, other, siege.preset, at=AT)
        except ReleaseRefused as denied:
            refused.append(why(denied.reasons))  # type: ignore[arg-type]
            continue
        published = Published(siege.preset, {0: [*first.tables, *second.tables]}, {0: crowd.people})
        leaks += [f"seed {seed}: {leak}" for leak in Judge(published, seed).leaks()]
    siege.note(f"{done} second installations, refused: {refused}")
    assert not leaks, "\n".join(leaks[:20])
    assert done
