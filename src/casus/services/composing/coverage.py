# SPDX-License-Identifier: EUPL-1.2
"""What a report says about how complete its figures are: who handed in, and how well persons were linked."""

from sqlalchemy import func, select

from casus.disclosure import Release
from casus.reports.notes import MethodNotes
from casus.services.composing.released import period_of
from casus.services.desk import Desk
from casus.vault.tables import ContributionBatch, Worker


def notes_of(desk: Desk, release: Release) -> MethodNotes:
    """Return the notes of a release: contributions on file for its period, of the workers in post then."""
    period = period_of(release)
    counted = ("pga_expert", "rio")
    with desk.reading() as session:
        batches = select(func.count()).where(ContributionBatch.period == str(period))
        staff = select(func.count()).where(
            Worker.role.in_(counted),
            Worker.in_register,
            Worker.started_on.is_(None) | (Worker.started_on <= period.last),
            Worker.ended_on.is_(None) | (Worker.ended_on >= period.first),
        )
        received, expected = session.scalar(batches) or 0, session.scalar(staff) or 0
    known = received > 0 and expected >= received
    return MethodNotes(received if known else None, expected if known else None)
