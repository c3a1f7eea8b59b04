# SPDX-License-Identifier: EUPL-1.2
"""Times of day as people write them: `9`, `9.30`, `0930`, `9u30`, `half tien`, `kwart over 9`."""

import re
from datetime import time

from casus.errors import InvalidInput

_HOUR_WORDS = "een twee drie vier vijf zes zeven acht negen tien elf twaalf"
_HOURS = dict(zip(_HOUR_WORDS.split(), range(1, 13), strict=True))
_CLOCK = re.compile(r"(\d{1,2})(?:[:.,uh ]+(\d{2}))?")
_DIGITS = re.compile(r"(\d{1,2})(\d{2})")
_SPOKEN = re.compile(r"(half|kwart over|kwart voor) (\d{1,2}|[a-z]+)")
_SHIFT = {"half": -30, "kwart over": 15, "kwart voor": -15}
_LONGEST = 30


def parse_time(text: str, *, field: str = "time") -> time:
    """Read a time of day to the minute; raise InvalidInput "required" when empty, "time" when it is none.

    Spoken Dutch is taken by the clock's own hours: `half tien` is 09:30, `half 22` is 21:30.
    """
    words = " ".join(text.casefold().replace("\u00e9", "e").split())
    if not words:
        raise InvalidInput(field, "required")
    minutes = _minutes(words) if len(words) <= _LONGEST else None
    if minutes is None:
        raise InvalidInput(field, "time")
    return time(minutes // 60, minutes % 60)


def _minutes(words: str) -> int | None:
    words = re.sub(r" ?(uur|u|h)$", "", words)
    if spoken := _SPOKEN.fullmatch(words):
        hour = _HOURS.get(spoken[2]) or (int(spoken[2]) if spoken[2].isdecimal() else 0)
        return hour * 60 + _SHIFT[spoken[1]] if 1 <= hour <= 23 else None
    if words in _HOURS:
        return _HOURS[words] * 60
    found = _CLOCK.fullmatch(words) or _DIGITS.fullmatch(words)
    if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
        return None
    return int(found[1]) * 60 + int(found[2] or 0)


def format_time(moment: time) -> str:
    """Return `09:30`."""
    return f"{moment.hour:02}:{moment.minute:02}"
