# SPDX-License-Identifier: EUPL-1.2
"""A list of at most some hundreds that a service gives as a whole: searched and filtered in the order it has."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from casus.gui.lists import Column, Query, Row

T = TypeVar("T")


class ShortSource(Generic[T]):
    """A `RecordSource` over what `fetch` returns; `row` puts one in words, `chips` names the filters it passes."""

    def __init__(
        self,
        columns: Sequence[Column],
        fetch: Callable[[], Sequence[T]],
        row: Callable[[T], Row],
        chips: Callable[[T], frozenset[str]] = lambda _one: frozenset(),
    ) -> None:
        self.columns = tuple(columns)
        self._fetch, self._row, self._chips = fetch, row, chips
        self._found: dict[str, tuple[T, Row]] = {}

    def get(self, record_id: str) -> T | None:
        """Return one that was fetched, by its id."""
        found = self._found.get(record_id)
        return found[0] if found is not None else None

    def fetch_ids(self, query: Query) -> Sequence[str]:
        """Return the ids of those that hold every word and pass every filter."""
        rows = [(one, self._row(one)) for one in self._fetch()]
        self._found = {row.id: (one, row) for one, row in rows}
        words = query.text.casefold().split()
        return [
            row.id
            for one, row in rows
            if query.chips <= self._chips(one) and all(word in _text(row) for word in words)
        ]

    def count_all(self) -> int:
        """Return how many there are without search and filters."""
        return len(self._found)

    def fetch_rows(self, ids: Sequence[str]) -> Sequence[Row]:
        """Return the rows of these ids."""
        return [self._found[one][1] for one in ids if one in self._found]


def _text(row: Row) -> str:
    cells = (row.cell(at) for at in range(len(row.cells)))
    return " ".join(f"{cell.text} {cell.second}" for cell in cells).casefold()
