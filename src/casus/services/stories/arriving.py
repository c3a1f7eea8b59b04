# SPDX-License-Identifier: EUPL-1.2
"""The kinds `story` and `story_withdrawal`: an approved story that comes, and word that one may not be told any more."""

import re
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casus.domain.roles import Role
from casus.errors import BundleInvalid
from casus.services.changes import Changes
from casus.services.exchange import plain
from casus.services.exchange.kinds import BundleKind, Documents, Fact, Incoming, Taken
from casus.services.stories import travelling
from casus.services.stories.writing import KIND as STORIES
from casus.services.stories.writing import RELEASED, WITHDRAWN
from casus.vault.tables import BundleReceipt, Colleague, Story

STORY, WITHDRAWAL = "story", "story_withdrawal"
_WORKERS = frozenset({Role.PGA_EXPERT.value, Role.RIO.value})
_OFFICE = frozenset({Role.COORDINATOR.value})
_ID = re.compile(r"[0-9a-f]{32}")


def withdrawal_bytes(story: Story) -> bytes:
    """Return the payload that tells of a withdrawal: which story, and whether consent was taken back."""
    return plain.to_payload(
        {"key": story.origin_id or story.id, "consent": story.consent_withdrawn_on is not None}
    )


def _preview(incoming: Incoming) -> tuple[Fact, ...]:
    values = travelling.from_bytes(incoming.payload, incoming.desk.today())
    known = _known(incoming, values)
    facts = [
        Fact("story_title", values["title"]),
        Fact("story_pillar", values["pillar"], "pillar"),
        Fact("story_perspective", values["perspective"], "story_perspective"),
        Fact("story_composite", _answer(values["composite"]), "bundle_answer"),
        Fact("story_against", _answer(values["against_grain"]), "bundle_answer"),
        Fact("story_consent", values["consent_by"], "story_consent_by"),
    ]
    if known is not None:
        facts.append(Fact("story_replaces", known.title))
    return tuple(facts)


def _answer(yes: bool) -> str:
    return "yes" if yes else "no"


def _take(incoming: Incoming, documents: Documents) -> Taken:
    if next(documents, None) is not None:
        raise BundleInvalid("content")
    session = incoming.session
    values = travelling.from_bytes(incoming.payload, incoming.desk.today())
    story = _known(incoming, values)
    if story is None:
        story = Story(colleague_id=incoming.sender.id)
        session.add(story)
    for name, value in values.items():
        setattr(story, name, value)
    story.status, story.published_on = RELEASED, None
    story.recognisable_checked = story.recognisable_second = True
    session.flush()
    return Taken(Changes.of((STORIES,), story.id), STORIES, story.id)


def _known(incoming: Incoming, values: dict[str, Any]) -> Story | None:
    """Return the older text of this story that is here. Raises BundleInvalid "story_withdrawn", "story_older"."""
    session, key = incoming.session, values["origin_id"]
    story = _of(session, key, incoming.sender.worker_id)
    if _receipt(session, "in", WITHDRAWAL, key, incoming.sender.worker_id) or (
        story is not None and story.status == WITHDRAWN
    ):
        raise BundleInvalid("story_withdrawn")
    if story is not None and story.revision >= values["revision"]:
        raise BundleInvalid("story_older")
    return story


def _of(session: Session, key: str, worker_id: str) -> Story | None:
    """Return the story with this key that came from this worker, by whichever of their cards."""
    wanted = select(Story).join(Colleague, Colleague.id == Story.colleague_id)
    return session.scalar(wanted.where(Story.origin_id == key, Colleague.worker_id == worker_id))


def _receipt(session: Session, direction: str, kind: str, key: str, worker_id: str) -> bool:
    """Tell whether a bundle about this story went to, or came from, this worker."""
    wanted = select(BundleReceipt.id).join(Colleague, Colleague.id == BundleReceipt.colleague_id)
    wanted = wanted.where(
        BundleReceipt.direction == direction, BundleReceipt.kind == kind, BundleReceipt.record_id == key,
        Colleague.worker_id == worker_id,
    )  # fmt: skip
    return session.scalar(wanted.limit(1)) is not None


def _read_withdrawal(payload: bytes) -> tuple[str, bool]:
    whole = plain.from_payload(payload, ("key", "consent"))
    key = plain.string(whole["key"])
    if not _ID.fullmatch(key):
        raise BundleInvalid("content")
    return key, plain.flag(whole["consent"])


def _withdrawn(incoming: Incoming, key: str) -> Story | None:
    """Return the story that is withdrawn: one that came from the sender, or one's own that was sent to them."""
    story = _of(incoming.session, key, incoming.sender.worker_id)
    own = incoming.session.get(Story, key) if story is None else None
    if own is None or own.origin_id is not None:
        return story
    return own if _receipt(incoming.session, "out", STORY, key, incoming.sender.worker_id) else None


def _preview_withdrawal(incoming: Incoming) -> tuple[Fact, ...]:
    key, consent = _read_withdrawal(incoming.payload)
    story = _withdrawn(incoming, key)
    reason = Fact("story_consent_withdrawn", _answer(consent), "bundle_answer")
    if story is None:
        return Fact("story_unknown", "no", "bundle_answer"), reason
    return Fact("story_title", story.title), Fact("story_status", story.status, "story_status"), reason


def _take_withdrawal(incoming: Incoming, documents: Documents) -> Taken:
    if next(documents, None) is not None:
        raise BundleInvalid("content")
    key, consent = _read_withdrawal(incoming.payload)
    story, today = _withdrawn(incoming, key), incoming.desk.today()
    if story is None:
        return Taken(Changes.of((STORIES,), key), STORIES, key)
    if story.status != WITHDRAWN:
        story.status, story.withdrawn_on = WITHDRAWN, today
    if consent and story.consent_withdrawn_on is None:
        story.consent_withdrawn_on = today
    incoming.session.flush()
    return Taken(Changes.of((STORIES,), story.id), STORIES, story.id)


KIND = BundleKind(
    code=STORY, versions=frozenset({travelling.VERSION}), senders=_WORKERS, receivers=_OFFICE,
    preview=_preview, take=_take, together=True,
)  # fmt: skip
WITHDRAWAL_KIND = BundleKind(
    code=WITHDRAWAL, versions=frozenset({travelling.VERSION}), senders=_WORKERS | _OFFICE,
    receivers=_WORKERS | _OFFICE, preview=_preview_withdrawal, take=_take_withdrawal,
)  # fmt: skip
