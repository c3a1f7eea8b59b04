# SPDX-License-Identifier: EUPL-1.2
"""What a worker waits for, without the window: lists, search, saving."""

import time
from collections.abc import Callable
from contextlib import closing
from statistics import median, quantiles

from tests.bench.data import desk_of, open_vault, working_copy
from tests.bench.place import NOW, Place

SAVES = 200
SCREENFUL = 60
TYPED = ("v", "va", "van", "van d", "jan", "pieters")


def seconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Return how many seconds a piece of work takes on the clock, and of the processor."""
    clock, processor = time.perf_counter(), time.thread_time()
    work()
    return time.perf_counter() - clock, time.thread_time() - processor


def today(place: Place) -> float:
    """Return the seconds from the open vault to everything the Today screen shows."""
    from casus.services import today as screen

    with closing(open_vault(place.folder)) as vault:
        return seconds(lambda: screen.today(desk_of(vault)))


def caseload_progress(place: Place) -> float:
    """Return the seconds to count the progress of all persons with a running case, per life domain."""
    from casus.services import progress

    with closing(open_vault(place.folder)) as vault:
        return seconds(lambda: progress.caseload_progress(desk_of(vault)))


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

    with closing(open_vault(working_copy(place))) as vault:
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
