# SPDX-License-Identifier: EUPL-1.2
"""Texts of somebody else's file, made fit for a sentence: on one line, short, without characters that steer."""

LONGEST = 40


def printable(text: str, longest: int = LONGEST) -> str:
    """Return a text on one line, without characters that steer a terminal, and not too long."""
    seen = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
    return seen if len(seen) <= longest else f"{seen[: longest - 1]}…"


def listed(names: object, most: int = 12) -> str:
    """Return names as `a, b, c`, the first `most` of them."""
    found = [printable(str(name)) for name in names]  # type: ignore[attr-defined]
    return ", ".join(found[:most]) + (", …" if len(found) > most else "")
