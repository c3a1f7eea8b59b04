# SPDX-License-Identifier: EUPL-1.2
"""One action of a goal: what, who does it, what kind of help, and by when."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casus.gui.labels import choices, label
from casus.gui.theme import theme
from casus.gui.theme.fixed import fix_width
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label as text

LONGEST = 1_000  # five times what fits: too long is refused when saved, never cut unseen
WHEN_WIDTH = 116
PARTNER, TEXT = "partner:", "text:"
ME = "worker"
_KIND = "guidance"


def when_edit(placeholder: str) -> QLineEdit:
    """Return an edit for a day."""
    edit = line_edit(placeholder)
    fix_width(edit, WHEN_WIDTH)
    return edit


def line_edit(placeholder: str) -> QLineEdit:
    """Return an edit that takes the room there is."""
    edit = QLineEdit()
    edit.setMaxLength(LONGEST)
    edit.setPlaceholderText(placeholder)
    return edit


class WhoBox(QComboBox):
    """Me, the young person, the family, a partner on file (typing searches), or whoever is typed in.

    `code` is "worker", "person", "family", "partner:<id>" or "text:<words>".
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(10)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        if (popup := completer.popup()) is not None:
            popup.setProperty("kind", "popup")
        self.setCompleter(completer)
        self.edit().setMaxLength(LONGEST)
        self.edit().textEdited.connect(self.typed)
        self.activated.connect(self.typed)
        self.offer(())

    def edit(self) -> QLineEdit:
        """Return what is typed in."""
        edit = self.lineEdit()
        assert edit is not None
        return edit

    def offer(self, partners: Sequence[Choice]) -> None:
        """Offer these partners behind the fixed ones; what was chosen stays."""
        before = self.code()
        self.clear()
        for one in choices("action_owner"):
            if one.code not in ("partner", "other"):
                self.addItem(one.label, one.code)
        for one in partners:
            self.addItem(one.label, f"{PARTNER}{one.code}")
        self.set_code(before)

    def code(self) -> str:
        """Return who it is."""
        words = self.currentText().strip()
        at = self.findText(words, Qt.MatchFlag.MatchFixedString) if words else -1
        return str(self.itemData(at)) if at >= 0 else f"{TEXT}{words}" if words else ""

    def set_code(self, code: str, name: str = "") -> None:
        """Show who it is; `name` of a partner that is no longer offered."""
        at = self.findData(code) if code else -1
        if at < 0 and code.startswith(PARTNER) and name:
            self.addItem(name, code)
            at = self.count() - 1
        self.setCurrentIndex(at)
        self.setEditText(self.itemText(at) if at >= 0 else code.removeprefix(TEXT))
        self.edit().setCursorPosition(0)


class ActionLine(QWidget):
    """The parts of one action, in two rows.

    Signals:
        typed: the user changed something in it.
        removed: the user took it away.
    """

    typed = Signal()
    removed = Signal()

    def __init__(self, partners: Sequence[Choice]) -> None:
        super().__init__()
        self.record_id: str | None = None
        self.what = line_edit(self.tr("actie: wat gaat er gebeuren?"))
        self.who = WhoBox()
        self.who.offer(partners)
        self.who.set_code(ME)
        self.kind = QComboBox()
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.kind.setMinimumContentsLength(8)
        for one in choices("intervention_kind"):
            self.kind.addItem(one.label, one.code)
        self.kind.setCurrentIndex(self.kind.findData(_KIND))
        self.when = when_edit(self.tr("wanneer"))
        self.remove = icon_button("x", "", self.removed.emit)
        self.wrong = text(tone="danger", wrap=True)
        self.wrong.hide()
        for edit in (self.what, self.when):
            edit.textEdited.connect(self.typed)
        self.who.typed.connect(self.typed)
        self.kind.activated.connect(self.typed)
        self._lay_out()

    def _lay_out(self) -> None:
        gap = theme().px(6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        first, self._second = QHBoxLayout(), QWidget()
        second = QHBoxLayout(self._second)
        second.setContentsMargins(0, 0, 0, 0)
        for row in (first, second):
            row.setSpacing(gap)
        first.addWidget(self.what, 1)
        first.addWidget(self.remove)
        second.addWidget(self.who, 3)
        second.addWidget(self.kind, 2)
        second.addWidget(self.when)
        column.addLayout(first)
        column.addWidget(self._second)
        column.addWidget(self.wrong)
        self.show_more()

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        return [self.what, self.who, self.kind, self.when, self.remove]

    def show_more(self) -> None:
        """Show who, what kind and when once there is an action."""
        self._second.setVisible(not self.empty())
        self.remove.setVisible(not self.empty())

    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not self.what.text().strip() and not self.when.text().strip() and self.record_id is None

    def renumber(self, goal: int, number: int) -> None:
        """Name the parts for a screen reader."""
        self.what.setAccessibleName(self.tr("Doel {0}, actie {1}: wat").format(goal, number))
        for part in (self.who, self.who.edit()):
            part.setAccessibleName(self.tr("Doel {0}, actie {1}: wie").format(goal, number))
        self.kind.setAccessibleName(self.tr("Doel {0}, actie {1}: soort").format(goal, number))
        self.when.setAccessibleName(self.tr("Doel {0}, actie {1}: wanneer").format(goal, number))
        self.remove.setAccessibleName(self.tr("Doel {0}, actie {1} weghalen").format(goal, number))

    def raw(self) -> dict[str, Any]:
        """Return what was filled in, as JSON."""
        return {
            "id": self.record_id,
            "what": self.what.text().strip(),
            "who": self.who.code(),
            "name": self.who.currentText().strip(),
            "kind": str(self.kind.currentData()),
            "when": self.when.text().strip(),
        }

    def set_raw(self, raw: dict[str, Any]) -> None:
        """Put back what `raw` returned."""
        self.record_id = raw.get("id")
        self.what.setText(raw.get("what", ""))
        self.who.set_code(raw.get("who", ME), raw.get("name", ""))
        code = raw.get("kind", _KIND)
        if self.kind.findData(code) < 0:
            self.kind.addItem(label("intervention_kind", code), code)
        self.kind.setCurrentIndex(self.kind.findData(code))
        self.when.setText(raw.get("when", ""))
        self.what.setCursorPosition(0)
        self.show_more()
