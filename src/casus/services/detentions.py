# SPDX-License-Identifier: EUPL-1.2
"""Detention: where someone is, until when, and whether the basic conditions for return are in place."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch, known_case
from casus.services.desk import Desk
from casus.services.detention_list import DetentionList
from casus.services.facilities import add_facility, facilities, log_consulting_session
from casus.services.inputs import ConsultingSessionInput, DetentionInput, FacilityInput
from casus.vault.queries import detention_current
from casus.vault.tables import BasicConditionCheck, Case, Detention, Facility, Person

__all__ = [
    "ConsultingSessionInput",
    "DetentionInput",
    "DetentionList",
    "FacilityInput",
    "add_facility",
    "check_condition",
    "conditions_of",
    "facilities",
    "get_detention",
    "log_consulting_session",
    "register_detention",
    "release_from_detention",
    "update_detention",
]


def register_detention(desk: Desk, data: DetentionInput) -> Done[Detention]:
    """Record that someone went inside; one detention at a time.

    Raises InvalidForm, NotFound, NotAllowed("detained_already").
    """
    with desk.changing(label="register_detention") as session:
        values = clean_detention(session, desk, data)
        current = select(Detention.id).where(Detention.person_id == data.person_id, detention_current())
        if (other := session.scalar(current)) is not None:
            raise NotAllowed("detained_already", detention_id=other)
        detention = Detention(**values)
        session.add(detention)
    return _done(detention)


def update_detention(desk: Desk, detention_id: str, version: int, data: DetentionInput) -> Done[Detention]:
    """Change what is known of a detention. Raises InvalidForm, NotFound, StaleRecord."""
    with desk.changing(label="update_detention") as session:
        detention = fetch(session, Detention, detention_id, version)
        for name, value in clean_detention(session, desk, data).items():
            setattr(detention, name, value)
        check = FormCheck()
        check.not_before("entered_on", detention.released_on, detention.entered_on)
        check.finish()
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
    return _done(detention)


def check_condition(  # noqa: PLR0913  # the fields of its form
    desk: Desk,
    case_id: str,
    detention_id: str | None,
    condition: str,
    moment: str,
    status: str,
    on: date,
    action: str | None = None,
    arranged_on: date | None = None,
) -> Done[BasicConditionCheck]:
    """Record how one of the basic conditions stands at entry, release, or 6 or 12 months after (domain.md 1.4).

    A second look at the same moment replaces the first. Raises InvalidForm and NotFound.
    """
    form = FormCheck()
    values: dict[str, object] = {
        "status": form.code("status", "condition_status", status),
        "checked_on": form.past("on", on, desk.today()),
        "action": form.text("action", action),
        "arranged_on": form.day("arranged_on", arranged_on, required=False, today=desk.today()),
    }
    form.code("condition", "basic_condition", condition)
    form.code("moment", "condition_moment", moment)
    with desk.changing(label="check_condition") as session:
        case = fetch(session, Case, case_id)
        known = form.known(session, "detention_id", Detention, detention_id)
        detention = session.get(Detention, known) if known else None
        if detention is not None and detention.person_id != case.person_id:
            form.refuse("detention_id", "other_person")
        form.finish()
        record = _condition(session, case_id, known, condition, moment)
        for name, value in values.items():
            setattr(record, name, value)
        session.add(record)
    return Done(record, Changes.of(("basic_condition_checks",), record.id, case_id))


def conditions_of(desk: Desk, case_id: str) -> list[BasicConditionCheck]:
    """Return the checks of basic conditions of a case, oldest first."""
    wanted = (
        select(BasicConditionCheck)
        .where(BasicConditionCheck.case_id == case_id)
        .order_by(BasicConditionCheck.checked_on, BasicConditionCheck.condition)
    )
    with desk.reading() as session:
        return list(session.scalars(wanted))


def get_detention(desk: Desk, detention_id: str) -> Detention:
    """Return a detention, for a form; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Detention, detention_id)


def _condition(
    session: Session, case_id: str, detention_id: str | None, condition: str, moment: str
) -> BasicConditionCheck:
    found = session.scalar(
        select(BasicConditionCheck).where(
            BasicConditionCheck.case_id == case_id,
            BasicConditionCheck.detention_id.is_not_distinct_from(detention_id),
            BasicConditionCheck.condition == condition,
            BasicConditionCheck.moment == moment,
        )
    )
    return found or BasicConditionCheck(
        case_id=case_id, detention_id=detention_id, condition=condition, moment=moment
    )


def clean_detention(session: Session, desk: Desk, data: DetentionInput) -> dict[str, object]:
    """Return a detention's columns, made fit to store; raises InvalidForm, NotFound. For forms and imports."""
    check, today = FormCheck(), desk.today()
    fetch(session, Person, data.person_id)
    certainty = check.code("release_certainty", "release_certainty", data.release_certainty)
    if certainty != "unknown" and data.expected_on is None:
        check.refuse("expected_on", "required")
    facility_id = check.known(session, "facility_id", Facility, data.facility_id)
    if facility_id is None:
        check.refuse("facility_id", "required")
    values: dict[str, object] = {
        "person_id": data.person_id,
        "case_id": known_case(session, check, data.case_id, data.person_id),
        "facility_id": facility_id,
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
    check.not_before("plan_received_on", data.plan_received_on, data.entered_on)
    check.finish()
    return values


def _done(detention: Detention) -> Done[Detention]:
    ids = (detention.id, detention.person_id, detention.case_id)
    return Done(detention, Changes.of(("detentions",), *ids))
