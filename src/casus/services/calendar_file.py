# SPDX-License-Identifier: EUPL-1.2
"""The agenda as an iCalendar file for another calendar: kinds and times, never a name, place or word of a dossier.

A phone or an office calendar is outside the vault. All that goes there is that there is a home visit at two
o'clock (RFC 5545; times are local, as they are in the vault).
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from casus import __version__
from casus.domain.codelists import codelist
from casus.services import report_files
from casus.services.agenda import APPOINTMENT, AgendaItem
from casus.services.desk import Desk

SUFFIX = ".ics"
_MINUTES = 60


def calendar_of(desk: Desk, items: Iterable[AgendaItem]) -> bytes:
    """Return the appointments among `items` that still have to take place as an iCalendar file."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Casus//Casus {__version__}//{desk.language.upper()}")
    calendar.add("version", "2.0")
    for item in items:
        if item.kind == APPOINTMENT and not item.done:
            calendar.add_component(_event(desk, item))
    return bytes(calendar.to_ical())


def export_calendar(desk: Desk, items: Iterable[AgendaItem], path: Path, *, overwrite: bool = False) -> int:
    """Write the file and return how many appointments are in it; raises ExportFailed."""
    chosen = [item for item in items if item.kind == APPOINTMENT and not item.done]
    report_files.write(path, calendar_of(desk, chosen), overwrite=overwrite)
    with desk.changing() as session:
        desk.vault.log(session, "exported", "agenda", desk.vault.vault_id)
    return len(chosen)


def _event(desk: Desk, item: AgendaItem) -> Event:
    event = Event()
    event.add("uid", f"{item.record_id}@casus")
    event.add("dtstamp", desk.clock.now())
    event.add("summary", codelist("contact_kind").label(item.what, desk.language))
    event.add("class", "PRIVATE")
    if item.at_time is None:
        event.add("dtstart", item.on)
        event.add("dtend", item.on + timedelta(days=1))
    else:
        start = datetime.combine(item.on, time.fromisoformat(item.at_time))
        event.add("dtstart", start)
        event.add("dtend", start + timedelta(minutes=item.minutes or _MINUTES))
    return event
