# SPDX-License-Identifier: EUPL-1.2
"""What was found, in words: under which heading, what it is, and why it fits."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import day_month
from casus.gui.labels import label
from casus.gui.words import QT_TRANSLATE_NOOP, in_sentence
from casus.services.search import Hit

ICONS = {
    "persons": "user",
    "cases": "folder",
    "families": "house-line",
    "contacts": "chat-circle",
    "tasks": "check-square",
    "programmes": "briefcase",
    "attachments": "paperclip",
    "facilities": "buildings",
    "partners": "users",
}
_HEADINGS = {
    "persons": QT_TRANSLATE_NOOP("SearchHit", "Personen, casussen en gezinnen"),
    "contacts": QT_TRANSLATE_NOOP("SearchHit", "In verslagen, taken, trajecten en bijlagen"),
    "facilities": QT_TRANSLATE_NOOP("SearchHit", "Inrichtingen en partners"),
    "commands": QT_TRANSLATE_NOOP("SearchHit", "Opdrachten"),
}
_UNDER = {
    **dict.fromkeys(("persons", "cases", "families"), "persons"),
    **dict.fromkeys(("contacts", "tasks", "programmes", "attachments"), "contacts"),
    **dict.fromkeys(("facilities", "partners"), "facilities"),
}
_ORDER = tuple(_HEADINGS)
_WHY = {
    "alias": QT_TRANSLATE_NOOP("SearchHit", "ook bekend als {0}"),
    "similar": QT_TRANSLATE_NOOP("SearchHit", "lijkt erop"),
    "street": QT_TRANSLATE_NOOP("SearchHit", "adres {0}"),
    "postcode": QT_TRANSLATE_NOOP("SearchHit", "postcode {0}"),
    "telephone": QT_TRANSLATE_NOOP("SearchHit", "telefoon {0}"),
    "email": QT_TRANSLATE_NOOP("SearchHit", "e-mail {0}"),
    "several": QT_TRANSLATE_NOOP("SearchHit", "in meer gegevens samen"),
}
_LEADS = {
    "report": QT_TRANSLATE_NOOP("SearchHit", "Verslag:"),
    "met_at": QT_TRANSLATE_NOOP("SearchHit", "Plaats:"),
    "source": QT_TRANSLATE_NOOP("SearchHit", "Bron:"),
    "attendee": QT_TRANSLATE_NOOP("SearchHit", "Aanwezig:"),
    "owner": QT_TRANSLATE_NOOP("SearchHit", "Wie:"),
    "note": QT_TRANSLATE_NOOP("SearchHit", "Notitie:"),
    "provider": QT_TRANSLATE_NOOP("SearchHit", "Aanbieder:"),
    "stop_reason": QT_TRANSLATE_NOOP("SearchHit", "Waarom gestopt:"),
}


def group(kind: str) -> int:
    """Return the place of the group a kind of record stands in."""
    return _ORDER.index(_UNDER[kind])


def heading(kind: str) -> str:
    """Return the words above the group of a kind of record, or of "commands"."""
    return QCoreApplication.translate("SearchHit", _HEADINGS[_UNDER.get(kind, kind)])


def lead(hit: Hit) -> str:
    """Return in which field of a record the quoted words stand."""
    words = _LEADS.get(hit.why) if hit.quote else None
    return QCoreApplication.translate("SearchHit", words) if words else ""


def remark(hit: Hit, today: date) -> str:
    """Return what it is and why it fits, in a few words."""
    parts: tuple[str, ...]
    match hit.kind:
        case "contacts":
            parts = (label("contact_kind", hit.code), _day(hit, today))
        case "tasks":
            parts = (label("task_status", hit.code), _day(hit, today), hit.subtitle)
        case "programmes":
            kind = in_sentence(label("programme_kind", hit.code))
            translated = QCoreApplication.translate("SearchHit", "Traject {0}").format(kind)
            parts = (translated, _day(hit, today))
        case "attachments":
            parts = (
                label("record_kind", hit.kind),
                label("attachment_kind", hit.code),
                _day(hit, today),
                hit.subtitle,
            )
        case "persons":
            parts = (_why(hit), hit.subtitle)
        case _:
            parts = (_why(hit), label("record_kind", hit.kind), hit.subtitle)
    return " · ".join(part for part in parts if part)


def _why(hit: Hit) -> str:
    words = _WHY.get(hit.why)
    return QCoreApplication.translate("SearchHit", words).format(hit.matched).strip() if words else ""


def _day(hit: Hit, today: date) -> str:
    return day_month(hit.on, today) if hit.on else ""
