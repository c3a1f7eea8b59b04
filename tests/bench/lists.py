# SPDX-License-Identifier: EUPL-1.2
"""Every list of the desk: opened in a vault nobody read from yet, sorted by each column, filtered by each chip.

A measurement is the slowest of all that can be done with one list. Each act is printed with what it took of the
clock and of the processor: on a busy machine the second tells what the first would have been.
`python -m tests.bench.worker tests.bench.lists:tasks FOLDER PERSONS` names the guilty one.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from statistics import median
from typing import TYPE_CHECKING, Any

from tests.bench.data import desk_of, open_vault
from tests.bench.place import Place
from tests.bench.use_cases import timed

if TYPE_CHECKING:
    from casus.services.desk import Desk
    from casus.services.lists import RecordList

SCREENFUL = 100
"""Rows the window asks at a time."""
TYPED = ("v", "van d", "pieters", "xyzzy")
SUSPECT = 0.15
"""Seconds; what takes longer is done twice more, and the middle one counts: a busy moment is no slow list."""
Act = tuple[str, Callable[[], object]]


def cases(place: Place) -> float:
    """Return the seconds of the slowest act in the list of cases."""
    from casus.services.case_list import CaseList

    return slowest(place, CaseList)


def persons(place: Place) -> float:
    """Return the seconds of the slowest act in the list of persons."""
    from casus.services.person_list import PersonList

    return slowest(place, PersonList)


def tasks(place: Place) -> float:
    """Return the seconds of the slowest act in the list of tasks."""
    from casus.services.task_list import TaskList

    return slowest(place, TaskList)


def appointments(place: Place) -> float:
    """Return the seconds of the slowest act in the list of appointments."""
    from casus.services.appointment_list import AppointmentList

    return slowest(place, AppointmentList)


def missing(place: Place) -> float:
    """Return the seconds of the slowest act in the list of missing data, its counts included."""
    from casus.services.missing_list import MissingList

    return slowest(place, MissingList, lambda records: [("counts", records.counts)])


def planning(place: Place) -> float:
    """Return the seconds of the slowest act in the planning, the caseloads of all workers included."""
    from casus.services.planning import PlanningList, caseloads
    from casus.services.transfer_list import open_transfers

    return slowest(
        place,
        PlanningList,
        lambda records: [
            ("caseloads", lambda: caseloads(records.desk)),
            ("offered", lambda: open_transfers(records.desk)),
        ],
    )


def families(place: Place) -> float:
    """Return the seconds of the slowest act in the list of families."""
    from casus.services.family_list import FamilyList

    return slowest(place, FamilyList)


def detentions(place: Place) -> float:
    """Return the seconds of the slowest act in the list of detentions."""
    from casus.services.detention_list import DetentionList

    return slowest(place, DetentionList)


def radar(place: Place) -> float:
    """Return the seconds of the slowest act in the release radar, its counts included."""
    from casus.services.release_radar import ReleaseRadar

    return slowest(place, ReleaseRadar, lambda records: [("terms", records.term_counts)])


def conditions(place: Place) -> float:
    """Return the seconds of the slowest act in the matrix of conditions, the counts in its header included."""
    from casus.services.condition_matrix import ConditionMatrix

    return slowest(place, ConditionMatrix, _heads_of_matrix)


def _heads_of_matrix(records: Any) -> Iterator[Act]:
    for code in ("", *next(chip for chip in records.chips() if chip.key == "moment").codes):
        chips = {"moment": frozenset({code})} if code else {}
        yield f"header {code}", lambda chips=chips: records.counts("", chips)
    yield "due", records.due


def consulting(place: Place) -> float:
    """Return the seconds of the slowest act in the list of consulting hours, its totals included."""
    from casus.services.consulting_list import ConsultingList

    return slowest(place, ConsultingList, lambda records: [("totals", lambda: records.totals("", {}))])


def programmes(place: Place) -> float:
    """Return the seconds of the slowest act in the list of programmes."""
    from casus.services.programme_list import ProgrammeList

    return slowest(place, ProgrammeList)


def certificates(place: Place) -> float:
    """Return the seconds of the slowest act in the list of certificates of conduct."""
    from casus.services.vog_list import VogList

    return slowest(place, VogList)


def slowest(
    place: Place, make: "Callable[[Desk], RecordList]", more: Callable[[Any], Any] = lambda _list: ()
) -> float:
    """Return the seconds of the slowest thing that can be done with a list, and print all of them."""
    with closing(open_vault(place.folder)) as vault:
        records = make(desk_of(vault))
        slow = 0.0
        for name, act in [*acts(records), *more(records)]:
            clock, work = settled(act, again=name != "opened")
            print(f"{clock * 1000:6.0f} ms, {work * 1000:6.0f} ms at work  {name}")
            slow = max(slow, clock)
    return slow


def acts(records: "RecordList") -> Iterator[Act]:
    """Yield the acts every list has: opening it, each sort order, each filter, a few texts."""

    def shown(**query: Any) -> Callable[[], object]:
        return lambda: records.rows(records.ids(**query)[:SCREENFUL])

    yield "opened", shown()
    yield "total", records.total
    for key in records._sorts():
        yield f"by {key}", shown(sort=key)
        yield f"by {key}, last first", shown(sort=key, descending=True)
    for chip in records.chips():
        for code in chip.codes:
            yield f"{chip.key}: {code}", shown(chips={chip.key: frozenset({code})})
    for text in TYPED:
        yield f"typed {text}", shown(text=text)


def settled(act: Callable[[], object], *, again: bool) -> tuple[float, float]:
    """Return the seconds on the clock and of the processor; what seems slow is done again, unless it was the first."""
    runs = [timed(act)]
    if again and runs[0][0] > SUSPECT:
        runs += [timed(act), timed(act)]
    return median(run[0] for run in runs), median(run[1] for run in runs)
