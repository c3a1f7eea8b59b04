# SPDX-License-Identifier: EUPL-1.2
"""Whose dossiers the demo team has, so that the counts come out at the figures of the letter.

The letter: tens of young people in Top X, and 35 who started a work or sport programme. Three of the 35 are
known to a PGA expert and to the RIO, with the same programme on file twice: they must count once.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from casus.demo.generate import Start, Story
from casus.demo.people import Newcomer, newcomer
from casus.demo.words import Dice
from casus.domain.periods import Period

SHARED = 6  # known to a PGA expert and to the RIO
STARTED = {"pga-1": 14, "pga-2": 11, "rio": 13}
"""Persons who started, per vault; the first three of the RIO's are also among those of pga-1: 35 in all."""
BOTH_STARTED = 3
FAMILIES = 6  # per PGA expert
APPROACHES: dict[str, dict[str, int]] = {
    "pga-1": {"top_x": 30, "local_pga": 7, "aftercare": 3},
    "pga-2": {"top_x": 26, "local_pga": 9},
    "rio": {"rio": 32},
}


@dataclass
class _Cast:
    """The people of one vault while their stories are being made."""

    key: str
    people: list[Newcomer]
    starts: Mapping[Newcomer, Start]


def team_stories(seed: int, period: Period) -> dict[str, list[Story]]:
    """Return the dossiers per vault (pga-1, pga-2, rio); the same for the same seed and period."""
    dice = Dice(seed)
    shared = _different_people(dice, SHARED, period)
    casts = []
    for key, approaches in APPROACHES.items():
        known = {"pga-1": shared[:BOTH_STARTED], "pga-2": shared[BOTH_STARTED:], "rio": shared}[key]
        people = known + _different_people(dice, sum(approaches.values()) - len(known), period)
        casts.append(_Cast(key, people, {}))
    twice = {who: _start(dice, period) for who in shared[:BOTH_STARTED]}
    for cast in casts:
        cast.starts = _starts(dice, cast, twice, set(shared), period)
    return {cast.key: _stories(dice, cast, period) for cast in casts}


def _different_people(dice: Dice, amount: int, period: Period) -> list[Newcomer]:
    people: dict[tuple[str, str, date], Newcomer] = {}
    while len(people) < amount:
        who = newcomer(dice, period.last)
        people[who.given_name, who.surname, who.birth_date] = who
    return list(people.values())


def _starts(
    dice: Dice, cast: _Cast, twice: Mapping[Newcomer, Start], shared: set[Newcomer], period: Period
) -> dict[Newcomer, Start]:
    starts = {who: twice[who] for who in cast.people if who in twice}
    for who in cast.people:
        if len(starts) == STARTED[cast.key]:
            break
        if who not in shared:
            starts[who] = _start(dice, period)
    return starts


def _start(dice: Dice, period: Period) -> Start:
    kind = dice.weighted({"work": 5, "apprenticeship": 2, "sport": 5})
    return Start(kind, dice.weekday(period.first + timedelta(days=30), period.last - timedelta(days=10)))


def _stories(dice: Dice, cast: _Cast, period: Period) -> list[Story]:
    approaches = [code for code, amount in APPROACHES[cast.key].items() for _ in range(amount)]
    stories = []
    for place, (who, approach) in enumerate(zip(cast.people, approaches, strict=True)):
        start = cast.starts.get(who)
        latest = (start.on if start else period.last) - timedelta(days=25)
        opened = dice.weekday(period.first - timedelta(days=300), latest)
        stories.append(
            Story(
                who,
                approach,
                opened,
                closes=start is None and dice.chance(0.35),
                family=cast.key != "rio" and len(cast.people) - place <= FAMILIES,
                vog=dice.chance(0.4),
                programmes=_programmes(dice, start, opened, period),
            )
        )
    return stories


def _programmes(dice: Dice, start: Start | None, opened: date, period: Period) -> tuple[Start, ...]:
    if start is None:
        if not dice.chance(0.2):
            return ()
        return (
            Start(dice.choice(["school", "coaching", "volunteering"]), dice.weekday(opened, period.last)),
        )
    if dice.chance(0.2):
        return (start, Start("coaching", dice.weekday(start.on, period.last)))
    return (start,)
