# SPDX-License-Identifier: EUPL-1.2
"""Runs the engine on random registers, release after release, and hands what left to the judge."""

import os
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from casus.assets import resource_path
from casus.disclosure import CountTable, Ledger, Preset, Refusal, ReleasedTable, release
from casus.errors import ReleaseRefused
from tests.attack.judge import Judge, Published
from tests.helpers import crowd
from tests.helpers.crowd import Crowd, Person
from tests.helpers.releases import AT

FULL = "CASUS_ATTACK_SEEDS" in os.environ
"""`make attack`: many seeds, registers of up to 500 persons, series of two years."""
CI_SEEDS = 3
MOST = 500 if FULL else 150
TOO_FEW = "population_too_small"
"""Not a failure of the engine: some random filters leave too few persons."""
_MISUSE = frozenset({"counts_inconsistent", "snapshots_mixed", "snapshot_inconsistent", "protection_mixed"})


@dataclass(frozen=True)
class Step:
    """One release to ask for: tables of the persons of one counted state; `preset` if another than the siege's."""

    tables: tuple[CountTable, ...]
    people: Sequence[Person]
    state: int = 0
    preset: Preset | None = None


@dataclass
class Played:
    """What came of the steps: everything that left, and the refusals."""

    published: Published
    refused: list[tuple[Refusal, ...]] = field(default_factory=list)
    steps: int = 0
    ledger: Ledger | None = None


def seeds(preset: Preset, order: Sequence[Preset]) -> Iterator[int]:
    """Yield the seeds for a preset: all presets share `CASUS_ATTACK_SEEDS` seeds, or have the one given."""
    if one := os.environ.get("CASUS_ATTACK_SEED"):
        yield int(one)
        return
    number = int(os.environ.get("CASUS_ATTACK_SEEDS", CI_SEEDS))
    yield from range(order.index(preset), number, len(order))


def play(steps: Sequence[Step], preset: Preset, seed: int) -> Played:
    """Ask for each release in turn; a refusal is noted and the next one asked."""
    ledger = Ledger((), sha256(str(seed).encode()).digest(), None)
    states: dict[int, list[ReleasedTable]] = {}
    people: dict[int, Sequence[Person]] = {}
    played = Played(Published(preset, states, people), ledger=ledger)
    for step in steps:
        played.steps += 1
        try:
            made = release(step.tables, ledger, step.preset or preset, at=AT)
        except ReleaseRefused as refused:
            played.refused.append(refused.reasons)
            continue
        ledger = played.ledger = ledger.extended(made.entry)
        states.setdefault(step.state, []).extend(made.tables)
        people[step.state] = step.people
    return played


Scene = Callable[[int], Sequence[Step]]
Charge = Callable[[Judge, Played, int], list[str]]
Player = Callable[[Sequence[Step], Preset, int], Played]


def plainly(judge: Judge, _played: Played, _seed: int) -> list[str]:
    """The charge of most classes: all targets, for an outsider."""
    return judge.leaks()


def with_increments(judge: Judge, _played: Played, _seed: int) -> list[str]:
    """All targets, and the few who came between two states."""
    return [*judge.leaks(), *judge.increments()]


def a_crowd(seed: int, least: int = 20, most: int = MOST) -> Crowd:
    """A random register of a size that suits the run."""
    return crowd.a_crowd(seed, least, min(most, MOST))


@dataclass
class Siege:
    """One attack class under one preset, over all its seeds."""

    preset: Preset
    order: Sequence[Preset]
    note: Callable[[str], None]

    def lay_one(self, steps: Sequence[Step], *, refused: float = 0.0) -> None:
        """Play one scene that is not random."""
        self._lay(lambda _seed: steps, (0,), refused, plainly, play)

    def lay(self, scene: Scene, *, refused: float, charge: Charge = plainly, player: Player = play) -> None:
        """Play the scene for each seed; fail on any leak, on refusals that say nothing, and on too many.

        `refused`: the share of releases that may be refused, with a reason there is a sentence for.
        """
        self._lay(scene, seeds(self.preset, self.order), refused, charge, player)

    def _lay(
        self, scene: Scene, seeds: Iterable[int], refused: float, charge: Charge, player: Player
    ) -> None:
        leaks: list[str] = []
        codes: Counter[str] = Counter()
        steps = targets = denied = 0
        for seed in seeds:
            played = player(scene(seed), self.preset, seed)
            found = Counter(why(reasons) for reasons in played.refused)
            steps += played.steps - found[TOO_FEW]
            denied += len(played.refused) - found[TOO_FEW]
            codes += found
            if not played.published.states:
                continue
            judge = Judge(played.published, seed)
            targets += len(judge.targets)
            leaks += [f"seed {seed}: {leak}" for leak in charge(judge, played, seed)]
        self.note(f"{steps} releases, {targets} targets, {denied} refused {dict(codes) or ''}")
        assert not leaks, "\n".join([f"{len(leaks)} leaks under {self.preset.code}", *leaks[:20]])
        assert denied <= refused * steps + (0 if FULL or not refused else 1), (
            f"{denied} of {steps} refused: {dict(codes)}"
        )


def why(reasons: tuple[Refusal, ...]) -> str:
    """The codes of a refusal, each of which has a sentence and is not about mistakes in the scene."""
    found = {reason.code for reason in reasons}
    assert found, "refused without a reason"
    assert found <= known_codes(), f"refused without a sentence: {found - known_codes()}"
    assert not found & _MISUSE, f"the scene contradicts itself: {reasons}"
    return "+".join(sorted(found))


def known_codes() -> frozenset[str]:
    """The refusals for which there is a sentence."""
    with resource_path("catalogue", "refusals.toml").open("rb") as handle:
        return frozenset(tomllib.load(handle)["refusal"])
