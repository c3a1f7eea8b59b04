# SPDX-License-Identifier: EUPL-1.2
"""Writing a story, changing it, checking it and taking back consent, all in the vault of its writer."""

import re
from dataclasses import dataclass
from datetime import date
from functools import partial

from sqlalchemy.orm import Session

from casus.domain.roles import Permission
from casus.errors import InvalidInput, NotAllowed
from casus.reports.story import MOST_STORY_CHARACTERS
from casus.services.changes import Changes, Done
from casus.services.checks import FormCheck, fetch
from casus.services.desk import Desk
from casus.services.indicators.versions import nameable
from casus.services.stories.check import Checked, check_story
from casus.services.stories.inputs import NEEDED_PARTS, TEXT_PARTS, StoryInput, texts_of
from casus.vault.tables import Story

KIND = "stories"
DRAFT, REVIEWED, RELEASED, PUBLISHED, WITHDRAWN = "draft", "reviewed", "released", "published", "withdrawn"
CONSENT = "consent"
"""Stands for a reason where consent was taken back: the form shows its own words for it."""
_LEAST_YEAR = 2000
_MARKUP = re.compile(r"<\s*/?\s*[A-Za-z!][^<>]{0,400}>|\]\(\s*\w+:|\{\{|&#?\w{2,8};")


@dataclass(frozen=True)
class Told:
    """A story to show, with what the check finds in it now; `may_both`: the second person must look for
    recognisable people too.
    """

    record: Story
    checked: Checked
    may_both: bool


def write_story(desk: Desk, data: StoryInput) -> Done[Story]:
    """Keep a new story as a concept. Raises InvalidForm, NotAllowed("role")."""
    desk.require(Permission.DOSSIERS)
    values = _clean(desk, data)
    with desk.changing(label="write_story") as session:
        story = Story(
            **values, status=DRAFT, revision=0, written_by_id=desk.worker_id,
            recognisable_checked=False, recognisable_second=False,
        )  # fmt: skip
        session.add(story)
    return _done(story)


def update_story(desk: Desk, story_id: str, version: int, data: StoryInput) -> Done[Story]:
    """Change a story; it is a concept again, whoever had read it before. What was sent stays as it was there.

    Raises InvalidForm, NotFound, StaleRecord, NotAllowed "story_withdrawn", "story_received", "role".
    """
    desk.require(Permission.DOSSIERS)
    values = _clean(desk, data)
    with desk.changing(label="update_story") as session:
        story = own_story(session, story_id, version)
        changed = {name for name, value in values.items() if getattr(story, name) != value}
        for name in changed:
            setattr(story, name, values[name])
        if changed:
            draft_again(story)
    return _done(story)


def remove_story(desk: Desk, story_id: str, version: int) -> Done[None]:
    """Throw away a story nobody approved yet. Raises NotFound, StaleRecord, NotAllowed("story_read", "role")."""
    desk.require(Permission.DOSSIERS)
    with desk.changing(label="remove_story") as session:
        story = own_story(session, story_id, version)
        if story.revision:
            raise NotAllowed("story_read")
        session.delete(story)
    return Done(None, Changes.of((KIND,), story_id))


def get_story(desk: Desk, story_id: str) -> Story:
    """Return a story; raises NotFound."""
    with desk.reading() as session:
        return fetch(session, Story, story_id)


def tell(desk: Desk, story_id: str) -> Told:
    """Return a story with what the check finds in it now. Raises NotFound, NotAllowed("role")."""
    story = get_story(desk, story_id)
    checked = check_story(desk, texts_of(story))
    return Told(story, checked, needs_both(story, checked))


def finish_check(desk: Desk, story_id: str, version: int, *, recognisable: bool) -> Done[Story]:
    """Say that the story is checked: nothing in it names anyone, and its writer thought of neighbour and accomplice.

    Raises InvalidForm (an empty part, no consent, no tick), NotFound, StaleRecord, NotAllowed "story_blocked"
    (count), "story_withdrawn", "story_received", "role".
    """
    desk.require(Permission.DOSSIERS)
    with desk.reading() as session:
        story = own_story(session, story_id, version)
    _complete(story, recognisable=recognisable)
    refuse_blocked(check_story(desk, texts_of(story)))
    with desk.changing(label="check_story") as session:
        story = own_story(session, story_id, version)
        story.status, story.checked_on, story.recognisable_checked = REVIEWED, desk.today(), True
    return _done(story)


