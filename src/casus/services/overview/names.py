# SPDX-License-Identifier: EUPL-1.2
"""What is stored about others, to be looked for in the texts about one person: names, addresses, numbers.

Everybody on file counts, not only the family: a text may name anybody. Colleagues and professionals act in office;
they are shown by their role and not by name, as the Court of Justice allows (C-579/21, Pankki S, 22 June 2023).
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.codelists import codelist
from casus.domain.masking import Masker, Words, is_bare_name, name_forms, words_of_name
from casus.domain.names import parse_full
from casus.services.lists import AnySelect
from casus.services.overview.catalogue import catalogue
from casus.services.overview.gathering import Gathered
from casus.vault.tables import Family, Partner, Person, PersonAlias, VogAmbassador, Worker

_ROLES = frozenset([
    "moeder", "vader", "ouder", "ouders", "oma", "opa", "oom", "tante", "broer", "broertje", "zus", "zusje",
    "neef", "nicht", "vriend", "vriendin", "partner", "buurman", "buurvrouw", "stiefmoeder", "stiefvader",
    "pleegouder", "pleegouders", "voogd", "gezin", "familie", "docent", "leraar", "mentor", "coach", "tolk",
    "advocaat", "begeleider", "hulpverlener", "wijkagent", "agent", "politie", "reclassering",
    "jongerenwerker", "jeugdbeschermer", "school", "werkgever", "gemeente", "jongere", "mother", "father",
    "parent", "parents", "brother", "sister", "uncle", "aunt", "friend", "teacher", "lawyer", "interpreter",
    "police", "employer",
])  # fmt: skip
"""Words for who was there that say what someone is and not who."""


def masker_for(session: Session, found: Gathered) -> Masker:
    """Return what finds others in the texts about this person."""
    masker = Masker()
    for person in session.execute(_persons()):
        own = person.id == found.person_id
        forms = name_forms(person.given_name, person.prefix or "", person.surname, person.call_name or "")
        places = _places(person.street, person.house_number, person.postcode)
        email = words_of_name(person.email or "")
        if own:
            masker.keep([*forms, *places, email])
            masker.keep_telephone(person.telephone or "")
        else:
            masker.hide(forms)
            masker.hide(places, "address")
            masker.hide([email], "number")
            masker.hide_telephone(person.telephone or "")
    for person_id, alias in session.execute(select(PersonAlias.person_id, PersonAlias.name)):
        known = [words_of_name(alias)]
        if person_id == found.person_id:
            masker.keep(known)
        else:
            masker.hide(known)
    for name in session.scalars(select(Family.name)):
        masker.hide([words_of_name(name)])
    masker.hide(_typed(session, found))
    masker.hide(_professionals(session), "worker")
    return masker


def _persons() -> AnySelect:
    return select(
        Person.id, Person.given_name, Person.call_name, Person.prefix, Person.surname, Person.telephone,
        Person.email, Person.street, Person.house_number, Person.postcode,
    )  # fmt: skip


def _places(street: str | None, number: str | None, postcode: str | None) -> Iterator[Words]:
    """Yield a street with and without its number, and a postcode."""
    if street:
        yield words_of_name(street)
        if number:
            yield (*words_of_name(street), *words_of_name(number))
    if postcode:
        yield words_of_name(postcode)


def _professionals(session: Session) -> Iterator[Words]:
    """Yield how colleagues, contacts at partners and ambassadors may be named."""
    columns = (Worker.name, Partner.contact_name, VogAmbassador.name)
    for column in columns:
        for name in session.scalars(select(column).where(column.is_not(None))):
            parts = parse_full(str(name))
            yield from name_forms(parts.given, parts.prefix, parts.surname)


def _typed(session: Session, found: Gathered) -> Iterator[Words]:
    """Yield the names that were typed in where someone on file could have been chosen: who was there, who does it."""
    known = set(_ROLES)
    for name in session.scalars(select(Partner.name)):
        known.update(words_of_name(name))
    for name in ("district", "partner_kind", "family_relation", "worker_role"):
        for code in codelist(name):
            known.update((*words_of_name(code.nl), *words_of_name(code.en)))
    own = _own_words(found)
    for value in _typed_values(found):
        words = [word for word in value.split() if is_bare_name(word)]
        names = [form for word in words if (form := words_of_name(word)) and not known.issuperset(form)]
        yield from (form for form in names if not own.issuperset(form))
        if len(names) > 1:
            yield tuple(word for form in names for word in form)


def _typed_values(found: Gathered) -> Iterable[str]:
    for spec in catalogue().tables.values():
        typed = [one.name for one in spec.fields if one.how == "typed"]
        for record in found.records.get(spec.kind, {}).values():
            yield from (str(value) for name in typed if (value := getattr(record, name)))


def _own_words(found: Gathered) -> set[str]:
    words: set[str] = set()
    for person in found.records.get("persons", {}).values():
        assert isinstance(person, Person)
        for part in (person.given_name, person.call_name, person.surname):
            words.update(words_of_name(part or ""))
    return words
