# SPDX-License-Identifier: EUPL-1.2
"""A made-up team as plain facts, the contributions it would make, and a recount by walking through the facts.

The recount shares no code with casus.counting: it knows the persons themselves, not rows or pseudonyms.
"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from casus.counting.contribution import Contribution, Row
from casus.domain.codelists import codelist
from tests.helpers.contributions import MADE, a_contribution, pseudonym

WORKERS = (("expert 1", "pga_expert"), ("expert 2", "pga_expert"), ("officer", "rio"))
MONTHS = [f"2022-{month}" for month in (10, 11, 12)] + [f"2023-{month:02}" for month in range(1, 11)]
APPROACHES = ("top_x", "local_pga", "rio", "family", "aftercare")
Thing = dict[str, str]


@dataclass
class Someone:
    """A person as the world knows them; every list holds (worker, codes)."""

    name: str
    age_group: str
    district: str
    young: bool
    cases: list[tuple[int, Thing]] = field(default_factory=list)
    visits: list[tuple[int, Thing]] = field(default_factory=list)
    programmes: list[tuple[int, Thing]] = field(default_factory=list)
    detentions: list[tuple[int, Thing]] = field(default_factory=list)
    conditions: list[tuple[int, Thing]] = field(default_factory=list)
    vog: list[tuple[int, Thing]] = field(default_factory=list)
    registered: list[tuple[int, Thing]] = field(default_factory=list)
    progress: list[tuple[int, Thing]] = field(default_factory=list)
    families: set[int] = field(default_factory=set)

    def known_to(self) -> set[int]:
        """The workers who have anything about this person."""
        lists = (self.cases, self.visits, self.programmes, self.detentions, self.conditions, self.vog,
                 self.registered, self.progress)  # fmt: skip
        return {worker for told in lists for worker, _ in told} | ({0} if self.families else set())


@dataclass
class World:
    """Persons, the districts of families (told by worker 0), and consulting hours (told by worker 2)."""

    persons: list[Someone]
    families: list[str]
    consulting: list[tuple[str, str, int]]

    def contributions(self) -> list[Contribution]:
        """What the three workers hand over."""
        return [self._contribution(place) for place in range(len(WORKERS))]

    def _contribution(self, worker: int) -> Contribution:
        name, role = WORKERS[worker]
        made = MADE + timedelta(minutes=worker)
        return a_contribution(*self._rows(worker), contributor=name, role=role, made_at=made)

    def _rows(self, worker: int) -> Iterator[Row]:
        for one in self.persons:
            if worker in one.known_to():
                who = pseudonym(one.name)
                role = "young_person" if one.young else "family_member"
                record = pseudonym(f"{one.name} {worker}")
                yield Row.of("person", who, record, age_group=one.age_group, district=one.district, role=role)
                yield from self._rows_about(one, who, worker)
        if worker == 0:
            for place, district in enumerate(self.families):
                yield Row.of("family", None, pseudonym(f"family {place}"), district=district)
        if worker == 2:
            for place, (country, month, talks) in enumerate(self.consulting):
                record = pseudonym(f"hour {place}")
                yield Row.of("consulting_hour", None, record, country=country, month=month)
                if talks:
                    yield Row.of(
                        "consulting_conversations", None, record, talks, country=country, month=month
                    )

    def _rows_about(self, one: Someone, who: str, worker: int) -> Iterator[Row]:
        lists = {"case": one.cases, "contact": one.visits, "programme": one.programmes,
                 "detention": one.detentions, "condition": one.conditions, "vog": one.vog,
                 "registration": one.registered, "progress": one.progress}  # fmt: skip
        for kind, told in lists.items():
            for place, (by, codes) in enumerate(told):
                if by == worker:
                    yield Row.of(kind, who, pseudonym(f"{kind} {one.name} {place}"), **codes)
        if worker == 0:
            for family in one.families:
                yield Row.of("family_member", who, pseudonym(f"family {family}"))

    # --- the recount: things per measure, as (categories, amount, who) ---

    def things(self, measure: str) -> list[tuple[Thing, int, str]]:
        """Everything a measure counts, by walking through the persons."""
        walk: Callable[[], Iterator[tuple[Thing, int, str]]] = getattr(self, f"_{measure}")
        return list(walk())

    def _young_people_in_approach(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            cases = [codes for _, codes in one.cases]
            if not one.young or not cases:
                continue
            found = sorted({case["approach"] for case in cases})
            approach = found[0] if len(found) == 1 else "several"
            if "top_x" in found:
                approach = "top_x_only" if found == ["top_x"] else "top_x_combined"
                cases = [case for case in cases if case["approach"] == "top_x"]
            cases = [case for case in cases if case["state"] == "open"] or cases
            last = sorted(cases, key=lambda case: case["opened"])[-1]
            yield self._of(one, approach=approach, phase=last["phase"]), 1, one.name

    def _programme_starters(self) -> Iterator[tuple[Thing, int, str]]:
        names = {"started": "running", "finished": "finished", "stopped": "stopped"}
        for one in self.persons:
            if one.young and one.programmes:
                first = sorted(
                    (codes["started"], codes["kind"], codes["status"]) for _, codes in one.programmes
                )[0]
                yield self._of(one, first_programme=first[1], programme_state=names[first[2]]), 1, one.name

    def _programme_registrations(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            if one.young and one.registered:
                first = sorted((codes["month"], codes["kind"]) for _, codes in one.registered)[0]
                yield self._of(one, first_programme=first[1]), 1, one.name

    def _life_domain_progress(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            for _, codes in one.progress if one.young else ():
                for way in ("forward", "same", "back"):
                    if int(codes[way]):
                        yield {"domain_progress": way}, int(codes[way]), one.name

    def _families_in_approach(self) -> Iterator[tuple[Thing, int, str]]:
        left = set(range(len(self.families)))
        while left:
            reached = {left.pop()}
            grown = True
            while grown:
                near = [one.families for one in self.persons if one.families & reached]
                bigger = reached.union(*near)
                grown, reached = bigger != reached, bigger
            left -= reached
            yield {}, 1, f"family {min(reached)}"

    def _visited(self, kind: str) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            for _, codes in one.visits:
                if codes["kind"] == kind:
                    thing = {"reached": codes["reached"], "country": codes.get("country", "other")}
                    yield thing, 1, one.name

    def _home_visits(self) -> Iterator[tuple[Thing, int, str]]:
        return self._visited("home_visit")

    def _prison_visits(self) -> Iterator[tuple[Thing, int, str]]:
        return self._visited("prison_visit")

    def _spoken_with(self, kind: str) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            if ("yes", kind) in {(codes["reached"], codes["kind"]) for _, codes in one.visits}:
                yield self._of(one), 1, one.name

    def _persons_visited_at_home(self) -> Iterator[tuple[Thing, int, str]]:
        return self._spoken_with("home_visit")

    def _persons_visited_in_prison(self) -> Iterator[tuple[Thing, int, str]]:
        return self._spoken_with("prison_visit")

    def _detained_with_rio(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            if one.young and one.detentions and any(codes["approach"] == "rio" for _, codes in one.cases):
                last = max(one.detentions, key=lambda told: told[1]["entered"])[1]
                yield self._of(one, country=last["country"]), 1, one.name

    def _basic_conditions(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            for _, codes in one.conditions:
                thing = {"condition": codes["condition"], "condition_status": codes["status"]}
                yield thing, 1, one.name

    def _vog_procedures(self) -> Iterator[tuple[Thing, int, str]]:
        for one in self.persons:
            for _, codes in one.vog:
                yield {"vog_status": codes["status"]}, 1, one.name

    def _prison_consulting_hours(self) -> Iterator[tuple[Thing, int, str]]:
        for country, month, _ in self.consulting:
            yield {"country": country, "month": month}, 1, ""

    def _prison_conversations(self) -> Iterator[tuple[Thing, int, str]]:
        for country, month, talks in self.consulting:
            yield {"country": country, "month": month}, talks, ""

    @staticmethod
    def _of(one: Someone, **codes: str) -> Thing:
        return {"age_group": one.age_group, "district": one.district, **codes}


def a_world(seed: int) -> World:
    """Invent a team's year: up to 25 persons, known to one or more of three workers."""
    dice = random.Random(seed)
    families = [dice.choice(("west", "south")) for _ in range(dice.randint(0, 6))]
    persons = [_someone(dice, place, len(families)) for place in range(dice.randint(0, 25))]
    hours = [
        (dice.choice(("nl", "de")), dice.choice(MONTHS), dice.randint(0, 9))
        for _ in range(dice.randint(0, 9))
    ]
    return World(persons, families, hours)


