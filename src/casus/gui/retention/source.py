# SPDX-License-Identifier: EUPL-1.2
"""The list of what is kept, in words: the term with who has to confirm it, from when, and until when."""

from typing import Any

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import day_month
from casus.gui.labels import label
from casus.gui.lists import Cell, Column, Kind
from casus.gui.records import Heading, ServiceSource
from casus.gui.retention.words import confirmed_words, term_words
from casus.services.desk import Desk
from casus.services.retention import RetentionList

TONES = {
    "due": "danger", "soon": "warn", "held": "accent", "proposed": "warn", "extended": "neutral",
    "running": "neutral",
}  # fmt: skip


class RetentionSource(ServiceSource):
    """A `RecordSource` over the closed cases."""

    def __init__(self, desk: Desk) -> None:
        self.due = RetentionList(desk)
        super().__init__(self.due, _headings(), desk.today())
        lines = {"term": Kind.NAME, "until": Kind.DATE}
        self.columns = tuple(
            Column(one.key, one.title, lines.get(one.key, one.kind), one.width) for one in self.columns
        )

    def _cell(self, heading: Heading, row: Any) -> Cell:
        key = heading.key
        if key == "term":
            years = row["years"]
            return (
                Cell(
                    term_words(years, row["event"]),
                    confirmed_words(row["confirmed"], self.due.desk.policy.officer),
                )
                if years
                else Cell("")
            )
        if key == "until":
            return self._until(row)
        if key == "state":
            return Cell(label("retention_state", row["state"]), tone=TONES[row["state"]])
        return super()._cell(heading, row)

    def _until(self, row: Any) -> Cell:
        """The last day, and what it counts from; a hold has no last day."""
        until, begins = row["until"], row["begins"]
        since = QCoreApplication.translate("Retention", "vanaf {0}")
        second = since.format(day_month(begins, self.today)) if begins is not None else ""
        if row["extended"]:
            second = QCoreApplication.translate("Retention", "verlengd")
        return Cell(day_month(until, self.today) if until is not None else "–", second)


def _headings() -> tuple[Heading, ...]:
    translate = QCoreApplication.translate
    return (
        Heading("name", translate("Retention", "Naam"), 0),
        Heading("approach", translate("Retention", "Aanpak"), 150),
        Heading("term", translate("Retention", "Termijn"), 304),
        Heading("until", translate("Retention", "Bewaren tot"), 144),
        Heading("state", translate("Retention", "Stand"), 186, status=True),
    )
