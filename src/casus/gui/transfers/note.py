# SPDX-License-Identifier: EUPL-1.2
"""The first words of a hand-over note, put together from what stands in the dossier."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import day_month
from casus.gui.labels import label
from casus.services.transfer_note import NoteFacts


def first_words(found: NoteFacts, today: date) -> str:
    """Return phase, open work, appointments and what works, as a text one goes on writing in."""
    translate = QCoreApplication.translate
    phase = translate("HandOverNote", "Fase: {0}, sinds {1}.").format(
        label("phase", found.phase), day_month(found.phase_since, today)
    )
    last = ""
    if found.last_contact_on is not None:
        last = translate("HandOverNote", "Laatste contact: {0}.").format(
            day_month(found.last_contact_on, today)
        )
    review = ""
    if found.review_on is not None:
        review = translate("HandOverNote", "Hertoets: {0}.").format(day_month(found.review_on, today))
    appointments = [
        " ".join(
            part
            for part in (day_month(one.on, today), one.at_time, label("contact_kind", one.kind).lower())
            if part
        )
        for one in found.appointments
    ]
    actions = [_with_day(title, due, today) for title, due in (*found.actions, *found.tasks)]
    parts = [
        " ".join(part for part in (phase, last, review) if part),
        _listed(translate("HandOverNote", "Nog te doen:"), actions),
        _listed(translate("HandOverNote", "Afspraken:"), appointments),
        _listed(translate("HandOverNote", "Wat werkt:"), found.works or [""]),
    ]
    return "\n\n".join(part for part in parts if part)


def _listed(title: str, rows: Iterable[str]) -> str:
    found = [f"– {one}" for one in rows]
    return "\n".join([title, *found]) if found else ""


def _with_day(title: str, due: date | None, today: date) -> str:
    return f"{title} ({day_month(due, today)})" if due else title
