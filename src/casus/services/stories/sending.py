# SPDX-License-Identifier: EUPL-1.2
"""Sealing an approved story to the coordinator, and telling that it was withdrawn to whoever has it."""

from collections.abc import Sequence
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import NotAllowed
from casus.services.changes import Changes, Done
from casus.services.checks import fetch
from casus.services.desk import Desk
from casus.services.exchange.sending import Outgoing, send
from casus.services.stories import travelling
from casus.services.stories.arriving import STORY, WITHDRAWAL, withdrawal_bytes
from casus.services.stories.check import check_story
from casus.services.stories.inputs import texts_of
from casus.services.stories.writing import KIND, RELEASED, WITHDRAWN, own_story, refuse_blocked
from casus.vault.tables import BundleReceipt, Story


def send_story(  # what, to whom, where and how sure one is
    desk: Desk,
    story_id: str,
    colleague_ids: Sequence[str],
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[Story]:
    """Seal an approved story to these colleagues; checked once more. Raises as `exchange.send`, NotFound,
    NotAllowed "story_not_approved", "story_blocked" (count), "story_withdrawn", "story_received", "role".
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        texts = texts_of(own_story(session, story_id))
    refuse_blocked(check_story(desk, texts))
    with desk.changing(label="send_story") as session:
        story = own_story(session, story_id)
        if story.status != RELEASED or story.approval is None or texts_of(story) != texts:
            raise NotAllowed("story_not_approved")
        outgoing = Outgoing(
            STORY, travelling.VERSION, travelling.to_bytes(story), record_kind=KIND, record_id=story.id
        )
        sent = send(desk, session, colleague_ids, outgoing, path, unverified=unverified, overwrite=overwrite)
    return Done(story, sent | Changes.of((KIND,), story.id))


def send_withdrawal(
    desk: Desk,
    story_id: str,
    colleague_ids: Sequence[str],
    path: Path,
    *,
    unverified: bool = False,
    overwrite: bool = False,
) -> Done[Story]:
    """Tell these colleagues that a story may not be told any more. Raises as `exchange.send`, NotFound,
    NotAllowed "story_not_withdrawn".
    """
    with desk.changing(label="send_withdrawal") as session:
        story = fetch(session, Story, story_id)
        if story.status != WITHDRAWN:
            raise NotAllowed("story_not_withdrawn")
        outgoing = Outgoing(
            WITHDRAWAL, travelling.VERSION, withdrawal_bytes(story), record_kind=KIND, record_id=story.id
        )
        sent = send(desk, session, colleague_ids, outgoing, path, unverified=unverified, overwrite=overwrite)
    return Done(story, sent | Changes.of((KIND,), story.id))


def holders(desk: Desk, story_id: str) -> tuple[str, ...]:
    """Return the colleagues (ids) who have a story from here, or whom it came from, without those who were told
    that it was withdrawn.
    """
    with desk.reading() as session:
        story = fetch(session, Story, story_id)
        have = _receivers(session, story_id, STORY)
        told = _receivers(session, story_id, WITHDRAWAL)
    have = have | ({story.colleague_id} if story.colleague_id else set())
    return tuple(sorted(have - told))


def _receivers(session: Session, story_id: str, kind: str) -> set[str]:
    wanted = select(BundleReceipt.colleague_id).where(
        BundleReceipt.direction == "out", BundleReceipt.kind == kind, BundleReceipt.record_id == story_id
    )
    return set(session.scalars(wanted))
