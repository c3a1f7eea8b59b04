# SPDX-License-Identifier: EUPL-1.2
"""Pictures of windows, taken offscreen at a given size, theme and scale."""

from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from casus.gui.theme import theme


def grab(
    widget: QWidget,
    path: Path,
    *,
    size: tuple[int, int] = (1280, 800),
    look: str = "light",
    percent: int = 100,
) -> Path:
    """Show the widget so, wait until it has settled, write a PNG and return where."""
    theme().apply(look, percent)
    widget.resize(*size)
    widget.show()
    QTest.qWaitForWindowExposed(widget)
    QTest.qWait(60)
    path.parent.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(path))
    return path
