# SPDX-License-Identifier: EUPL-1.2
"""Payloads as canonical JSON, and a strict reading of what a colleague's vault wrote: nothing more, nothing less."""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from casus.domain.text import clean_line, clean_text
from casus.errors import BundleInvalid, InvalidInput

MOST_NUMBER = 2**31


def to_payload(plain: object) -> bytes:
    """Return the one JSON text of a plain value."""
    return json.dumps(plain, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def from_payload(data: bytes, keys: Collection[str]) -> dict[str, Any]:
    """Return an object with exactly these keys; raises BundleInvalid "content"."""
    try:
        found = json.loads(data)
        _refuse_halves(data, found)
    except (ValueError, RecursionError):
        raise BundleInvalid("content") from None
    return record(found, keys)


def _refuse_halves(data: bytes, found: object) -> None:
    """Raise ValueError on half a sign (a lone surrogate): no text of ours, and no file, can hold one."""
    if b"\\ud" in data.lower() or b"\xed" in data:
        json.dumps(found, ensure_ascii=False).encode("utf-8")


def record(found: object, keys: Collection[str]) -> dict[str, Any]:
    """Return what must be an object with exactly these keys."""
    if not isinstance(found, dict) or found.keys() != set(keys):
        raise BundleInvalid("content")
    return found


def rows(found: object, most: int) -> list[Any]:
    """Return what must be a list of at most so many."""
    if not isinstance(found, list):
        raise BundleInvalid("content")
    if len(found) > most:
        raise BundleInvalid("too_large")
    return found


def line(found: object) -> str:
    """Return what must be a line of text, as it would be stored."""
    text = string(found)
    try:
        clean = clean_line("text", text)
    except InvalidInput:
        raise BundleInvalid("content") from None
    if not clean or clean != text:
        raise BundleInvalid("content")
    return clean


def string(found: object) -> str:
    """Return what must be a text."""
    if not isinstance(found, str):
        raise BundleInvalid("content")
    return found


def text(found: object) -> str:
    """Return what must be a text of any number of lines, as it would be stored."""
    given = string(found)
    try:
        clean = clean_text("text", given)
    except InvalidInput:
        raise BundleInvalid("content") from None
    if not clean or clean != given:
        raise BundleInvalid("content")
    return clean


def mapping(found: object) -> dict[str, Any]:
    """Return what must be an object, whatever its keys."""
    if not isinstance(found, dict):
        raise BundleInvalid("content")
    return found


def day(found: object) -> date:
    """Return what must be a day."""
    try:
        return date.fromisoformat(string(found))
    except ValueError:
        raise BundleInvalid("content") from None


def number(found: object) -> int:
    """Return what must be a whole number from 0 on."""
    if type(found) is not int or not 0 <= found < MOST_NUMBER:
        raise BundleInvalid("content")
    return found


def flag(found: object) -> bool:
    """Return what must be yes or no."""
    if type(found) is not bool:
        raise BundleInvalid("content")
    return found


def moment(found: object) -> datetime:
    """Return what must be a moment with its zone."""
    try:
        read = datetime.fromisoformat(string(found))
    except ValueError:
        raise BundleInvalid("content") from None
    if read.tzinfo is None:
        raise BundleInvalid("content")
    return read
