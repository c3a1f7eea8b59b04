# SPDX-License-Identifier: EUPL-1.2
"""Reading requests of persons about their data: one, those of one person, and those that stand in the way."""

from collections.abc import Collection

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.vault.request_queries import request_open
from casus.vault.tables import AccessRequest


def get_request(desk: Desk, request_id: str) -> AccessRequest:
    """Return one request, for a form. Raises NotFound."""
    with desk.reading() as session:
        return fetch(session, AccessRequest, request_id)


def access_requests(
    desk: Desk, *, person_id: str | None = None, open_only: bool = False
) -> list[AccessRequest]:
    """Return requests, those due first at the top; of one person, or those still open, when asked."""
    wanted = select(AccessRequest).order_by(AccessRequest.due_on, AccessRequest.id)
    if person_id is not None:
        wanted = wanted.where(AccessRequest.person_id == person_id)
    if open_only:
        wanted = wanted.where(request_open())
    with desk.reading() as session:
        return list(session.scalars(wanted))


def open_requests(session: Session, person_ids: Collection[str]) -> list[AccessRequest]:
    """Return the open requests of these persons: as long as there are any, their data may not be destroyed."""
    wanted = select(AccessRequest).where(AccessRequest.person_id.in_(person_ids), request_open())
    return list(session.scalars(wanted.order_by(AccessRequest.due_on, AccessRequest.id)))
