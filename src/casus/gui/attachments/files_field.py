# SPDX-License-Identifier: EUPL-1.2
"""The documents that are about to be added: for each a title, kind and day, and what is wrong with it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from casus.domain.text import visible
from casus.errors import CasusError, InvalidForm, InvalidInput
from casus.gui.attachments.incoming import MOST
from casus.gui.attachments.sizes import media_name, size_text
from casus.gui.dates_text import language
from casus.gui.error_text import field_error, sentence
from casus.gui.icons import set_icon
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.field import Field
from casus.gui.widgets.tab_order import line_up
from casus.gui.widgets.text import label
from casus.gui.widgets.text_fields import TextField
from casus.services.attachments import FileSource, Source, default_kind, title_from

_SHOWN_NAME = 60


class FileLine(QFrame):
    """One document to be added.

    Signals:
        changed: the user typed or chose something.
        removed: the user does not want it after all.
    """

    changed = Signal()
    removed = Signal()

    def __init__(self, source: Source, today: Callable[[], date]) -> None:
        super().__init__()
        self.source = source
        self.refused = False
        name = visible(source.name)
        self._name = name if len(name) <= _SHOWN_NAME else f"{name[: _SHOWN_NAME - 12]}…{name[-11:]}"
        self._facts = label(self._name, "small", "muted", wrap=True)
        self.title, self.kind, self.received_on = TextField(), ChoiceField(), DateField()
        self.title.set_label(self.tr("Titel"))
        self.title.set_value(title_from(source.name, language()))
        self.kind.set_label(self.tr("Soort"))
        self.kind.set_codelist("attachment_kind")
        self.kind.set_value("other")
        self.received_on.today = today
        self.received_on.set_label(self.tr("Van welke dag?"))
        self.received_on.set_value(today())
        self.remove = button(self.tr("Niet toevoegen"), self.removed.emit, kind="link")
        self.remove.setAccessibleName(self.tr("Niet toevoegen: {0}").format(self._name))
        self._error = label(tone="danger", wrap=True)
        self._error_icon = label()
        self._lay_out()
        for field in self.fields():
            field.setFocusProxy(None)  # type: ignore[arg-type]  # with one, Qt loses the order of Tab when lines are added
            field.changed.connect(self.changed)

    def fields(self) -> tuple[Field, ...]:
        """Return its fields."""
        return self.title, self.kind, self.received_on

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab comes to, in order."""
        return self.remove, *(field.control for field in self.fields())

    def show_found(self, media_type: str, size: int) -> None:
        """Say what it is and how large; a picture begins as one."""
        self._facts.setText(f"{self._name} · {media_name(media_type)}, {size_text(size)}")
        if self.kind.value() == "other":
            self.kind.set_value(default_kind(media_type))

    def show_error(self, error: CasusError) -> None:
        """Show what is wrong, at the field it is about or above them all."""
        errors = error.errors if isinstance(error, InvalidForm) else ()
        mine = {"title": self.title, "kind": self.kind, "received_on": self.received_on}
        for one in errors:
            if one.field in mine:
                mine[one.field].set_error(field_error(one))
        if not any(one.field in mine for one in errors):
            self.refused = True
            self.say(sentence(error))

    def say(self, words: str) -> None:
        """Show a sentence above the fields; "" takes it away."""
        self._error.setText(words)
        self._error_row.setVisible(bool(words))
        if words:
            set_icon(self._error_icon, "warning-circle", "danger")
        self.title.edit.setAccessibleDescription(words)

    def error(self) -> str:
        """Return what is wrong, as shown."""
        return self._error.text() or next((one.error() for one in self.fields() if one.error()), "")

    def read(self) -> dict[str, Any] | None:
        """Return what is filled in; None after showing what is wrong."""
        values: dict[str, Any] = {}
        for key, field in zip(("title", "kind", "received_on"), self.fields(), strict=True):
            field.set_error("")
            try:
                values[key] = field.value()
                if not values[key]:
                    raise InvalidInput(key, "required")  # noqa: TRY301 - told at the field like any other
            except InvalidInput as error:
                field.set_error(field_error(error))
        self.say("")
        self.refused = False
        return None if any(field.error() for field in self.fields()) else values

    def raw(self) -> dict[str, Any] | None:
        """Return what a draft keeps of it; None for what is not in a file."""
        if not isinstance(self.source, FileSource):
            return None
        return {"path": str(self.source.path)} | {str(at): one.raw() for at, one in enumerate(self.fields())}

    def set_raw(self, raw: dict[str, Any]) -> None:
        """Put back what `raw` returned."""
        for at, field in enumerate(self.fields()):
            if str(at) in raw:
                field.set_raw(raw[str(at)])

    def _lay_out(self) -> None:
        look = theme()
        head = QHBoxLayout()
        head.addWidget(self._facts, 1)
        head.addWidget(self.remove)
        self._error_row = QWidget(self)
        row = QHBoxLayout(self._error_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._error_icon)
        row.addWidget(self._error, 1)
        self._error_row.hide()
        column = QVBoxLayout(self)
        inside = look.px(12)
        column.setContentsMargins(inside, inside, inside, inside)
        column.setSpacing(look.px(8))
        column.addLayout(head)
        column.addWidget(self._error_row)
        for field in self.fields():
            column.addWidget(field)
        self.setProperty("role", "card")


class FilesField(Field):
    """The documents, one under the other.

    Signals:
        added: lines that are new, as a list.
    """

    added = Signal(list)

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self.lines: list[FileLine] = []
        self._box = QWidget(self)
        self._rows = QVBoxLayout(self._box)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme().px(12))
        self.install(self._box)

    def value(self) -> list[FileLine]:
        return list(self.lines)

    def set_value(self, value: Iterable[Source]) -> None:
        self.add(value)

    def add(self, sources: Iterable[Source]) -> int:
        """Put documents under those that are there, each file once; return how many found no room."""
        known = [line.source for line in self.lines]
        new = [one for one in sources if one not in known]
        fitting = new[: max(0, MOST - len(self.lines))]
        self._append(fitting)
        return len(new) - len(fitting)

    def drop(self, line: FileLine) -> None:
        """Take a line away."""
        self.lines.remove(line)
        self._rows.removeWidget(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()

    def raw(self) -> list[dict[str, Any]]:
        return [raw for line in self.lines if (raw := line.raw()) is not None]

    def set_raw(self, raw: Sequence[dict[str, Any]]) -> None:
        """Put back the lines of a draft; their files are looked at again."""
        for line in tuple(self.lines):
            if isinstance(line.source, FileSource):
                self.drop(line)
        made = self._append([FileSource(Path(one["path"])) for one in raw])
        for line, one in zip(made, raw, strict=True):
            line.set_raw(one)

    def words(self) -> str:
        return ", ".join(line.title.raw() for line in self.lines)

    def take_focus(self) -> None:
        """Put the keyboard in the first line with an error, else in the first."""
        wrong = [line for line in self.lines if line.error()]
        for line in (*wrong, *self.lines)[:1]:
            bad = next((field for field in line.fields() if field.error()), line.title)
            bad.take_focus()

    def _append(self, sources: Sequence[Source]) -> list[FileLine]:
        made = []
        for source in sources:
            line = FileLine(source, self._today)
            line.changed.connect(self.changed)
            line.removed.connect(lambda line=line: self.drop(line))
            self._rows.addWidget(line)
            self.lines.append(line)
            made.append(line)
        if made:
            line_up(self._box, [stop for line in self.lines for stop in line.stops()])
            self.changed.emit()
            self.added.emit(made)
        return made
