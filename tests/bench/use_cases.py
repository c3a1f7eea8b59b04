# SPDX-License-Identifier: EUPL-1.2
"""What a worker waits for, without the window: lists, search, saving, and the memory an open vault takes."""

import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from statistics import median, quantiles

from tests.bench.data import desk_of, open_vault, working_copy
from tests.bench.place import NOW, Place

SAVES = 200
SCREENFUL = 60
MEGABYTE = 1024 * 1024
TYPED = ("v", "va", "van", "van d", "jan", "pieters")


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def today(place: Place) -> float:
    """Return the seconds from the open vault to everything the Today screen shows."""
    from casus.services import today as screen

    with closing(open_vault(place.folder)) as vault:
        return seconds(lambda: screen.today(desk_of(vault)))


def list_shown(place: Place) -> float:
    """Return the seconds to the first screenful of the list of all cases."""
    return listed(place)


def list_sorted(place: Place) -> float:
    """Return the seconds to the first screenful, sorted by last contact, newest first."""
    return listed(place, sort="last_contact_on", descending=True)


def list_filtered(place: Place) -> float:
    """Return the seconds to the first screenful of the cases in one phase."""
    return listed(place, chips={"phase": frozenset({"execution"})})


def listed(place: Place, **query: object) -> float:
    """Return the seconds to order all cases and fetch the rows of the first screenful."""
    from casus.services.case_list import CaseList

    with closing(open_vault(place.folder)) as vault:
        cases = CaseList(desk_of(vault))
        return seconds(lambda: cases.rows(cases.ids(**query)[:SCREENFUL]))


def search_typed(place: Place) -> float:
    """Return the milliseconds from a key press to the hits, the slowest of a few beginnings of words."""
    from casus.services.case_list import CaseList

    with closing(open_vault(place.folder)) as vault:
        cases = CaseList(desk_of(vault))
        cases.rows(cases.ids()[:SCREENFUL])
        return (
            max(
                median(seconds(lambda text=text: cases.rows(cases.ids(text)[:SCREENFUL])) for _ in range(5))
                for text in TYPED
            )
            * 1000
        )


def save_contact(place: Place) -> float:
    """Return the milliseconds in which 99 of 100 home visits are saved, which is: on disk."""
    from casus.services.case_list import CaseList
    from casus.services.cases import get_case
    from casus.services.contacts import log_home_visit
    from casus.services.inputs import HomeVisitInput

    with working_copy(place) as folder, closing(open_vault(folder)) as vault:
        desk = desk_of(vault)
        cases = [get_case(desk, case_id) for case_id in CaseList(desk).ids()[:SAVES]]
        times = [
            seconds(
                lambda case=case: log_home_visit(
                    desk, HomeVisitInput(case.person_id, case.id, NOW.date(), report="Goed gesprek gehad.")
                )
            )
            for case in cases
        ]
    return quantiles(times, n=100)[98] * 1000


def memory(place: Place) -> float:
    """Return the megabytes this process holds with the vault open and a list and Today read."""
    from casus.services import today as screen
    from casus.services.case_list import CaseList

    with closing(open_vault(place.folder)) as vault:
        desk = desk_of(vault)
        cases = CaseList(desk)
        cases.rows(cases.ids()[:SCREENFUL])
        screen.today(desk)
        return resident_megabytes()


def resident_megabytes() -> float:
    """Return the memory of this process in megabytes; on macOS its peak, which is all that system tells."""
    if sys.platform == "win32":
        return working_set_of_windows() / MEGABYTE
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / MEGABYTE
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE


def working_set_of_windows() -> int:
    """Return the bytes of PROCESS_MEMORY_COUNTERS.WorkingSetSize."""
    import ctypes
    from ctypes import wintypes

    class Counters(ctypes.Structure):
        _fields_ = (
            ("cb", wintypes.DWORD),
            ("page_faults", wintypes.DWORD),
            *(
                (name, ctypes.c_size_t)
                for name in ("peak", "working_set", "q1", "q2", "q3", "q4", "p1", "p2")
            ),
        )

    counters = Counters(cb=ctypes.sizeof(Counters))
    process = ctypes.windll.kernel32.GetCurrentProcess()
    ctypes.windll.psapi.GetProcessMemoryInfo(wintypes.HANDLE(process), ctypes.byref(counters), counters.cb)
    return int(counters.working_set)
