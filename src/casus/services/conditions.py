# SPDX-License-Identifier: EUPL-1.2
"""The basic conditions for return: how each stands at entry, at release, and 6 and 12 months after."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.vault.tables import BasicConditionCheck, Case, Detention


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
        if detention is None and moment != "entry":
            form.refuse("detention_id", "required")
        form.finish()
        record = _condition(session, case_id, known, condition, moment)
        for name, value in values.items():
            setattr(record, name, value)
        session.add(record)
    return Done(record, Changes.of(("basic_condition_checks",), record.id, case_id))


def set_condition(
    desk: Desk, case_id: str, detention_id: str, condition: str, moment: str, status: str
) -> Done[BasicConditionCheck]:
    """Say today how a condition stands; the next step noted before stays. Raises InvalidForm and NotFound."""
    with desk.reading() as session:
        known = _condition(session, case_id, detention_id, condition, moment)
        action, arranged = known.action, known.arranged_on
    since = (arranged or desk.today()) if status == "arranged" else None
    return check_condition(
        desk, case_id, detention_id, condition, moment, status, desk.today(), action, since
    )


def conditions_of(desk: Desk, case_id: str) -> list[BasicConditionCheck]:
    """Return the checks of basic conditions of a case, oldest first."""
    wanted = (
        select(BasicConditionCheck)
        .where(BasicConditionCheck.case_id == case_id)
        .order_by(BasicConditionCheck.checked_on, BasicConditionCheck.condition)
    )
    with desk.reading() as session:
        return list(session.scalars(wanted))


def _condition(
    session: Session, case_id: str, detention_id: str | None, condition: str, moment: str
) -> BasicConditionCheck:
    """Return the look there is: of a detention one, whichever case it was made in."""
    wanted = select(BasicConditionCheck).where(
        BasicConditionCheck.detention_id.is_not_distinct_from(detention_id),
        BasicConditionCheck.condition == condition,
        BasicConditionCheck.moment == moment,
    )
    if detention_id is None:
        wanted = wanted.where(BasicConditionCheck.case_id == case_id)
    return session.scalars(wanted).first() or BasicConditionCheck(
        case_id=case_id, detention_id=detention_id, condition=condition, moment=moment
    )
