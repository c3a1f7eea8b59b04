# SPDX-License-Identifier: EUPL-1.2
"""Measurements over the life domains. There is no total score."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.errors import NotAllowed
from casus.services.cases import open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput
from casus.vault.tables import Assessment, AssessmentScore, Case


@dataclass(frozen=True)
class AssessmentView:
    """A measurement with its scores by life domain, in the order of the list."""

    record: Assessment
    scores: dict[str, AssessmentScore]


def assess(desk: Desk, data: AssessmentInput) -> Done[Assessment]:
    """Record a measurement; at least one life domain, each at most once; a case has one baseline.

    Raises InvalidForm (a domain's fields are named `scores.housing`), NotFound,
    NotAllowed "case_closed" (but a follow-up is made after closing) or "baseline_exists".
    """
    with desk.changing(label="assess") as session:
        case = fetch(session, Case, data.case_id)
        if data.kind != "follow_up":
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
        check.finish()
        if data.kind == "baseline":
            _refuse_second_baseline(session, case.id)
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
    order = codelist("life_domain").values
    return tuple(
        AssessmentView(
            record, {domain: scores[record.id][domain] for domain in order if domain in scores[record.id]}
        )
        for record in records
    )


def _scores(check: FormCheck, data: AssessmentInput) -> list[AssessmentScore]:
    if not data.scores:
        check.refuse("scores", "required")
    records = []
    for domain, given in data.scores.items():
        field = f"scores.{domain}"
        check.code(field, "life_domain", domain)
        records.append(
            AssessmentScore(
                life_domain=domain,
                score=check.code(field, "domain_score", given.score),
                note=check.text(f"{field}.note", given.note),
                source=check.line(f"{field}.source", given.source),
            )
        )
    return records


def _refuse_second_baseline(session: Session, case_id: str) -> None:
    earlier = select(Assessment.id).where(Assessment.case_id == case_id, Assessment.kind == "baseline")
    if (other := session.scalar(earlier)) is not None:
        raise NotAllowed("baseline_exists", assessment_id=other)
