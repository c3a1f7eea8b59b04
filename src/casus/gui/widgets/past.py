# SPDX-License-Identifier: EUPL-1.2
"""What stood in a field before: a small button at its label that offers the old values."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QMenu, QToolButton

from casus.gui.icons import set_icon
from casus.gui.theme import theme

if TYPE_CHECKING:
    from casus.gui.widgets.field import Field

PAST_KEYS = "Alt+G"
_LONGEST = 60


@dataclass(frozen=True)
class Past:
    """An earlier value; `note` says who replaced it and when, `name` what a record it refers to is called."""

    value: Any
    note: str
    name: str = ""


class PastButton(QToolButton):
    """Shows the earlier values of a field and puts one back; it is saved only when the form is.

    Not on the way of Tab: Alt+G opens it for the field that has the keyboard.
    """

    def __init__(self, field: "Field", pasts: Sequence[Past]) -> None:
        super().__init__(field)
        self._field, self._pasts = field, tuple(pasts)
        name = QCoreApplication.translate("PastButton", "Eerdere waarden: {0}").format(field.get_label())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({PAST_KEYS})")
        self.setProperty("kind", "quiet")
        set_icon(self, "clock-counter-clockwise", "muted")
        self.clicked.connect(self.open)

    def open(self) -> QMenu:
        """Show the earlier values, the latest first; Esc leaves the field as it is."""
        menu = QMenu(self)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(self.accessibleName())
        menu.addAction(QCoreApplication.translate("PastButton", "Stond er eerder")).setEnabled(False)
        for past in self._pasts:
            words = past.name or self._field.describe(past.value) or "–"
            action = menu.addAction(f"{shortened(words)}   ·   {past.note}".replace("&", "&&"))
            action.setToolTip(words)
            action.triggered.connect(lambda _checked=False, past=past: self._put_back(past))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.mapToGlobal(QPoint(0, self.height() + theme().px(2))))
        first = next((one for one in menu.actions() if one.isEnabled()), None)
        if first is not None:
            menu.setActiveAction(first)
        return menu

    def _put_back(self, past: Past) -> None:
        self._field.put_back(past.value, past.name)
        self._field.take_focus()


def shortened(words: str) -> str:
    """Return the beginning of a text on one line."""
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
