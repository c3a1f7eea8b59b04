# SPDX-License-Identifier: EUPL-1.2
"""Codes for what files write: any text can be a category, also where it holds a sign of predicates."""

import re
from collections.abc import Iterable

from casus.disclosure import TOTAL

_RESERVED = re.compile(r"[;=%\x00-\x1f]")
_ESCAPED = re.compile(r"%([0-9A-F]{2})")
_NUMBER = re.compile(r"(\d+)")


def code_of(text: str) -> str:
    """Return the code of a category: the text itself, with signs that codes cannot hold as `%3B`."""
    code = _RESERVED.sub(lambda sign: f"%{ord(sign[0]):02X}", text)
    return f"%{ord(code[0]):02X}{code[1:]}" if code == TOTAL else code


def text_of(code: str) -> str:
    """Return the text a code was made of."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), code)


def in_order(texts: Iterable[str]) -> list[str]:
    """Return texts in an order that does not depend on the file: numbers by size, then letters."""
    return sorted(texts, key=lambda text: (_by_size(text), text))


def _by_size(text: str) -> list[tuple[int, int, str]]:
    parts = _NUMBER.split(text)
    bare = [part.lstrip("0") if place % 2 else part.casefold() for place, part in enumerate(parts)]
    return [(0, len(p), p) if place % 2 else (1, 0, p) for place, p in enumerate(bare) if p or place % 2]
