# SPDX-License-Identifier: EUPL-1.2
"""Stories as far on their way as a test needs them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from casus.services import destruction, exchange, stories
from casus.services.desk import Desk
from casus.services.partners import colleague_called
from casus.services.stories import StoryInput
from casus.vault.tables import Story

SECRET = "gele trein zonder zeven torens"
A_STORY = StoryInput(
    title="Weer naar school",
    pillar="careers",
    theme="resilience",
    perspective="young_person",
    medium="text",
    question="of_value",
    situation="De jongere kwam niet meer op school en er waren schulden.",
    what_we_did="We maakten samen een plan en bleven bellen.",
    what_changed="Na een paar maanden ging het beter.",
    what_failed="Er zaten te veel mensen aan tafel.",
    what_we_learned="Een klein succes telt.",
    consent_by="young_person",
    consent_how="spoken",
    consent_on=date(2023, 9, 14),
)


def a_second(desk: Desk, name: str = "Quirine Tweede") -> str:
    """Enrol a colleague who reads along; return the worker's id."""
    with desk.changing() as session:
        worker_id = colleague_called(session, desk, name).id
    destruction.enrol_second(desk, worker_id, SECRET)
    return worker_id


def a_story(desk: Desk, **changes: Any) -> Story:
    """Write a story in which nobody can be known."""
    return stories.write_story(desk, replace(A_STORY, **changes)).value


def checked(desk: Desk, **changes: Any) -> Story:
    """Write a story and finish its check."""
    story = a_story(desk, **changes)
    return stories.finish_check(desk, story.id, story.version, recognisable=True).value


def approved(desk: Desk, second_id: str, **changes: Any) -> Story:
    """Write a story, check it, and let a second person approve it."""
    story = checked(desk, **changes)
    done = stories.approve_story(desk, story.id, story.version, second_id, SECRET, recognisable=True)
    return done.value


def send(desk: Desk, story: Story, to: Sequence[str], folder: Path, *, withdrawal: bool = False) -> Path:
    """Seal a story, or word of its withdrawal, to colleagues; return the file."""
    path = folder / f"{exchange.file_name(desk, 'story')}-{story.revision}-{withdrawal}"
    (stories.send_withdrawal if withdrawal else stories.send_story)(desk, story.id, to, path)
    return path
