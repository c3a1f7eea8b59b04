# SPDX-License-Identifier: EUPL-1.2
"""Background work: where it runs, where the answer arrives, and what happens when things go wrong."""

import gc
import threading
import time
import weakref

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from casus.errors import Cancelled, CasusError, NotFound
from casus.gui.garbage import SETTLED_AFTER, garbage_keeper
from casus.gui.tasks import Progress, TaskRunner


def test_work_runs_elsewhere_and_its_result_arrives_in_the_windows_thread(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    owner, seen = QObject(), []
    runner.run(
        threading.get_ident, owner=owner, done=lambda where: seen.append((where, threading.get_ident()))
    )
    qtbot.waitUntil(lambda: bool(seen))
    assert seen[0][0] != seen[0][1] == threading.get_ident()


def test_pieces_of_work_run_one_at_a_time_and_in_order(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, order, inside = QObject(), [], []

    def work(number: int) -> int:
        inside.append(number)
        assert len(inside) == 1
        inside.remove(number)
        return number

    for number in range(20):
        runner.run(lambda number=number: work(number), owner=owner, done=order.append)
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_nothing_is_delivered_to_an_owner_that_is_gone(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, gate, seen = QObject(), threading.Event(), []
    runner.run(gate.wait, owner=owner, done=seen.append)
    from shiboken6 import delete

    delete(owner)
    gate.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert seen == []


def test_an_expected_error_goes_to_the_one_who_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, seen, signalled = QObject(), [], []
    runner.failed.connect(signalled.append)
    runner.run(_raise_not_found, owner=owner, done=seen.append, failed=seen.append)
    qtbot.waitUntil(lambda: bool(seen))
    assert isinstance(seen[0], NotFound)
    assert signalled == []


@pytest.mark.usefixtures("expected_warnings")
def test_a_bug_goes_to_the_signal_even_when_errors_are_expected(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, seen = QObject(), []
    with qtbot.waitSignal(runner.failed) as caught:
        runner.run(lambda: 1 / 0, owner=owner, done=seen.append, failed=seen.append)
    assert isinstance(caught.args[0], ZeroDivisionError)
    assert seen == []


@pytest.mark.usefixtures("expected_warnings")
def test_the_log_of_a_bug_holds_its_kind_but_not_its_words(
    runner: TaskRunner, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def work() -> None:
        raise RuntimeError("Fatima Canarie")

    with qtbot.waitSignal(runner.failed):
        runner.run(work, owner=runner, done=lambda _: None)
    assert "RuntimeError" in caplog.text
    assert "Canarie" not in caplog.text


def test_long_work_tells_how_far_it_is_and_stops_when_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, steps, ended = QObject(), [], []
    begin, gate = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begin.wait(5)
        progress(1, 10)
        gate.wait(5)
        progress(2, 10)

    job = runner.run_long(work, owner=owner, done=ended.append, failed=ended.append)
    job.progressed.connect(lambda done, total: steps.append((done, total)))
    begin.set()
    qtbot.waitUntil(lambda: bool(steps))
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert steps == [(1, 10)]
    assert isinstance(ended[0], Cancelled)


def test_work_that_was_done_before_the_stop_came_is_still_reported(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, ended, gate = QObject(), [], threading.Event()
    job = runner.run(lambda: gate.wait(5) and "stored", owner=owner, done=ended.append)
    qtbot.wait(20)
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert ended == ["stored"]


def test_busy_is_told_once_for_a_row_of_work(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, told, done = QObject(), [], []
    runner.busy_changed.connect(told.append)
    for _ in range(3):
        runner.run(lambda: None, owner=owner, done=done.append)
    qtbot.waitUntil(lambda: len(done) == 3 and not runner.busy)
    assert told == [True, False]


def test_shutdown_drops_what_waits_and_delivers_nothing_more(qtbot: QtBot) -> None:
    runner, owner, seen = TaskRunner(), QObject(), []
    gate = threading.Event()
    runner.run(gate.wait, owner=owner, done=seen.append)
    runner.run(lambda: 1, owner=owner, done=seen.append)
    gate.set()
    runner.shutdown()
    qtbot.wait(30)
    assert seen == []
    assert not runner.busy


def _raise_not_found() -> CasusError:
    raise NotFound("case", "00")


def test_only_the_windows_thread_collects_garbage_while_there_is_a_worker(qtbot: QtBot) -> None:
    class Knot(QObject):
        """Garbage that only the collector finds."""

        def __init__(self) -> None:
            super().__init__()
            self.me = self
            weakref.finalize(self, lambda: where.append(threading.get_ident()))

    where: list[int] = []
    gc.collect()
    runner = TaskRunner()
    for _ in range(20):
        Knot()
    done: list[int] = []
    runner.run(lambda: len([[] for _ in range(100_000)]), owner=runner, done=done.append)
    qtbot.waitUntil(lambda: bool(done))
    assert where == []
    keeper = garbage_keeper()
    assert keeper is not None
    keep_alive = [[] for _ in range(2000)]
    keeper.tick()
    assert set(where) == {threading.get_ident()}
    assert len(keep_alive) == 2000
    for _ in range(SETTLED_AFTER):
        keeper.tick()
    assert gc.get_freeze_count() > 10_000  # what was there by then is gone through no more
    gc.unfreeze()
    runner.shutdown()
    assert gc.isenabled()


def test_what_comes_after_the_end_is_left_undone(qtbot: QtBot) -> None:
    """The window closes while a timer of the search field still runs."""
    runner, owner, done = TaskRunner(), QObject(), []
    runner.shutdown()
    runner.run(lambda: 1, owner=owner, done=done.append)
    runner.run_long(lambda _progress: 2, owner=owner, done=done.append)
    qtbot.wait(20)
    assert done == []
    assert not runner.busy


def test_what_was_done_at_the_end_is_still_handed_over_when_asked(qtbot: QtBot) -> None:
    for hand_over in (True, False):
        runner, owner, done, begun = TaskRunner(), QObject(), [], threading.Event()

        def work(begun: threading.Event = begun) -> str:
            begun.set()
            time.sleep(0.05)
            return "stored"

        runner.run(work, owner=owner, done=done.append)
        runner.run(lambda: "waiting", owner=owner, done=done.append)
        assert begun.wait(5)
        assert runner.shutdown(5, hand_over=hand_over)
        assert done == (["stored"] if hand_over else [])
