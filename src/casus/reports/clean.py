# SPDX-License-Identifier: EUPL-1.2
"""Make any label safe to print: one line, no control, override or unpaired characters."""

import unicodedata

_REMOVED = frozenset({"Cc", "Cs", "Cn", "Co"})  # control, surrogate, unassigned or noncharacter, private use
_STEERING = frozenset(
    "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def clean(text: str) -> str:
    """Return `text` on one line, without characters that a reader cannot see or a file cannot hold.

    Line breaks and tabs become single spaces; direction controls go, because they could turn the
    digits around them; letters of every script and emoji stay.
    """
    kept = (" " if ch in "\t\n\r\x0b\x0c\x85\u2028\u2029" else ch for ch in text if ch not in _STEERING)
    seen = "".join(ch for ch in kept if unicodedata.category(ch) not in _REMOVED)
    return " ".join(seen.split(" ")).strip()


def formula_safe(text: str) -> str:
    """Return `text` so that no spreadsheet reads it as a formula when it opens a CSV file.

    Source: OWASP, "CSV Injection": a leading apostrophe for = + - @, tab and carriage return.
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
