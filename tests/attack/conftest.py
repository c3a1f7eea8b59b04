# SPDX-License-Identifier: EUPL-1.2
"""Presets under siege, and a summary of what was attacked and refused."""

from collections.abc import Callable

import pytest

from casus.disclosure import PRESETS, Method, Preset
from tests.attack.siege import Siege

ORDER = tuple(PRESETS.values())
Besiege = Callable[[Preset], Siege]
ROUNDING = tuple(preset for preset in ORDER if preset.method is Method.ROUNDING)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here is an attack."""
    for item in items:
        if "tests/attack" in item.nodeid:
            item.add_marker("attack")


@pytest.fixture(params=ORDER, ids=lambda preset: preset.code)
def preset(request: pytest.FixtureRequest) -> Preset:
    """Each preset in turn."""
    found: Preset = request.param
    return found


@pytest.fixture
def besiege(request: pytest.FixtureRequest) -> Besiege:
    """Return a function that lays siege under a preset; what it met is told at the end of the run."""

    def note(text: str) -> None:
        request.node.user_properties.append(("siege", f"{request.node.name}: {text}"))

    return lambda preset: Siege(preset, ORDER, note)


@pytest.fixture
def siege(preset: Preset, besiege: Besiege) -> Siege:
    """A siege under each preset in turn."""
    return besiege(preset)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print per test how much was attacked and how much was refused, and why."""
    reports = [r for kind in ("passed", "failed") for r in terminalreporter.stats.get(kind, [])]
    lines = sorted(
        {
            text
            for report in reports
            for name, text in getattr(report, "user_properties", ())
            if name == "siege"
        }
    )
    if lines:
        terminalreporter.section("attacks")
        terminalreporter.write_line("\n".join(str(line) for line in lines))
