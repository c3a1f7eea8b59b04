# SPDX-License-Identifier: EUPL-1.2
"""The model of a long list: all ids in memory, rows fetched in blocks when they come into view."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from casus.errors import CasusError
from casus.gui.lists.source import BLOCK, Kind, Query, RecordSource, Row
from casus.gui.tasks import TaskRunner

Index = QModelIndex | QPersistentModelIndex
KIND_ROLE, CELL_ROLE, ID_ROLE = (Qt.ItemDataRole.UserRole + at for at in range(3))
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RecordModel(QAbstractTableModel):
    """Ids now, rows when asked for; everything blocking goes through the TaskRunner.

    While an order is being fetched a newer question replaces the one that waits, so that typing never
    queues up work.

    Signals:
        ordered: a new order of ids is in place: number found, number of all.
        refused: the source raised an expected error.
    """

    ordered = Signal(int, int)
    refused = Signal(object)

    def __init__(self, source: RecordSource, tasks: TaskRunner) -> None:
        super().__init__()
        self._source, self._tasks = source, tasks
        self._columns = tuple(source.columns)
        self._ids: Sequence[str] = ()
        self._rows: dict[str, Row] = {}
        self._asked: set[int] = set()
        self._generation = 0
        self._running = False
        self._waiting: Query | None = None

    @property
    def ids(self) -> Sequence[str]:
        """All ids in the order shown."""
        return self._ids

    def ask(self, query: Query) -> None:
        """Fetch the order for a question; the answer comes with `ordered`."""
        if self._running:
            self._waiting = query
            return
        self._running = True

        def work() -> tuple[Sequence[str], list[Row], int]:
            ids = self._source.fetch_ids(query)
            return ids, list(self._source.fetch_rows(ids[:BLOCK])), self._source.count_all()

        self._tasks.run(work, owner=self, done=self._take_order, failed=self._fail)

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Call columns otherwise, by their key: with a number under the words, say."""
        self._columns = tuple(
            replace(column, title=titles.get(column.key, column.title)) for column in self._columns
        )
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._columns) - 1)

    def row_of(self, record_id: str) -> int:
        """Return the position of an id, or -1."""
        try:
            return self._ids.index(record_id)
        except ValueError:
            return -1

    def id_at(self, row: int) -> str:
        """Return the id at a position, or ""."""
        return self._ids[row] if 0 <= row < len(self._ids) else ""

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        if role == KIND_ROLE:
            return column.kind
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if column.kind is Kind.NUMBER else _LEFT
        if role == ID_ROLE:
            return self._ids[index.row()]
        readers: dict[int, Callable[[Row], Any]] = {
            Qt.ItemDataRole.DisplayRole: lambda row: row.cell(index.column()).text,
            Qt.ItemDataRole.AccessibleTextRole: lambda row: _spoken(column.title, row, index.column()),
            CELL_ROLE: lambda row: row.cell(index.column()),
        }
        reader = readers.get(role)
        if reader is None:
            return None
        row = self._row(index.row())
        return reader(row) if row is not None else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT if self._columns[section].kind is Kind.NUMBER else _LEFT
        return None

    def _row(self, position: int) -> Row | None:
        row = self._rows.get(self._ids[position])
        if row is None:
            self._fetch_block(position // BLOCK)
        return row

    def _fetch_block(self, block: int) -> None:
        if block in self._asked:
            return
        self._asked.add(block)
        ids = self._ids[block * BLOCK : (block + 1) * BLOCK]
        generation = self._generation
        self._tasks.run(
            lambda: self._source.fetch_rows(ids),
            owner=self,
            done=lambda rows: self._take_rows(generation, block, rows),
            failed=self.refused.emit,
        )

    def _take_order(self, answer: tuple[list[str], list[Row], int]) -> None:
        ids, first, total = answer
        self._running = False
        if self._waiting is not None:
            waiting, self._waiting = self._waiting, None
            self.ask(waiting)
            return
        self.beginResetModel()
        self._generation += 1
        self._ids = ids
        self._rows = {row.id: row for row in first}
        self._asked = {0}
        self.endResetModel()
        self.ordered.emit(len(ids), total)

    def _take_rows(self, generation: int, block: int, rows: Sequence[Row]) -> None:
        if generation != self._generation:
            return
        self._rows.update((row.id, row) for row in rows)
        first = block * BLOCK
        last = min(first + BLOCK, len(self._ids)) - 1
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._columns) - 1))

    def _fail(self, error: CasusError) -> None:
        self._running = False
        self._waiting = None
        self.refused.emit(error)


def _spoken(title: str, row: Row, column: int) -> str:
    cell = row.cell(column)
    words = f"{cell.text}, {cell.second}" if cell.second else cell.text
    return f"{title.partition(chr(10))[0]}: {words}"
