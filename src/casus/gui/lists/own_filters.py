# SPDX-License-Identifier: EUPL-1.2
"""A user's own filters of a list: kept under a name, shown with how many records each finds now."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casus.gui.lists.source import FilterStore, NamedQuery, RecordSource
from casus.gui.tasks import TaskRunner

if TYPE_CHECKING:
    from casus.gui.lists.table import RecordTable

Counted = tuple[NamedQuery, int]


class OwnFilters(QObject):
    """Between the menu above a list and where its filters are kept."""

    def __init__(
        self, table: "RecordTable", store: FilterStore, source: RecordSource, tasks: TaskRunner
    ) -> None:
        super().__init__(table)
        self._table, self._store, self._source, self._tasks = table, store, source, tasks
        self._known: Sequence[NamedQuery] = ()
        bar = table.toolbar
        bar.filters_asked.connect(self._open)
        bar.filter_chosen.connect(self._choose)
        bar.filter_named.connect(self._keep)
        bar.filter_dropped.connect(lambda name: self._run(lambda: store.drop(name)))

    def _open(self) -> None:
        store, source = self._store, self._source

        def work() -> list[Counted]:
            return [(named, len(source.fetch_ids(named.query))) for named in store.all()]

        self._run(work, self._show)

    def _show(self, found: list[Counted]) -> None:
        self._known = [named for named, _ in found]
        asked = self._table.query()
        self._table.toolbar.open_filters(
            [(named.name, number) for named, number in found], can_keep=bool(asked.text or asked.chips)
        )

    def _choose(self, name: str) -> None:
        for named in self._known:
            if named.name == name:
                self._table.apply(named.query)

    def _keep(self, name: str) -> None:
        named = NamedQuery(name, self._table.query())
        self._run(lambda: self._store.keep(named))

    def _run(self, work: Callable[[], object], done: Callable[..., object] = lambda _result: None) -> None:
        self._tasks.run(work, owner=self, done=done, failed=self._table.refused.emit)
