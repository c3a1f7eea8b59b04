# SPDX-License-Identifier: EUPL-1.2
"""The words for codes, in the language of the window."""

from casus.domain.codelists import codelist
from casus.gui.dates_text import language
from casus.gui.widgets.choice import Choice


def label(name: str, code: str | None) -> str:
    """Return the words for a code of the list `name`, or "" for no code."""
    return codelist(name).label(code, language()) if code else ""


def choices(name: str) -> list[Choice]:
    """Return all options of the list `name`, in its order."""
    of_list = codelist(name)
    return [Choice(entry.code, of_list.label(entry.code, language())) for entry in of_list.codes]
