# SPDX-License-Identifier: EUPL-1.2
"""How long one case is kept and why, for its dossier: the term, what it runs from, and what was decided."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.retention import (
    RetentionTerm,
    StartEvent,
    family_keep_until,
    latest_extension,
    term_begins,
)
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.retention.terms import dates_of
from casus.vault.tables import Case, Family, RetentionDecision, Worker


@dataclass(frozen=True)
class Decided:
    """A decision: its kind (list retention_decision), when, by whom, why, and the new last day of an extension."""

    kind: str
    on: date
    until_on: date | None
    reason: str
    worker: str


@dataclass(frozen=True)
class FamilyTerm:
    """The family a case belongs to is kept as long as the longest of its cases; None: that has no end yet."""

    name: str
    until: date | None


@dataclass(frozen=True)
class RetentionFacts:
    """The term of a case; `begins` and `until` are None while it is open, `until` too while it is held.

    `latest` is how far the policy lets someone put it off today.
    """

    case_id: str
    version: int
    term: RetentionTerm
    begins: date | None
    until: date | None
    held: bool
    extended_until: date | None
    latest: date | None
    family: FamilyTerm | None
    decisions: tuple[Decided, ...]

    @property
    def open(self) -> bool:
        """Whether the case runs, so that no term does; a term from the first processing waits for closing too."""
        return self.begins is None

    @property
    def event(self) -> StartEvent:
        """What the term runs from."""
        return self.term.start


def retention_facts(desk: Desk, case_id: str) -> RetentionFacts:
    """Return how long a case is kept. Raises NotFound."""
    with desk.reading() as session:
        case = fetch(session, Case, case_id)
        policy, today = desk.policy, desk.today()
        term = policy.term_of(case.approach)
        until = case.retain_until
        months = policy.retention_extension_max_months
        return RetentionFacts(
            case.id,
            case.version,
            term,
            term_begins(dates_of(case), term),
            until,
            case.legal_hold,
            case.extended_until,
            latest_extension(until, today, months) if until is not None else None,
            _family(session, case),
            _decisions(session, case_id),
        )


def family_until(session: Session, family_id: str) -> date | None:
    """Return the last day a family is kept: the longest of its cases (domain rule 4); None while one has no end."""
    return family_keep_until(
        session.scalars(select(Case.retain_until).where(Case.family_id == family_id)).all()
    )


def _family(session: Session, case: Case) -> FamilyTerm | None:
    family = session.get(Family, case.family_id) if case.family_id else None
    return FamilyTerm(family.name, family_until(session, family.id)) if family is not None else None


def _decisions(session: Session, case_id: str) -> tuple[Decided, ...]:
    wanted = (
        select(RetentionDecision, Worker.name)
        .outerjoin(Worker, Worker.id == RetentionDecision.worker_id)
        .where(RetentionDecision.case_id == case_id)
        .order_by(RetentionDecision.created_at.desc(), RetentionDecision.id)
    )
    return tuple(
        Decided(one.kind, one.on, one.until_on, one.reason, name or "")
        for one, name in session.execute(wanted)
    )
