# SPDX-License-Identifier: EUPL-1.2
"""What was passed on to whom: noted, noted for several recipients at once, corrected and withdrawn.

Nothing disappears from this log by a use case of its own: a wrong entry is corrected (what it said before stays in
the history, with the reason) or withdrawn (it stays, marked, and no longer counts).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.inclusion import acts_through_representative
from casus.domain.phases import check_reason
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.inputs import Recipient, SharingInput
from casus.services.limits import clean_limit
from casus.vault.tables import Contact, ContactAttendee, DataSharing, Partner, Person

__all__ = [
    "Recipient",
    "Sharing",
    "SharingInput",
    "correct_sharing",
    "get_sharing",
    "log_sharing",
    "log_sharings",
    "present_partners",
    "sharings_of",
    "withdraw_sharing",
]

_KINDS = ("data_sharings",)
_EXPLAINED = ("other", "wpg")
"""Bases that say nothing by themselves, or may not be relied on without saying which provision allows it."""


@dataclass(frozen=True)
class Sharing:
    """One entry, for its form: the entry and what the person is called."""

    record: DataSharing
    person: Person


def log_sharing(desk: Desk, data: SharingInput) -> Done[DataSharing]:
    """Record that data of a person went to a partner or another recipient. Raises as `log_sharings`."""
    done = log_sharings(desk, data, (Recipient(data.partner_id, data.recipient, data.received_by),))
    return Done(done.value[0], done.changes)


def log_sharings(
    desk: Desk, data: SharingInput, recipients: Sequence[Recipient]
) -> Done[tuple[DataSharing, ...]]:
    """Record that the same data of a person went to each of these, as at a case conference: a line for each.

    Police data (Wpg) and "other" need a note; consent needs its day, and the representative's name of someone
    under 16; a limited case a ground and a reason (`limits`). Raises InvalidForm, NotFound.
    """
    with desk.changing(label="log_sharing") as session:
        check = FormCheck()
        values = _clean(session, desk, check, data)
        if not recipients:
            check.refuse("partner_id", "required")
        found = [DataSharing(**values, **_recipient(session, check, one)) for one in recipients]
        check.finish()
        session.add_all(found)
    ids = (*(one.id for one in found), data.person_id, data.case_id)
    return Done(tuple(found), Changes.of(_KINDS, *ids))


def correct_sharing(
    desk: Desk, sharing_id: str, version: int, data: SharingInput, reason: str
) -> Done[DataSharing]:
    """Put right what an entry says; what it said stays in the history, with the reason.

    The person stays. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("sharing_withdrawn").
    """
    check = FormCheck()
    words = _reason(check, reason)
    with desk.changing(words, label="correct_sharing") as session:
        sharing = fetch(session, DataSharing, sharing_id, version)
        _refuse_withdrawn(sharing)
        fixed = replace(data, person_id=sharing.person_id, contact_id=sharing.contact_id)
        values = _clean(session, desk, check, fixed)
        values |= _recipient(session, check, Recipient(data.partner_id, data.recipient, data.received_by))
        check.finish()
        for name, value in values.items():
            setattr(sharing, name, value)
    return _done(sharing)


def withdraw_sharing(desk: Desk, sharing_id: str, version: int, reason: str) -> Done[DataSharing]:
    """Say that this was not shared after all; the entry stays, marked, and no longer counts.

    Raises InvalidForm (reason), NotFound, StaleRecord, NotAllowed("sharing_withdrawn").
    """
    check = FormCheck()
    words = _reason(check, reason)
    check.finish()
    with desk.changing(words, label="withdraw_sharing") as session:
        sharing = fetch(session, DataSharing, sharing_id, version)
        _refuse_withdrawn(sharing)
        sharing.withdrawn_on, sharing.withdrawn_note = desk.today(), words
    return _done(sharing)


def sharings_of(desk: Desk, person_id: str) -> list[DataSharing]:
    """Return what was passed on about a person, newest first."""
    wanted = select(DataSharing).where(DataSharing.person_id == person_id).order_by(DataSharing.on.desc())
    with desk.reading() as session:
        return list(session.scalars(wanted))


def get_sharing(desk: Desk, sharing_id: str) -> Sharing:
    """Return an entry, for a form; raises NotFound."""
    with desk.reading() as session:
        sharing = fetch(session, DataSharing, sharing_id)
        return Sharing(sharing, fetch(session, Person, sharing.person_id))


def present_partners(desk: Desk, contact_id: str) -> tuple[date, list[Recipient]]:
    """Return the day of a contact and the partners and others who were there: who may have received something."""
    with desk.reading() as session:
        contact = fetch(session, Contact, contact_id)
        there = select(ContactAttendee, Partner.name.label("partner")).outerjoin(
            Partner, Partner.id == ContactAttendee.partner_id
        )
        rows = session.execute(
            there.where(ContactAttendee.contact_id == contact_id, ContactAttendee.person_id.is_(None))
            .order_by(ContactAttendee.created_at, ContactAttendee.id)
        )  # fmt: skip
        found = [
            Recipient(one.partner_id, partner or one.name, one.name if partner else None)
            for one, partner in rows
        ]
        return contact.on, found


def _clean(session: Session, desk: Desk, check: FormCheck, data: SharingInput) -> dict[str, object]:
    """Return the columns of an entry but for who received it."""
    person = fetch(session, Person, data.person_id)
    kinds = [check.code("data_kinds", "data_kind", code) for code in data.data_kinds]
    if not kinds:
        check.refuse("data_kinds", "required")
    what = check.text("what", data.what)
    for code in kinds:
        check.explained("what", "data_kind", code, what)
    basis = check.code("legal_basis", "legal_basis", data.legal_basis)
    note = check.text("basis_note", data.basis_note)
    on = check.past("on", data.on, desk.today())
    if basis in _EXPLAINED and not note:
        check.refuse("basis_note", "wpg_note" if basis == "wpg" else "needs_text")
    consent_on = None
    if basis == "consent":
        consent_on = check.day("consent_on", data.consent_on, today=desk.today())
        if consent_on is not None and consent_on > on:
            check.refuse("consent_on", "consent_after")
        young = person.birth_date and acts_through_representative(person.birth_date, consent_on or on)
        if young and not note:
            check.refuse("basis_note", "consent_of_whom")
    return {
        "person_id": data.person_id,
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "contact_id": check.known(session, "contact_id", Contact, data.contact_id),
        "data_kinds": list(dict.fromkeys(kinds)),
        "what": what or "",
        "way": check.code("way", "sharing_way", data.way),
        "legal_basis": basis,
        "basis_note": note,
        "consent_on": consent_on,
        "on": on,
        "person_told": data.person_told,
        **clean_limit(
            session, check, data.person_id, data.case_id, data.restriction_ground, data.restriction_reason
        ),
    }


def _recipient(session: Session, check: FormCheck, one: Recipient) -> dict[str, object]:
    partner_id = check.known(session, "partner_id", Partner, one.partner_id)
    partner = session.get(Partner, partner_id) if partner_id else None
    name = check.line("recipient", one.recipient) or (partner.name if partner else None)
    if name is None:
        check.refuse("recipient", "required")
    return {
        "partner_id": partner_id,
        "recipient": name,
        "received_by": check.line("received_by", one.received_by),
    }


def _reason(check: FormCheck, reason: str) -> str:
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    return words


def _refuse_withdrawn(sharing: DataSharing) -> None:
    if sharing.withdrawn_on is not None:
        raise NotAllowed("sharing_withdrawn", on=sharing.withdrawn_on)


def _done(sharing: DataSharing) -> Done[DataSharing]:
    return Done(sharing, Changes.of(_KINDS, sharing.id, sharing.person_id, sharing.case_id))
