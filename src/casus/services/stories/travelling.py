# SPDX-License-Identifier: EUPL-1.2
"""A story as it travels: the approved text and its codes, what was declared, the second person's signature.

No id of a person, case or worker is in it, and no date finer than it needs: of consent only the month. What the second
person signs is exactly this, so a text that was changed afterwards has no approval.
"""

import hashlib
import re
from datetime import date
from typing import Any

from casus.crypto.signing import is_signed
from casus.domain.codelists import codelist
from casus.domain.text import clean_line, clean_text
from casus.errors import BundleInvalid, InvalidInput
from casus.reports.story import MOST_STORY_CHARACTERS
from casus.services.exchange import plain
from casus.services.stories.inputs import NEEDED_PARTS, TEXT_PARTS
from casus.services.stories.writing import refuse_markup
from casus.vault.tables import Story

VERSION = 1
_LISTS = {
    "pillar": "pillar", "theme": "register_theme", "perspective": "story_perspective", "medium": "story_medium",
    "question": "story_question", "consent_by": "story_consent_by", "consent_how": "story_consent_how",
}  # fmt: skip
_FLAGS = ("composite", "against_grain", "small_group")
_KEYS = ("key", "revision", "parts", "indicator", "consent_month", *_LISTS, *_FLAGS)
_APPROVAL = ("approved_on", "approval_key", "approval")
_CODE = re.compile(r"[a-z0-9_]{1,40}")
_ID = re.compile(r"[0-9a-f]{32}")
_HEX = re.compile(r"[0-9a-f]{64,128}")


def plain_story(story: Story, revision: int) -> dict[str, Any]:
    """Return what travels of a story, without the approval."""
    assert story.consent_on is not None
    return {
        "key": story.origin_id or story.id,
        "revision": revision,
        "parts": {part: getattr(story, part) for part in TEXT_PARTS if getattr(story, part)},
        "indicator": story.indicator,
        "consent_month": f"{story.consent_on:%Y-%m}",
        **{name: getattr(story, name) for name in (*_LISTS, *_FLAGS)},
    }


def content_of(told: dict[str, Any]) -> str:
    """Return what the second person signs: a digest of all that travels."""
    return f"casus-story-{VERSION}:{hashlib.sha256(plain.to_payload(told)).hexdigest()}"


def to_bytes(story: Story) -> bytes:
    """Return the payload of an approved story."""
    assert story.approved_on is not None
    approval = {
        "approved_on": story.approved_on.isoformat(),
        "approval_key": story.approval_key,
        "approval": story.approval,
    }
    return plain.to_payload({"story": plain_story(story, story.revision), **approval})


def from_bytes(payload: bytes, today: date) -> dict[str, Any]:
    """Return the columns of a story that came.

    Raises BundleInvalid "content" for anything that is not exactly as a vault writes it, "story_unsigned" when the
    approval is not of this text, "from_future".
    """
    whole = plain.from_payload(payload, ("story", *_APPROVAL))
    told = plain.record(whole["story"], _KEYS)
    values: dict[str, Any] = dict.fromkeys(TEXT_PARTS) | _parts(told["parts"])
    for name, of_list in _LISTS.items():
        if told[name] not in codelist(of_list).known:
            raise BundleInvalid("content")
        values[name] = told[name]
    values |= {name: plain.flag(told[name]) for name in _FLAGS}
    values |= {
        "origin_id": _matching(_ID, told["key"]),
        "revision": plain.number(told["revision"]),
        "indicator": None if told["indicator"] is None else _matching(_CODE, told["indicator"]),
        "consent_on": _day(f"{plain.string(told['consent_month'])}-01"),
        "approved_on": _day(plain.string(whole["approved_on"])),
        "approval_key": _matching(_HEX, whole["approval_key"]),
        "approval": _matching(_HEX, whole["approval"]),
    }
    if values["revision"] < 1:
        raise BundleInvalid("content")
    if values["consent_on"] > today or values["approved_on"] > today:
        raise BundleInvalid("from_future")
    if not is_approved(told, values["approval_key"], values["approval"]):
        raise BundleInvalid("story_unsigned")
    return values


def is_approved(told: dict[str, Any], key: str, signature: str) -> bool:
    """Tell whether the second person with this key signed exactly this."""
    return is_signed(bytes.fromhex(key), content_of(told).encode("ascii"), bytes.fromhex(signature))


def _parts(found: object) -> dict[str, str]:
    if not isinstance(found, dict) or not {"title", *NEEDED_PARTS} <= found.keys() <= set(TEXT_PARTS):
        raise BundleInvalid("content")
    if sum(len(plain.string(words)) for words in found.values()) > MOST_STORY_CHARACTERS:
        raise BundleInvalid("content")
    for part, words in found.items():
        try:
            same = (clean_line if part == "title" else clean_text)(part, words, required=True) == words
            refuse_markup(part, words)
        except InvalidInput:
            raise BundleInvalid("content") from None
        if not same:
            raise BundleInvalid("content")
    return dict(found)


def _matching(pattern: re.Pattern[str], found: object) -> str:
    text = plain.string(found)
    if not pattern.fullmatch(text):
        raise BundleInvalid("content")
    return text


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise BundleInvalid("content") from None
    if day.isoformat() != text:
        raise BundleInvalid("content")
    return day
