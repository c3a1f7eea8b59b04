# SPDX-License-Identifier: EUPL-1.2
"""Pictures of the screens, made without a display: for the guide, the demo, the readme and whoever looks at it.

A role's pictures stand in a table of its own (`worker`, `rio`, `coordinator`); a picture more is a line more.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from casus.gui.screens import coordinator, rio, worker
from casus.gui.screens.camera import START, Camera
from casus.gui.screens.scene import Cast
from casus.gui.screens.settling import settle
from casus.gui.screens.shot import Shot

__all__ = ["DemoVaults", "picture_names", "settle", "write"]


@dataclass(frozen=True, slots=True)
class DemoVaults:
    """The vaults that are shown, and the password of all of them."""

    worker: Path
    rio: Path
    coordinator: Path
    password: str


def write(app: QApplication, demo: DemoVaults, out: Path, language: str) -> list[Path]:
    """Write all screens in light, and the main ones in dark and in the other language."""
    qInstallMessageHandler(_without_noise)
    other = "en" if language == "nl" else "nl"
    looks = ((language, "light"), (language, "dark"), (other, "light"))
    casts = {vault: Cast() for vault, _shots in _tours(demo)}
    written: list[Path] = []
    for at, (words, look) in enumerate(looks):
        camera = Camera(app, out, words, look)
        if not at:
            camera.start(demo.worker)
        for vault, shots in _tours(demo):
            camera.tour(vault, demo.password, [one for one in shots if one.main or not at], casts[vault])
        written += camera.written
    return written


def picture_names() -> list[str]:
    """Return what all pictures are called, without look and language."""
    return [*START, *(one.name for one in (*worker.SHOTS, *rio.SHOTS, *coordinator.SHOTS))]


def _tours(demo: DemoVaults) -> tuple[tuple[Path, tuple[Shot, ...]], ...]:
    return (demo.worker, worker.SHOTS), (demo.rio, rio.SHOTS), (demo.coordinator, coordinator.SHOTS)


def _without_noise(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    """Pass on what Qt has to say, but for the offscreen plugin's remark at every window."""
    if message and "propagateSizeHints" not in message:
        print(message, file=sys.stderr)
