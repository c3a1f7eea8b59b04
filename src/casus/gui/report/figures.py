# SPDX-License-Identifier: EUPL-1.2
"""The figures of a report as a list: what was counted, what leaves, and why."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import number
from casus.gui.lists import Cell, Column, FilterChip, Kind, Query, Row
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services.reporting import FigureLine

STATUS = {
    "exact": (QT_TRANSLATE_NOOP("ReportFigures", "Precies"), "neutral"),
    "rounded": (QT_TRANSLATE_NOOP("ReportFigures", "Afgerond"), "accent"),
    "suppressed": (QT_TRANSLATE_NOOP("ReportFigures", "Weggelaten"), "accent"),
    "structural_zero": (QT_TRANSLATE_NOOP("ReportFigures", "Kan niet voorkomen"), "neutral"),
    "withheld": (QT_TRANSLATE_NOOP("ReportFigures", "Blijft hier"), "warn"),
}
_FILTERS = ("exact", "rounded", "suppressed", "withheld")
SUPPRESSED = "×"
"""The mark of a figure that was left out, as in the files."""
WHY = {
    "exact": QT_TRANSLATE_NOOP(
        "ReportFigures", "Gaat niet over personen: het precieze getal mag naar buiten."
    ),
    "exact_people": QT_TRANSLATE_NOOP(
        "ReportFigures",
        "Mag precies naar buiten: ook samen met de andere cijfers is er niets kleins uit af te leiden.",
    ),
    "rounded": QT_TRANSLATE_NOOP(
        "ReportFigures", "Gaat over personen: afgerond, zodat niemand te herleiden is."
    ),
    "suppressed": QT_TRANSLATE_NOOP(
        "ReportFigures",
        "Weggelaten: het is zelf klein, of samen met andere cijfers zou er een klein aantal uit te rekenen zijn.",
    ),
    "structural_zero": QT_TRANSLATE_NOOP("ReportFigures", "Deze combinatie bestaat niet."),
}


def status_text(status: str) -> str:
    """Return the word for a status."""
    return QCoreApplication.translate("ReportFigures", STATUS[status][0])


def why_text(line: FigureLine) -> str:
    """Return the sentence why a figure leaves as it does."""
    status = "exact_people" if line.status == "exact" and line.about_people else line.status
    return line.why or QCoreApplication.translate("ReportFigures", WHY.get(status, ""))


def status_chips() -> tuple[FilterChip, ...]:
    """Return a filter per status that occurs in reports."""
    return tuple(FilterChip(code, status_text(code), "status") for code in _FILTERS)


def published_text(line: FigureLine) -> str:
    """Return a figure as it leaves: the number, or the mark that stands for what is left out."""
    if line.status == "suppressed":
        return SUPPRESSED
    return "" if line.published is None else number(line.published)


class FigureSource:
    """A `RecordSource` over the lines of a protected report; ids are their places."""

    def __init__(self) -> None:
        self._lines: Sequence[FigureLine] = ()
        self.columns = (
            Column(
                "title", QCoreApplication.translate("ReportFigures", "Cijfer"), Kind.NAME, 0, sortable=False
            ),
            Column("true", QCoreApplication.translate("ReportFigures", "Geteld"), Kind.NUMBER, 90),
            Column("published", QCoreApplication.translate("ReportFigures", "Naar buiten"), Kind.NUMBER, 120),
            Column("status", QCoreApplication.translate("ReportFigures", "Bescherming"), Kind.STATUS, 140),
        )

    def show(self, lines: Sequence[FigureLine]) -> None:
        """Take other lines; the list has to be reloaded."""
        self._lines = lines

    def line(self, record_id: str) -> FigureLine:
        """Return the line of an id."""
        return self._lines[int(record_id)]

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the places of the lines that pass, in the asked order."""
        words = query.text.casefold().split()
        found = [
            place
            for place, line in enumerate(self._lines)
            if (not query.chips or line.status in query.chips) and all(word in _text(line) for word in words)
        ]
        if query.sort:
            found.sort(key=lambda place: self._key(query.sort, place), reverse=query.descending)
        return [str(place) for place in found]

    def count_all(self) -> int:
        """Return how many figures there are."""
        return len(self._lines)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these places."""
        return [self._row(record_id) for record_id in ids]

    def _row(self, record_id: str) -> Row:
        line = self.line(record_id)
        tone = STATUS[line.status][1]
        first, second = _names(line)
        return Row(
            record_id,
            (
                Cell(first, second),
                Cell(number(line.true)),
                Cell(published_text(line)),
                Cell(status_text(line.status), tone=tone),
            ),
        )

    def _key(self, sort: str, place: int) -> tuple[float | str, int]:
        line = self._lines[place]
        if sort == "status":
            return status_text(line.status), place
        value = line.true if sort == "true" else line.published
        return float(-1 if value is None else value), place


def _names(line: FigureLine) -> tuple[str, str]:
    """Return the two lines of the name: a headline with its unit, or a part with the title it belongs to."""
    if not line.labels:
        return line.title, line.unit
    if not any(line.labels):
        return QCoreApplication.translate("ReportFigures", "Totaal naar {0}").format(line.by), line.title
    total = QCoreApplication.translate("ReportFigures", "Totaal")
    return " · ".join(words or total for words in line.labels), line.title


def _text(line: FigureLine) -> str:
    return " ".join((line.title, line.by, line.unit, *line.labels)).casefold()
