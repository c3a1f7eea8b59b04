# SPDX-License-Identifier: EUPL-1.2
"""A working day in a minute: every page, a list sorted, searched and scrolled, a dossier, a visit written down.

A beating timer tells how long the main thread was away. Each step's longest absence is printed, so that
`python -m tests.bench.worker tests.bench.tour:longest_block FOLDER PERSONS` names the guilty one.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from tests.bench.place import Place

if TYPE_CHECKING:
    from casus.app import Application
    from casus.gui.lists.table import RecordTable
    from casus.services.desk import Desk

BEAT = 5
"""Milliseconds between two signs of life of the main thread."""
LOOK = 2
"""Milliseconds between two looks at whether the window is still busy."""
PATIENCE = 60.0
REST = 0.3
"""Seconds without work after which a step is over: longer than any delay the window has."""
TYPED = "van den b"

Step = tuple[str, Callable[[], object]]


class Heartbeat:
    """Knows how long the main thread was away, at most, since `listen`, in milliseconds.

    `worked` is the most it computed between two beats: when that is far less than `longest`, others had the
    processor, or the thread stood waiting.
    """

    def __init__(self, running: "Application") -> None:
        from PySide6.QtCore import Qt, QTimer

        self._timer = QTimer(running)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self.listen()
        self._timer.start(BEAT)

    def listen(self) -> None:
        """Begin again."""
        self.longest = self.worked = 0.0
        self._last, self._last_work = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, work = time.perf_counter(), time.thread_time()
        self.longest = max(self.longest, (now - self._last) * 1000 - BEAT)
        self.worked = max(self.worked, (work - self._last_work) * 1000)
        self._last, self._last_work = now, work


def longest_block(place: Place) -> float:
    """Return the milliseconds the main thread was away longest while a PGA expert used the window."""
    return toured(place, "pga_expert")


def longest_block_rio(place: Place) -> float:
    """Return the same of the window of a re-integration officer (RIO)."""
    return toured(place, "rio")


def toured(place: Place, role: str) -> float:
    """Return the milliseconds the main thread was away longest in the window of this role."""
    from tests.bench.data import desk_of, open_vault, working_copy
    from tests.bench.window import new_application

    running = new_application()
    with closing(open_vault(working_copy(place))) as vault:
        desk = desk_of(vault, role)
        running.open_desk(desk)
        settle(running)
        heart = Heartbeat(running)
        longest = 0.0
        for name, act in steps(running, desk):
            heart.listen()
            settle(running, act=act)
            print(f"{heart.longest:7.1f} ms, {heart.worked:6.1f} ms of it at work  {name}")
            longest = max(longest, heart.longest)
    return longest


def steps(running: "Application", desk: "Desk") -> Iterator[Step]:
    """Yield what a worker does, each step when the one before has settled."""
    from casus.gui.visits import HOME, VisitSubject, open_visit
    from casus.services.case_list import CaseList
    from casus.services.cases import get_case

    window = running.session.window
    for again in ("first", "again"):
        for key in whole_pages(window.page_keys()):
            yield f"{key} {again}", lambda key=key: window.open(key)
    yield "casussen searched", lambda: window.open("casussen")
    table = window.page().table
    yield from list_steps(table)
    case = next(one for one in (get_case(desk, each) for each in CaseList(desk).ids()) if one.family_id)
    yield "shown beside the list", lambda: table.select_id(case.id)
    yield "dossier", lambda: window.open("dossier", f"case:{case.id}")
    tabs = window.page("dossier").tabs
    for at in range(tabs.count()):
        yield f"tab {at + 1} of the dossier", lambda at=at: tabs.setCurrentIndex(at)
    yield "family", lambda: window.open("gezin", case.family_id)
    subject = VisitSubject(case.person_id, case.id, "")
    yield "visit form", lambda: open_visit(window, desk, HOME, subject)
    yield "visit saved", lambda: save(running, desk, subject.person_id, case.id)
    yield "larger", lambda: window.zoom(10)


def whole_pages(keys: Iterable[str]) -> list[str]:
    """Return the pages that show a whole and not one record, of which a window has others."""
    return sorted(set(keys) - {"dossier", "gezin"})


def list_steps(table: "RecordTable") -> Iterator[Step]:
    """Yield what is done with a list."""
    for key in ("last_contact_on", "phase", "name"):
        yield f"sorted by {key}", lambda key=key: table.sort_by(key)
    for end in range(1, len(TYPED) + 1):
        yield f"typed {end}", lambda end=end: table.search.setText(TYPED[:end])
    yield "search cleared", table.clear
    bar = table.view.verticalScrollBar()
    for part in (0.5, 1.0, 0.25):
        yield f"scrolled to {part:.0%}", lambda part=part: bar.setValue(int(bar.maximum() * part))
    yield "paged", lambda: [bar.setValue(bar.value() + bar.pageStep()) for _ in range(5)]


def save(running: "Application", desk: "Desk", person_id: str, case_id: str) -> None:
    """Save a visit in the worker, and tell every page, as the form does."""
    from casus.services.contacts import log_home_visit
    from casus.services.inputs import HomeVisitInput

    window = running.session.window
    visit = HomeVisitInput(person_id, case_id, desk.today(), report="Goed gesprek gehad.")
    window.tasks.run(
        lambda: log_home_visit(desk, visit),
        owner=window,
        done=lambda done: window.emit_changed(done.changes),
    )


def settle(running: "Application", rest: float = REST, act: Callable[[], object] | None = None) -> None:
    """Do something in the window's own loop, then let it run until nothing was under way for `rest` seconds."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, started = QEventLoop(), time.perf_counter()
    quiet_since = started

    def look() -> None:
        nonlocal quiet_since
        now = time.perf_counter()
        if running.session.tasks.busy:
            quiet_since = now
        elif now - quiet_since >= rest:
            loop.quit()
        if now - started > PATIENCE:
            loop.quit()

    timer = QTimer(interval=LOOK)
    timer.timeout.connect(look)
    timer.start()
    if act is not None:
        QTimer.singleShot(0, act)
    loop.exec()
    if running.session.tasks.busy:
        raise TimeoutError("the window stays busy")
