# SPDX-License-Identifier: EUPL-1.2
"""The twelve words that two colleagues compare, large enough to read aloud; and a colleague's state as a pill."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from casus.gui.labels import label as code_label
from casus.gui.records.source import TONES
from casus.gui.theme import theme
from casus.gui.widgets.containers import Card
from casus.gui.widgets.text import label
from casus.services.exchange import ColleagueRow

COLUMNS = 3


class WordsGrid(Card):
    """Twelve numbered words in three columns and four rows, read row by row."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__()
        look = theme()
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(12))
        self.labels = [label(word, "section") for word in words]
        for at, made in enumerate(self.labels):
            made.setAccessibleName(f"{at + 1}: {made.text()}")
            grid.addWidget(_numbered(at + 1, made), *divmod(at, COLUMNS))
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        self.add(grid)
        self.setAccessibleName(" ".join(words))


def _numbered(number: int, word: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme().px(6))
    row.addWidget(label(str(number), "small", "muted"))
    row.addWidget(word, 1)
    return box


def how_to_compare() -> str:
    """Return how two colleagues compare the words."""
    return QCoreApplication.translate(
        "ExchangeWords",
        "Bel je collega op een nummer dat je al had, of ga naast elkaar zitten. Lees om de beurt een rij voor. "
        "Gelijk? Dan is deze kaart echt van je collega.",
    )


def state_pill(state: str) -> tuple[str, str]:
    """Return the words of a colleague's state, and the tone they are shown in."""
    return code_label("colleague_state", state), TONES["colleague_state"][state]


def who(row: ColleagueRow) -> str:
    """Return what a colleague is and where, as in "RIO · Gemeente Utrecht"."""
    return f"{code_label('worker_role', row.role)} · {row.organisation}"
