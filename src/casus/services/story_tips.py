# SPDX-License-Identifier: EUPL-1.2
"""The tip that a case holds a story worth telling: a mark and its day, no words, so that nothing is said twice.

A story never refers to a case; the tip only brings a worker back to the dossier to ask, with consent, and to write.
"""

from collections.abc import Mapping

from sqlalchemy import Select, func, select

from casus.domain.roles import Permission
from casus.services.case_list import CaseList
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.lists import AnyColumn, AnySelect, Column
from casus.vault.tables import Case


def mark_story_tip(desk: Desk, case_id: str) -> Done[Case]:
    """Mark a case as worth a story; the day of the first time stays.

    Raises NotFound, NotAllowed "restricted", "handed_over", "role".
    """
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="mark_story_tip") as session:
        case = fetch(session, Case, case_id)
        case.story_tip_on = case.story_tip_on or desk.today()
    return _done(case)


def clear_story_tip(desk: Desk, case_id: str) -> Done[Case]:
    """Take the mark away again. Raises as `mark_story_tip`."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="clear_story_tip") as session:
        case = fetch(session, Case, case_id)
        case.story_tip_on = None
    return _done(case)


class StoryTipList(CaseList):
    """The cases with a tip, the oldest tip first."""

    columns = (
        Column("name"),
        Column("approach", "code", "approach"),
        Column("phase", "code", "phase"),
        Column("story_tip_on", "date"),
    )
    default_sort = "story_tip_on"

    def _source(self) -> Select[str]:
        return super()._source().where(Case.story_tip_on.is_not(None))

    def _sorts(self) -> Mapping[str, AnyColumn]:
        return {**super()._sorts(), "story_tip_on": Case.story_tip_on}

    def _select_rows(self) -> AnySelect:
        return super()._select_rows().add_columns(Case.story_tip_on)


def story_tips(desk: Desk) -> int:
    """Return how many cases have a tip."""
    with desk.reading() as session:
        return session.scalar(select(func.count()).where(Case.story_tip_on.is_not(None))) or 0


def _done(case: Case) -> Done[Case]:
    return Done(case, Changes.of(("cases",), case.id, case.person_id))
