# SPDX-License-Identifier: EUPL-1.2
"""Detention: where someone is, until when; one stay at a time, also when it goes on in another facility."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from casus.domain.dates import LAST_YEAR
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case, running_case_of
from casus.services.conditions import check_condition, conditions_of
from casus.services.desk import Desk
from casus.services.detention_list import DetentionList
from casus.services.facilities import add_facility, facilities
from casus.services.inputs import DetentionInput, FacilityInput
from casus.vault.tables import BasicConditionCheck, Detention, DetentionLeave, Facility, Person

__all__ = [
    "DetentionInput",
    "DetentionList",
    "FacilityInput",
    "add_facility",
    "check_condition",
    "conditions_of",
    "correct_release",
    "facilities",
    "get_detention",
    "register_detention",
    "release_from_detention",
    "transfer_detention",
    "update_detention",
]

_ALWAYS = date(LAST_YEAR, 12, 31)


def register_detention(desk: Desk, data: DetentionInput) -> Done[Detention]:
    """Record that someone went inside; one detention at a time. Raises InvalidForm, NotFound.

    Without a case it belongs to the running one, so that visits and conditions count there.
    """
    with desk.changing(label="register_detention") as session:
        detention = Detention(**clean_detention(session, desk, data))
        detention.case_id = detention.case_id or running_case_of(session, data.person_id)
        _refuse_overlap(session, detention)
        session.add(detention)
    return _done(detention)


def update_detention(desk: Desk, detention_id: str, version: int, data: DetentionInput) -> Done[Detention]:
    """Change what is known of a detention, also afterwards. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_detention") as session:
        detention = fetch(session, Detention, detention_id, version)
        for name, value in clean_detention(session, desk, data, detention).items():
            setattr(detention, name, value)
        check = FormCheck()
        check.not_before("entered_on", detention.released_on, detention.entered_on)
        check.finish()
        _refuse_overlap(session, detention)
        _refuse_leaves_outside(session, detention, "entered_on")
    return _done(detention)


def release_from_detention(
    desk: Desk, detention_id: str, on: date, *, version: int | None = None
) -> Done[Detention]:
    """Record the release. Raises InvalidForm, NotFound, StaleRecord, NotAllowed("released_already")."""
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="release_from_detention") as session:
        detention = fetch(session, Detention, detention_id, version)
        if detention.released_on is not None:
            raise NotAllowed("released_already", on=detention.released_on)
        check.not_before("on", on, detention.entered_on)
        check.finish()
        detention.released_on, detention.release_certainty = on, "known"
        _refuse_leaves_outside(session, detention, "on")
    return _done(detention)


def correct_release(desk: Desk, detention_id: str, on: date | None, *, version: int) -> Done[Detention]:
    """Put a release on another day; None: the person did not come out after all, and is still inside.

    Raises InvalidForm, NotFound, StaleRecord.
    """
    check = FormCheck()
    check.day("on", on, required=False, today=desk.today())
    with desk.changing(label="correct_release") as session:
        detention = fetch(session, Detention, detention_id, version)
        check.not_before("on", on, detention.entered_on)
        check.finish()
        detention.released_on = on
        if on is None and detention.expected_on is None:
            detention.release_certainty = "unknown"
        _refuse_overlap(session, detention, field="on")
        _refuse_leaves_outside(session, detention, "on")
    return _done(detention)


def transfer_detention(
    desk: Desk, detention_id: str, facility_id: str, on: date, *, version: int
) -> Done[Detention]:
    """End a stay and begin the next one in another facility the same day; returns the new one.

    What is known of the release goes along, and so do the basic conditions: they are about one stay inside.
    Raises InvalidForm, NotFound, StaleRecord, NotAllowed("released_already").
    """
    check = FormCheck()
    check.past("on", on, desk.today())
    with desk.changing(label="transfer_detention") as session:
        before = fetch(session, Detention, detention_id, version)
        if before.released_on is not None:
            raise NotAllowed("released_already", on=before.released_on)
        check.not_before("on", on, before.entered_on)
        _clean_facility(session, check, facility_id, None)
        if facility_id == before.facility_id:
            check.refuse("facility_id", "same_facility")
        check.finish()
        after = _next_stay(before, facility_id, on)
        before.released_on = on
        _refuse_leaves_outside(session, before, "on")
        session.add(after)
        session.flush()
        of_stay = select(BasicConditionCheck).where(BasicConditionCheck.detention_id == before.id)
        for looked in session.scalars(of_stay):
            looked.detention_id = after.id
    ids = (before.id, after.id, after.person_id, after.case_id)
    return Done(after, Changes.of(("detentions", "basic_condition_checks"), *ids))


