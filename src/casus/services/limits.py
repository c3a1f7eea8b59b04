# SPDX-License-Identifier: EUPL-1.2
"""What may still be done with the data of a limited case: storing, and what GDPR article 18(2) names, with a reason."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.services.checks import FormCheck
from casus.services.desk import Desk
from casus.vault.correction_queries import objection_limits
from casus.vault.tables import Objection


def is_limited(session: Session, person_id: str, case_id: str | None) -> bool:
    """Tell whether an objection or restriction limits the work on this case; without a case, on any of the person's."""
    wanted = select(Objection.id).where(Objection.person_id == person_id, objection_limits())
    if case_id:
        wanted = wanted.where(Objection.case_id == case_id)
    return session.scalar(wanted.limit(1)) is not None


def limited(desk: Desk, person_id: str, case_id: str | None) -> bool:
    """Tell the same for a form."""
    with desk.reading() as session:
        return is_limited(session, person_id, case_id)


def clean_limit(
    session: Session,
    check: FormCheck,
    person_id: str,
    case_id: str | None,
    ground: str | None,
    reason: str | None,
) -> dict[str, object]:
    """Return why data of a limited case are passed on after all; refuse when that is not said.

    Of a case that is not limited (any more) nothing is asked; what is given is kept.
    """
    if not is_limited(session, person_id, case_id):
        return {
            "restriction_ground": check.optional_code("restriction_ground", "restriction_ground", ground),
            "restriction_reason": check.text("restriction_reason", reason),
        }
    words = check.needed_text("restriction_reason", reason)
    check.rule(lambda: check_reason("restriction_reason", words))
    return {
        "restriction_ground": check.code("restriction_ground", "restriction_ground", ground),
        "restriction_reason": words,
    }
