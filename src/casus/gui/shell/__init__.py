# SPDX-License-Identifier: EUPL-1.2
"""The main window and what pages know of it."""

from casus.gui.shell.actions import ActionRegistry, ActionSpec
from casus.gui.shell.page import ChangesLike, Page, PageSpec, Shell, Summary
from casus.gui.shell.window import MainWindow

__all__ = [
    "ActionRegistry",
    "ActionSpec",
    "ChangesLike",
    "MainWindow",
    "Page",
    "PageSpec",
    "Shell",
    "Summary",
]
