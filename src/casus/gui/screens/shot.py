# SPDX-License-Identifier: EUPL-1.2
"""One picture: its name, and what brings into view what it shows."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from casus.gui.screens.scene import Scene

Act = Callable[[Scene], QWidget | None]
"""Brings something into view; returns what is to be photographed in place of the whole window, if anything."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture by its name; a `main` one is also made in dark and in the other language."""

    name: str
    act: Act
    main: bool = False


def page(key: str, *, main: bool = False, prefix: str = "") -> Shot:
    """Return the picture of a page, named after its key."""
    return Shot(f"{prefix}{key}", lambda scene: scene.open(key), main)
