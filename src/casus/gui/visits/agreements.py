# SPDX-License-Identifier: EUPL-1.2
"""Agreements made during a visit: one line each, with what, who and when."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casus.domain.dates import parse_date
from casus.errors import InvalidInput
from casus.gui.theme import theme
from casus.gui.widgets.buttons import icon_button
from casus.gui.widgets.field import Field
from casus.services.inputs import AgreementInput

_WHO_WIDTH, _WHEN_WIDTH = 120, 96


class _Line(QWidget):
    """One agreement.

    Signals:
        typed: the user typed in it.
        removed: the user took it away.
    """

    typed = Signal()
    removed = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        look = theme()
        self.what, self.who, self.when = QLineEdit(), QLineEdit(), QLineEdit()
        self.remove = icon_button("x", "", self.removed.emit)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(8))
        row.addWidget(self.what, 1)
        for edit, width in ((self.who, _WHO_WIDTH), (self.when, _WHEN_WIDTH)):
            edit.setFixedWidth(look.px(width))
            row.addWidget(edit)
        row.addWidget(self.remove)
        self.what.setPlaceholderText(self.tr("wat"))
        self.who.setPlaceholderText(self.tr("wie (leeg: jij)"))
        self.when.setPlaceholderText(self.tr("wanneer"))
        for edit in (self.what, self.who, self.when):
            edit.setMaxLength(200)
            edit.textEdited.connect(self.typed)
        self.renumber(number)

    def renumber(self, number: int) -> None:
        """Name the parts for a screen reader."""
        self.what.setAccessibleName(self.tr("Afspraak {0}: wat").format(number))
        self.who.setAccessibleName(self.tr("Afspraak {0}: wie").format(number))
        self.when.setAccessibleName(self.tr("Afspraak {0}: wanneer").format(number))
        self.remove.setAccessibleName(self.tr("Afspraak {0} weghalen").format(number))

    def texts(self) -> list[str]:
        """Return what was typed: what, who, when."""
        return [self.what.text().strip(), self.who.text().strip(), self.when.text().strip()]

    def empty(self) -> bool:
        """Whether nothing was typed."""
        return not any(self.texts())


class AgreementsField(Field):
    """As many agreements as wanted: an empty line is always there for the next one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today: Callable[[], date] = date.today
        self._lines: list[_Line] = []
        self._box = QWidget(self)
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(8))
        self._append()
        self.install(self._box, focus=self._lines[0].what)

    def value(self) -> tuple[AgreementInput, ...]:
        """Return the agreements; raise InvalidInput for a date that is none, or one without what."""
        found = []
        for line in self._lines:
            what, who, when = line.texts()
            if line.empty():
                continue
            if not what:
                raise InvalidInput(self.get_key(), "required")
            due_on = parse_date(when, self.today(), field=self.get_key(), prefer="future") if when else None
            found.append(AgreementInput(what, who or None, due_on))
        return tuple(found)

    def set_value(self, value: tuple[AgreementInput, ...] | None) -> None:
        """Show agreements; dates as ISO text."""
        self.set_raw(
            [[one.what, one.who or "", one.due_on.isoformat() if one.due_on else ""] for one in value or ()]
        )

    def raw(self) -> list[list[str]]:
        """Return what was typed, line by line."""
        return [line.texts() for line in self._lines if not line.empty()]

    def set_raw(self, raw: list[list[str]]) -> None:
        """Put back what `raw` returned."""
        while len(self._lines) > 1:
            self._drop(self._lines[-1])
        for texts in raw:
            line = self._lines[-1]
            for edit, text in zip((line.what, line.who, line.when), texts, strict=False):
                edit.setText(text)
            self._append()

    def take_focus(self) -> None:
        """Put the keyboard in the first line."""
        self._lines[0].what.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self) -> None:
        line = _Line(len(self._lines) + 1)
        line.typed.connect(self._typed)
        line.removed.connect(lambda: self._remove(line))
        self._lines.append(line)
        self._rows.addWidget(line)
        self._show_removers()

    def _typed(self) -> None:
        if not self._lines[-1].empty():
            self._append()
        self.changed.emit()

    def _remove(self, line: _Line) -> None:
        at = self._lines.index(line)
        self._drop(line)
        self._lines[min(at, len(self._lines) - 1)].what.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _drop(self, line: _Line) -> None:
        if len(self._lines) == 1 or (line is self._lines[-1] and not line.empty()):
            for edit in (line.what, line.who, line.when):
                edit.clear()
            return
        self._lines.remove(line)
        self._rows.removeWidget(line)
        line.deleteLater()
        for number, other in enumerate(self._lines, start=1):
            other.renumber(number)
        self._show_removers()

    def _show_removers(self) -> None:
        for line in self._lines:
            line.remove.setVisible(line is not self._lines[-1])
