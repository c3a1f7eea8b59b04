# SPDX-License-Identifier: EUPL-1.2
"""The stories a report may tell: approved, with consent that still stands, in a coordinator's vault."""

from sqlalchemy import or_, select

from casus.domain.periods import Period
from casus.domain.roles import Permission
from casus.reports.story import STORY_PARTS, ReportStory
from casus.services.desk import Desk
from casus.vault.tables import Story

RELEASED, PUBLISHED = "released", "published"


def stories_for_report(desk: Desk, period: Period) -> tuple[ReportStory, ...]:
    """Return what may be told about a period: approved in it, or later; by pillar and title.

    A story that was withdrawn, or whose consent was, is never among them. Raises NotAllowed("role").
    """
    desk.require(Permission.RELEASE)
    wanted = (
        select(Story)
        .where(
            Story.status.in_((RELEASED, PUBLISHED)),
            Story.consent_withdrawn_on.is_(None),
            Story.withdrawn_on.is_(None),
            or_(Story.approved_on.is_(None), Story.approved_on >= period.first),
        )
        .order_by(Story.pillar, Story.title, Story.id)
    )
    with desk.reading() as session:
        return tuple(report_story(one) for one in session.scalars(wanted))


def report_story(story: Story) -> ReportStory:
    """Return a story as a report tells it."""
    texts = ((part, getattr(story, part)) for part in STORY_PARTS)
    return ReportStory(
        key=story.id,
        title=story.title,
        perspective=story.perspective,
        pillar=story.pillar,
        parts=tuple((part, words) for part, words in texts if words),
        composite=story.composite,
        against_the_grain=story.against_grain,
        consent_stated=story.consent_by is not None and story.consent_on is not None,
    )
