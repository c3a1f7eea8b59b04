# SPDX-License-Identifier: EUPL-1.2
"""Looking ahead: what a destruction would take, what it leaves, and which texts elsewhere name who goes."""

from collections.abc import Sequence

from casus.domain.roles import Permission
from casus.services.desk import Desk
from casus.services.destruction.blocking import TERM_ENDED, blocks
from casus.services.destruction.model import DestructionPlan
from casus.services.destruction.names import mentions
from casus.services.destruction.working_out import drafts_about, work_out


def plan_destruction(
    desk: Desk, case_ids: Sequence[str], ground: str = TERM_ENDED, *, relative_ids: Sequence[str] = ()
) -> DestructionPlan:
    """Return what destroying these cases and relatives comes down to; nothing is changed.

    Raises NotFound, NotAllowed("role").
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        worked = work_out(session, desk, case_ids, relative_ids)
        return DestructionPlan(
            case_ids=worked.case_ids,
            relative_ids=worked.relative_ids,
            person_ids=tuple(sorted(worked.who.person_ids)),
            family_ids=tuple(sorted(worked.who.family_ids)),
            counts=worked.counts,
            loosened=worked.loosened,
            drafts=len(drafts_about(session, desk, worked)),
            mentions=mentions(session, worked.going, worked.names),
            kept=worked.who.kept,
            blocks=blocks(session, desk, worked, ground),
        )
