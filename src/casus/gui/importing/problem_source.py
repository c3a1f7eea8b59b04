# SPDX-License-Identifier: EUPL-1.2
"""What a dry run has to say of single lines, as a list: line, column, what is wrong or left out."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import language
from casus.gui.lists import Cell, Column, FilterChip, Kind, Query, Row
from casus.services.importing import CheckReport, Problem

WRONG, LEFT_OUT = "wrong", "left_out"


def chips() -> tuple[FilterChip, ...]:
    """Return the filters: what is wrong, what is left out for another reason."""
    return (
        FilterChip(WRONG, QCoreApplication.translate("ImportProblems", "Fouten"), "kind"),
        FilterChip(
            LEFT_OUT, QCoreApplication.translate("ImportProblems", "Niet nog eens of overgeslagen"), "kind"
        ),
    )


class ProblemSource:
    """A `RecordSource` over errors and notices; ids are their places, the errors first."""

    def __init__(self) -> None:
        self._problems: Sequence[Problem] = ()
        self._errors = 0
        self._words: list[str] = []
        self.columns = (
            Column("what", QCoreApplication.translate("ImportProblems", "Wat er niet klopt"), Kind.TEXT, 0),
            Column("column", QCoreApplication.translate("ImportProblems", "Kolom"), Kind.TEXT, 200),
            Column("line", QCoreApplication.translate("ImportProblems", "Regel"), Kind.NUMBER, 90),
        )

    def show(self, report: CheckReport) -> None:
        """Take what another dry run found; the list has to be reloaded."""
        self._problems = (*report.problems, *report.notices)
        self._errors = len(report.problems)
        self._words = [problem.sentence(language()) for problem in self._problems]

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the places of those that pass, in the asked order."""
        words = query.text.casefold().split()
        found = [
            at
            for at in range(len(self._problems))
            if self._passes(at, query.chips) and all(word in self._text(at) for word in words)
        ]
        if query.sort:
            found.sort(key=lambda at: self._key(query.sort, at), reverse=query.descending)
        return [str(at) for at in found]

    def count_all(self) -> int:
        """Return how many there are."""
        return len(self._problems)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these places."""
        return [self._row(int(record_id)) for record_id in ids]

    def _passes(self, at: int, chosen: frozenset[str]) -> bool:
        return not chosen or (WRONG if at < self._errors else LEFT_OUT) in chosen

    def _row(self, at: int) -> Row:
        problem = self._problems[at]
        return Row(str(at), (Cell(self._words[at]), Cell(problem.column), Cell(str(problem.line))))

    def _text(self, at: int) -> str:
        problem = self._problems[at]
        return f"{problem.line} {problem.column} {self._words[at]}".casefold()

    def _key(self, sort: str, at: int) -> tuple[str, int]:
        problem = self._problems[at]
        text = {"what": self._words[at], "column": problem.column}.get(sort, "")
        return text, problem.line
