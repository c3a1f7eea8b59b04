# SPDX-License-Identifier: EUPL-1.2
"""What the application gives the start window, which knows neither the demo nor the folders of this computer."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from casus.domain.clock import Clock
from casus.gui.tasks import Progress


@dataclass(frozen=True, slots=True)
class DemoTeam:
    """The public password of a demo, and its members: invented name, role code, vault folder."""

    password: str
    members: tuple[tuple[str, str, Path], ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`make_demo` builds the demo and returns its vault folder with this role; `demo_of` returns the demo a
    vault belongs to, None for any other vault; `new_folder` is where a new vault is proposed.
    """

    clock: Clock
    make_demo: Callable[[str, Progress], Path]
    demo_of: Callable[[Path], DemoTeam | None]
    new_folder: Path
