# SPDX-License-Identifier: EUPL-1.2
"""The tip that a case holds a story: marked once, undone, kept in the log, masked with its dossier, gone with it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from tests.helpers.builders import a_case, a_person

from casus.domain.clock import FixedClock
from casus.errors import NotAllowed
from casus.services import cases, restricting, story_tips, undo
from casus.services.case_list import CaseList
from casus.services.desk import Desk

TIPPED = {"attention": frozenset({"story_tip"})}


def test_a_tip_is_given_listed_undone_and_masked(make_desk: Callable[..., Desk], clock: FixedClock) -> None:
    desk = make_desk("pga_expert")
    first, other = (a_case(desk, a_person(desk, surname=name)) for name in ("Aa", "Bee"))
    given = story_tips.mark_story_tip(desk, first.id)
    assert given.changes.kinds == frozenset({"cases"})
    clock.moment += timedelta(days=3)
    story_tips.mark_story_tip(desk, other.id)
    story_tips.mark_story_tip(desk, first.id)  # a second time: the day of the first stays
    tips = story_tips.StoryTipList(desk)
    assert tips.ids() == [first.id, other.id]  # the oldest first
    assert set(CaseList(desk).ids(chips=TIPPED)) == {first.id, other.id}
    assert [row["story_tip_on"] for row in tips.rows([first.id])] == [desk.today() - timedelta(days=3)]

    story_tips.clear_story_tip(desk, other.id)
    assert (tips.ids(), story_tips.story_tips(desk)) == ([first.id], 1)
    undo.undo(desk, undo.recent(desk)[0].batch_id)
    assert tips.ids() == [first.id, other.id]

    restricting.restrict(desk, first.person_id, None, "person", "Familie van een collega.")
    shown = {row.id: row for row in tips.rows([first.id, other.id])}
    assert shown[first.id]["restricted"]
    assert "Aa" not in shown[first.id].title
    assert tips.ids("Aa") == []
    with pytest.raises(NotAllowed, match="restricted"):
        story_tips.clear_story_tip(desk, first.id)
    assert cases.get_case(desk, other.id).story_tip_on == desk.today()
    assert desk.vault.verify().ok
