# SPDX-License-Identifier: EUPL-1.2
"""A button that deletes, but asks first, in its own place."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.feedback import speak


class Removal(QWidget):
    """The button makes way for the question; the keyboard goes to the answer that changes nothing."""

    def __init__(self, on_sure: Callable[[], object], question: str = "") -> None:
        super().__init__()
        self._question = question or self.tr("Echt verwijderen? Dat kan niet worden teruggedraaid.")
        self.ask = button(self.tr("Verwijderen"), self._ask, kind="danger", icon="trash")
        self.keep = button(self.tr("Niet verwijderen"), self._calm_down)
        self.sure = button(self.tr("Echt verwijderen"), on_sure, kind="danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme().px(8))
        for part in (self.ask, self.keep, self.sure):
            row.addWidget(part)
        self.keep.hide()
        self.sure.hide()

    def _ask(self) -> None:
        self._show(asking=True)
        self.keep.setFocus()
        speak(self, self._question)

    def _calm_down(self) -> None:
        self._show(asking=False)
        self.ask.setFocus()

    def _show(self, *, asking: bool) -> None:
        self.keep.setVisible(asking)
        self.sure.setVisible(asking)
        self.ask.setVisible(not asking)
