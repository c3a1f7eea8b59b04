# SPDX-License-Identifier: EUPL-1.2
"""How life domains went between the first and the latest measurement of a case, for the contribution of a worker."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.periods import Period
from casus.domain.progress import Direction, direction
from casus.vault.case_queries import case_active_in
from casus.vault.tables import Assessment, AssessmentScore, Case

_BLOCK = 500
WAYS = (Direction.FORWARD.value, Direction.SAME.value, Direction.BACK.value)


def progress_of(
    session: Session, window: Period, only: Collection[str] | None
) -> Iterator[tuple[str, str, Mapping[str, int]]]:
    """Yield case, person and the number of life domains per direction, for cases measured again in `window`.

    Compared are the first measurement of the case and its latest up to the end of the window, which lies in it;
    a domain that was not scored both times counts for nothing. `only`: about these persons.
    """
    ends = _ends(session, window, only)
    cases = list(ends)
    for start in range(0, len(cases), _BLOCK):
        block = cases[start : start + _BLOCK]
        scores = _scores(session, [one for case_id in block for one in ends[case_id][1:]])
        for case_id in block:
            person_id, first, latest = ends[case_id]
            before, after = scores[first], scores[latest]
            ways = Counter(direction(before.get(domain), score).value for domain, score in after.items())
            if any(ways[way] for way in WAYS):
                yield case_id, person_id, ways


def _ends(session: Session, window: Period, only: Collection[str] | None) -> dict[str, tuple[str, str, str]]:
    """Return person, first and latest measurement of every case that was measured again in the window."""
    query = (
        select(Assessment.case_id, Case.person_id, Assessment.id, Assessment.on)
        .join(Case, Case.id == Assessment.case_id)
        .where(Assessment.on <= window.last, case_active_in(window))
        .order_by(Assessment.case_id, Assessment.on, Assessment.created_at, Assessment.id)
    )
    if only is not None:
        query = query.where(Case.person_id.in_(only))
    found: dict[str, tuple[str, str, str]] = {}
    again: set[str] = set()
    for case_id, person_id, assessment_id, on in session.execute(query):
        first = found[case_id][1] if case_id in found else assessment_id
        found[case_id] = (person_id, first, assessment_id)
        if first != assessment_id and on >= window.first:
            again.add(case_id)
    return {case_id: ends for case_id, ends in found.items() if case_id in again}


def _scores(session: Session, assessments: Collection[str]) -> Mapping[str, Mapping[str, str]]:
    scores: dict[str, dict[str, str]] = defaultdict(dict)
    query = select(AssessmentScore.assessment_id, AssessmentScore.life_domain, AssessmentScore.score)
    for assessment_id, domain, score in session.execute(
        query.where(AssessmentScore.assessment_id.in_(assessments))
    ):
        scores[assessment_id][domain] = score
    return scores