def _someone(dice: random.Random, place: int, families: int) -> Someone:
    def pick(name: str) -> str:
        return dice.choice(codelist(name).values)

    one = Someone(f"person {place}", pick("age_group"), pick("district"), dice.random() < 0.8)
    for kind, told in (("opened", one.cases), ("started", one.programmes), ("entered", one.detentions)):
        for month in dice.sample(MONTHS, dice.choice((0, 1, 1, 2, 3))):
            codes = {
                "opened": lambda: {"approach": dice.choice(APPROACHES), "phase": pick("phase"),
                                   "state": dice.choice(("open", "ended"))},
                "started": lambda: {"kind": dice.choice(("work", "apprenticeship", "sport")),
                                    "status": dice.choice(("started", "finished", "stopped"))},
                "entered": lambda: {"country": pick("country")},
            }[kind]()  # fmt: skip
            told.append((dice.randrange(3), {kind: month, **codes}))
    for _ in range(dice.choice((0, 0, 1, 4))):
        visit = {"kind": dice.choice(("home_visit", "prison_visit")), "reached": pick("reached")}
        abroad = {"country": pick("country")} if dice.random() < 0.5 else {}
        one.visits.append((dice.randrange(3), {**visit, **abroad, "month": dice.choice(MONTHS)}))
    for _ in range(dice.choice((0, 0, 2))):
        check = {"condition": pick("basic_condition"), "status": pick("condition_status")}
        one.conditions.append((2, {**check, "month": dice.choice(MONTHS)}))
    for month in dice.sample(MONTHS, dice.choice((0, 0, 1, 2))):
        kind = dice.choice(("work", "apprenticeship", "sport"))
        one.registered.append((dice.randrange(3), {"kind": kind, "month": month}))
    for _ in range(dice.choice((0, 0, 2))):
        ways = {way: str(dice.randint(0, 3)) for way in ("forward", "same", "back")}
        one.progress.append((dice.randrange(3), ways))
    if dice.random() < 0.3:
        one.vog.append((dice.randrange(3), {"status": pick("vog_status"), "month": dice.choice(MONTHS)}))
    one.families = {dice.randrange(families) for _ in range(dice.choice((0, 0, 1, 2)))} if families else set()
    return one


def counted(things: list[tuple[Thing, int, str]], by: tuple[str, ...]) -> Counter[tuple[str, ...]]:
    """Add up things per combination of categories."""
    counts: Counter[tuple[str, ...]] = Counter()
    for thing, amount, _ in things:
        counts[tuple(thing[code] for code in by)] += amount
    return +counts
