# SPDX-License-Identifier: EUPL-1.2
"""What workers share to count one person once: the key of their team, and questions about who may be the same."""

from sqlalchemy import LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from casus.vault.tables.base import Base, Code, Day, Id, Line, Record, ref


class TeamKey(Record, Base):
    """The key of a team from a reporting year on; in workers' vaults only, never in a coordinator's."""

    __tablename__ = "team_keys"
    __table_args__ = (UniqueConstraint("from_year"),)

    from_year: Mapped[int]
    secret: Mapped[bytes] = mapped_column(LargeBinary(32), info={"secret": True})
    colleague_id: Mapped[Id | None] = ref("colleagues.id", nullable=True)  # from whom; empty: made here


class MatchHint(Record, Base):
    """That a colleague has somebody who looks like this person; from the coordinator, who knows neither."""

    __tablename__ = "match_hints"
    __table_args__ = (UniqueConstraint("person_id", "colleague_id"),)

    person_id: Mapped[Id] = ref("persons.id")
    colleague_id: Mapped[Id] = ref("colleagues.id")
    likeness: Mapped[Code]  # list likeness
    asked_on: Mapped[Day | None]
    left_on: Mapped[Day | None]  # not asked, on purpose


class MatchQuestion(Record, Base):
    """A colleague's question whether their person is one of ours; who it is about is erased with the answer."""

    __tablename__ = "match_questions"
    __table_args__ = (UniqueConstraint("number"),)

    colleague_id: Mapped[Id] = ref("colleagues.id")
    number: Mapped[Code]
    given_name: Mapped[Line | None]
    prefix: Mapped[Line | None]
    surname: Mapped[Line | None]
    birth_date: Mapped[Day | None]
    answered_on: Mapped[Day | None]


class MatchAnswer(Record, Base):
    """That a person is, or is not, the one a colleague knows under this number."""

    __tablename__ = "match_answers"
    __table_args__ = (UniqueConstraint("person_id", "number"),)

    person_id: Mapped[Id] = ref("persons.id")
    colleague_id: Mapped[Id] = ref("colleagues.id")
    number: Mapped[Code]
    same: Mapped[bool]
    answered_on: Mapped[Day]
