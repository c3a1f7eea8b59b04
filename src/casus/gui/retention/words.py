# SPDX-License-Identifier: EUPL-1.2
"""A term in words, the same in the list, the dossier and the panels."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import day_month
from casus.gui.labels import label


def term_words(years: int, event: str) -> str:
    """`5 jaar na afsluiten`."""
    words = QCoreApplication.translate("Retention", "{0} jaar na {1}")
    return words.format(years, label("retention_event", event))


def confirmed_words(confirmed: bool, officer: str = "") -> str:
    """Who has to say that this is the right term, by name when the policy names them; nothing once somebody did."""
    if confirmed:
        return ""
    if officer:
        return QCoreApplication.translate("Retention", "te bevestigen door {0} (FG)").format(officer)
    return QCoreApplication.translate("Retention", "te bevestigen door de privacyfunctionaris (FG)")


def until_words(until: date | None, *, held: bool, today: date) -> str:
    """The last day, or why there is none."""
    if held:
        return QCoreApplication.translate("Retention", "geen einddatum: er geldt een bewaarplicht")
    if until is None:
        return QCoreApplication.translate("Retention", "loopt vanaf het afsluiten van de casus")
    return day_month(until, today)
