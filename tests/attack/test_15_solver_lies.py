# SPDX-License-Identifier: EUPL-1.2
"""Class 15: the solver lies; stale values, time-outs, wrong statuses, shifted answers.

The lies are told by HiGHS itself, beneath everything of the engine; the oracle has a solver of its own.
Whatever is lied, the engine refuses or what leaves is safe.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import highspy
import numpy as np
import pytest

from casus.disclosure import Preset
from tests.attack.conftest import ORDER, Besiege
from tests.attack.siege import Played, Player, Step, a_crowd, play
from tests.helpers.crowd import tabled

Status = highspy.HighsModelStatus
Lie = Callable[[pytest.MonkeyPatch, Callable[[], bool]], None]


def stale(patch: pytest.MonkeyPatch, lies: Callable[[], bool]) -> None:
    """A run that does nothing leaves the answer to another question behind, and says Optimal."""
    run, status = highspy.Highs.run, highspy.Highs.getModelStatus
    patch.setattr(highspy.Highs, "run", lambda self, *a, **k: None if lies() else run(self, *a, **k))
    patch.setattr(highspy.Highs, "getModelStatus",
                  lambda self: Status.kOptimal if status(self) == Status.kNotset else status(self))  # fmt: skip


def _says(told: object) -> Lie:
    def lie(patch: pytest.MonkeyPatch, lies: Callable[[], bool]) -> None:
        status = highspy.Highs.getModelStatus
        patch.setattr(highspy.Highs, "getModelStatus", lambda self: told if lies() else status(self))

    return lie


class _Twisted:
    """A solution of which the values of columns are changed."""

    def __init__(self, solution: object, twist: Callable[[np.ndarray], np.ndarray]) -> None:
        self._solution, self._twist = solution, twist

    def __getattr__(self, name: str) -> object:
        found = getattr(self._solution, name)
        return list(self._twist(np.array(found, dtype=float))) if name == "col_value" else found


def _shows(twist: Callable[[np.ndarray], np.ndarray]) -> Lie:
    def lie(patch: pytest.MonkeyPatch, lies: Callable[[], bool]) -> None:
        solution = highspy.Highs.getSolution

        def twisted(self: highspy.Highs) -> object:
            true = solution(self)
            return _Twisted(true, twist) if lies() else true

        patch.setattr(highspy.Highs, "getSolution", twisted)

    return lie


class _Wide:
    """Information in which the best objective is better than it is."""

    def __init__(self, info: object) -> None:
        self._info = info

    def __getattr__(self, name: str) -> object:
        found = getattr(self._info, name)
        return found - 50.0 if name in {"objective_function_value", "mip_dual_bound"} else found


def better(patch: pytest.MonkeyPatch, lies: Callable[[], bool]) -> None:
    """The objective is said to be better than it is, so that ranges look wider."""
    info = highspy.Highs.getInfo
    patch.setattr(highspy.Highs, "getInfo", lambda self: _Wide(info(self)) if lies() else info(self))


LIES: dict[str, Lie] = {
    "stale values": stale,
    "time out": _says(Status.kTimeLimit),
    "always optimal": _says(Status.kOptimal),
    "infeasible": _says(Status.kInfeasible),
    "unknown": _says(Status.kUnknown),
    "shifted": _shows(lambda values: values + 1),
    "nothing": _shows(np.zeros_like),
    "doubled": _shows(lambda values: values * 2),
    "not a number": _shows(lambda values: np.full_like(values, np.nan)),
    "fractions": _shows(lambda values: values + 0.5),
    "better objective": better,
}
HARMLESS = {"always optimal", "better objective"}
"""Lies after which what is found may still be true: the values were the solver's best."""


@contextmanager
def lying(name: str, share: float, seed: int) -> Iterator[None]:
    """Let the solver tell this lie in a share of its runs."""
    chance = random.Random(seed)
    with pytest.MonkeyPatch.context() as patch:
        LIES[name](patch, lambda: chance.random() < share)
        yield


def differencing(seed: int) -> Sequence[Step]:
    """Two tables of which the difference is small, and a third after a late registration."""
    crowd = a_crowd(seed, least=40, most=60)
    by = crowd.by("phase", "age")
    part = tabled(
        "part", crowd.people, crowd.by("phase"), {"approach": crowd.dimensions["approach"].leaves()[0]}
    )
    later = [*crowd.people, *crowd.newcomers(1)]
    again = tabled("again", later, by, snapshot="later", population="persons@later")
    return [
        Step((tabled("whole", crowd.people, by),), crowd.people),
        Step((part,), crowd.people),
        Step((again,), later, 1),
    ]


@pytest.fixture(params=[*enumerate(LIES)], ids=[*LIES])
def lie(request: pytest.FixtureRequest) -> tuple[str, Preset]:
    """Each lie, under a preset by turn."""
    number, name = request.param
    return name, ORDER[number % len(ORDER)]


def now_and_then(name: str) -> Player:
    """Play with a solver that tells this lie in some of its runs."""

    def played(steps: Sequence[Step], preset: Preset, seed: int) -> Played:
        with lying(name, (0.05, 0.3, 0.8)[seed // len(ORDER) % 3], seed):
            return play(steps, preset, seed)

    return played


def test_a_solver_that_lies_now_and_then_lets_nothing_small_out(
    lie: tuple[str, Preset], besiege: Besiege
) -> None:
    name, preset = lie
    besiege(preset).lay(differencing, refused=1.0, player=now_and_then(name))


def test_a_solver_that_always_lies_lets_nothing_out(lie: tuple[str, Preset]) -> None:
    """The figures can only be found or proven with a solver: without one there is no release."""
    name, preset = lie
    with lying(name, 1.0, 0):
        played = play(differencing(3)[:1], preset, 3)
    if name not in HARMLESS:
        assert not played.published.states
        assert len(played.refused) == 1


def test_a_solver_that_lies_in_the_attack_alone_proves_nothing(lie: tuple[str, Preset]) -> None:
    """The protection is found honestly, then every later run lies."""
    name, preset = lie
    assert play(differencing(3)[:1], preset, 3).published.states
    told: list[str] = []
    with pytest.MonkeyPatch.context() as patch:
        LIES[name](patch, lambda: bool(told) or told.append(name))  # type: ignore[func-returns-value]
        played = play(differencing(3)[:1], preset, 3)
    assert told
    if name not in HARMLESS:
        assert not played.published.states


def test_a_lie_is_not_an_error_for_the_user(lie: tuple[str, Preset]) -> None:
    """Whatever the solver says, the user sees a refusal with a reason, never a crash."""
    name, preset = lie
    with lying(name, 0.5, 1):
        assert play(differencing(1), preset, 1).steps == 3