def _next_stay(before: Detention, facility_id: str, on: date) -> Detention:
    expected = before.expected_on if before.expected_on and before.expected_on >= on else None
    return Detention(
        person_id=before.person_id,
        case_id=before.case_id,
        facility_id=facility_id,
        title=before.title,
        entered_on=on,
        expected_on=expected,
        release_certainty=before.release_certainty if expected else "unknown",
        plan_received_on=before.plan_received_on,
        return_notice_on=before.return_notice_on,
        sentence_transfer=before.sentence_transfer,
    )


def get_detention(desk: Desk, detention_id: str) -> Detention:
    """Return a detention, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Detention, detention_id)


def clean_detention(
    session: Session, desk: Desk, data: DetentionInput, record: Detention | None = None
) -> dict[str, object]:
    """Return a detention's columns, made fit to store; raises InvalidForm, NotFound. For forms and imports.

    `record` is the one that is changed: it may keep a facility that is no longer on the list.
    """
    check, today = FormCheck(), desk.today()
    fetch(session, Person, data.person_id)
    certainty = check.code("release_certainty", "release_certainty", data.release_certainty)
    if certainty != "unknown" and data.expected_on is None:
        check.refuse("expected_on", "required")
    values: dict[str, object] = {
        "person_id": data.person_id,
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "facility_id": _clean_facility(session, check, data.facility_id, record),
        "title": check.code("title", "detention_title", data.title),
        "regime": check.line("regime", data.regime),
        "entered_on": check.past("entered_on", data.entered_on, today),
        "expected_on": check.day("expected_on", data.expected_on, required=False),
        "release_certainty": "estimated" if data.expected_on and certainty == "unknown" else certainty,
        "plan_received_on": check.day("plan_received_on", data.plan_received_on, required=False, today=today),
        "return_notice_on": check.day("return_notice_on", data.return_notice_on, required=False, today=today),
        "sentence_transfer": check.code("sentence_transfer", "sentence_transfer", data.sentence_transfer),
        "note": check.text("note", data.note),
    }
    check.not_before("expected_on", data.expected_on, data.entered_on)
    check.not_before("plan_received_on", data.plan_received_on, _start_of_stay(session, data), "before_step")
    check.finish()
    return values


def _clean_facility(
    session: Session, check: FormCheck, facility_id: str | None, record: Detention | None
) -> str | None:
    known = check.known(session, "facility_id", Facility, facility_id)
    if known is None:
        check.refuse("facility_id", "required")
        return None
    facility = session.get(Facility, known)
    kept = record is not None and record.facility_id == known
    if facility is not None and facility.removed_on is not None and not kept:
        check.refuse("facility_id", "facility_removed")
    return known


def _start_of_stay(session: Session, data: DetentionInput) -> date:
    """Return when the whole stay began, over the facilities it went through."""
    mine = select(Detention.entered_on, Detention.released_on).where(Detention.person_id == data.person_id)
    began = {released: entered for entered, released in session.execute(mine) if released is not None}
    start = data.entered_on
    while (earlier := began.pop(start, None)) is not None:
        start = earlier
    return start


def _refuse_overlap(session: Session, detention: Detention, field: str = "entered_on") -> None:
    """Refuse a stay that runs at the same time as another; from one to the next on the same day is allowed."""
    until = detention.released_on or _ALWAYS
    wanted = (
        select(Detention.entered_on, Detention.released_on)
        .where(
            Detention.person_id == detention.person_id,
            Detention.entered_on < until,
            or_(Detention.released_on.is_(None), Detention.released_on > detention.entered_on),
        )
        .order_by(Detention.entered_on.desc())
    )
    if detention.id is not None:
        wanted = wanted.where(Detention.id != detention.id)
    with session.no_autoflush:
        other = session.execute(wanted.limit(1)).first()
    if other is None:
        return
    check = FormCheck()
    if other.released_on is None:
        check.refuse(field, "detained_since", first=_said(other.entered_on))
    else:
        check.refuse(field, "detained_between", first=_said(other.entered_on), last=_said(other.released_on))
    check.finish()


def _refuse_leaves_outside(session: Session, detention: Detention, field: str) -> None:
    """Refuse dates that leave a leave outside the detention."""
    first, last = detention.entered_on, detention.released_on or _ALWAYS
    outside = select(DetentionLeave.from_on).where(
        DetentionLeave.detention_id == detention.id,
        or_(DetentionLeave.from_on < first, DetentionLeave.from_on > last),
    )
    with session.no_autoflush:
        day = session.scalar(outside.limit(1))
    if day is not None:
        check = FormCheck()
        check.refuse(field, "leave_outside", on=_said(day))
        check.finish()


def _said(day: date) -> str:
    return day.strftime("%d-%m-%Y")


def _done(detention: Detention) -> Done[Detention]:
    ids = (detention.id, detention.person_id, detention.case_id)
    return Done(detention, Changes.of(("detentions",), *ids))
