# SPDX-License-Identifier: EUPL-1.2
"""What "open" and "late" mean for a request of a person about their data, once for lists, numbers and guards."""

from datetime import date

from sqlalchemy import and_, or_

from casus.vault.queries import Clause
from casus.vault.tables import AccessRequest


def request_open() -> Clause:
    """Return whether a request still asks for an answer: not sent, not withdrawn.

    While there is one, nothing about the person may be destroyed.
    """
    return and_(AccessRequest.sent_on.is_(None), AccessRequest.withdrawn_on.is_(None))


def request_closed() -> Clause:
    """Return whether a request was answered or withdrawn."""
    return or_(AccessRequest.sent_on.is_not(None), AccessRequest.withdrawn_on.is_not(None))


def request_late(day: date) -> Clause:
    """Return whether the last day to answer an open request lies before `day`."""
    return and_(request_open(), AccessRequest.due_on < day)


def request_due_by(day: date) -> Clause:
    """Return whether an open request must be answered on or before `day`, late ones included."""
    return and_(request_open(), AccessRequest.due_on <= day)


def request_extended() -> Clause:
    """Return whether an open request was given two months more."""
    return and_(request_open(), AccessRequest.extended_on.is_not(None))
