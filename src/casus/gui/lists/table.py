# SPDX-License-Identifier: EUPL-1.2
"""A list a screen can drop in: search field, filter chips, table, count, empty states."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QObject, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from casus.gui.dates_text import number
from casus.gui.lists.chips import ChipBar
from casus.gui.lists.delegates import ROW_ONE_LINE, ROW_TWO_LINES
from casus.gui.lists.model import RecordModel
from casus.gui.lists.own_filters import OwnFilters
from casus.gui.lists.source import FilterStore, Kind, ListSpec, Query, RecordSource
from casus.gui.lists.toolbar import ListToolbar
from casus.gui.lists.view import make_view
from casus.gui.settings import ListState, Settings
from casus.gui.tasks import TaskRunner
from casus.gui.theme import theme
from casus.gui.widgets.containers import EmptyState
from casus.gui.widgets.text import label

_NAME_NEEDS, _NAME_TAKES = 200, 520


class RecordTable(QWidget):
    """Search, filters, table and count over a RecordSource.

    Signals:
        opened: Enter or double click on a record: its id.
        previewed: Space on a record: its id.
        selected: the current record changed: its id or "".
        refused: the source raised a CasusError.
        loaded: a new order of rows is shown.
    """

    opened = Signal(str)
    previewed = Signal(str)
    selected = Signal(str)
    refused = Signal(object)
    loaded = Signal()

    def __init__(
        self,
        source: RecordSource,
        tasks: TaskRunner,
        spec: ListSpec,
        *,
        settings: Settings | None = None,
        filters: FilterStore | None = None,
        empty: EmptyState | None = None,
    ) -> None:
        super().__init__()
        self._source, self._spec, self._settings = source, spec, settings
        self._hidden: frozenset[str] = frozenset()
        self._sort, self._descending = "", False
        self._widths = [column.width for column in source.columns]  # at 100 %; 0 takes what is left
        self._keep = ""
        self.starts_with: frozenset[str] = frozenset()
        self.starts_empty = ""  # said when the filters a list begins with find nothing; {0} is all there is
        self.model = RecordModel(source, tasks)
        self.model.setParent(self)
        keeps = settings is not None and bool(spec.key)
        self.toolbar = ListToolbar(spec.name, keeps_filters=filters is not None, has_columns=keeps)
        self.search = self.toolbar.search
        if filters is not None:
            OwnFilters(self, filters, source, tasks)
        self.chips = ChipBar(spec.chips)
        self.view = make_view(self.model, source.columns, spec.name)
        self.count = label(role="small", tone="muted")
        self._empty = empty or EmptyState("tray", self.tr("Hier staat nog niets."))
        self._nothing = EmptyState(
            "magnifying-glass", self.tr("Niets gevonden."), self.tr("Wis zoekopdracht en filters"), self.clear
        )
        self._build()
        self._restore_state()
        self._connect()

    def reload(self) -> None:
        """Fetch order and rows again; search, filters, sorting and selection stay."""
        self._keep = self._keep or self.current_id()
        self.model.ask(self.query())

    def query(self) -> Query:
        """Return what the list is asked now."""
        return Query(self.search.text().strip(), self.chips.chosen(), self._sort, self._descending)

    def apply(self, query: Query) -> None:
        """Ask this instead of what is asked now."""
        with QSignalBlocker(self.search):
            self.search.setText(query.text)
        self.chips.choose(query.chips)
        self._sort, self._descending = query.sort, query.descending
        self._show_sort()
        self._save_state()
        self.reload()

    def current_id(self) -> str:
        """Return the id of the current record, or ""."""
        return self.model.id_at(self.view.currentIndex().row())

    def select_id(self, record_id: str) -> None:
        """Make a record the current one as soon as it is in the list."""
        if not self._select(record_id):
            self._keep = record_id

    def clear(self) -> None:
        """Empty the search field and the filters."""
        self.search.clear()
        self.chips.clear()
        self.reload()

    def sort_by(self, key: str, *, descending: bool = False) -> None:
        """Sort by a column's key."""
        self._sort, self._descending = key, descending
        self._show_sort()
        self._save_state()
        self.reload()

    def start_sorted(self, key: str, *, descending: bool = False) -> None:
        """Sort so at first, unless the user left the list sorted otherwise; takes effect with the next reload."""
        if not self._sort:
            self._sort, self._descending = key, descending
            self._show_sort()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view.viewport() and event.type() is QEvent.Type.Resize:
            self._spread()
        if watched is self.view and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_id():
                self.opened.emit(self.current_id())
                return True
            if event.key() == Qt.Key.Key_Space and self.current_id():
                self.previewed.emit(self.current_id())
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        look = theme()
        self._stack = QStackedWidget()
        for page in (self.view, self._empty, self._nothing):
            self._stack.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(4), look.px(4), look.px(4), 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.toolbar)
        column.addWidget(self.chips)
        self.chips.setVisible(self.chips.any())
        column.addWidget(self._stack, 1)
        column.addWidget(self.count)

    def _fit(self) -> None:
        look = theme()
        two_lines = any(column.kind is Kind.NAME for column in self._source.columns)
        height = look.px(ROW_TWO_LINES if two_lines else ROW_ONE_LINE)
        self.view.verticalHeader().setDefaultSectionSize(height)
        for at, width in enumerate(self._widths):
            if width:
                self.view.setColumnWidth(at, look.px(width))
        self._spread()

    def _spread(self) -> None:
        """Give the columns of width 0 what the others leave: enough to read a name, not a gulf of white."""
        look = theme()
        shown = [at for at, column in enumerate(self._source.columns) if column.key not in self._hidden]
        open_ended = [at for at in shown if not self._widths[at]]
        room = self.view.viewport().width() - sum(look.px(self._widths[at]) for at in shown)
        for at in open_ended:
            share = min(max(room // len(open_ended), look.px(_NAME_NEEDS)), look.px(_NAME_TAKES))
            self.view.setColumnWidth(at, share)

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda _text: self.reload())
        self.chips.changed.connect(self.reload)
        self.view.installEventFilter(self)
        self.view.viewport().installEventFilter(self)
        self.view.doubleClicked.connect(self._open_index)
        self.toolbar.column_toggled.connect(self._show_column)
        self.toolbar.columns_reset.connect(self._reset_columns)
        self.view.selectionModel().currentRowChanged.connect(
            lambda now, _before: self.selected.emit(self.model.id_at(now.row()))
        )
        header = self.view.horizontalHeader()
        header.sectionClicked.connect(self._sort_clicked)
        header.sectionResized.connect(self._resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(
            lambda at: self.toolbar.open_columns(header.mapToGlobal(at))
        )
        self.model.ordered.connect(self._show_count)
        self.model.refused.connect(self.refused)
        theme().changed.connect(self._fit)

    def _resized(self, section: int, _before: int, now: int) -> None:
        if section == len(self._widths) - 1:
            return  # the last column takes what is left at the right
        if self._widths[section] and theme().px(self._widths[section]) != now:
            self._widths[section] = max(1, round(now * 100 / theme().scale.percent))
            self._save_state()
        if self._widths[section]:
            self._spread()

    def _open_index(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.id_at(index.row()))

    def _sort_clicked(self, section: int) -> None:
        column = self._source.columns[section]
        if column.sortable:
            again = self._sort == column.key and not self._descending
            self.sort_by(column.key, descending=again)

    def _show_sort(self) -> None:
        keys = [column.key for column in self._source.columns]
        header = self.view.horizontalHeader()
        header.setSortIndicatorShown(self._sort in keys)
        if self._sort in keys:
            order = Qt.SortOrder.DescendingOrder if self._descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(keys.index(self._sort), order)

    def _show_count(self, found: int, total: int) -> None:
        filtered = bool(self.search.text().strip() or self.chips.chosen())
        page = self.view if found else self._nothing if filtered and total else self._empty
        self._nothing.sentence.setText(self._why_nothing(total))
        self._stack.setCurrentWidget(page)
        words = f"{number(total)} {self._spec.noun(total)}"
        if filtered:
            words = self.tr("{0}, {1} getoond").format(words, number(found))
        self.count.setText(words)
        kept, self._keep = self._keep, ""
        if not (kept and self._select(kept)) and found:
            self.view.scrollToTop()
        self.loaded.emit()

    def _why_nothing(self, total: int) -> str:
        """Say that there is nothing; with only the filters a list begins with also what there is besides."""
        begins = self.chips.chosen() == self.starts_with and not self.search.text().strip()
        if not (begins and self.starts_with and total):
            return self.tr("Niets gevonden.")
        words = self.starts_empty or self.tr("Hier niets; zonder filter {0}.")
        return words.format(f"{number(total)} {self._spec.noun(total)}")

    def _select(self, record_id: str) -> bool:
        row = self.model.row_of(record_id)
        if row < 0:
            return False
        index = self.model.index(row, 0)
        flags = QItemSelectionModel.SelectionFlag
        self.view.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.view.scrollTo(index)
        return True

    def _show_column(self, key: str, shown: bool) -> None:
        self._hidden = self._hidden - {key} if shown else self._hidden | {key}
        self._hide_columns()
        self._save_state()

    def _reset_columns(self) -> None:
        self._hidden = frozenset()
        self._widths = [column.width for column in self._source.columns]
        self._hide_columns()
        self._fit()
        self._save_state()

    def _hide_columns(self) -> None:
        """Show the chosen columns; the first one, by which a record is known, always."""
        others = self._source.columns[1:]
        for at, column in enumerate(others, start=1):
            self.view.setColumnHidden(at, column.key in self._hidden)
        self.toolbar.show_columns({column.key: column.title for column in others}, self._hidden)
        self._spread()

    def _restore_state(self) -> None:
        state = self._settings.list_states.get(self._spec.key) if self._settings and self._spec.key else None
        if state is not None:
            self._sort, self._descending = state.sort, state.descending
            self._hidden = frozenset(state.hidden) & {column.key for column in self._source.columns[1:]}
            for at, width in enumerate(state.widths[: len(self._widths)]):
                if self._widths[at] and width > 0:
                    self._widths[at] = width
        self._hide_columns()
        self._fit()
        self._show_sort()

    def _save_state(self) -> None:
        if self._settings is None or not self._spec.key:
            return
        state = ListState(self._sort, self._descending, tuple(self._widths), tuple(sorted(self._hidden)))
        self._settings.list_states[self._spec.key] = state
