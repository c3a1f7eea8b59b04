# SPDX-License-Identifier: EUPL-1.2
"""What stands above a list: the search field, the user's own filters, and which columns are shown."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from casus.gui.dates_text import number
from casus.gui.icons import icon, set_line_icon
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.text import show_if
from casus.gui.words import in_sentence

_SEARCH_WIDTH, _NAME_WIDTH, _BUTTON_WIDTH = 420, 260, 40
_ROOMY = 520
"""Under this width the buttons show only their icons."""


class NameEdit(QLineEdit):
    """Where a filter gets its name; Enter keeps it, Esc gives up.

    Signals:
        named: the name, without spaces around it.
        left: the user gave up.
    """

    named = Signal(str)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.named.emit(self.text().strip())
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class ListToolbar(QWidget):
    """Search field at the left; menus of filters and columns at the right, where the list has them.

    Signals:
        filters_asked: the menu of filters is about to open.
        filter_chosen, filter_dropped: the name of a kept filter.
        filter_named: a name for what the list is asked now.
        column_toggled: key of a column, and whether it is to be shown.
        columns_reset: the list as it was at first.
    """

    filters_asked = Signal()
    filter_chosen = Signal(str)
    filter_dropped = Signal(str)
    filter_named = Signal(str)
    column_toggled = Signal(str, bool)
    columns_reset = Signal()

    def __init__(self, name: str, *, keeps_filters: bool, has_columns: bool) -> None:
        super().__init__()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(self.tr("Zoeken in {0}").format(in_sentence(name)))
        self.search.setAccessibleName(self.tr("Zoeken in {0}").format(in_sentence(name)))
        self.search.addAction(icon("magnifying-glass", "muted"), QLineEdit.ActionPosition.LeadingPosition)
        self.name = NameEdit()
        self.name.setPlaceholderText(self.tr("Naam van het filter"))
        self.name.setAccessibleName(self.tr("Naam van het filter"))
        self.name.setMaxLength(60)
        self.name.hide()
        self.name.named.connect(self._named)
        self.name.left.connect(self._stop_naming)
        self.filters = button(self.tr("Mijn filters"), self.filters_asked.emit, kind="quiet", icon="funnel")
        self.columns = button(self.tr("Kolommen"), icon="columns", kind="quiet")
        self._column_menu = QMenu(self)
        self._filter_menu = QMenu(self)
        self.columns.clicked.connect(lambda: self._open(self._column_menu, self.columns))
        for one in (self.filters, self.columns):
            one.setAccessibleName(one.text())
            one.setToolTip(one.text())
        show_if(self.filters, keeps_filters)
        show_if(self.columns, has_columns)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.name)
        row.addWidget(self.filters)
        row.addWidget(self.columns)
        theme().changed.connect(self._fit)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.width() >= theme().px(_ROOMY)
        for one in (self.filters, self.columns):
            one.setText(one.accessibleName() if roomy else "")

    def show_columns(self, titles: Mapping[str, str], hidden: frozenset[str]) -> None:
        """Fill the menu of columns: title by key, those in `hidden` off."""
        self._column_menu.clear()
        for key, title in titles.items():
            action = self._column_menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(key not in hidden)
            action.toggled.connect(lambda on, key=key: self.column_toggled.emit(key, on))
        self._column_menu.addSeparator()
        self._column_menu.addAction(self.tr("Standaard herstellen"), self.columns_reset.emit)

    def open_columns(self, at: QPoint) -> None:
        """Open the menu of columns at a point of the screen."""
        self._column_menu.popup(at)

    def open_filters(self, counted: Sequence[tuple[str, int]], *, can_keep: bool) -> None:
        """Open the menu of filters: names with how many records each finds; `can_keep`: something is asked now."""
        menu = self._filter_menu
        menu.clear()
        for name, found in counted:
            self._offer(menu, f"{name} ({number(found)})", partial(self.filter_chosen.emit, name))
        if not counted:
            menu.addAction(self.tr("Nog geen eigen filters")).setEnabled(False)
        menu.addSeparator()
        menu.addAction(self.tr("Dit filter bewaren…"), self._start_naming).setEnabled(can_keep)
        if counted:
            drop = menu.addMenu(self.tr("Weggooien"))
            for name, _ in counted:
                self._offer(drop, name, partial(self.filter_dropped.emit, name))
        self._open(menu, self.filters)

    def _offer(self, menu: QMenu, words: str, run: Callable[[], object]) -> None:
        menu.addAction(words.replace("&", "&&")).triggered.connect(lambda _checked=False: run())

    def _open(self, menu: QMenu, under: QPushButton) -> None:
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    def _start_naming(self) -> None:
        self.name.clear()
        self.name.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _named(self, name: str) -> None:
        self._stop_naming()
        self.filter_named.emit(name)

    def _stop_naming(self) -> None:
        self.name.hide()
        self.filters.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit(self) -> None:
        self.search.setMaximumWidth(theme().px(_SEARCH_WIDTH))
        self.name.setMaximumWidth(theme().px(_NAME_WIDTH))
        for one in (self.filters, self.columns):
            one.setMinimumWidth(theme().px(_BUTTON_WIDTH))
        set_line_icon(self.search, "magnifying-glass")
