# SPDX-License-Identifier: EUPL-1.2
"""What a person types, made fit to store: one normal form, no control characters, nothing that hides.

The list of bad input is that of security.md 5.8. Each function either returns text that can be stored,
searched, shown and exported, or raises InvalidInput with the rule that was broken; the text itself is
never part of the error. All checks are linear, and over-long text is refused before it is looked at.
"""

import re
import unicodedata

from casus.errors import InvalidInput

LINE_LIMIT = 200
TEXT_LIMIT = 20_000

MAX_MARKS = 8
"""Accents stacked on one letter; real scripts stay well below, and sorting longer stacks is quadratic."""

_SLACK = 4  # typed text may shrink: decomposed accents, spaces that collapse
_NONCHARACTERS = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_CONTROLS = re.compile(f"[\x01-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef{_NONCHARACTERS}]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_STEERING = (
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidi embedding, override, isolate; old shaping controls
)
_MEANINGLESS = re.compile(
    "[\u00ad\u200b\u2060\ufeff]"
)  # soft hyphen, zero-width space, joiner, byte order mark
_EMOJI = "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
_NUL = re.compile("\x00")
_HIDDEN = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200c\u200e\u200f\u2060-\u2065\u2800\u3164"
    "\ufe00-\ufe0e\ufeff\uffa0\ufff0-\ufffb\U000e0000-\U000e0fff"
)
_INVISIBLE_IN_TEXT = re.compile(f"[{_STEERING}]")
_INVISIBLE_IN_LINE = re.compile(
    f"[{_STEERING}{_HIDDEN}]|(?<![{_EMOJI}])\u200d|(?<![{_EMOJI}0-9#*])\ufe0f"  # emoji may join
)
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\u200d{_STEERING}{_HIDDEN}]")


def clean_line(field: str, value: str | None, *, required: bool = False, limit: int = LINE_LIMIT) -> str:
    """Return one line (a name, a place, a title) in NFC, trimmed, with every run of white space as one space.

    Raises InvalidInput: "required", "too_long" (limit in characters), "nul", "control", "surrogate",
    "invisible" (bidi controls, zero-width characters), "marks" (too many stacked accents).
    """
    text = _sound(field, value, limit)
    text = " ".join(text.split())
    _refuse(field, "invisible", _INVISIBLE_IN_LINE, text)
    return _finish(field, text, required=required, limit=limit)


def clean_text(field: str, value: str | None, *, required: bool = False, limit: int = TEXT_LIMIT) -> str:
    """Return free text in NFC with `\\n` line ends, trimmed, no spaces at line ends.

    Zero-width characters without a meaning (left by web pages and word processors) are dropped; joiners
    of emoji and of Arabic and Persian script stay; characters that turn the reading direction around are
    refused, because the text would read otherwise than it is stored. Raises InvalidInput as `clean_line`.
    """
    text = _sound(field, value, limit, drop=_MEANINGLESS)
    _refuse(field, "invisible", _INVISIBLE_IN_TEXT, text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    if not text.isascii() and not _UNSEEN.sub("", text).replace("\ufe0f", "").strip():
        text = ""  # joiners and direction marks around nothing
    return _finish(field, text.strip(), required=required, limit=limit)


def visible(text: str) -> str:
    """Return `text` with every character that cannot be seen written out, such as `⟨U+202E⟩`."""
    return _UNSEEN.sub(lambda found: f"⟨U+{ord(found.group()):04X}⟩", text)


def _sound(field: str, value: str | None, limit: int, drop: re.Pattern[str] | None = None) -> str:
    text = (value or "").strip()
    if len(text) > limit * _SLACK:
        raise InvalidInput(field, "too_long", limit=limit)
    _refuse(field, "nul", _NUL, text)
    _refuse(field, "surrogate", _SURROGATES, text)
    text = _LINE_ENDS.sub("\n", text)
    _refuse(field, "control", _CONTROLS, text)
    if text.isascii():
        return text
    text = drop.sub("", text) if drop else text
    _refuse_stacks(field, text)
    return unicodedata.normalize("NFC", text)


def _refuse(field: str, rule: str, pattern: re.Pattern[str], text: str) -> None:
    found = pattern.search(text)
    if found:
        raise InvalidInput(field, rule, character=f"U+{ord(found.group()[-1]):04X}", position=found.start())


def _refuse_stacks(field: str, text: str) -> None:
    stacked = 0
    for character in text:
        stacked = stacked + 1 if unicodedata.combining(character) else 0
        if stacked > MAX_MARKS:
            raise InvalidInput(field, "marks", limit=MAX_MARKS)


def _finish(field: str, text: str, *, required: bool, limit: int) -> str:
    if len(text) > limit:
        raise InvalidInput(field, "too_long", limit=limit)
    if required and not text:
        raise InvalidInput(field, "required")
    return text


def in_sentence(text: str) -> str:
    """Return a label as it stands inside a sentence: with a small letter, unless it is or holds a name.

    `Huisbezoek` gives `huisbezoek`; `VOG-ambassadeurs`, `MDO` and `Knock & Talk` stay as they are.
    """
    return text if any(one.isupper() for one in text[1:]) else text.lower()
