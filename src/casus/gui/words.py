# SPDX-License-Identifier: EUPL-1.2
"""Small help with words: marking them for translation in tables, and putting them into a sentence."""

from casus.domain.text import in_sentence

__all__ = ["QT_TRANSLATE_NOOP", "in_sentence"]


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text; Qt's own function of this name does the same but is typed to return `object`."""
    del context
    return text
