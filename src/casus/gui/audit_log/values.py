# SPDX-License-Identifier: EUPL-1.2
"""A stored value in words: a code by its label, a day or a moment as one writes it, nothing as a dash."""

from datetime import UTC, date, datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.domain.codelists import codelist
from casus.gui.dates_text import local_time, number, short_date
from casus.gui.labels import label

_DAY = 10
"""Signs of a day as it is stored; a moment is longer."""


def shown(value: Any, code_list: str = "") -> str:
    """Return a value of the history in words; `code_list` names the list when it holds codes."""
    if value is None or value == "" or value == []:
        return "–"
    if isinstance(value, bool):
        translate = QCoreApplication.translate
        return translate("Account", "ja") if value else translate("Account", "nee")
    if isinstance(value, list):
        return ", ".join(shown(one, code_list) for one in value)
    if isinstance(value, int):
        return number(value)
    words = str(value)
    if code_list and words in codelist(code_list).values:
        return label(code_list, words)
    return _moment(words)


def _moment(words: str) -> str:
    """Return a day or a moment as one writes it; any other text as it is."""
    try:
        if len(words) == _DAY:
            return short_date(date.fromisoformat(words))
        moment = datetime.fromisoformat(words)
    except ValueError:
        return words
    moment = moment.replace(tzinfo=moment.tzinfo or UTC)
    return f"{short_date(moment.astimezone().date())} {local_time(moment)}"


def who(worker: str) -> str:
    """Return a colleague's name; what the program writes for itself or its owner is a code."""
    words = {
        "owner": QCoreApplication.translate("AuditLog", "Eigenaar van de kluis"),
        "system": QCoreApplication.translate("AuditLog", "Casus zelf"),
    }
    return words.get(worker, worker)
