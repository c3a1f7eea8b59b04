# SPDX-License-Identifier: EUPL-1.2
"""How far a release is; whoever listens may stop it by raising, which leaves nothing behind."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum


class Stage(StrEnum):
    """What is being done."""

    CHECKING = "checking"
    ROUNDING = "rounding"
    SUPPRESSING = "suppressing"
    ATTACKING = "attacking"
    PROPOSING = "proposing"


@dataclass(frozen=True)
class Progress:
    """The `stage` reached in population `population` of `populations` (from 1; 0 before the first).

    `attempt`: how many publications of this population have been tried, from 1. `left`: while
    attacking, targets not yet proven open; while proposing, proposals not yet tried.
    """

    stage: Stage
    population: int = 0
    populations: int = 0
    attempt: int = 0
    left: int | None = None


Listener = Callable[[Progress], None]


class Reporter:
    """Tells a listener how far it is; whatever the listener raises goes through to the caller."""

    def __init__(self, listener: Listener | None = None) -> None:
        self._listener = listener
        self._now = Progress(Stage.CHECKING)

    def population(self, number: int, populations: int) -> None:
        """Begin with the next population."""
        self._now = replace(self._now, population=number, populations=populations, attempt=0)

    def attempt(self, stage: Stage) -> None:
        """Begin to make (by `stage`) the next publication of this population to be attacked."""
        self._now = replace(self._now, attempt=self._now.attempt + 1)
        self.tell(stage)

    def tell(self, stage: Stage, left: int | None = None) -> None:
        """Tell the listener."""
        self._now = replace(self._now, stage=stage, left=left)
        if self._listener is not None:
            self._listener(self._now)

    def attacking(self, left: int) -> None:
        """Tell that `left` targets are still to be proven open."""
        self.tell(Stage.ATTACKING, left)

    def suppressing(self, left: int) -> None:
        """Tell that `left` targets are still to be hidden."""
        self.tell(Stage.SUPPRESSING, left)
