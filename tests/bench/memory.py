# SPDX-License-Identifier: EUPL-1.2
"""The memory an open vault takes, with the window and everything it shows."""

import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.bench.place import Place
from tests.bench.tour import settle, whole_pages

MEGABYTE = 1024 * 1024
GLANCE = 0.05
"""Seconds a page stays when nothing is under way any more."""


def memory(place: Place) -> float:
    """Return the megabytes this process holds when every page and a dossier have been on screen."""
    from casus import app
    from casus.services.case_list import CaseList
    from tests.bench.data import desk_of, open_vault
    from tests.bench.window import new_application

    running = new_application()
    app.preload().join()
    with closing(open_vault(place.folder)) as vault:
        desk = desk_of(vault)
        running.open_desk(desk)
        window = running.session.window
        places = [(key, "") for key in whole_pages(window.page_keys())]
        for key, record_id in [*places, ("dossier", f"case:{CaseList(desk).ids()[0]}")]:
            settle(running, GLANCE, lambda key=key, record_id=record_id: window.open(key, record_id))
        return resident_megabytes()


def resident_megabytes() -> float:
    """Return the memory of this process in megabytes; on macOS its peak, which is all that system tells."""
    if sys.platform == "win32":
        return counters_of_windows().working_set / MEGABYTE
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text("ascii").splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) * 1024 / MEGABYTE
    return peak_megabytes()


def peak_megabytes() -> float:
    """Return the most memory this process had so far, in megabytes."""
    if sys.platform == "win32":
        return counters_of_windows().peak / MEGABYTE
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / MEGABYTE if sys.platform == "darwin" else peak / 1024


def counters_of_windows() -> Any:
    """Return the PROCESS_MEMORY_COUNTERS of this process."""
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
    return counters
