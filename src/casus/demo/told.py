# SPDX-License-Identifier: EUPL-1.2
"""The stories of the demo team: written and checked in a worker's vault, read by a second person, sent, published.

They are invented (resources/catalogue/demo_stories.toml), and every state of a story is among them.
"""

import tomllib
from collections.abc import Mapping
from datetime import timedelta
from functools import cache
from typing import Any

from casus.assets import resource_path
from casus.demo.post import OFFICE, Post
from casus.services import destruction, stories, story_tips
from casus.services.case_list import CaseList
from casus.services.desk import Desk
from casus.services.partners import colleague_called
from casus.services.stories import TEXT_PARTS, StoryInput
from casus.vault.tables import Story

_READER = "Hanneke de Graaf"
READER_SECRET = "groene lampion boven natte straat"  # noqa: S105 - public, as the demo's password is
"""With this the second person confirms in every vault of the demo: stories, and destruction."""


@cache
def told() -> Mapping[str, Any]:
    """Return resources/catalogue/demo_stories.toml."""
    path = resource_path("catalogue", "demo_stories.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


_TIPS = 3


def tell_stories(post: Post) -> None:
    """Write every story and take it as far as it says."""
    readers: dict[str, str] = {}
    for one in told()["story"]:
        desk, state = post.desks[one["by"]], one["state"]
        story = stories.write_story(desk, _input(one, desk)).value
        if state == "draft":
            continue
        story = stories.finish_check(desk, story.id, story.version, recognisable=True).value
        if state == "reviewed":
            continue
        if one["by"] not in readers:
            readers[one["by"]] = _reader(desk)
        story = stories.approve_story(
            desk, story.id, story.version, readers[one["by"]], READER_SECRET, recognisable=True
        ).value
        _send(post, one["by"], story, state)


def give_tips(desk: Desk) -> None:
    """Mark some running cases as holding a story that is still to be asked for."""
    running = CaseList(desk).ids("", {"state": frozenset({"running"})}, "last_contact_on", descending=True)
    shown = [row.id for row in CaseList(desk).rows(running) if not row["restricted"]]
    for case_id in shown[:_TIPS]:
        story_tips.mark_story_tip(desk, case_id)


def _send(post: Post, by: str, story: Story, state: str) -> None:
    """Bring a story to the coordinator, and from there as far as it comes."""
    desk, office, to = post.desks[by], post.desks[OFFICE], [post.card(by, OFFICE)]
    key = post.deliver(OFFICE, "story", lambda path: stories.send_story(desk, story.id, to, path))
    if state == "withdrawn":
        gone = stories.withdraw_consent(desk, story.id, story.version, desk.today()).value
        post.deliver(
            OFFICE, "story_withdrawal", lambda path: stories.send_withdrawal(desk, gone.id, to, path)
        )
    if state == "published":
        stories.publish_story(office, key, stories.get_story(office, key).version)


def _reader(desk: Desk) -> str:
    """Enrol the colleague who reads along at this desk; return the worker's id."""
    with desk.changing("demo", label="demo") as session:
        worker_id = colleague_called(session, desk, _READER).id
    destruction.enrol_second(desk, worker_id, READER_SECRET)
    return worker_id


def _input(one: Mapping[str, Any], desk: Desk) -> StoryInput:
    texts: dict[str, Any] = {part: one.get(part) for part in TEXT_PARTS[1:]}
    return StoryInput(
        title=one["title"],
        pillar=one["pillar"],
        theme=one.get("theme", "resilience"),
        perspective=one["perspective"],
        medium="text",
        question=one["question"],
        composite=one.get("composite", False),
        against_grain=one.get("against_grain", False),
        consent_by=one["consent"],
        consent_how=one["how"],
        consent_on=desk.today() - timedelta(days=20),
        **texts,
    )