def withdraw_consent(desk: Desk, story_id: str, version: int, on: date | None) -> Done[Story]:
    """Write down that whose story it is no longer agrees: it is withdrawn for good.

    Raises InvalidForm (a day in the future or before the consent), NotFound, StaleRecord, NotAllowed "story_withdrawn",
    "story_received", "role".
    """
    desk.require(Permission.DOSSIERS)
    check = FormCheck()
    day = check.past("withdrawn_on", on, desk.today())
    with desk.changing(label="withdraw_consent") as session:
        story = own_story(session, story_id, version)
        check.not_before("withdrawn_on", day, story.consent_on, "before_step")
        check.finish()
        story.consent_withdrawn_on = day
        story.status, story.withdrawn_on = WITHDRAWN, desk.today()
    return _done(story)


def own_story(session: Session, story_id: str, version: int | None = None) -> Story:
    """Return a story that was written here and may still change; raises as `update_story`."""
    story = fetch(session, Story, story_id, version)
    if story.origin_id is not None:
        raise NotAllowed("story_received")
    if story.status == WITHDRAWN:
        raise NotAllowed("story_withdrawn")
    return story


def draft_again(story: Story) -> None:
    """Forget who read it: it is no longer what they read."""
    story.status, story.checked_on = DRAFT, None
    story.recognisable_checked = story.recognisable_second = False
    story.reviewed_by_id = story.approved_on = story.approval_key = story.approval = None
    story.published_on = None


def needs_both(story: Story, checked: Checked) -> bool:
    """Tell whether both readers must think of who would know someone: it is about few people."""
    return story.small_group or story.perspective == "family" or any(
        hit.kind in ("small_group", "combination") for hit in checked.hits
    )  # fmt: skip


def refuse_blocked(checked: Checked) -> None:
    """Raise NotAllowed("story_blocked") when the text still names or places someone."""
    if checked.blocks:
        raise NotAllowed("story_blocked", count=checked.blocks)


def _clean(desk: Desk, data: StoryInput) -> dict[str, object]:
    """Return the columns a writer fills in."""
    check = FormCheck()
    texts = {part: check.text(part, getattr(data, part)) for part in TEXT_PARTS[1:]}
    values: dict[str, object] = {
        "title": check.needed_line("title", data.title),
        **texts,
        "pillar": check.code("pillar", "pillar", data.pillar),
        "theme": check.code("theme", "register_theme", data.theme),
        "perspective": check.code("perspective", "story_perspective", data.perspective),
        "medium": check.code("medium", "story_medium", data.medium),
        "question": check.code("question", "story_question", data.question),
        "consent_by": check.optional_code("consent_by", "story_consent_by", data.consent_by),
        "consent_how": check.optional_code("consent_how", "story_consent_how", data.consent_how),
        "consent_on": check.day("consent_on", data.consent_on, required=False, today=desk.today()),
        "indicator": data.indicator or None,
        "composite": data.composite,
        "against_grain": data.against_grain,
        "small_group": data.small_group,
    }
    if values["indicator"] is not None and values["indicator"] not in indicator_codes(desk):
        check.refuse("indicator", "unknown_record")
    if isinstance(data.consent_on, date) and data.consent_on.year < _LEAST_YEAR:
        check.refuse("consent_on", "date")
    for part in TEXT_PARTS:
        check.rule(partial(refuse_markup, part, str(values[part] or "")))
    if sum(len(str(values[part] or "")) for part in TEXT_PARTS) > MOST_STORY_CHARACTERS:
        check.refuse("situation", "story_long", limit=MOST_STORY_CHARACTERS)
    check.finish()
    return values


def refuse_markup(field: str, text: str) -> None:
    """Raise InvalidInput(rule "markup") when a text holds what a browser or word processor would act on."""
    if _MARKUP.search(text):
        raise InvalidInput(field, "markup")


def indicator_codes(desk: Desk) -> frozenset[str]:
    """Return the codes of the figures a story can stand beside: also of one that is no longer in reports."""
    with desk.reading() as session:
        return frozenset(one.code for one in nameable(session).indicators)


def indicator_choices(desk: Desk, language: str) -> tuple[tuple[str, str], ...]:
    """Return code and title of the figures a story can stand beside, in the order of the report."""
    with desk.reading() as session:
        return tuple((one.code, one.title[language]) for one in nameable(session).indicators)


def _complete(story: Story, *, recognisable: bool) -> None:
    check = FormCheck()
    for part in NEEDED_PARTS:
        if not getattr(story, part):
            check.refuse(part, "required")
    for field in ("consent_by", "consent_how", "consent_on"):
        if not getattr(story, field):
            check.refuse(field, "required")
    if not recognisable:
        check.refuse("recognisable", "story_recognisable")
    check.finish()


def _done(story: Story) -> Done[Story]:
    return Done(story, Changes.of((KIND,), story.id))
