# SPDX-License-Identifier: EUPL-1.2
"""Restricting one case of a person, and lifting that again; of a whole person it is `persons.set_restricted`."""

from casus.services.changes import Done
from casus.services.checks import FormCheck, fetch
from casus.services.closed_records import end_running, everything_of
from casus.services.desk import Desk
from casus.vault.tables import Case


def restrict_case(desk: Desk, case_id: str, version: int, restricted: bool, reason: str) -> Done[Case]:
    """Make one case restricted (shown with a reason only) or ordinary again; the reason is kept.

    Raises InvalidForm without a reason, NotFound, StaleRecord, NotAllowed("restricted") while it is closed.
    """
    check = FormCheck()
    why = check.needed_text("reason", reason)
    check.finish()
    with desk.changing(why, label="restrict_case") as session:
        case = fetch(session, Case, case_id, version)
        case.restricted = restricted
        end_running(session, desk, case.person_id)
    return Done(case, everything_of(case.person_id, case.id))
