# SPDX-License-Identifier: EUPL-1.2
"""Why nobody applied for a certificate: free words, with the usual reasons one key away."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casus.gui.labels import choices
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.flow import FlowBox
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text_fields import TextArea


class ReasonField(TextArea):
    """A text with buttons under it that write a usual reason (list vog_avoidance) behind what is there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_rows(2)
        bar = FlowBox(self)
        self.usual = [button(one.label, self._writer(one.label)) for one in choices("vog_avoidance")]
        for one in self.usual:
            bar.add(one)
        box = QWidget(self)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, theme().px(4), 0, 0)
        column.addWidget(bar)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(box)
        line_up(self, [self.edit, *self.usual])

    def _writer(self, words: str) -> Callable[[], None]:
        return lambda: self.write(words)

    def write(self, words: str) -> None:
        """Write these words behind what is there, once."""
        text = self.value()
        if words not in text:
            self.set_value(f"{text} {words}".strip())
            self.changed.emit()
        self.take_focus()
