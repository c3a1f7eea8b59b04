# SPDX-License-Identifier: EUPL-1.2
"""A case that a colleague sealed to this vault: looked at, and taken in by one transaction."""

from collections.abc import Iterator

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.names import fold
from casus.errors import HandOverInvalid
from casus.services.case_exchange import people
from casus.services.case_exchange.documents import take_in
from casus.services.case_exchange.matching import latest_offer, match
from casus.services.case_exchange.reading import read_case
from casus.services.case_exchange.storing import Storing, destroyed
from casus.services.case_phases import refuse_second_open
from casus.services.changes import Changes
from casus.services.contacts import last_contact_of
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Question, Taken
from casus.services.hand_over import VERSION, HandOver, Row
from casus.services.handed_over import OFFER
from casus.services.indexing import reindex
from casus.services.naming import list_name
from casus.services.retention.terms import settle
from casus.services.transfers import ACCEPTED, pass_roles, pass_work
from casus.vault.correction_queries import UPHELD
from casus.vault.queries import OFFERED
from casus.vault.tables import BundleReceipt, Case, Person, PersonAlias, PersonMerge, Transfer

_KINDS = (
    "persons", "cases", "families", "family_members", "contacts", "appointments", "tasks", "transfers",
    "assignments", "phase_changes", "action_plans", "assessments", "detentions", "programmes", "vog_procedures",
    "attachments", "workers", "partners", "facilities", "access_requests", "corrections", "objections",
    "data_sharings",
)  # fmt: skip
_ELSEWHERE = {
    "nl": "Zo heet dit dossier in de kluis van een collega.",
    "en": "What it is called in a colleague's vault.",
}
_WORKERS = frozenset({"pga_expert", "rio"})


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    given = _readable(incoming)
    return tuple(_facts(incoming, given))


def _facts(incoming: Incoming, given: HandOver) -> Iterator[Fact]:
    """Yield what one wants to know before a case is taken over; of a restricted dossier its number and no name."""
    person, case, offer = given.person, given.case, latest_offer(given)
    restricted = bool(person["restricted"] or case["restricted"])
    name = list_name(person["surname"], person.get("prefix"), person["given_name"], person.get("call_name"))
    yield Fact("person", str(person["number"]) if restricted else name)
    yield Fact("approach", str(case["approach"]), "approach")
    yield Fact("phase", str(case["phase"]), "phase")
    yield Fact("news", _news(incoming.session, given), "case_news")
    for code, said in (
        ("restricted", restricted),
        ("limited", any(_limits(row) for row in given.objections)),
        ("held", bool(case["legal_hold"])),
    ):
        if said:
            yield Fact("attention", code, "case_attention")
    yield Fact("contacts", len(given.contacts))
    yield Fact("open_tasks", sum(row["status"] == "open" for row in given.tasks))
    if not restricted:
        yield Fact("note", str(offer["note"]))


def _limits(row: Row) -> bool:
    """Return whether an objection limits the case, as `objection_limits` says of those on file."""
    return row.get("ended_on") is None and row.get("decision") in (None, UPHELD)


def _news(session: Session, given: HandOver) -> str:
    if session.get(Case, given.case["id"]) is not None:
        return "returns"
    if people.certain(session, given) is not None:
        return "known"
    return "resembles" if people.resembling(session, given) else "new"


def _questions(incoming: Incoming) -> tuple[Question, ...]:
    return people.question(incoming.session, _readable(incoming))


