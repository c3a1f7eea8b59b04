# SPDX-License-Identifier: EUPL-1.2
"""What Space shows beside a list: the record on the current row, and what comes next for whoever it is about.

The keyboard stays in the list: the arrows take the preview along, Space or Esc closes it, Enter opens the record.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from casus.errors import CasusError
from casus.gui.dates_text import relative_date
from casus.gui.labels import label as code_label
from casus.gui.lists import RecordTable, Row
from casus.gui.records.source import ServiceSource
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.feedback import speak
from casus.gui.widgets.panel import SidePanel
from casus.gui.widgets.text import label
from casus.services.glance import Glance, glance

_REST_MS = 180
"""How long a row is rested on before its dossier is looked into: only that is a view."""
_ABOUT_PEOPLE = frozenset({"persons", "cases"})


class PreviewPanel(SidePanel):
    """One record to read; nothing in it is typed."""

    def __init__(self, row: Row, titles: Sequence[str], table: RecordTable, today: date) -> None:
        self._table, self._today = table, today
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(12))
        first = row.cell(0)
        super().__init__(first.text, body, subtitle=first.second)
        self._facts = {
            title: _fact(title, row.cell(at).text)
            for at, title in enumerate(titles)
            if at and row.cell(at).text
        }
        for fact in self._facts.values():
            column.addWidget(fact)
        self._next = QVBoxLayout()
        self._next.setSpacing(theme().px(12))
        column.addLayout(self._next)
        self.open_button = button(self.tr("Openen"), lambda: table.opened.emit(row.id), kind="primary")
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)

    def begin(self) -> bool:
        """Leave the keyboard in the list, as long as that is in view."""
        return self._table.view.isVisible()

    def spoken(self) -> str:
        """Return all facts in one sentence, for a screen reader."""
        return ". ".join(part.text() for part in self.content.findChildren(QLabel) if part.text())

    def show_glance(self, found: Glance) -> None:
        """Add what comes next; what says more than the list takes the place of what that said."""
        for title, words in self._sentences(found):
            if title in self._facts:
                self._facts.pop(title).hide()
            self._next.addWidget(_fact(title, words))

    def _sentences(self, found: Glance) -> list[tuple[str, str]]:
        if found.restricted:
            return [(self.tr("Afgeschermd dossier"), self.tr("Openen vraagt een reden."))]
        said = [(self.tr("Volgende afspraak"), self._planned(found))]
        if found.contact is not None:
            how = code_label("contact_kind", found.contact.kind)
            reached = code_label("reached", found.contact.reached)
            day = relative_date(found.contact.on, self._today)
            said.append((self.tr("Laatste contact"), f"{day} · {how} · {reached.lower()}"))
        if found.tasks:
            more = [self.tr("en nog {0}").format(found.more_tasks)] if found.more_tasks else []
            said.append((self.tr("Open taken"), "\n".join([*found.tasks, *more])))
        return said

    def _planned(self, found: Glance) -> str:
        if found.appointment is None:
            return self.tr("niets gepland")
        day = relative_date(found.appointment.on, self._today)
        when = " ".join(part for part in (day, found.appointment.at_time) if part)
        return f"{when} · {code_label('contact_kind', found.appointment.kind)}"


class RowPreview(QObject):
    """Opens and closes the preview of a list, and lets it follow the current row."""

    def __init__(self, shell: Shell, table: RecordTable, source: ServiceSource, key: str) -> None:
        super().__init__(table)
        self._shell, self._table, self._source, self._key = shell, table, source, key
        self._panel: PreviewPanel | None = None
        self._shown = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        table.previewed.connect(self._toggle)
        table.selected.connect(self._follow)
        table.view.installEventFilter(self)

    @property
    def panel(self) -> PreviewPanel | None:
        """The preview that is open."""
        there = (
            self._panel is not None and isValid(self._panel) and self._panel.isVisibleTo(self._table.window())
        )
        return self._panel if there else None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
            and self.panel is not None
        ):
            self._close()
            return True
        return super().eventFilter(watched, event)

    def _toggle(self, record_id: str) -> None:
        if self.panel is not None and self._shown == record_id:
            self._close()
        else:
            self._open(record_id)

    def _follow(self, record_id: str) -> None:
        if self.panel is not None and record_id and record_id != self._shown:
            self._open(record_id)

    def _close(self) -> None:
        self._rest.stop()
        self._panel = None
        self._shell.close_panel()

    def _open(self, record_id: str) -> None:
        self._shown = record_id
        source = self._source
        self._shell.tasks.run(
            lambda: source.fetch_rows([record_id]), owner=self, done=lambda rows: self._show(record_id, rows)
        )

    def _show(self, record_id: str, rows: Any) -> None:
        if record_id != self._shown or not rows:
            return
        titles = [column.title for column in self._source.columns]
        self._panel = PreviewPanel(rows[0], titles, self._table, self._source.records.desk.today())
        self._shell.open_panel(self._panel)
        speak(self._table.view, self._panel.spoken())
        self._rest.start()

    def _look(self) -> None:
        """Fetch what comes next, once the row is rested on."""
        panel, about = self.panel, self._about()
        if panel is None or not about:
            return
        desk = self._source.records.desk
        self._shell.tasks.run(
            lambda: glance(desk, about), owner=panel, done=panel.show_glance, failed=_nothing_more
        )

    def _about(self) -> str:
        """Return the id of the case or person whom the row is about; "" when it is about neither."""
        if self._key in _ABOUT_PEOPLE:
            return self._shown
        values = getattr(self._source.known.get(self._shown), "values", {})
        return str(values.get("case_id") or values.get("person_id") or "")


def _nothing_more(_error: CasusError) -> None:
    """The row itself is shown all the same."""


def _fact(title: str, words: str) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(label(title, "small", "muted"))
    column.addWidget(label(words, wrap=True))
    return box
