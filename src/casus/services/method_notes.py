# SPDX-License-Identifier: EUPL-1.2
"""What a report says about its own method: how many workers handed in, and how well joining and checking were measured."""

from casus.disclosure import Release
from casus.domain.near_names import MEASURED
from casus.domain.periods import Period
from casus.reports.notes import Colophon
from casus.services.coverage import IN, coverage
from casus.services.desk import Desk
from casus.services.stories.check.model import MEASURED_RECALL


def notes_of(desk: Desk, release: Release) -> Colophon:
    """Return the notes of a release: who handed in for its period and reference date, of those in post then.

    Nothing is said of coverage when nobody handed in, or more did than are known to be in post; nothing of joining
    persons while there is only one contribution.
    """
    day = max(table.reference_date for table in release.tables)
    found = coverage(desk, Period(*release.period), day)
    received, expected = sum(one.state == IN for one in found), sum(bool(one.worker_id) for one in found)
    whole, joined = 0 < received <= expected, received > 1
    return Colophon(
        received=received if whole else None,
        expected=expected if whole else None,
        precision=MEASURED.precision if joined else None,
        recall=MEASURED.recall if joined else None,
        answered=MEASURED.answered if joined else None,
        story_recall=MEASURED_RECALL,
        licence=desk.policy.licence,
    )
