# SPDX-License-Identifier: EUPL-1.2
"""Figures are drawn anew where the attack found something, and only as often as is of use."""

import time
from collections.abc import Callable

import pytest

from casus.disclosure import Refusal
from casus.disclosure.attack.attack import Finding, Verdict
from casus.disclosure.attack.knowledge import Picture
from casus.disclosure.figures.counts import CountedTable
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.outcome import Outcome
from casus.disclosure.population import Population
from casus.disclosure.progress import Progress, Reporter, Stage
from casus.disclosure.rounding import drawing
from tests.helpers.registers import FIVES, a_register, counted
from tests.helpers.releases import EMPTY

SMALL = Predicate("persons", (("district", "d4"),))


def population() -> Population:
    register = a_register(3, 32)
    return Population("persons", (CountedTable(counted("t", register, ("district",))),), EMPTY, FIVES)


def finding(width: float | None = None, *slopes: tuple[Predicate, float]) -> Finding:
    return Finding("t", ("d4",), 3, 5, True, None, None, (SMALL,), width=width, slopes=slopes)


Judge = Callable[[int], tuple[Finding, ...]]


def attacked(monkeypatch: pytest.MonkeyPatch, judge: Judge) -> list[int]:
    """Let `judge` say what is found, given the number shown for SMALL; return the numbers seen."""
    seen: list[int] = []

    def attack(now: Picture, *_args: object, **_more: object) -> Verdict:
        shown = now.figures[SMALL].shown
        assert shown is not None
        seen.append(shown)
        return Verdict(judge(shown), 1, 5, 1, 0.0)

    monkeypatch.setattr(drawing, "attack", attack)
    return seen


def drawn(listener: Callable[[Progress], None] | None = None) -> Outcome | tuple[Refusal, ...]:
    return drawing.rounded_outcome(population(), time.monotonic() + 30, Reporter(listener))


def other_than(number: int) -> Judge:
    """Find something as long as this number is shown, and say which way out there is."""
    slope = 1.0 if number == 0 else -1.0
    return lambda shown: (finding(0.0, (SMALL, slope)),) if shown == number else ()


def test_one_finding_is_enough_to_draw_the_other_number(monkeypatch: pytest.MonkeyPatch) -> None:
    assert 0 < population().values[SMALL] < 5
    first = attacked(monkeypatch, lambda _shown: ())
    assert isinstance(drawn(), Outcome)
    seen = attacked(monkeypatch, other_than(first[0]))
    outcome = drawn()
    assert isinstance(outcome, Outcome)
    assert seen == [first[0], 5 - first[0]]
    assert outcome.redraws == 1


def test_without_a_way_out_figures_are_drawn_by_chance(monkeypatch: pytest.MonkeyPatch) -> None:
    first = attacked(monkeypatch, lambda _shown: ())
    assert isinstance(drawn(), Outcome)
    seen = attacked(monkeypatch, lambda shown: (finding(),) if shown == first[0] else ())
    assert isinstance(drawn(), Outcome)
    assert seen[-1] == 5 - first[0]


def test_what_is_found_whatever_is_drawn_is_refused_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = attacked(monkeypatch, lambda _shown: (finding(0.0, (SMALL, 1.0)),))
    (reason,) = drawn()  # type: ignore[misc]
    assert (reason.code, reason.table, reason.cell) == ("range_too_narrow", "t", ("d4",))
    assert reason.data["redraws"] == len(seen)
    assert {"target": "cell", "left": 3, "need": 5}.items() <= reason.data.items()
    assert len(seen) < 50


def test_when_time_is_up_nothing_more_is_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = attacked(monkeypatch, lambda _shown: (finding(),))
    monkeypatch.setattr(drawing.time, "monotonic", lambda: 10.0 if seen else 0.0)
    found = drawing.rounded_outcome(population(), 5.0, Reporter())
    assert not isinstance(found, Outcome)
    assert len(seen) == 1


def test_each_draw_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = attacked(monkeypatch, lambda _shown: (finding(0.0, (SMALL, 1.0)),))
    heard: list[Progress] = []
    drawn(heard.append)
    attempts = [now.attempt for now in heard if now.stage is Stage.ROUNDING]
    assert attempts == [*range(1, len(attempts) + 1)]
    assert len(attempts) >= len(seen)
