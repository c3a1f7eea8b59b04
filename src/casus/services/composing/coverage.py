# SPDX-License-Identifier: EUPL-1.2
"""What a report says about how complete its figures are: how many workers handed in."""

from casus.disclosure import Release
from casus.reports.notes import MethodNotes
from casus.services.composing.released import period_of
from casus.services.coverage import IN, coverage
from casus.services.desk import Desk


def notes_of(desk: Desk, release: Release) -> MethodNotes:
    """Return the notes of a release: who handed in for its period and reference date, of those in post then.

    Nothing is said when nobody handed in, or more did than are known to be in post.
    """
    day = max(table.reference_date for table in release.tables)
    found = coverage(desk, period_of(release), day)
    received, expected = sum(one.state == IN for one in found), sum(bool(one.worker_id) for one in found)
    if not 0 < received <= expected:
        return MethodNotes()
    return MethodNotes(received, expected)
