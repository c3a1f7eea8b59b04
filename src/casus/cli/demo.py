# SPDX-License-Identifier: EUPL-1.2
"""`casus demo`: the demo team, its report, and the letter beside it."""

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from casus.cli.texts import say

if TYPE_CHECKING:
    from casus.demo.team import DemoTeam
    from casus.services.letter import LetterLine

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY")
_HEADLESS = ("offscreen", "minimal")


class Window(Protocol):
    """The window, as far as commands need it; `casus.app` behind an import that waits until it is used."""

    def start(self) -> int:
        """Run the window for real use until it is closed; return the exit code."""
        ...

    def open_demo(self, folder: Path) -> int:
        """Run the window on the demo team in `folder`."""
        ...

    def write_screens(self, demo: Path, out: Path, language: str) -> Sequence[Path]:
        """Write pictures of the main screens on the demo team into `out`."""
        ...


def demo(asked: argparse.Namespace, language: str, window: Window) -> int:
    """Build the demo team, print the letter beside our figures, then show it."""
    from casus.demo import team

    built = team.build(asked.folder, progress=_progress(language), language=language)
    for line in _letter_lines(built.letter, language):
        print(line)
    _print_outcome(built, team.PASSWORD, language)
    if asked.no_window:
        return 0
    if asked.open or (asked.screens is None and has_display()):
        print(say("demo.opening", language), flush=True)
        return window.open_demo(built.folder)
    if asked.screens is None:
        print(say("demo.no_display", language), flush=True)
    for path in window.write_screens(built.folder, asked.screens or built.folder / "screens", language):
        print(say("report.written", language, path=path))
    return 0


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether a window can be shown; on Windows and macOS there is always a desktop."""
    if environment.get("QT_QPA_PLATFORM", "").partition(":")[0] in _HEADLESS:
        return False
    return platform in ("win32", "darwin") or any(environment.get(name) for name in _DISPLAYS)


def _progress(language: str) -> Callable[[str, int, int], None]:
    """Return a progress that overwrites one line on a terminal, and writes one line per step elsewhere."""
    last = ""

    def tell(step: str, done: int, total: int) -> None:
        nonlocal last
        words = say(f"demo.{step}", language)
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            print(f"\r{words}: {done}/{total}", end=end, file=sys.stderr, flush=True)
        elif step != last:
            print(f"{words} …", file=sys.stderr, flush=True)
        last = step

    return tell


def _letter_lines(lines: Sequence["LetterLine"], language: str) -> list[str]:
    width = max((len(line.figure.words) for line in lines), default=0)
    head = f"{'':<{width}}  {say('demo.in_letter', language):>10} {say('demo.in_casus', language):>7}"
    found = [say("demo.letter", language), head]
    for line in lines:
        ours = say("demo.absent", language) if line.published is None else str(line.published)
        same = say("demo.agrees" if line.agrees else "demo.differs", language)
        found.append(f"{line.figure.words:<{width}}  {line.figure.said:>10} {ours:>7}  {same}")
    return found


def _print_outcome(built: "DemoTeam", password: str, language: str) -> None:
    if built.withheld:
        print(say("demo.withheld", language, count=built.withheld))
    for path in (*built.files, *built.composed):
        print(say("report.written", language, path=path))
    print(say("demo.password", language, password=password))
