# SPDX-License-Identifier: EUPL-1.2
"""Measurements over the life domains. There is no total score."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.errors import NotAllowed
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput, ScoreInput
from casus.vault.tables import Assessment, AssessmentScore, Case

BASELINE, FINAL, FOLLOW_UP, UNKNOWN = "baseline", "final", "follow_up", "unknown"
_BEFORE_CLOSING = frozenset({BASELINE, "interim"})
_ONCE = frozenset({BASELINE, FINAL})
_ORDER = {kind: place for place, kind in enumerate(codelist("assessment_kind").values)}


@dataclass(frozen=True)
class AssessmentView:
    """A measurement with its scores by life domain, in the order of the list."""

    record: Assessment
    scores: dict[str, AssessmentScore]


def assess(desk: Desk, data: AssessmentInput) -> Done[Assessment]:
    """Record a measurement: the baseline first, at most one final one, a follow-up after that or after closing.

    Every life domain that is offered has a score, unless `rest_unknown` says that the others are unknown.
    Raises InvalidForm (a domain's fields are named `scores.housing`; "not_scored"), NotFound,
    NotAllowed "case_closed", "baseline_exists" or "final_exists".
    """
    with desk.changing(label="assess") as session:
        case = fetch(session, Case, data.case_id)
        if data.kind in _BEFORE_CLOSING:
            open_case_of(session, data.case_id)
        check = FormCheck()
        on = check.past("on", data.on, desk.today())
        check.not_before("on", on, case.opened_on)
        assessment = Assessment(
            case_id=case.id,
            on=on,
            kind=check.code("kind", "assessment_kind", data.kind),
            with_person=data.with_person,
            note=check.text("note", data.note),
            worker_id=desk.worker_id,
        )
        scores = _scores(check, data)
        earlier = _days(session, case.id)
        _check_order(check, assessment, earlier, case.closed_on)
        check.finish()
        if data.kind in _ONCE and data.kind in earlier:
            raise NotAllowed("baseline_exists" if data.kind == BASELINE else "final_exists", case_id=case.id)
        session.add(assessment)
        session.flush()
        for score in scores:
            score.assessment_id = assessment.id
        session.add_all(scores)
    ids = (assessment.id, case.id, case.person_id)
    return Done(assessment, Changes.of(("assessments", "assessment_scores"), *ids))


def assessments_of(session: Session, case_id: str) -> tuple[AssessmentView, ...]:
    """Return a case's measurements with their scores, oldest first, in two queries."""
    records = session.scalars(
        select(Assessment).where(Assessment.case_id == case_id).order_by(Assessment.on, Assessment.created_at)
    ).all()
    scores: dict[str, dict[str, AssessmentScore]] = {record.id: {} for record in records}
    for score in session.scalars(
        select(AssessmentScore).where(AssessmentScore.assessment_id.in_(list(scores)))
    ):
        scores[score.assessment_id][score.life_domain] = score
    order = codelist("life_domain").known
    return tuple(
        AssessmentView(
            record, {domain: scores[record.id][domain] for domain in order if domain in scores[record.id]}
        )
        for record in records
    )


def next_kind(kinds: Collection[str], *, closed: bool) -> str:
    """Return which measurement (list assessment_kind) comes next after these."""
    if BASELINE not in kinds:
        return BASELINE
    if FINAL in kinds:
        return FOLLOW_UP
    return FINAL if closed else "interim"


def _scores(check: FormCheck, data: AssessmentInput) -> list[AssessmentScore]:
    given = dict(data.scores)
    missing = [domain for domain in codelist("life_domain").values if domain not in given]
    for domain in missing:
        if data.rest_unknown:
            given[domain] = ScoreInput(UNKNOWN)
        else:
            check.refuse(f"scores.{domain}", "not_scored")
    records = []
    for domain, one in given.items():
        field = f"scores.{domain}"
        check.code(field, "life_domain", domain)
        records.append(
            AssessmentScore(
                life_domain=domain,
                score=check.code(field, "domain_score", one.score),
                note=check.text(f"{field}.note", one.note),
                source=check.line(f"{field}.source", one.source),
            )
        )
    return records


def _days(session: Session, case_id: str) -> dict[str, list[date]]:
    """Return the days of a case's measurements by kind."""
    found: dict[str, list[date]] = {}
    for kind, on in session.execute(
        select(Assessment.kind, Assessment.on).where(Assessment.case_id == case_id)
    ):
        found.setdefault(kind, []).append(on)
    return found


def _check_order(
    check: FormCheck, new: Assessment, earlier: Mapping[str, Sequence[date]], closed_on: date | None
) -> None:
    """Refuse a kind that cannot come now, and a day that is out of the order of the kinds."""
    if new.kind != BASELINE and BASELINE not in earlier:
        check.refuse("kind", "no_baseline")
    if new.kind == FOLLOW_UP and FINAL not in earlier and closed_on is None:
        check.refuse("kind", "before_end")
    if new.kind == "interim" and any(new.on > day for day in earlier.get(FINAL, ())):
        check.refuse("kind", "after_final")
    place = _ORDER.get(new.kind, 0)
    before = [day for kind, days in earlier.items() if _ORDER[kind] < place for day in days]
    after = [day for kind, days in earlier.items() if _ORDER[kind] > place for day in days]
    if before and new.on < max(before):
        check.refuse("on", "before_earlier")
    if after and new.on > min(after):
        check.refuse("on", "after_later")
