# SPDX-License-Identifier: EUPL-1.2
"""What of each kind of record can be found by searching; kept in the transaction of the change itself.

The body is folded text (domain.names.fold), so that İ, ı, ø, apostrophes and hyphens do not matter either.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.services.naming import person_name
from casus.vault import search
from casus.vault.search import Entry
from casus.vault.tables import Case, Facility, Family, Partner, Person, PersonAlias, Record

PERSONS, CASES, FAMILIES, FACILITIES, PARTNERS = "persons", "cases", "families", "facilities", "partners"

_TABLES: Mapping[str, type[Record]] = {
    PERSONS: Person,
    CASES: Case,
    FAMILIES: Family,
    FACILITIES: Facility,
    PARTNERS: Partner,
}
"""The kinds of record that can be found."""
_AT_ONCE = 500


def person_entry(person: Person, aliases: Iterable[str]) -> Entry:
    """A person is found by every name, number, street, telephone number and e-mail address."""
    names = (person.given_name, person.prefix, person.surname, person.call_name, *aliases)
    telephone = re.sub(r"\D", "", person.telephone or "")
    where = (person.number, person.street, person.postcode, telephone, person.email)
    return Entry(PERSONS, person.id, person_name(person), _folded(*names, *where))


def case_entry(case: Case) -> Entry:
    """A case is found by its number; the person behind it is found by name."""
    return Entry(CASES, case.id, case.number, _folded(case.number))


def family_entry(family: Family) -> Entry:
    """A family is found by name and code."""
    return Entry(FAMILIES, family.id, family.name, _folded(family.name, family.code))


def facility_entry(facility: Facility) -> Entry:
    """A facility is found by name and place."""
    return Entry(FACILITIES, facility.id, facility.name, _folded(facility.name, facility.place))


def partner_entry(partner: Partner) -> Entry:
    """A partner is found by name and whom to call."""
    return Entry(PARTNERS, partner.id, partner.name, _folded(partner.name, partner.contact_name))


def new_entries(records: Sequence[object]) -> list[Entry]:
    """Return what makes these new records findable; a person's aliases are to be among them."""
    aliases: dict[str, list[str]] = {}
    for record in records:
        if isinstance(record, PersonAlias):
            aliases.setdefault(record.person_id, []).append(record.name)
    entries = (_entry(record, aliases) for record in records)
    return [entry for entry in entries if entry is not None]


def index_person(session: Session, person: Person, aliases: Iterable[str]) -> None:
    """Make a person findable."""
    search.index(session, *person_entry(person, aliases))


def index_case(session: Session, case: Case) -> None:
    """Make a case findable."""
    search.index(session, *case_entry(case))


def index_family(session: Session, family: Family) -> None:
    """Make a family findable."""
    search.index(session, *family_entry(family))


def index_facility(session: Session, facility: Facility) -> None:
    """Make a facility findable."""
    search.index(session, *facility_entry(facility))


def unindex_facility(session: Session, facility: Facility) -> None:
    """Leave a facility that is no longer to be chosen out of what is found."""
    search.unindex(session, FACILITIES, facility.id)


def index_partner(session: Session, partner: Partner) -> None:
    """Make a partner findable."""
    search.index(session, *partner_entry(partner))


def unindex_partner(session: Session, partner: Partner) -> None:
    """Leave a partner that is no longer worked with out of what is found."""
    search.unindex(session, PARTNERS, partner.id)


def reindex(session: Session, kind: str, ids: Collection[str]) -> None:
    """Make what is findable of these records what it should be, whether they changed, came or went."""
    table = _TABLES.get(kind)
    if table is None:
        return
    wanted = sorted(ids)
    search.unindex_many(session, kind, wanted)
    for at in range(0, len(wanted), _AT_ONCE):
        chunk = wanted[at : at + _AT_ONCE]
        found = session.scalars(select(table).where(table.id.in_(chunk))).all()
        there = [one for one in found if getattr(one, "removed_on", None) is None]
        aliases = select(PersonAlias).where(PersonAlias.person_id.in_(chunk))
        others = session.scalars(aliases).all() if table is Person else ()
        search.index_many(session, new_entries([*there, *others]))


def _entry(record: object, aliases: Mapping[str, Sequence[str]]) -> Entry | None:
    match record:
        case Person():
            return person_entry(record, aliases.get(record.id, ()))
        case Case():
            return case_entry(record)
        case Family():
            return family_entry(record)
        case Facility():
            return facility_entry(record)
        case Partner():
            return partner_entry(record)
    return None


def _folded(*parts: str | None) -> str:
    return fold(" ".join(part for part in parts if part))
