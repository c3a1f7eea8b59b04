# SPDX-License-Identifier: EUPL-1.2
"""The words of the command line, in the language of the terminal."""

import os
import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from casus.assets import resource_path


def terminal_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return nl, or en where the terminal is set to English (LC_ALL, LC_MESSAGES, LANG, in that order)."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(name):
            return "en" if value.lower().startswith("en") else "nl"
    return "nl"


def say(key: str, language: str, **data: object) -> str:
    """Return a text of resources/catalogue/cli.toml by its key, `part.name`, with its blanks filled."""
    part, _, name = key.partition(".")
    text: str = _catalogue()[part][name][language]
    return text.format(**data) if data else text


@cache
def _catalogue() -> Mapping[str, Any]:
    with resource_path("catalogue", "cli.toml").open("rb") as file:
        return tomllib.load(file)
