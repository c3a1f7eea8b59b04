# SPDX-License-Identifier: EUPL-1.2
"""Whose case it is that came: somebody who is on file here for certain, somebody who may be, or somebody new."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import HandOverInvalid
from casus.services.exchange.kinds import Option, Question
from casus.services.hand_over import HandOver, Row
from casus.services.inputs import PersonInput
from casus.services.persons import SimilarPerson, similar_in
from casus.vault.tables import Case, Person, PersonMerge

PERSON = "person"
"""The key of the question whether somebody on file is the person of the case."""
NEW = "new"


def certain(session: Session, given: HandOver) -> str | None:
    """Return who is the person of this case for certain: by id, also of before a merge; None when that is unsure.

    A number is short enough to be somebody else's; who has the same one here resembles them by name, or is not them.

    Raises HandOverInvalid("other_person") when the case itself is on file under somebody else.
    """
    ids = {given.person["id"], *(row["merged_id"] for row in given.numbers)}
    found = set(session.scalars(select(Person.id).where(Person.id.in_(ids))))
    found |= set(session.scalars(select(PersonMerge.kept_id).where(PersonMerge.merged_id.in_(ids))))
    case = session.get(Case, given.case["id"])
    if len(found) > 1 or (case is not None and case.person_id not in found):
        raise HandOverInvalid("other_person")
    return next(iter(found), None)


def resembling(session: Session, given: HandOver) -> list[SimilarPerson]:
    """Return who on file may be the person of this case; of a closed dossier by number only."""
    return similar_in(session, _as_input(given.person))


def question(session: Session, given: HandOver) -> tuple[Question, ...]:
    """Return what has to be answered before this case is taken in: nothing, when nobody resembles the person."""
    if certain(session, given) is not None:
        return ()
    found = resembling(session, given)
    if not found:
        return ()
    same = tuple(Option(one.id, "same", one.name, one.birth_date) for one in found)
    return (Question(PERSON, (*same, Option(NEW, "another"))),)


def chosen(session: Session, given: HandOver, choices: Mapping[str, object]) -> str | None:
    """Return who on file it is, None for somebody new. Raises HandOverInvalid("choose") without an answer that is needed."""
    known = certain(session, given)
    if known is not None:
        return known
    alike = {one.id for one in resembling(session, given)}
    choice = choices.get(PERSON)
    if not alike or choice == NEW:
        return None
    if choice not in alike:
        raise HandOverInvalid("choose")
    return str(choice)


def _as_input(row: Row) -> PersonInput:
    birth = row.get("birth_date")
    return PersonInput(
        row["given_name"],
        row["surname"],
        prefix=row.get("prefix"),
        call_name=row.get("call_name"),
        birth_date=date.fromisoformat(birth) if birth else None,
    )
