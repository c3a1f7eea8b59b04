# SPDX-License-Identifier: EUPL-1.2
"""How well records of one person find each other: precision and recall of each rule on misspelt names and twins.

`python -m tests.bench.linkage [--persons 5000] [--seed 1]` prints the table of docs/linkage.md; the suite runs it
small, and holds the numbers that the notes of a report state (`casus.domain.near_names.MEASURED`).
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from casus.counting.contribution import Contribution, Row, sorted_rows
from casus.counting.linking import link, near_pairs
from casus.counting.marks import ManyMarks, Marks
from casus.counting.pseudonyms import Pseudonyms
from casus.demo.words import words
from casus.domain.near_names import EXACT, MATCH
from tests.helpers.contributions import MADE, PERIOD, pseudonym

KNOWN_TWICE, MISSPELT, TWINS, SAME_INITIAL = 0.3, 0.25, 0.02, 0.2
"""Shares: of persons whom a second worker knows, of their records that are misspelt, of twins, of those alike in initial."""


@dataclass(frozen=True)
class Name:
    """A record of somebody as one worker typed it; `who` is the truth."""

    who: int
    surname: str
    given: str
    born: date | None


@dataclass(frozen=True)
class Score:
    """Pairs that were joined (or asked about) rightly, wrongly, and missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """The share of what was joined that is one person."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """The share of what is one person that was joined."""
        return self.right / max(1, self.right + self.missed)


def vaults(seed: int, persons: int, workers: int = 8) -> list[list[Name]]:
    """Return what workers have on file of a made-up population: everybody once, some twice, twins among them."""
    dice = random.Random(seed)
    found: list[list[Name]] = [[] for _ in range(workers)]
    for one in _people(dice, persons):
        first, second = dice.sample(range(workers), 2)
        found[first].append(one)
        if dice.random() < KNOWN_TWICE:
            found[second].append(_misspelt(dice, one) if dice.random() < MISSPELT else one)
    return found


def _people(dice: random.Random, persons: int) -> Iterator[Name]:
    names = words()["names"]
    who = 0
    while who < persons:
        born = date(1996, 1, 1) + timedelta(days=dice.randrange(4000))
        one = Name(who, dice.choice(names["surname"]), dice.choice(names["given"]), born)
        yield one
        who += 1
        if dice.random() < TWINS:
            alike = [n for n in names["given"] if n[0] == one.given[0] and n != one.given]
            others = (
                alike
                if alike and dice.random() < SAME_INITIAL
                else [n for n in names["given"] if n[0] != one.given[0]]
            )
            yield replace(one, who=who, given=dice.choice(others))
            who += 1


def _misspelt(dice: random.Random, one: Name) -> Name:
    """Return the same person as another worker may have typed it."""
    born = one.born
    assert born is not None
    slips = {
        "surname": lambda: replace(one, surname=_slip(dice, one.surname)),
        "sound": lambda: replace(one, surname=_sounding(one.surname)),
        "given": lambda: replace(one, given=_slip(dice, one.given)),
        "swapped names": lambda: replace(one, surname=one.given, given=one.surname),
        "swapped date": lambda: replace(one, born=_swapped(born)),
        "slip in date": lambda: replace(one, born=born + timedelta(days=dice.choice((-1, 1, 10, 365)))),
        "no date": lambda: replace(one, born=None),
        "married": lambda: replace(one, surname="Jansen"),
    }
    return slips[dice.choices(list(slips), (30, 15, 20, 3, 8, 10, 8, 6))[0]]()


def _slip(dice: random.Random, word: str) -> str:
    at = dice.randrange(1, max(2, len(word)))
    return dice.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + dice.choice("aeinrst") + word[at:],
            word[:at] + word[at : at + 1] * 2 + word[at + 1 :],
        )
    )


def _sounding(word: str) -> str:
    for written, heard in (("y", "i"), ("ou", "u"), ("ch", "sj"), ("kh", "ch"), ("ee", "é"), ("s", "z")):
        if written in word.lower():
            return word.lower().replace(written, heard, 1).capitalize()
    return word + word[-1]


def _swapped(born: date) -> date:
    return date(born.year, born.day, born.month) if born.day <= 12 else born + timedelta(days=9)


def contributions_of(found: list[list[Name]]) -> tuple[list[Contribution], dict[str, int]]:
    """Return what the workers contribute, and who each pseudonym really is."""
    names, truth, made = Pseudonyms.of_year(bytes(range(32)), 2023), dict[str, int](), []
    for worker, people in enumerate(found):
        rows: list[Row] = []
        marks: list[Marks] = []
        for at, one in enumerate(people):
            subject = names.subject(f"{worker} {at}")
            truth[subject] = one.who
            named = (one.surname, one.given, one.born)
            marks.append(Marks.of(subject, [*names.certain(*named), *names.near(*named)]))
            rows.append(
                Row.of(
                    "person", subject, subject, age_group="age_18_20", district="west", role="young_person"
                )
            )
        made.append(
            Contribution(
                pseudonym("team"), pseudonym(str(worker)), "rio", PERIOD, PERIOD.last, MADE, sorted_rows(rows),
                marks=ManyMarks.of(sorted(marks, key=lambda one: one.subject)),
            )
        )  # fmt: skip
    return made, truth


def measure(seed: int, persons: int) -> dict[str, Score]:
    """Return the score of each certain rule alone, of both, and of the questions on top of them, by name."""
    made, truth = contributions_of(vaults(seed, persons))
    scores = {}
    for name, kinds in ((EXACT, {EXACT}), (MATCH, {MATCH}), ("joined", {EXACT, MATCH})):
        linkage = link([_only(one, kinds) for one in made])
        scores[name] = _score(truth, {one: linkage.person(one) for one in truth})
    asked = near_pairs(made)
    linkage = link(made)
    top = {one: linkage.person(one) for one in truth}
    right = [pair for pair in asked if truth[pair.first] == truth[pair.second]]
    answered = Counter(pair.why for pair in asked)
    for why in sorted(answered):
        hits = sum(pair.why == why for pair in right)
        scores[f"asked: {why}"] = Score(hits, answered[why] - hits, scores["joined"].missed - hits)
    for pair in right:
        first, second = top[pair.first], top[pair.second]
        top = {one: first if of == second else of for one, of in top.items()}
    scores["asked"] = Score(len(right), len(asked) - len(right), scores["joined"].missed - len(right))
    scores["joined and answered"] = _score(truth, top)
    return scores


def _only(made: Contribution, kinds: set[str]) -> Contribution:
    marks = ManyMarks(made.marks.subjects, {k: v for k, v in made.marks.keys.items() if k in kinds})
    return replace(made, marks=marks)


def _score(truth: dict[str, int], counted_as: dict[str, str]) -> Score:
    """Compare pairs: of everybody with several records, and of every group that was counted as one."""
    real, joined, both = (Counter[object](key(one) for one in truth) for key in (
        lambda one: truth[one], lambda one: counted_as[one], lambda one: (truth[one], counted_as[one])))  # fmt: skip
    pairs = [sum(n * (n - 1) // 2 for n in one.values()) for one in (real, joined, both)]
    return Score(pairs[2], pairs[1] - pairs[2], pairs[0] - pairs[2])


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--persons", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    for name, one in measure(wanted.seed, wanted.persons).items():
        print(f"{name:26} precision {one.precision:.3f}  recall {one.recall:.3f}  "
              f"(right {one.right}, wrong {one.wrong}, missed {one.missed})")  # fmt: skip


if __name__ == "__main__":
    main()
