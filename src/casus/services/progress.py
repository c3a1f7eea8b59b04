# SPDX-License-Identifier: EUPL-1.2
"""How the persons of the caseload go forward, stay the same or go back, per life domain; never one number."""

from dataclasses import dataclass

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Integer,
    Select,
    String,
    and_,
    case,
    cast,
    func,
    literal,
    not_,
    select,
    type_coerce,
    union_all,
)
from sqlalchemy.orm import aliased

from casus.domain.codelists import codelist
from casus.domain.progress import Direction
from casus.services.desk import Desk
from casus.vault.progress_queries import progress_between
from casus.vault.queries import case_open
from casus.vault.tables import Assessment, AssessmentScore, Case

ID_LENGTH = 32
"""Signs of the id of a record (`new_id`)."""
_TWICE, _ONCE = "*twice", "*once"


@dataclass(frozen=True)
class DomainProgress:
    """How many persons went which way in one life domain, from their first to their latest measurement."""

    life_domain: str
    forward: int
    same: int
    back: int
    not_comparable: int


@dataclass(frozen=True)
class CaseloadProgress:
    """The life domains over all persons with a running case.

    `compared` were measured at least twice and are counted in every domain; `once` were measured once, `never` not.
    """

    domains: tuple[DomainProgress, ...]
    compared: int
    once: int
    never: int


def caseload_progress(desk: Desk) -> CaseloadProgress:
    """Count, per life domain, the persons that went forward, stayed the same or went back.

    A person counts once: by the running case that was measured last. Domains in the order of the list, those no
    longer offered only when someone is counted in them.
    """
    with desk.reading() as session:
        found = {one.life_domain: one for one in session.execute(_counts())}
        everyone = session.scalar(select(func.count(Case.person_id.distinct())).where(case_open())) or 0
    twice, once = found.pop(_TWICE), found.pop(_ONCE)
    of_list = codelist("life_domain")
    domains = []
    for life_domain in of_list.known:
        ways = found.get(life_domain)
        if ways is not None or life_domain in of_list:
            forward, same, back = (ways.forward, ways.same, ways.back) if ways is not None else (0, 0, 0)
            rest = twice.forward - forward - same - back
            domains.append(DomainProgress(life_domain, forward, same, back, rest))
    return CaseloadProgress(
        tuple(domains), twice.forward, once.forward, everyone - twice.forward - once.forward
    )


def _counts() -> CompoundSelect[str, int, int, int]:
    """Select a row per life domain, and one each for who was measured twice or more, and once (as `forward`)."""
    ends = _ends().cte("ends").prefix_with("MATERIALIZED")
    before, after = aliased(AssessmentScore), aliased(AssessmentScore)
    compared = ends.c.first_id != ends.c.latest_id
    pairs = (  # counted before they are judged: a few hundred judgements instead of one per person and domain
        select(
            before.life_domain,
            before.score.label("before"),
            after.score.label("after"),
            func.count().label("persons"),
        )
        .select_from(ends)
        .join(before, before.assessment_id == ends.c.first_id)
        .join(after, and_(after.assessment_id == ends.c.latest_id, _same(after, before)))
        .where(compared)
        .group_by(before.life_domain, before.score, after.score)
        .subquery()
    )
    way = progress_between(pairs.c.before, pairs.c.after)
    counted = {
        one.value: func.total(case((way == one.value, pairs.c.persons), else_=0))
        for one in (Direction.FORWARD, Direction.SAME, Direction.BACK)
    }
    ways = select(
        pairs.c.life_domain,
        *(cast(number, Integer).label(name) for name, number in counted.items()),
    ).group_by(pairs.c.life_domain)
    nothing = literal(0)
    others = [
        select(literal(name), func.count(), nothing, nothing).select_from(ends).where(which)
        for name, which in ((_TWICE, compared), (_ONCE, not_(compared)))
    ]
    return union_all(ways, *others)


def _same(after: type[AssessmentScore], before: type[AssessmentScore]) -> ColumnElement[bool]:
    """Return whether two scores are about one life domain, so that SQLite reads them from the index alone.

    Written with `=` it takes the unique index, and then has to fetch every row of a large table.
    """
    return after.life_domain.between(before.life_domain, before.life_domain)


def _ends() -> Select[str, str, str]:
    """Select per person the first and the latest measurement of the running case that was measured last.

    In SQLite the other columns beside one max() are those of the row it comes from. A moment ends in the id of
    its measurement, so that one walk along the index of measurements finds both ends of every case.
    """
    moment = type_coerce(Assessment.on, String) + type_coerce(Assessment.created_at, String) + Assessment.id
    of_case = (
        select(
            Case.person_id,
            Assessment.case_id,
            func.min(moment).label("first"),
            func.max(moment).label("latest"),
        )
        .join(Case, Case.id == Assessment.case_id)
        .where(case_open())
        .group_by(Assessment.case_id)
        .subquery()
    )
    of_person = (
        select(of_case.c.case_id, of_case.c.first, func.max(of_case.c.latest).label("latest"))
        .group_by(of_case.c.person_id)
        .subquery()
    )
    first, latest = (func.substr(end, -ID_LENGTH) for end in (of_person.c.first, of_person.c.latest))
    return select(of_person.c.case_id, first.label("first_id"), latest.label("latest_id"))
