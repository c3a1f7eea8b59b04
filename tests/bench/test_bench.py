# SPDX-License-Identifier: EUPL-1.2
"""The benchmark's own machinery: fresh processes, medians, ratios, and no silent failure."""

import importlib
import json
import os
from pathlib import Path

import pytest

from tests.bench.catalogue import MEASUREMENTS, Measurement, Unit, chosen
from tests.bench.place import Place
from tests.bench.report import table, write
from tests.bench.runner import MeasurementFailed, Result, measure, run_once

HERE = "tests.bench.test_bench"


def process_number(_place: Place) -> float:
    """Return the number of the process that measures."""
    return os.getpid()


def fail(_place: Place) -> float:
    """Fail, as a measurement of broken code does."""
    raise LookupError("not today")


def test_every_run_has_a_process_of_its_own(tmp_path: Path) -> None:
    measurement = Measurement("pid", "pid", Unit.SECONDS, f"{HERE}:process_number", f"{HERE}:process_number")
    result = measure(measurement, tmp_path, persons=1, runs=2)
    assert len({*result.subject, *result.baseline, os.getpid()}) == 5


def talkative(_place: Place) -> float:
    """Say more than a number."""
    print("p50 1.0 ms")
    return 2.0


def test_what_a_measurement_says_is_told_once(tmp_path: Path) -> None:
    told: list[str] = []
    measurement = Measurement("x", "x", Unit.SECONDS, f"{HERE}:talkative")
    assert measure(measurement, tmp_path, 1, 2, told.append).subject == (2.0, 2.0)
    assert told == ["p50 1.0 ms"]


def test_a_failing_measurement_is_not_a_number(tmp_path: Path) -> None:
    with pytest.raises(MeasurementFailed, match="not today"):
        run_once(f"{HERE}:fail", tmp_path, persons=1)


@pytest.mark.parametrize(
    ("baseline", "limit", "reached"),
    [((2.0,), 2.5, True), ((1.0,), 2.5, False), ((), 4.0, True), ((), 3.9, False), ((), None, None)],
)
def test_the_target_is_of_the_ratio_when_there_is_one(
    baseline: tuple[float, ...], limit: float | None, reached: bool | None
) -> None:
    measurement = Measurement("x", "x", Unit.SECONDS, "", limit=limit)
    assert Result(measurement, (1.0, 4.0, 9.0), baseline).reached is reached


def test_the_table_and_the_file_tell_the_same(tmp_path: Path) -> None:
    measurement = Measurement("x", "reading", Unit.SECONDS, "", baseline="y", limit=1.25)
    results = [Result(measurement, (1.0, 1.5, 1.2), (1.0, 1.0, 1.0))]
    write(tmp_path / "bench.json", results, persons=10)
    (entry,) = json.loads((tmp_path / "bench.json").read_text(encoding="utf-8"))["results"]
    assert entry["ratio"] == pytest.approx(1.2)
    assert entry["reached"] is True
    assert "1.20×" in table(results)
    assert "reached" in table(results)


def test_every_measurement_of_the_catalogue_has_its_own_name() -> None:
    assert len({measurement.name for measurement in MEASUREMENTS}) == len(MEASUREMENTS)


def test_a_measurement_is_chosen_by_name_or_with_its_group_in_the_order_of_the_catalogue() -> None:
    assert chosen([]) == MEASUREMENTS
    assert [one.name for one in chosen(["today", "empty_window"])] == ["empty_window", "today"]
    desk = {one.name for one in chosen(["desk", "writes"])}
    assert {"today", "list_conditions", "save_contact", "writes"} <= desk
    assert "reads" not in desk


@pytest.mark.parametrize(
    "function",
    sorted({function for one in MEASUREMENTS for function in (one.subject, one.baseline) if function}),
)
def test_what_the_catalogue_names_is_there_to_be_measured(function: str) -> None:
    module, _, name = function.partition(":")
    assert callable(getattr(importlib.import_module(module), name))


def test_an_empty_window_paints(tmp_path: Path) -> None:
    assert 0 < run_once("tests.bench.window:empty_window", tmp_path, persons=1) < 60_000
