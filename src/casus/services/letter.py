# SPDX-License-Identifier: EUPL-1.2
"""The figures of the letter to the council of 28 November 2023, to lay beside those of a report.

Where the letter gives no number ("tientallen", "zijn georganiseerd"), the line says what it does say, and
agrees when the published figure is of that order.
"""

from dataclasses import dataclass

from casus.services.reporting import ProtectedReport

SOURCE = "kenmerk 11870520"


@dataclass(frozen=True)
class LetterFigure:
    """What the letter says of one thing: the table and cell that count it, and from where to where it agrees."""

    table: str
    words: str
    said: str  # the letter's own figure: a number or a word
    least: int
    most: int | None = None
    cell: tuple[str, ...] = ()


def _exactly(table: str, number: int, words: str) -> LetterFigure:
    return LetterFigure(table, words, str(number), number, number)


def _session(audience: str, words: str) -> LetterFigure:
    return LetterFigure("resilience_sessions/audience", words, "ja", 1, None, (audience,))


LETTER: tuple[LetterFigure, ...] = (
    _exactly("schools", 40, "scholen met les- en spreekuren"),
    LetterFigure("father_trainings", "vadertrainingen gehouden", "ja", 1),
    LetterFigure("school_concerns", "scholen kunnen zorgen melden", "ja", 1),
    _exactly("vog_ambassadors", 22, "professionals opgeleid als VOG-ambassadeur"),
    _exactly("programme_starts", 35, "jongeren gestart met een werk- of sportprogramma"),
    LetterFigure("top_x", "jongeren in de Top X doorgroeiers aanpak", "tientallen", 20, 99),
    LetterFigure("families", "project voor de aanpak van families", "ja", 1),
    _exactly("pga_experts", 5, "extra PGA-experts aangesteld"),
    _exactly("rios", 3, "Re-integratie Officieren gestart"),
    LetterFigure("prison_consulting_hours", "spreekuren in de gevangenissen", "dagelijks", 200),
    _exactly("car_firms_left", 14, "autobedrijven vertrokken van Nieuw Overvecht"),
    LetterFigure("car_firms_screened", "autobedrijven gescreend", "ja", 1),
    LetterFigure("car_firms_helped", "autobedrijven geholpen aan een vergunning", "ja", 1),
    _exactly("buit_inspections", 296, "controles door het BUIT"),
    LetterFigure("traffic_checks", "integrale (verkeers)controles", "ja", 1),
    LetterFigure("action_days", "actiedagen", "ja", 1),
    LetterFigure("knock_and_talk", "Knock & Talk-gesprekken met ondernemers", "zo’n 100", 95, 105),
    _session("property_owners", "sessies voor vastgoedeigenaren"),
    _session("housing_corporations", "sessies voor woningcorporaties"),
    _session("notaries", "sessies voor notarissen"),
    _session("terminal_logistics", "sessies voor de Container Terminal Utrecht"),
    _session("entrepreneurs", "voorlichting aan ondernemers"),
)
"""In the order of the letter; what it says of people abroad and of effects is not counted by Casus."""


@dataclass(frozen=True)
class LetterLine:
    """A figure of the letter beside the published one; None when it is not in the release."""

    figure: LetterFigure
    published: int | None

    @property
    def agrees(self) -> bool:
        """Whether the published figure is the letter's number, or of the order its word means."""
        if self.published is None or self.published < self.figure.least:
            return False
        return self.figure.most is None or self.published <= self.figure.most


def compare(protected: ProtectedReport) -> tuple[LetterLine, ...]:
    """Return the letter's figures beside those of a protected report, in the order of the letter."""
    tables = {table.code: table.figures for table in protected.release.tables}
    return tuple(
        LetterLine(figure, shown.value if (shown := tables.get(figure.table, {}).get(figure.cell)) else None)
        for figure in LETTER
    )
