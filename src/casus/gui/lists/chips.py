# SPDX-License-Identifier: EUPL-1.2
"""The filter chips above a list; a group of many stands in the menu of one button."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton

from casus.gui.dates_text import number
from casus.gui.lists.source import FilterChip
from casus.gui.theme import theme
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.segments import Chip, option_size, paint_option
from casus.gui.widgets.text import show_if


class ChipMenu(QPushButton):
    """Many filters of one group behind one button, which says what is chosen."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._menu = QMenu(self)
        self.setMenu(self._menu)
        self.tell()

    def offer(self, words: str) -> QAction:
        """Add a filter; it can be on or off."""
        action = self._menu.addAction(_plain(words))
        action.setCheckable(True)
        return action

    def tell(self) -> None:
        """Say which filter is on, else what can be chosen."""
        on = self._on()
        words = on or self.tr("{0}…").format(self._name)
        self.setText(_plain(words))
        self.setAccessibleName(self.tr("Filter {0}: {1}").format(self._name, on or self.tr("alles")))
        self.updateGeometry()

    def _on(self) -> str:
        words = (one.text().replace("&&", "&") for one in self._menu.actions() if one.isChecked())
        return next(words, "")

    def sizeHint(self) -> QSize:
        return option_size(self)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme().px(36), theme().px(36))

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_option(self, round_ends=True, chosen=bool(self._on()))


class ChipBar(FlowBox):
    """Filters that are on or off; within a group at most one is on.

    Signals:
        changed: the user changed a filter.
    """

    changed = Signal()

    def __init__(self, chips: Sequence[FilterChip]) -> None:
        super().__init__()
        self._chips: dict[str, tuple[FilterChip, Chip | QAction]] = {}
        self.menus: dict[str, ChipMenu] = {}
        for spec in chips:
            self._chips[spec.key] = (spec, self._made(spec))

    def any(self) -> bool:
        """Whether there are chips at all."""
        return bool(self._chips)

    def chosen(self) -> frozenset[str]:
        """Return the keys that are on."""
        return frozenset(key for key, (_, chip) in self._chips.items() if chip.isChecked())

    def choose(self, keys: Iterable[str]) -> None:
        """Switch exactly these on, without emitting."""
        wanted = set(keys)
        for key, (_, chip) in self._chips.items():
            chip.setChecked(key in wanted)
        self._tell()

    def show_counts(self, group: str, counts: Mapping[str, int]) -> None:
        """Say behind each chip of a group how many it finds, by its key; one that finds none and is off is hidden."""
        for key, (spec, chip) in self._chips.items():
            if spec.group != group:
                continue
            found = counts.get(key, 0)
            words = f"{spec.label} ({number(found)})"
            chip.setText(_plain(words))
            if isinstance(chip, QAction):
                chip.setVisible(bool(found) or chip.isChecked())
            else:
                chip.setAccessibleName(self.tr("Filter: {0}").format(words))
                show_if(chip, bool(found) or chip.isChecked())
        self._tell()
        self._changed()

    def clear(self) -> None:
        """Switch all off, without emitting."""
        self.choose(())

    def _made(self, spec: FilterChip) -> Chip | QAction:
        if spec.fold:
            menu = self.menus.get(spec.group)
            if menu is None:
                menu = self.menus[spec.group] = ChipMenu(spec.fold)
                self.add(menu)
            action = menu.offer(spec.label)
            action.triggered.connect(lambda _on=False, key=spec.key: self._clicked(key))
            return action
        chip = Chip(_plain(spec.label), self)
        chip.setAccessibleName(self.tr("Filter: {0}").format(spec.label))
        chip.clicked.connect(lambda _on, key=spec.key: self._clicked(key))
        self.add(chip)
        return chip

    def _tell(self) -> None:
        for menu in self.menus.values():
            menu.tell()

    def _clicked(self, key: str) -> None:
        spec, chip = self._chips[key]
        if spec.group and chip.isChecked():
            for other, (its, button) in self._chips.items():
                if other != key and its.group == spec.group:
                    button.setChecked(False)
        self._tell()
        self.changed.emit()


def _plain(words: str) -> str:
    return words.replace("&", "&&")
