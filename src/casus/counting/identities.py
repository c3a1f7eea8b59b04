# SPDX-License-Identifier: EUPL-1.2
"""Under which pseudonym each person of a vault is contributed, and by what other vaults recognise them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.counting.marks import DIFFERENT, HANDED_OVER, NUMBER, SAME, ManyMarks, Marks
from casus.counting.pseudonyms import Pseudonyms
from casus.domain.names import match_key
from casus.vault.tables import Case, MatchAnswer, NotDuplicate, Person, PersonMerge

Pair = tuple[str, str]
_HANDED_OVER = select(Case.id, Case.person_id).where(Case.transferred_on.is_not(None))


@dataclass(frozen=True)
class People:
    """Persons of one vault: `numbers` is the number each is counted by, `subjects` the pseudonym of it."""

    numbers: Mapping[str, str]
    subjects: Mapping[str, str]
    told: Mapping[str, Collection[Pair]]

    @classmethod
    def read(cls, session: Session, persons: Sequence[Any], names: Pseudonyms) -> "People":
        """Read what is known of these rows (id, number, surname, given_name, birth_date)."""
        numbers = counted_numbers(session, persons)
        subjects = {one: names.subject(number) for one, number in numbers.items()}
        told: dict[str, list[Pair]] = defaultdict(list)
        for one in persons:
            named = (one.surname, one.given_name, one.birth_date)
            told[subjects[one.id]] += [*names.certain(*named), *names.near(*named)]
            if one.number != numbers[one.id]:
                told[subjects[one.id]].append((NUMBER, names.subject(one.number)))
        for person_id, number in session.execute(select(PersonMerge.kept_id, PersonMerge.merged_number)):
            if person_id in subjects:
                told[subjects[person_id]].append((NUMBER, names.subject(number)))
        for case_id, person_id in session.execute(_HANDED_OVER):
            if person_id in subjects:
                told[subjects[person_id]].append((HANDED_OVER, names.record("cases", case_id)))
        for answer in session.scalars(select(MatchAnswer)):
            if answer.person_id in subjects:
                kind = SAME if answer.same else DIFFERENT
                told[subjects[answer.person_id]].append((kind, names.subject(answer.number)))
        return cls(numbers, subjects, told)

    def marks(self, subjects: Collection[str | None]) -> ManyMarks:
        """Return the marks of these subjects, in order."""
        return ManyMarks.of(Marks.of(one, self.told[one]) for one in sorted(self.told) if one in subjects)


def counted_numbers(session: Session, persons: Sequence[Any]) -> Mapping[str, str]:
    """Return by person the number they are counted by: two records with the same name and birth date have one.

    Unless a worker said that they are two persons.
    """
    alike: dict[str, list[Any]] = defaultdict(list)
    for one in persons:
        alike[match_key(one.surname, one.given_name, one.birth_date) or one.id].append(one)
    apart = {
        frozenset(pair) for pair in session.execute(select(NotDuplicate.first_id, NotDuplicate.second_id))
    }
    found: dict[str, str] = {}
    for group in alike.values():
        ids = {one.id for one in group}
        split = any(pair <= ids for pair in apart) if len(ids) > 1 else False
        least = min(one.number for one in group)
        found |= {one.id: one.number if split else least for one in group}
    return found


def person_rows(session: Session, person_ids: Collection[str] | None = None) -> Sequence[Any]:
    """Return the rows that `People.read` takes, of all persons or of these."""
    wanted = select(Person.id, Person.number, Person.surname, Person.given_name, Person.birth_date)
    if person_ids is not None:
        wanted = wanted.where(Person.id.in_(person_ids))
    return session.execute(wanted).all()
