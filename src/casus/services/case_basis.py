# SPDX-License-Identifier: EUPL-1.2
"""On what a case rests: changed later on, and what happened since that was last judged."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import ScalarSelect, and_, func, or_, select

from casus.services.cases import clean_case, open_case_of
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.indexing import index_case
from casus.services.informing import POSTPONED, keep_task
from casus.services.inputs import CaseInput
from casus.vault import queries
from casus.vault.tables import (
    Assessment,
    Case,
    Contact,
    DataSharing,
    PhaseChange,
    ProportionalityReview,
    Record,
    Task,
)


@dataclass(frozen=True)
class SinceReview:
    """What changed in a case since its last review (or since it was opened), in numbers.

    `since` is the day of that review or opening; `reviewed` whether it was a review.
    """

    since: date
    reviewed: bool
    contacts: int
    not_reached: int
    phases: int
    assessments: int
    shared: int
    tasks_done: int
    tasks_open: int


def update_case(
    desk: Desk, case_id: str, version: int, data: CaseInput, *, inform_on: date | None = None
) -> Done[Case]:
    """Change why a case is there and on what basis; person, approach and first day stay.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("case_closed").
    """
    with desk.changing(label="update_case") as session:
        open_case_of(session, case_id)
        case = fetch(session, Case, case_id, version)
        fixed = replace(
            data, person_id=case.person_id, approach=case.approach, opened_on=case.opened_on,
            family_id=case.family_id,
        )  # fmt: skip
        for name, value in clean_case(session, desk, fixed).items():
            setattr(case, name, value)
        if data.informed_how is not None:
            postponed = data.informed_how == POSTPONED
            if not postponed or inform_on is not None:
                keep_task(session, desk, case, inform_on if postponed else None)
        index_case(session, case)
    return Done(case, Changes.of(("cases", "tasks"), case_id, case.person_id))


def since_review(desk: Desk, case_id: str) -> SinceReview:
    """Return what changed since the last review; raises NotFound."""
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        last = session.scalar(
            select(func.max(ProportionalityReview.on)).where(ProportionalityReview.case_id == case_id)
        )
        since = last or case.opened_on
        mine = and_(
            Contact.person_id == case.person_id, or_(Contact.case_id == case_id, Contact.case_id.is_(None))
        )
        met = and_(mine, Contact.on > since)
        done = and_(Task.case_id == case_id, Task.status == "done", Task.done_on > since)
        row = session.execute(
            select(
                _count(Contact, and_(met, queries.contact_reached())),
                _count(Contact, and_(met, ~queries.contact_reached())),
                _count(PhaseChange, and_(PhaseChange.case_id == case_id, PhaseChange.on > since)),
                _count(Assessment, and_(Assessment.case_id == case_id, Assessment.on > since)),
                _count(DataSharing, and_(DataSharing.case_id == case_id, DataSharing.on > since)),
                _count(Task, done),
                _count(Task, and_(Task.case_id == case_id, queries.task_open())),
            )
        ).one()
    return SinceReview(since, last is not None, *map(int, row))


def reviews_of(desk: Desk, case_id: str) -> list[ProportionalityReview]:
    """Return the reviews of a case, the latest first."""
    wanted = (
        select(ProportionalityReview)
        .where(ProportionalityReview.case_id == case_id)
        .order_by(ProportionalityReview.on.desc(), ProportionalityReview.created_at.desc())
    )
    with desk.reading() as session:
        return list(session.scalars(wanted))


def _count(table: type[Record], clause: queries.Clause) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).where(clause).scalar_subquery()