def _take(incoming: Incoming, documents: Documents) -> Taken:
    """Put the case on file: the person, all its records, its documents; the offer is accepted, its answer still to be made."""
    desk, session = incoming.desk, incoming.session
    given = _readable(incoming)
    whose = people.chosen(session, given, incoming.choices)
    person_id = whose or given.person["id"]
    _refuse_second(session, person_id, given)
    matched = match(session, desk, given, person_id, incoming.sender.worker_id)
    storing = Storing(desk, session, given, matched)
    case = storing.run(person_id)
    take_in(desk, session, given.attachments, documents)
    transfer = session.get_one(Transfer, latest_offer(given)["id"])
    transfer.status = ACCEPTED
    pass_roles(session, desk, transfer)
    pass_work(session, desk, transfer)
    _remember_numbers(session, given, person_id, _ELSEWHERE[desk.language])
    session.flush()
    last = last_contact_of(session, case)
    if case.last_contact_on != last:
        case.last_contact_on = last
    settle(case, desk.policy)
    session.flush()
    for kind, ids in storing.touched.items():
        reindex(session, kind, ids)
    reindex(session, "persons", (person_id,))
    reindex(session, "cases", (case.id,))
    desk.vault.log(session, "taken_over", "cases", case.id)
    return Taken(Changes.of(_KINDS, case.id, person_id, transfer.id), "transfers", transfer.id)


def _readable(incoming: Incoming) -> HandOver:
    """Return the case, when it may be taken in here at all.

    Raises HandOverInvalid: as `read_case`; not_offered, case_here, destroyed, refused_before, other_person.
    """
    session, given = incoming.session, read_case(incoming.payload)
    if not given.transfers or latest_offer(given)["status"] != OFFERED:
        raise HandOverInvalid("not_offered")
    case = session.get(Case, given.case["id"])
    if case is not None and case.transferred_on is None:
        raise HandOverInvalid("case_here")
    if destroyed(session, given):
        raise HandOverInvalid("destroyed")
    answered = select(BundleReceipt.id).where(
        BundleReceipt.direction == "out", BundleReceipt.record_id == latest_offer(given)["id"]
    )
    if session.scalar(answered.limit(1)) is not None:
        raise HandOverInvalid("refused_before")
    people.certain(session, given)
    return given


def _refuse_second(session: Session, person_id: str, given: HandOver) -> None:
    case = session.get(Case, given.case["id"])
    if given.case.get("closed_on") is None and (case is None or case.closed_on is not None):
        refuse_second_open(session, person_id, given.case["approach"])


def _remember_numbers(session: Session, given: HandOver, person_id: str, why: str) -> None:
    """Let the person be found under every id and number by which colleagues know them, and share the latest number."""
    person = session.get_one(Person, person_id)
    there = {row["merged_id"]: row["merged_number"] for row in given.numbers}
    own = person.number
    if person_id != given.person["id"]:
        there[given.person["id"]] = own
        person.number = shared_number(session, person, given)
    known = set(session.scalars(select(PersonMerge.merged_id)))
    for merged_id, number in sorted(there.items()):
        if merged_id not in known and merged_id != person_id:
            session.add(
                PersonMerge(
                    kept_id=person_id, into_id=person_id, merged_id=merged_id, merged_number=number,
                    reason=why,
                )
            )  # fmt: skip
    name = given.person
    full = " ".join(part for part in (name["given_name"], name.get("prefix"), name["surname"]) if part)
    mine = " ".join(part for part in (person.given_name, person.prefix, person.surname) if part)
    aliases = set(session.scalars(select(PersonAlias.folded).where(PersonAlias.person_id == person_id)))
    if fold(full) not in {fold(mine), *aliases}:
        session.add(PersonAlias(person_id=person_id, name=full, folded=fold(full)))


def shared_number(session: Session, person: Person, given: HandOver) -> str:
    """Return the number by which both vaults know the person: the latest; their own where another here has that."""
    number = str(given.person["number"])
    taken = select(Person.id).where(Person.number == number, Person.id != person.id)
    return person.number if session.scalar(taken.limit(1)) is not None else number


KIND = BundleKind(
    code=OFFER,
    versions=frozenset({VERSION}),
    senders=_WORKERS,
    receivers=_WORKERS,
    preview=_preview,
    take=_take,
    questions=_questions,
)
