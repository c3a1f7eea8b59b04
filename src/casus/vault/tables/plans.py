# SPDX-License-Identifier: EUPL-1.2
"""Assessments per life domain and action plans with goals and actions."""

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from casus.vault.tables.base import Base, Code, Day, Free, Id, Line, Record, ref


class Assessment(Record, Base):
    """A measurement on one day over the life domains; there is no total score."""

    __tablename__ = "assessments"
    __table_args__ = (Index("ix_assessments_case_id_on", "case_id", "on", "created_at", "id"),)

    case_id: Mapped[Id] = ref("cases.id", index=False)
    on: Mapped[Day]
    kind: Mapped[Code]  # list assessment_kind
    with_person: Mapped[bool]
    note: Mapped[Free | None]
    worker_id: Mapped[Id | None] = ref("workers.id", nullable=True)


class AssessmentScore(Record, Base):
    """One life domain's score in an assessment, with its explanation and source."""

    __tablename__ = "assessment_scores"
    __table_args__ = (
        UniqueConstraint("assessment_id", "life_domain"),
        Index("ix_assessment_scores_whole", "assessment_id", "life_domain", "score"),
    )

    assessment_id: Mapped[Id] = ref("assessments.id")
    life_domain: Mapped[Code]  # list life_domain
    score: Mapped[Code]  # list domain_score
    note: Mapped[Free | None]
    source: Mapped[Line | None]


class ActionPlan(Record, Base):
    """A version of the plan for a case or a family; adopting one replaces the earlier."""

    __tablename__ = "action_plans"

    case_id: Mapped[Id | None] = ref("cases.id", nullable=True)
    family_id: Mapped[Id | None] = ref("families.id", nullable=True)
    number: Mapped[int]
    on: Mapped[Day]
    status: Mapped[Code]  # list plan_status
    summary: Mapped[Free]
    discussed: Mapped[bool]
    discussed_on: Mapped[Day | None]
    discussed_note: Mapped[Free | None]  # why not
    agreed: Mapped[bool | None]
    evaluate_on: Mapped[Day | None]
    evaluation: Mapped[Free | None]


class Goal(Record, Base):
    """What should change in one life domain."""

    __tablename__ = "goals"

    plan_id: Mapped[Id] = ref("action_plans.id")
    life_domain: Mapped[Code]
    title: Mapped[Line]
    status: Mapped[Code]  # list goal_status
    due_on: Mapped[Day | None]
    result: Mapped[Free | None]
    position: Mapped[int]
    earlier_id: Mapped[Id | None] = ref("goals.id", nullable=True)  # the same goal in the version before


class Action(Record, Base):
    """What someone will do for a goal."""

    __tablename__ = "actions"

    goal_id: Mapped[Id] = ref("goals.id")
    title: Mapped[Line]
    intervention: Mapped[Code]  # list intervention_kind
    owner: Mapped[
        Code | None
    ]  # list action_owner; of a partner `partner_id` says which, of another `responsible`
    partner_id: Mapped[Id | None] = ref("partners.id", nullable=True)
    responsible: Mapped[Line | None]
    due_on: Mapped[Day | None]
    status: Mapped[Code]  # list goal_status
    result: Mapped[Free | None]
    position: Mapped[int]
    earlier_id: Mapped[Id | None] = ref("actions.id", nullable=True)  # the same action in the version before
