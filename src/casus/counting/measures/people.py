# SPDX-License-Identifier: EUPL-1.2
"""Counting rules over contributions: persons count once, however many workers know them (domain rule 7)."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from types import MappingProxyType

from casus.counting.facts import Attributes, Fact, Facts
from casus.counting.units import Unit
from casus.domain.codelists import codelist

TOP_X, RIO = "top_x", "rio"
HOME, PRISON = "home_visit", "prison_visit"
REACHED = "yes"
_GONE: set[str] = set()
_SUBJECT = attrgetter("subject")
WAYS = ("forward", "same", "back")
_STATES = {"started": "running", "finished": "finished", "stopped": "stopped"}


def young_people_in_approach(facts: Facts) -> Iterator[Unit]:
    """Yield each young person with a case that ran in the period; the phase is that of the leading case."""
    for subject, cases in facts.by_subject("case").items():
        if facts.is_young(subject):
            phase = _leading(cases).codes["phase"]
            yield _person(facts, subject, ("approach", approach_of(cases)), ("phase", phase))


def approach_of(cases: Sequence[Fact]) -> str:
    """Return the one category of dimension `approach` for a person with these cases."""
    approaches = {case.codes["approach"] for case in cases}
    if TOP_X in approaches:
        return "top_x_only" if len(approaches) == 1 else "top_x_combined"
    return approaches.pop() if len(approaches) == 1 else "several"


def _leading(cases: Sequence[Fact]) -> Fact:
    """Return the Top X case, else any: running ones first, then the one opened last."""
    if len(cases) == 1:
        return cases[0]
    return max(
        cases,
        key=lambda c: (c.codes["approach"] == TOP_X, c.codes["state"] == "open", c.codes["opened"], c.record),
    )


def programme_starters(facts: Facts) -> Iterator[Unit]:
    """Yield each young person who started a programme, with the first one; in one month: the order of the list."""
    kinds = codelist("programme_kind").known
    for subject, programmes in facts.by_subject("programme").items():
        if facts.is_young(subject):
            first = min(
                programmes, key=lambda p: (p.codes["started"], kinds.index(p.codes["kind"]), p.record)
            )
            state = _STATES[first.codes["status"]]
            kind = ("first_programme", first.codes["kind"])
            yield _person(facts, subject, kind, ("programme_state", state))


def programme_registrations(facts: Facts) -> Iterator[Unit]:
    """Yield each young person registered for a programme, with the first one; in one month: the order of the list."""
    kinds = codelist("programme_kind").known
    for subject, registered in facts.by_subject("registration").items():
        if facts.is_young(subject):
            first = min(registered, key=lambda r: (r.codes["month"], kinds.index(r.codes["kind"]), r.record))
            yield _person(facts, subject, ("first_programme", first.codes["kind"]))


def life_domain_progress(facts: Facts) -> Iterator[Unit]:
    """Yield the life domains of young people that went forward, stayed the same or went back."""
    for codes, alike in facts.alike("progress"):
        for way in WAYS:
            if number := int(codes[way]):
                for fact in alike:
                    if fact.subject is not None and facts.is_young(fact.subject):
                        yield Unit(_shared(domain_progress=way), number, frozenset((fact.subject,)))


def families_in_approach(facts: Facts) -> Iterator[Unit]:
    """Yield each family; families that share a member are one, so that two workers' records of it meet.

    A family is protected like one person, however many members stand behind it.
    """
    members: dict[str, set[str]] = {row.record: set() for row in facts.of("family")}
    for row in facts.of("family_member"):
        if row.subject is not None and row.record in members:
            members[row.record].add(row.subject)
    for group in _joined(list(members.values())):
        yield Unit({}, members=frozenset(group))


def _joined(groups: Sequence[set[str]]) -> list[set[str]]:
    """Join sets that overlap until none do; empty sets stay apart."""
    joined: list[set[str]] = []
    place: dict[str, int] = {}
    for group in groups:
        touching = sorted({place[one] for one in group if one in place})
        whole = group.union(*(joined[at] for at in touching))
        for at in touching:
            joined[at] = _GONE
        place |= dict.fromkeys(whole, len(joined))
        joined.append(whole)
    return [group for group in joined if group is not _GONE]


def home_visits(facts: Facts) -> Iterator[Unit]:
    """Yield the visits to homes, reached or not; alike visits to one person together."""
    return _visits(facts, HOME)


def prison_visits(facts: Facts) -> Iterator[Unit]:
    """Yield the visits in facilities; one without a facility on file counts as another country."""
    return _visits(facts, PRISON)


def _visits(facts: Facts, kind: str) -> Iterator[Unit]:
    times: dict[tuple[str, str], Counter[str | None]] = {}
    for codes, alike in facts.alike("contact"):
        if codes["kind"] == kind:
            key = codes["reached"], codes.get("country") or "other"
            times.setdefault(key, Counter()).update(map(_SUBJECT, alike))
    for (reached, country), persons in times.items():
        shared = _shared(reached=reached, country=country)
        for subject, amount in persons.items():
            if subject is not None:
                yield Unit(shared, amount, frozenset((subject,)))


def persons_visited_at_home(facts: Facts) -> Iterator[Unit]:
    """Yield each person reached at home at least once."""
    return _persons_visited(facts, HOME)


def persons_visited_in_prison(facts: Facts) -> Iterator[Unit]:
    """Yield each person reached in a facility at least once."""
    return _persons_visited(facts, PRISON)


def _persons_visited(facts: Facts, kind: str) -> Iterator[Unit]:
    reached: dict[str, None] = {}
    for codes, alike in facts.alike("contact"):
        if codes["kind"] == kind and codes["reached"] == REACHED:
            reached |= {fact.subject: None for fact in alike if fact.subject is not None}
    for subject in reached:
        yield _person(facts, subject)


def detained_with_rio(facts: Facts) -> Iterator[Unit]:
    """Yield each young person who was in detention and had a running RIO case; country of the last facility."""
    countries = codelist("country").known
    cases = facts.by_subject("case")
    for subject, detentions in facts.by_subject("detention").items():
        guided = any(case.codes["approach"] == RIO for case in cases.get(subject, ()))
        if guided and facts.is_young(subject):
            last = max(detentions, key=lambda d: (d.codes["entered"], -countries.index(d.codes["country"])))
            yield _person(facts, subject, ("country", last.codes["country"]))


def basic_conditions(facts: Facts) -> Iterator[Unit]:
    """Yield every basic condition checked at a release."""
    for check in facts.of("condition"):
        if check.subject is not None:
            codes = _shared(condition=check.codes["condition"], condition_status=check.codes["status"])
            yield Unit(codes, 1, frozenset((check.subject,)))


def vog_procedures(facts: Facts) -> Iterator[Unit]:
    """Yield every way to a certificate of conduct that moved in the period or was pending at its end."""
    for procedure in facts.of("vog"):
        if procedure.subject is not None:
            yield Unit(_shared(vog_status=procedure.codes["status"]), 1, frozenset((procedure.subject,)))


def prison_consulting_hours(facts: Facts) -> Iterator[Unit]:
    """Yield every consulting hour held in a facility."""
    return _held(facts, "consulting_hour")


def prison_conversations(facts: Facts) -> Iterator[Unit]:
    """Yield the conversations of each consulting hour."""
    return _held(facts, "consulting_conversations")


def _held(facts: Facts, kind: str) -> Iterator[Unit]:
    for row in facts.of(kind):
        yield Unit(_shared(country=row.codes["country"], month=row.codes["month"]), row.amount)


def _person(facts: Facts, subject: str, *codes: tuple[str, str]) -> Unit:
    return Unit(_codes_of(facts.persons[subject], codes), 1, frozenset((subject,)))


@lru_cache(maxsize=50_000)
def _codes_of(known: Attributes, codes: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the codes of a person's unit; all with the same codes share one mapping."""
    return MappingProxyType({"age_group": known.age_group, "district": known.district, **dict(codes)})


def _shared(**codes: str) -> Mapping[str, str]:
    """Return codes; all with the same share one mapping."""
    return _mapping(tuple(codes.items()))


@lru_cache(maxsize=10_000)
def _mapping(codes: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    return MappingProxyType(dict(codes))


MEASURES: Mapping[str, Callable[[Facts], Iterator[Unit]]] = {
    rule.__name__: rule
    for rule in (
        young_people_in_approach,
        programme_starters,
        programme_registrations,
        life_domain_progress,
        families_in_approach,
        home_visits,
        prison_visits,
        persons_visited_at_home,
        persons_visited_in_prison,
        detained_with_rio,
        basic_conditions,
        vog_procedures,
        prison_consulting_hours,
        prison_conversations,
    )
}
