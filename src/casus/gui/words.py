# SPDX-License-Identifier: EUPL-1.2
"""Small help with words: marking them for translation in tables, and putting them into a sentence."""


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text; Qt's own function of this name does the same but is typed to return `object`."""
    del context
    return text


def in_sentence(text: str) -> str:
    """Return a label as it stands inside a sentence: with a small letter, unless it is or holds a name.

    `Huisbezoek` gives `huisbezoek`; `VOG-ambassadeurs`, `MDO` and `Knock & Talk` stay as they are.
    """
    return text if any(one.isupper() for one in text[1:]) else text.lower()
