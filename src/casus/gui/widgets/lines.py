# SPDX-License-Identifier: EUPL-1.2
"""A field of as many lines as wanted: an empty one is always there for the next."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casus.gui.theme import theme
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up

_LONGEST = 1_000  # five times what fits: too long is refused when saved, never cut unseen


class Line(QWidget):
    """One line of short texts; subclasses say its parts with `add_part` and name them in `renumber`.

    Signals:
        typed: the user typed in it.
        removed: the user took it away.
    """

    typed = Signal()
    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[QLineEdit] = []
        self.remove = icon_button("x", "", self.removed.emit)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(theme().px(8))

    def first(self) -> QWidget:
        """Return the part the keyboard comes to first."""
        return self.stops()[0]

    def stops(self) -> list[QWidget]:
        """Return what Tab comes to, in order."""
        return [*self.parts, self.remove]

    def finish(self) -> None:
        """Put the button that removes the line behind its parts, also for Tab."""
        self.row.addWidget(self.remove)

    def add_part(self, placeholder: str, width: int = 0) -> QLineEdit:
        """Add a part at the end; `width` in pixels at 100 %, 0 takes what is left."""
        edit = QLineEdit()
        edit.setMaxLength(_LONGEST)
        edit.setPlaceholderText(placeholder)
        if width:
            edit.setFixedWidth(theme().px(width))
        edit.textEdited.connect(self.typed)
        self.row.addWidget(edit, 0 if width else 1)
        self.parts.append(edit)
        return edit

    def renumber(self, number: int) -> None:
        """Name the parts for a screen reader."""
        raise NotImplementedError

    def texts(self) -> list[str]:
        """Return what was typed, part by part."""
        return [edit.text().strip() for edit in self.parts]

    def set_texts(self, texts: Sequence[str]) -> None:
        """Put back what `texts` returned."""
        for edit, text in zip(self.parts, texts, strict=False):
            edit.setText(text)

    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(edit.text().strip() for edit in self.parts)


class LinesField(Field):
    """The lines under one label; subclasses give `make_line`, `value` and `set_value`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: list[Line] = []
        self._box = QWidget(self)
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self._append()
        self.install(self._box, focus=self.lines[0].first())

    def make_line(self) -> Line:
        """Return an empty line."""
        raise NotImplementedError

    def raw(self) -> list[list[str]]:
        """Return what was typed, line by line."""
        return [line.texts() for line in self.lines if not line.empty()]

    def set_raw(self, raw: Sequence[Sequence[str]]) -> None:
        """Put back what `raw` returned."""
        while len(self.lines) > 1:
            self._drop(self.lines[0])
        self.lines[0].set_texts([""] * len(self.lines[0].texts()))
        for texts in raw:
            self.lines[-1].set_texts(texts)
            self._append()

    def take_focus(self) -> None:
        """Put the keyboard in the first line."""
        self.lines[0].first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> None:
        line = self.make_line()
        line.finish()
        line.typed.connect(self._typed)
        line.removed.connect(lambda: self._remove(line))
        self._rows.addWidget(line)
        self.lines.append(line)
        line_up(self._box, [stop for one in self.lines for stop in one.stops()])
        self._number()

    def _typed(self) -> None:
        if not self.lines[-1].empty():
            self._append()
        self.changed.emit()

    def _remove(self, line: Line) -> None:
        at = self.lines.index(line)
        self._drop(line)
        self.lines[min(at, len(self.lines) - 1)].first().setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, line: Line) -> None:
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.point_at(self.lines[0].first())
        self._number()

    def _number(self) -> None:
        for number, line in enumerate(self.lines, start=1):
            line.renumber(number)
            line.remove.setVisible(line is not self.lines[-1])
