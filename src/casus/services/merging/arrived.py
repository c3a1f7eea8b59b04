# SPDX-License-Identifier: EUPL-1.2
"""Taking apart who was said to be the person of a case that came: all that came goes to somebody of their own.

Nobody was merged then: the records were put on file under the person who was here. What that transaction made goes
back with who came, as the history kept them; the person who was here gets back their own number and fields.
"""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.services.merging.fields import full_name
from casus.services.merging.past import Past
from casus.services.merging.references import ids_of, references
from casus.vault.tables import Case, FamilyMember, Person, PersonAlias, PersonMerge, Record


def came(session: Session, past: Past) -> Iterator[tuple[Record, str]]:
    """Yield the records that came then and still are of the person who was here, with the column that says so."""
    made = {(one.kind, one.record_id) for one in past.changes if one.created}
    made.discard(("person_merges", past.record.id))
    for reference in references():
        for record_id in ids_of(session, reference, past.kept.id):
            if (reference.kind, record_id) in made:
                yield session.get_one(reference.record_class, record_id), reference.column


def give_number_back(session: Session, past: Past) -> None:
    """Give the person who was here their own number again, so that who came can have the one they came with."""
    if past.kept.number == past.merged["number"]:
        past.kept.number = past.record.merged_number
        session.flush()


def give_back(session: Session, past: Past) -> None:
    """Let what came be of who came; a case leaves the family here to which they do not belong."""
    whose = past.record.merged_id
    for record, column in list(came(session, past)):
        setattr(record, column, whose)
        if isinstance(record, PersonMerge):
            record.into_id = whose
    session.flush()
    person = session.get_one(Person, whose)
    for alias in session.scalars(select(PersonAlias).where(PersonAlias.person_id == whose)):
        if alias.folded == fold(full_name(person)):
            session.delete(alias)
    own = set(session.scalars(select(FamilyMember.family_id).where(FamilyMember.person_id == whose)))
    for case in session.scalars(select(Case).where(Case.person_id == whose, Case.family_id.is_not(None))):
        if case.family_id not in own:
            case.family_id = None
    session.flush()
