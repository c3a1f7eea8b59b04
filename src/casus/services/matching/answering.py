# SPDX-License-Identifier: EUPL-1.2
"""What a worker answers to a colleague's question: the same person as one of ours, or none of them.

The answer goes into the next contribution, under pseudonyms; who was asked about is erased from this vault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.near_names import certain_keys, near_keys
from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.naming import NAME_COLUMNS, list_name
from casus.vault.closed import closed_persons, persons_with_closed_cases
from casus.vault.erasure import erase_history
from casus.vault.tables import Colleague, MatchAnswer, MatchQuestion, Person, Worker

QUESTIONS, ANSWERS = "match_questions", "match_answers"
_NAMED = ("given_name", "prefix", "surname", "birth_date")


@dataclass(frozen=True)
class Candidate:
    """A person of this vault who may be the one asked about."""

    person_id: str
    name: str
    number: str
    birth_date: date | None


@dataclass(frozen=True)
class QuestionRow:
    """A question that is open: whose, about whom, and who of ours it may be."""

    id: str
    version: int
    colleague: str
    name: str
    birth_date: date | None
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True)
class AnswerRow:
    """An answer that goes into every next contribution."""

    id: str
    name: str
    colleague: str
    same: bool
    answered_on: date


def match_questions(desk: Desk) -> list[QuestionRow]:
    """Return the open questions of colleagues, each with who of this vault is alike. Raises NotAllowed("role")."""
    desk.require(Permission.DOSSIERS)
    wanted = (
        select(MatchQuestion, Worker.name)
        .join(Colleague, Colleague.id == MatchQuestion.colleague_id)
        .join(Worker, Worker.id == Colleague.worker_id)
        .where(MatchQuestion.answered_on.is_(None))
        .order_by(MatchQuestion.created_at, MatchQuestion.id)
    )
    with desk.reading() as session:
        asked = session.execute(wanted).all()
        persons = _comparable(session) if asked else []
        return [
            QuestionRow(
                one.id, one.version, colleague,
                list_name(one.surname or "", one.prefix, one.given_name or "", None), one.birth_date,
                _candidates(one, persons),
            )
            for one, colleague in asked
        ]  # fmt: skip


def answer_match(
    desk: Desk, question_id: str, same_person_id: str | None, *, version: int | None = None
) -> Done[None]:
    """Answer with the person of this vault it is, or None: none of those who are alike.

    Raises NotFound, StaleRecord, NotAllowed "role", "match_answered"; InvalidInput for somebody who is not alike.
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="answer_match") as session:
        question = fetch(session, MatchQuestion, question_id, version)
        if question.answered_on is not None:
            raise NotAllowed("match_answered")
        alike = [one.person_id for one in _candidates(question, _comparable(session))]
        if same_person_id is not None and same_person_id not in alike:
            raise InvalidInput("person", "unknown_code")
        for person_id in alike:
            _answer(desk, session, question, person_id, same=person_id == same_person_id)
        question.given_name = question.prefix = question.surname = question.birth_date = None
        question.answered_on = desk.today()
        session.flush()
        erase_history(session, QUESTIONS, question_id, _NAMED)  # type: ignore[arg-type]
    return Done(None, Changes.of((QUESTIONS, ANSWERS), question_id))


def match_answers(desk: Desk) -> list[AnswerRow]:
    """Return the answers given, the latest first."""
    desk.require(Permission.DOSSIERS)
    wanted = (
        select(MatchAnswer, Worker.name.label("colleague"), *NAME_COLUMNS)
        .join(Person, Person.id == MatchAnswer.person_id)
        .join(Colleague, Colleague.id == MatchAnswer.colleague_id)
        .join(Worker, Worker.id == Colleague.worker_id)
        .order_by(MatchAnswer.answered_on.desc(), MatchAnswer.id)
    )
    with desk.reading() as session:
        return [
            AnswerRow(
                row[0].id, list_name(row.surname, row.prefix, row.given_name, row.call_name),
                row.colleague, row[0].same, row[0].answered_on,
            )
            for row in session.execute(wanted)
        ]  # fmt: skip


def withdraw_match_answer(desk: Desk, answer_id: str) -> Done[None]:
    """Take an answer back: the next contribution is without it. Raises NotFound."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="withdraw_match_answer") as session:
        session.delete(fetch(session, MatchAnswer, answer_id))
    return Done(None, Changes.of((ANSWERS,), answer_id))


def _answer(desk: Desk, session: Session, question: MatchQuestion, person_id: str, *, same: bool) -> None:
    known = session.scalar(
        select(MatchAnswer).where(MatchAnswer.person_id == person_id, MatchAnswer.number == question.number)
    )
    if known is None:
        session.add(
            MatchAnswer(
                person_id=person_id, colleague_id=question.colleague_id, number=question.number, same=same,
                answered_on=desk.today(),
            )
        )  # fmt: skip
    else:
        known.same, known.answered_on = same, desk.today()


def _comparable(session: Session) -> Sequence[Any]:
    """Return all persons but those whose dossier is closed: these are asked about by word of mouth."""
    closed = or_(Person.id.in_(closed_persons()), Person.id.in_(persons_with_closed_cases()))
    columns = (
        Person.id, Person.number, Person.given_name, Person.call_name, Person.prefix, Person.surname,
        Person.birth_date,
    )  # fmt: skip
    return session.execute(select(*columns).where(~closed).order_by(Person.sort_key)).all()


def _candidates(question: MatchQuestion, persons: Sequence[Any]) -> tuple[Candidate, ...]:
    asked = _keys(question)
    return tuple(
        Candidate(one.id, list_name(one.surname, one.prefix, one.given_name, one.call_name), one.number, one.birth_date)
        for one in persons
        if not asked.isdisjoint(_keys(one))
    )  # fmt: skip


def _keys(one: Any) -> set[tuple[str, str]]:
    named = (one.surname or "", one.given_name or "", one.birth_date)
    return {*certain_keys(*named), *near_keys(*named)}
