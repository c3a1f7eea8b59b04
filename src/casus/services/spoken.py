# SPDX-License-Identifier: EUPL-1.2
"""The language of the window, for the few words that services put in place of a name; needs no database."""

_now = {"language": "nl"}


def speak(language: str) -> None:
    """Put words in this language (nl or en) from now on."""
    _now["language"] = language


def spoken() -> str:
    """Return the language of the window: nl or en."""
    return _now["language"]
