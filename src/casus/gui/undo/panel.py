# SPDX-License-Identifier: EUPL-1.2
"""The panel with what was done lately: each act with whom it was about, and the button that takes it back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from casus.errors import CasusError
from casus.gui.dates_text import local_moment, number
from casus.gui.dossier.parts import joined, lines, row
from casus.gui.error_text import sentence
from casus.gui.labels import label
from casus.gui.shell import ChangesLike, MainWindow
from casus.gui.widgets.buttons import button
from casus.gui.widgets.containers import EmptyState, clear_layout
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label as text_label
from casus.services import undo
from casus.services.desk import Desk
from casus.services.undo import Act

_SHOWN = 30
_NOT_RECORDS = frozenset({"drafts", "settings"})


class RecentPanel(SidePanel):
    """Newest first; follows what happens while it is open, and keeps the keyboard where it was."""

    def __init__(self, window: MainWindow, desk: Desk, take_back: Callable[[Act], object]) -> None:
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(0, 0, 0, 0)
        super().__init__(
            QCoreApplication.translate("RecentPanel", "Recente wijzigingen"),
            content,
            subtitle=QCoreApplication.translate(
                "RecentPanel", "Wat jij als laatste deed. Elke regel is in zijn geheel terug te draaien."
            ),
        )
        self._window, self._desk, self._take_back = window, desk, take_back
        self._shown = False
        self._most = _SHOWN
        self._next = -1  # which button gets the keyboard when older ones come
        self._list: QWidget = content
        self._column.addWidget(text_label(self.tr("Wordt opgehaald …"), tone="muted"))
        window.recorded.connect(self._recorded)
        self._read()

    def buttons(self) -> list[QPushButton]:
        """Return the buttons, the newest act first."""
        return self._list.findChildren(QPushButton)

    def _recorded(self, changes: ChangesLike) -> None:
        if changes.kinds - _NOT_RECORDS:
            self._read()

    def _read(self) -> None:
        desk, most = self._desk, self._most
        self._window.tasks.run(
            lambda: undo.recent(desk, most), owner=self, done=self._show, failed=self._not_read
        )

    def _show(self, acts: Sequence[Act]) -> None:
        here = max(self._place(), self._next)
        self._next = -1
        clear_layout(self._column)
        self._list = lines([self._row(act) for act in acts])
        if not acts:
            self._list = EmptyState("clock-counter-clockwise", self.tr("Er is nog niets gewijzigd."))
        self._column.addWidget(self._list)
        if len(acts) == self._most:
            older = button(self.tr("Oudere wijzigingen"), self._show_older, kind="link")
            self._column.addWidget(older, 0, Qt.AlignmentFlag.AlignLeft)
        buttons = self.buttons()
        if buttons and (here >= 0 or not self._shown):
            buttons[min(max(here, 0), len(buttons) - 1)].setFocus()
        self._shown = True

    def _show_older(self) -> None:
        self._most += _SHOWN
        self._next = len(self.buttons())
        self._read()

    def _place(self) -> int:
        """Return which of the buttons has the keyboard, -1 for none."""
        return next((at for at, one in enumerate(self.buttons()) if one.hasFocus()), -1)

    def _row(self, act: Act) -> QWidget:
        what = label("use_case", act.code)
        many = (
            self.tr("{0} gegevens").format(number(act.entries)) if not act.subject and act.entries > 1 else ""
        )
        second = joined(act.subject, many, local_moment(act.at, self._desk.today()))
        pill = (self.tr("Ongedaan gemaakt"), "neutral") if act.undone else None
        if act.never:
            return row(what, second, pill=(self.tr("Blijft staan"), "neutral"))
        words = self.tr("Opnieuw doen") if act.undone else self.tr("Ongedaan maken")
        about = ", ".join(part for part in (what, second) if part)
        return row(what, second, pill=pill, acts=[(words, lambda: self._take_back(act))], about=about)

    def _not_read(self, error: CasusError) -> None:
        clear_layout(self._column)
        self._column.addWidget(text_label(sentence(error), tone="danger", wrap=True))
