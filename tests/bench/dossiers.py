# SPDX-License-Identifier: EUPL-1.2
"""What is opened one at a time: dossiers, families, a day, the agenda, a document; and taking a visit back."""

from collections.abc import Callable, Iterable
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from tests.bench.data import desk_of, open_vault, working_copy
from tests.bench.memory import peak_megabytes
from tests.bench.place import NOW, Place
from tests.bench.use_cases import seconds

if TYPE_CHECKING:
    from casus.services.desk import Desk
    from casus.services.lists import RecordList

OPENED = 60
"""So many, spread over the list; viewing one is logged, so this is done in a copy."""
DAYS = 40
UNDONE = 40
MEGABYTE = 1024 * 1024
LARGE = 50 * MEGABYTE
"""The most a document may have, as long as nobody changed that."""
REASON = "Er wordt gemeten hoe lang het openen duurt."


def dossier(place: Place) -> float:
    """Return the seconds in which 95 of 100 dossiers are open, everything in them read."""
    from casus.services.case_list import CaseList
    from casus.services.dossier import open_dossier

    return opened(place, CaseList, lambda desk, one: open_dossier(desk, one, reason=REASON))


def glance(place: Place) -> float:
    """Return the seconds in which 95 of 100 cases show what comes next, beside their list."""
    from casus.services.case_list import CaseList
    from casus.services.glance import glance as look

    return opened(place, CaseList, look)


def family(place: Place) -> float:
    """Return the seconds in which 95 of 100 families are open."""
    from casus.services.family_list import FamilyList
    from casus.services.family_page import open_family

    return opened(place, FamilyList, open_family)


def day_sheet(place: Place) -> float:
    """Return the seconds of the slowest of a few weeks of day sheets: hundreds of visits a day at this size."""
    from casus.services.day_sheet import day_sheet as sheet

    with closing(open_vault(place.folder)) as vault:
        desk = desk_of(vault)
        return max(
            seconds(lambda day=day: sheet(desk, desk.today() + timedelta(day))) for day in range(-7, 21)
        )


def agenda(place: Place) -> float:
    """Return the seconds to read a month of the agenda."""
    from casus.services.agenda import agenda as items

    with closing(open_vault(place.folder)) as vault:
        desk = desk_of(vault)
        first = desk.today().replace(day=1)
        return max(seconds(lambda: items(desk, first, first + timedelta(DAYS))) for _ in range(3))


def undo_visit(place: Place) -> float:
    """Return the seconds in which 95 of 100 visits are taken back."""
    from casus.services import undo
    from casus.services.case_list import CaseList
    from casus.services.cases import get_case
    from casus.services.contacts import log_home_visit
    from casus.services.inputs import HomeVisitInput

    with closing(open_vault(working_copy(place))) as vault:
        desk, times = desk_of(vault), []
        for case_id in CaseList(desk).ids()[:UNDONE]:
            case = get_case(desk, case_id)
            log_home_visit(
                desk, HomeVisitInput(case.person_id, case.id, NOW.date(), report="Goed gesprek gehad.")
            )
            step = undo.steps(desk).undo
            assert step is not None
            times.append(seconds(lambda step=step: undo.undo(desk, step.batch_id)))
    return late(times)


def attachment_added(place: Place) -> float:
    """Return the seconds to take in the largest document."""
    with closing(open_vault(working_copy(place))) as vault:
        desk = desk_of(vault)
        return seconds(lambda: add_large(desk, place.folder))


def attachment_read(place: Place) -> float:
    """Return the seconds to read it from its begin to its end."""
    with closing(open_vault(working_copy(place))) as vault:
        desk = desk_of(vault)
        document = add_large(desk, place.folder)
        return seconds(lambda: read_large(desk, document))


def attachment_memory(place: Place) -> float:
    """Return the megabytes this process had at its largest, with such a document taken in and read."""
    with closing(open_vault(working_copy(place))) as vault:
        desk = desk_of(vault)
        read_large(desk, add_large(desk, place.folder))
        return peak_megabytes()


def add_large(desk: "Desk", folder: Path) -> str:
    """Add the largest document to a dossier and return its id."""
    from casus.services.attachments import FileSource, add_attachment
    from casus.services.case_list import CaseList
    from casus.services.cases import get_case
    from casus.services.inputs import AttachmentInput

    path = folder / "large.txt"
    line = b"Een regel van een heel lang verslag.\n"
    with path.open("wb") as file:
        for _ in range(LARGE // len(line)):
            file.write(line)
    case = next(one for one in (get_case(desk, each) for each in CaseList(desk).ids()) if not one.restricted)
    data = AttachmentInput("Groot", "other", desk.today(), case.person_id, case.id)
    return add_attachment(desk, FileSource(path), data).value.id


def read_large(desk: "Desk", document: str) -> None:
    """Read a document to its end."""
    from casus.services.attachments import read_chunks

    read = sum(len(chunk) for chunk in read_chunks(desk, document))
    assert read > LARGE - MEGABYTE


def opened(
    place: Place, records: "Callable[[Desk], RecordList]", look: "Callable[[Desk, str], object]"
) -> float:
    """Return the seconds in which 95 of 100 records of a list, spread over it, are opened."""
    with closing(open_vault(working_copy(place))) as vault:
        desk = desk_of(vault)
        ids = records(desk).ids()
        return late(seconds(lambda one=one: look(desk, one)) for one in ids[:: max(1, len(ids) // OPENED)])


def late(times: Iterable[float]) -> float:
    """Return the p95, and print it with the median."""
    found = sorted(times)
    p95 = quantiles(found, n=20)[18]
    print(f"p50 {median(found) * 1000:6.1f} ms  p95 {p95 * 1000:6.1f} ms")
    return p95
