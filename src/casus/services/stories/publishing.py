# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator does with a story that came: telling that it was published, and withdrawing it."""

from sqlalchemy.orm import Session

from casus.domain.phases import check_reason
from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.stories.writing import KIND, PUBLISHED, RELEASED, WITHDRAWN
from casus.vault.tables import Story


def publish_story(desk: Desk, story_id: str, version: int) -> Done[Story]:
    """Write down that an approved story was published. Raises NotFound, StaleRecord, NotAllowed
    "story_not_approved", "story_withdrawn", "role".
    """
    desk.require(Permission.RELEASE)
    with desk.changing(label="publish_story") as session:
        story = _standing(session, story_id, version)
        if story.status != RELEASED:
            raise NotAllowed("story_not_approved")
        story.status, story.published_on = PUBLISHED, desk.today()
    return Done(story, Changes.of((KIND,), story.id))


def withdraw_story(desk: Desk, story_id: str, version: int, reason: str) -> Done[Story]:
    """Withdraw a story with a reason: no report tells it any more. Raises InvalidForm(reason), NotFound, StaleRecord,
    NotAllowed "story_withdrawn", "role".
    """
    desk.require(Permission.RELEASE)
    check = FormCheck()
    words = check.needed_text("reason", reason)
    check.rule(lambda: check_reason("reason", words))
    check.finish()
    with desk.changing(label="withdraw_story") as session:
        story = _standing(session, story_id, version)
        story.status, story.withdrawn_on, story.withdrawn_reason = WITHDRAWN, desk.today(), words
    return Done(story, Changes.of((KIND,), story.id))


def _standing(session: Session, story_id: str, version: int) -> Story:
    story = fetch(session, Story, story_id, version)
    if story.status == WITHDRAWN:
        raise NotAllowed("story_withdrawn")
    return story
