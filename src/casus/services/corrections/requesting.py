# SPDX-License-Identifier: EUPL-1.2
"""The request of the person that a correction or an objection belongs to: the one at hand, or one recorded with it."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.errors import InvalidForm
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.inputs import AccessRequestInput
from casus.services.requests.steps import is_open, store_request
from casus.vault.correction_queries import correction_open
from casus.vault.tables import AccessRequest, Correction, Objection

REPRESENTATIVE = "representative"
"""Code of list correction_through."""


def request_for(
    session: Session, desk: Desk, data: AccessRequestInput, request_id: str | None, kinds: Collection[str]
) -> AccessRequest:
    """Return the request that is named, else record one with these words.

    Raises NotFound, InvalidForm: `request_id` must be the person's own ("other_person"), of one of these kinds
    ("request_kind"), and still open ("request_over").
    """
    if not request_id:
        return _stored(session, desk, data)
    request = fetch(session, AccessRequest, request_id)
    check = FormCheck()
    if request.person_id != data.person_id:
        check.refuse("request_id", "other_person")
    if request.kind not in kinds:
        check.refuse("request_id", "request_kind")
    if not is_open(request):
        check.refuse("request_id", "request_over")
    check.not_before("noted_on", data.received_on, request.received_on, "before_step")
    check.finish()
    return request


def _stored(session: Session, desk: Desk, data: AccessRequestInput) -> AccessRequest:
    """Record a request; that someone asks for another was said at "through", and is refused there."""
    try:
        made = store_request(session, desk, data)
    except InvalidForm as form:
        check = FormCheck()
        for error in form.errors:
            if error.field == "via_representative":
                check.refuse("through", "representative_required")
            elif error.field == "requester":
                check.refuse("through", "no_representative")
        check.finish()
        raise
    session.flush()
    return made


def finish_request(session: Session, request_id: str, on: date) -> None:
    """Let the request say that it was carried out, once nothing of it is left to decide or to do."""
    session.flush()
    waiting = select(Correction.id).where(Correction.request_id == request_id, correction_open())
    undecided = select(Objection.id).where(Objection.request_id == request_id, Objection.decision.is_(None))
    if any(session.scalar(one.limit(1)) is not None for one in (waiting, undecided)):
        return
    request = session.get(AccessRequest, request_id)
    if request is not None:
        request.carried_out_on = on
