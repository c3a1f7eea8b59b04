# SPDX-License-Identifier: EUPL-1.2
"""The goals of a plan with their actions, as lines that are written one after the other with the keyboard."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from casus.domain.dates import parse_date
from casus.errors import InvalidInput
from casus.gui.dossier.action_line import PARTNER, TEXT, ActionLine
from casus.gui.dossier.goal_block import GoalBlock
from casus.gui.labels import label
from casus.gui.theme import theme
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.services.inputs import ActionInput, GoalInput

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class GoalsField(Field):
    """Goals under one label; an empty one is always there for the next.

    Enter goes to the next line, Alt+Up and Alt+Down move an action or a goal, Ctrl+Delete takes it away.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self.goals: list[GoalBlock] = []
        super().__init__(parent)
        self.today: Callable[[], date] = date.today
        self._partners: Sequence[Choice] = ()
        self._given: list[tuple[GoalBlock, list[ActionLine]]] = []
        self._where = ""
        self._target: QWidget | None = None
        self._box = QWidget(self)
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self._append()
        self.install(self._box, focus=self.goals[0].domain)

    def set_partners(self, partners: Sequence[Choice]) -> None:
        """Offer these partners as who does an action."""
        self._partners = partners
        for goal in self.goals:
            goal.partners = partners
            for action in goal.lines:
                action.who.offer(partners)

    # --- values ---

    def raw(self) -> list[dict[str, Any]]:
        """Return what was filled in, goal by goal."""
        return [goal.raw() for goal in self.goals if not goal.empty()]

    def set_raw(self, raw: Sequence[Any]) -> None:
        """Put back what `raw` returned; what an older form kept is passed over."""
        for goal in self.goals[1:]:  # the first stays: it is where the keyboard comes in
            self._drop(goal)
        first, *others = [one for one in raw if isinstance(one, dict)] or [{}]
        self.goals[0].set_raw(first)
        for one in others:
            self._append().set_raw(one)
        if not self.goals[-1].empty():
            self._append()
        self._line_up()

    def value(self) -> tuple[GoalInput, ...]:
        """Return the goals; raise InvalidInput for a line without words or with a date that is none."""
        self._given = [(goal, goal.filled()) for goal in self.goals if not goal.empty()]
        self._where, self._target = "", None
        return tuple(
            GoalInput(
                str(goal.domain.currentData()),
                self._words(goal.what, self._goal_name(at)),
                self._day(goal.when, self._goal_name(at)),
                tuple(self._action(action, at, number) for number, action in enumerate(actions)),
                goal.record_id,
            )
            for at, (goal, actions) in enumerate(self._given)
        )

    def set_value(self, value: Any) -> None:
        """Show what `raw` returns: the form fills it from a plan."""
        self.set_raw(value or ())

    def describe(self, value: Any) -> str:
        """Return goals in words, one line each."""
        goals = value if isinstance(value, tuple) else ()
        return "\n".join(
            f"{label('life_domain', one.life_domain)}: {one.title} ({len(one.actions)})" for one in goals
        )

    def words(self) -> str:
        return "\n".join(
            f"{label('life_domain', one['domain'])}: {one['what']} ({len(one['actions'])})"
            for one in self.raw()
        )

    # --- errors ---

    def refuse(self, error: InvalidInput) -> str:
        """Point at the part a use case refused (`goals.1.actions.0.due_on`); return the name of this field."""
        parts = error.field.split(".")
        if not parts[1:] or not parts[1].isdigit() or int(parts[1]) >= len(self._given):
            return parts[0]
        at = int(parts[1])
        goal, actions = self._given[at]
        action = (
            actions[int(parts[3])] if parts[2:3] == ["actions"] and int(parts[3]) < len(actions) else None
        )
        self._where = self._goal_name(at) if action is None else self._action_name(at, int(parts[3]))
        named = {"due_on": "when", "partner_id": "who", "responsible": "who", "owner_kind": "who",
                 "life_domain": "domain", "intervention": "kind"}.get(parts[-1], "what")  # fmt: skip
        self._target = getattr(action or goal, named, None)
        return parts[0]

    def set_error(self, sentence: str) -> None:
        """Say in which line it is, and mark the part."""
        if not sentence:
            super().set_error("")
            self._where, self._target = "", None
        self._say_beside(sentence)
        self.point_at(self._target or self.goals[0].domain)
        super().set_error(f"{self._where}: {sentence}" if sentence and self._where else sentence)

    def _say_beside(self, sentence: str) -> None:
        """Show the sentence at its line too: the field may be longer than the window."""
        goal, action = self._line_of(self._target) if self._target is not None else (None, None)
        lines: list[GoalBlock | ActionLine] = [*self.goals]
        lines += [one for block in self.goals for one in block.lines]
        for line in lines:
            here = bool(sentence) and line is (action or goal)
            line.wrong.setText(sentence if here else "")
            line.wrong.setVisible(here)

    def take_focus(self) -> None:
        """Go to the line with the error, else to the first."""
        target = self._target if self.error() and self._target is not None else self.goals[0].domain
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, edit: QLineEdit, where: str) -> str:
        if not edit.text().strip():
            self._where, self._target = where, edit
            raise InvalidInput(self.get_key(), "required")
        return edit.text().strip()

    def _day(self, edit: QLineEdit, where: str) -> date | None:
        if not edit.text().strip():
            return None
        try:
            return parse_date(edit.text().strip(), self.today(), field=self.get_key(), prefer="future")
        except InvalidInput:
            self._where, self._target = where, edit
            raise

    def _action(self, action: ActionLine, goal: int, number: int) -> ActionInput:
        where, who = self._action_name(goal, number), action.who.code()
        partner, words = who.startswith(PARTNER), who.startswith(TEXT)
        return ActionInput(
            self._words(action.what, where),
            str(action.kind.currentData()),
            who.removeprefix(PARTNER) if partner else None,
            who.removeprefix(TEXT) if words else None,
            self._day(action.when, where),
            "partner" if partner else "other" if words else who or "worker",
            action.record_id,
        )

    def _goal_name(self, at: int) -> str:
        return self.tr("Doel {0}").format(at + 1)

    def _action_name(self, goal: int, at: int) -> str:
        return self.tr("Doel {0}, actie {1}").format(goal + 1, at + 1)

    def _name_control(self) -> None:
        """Let the part that leads in keep its own name too."""
        super()._name_control()
        for number, goal in enumerate(self.goals, start=1):
            goal.renumber(number)

    # --- lines ---

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go from line to line, move a line, or take it away."""
        if isinstance(event, QKeyEvent) and isinstance(watched, QWidget):
            if event.type() == QEvent.Type.ShortcutOverride and self._means(event):
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress and self._means(event):
                self._act(watched, event)
                return True
        return super().eventFilter(watched, event)

    @staticmethod
    def _means(event: QKeyEvent) -> bool:
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return held == Qt.KeyboardModifier.NoModifier
        if key in _MOVES:
            return held == Qt.KeyboardModifier.AltModifier
        return key == Qt.Key.Key_Delete and held == Qt.KeyboardModifier.ControlModifier

    def _act(self, watched: QWidget, event: QKeyEvent) -> None:
        goal, action = self._line_of(watched)
        key = Qt.Key(event.key())
        if key in _MOVES:
            moved = goal.shift(action, _MOVES[key]) if action else self._move(goal, _MOVES[key])
            if moved:
                watched.setFocus(Qt.FocusReason.OtherFocusReason)
        elif key == Qt.Key.Key_Delete:
            if action is not None:
                if not action.empty():
                    goal.take_out(action)
            elif not goal.empty():
                self._remove(goal)
        else:
            self._go_on(goal, action)

    def _go_on(self, goal: GoalBlock, action: ActionLine | None) -> None:
        """Go to the next line: from an empty action to the next goal, so that two Enters begin one."""
        following = None if action is not None and action.empty() else goal.next_line(action)
        if following is None:
            at = min(self.goals.index(goal) + 1, len(self.goals) - 1)
            following = self.goals[at].domain
        following.setFocus(Qt.FocusReason.TabFocusReason)

    def _line_of(self, part: QWidget) -> tuple[GoalBlock, ActionLine | None]:
        action: ActionLine | None = None
        above: QWidget | None = part
        while above is not None and not isinstance(above, GoalBlock):
            action = above if isinstance(above, ActionLine) else action
            above = above.parentWidget()
        assert above is not None
        return above, action

    def _append(self) -> GoalBlock:
        goal = GoalBlock(self._partners)
        goal.typed.connect(self._typed)
        goal.removed.connect(lambda: self._remove(goal))
        goal.rearranged.connect(self._line_up)
        self._rows.addWidget(goal)
        self.goals.append(goal)
        self._line_up()
        return goal

    def _typed(self) -> None:
        if not self.goals[-1].empty():
            self._append()
        self.changed.emit()

    def _move(self, goal: GoalBlock, steps: int) -> bool:
        at = self.goals.index(goal)
        if goal.empty() or not 0 <= at + steps < len(self.goals) - 1:
            return False
        self.goals.insert(at + steps, self.goals.pop(at))
        self._rows.insertWidget(at + steps, goal)
        self._line_up()
        self.changed.emit()
        return True

    def _remove(self, goal: GoalBlock) -> None:
        at = self.goals.index(goal)
        self._drop(goal)
        if not self.goals or not self.goals[-1].empty():
            self._append()
        self._line_up()
        self.goals[min(at, len(self.goals) - 1)].domain.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, goal: GoalBlock) -> None:
        self.goals.remove(goal)
        self._rows.removeWidget(goal)
        goal.hide()
        goal.deleteLater()
        if self.goals and not self.error():
            self.point_at(self.goals[0].domain)

    def _line_up(self) -> None:
        for number, goal in enumerate(self.goals, start=1):
            goal.renumber(number)
            goal.indent()
        stops = [stop for goal in self.goals for stop in goal.stops()]
        line_up(self._box, stops)
        edits = [action.who.edit() for goal in self.goals for action in goal.lines]
        for stop in (*stops, *edits):
            if not isinstance(stop, QAbstractButton):
                stop.installEventFilter(self)
        if self.goals and not self.error():
            self.point_at(self.goals[0].domain)
