# SPDX-License-Identifier: EUPL-1.2
"""The filter chips above a list."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import Signal

from casus.gui.dates_text import number
from casus.gui.lists.source import FilterChip
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.segments import Chip
from casus.gui.widgets.text import show_if


class ChipBar(FlowBox):
    """Filters that are on or off; within a group at most one is on.

    Signals:
        changed: the user changed a filter.
    """

    changed = Signal()

    def __init__(self, chips: Sequence[FilterChip]) -> None:
        super().__init__()
        self._chips: dict[str, tuple[FilterChip, Chip]] = {}
        for spec in chips:
            chip = Chip(spec.label.replace("&", "&&"), self)
            chip.setAccessibleName(self.tr("Filter: {0}").format(spec.label))
            chip.clicked.connect(lambda _on, key=spec.key: self._clicked(key))
            self.add(chip)
            self._chips[spec.key] = (spec, chip)

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

    def show_counts(self, group: str, counts: Mapping[str, int]) -> None:
        """Say behind each chip of a group how many it finds, by its key; one that finds none and is off is hidden."""
        for key, (spec, chip) in self._chips.items():
            if spec.group != group:
                continue
            found = counts.get(key, 0)
            words = f"{spec.label} ({number(found)})"
            chip.setText(words.replace("&", "&&"))
            chip.setAccessibleName(self.tr("Filter: {0}").format(words))
            show_if(chip, bool(found) or chip.isChecked())
        self._changed()

    def clear(self) -> None:
        """Switch all off, without emitting."""
        self.choose(())

    def _clicked(self, key: str) -> None:
        spec, chip = self._chips[key]
        if spec.group and chip.isChecked():
            for other, (its, button) in self._chips.items():
                if other != key and its.group == spec.group:
                    button.setChecked(False)
        self.changed.emit()
