# SPDX-License-Identifier: EUPL-1.2
"""The table widget of a list: whole rows, no grid, one row at a time, columns a user may widen."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from casus.gui.lists.delegates import RecordDelegate
from casus.gui.lists.source import Column
from casus.gui.theme import theme


def make_view(model: QAbstractItemModel, columns: Sequence[Column], name: str) -> QTableView:
    """Return a table on a model; `name` is what a screen reader calls it."""
    view = QTableView()
    view.setAccessibleName(name)
    view.setModel(model)
    view.setItemDelegate(RecordDelegate(view))
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setShowGrid(False)
    view.setMouseTracking(True)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.setCornerButtonEnabled(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    _prepare_header(view.horizontalHeader(), columns)
    return view


def _prepare_header(header: QHeaderView, columns: Sequence[Column]) -> None:
    header.setHighlightSections(False)
    header.setStretchLastSection(True)
    header.setSectionsClickable(True)
    header.setMinimumSectionSize(theme().px(60))
    for at, column in enumerate(columns):
        mode = QHeaderView.ResizeMode.Interactive if column.width else QHeaderView.ResizeMode.Fixed
        header.setSectionResizeMode(at, mode)
