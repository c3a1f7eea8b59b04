# SPDX-License-Identifier: EUPL-1.2
"""The errors of a dry run as a list: line, column, what is wrong."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from casus.gui.dates_text import language
from casus.gui.lists import Cell, Column, Kind, Query, Row
from casus.services.importing import Problem


class ProblemSource:
    """A `RecordSource` over the errors; ids are their places."""

    def __init__(self) -> None:
        self._problems: Sequence[Problem] = ()
        self._words: list[str] = []
        self.columns = (
            Column("what", QCoreApplication.translate("ImportProblems", "Wat er niet klopt"), Kind.TEXT, 0),
            Column("column", QCoreApplication.translate("ImportProblems", "Kolom"), Kind.TEXT, 200),
            Column("line", QCoreApplication.translate("ImportProblems", "Regel"), Kind.NUMBER, 90),
        )

    def show(self, problems: Sequence[Problem]) -> None:
        """Take other errors; the list has to be reloaded."""
        self._problems = problems
        self._words = [problem.sentence(language()) for problem in problems]

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the places of the errors that pass, in the asked order."""
        words = query.text.casefold().split()
        found = [at for at in range(len(self._problems)) if all(word in self._text(at) for word in words)]
        if query.sort:
            found.sort(key=lambda at: self._key(query.sort, at), reverse=query.descending)
        return [str(at) for at in found]

    def count_all(self) -> int:
        """Return how many errors there are."""
        return len(self._problems)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these places."""
        return [self._row(int(record_id)) for record_id in ids]

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
