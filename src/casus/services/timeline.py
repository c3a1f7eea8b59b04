# SPDX-License-Identifier: EUPL-1.2
"""Everything that happened in a dossier in one line of time, newest first."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from casus.services.attachments.reading import attachments_of
from casus.services.corrections.reading import Beside, besides_of
from casus.services.naming import names_of
from casus.vault.closed import of_open_case
from casus.vault.queries import detention_continued
from casus.vault.tables import (
    ActionPlan,
    Assessment,
    Contact,
    ContactAttendee,
    DataSharing,
    Detention,
    Facility,
    Partner,
    PhaseChange,
    Programme,
    ProportionalityReview,
    Task,
    Transfer,
    VogProcedure,
    Worker,
)


@dataclass(frozen=True)
class TimelineItem:
    """One thing that happened; `codes` maps the name of a code list to a code, for the window to put in words.

    `kind` is contact, phase, review, assessment, plan, programme, detention, release, vog, sharing
    task (done) or attachment; `record`
    the kind of record behind `id`; `people` who was there; `place` a facility, provider or recipient;
    `beside` what the person says of it, or that it was corrected; `case_id` the case a contact belongs to.
    """

    id: str
    kind: str
    record: str
    on: date
    at_time: str | None = None
    codes: Mapping[str, str] = field(default_factory=dict)
    text: str | None = None
    people: tuple[str, ...] = ()
    place: str | None = None
    beside: tuple[Beside, ...] = ()
    case_id: str | None = None


def timeline(session: Session, person_id: str, case_ids: Sequence[str]) -> tuple[TimelineItem, ...]:
    """Return all items of a person and of these cases, newest first, in a fixed number of queries."""
    items = [
        *_contacts(session, person_id),
        *_moves(session, case_ids),
        *_reviews(session, case_ids),
        *_assessments(session, case_ids),
        *_plans(session, case_ids),
        *_programmes(session, person_id),
        *_detentions(session, person_id),
        *_vogs(session, person_id),
        *_sharings(session, person_id),
        *_tasks(session, person_id),
        *_transfers(session, case_ids),
        *_attachments(session, person_id),
    ]
    besides = besides_of(session, person_id)
    marked = (replace(item, beside=besides.get((item.record, item.id), ())) for item in items)
    return tuple(sorted(marked, key=lambda item: (item.on, item.at_time or ""), reverse=True))


def _contacts(session: Session, person_id: str) -> Iterator[TimelineItem]:
    people = _attendees(session, person_id)
    rows = session.execute(
        select(Contact, Facility.name)
        .outerjoin(Facility, Facility.id == Contact.facility_id)
        .where(Contact.person_id == person_id, of_open_case(Contact.case_id))
        .order_by(Contact.created_at)
    )
    for contact, facility in rows:
        codes = {"contact_kind": contact.kind, "reached": contact.reached}
        if contact.report:
            codes["information_kind"] = contact.information_kind
        yield TimelineItem(
            contact.id, "contact", "contacts", contact.on, contact.at_time, codes, contact.report,
            tuple(people.get(contact.id, ())), facility or contact.place, case_id=contact.case_id,
        )  # fmt: skip


def _attendees(session: Session, person_id: str) -> dict[str, list[str]]:
    rows = session.execute(
        select(
            ContactAttendee.contact_id, ContactAttendee.name, Partner.name.label("partner"),
            ContactAttendee.person_id,
        )
        .join(Contact, Contact.id == ContactAttendee.contact_id)
        .outerjoin(Partner, Partner.id == ContactAttendee.partner_id)
        .where(Contact.person_id == person_id)
        .order_by(ContactAttendee.created_at, ContactAttendee.id)
    ).all()  # fmt: skip
    names = names_of(session, [row.person_id for row in rows if row.person_id])
    found: dict[str, list[str]] = {}
    for row in rows:
        called = row.name or row.partner or names.get(row.person_id or "", "")
        found.setdefault(row.contact_id, []).append(called)
    return found


def _moves(session: Session, case_ids: Sequence[str]) -> Iterator[TimelineItem]:
    wanted = select(PhaseChange).where(PhaseChange.case_id.in_(case_ids)).order_by(PhaseChange.created_at)
    for move in session.scalars(wanted):
        codes = {"phase": move.to_phase}
        optional = {
            "from_phase": move.from_phase,
            "closure_reason": move.closure_reason,
            "case_outcome": move.outcome,
        }
        codes.update({key: code for key, code in optional.items() if code})
        yield TimelineItem(move.id, "phase", "phase_changes", move.on, codes=codes, text=move.reason)


def _reviews(session: Session, case_ids: Sequence[str]) -> Iterator[TimelineItem]:
    wanted = select(ProportionalityReview).where(ProportionalityReview.case_id.in_(case_ids))
    for review in session.scalars(wanted):
        codes = {"proportionate": "yes" if review.proportionate else "no"}
        yield TimelineItem(
            review.id, "review", "proportionality_reviews", review.on, codes=codes, text=review.reasoning
        )


def _assessments(session: Session, case_ids: Sequence[str]) -> Iterator[TimelineItem]:
    for record in session.scalars(select(Assessment).where(Assessment.case_id.in_(case_ids))):
        codes = {"assessment_kind": record.kind}
        yield TimelineItem(record.id, "assessment", "assessments", record.on, codes=codes, text=record.note)


def _plans(session: Session, case_ids: Sequence[str]) -> Iterator[TimelineItem]:
    for plan in session.scalars(select(ActionPlan).where(ActionPlan.case_id.in_(case_ids))):
        codes = {"plan_status": plan.status}
        yield TimelineItem(plan.id, "plan", "action_plans", plan.on, codes=codes, text=plan.summary)


def _programmes(session: Session, person_id: str) -> Iterator[TimelineItem]:
    rows = session.execute(
        select(Programme, Partner.name)
        .outerjoin(Partner, Partner.id == Programme.provider_id)
        .where(Programme.person_id == person_id, of_open_case(Programme.case_id))
    )
    for record, partner in rows:
        ended = record.status if record.ended_on else None
        steps = (
            ("registered", record.registered_on, record.note),
            ("started", record.started_on, None),
            (ended, record.ended_on, record.stop_reason),
        )
        for status, on, text in steps:
            if on is not None and status is not None:
                codes = {"programme_kind": record.kind, "programme_status": status}
                if on == record.ended_on and record.outcome:
                    codes["programme_outcome"] = record.outcome
                place = partner or record.provider_name
                yield TimelineItem(
                    record.id, "programme", "programmes", on, codes=codes, text=text, place=place
                )


def _detentions(session: Session, person_id: str) -> Iterator[TimelineItem]:
    rows = session.execute(
        select(Detention, Facility.name, detention_continued())
        .join(Facility, Facility.id == Detention.facility_id)
        .where(Detention.person_id == person_id, of_open_case(Detention.case_id))
    )
    for record, facility, continued in rows:
        codes = {"detention_title": record.title}
        yield TimelineItem(
            record.id,
            "detention",
            "detentions",
            record.entered_on,
            codes=codes,
            text=record.note,
            place=facility,
        )
        if record.released_on is not None and not continued:
            yield TimelineItem(record.id, "release", "detentions", record.released_on, place=facility)


def _vogs(session: Session, person_id: str) -> Iterator[TimelineItem]:
    mine = VogProcedure.person_id == person_id, of_open_case(VogProcedure.case_id)
    for record in session.scalars(select(VogProcedure).where(*mine)):
        codes = {"vog_status": record.status, "vog_purpose": record.purpose}
        text = record.not_applied_reason if record.status == "not_applied" else record.note
        yield TimelineItem(record.id, "vog", "vog_procedures", record.status_since, codes=codes, text=text)


def _sharings(session: Session, person_id: str) -> Iterator[TimelineItem]:
    mine = DataSharing.person_id == person_id, of_open_case(DataSharing.case_id)
    for record in session.scalars(select(DataSharing).where(*mine)):
        codes = {
            "legal_basis": record.legal_basis,
            "data_kinds": " ".join(record.data_kinds),
            "sharing_state": "withdrawn" if record.withdrawn_on else "shared",
        }
        yield TimelineItem(
            record.id,
            "sharing",
            "data_sharings",
            record.on,
            codes=codes,
            text=record.what,
            place=record.recipient,
        )


def _transfers(session: Session, case_ids: Sequence[str]) -> Iterator[TimelineItem]:
    giver, receiver = aliased(Worker), aliased(Worker)
    rows = session.execute(
        select(Transfer, giver.name, receiver.name)
        .join(giver, giver.id == Transfer.from_worker_id)
        .join(receiver, receiver.id == Transfer.to_worker_id)
        .where(Transfer.case_id.in_(case_ids))
    )
    for record, from_name, to_name in rows:
        steps: list[tuple[str, date, str | None]] = [("offered", record.offered_on, record.note)]
        if record.answered_on is not None:
            steps.append((record.status, record.answered_on, record.answer_note))
        for status, on, text in steps:
            yield TimelineItem(
                record.id, "transfer", "transfers", on, codes={"transfer_status": status}, text=text,
                people=(from_name, to_name),
            )  # fmt: skip


def _tasks(session: Session, person_id: str) -> Iterator[TimelineItem]:
    done = select(Task).where(Task.person_id == person_id, Task.status == "done", Task.done_on.is_not(None))
    for record in session.scalars(done.where(of_open_case(Task.case_id))):
        if record.done_on is not None:
            yield TimelineItem(
                record.id, "task", "tasks", record.done_on, text=record.title, place=record.owner
            )


def _attachments(session: Session, person_id: str) -> Iterator[TimelineItem]:
    for row in attachments_of(session, person_id):
        yield TimelineItem(
            row.id,
            "attachment",
            "attachments",
            row.received_on,
            codes={"attachment_kind": row.kind},
            text=row.title,
        )
