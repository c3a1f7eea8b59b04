# SPDX-License-Identifier: EUPL-1.2
"""The figures of the letter to the council of 28 November 2023, to lay beside those of a report."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from casus.services.reporting import ProtectedReport

LETTER: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "schools": (40, "40 scholen"),
        "vog_ambassadors": (22, "22 professionals opgeleid als VOG-ambassadeur"),
        "programme_starts": (35, "35 jongeren gestart met een werk- of sportprogramma"),
        "pga_experts": (5, "5 extra PGA-experts"),
        "rios": (3, "drie Re-integratie Officieren"),
        "car_firms_left": (14, "14 autobedrijven vertrokken"),
        "buit_inspections": (296, "296 controles"),
        "knock_and_talk": (100, "zo’n 100 Knock & Talk-gesprekken"),
    }
)
"""Indicator → the letter's number, and its words (kenmerk 11870520)."""


@dataclass(frozen=True)
class LetterLine:
    """A figure of the letter beside the published one; None when it is not in the release."""

    indicator: str
    letter: int
    words: str
    published: int | None

    @property
    def agrees(self) -> bool:
        """Whether both are the same number."""
        return self.letter == self.published


def compare(protected: ProtectedReport) -> tuple[LetterLine, ...]:
    """Return the letter's figures beside those of a protected report, in the order of the letter."""
    headlines = {
        table.code: table.figures[()].value for table in protected.release.tables if not table.dimensions
    }
    return tuple(
        LetterLine(indicator, number, words, headlines.get(indicator))
        for indicator, (number, words) in LETTER.items()
    )
