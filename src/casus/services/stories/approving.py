# SPDX-License-Identifier: EUPL-1.2
"""The second person: reads a checked story at the writer's computer and signs for exactly that text."""

from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import InvalidForm, InvalidInput, NotAllowed
from casus.services.changes import Changes, Done
from casus.services.desk import Desk
from casus.services.destruction import seconds
from casus.services.stories.check import check_story
from casus.services.stories.inputs import texts_of
from casus.services.stories.travelling import content_of, plain_story
from casus.services.stories.writing import (
    KIND,
    RELEASED,
    REVIEWED,
    needs_both,
    own_story,
    refuse_blocked,
)
from casus.vault.tables import Story


def approve_story(
    desk: Desk, story_id: str, version: int, second_id: str, secret: str, *, recognisable: bool
) -> Done[Story]:
    """Approve a checked story as the second person (a worker's id), with the secret of their own.

    It is checked again: a name may have come into the vault since. Raises InvalidForm (no tick where it is about few
    people), NotFound, StaleRecord, NotAllowed: story_not_checked, story_blocked (count), story_withdrawn,
    story_received, same_person, same_secret, not_enrolled, wrong_second_secret and second_wait (seconds), role.
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        story = _readable(session, story_id, version)
    checked = check_story(desk, texts_of(story))
    refuse_blocked(checked)
    if needs_both(story, checked) and not recognisable:
        raise InvalidForm((InvalidInput("recognisable", "story_recognisable"),))
    revision, writer = story.revision + 1, story.written_by_id or desk.worker_id
    public_key, signature = seconds.sign(
        desk, writer, second_id, secret, content_of(plain_story(story, revision))
    )
    with desk.changing(label="approve_story") as session:
        story = _readable(session, story_id, version)
        story.status, story.revision, story.approved_on = RELEASED, revision, desk.today()
        story.reviewed_by_id, story.recognisable_second = second_id, recognisable
        story.approval_key, story.approval = public_key, signature
        seconds.forgive(session, second_id)
    return Done(story, Changes.of((KIND,), story.id))


def _readable(session: Session, story_id: str, version: int) -> Story:
    story = own_story(session, story_id, version)
    if story.status != REVIEWED:
        raise NotAllowed("story_not_checked")
    return story
