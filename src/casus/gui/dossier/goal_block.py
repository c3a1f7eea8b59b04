# SPDX-License-Identifier: EUPL-1.2
"""One goal of a plan: life domain, what should change and by when, with its actions under it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from casus.gui.dossier.action_line import ActionLine, line_edit, when_edit
from casus.gui.labels import choices, label
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label as text

_DOMAIN_WIDTH, _INDENT = 176, 20


class GoalBlock(QWidget):
    """A goal and its actions; under a goal with words an empty action is always there for the next.

    Signals:
        typed: the user changed something in it.
        removed: the user took the goal away.
        rearranged: its parts are others now.
    """

    typed = Signal()
    removed = Signal()
    rearranged = Signal()

    def __init__(self, partners: Sequence[Choice]) -> None:
        super().__init__()
        self.record_id: str | None = None
        self.partners = partners
        self.lines: list[ActionLine] = []
        self._number = 1
        self.domain = QComboBox()
        fix_width(self.domain, _DOMAIN_WIDTH)
        for one in choices("life_domain"):
            self.domain.addItem(one.label, one.code)
        self.what = line_edit(self.tr("wat moet er veranderen?"))
        self.when = when_edit(self.tr("wanneer"))
        self.remove = icon_button("x", "", self.removed.emit)
        self.wrong = text(tone="danger", wrap=True)
        self.wrong.hide()
        self.domain.activated.connect(self._typed)
        for edit in (self.what, self.when):
            edit.textEdited.connect(self._typed)
        self._lay_out()
        self._show_more()

    def _lay_out(self) -> None:
        look = theme()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.px(8))
        column.setSpacing(look.px(6))
        line = QHBoxLayout()
        line.setSpacing(look.px(6))
        line.addWidget(self.domain)
        line.addWidget(self.what, 1)
        line.addWidget(self.when)
        line.addWidget(self.remove)
        column.addLayout(line)
        column.addWidget(self.wrong)
        self._rows = QVBoxLayout()
        self.indent()
        self._rows.setSpacing(look.px(8))
        column.addLayout(self._rows)

    def indent(self) -> None:
        """Put the actions a little to the right; again when the form has scaled what was there before it."""
        self._rows.setContentsMargins(theme().px(_INDENT), 0, 0, 0)

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        own = [self.domain, self.what, self.when, self.remove]
        return own + [stop for action in self.lines for stop in action.stops()]

    def empty(self) -> bool:
        """Whether nothing was typed; a life domain alone is no goal."""
        typed = self.what.text().strip() or self.when.text().strip() or self.record_id
        return not typed and not self.filled()

    def filled(self) -> list[ActionLine]:
        """Return the actions in which something was typed."""
        return [action for action in self.lines if not action.empty()]

    def renumber(self, number: int) -> None:
        """Name the parts for a screen reader."""
        self._number = number
        self.domain.setAccessibleName(self.tr("Doel {0}: leefgebied").format(number))
        self.what.setAccessibleName(self.tr("Doel {0}: wat").format(number))
        self.when.setAccessibleName(self.tr("Doel {0}: wanneer").format(number))
        self.remove.setAccessibleName(self.tr("Doel {0} weghalen").format(number))
        for at, action in enumerate(self.lines, start=1):
            action.renumber(number, at)

    def raw(self) -> dict[str, Any]:
        """Return what was filled in, as JSON."""
        return {
            "id": self.record_id,
            "domain": str(self.domain.currentData()),
            "what": self.what.text().strip(),
            "when": self.when.text().strip(),
            "actions": [action.raw() for action in self.filled()],
        }

    def set_raw(self, raw: dict[str, Any]) -> None:
        """Put back what `raw` returned."""
        self.record_id = raw.get("id")
        code = raw.get("domain", "")
        if code and self.domain.findData(code) < 0:  # no longer offered, but what is there stays
            self.domain.addItem(label("life_domain", code), code)
        self.domain.setCurrentIndex(max(0, self.domain.findData(code)))
        self.what.setText(raw.get("what", ""))
        self.when.setText(raw.get("when", ""))
        self.what.setCursorPosition(0)
        for action in tuple(self.lines):
            self._drop(action)
        for one in raw.get("actions", ()):
            self._append().set_raw(one)
        self._show_more()

    def shift(self, action: ActionLine, steps: int) -> bool:
        """Put an action so many places further down; False when it cannot go there."""
        at, last = self.lines.index(action), len(self.filled()) - 1
        if action.empty() or not 0 <= at + steps <= last:
            return False
        self.lines.insert(at + steps, self.lines.pop(at))
        self._rows.insertWidget(at + steps, action)
        self._changed()
        return True

    def take_out(self, action: ActionLine) -> None:
        """Take an action away and go on in the one that comes in its place."""
        at = self.lines.index(action)
        self._drop(action)
        self._show_more()
        self.lines[min(at, len(self.lines) - 1)].what.setFocus()
        self._changed()

    def next_line(self, action: ActionLine | None) -> QWidget | None:
        """Return where Enter goes from an action (None: from the goal itself), None past the last."""
        at = 0 if action is None else self.lines.index(action) + 1
        return self.lines[at].what if at < len(self.lines) else None

    def _typed(self) -> None:
        self._show_more()
        self.typed.emit()

    def _show_more(self) -> None:
        """Keep an empty action at the end of a goal that says something."""
        if not self.empty() and (not self.lines or not self.lines[-1].empty()):
            self._append()
        self.remove.setVisible(not self.empty())

    def _append(self) -> ActionLine:
        action = ActionLine(self.partners)
        action.typed.connect(lambda: self._action_typed(action))
        action.removed.connect(lambda: self.take_out(action))
        self._rows.addWidget(action)
        self.lines.append(action)
        self.renumber(self._number)
        self.rearranged.emit()
        return action

    def _action_typed(self, action: ActionLine) -> None:
        action.show_more()
        self._typed()

    def _drop(self, action: ActionLine) -> None:
        self.lines.remove(action)
        self._rows.removeWidget(action)
        action.hide()
        action.deleteLater()
        self.rearranged.emit()

    def _changed(self) -> None:
        self.renumber(self._number)
        self.rearranged.emit()
        self.typed.emit()
