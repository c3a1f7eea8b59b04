# SPDX-License-Identifier: EUPL-1.2
"""Round one population, attack it, draw again what the attack found, give more way, or refuse."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from casus.disclosure.attack.attack import Finding, Verdict, attack
from casus.disclosure.figures.predicates import Predicate
from casus.disclosure.ledger import PublishedTable
from casus.disclosure.model import Refusal
from casus.disclosure.outcome import Outcome
from casus.disclosure.population import Population
from casus.disclosure.progress import Reporter, Stage
from casus.disclosure.publishing import rounded_tables
from casus.disclosure.refusals import no_rounding, refusal_of
from casus.disclosure.rounding.grid import CannotRound, round_figures
from casus.disclosure.rounding.rounding import Cut, Leeway, Rounded, RoundingTask
from casus.disclosure.rounding.standing import rounding_task
from casus.disclosure.seals import drawn_anew
from casus.disclosure.solving.solver import Status

DRAWS = 12
"""How often figures are drawn at most before more is given up."""
_MORE_DRAWS = 2
_MANY = 50
_ACCURATE = 0.3
_ACCURATE_DRAWS = 8


def rounded_outcome(
    population: Population, deadline: float, reporter: Reporter
) -> Outcome | tuple[Refusal, ...]:
    """Return a rounding of a population that the attack finds safe, or why there is none.

    Raises CannotRound when the solver gives no answer in time, ClassificationDiffers, TooComplex.
    """
    task = rounding_task(population)
    attempts = _Attempts(population, task, deadline, reporter)
    for firm, draws in ((True, DRAWS), (False, _MORE_DRAWS)):
        for leeway in task.leeways():
            outcome = attempts.some(leeway, draws, firm=firm)
            if outcome is not None:
                return outcome
            if time.monotonic() > deadline:
                return attempts.refusals()
    return attempts.refusals()


class _Attempts:
    """Draws for one population, one after another, with what each attack found and the time taken."""

    def __init__(
        self, population: Population, task: RoundingTask, deadline: float, reporter: Reporter
    ) -> None:
        self._population, self._task, self._deadline = population, task, deadline
        self._reporter = reporter
        self._draws: Counter[Predicate] = Counter()
        self._cuts: dict[tuple[tuple[Predicate, float], ...], Cut] = {}
        self._findings: tuple[Finding, ...] = ()
        self._made = 0
        self._rounding_time = self._attack_time = 0.0
        self._key = population.ledger.key

    def some(self, leeway: Leeway, draws: int, *, firm: bool) -> Outcome | None:
        """Draw and attack until nothing is found, but not more often than `draws`.

        With `firm` cuts until there is no rounding that meets them all; a cut may ask too much, since
        what is known of a figure is not linear in its number (it is never less than 0): without, figures
        are drawn anew as long as it helps.
        """
        if not firm and not self._cuts:
            return None
        for _ in range(draws):
            rounded = self._timed(leeway, firm=firm)
            if rounded is None:
                return None
            outcome = self._attacked(rounded)
            if outcome is not None or time.monotonic() > self._deadline:
                return outcome
        return None

    def _timed(self, leeway: Leeway, *, firm: bool) -> Rounded | None:
        began = time.perf_counter()
        self._reporter.attempt(Stage.ROUNDING)
        rounded = self._rounded(leeway, firm=firm) if self._made or leeway else self._first()
        self._rounding_time += time.perf_counter() - began
        return rounded

    def _attacked(self, rounded: Rounded) -> Outcome | None:
        published, began = rounded_tables(self._population, rounded), time.perf_counter()
        pictures = self._population.pictures(published)
        verdict = attack(*pictures, self._deadline, tick=self._reporter.attacking)
        self._attack_time += time.perf_counter() - began
        self._made += 1
        if not verdict.findings:
            return self._outcome(published, rounded, verdict)
        self._learn(verdict.findings, rounded)
        return None

    def _first(self) -> Rounded | None:
        """Return the first rounding; of many figures the first of some draws that is accurate enough.

        Unbiased rounding to 5 is 1.6 off in the mean when all remainders are as frequent, whatever the
        method; between draws of a table that mean differs enough to stay within 0.3 times the base.
        """
        rounded = self._rounded(Leeway.NONE)
        few = len(self._task.values) < _MANY or self._task.kept or self._task.preferred
        for times in range(1, 1 if few or rounded is None else _ACCURATE_DRAWS):
            if self._mean_error(rounded) <= _ACCURATE * self._population.preset.base:
                break
            self._key = drawn_anew(self._population.ledger.key, times)
            rounded = self._rounded(Leeway.NONE)
        return rounded

    def _mean_error(self, rounded: Rounded | None) -> float:
        errors = [*_errors(self._population, rounded)] if rounded else []
        return sum(errors) / max(1, len(errors))

    def _rounded(self, leeway: Leeway, *, firm: bool = True) -> Rounded | None:
        base = self._population.preset.base
        cuts = [replace(self._cuts[name], firm=firm) for name in sorted(self._cuts)]
        try:
            return round_figures(
                self._task, base, self._key, self._draws, self._deadline, leeway=leeway, cuts=cuts
            )
        except CannotRound as error:
            if error.status is not Status.INFEASIBLE:
                raise
            return None

    def _learn(self, findings: tuple[Finding, ...], rounded: Rounded) -> None:
        """Make cuts of the findings where it is known what widens them; draw the others' figures anew."""
        self._findings = findings
        for finding in findings:
            cut = _cut(finding, rounded)
            if cut is None or cut.slopes in self._cuts:
                self._draws.update(set(finding.figures))
            if cut is not None:
                known = self._cuts.get(cut.slopes)
                least = cut.least if known is None else max(known.least, cut.least)
                self._cuts[cut.slopes] = Cut(cut.slopes, least)

    def _outcome(self, published: tuple[PublishedTable, ...], rounded: Rounded, verdict: Verdict) -> Outcome:
        renumbered = sum(rounded.values[f] != number for f, number in self._task.preferred.items())
        return Outcome(
            published,
            self._population.values,
            rounded,
            verdict,
            self._made - 1,
            tuple(_errors(self._population, rounded)),
            self._rounding_time,
            self._attack_time,
            renumbered,
        )

    def refusals(self) -> tuple[Refusal, ...]:
        """Return what the last attack found, or that no rounding exists."""
        if self._findings:
            found = self._findings
            return tuple(refusal_of(self._population, finding, redraws=self._made) for finding in found)
        return (no_rounding(self._population),)


def _cut(finding: Finding, rounded: Rounded) -> Cut | None:
    """Return the condition without which a target is found narrow again, `None` if it is not known.

    The width of a target is at most a linear function of the published numbers, by the duals of its least
    and greatest value; it has to be enough, or as much as earlier releases alone leave. Where the linear
    width is wide enough and only whole numbers are not, it has to grow by a half.
    """
    if finding.width is None or not finding.slopes:
        return None
    now = sum(slope * rounded.values.get(figure, 0) for figure, slope in finding.slopes)
    enough = finding.need - 1 if finding.before is None else min(finding.need - 1, finding.before)
    wanted = max(enough - finding.width, 0.5)
    slopes = tuple((figure, round(slope, 6)) for figure, slope in finding.slopes)
    return Cut(slopes, now + wanted)


def _errors(population: Population, rounded: Rounded) -> Iterator[int]:
    for figure, value in population.values.items():
        if population.open_leaves[figure]:
            yield abs(rounded.values[figure] - value)
