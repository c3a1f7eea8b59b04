# SPDX-License-Identifier: EUPL-1.2
"""Of whom, of what kind, by whom and from when the log is shown."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casus.errors import InvalidInput
from casus.gui.error_text import field_error
from casus.gui.labels import choices
from casus.gui.persons.person_field import PersonField
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.choice_fields import ChoiceField
from casus.gui.widgets.date_fields import DateField
from casus.gui.widgets.panel import SidePanel
from casus.services import partners
from casus.services.audit import Narrow
from casus.services.desk import Desk
from casus.services.records import Worker

Chosen = Callable[[Narrow, str, str], None]
"""Gets what was chosen, and what the person and the worker are called."""


class FilterPanel(SidePanel):
    """A person, a kind of record, a colleague, a first and a last day; whatever is left empty does not count."""

    def __init__(self, shell: Shell, desk: Desk, now: Narrow, about: str, chosen: Chosen) -> None:
        self._now, self._chosen = now, chosen
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme().px(20))
        self.person, self.kind, self.worker = PersonField(body), ChoiceField(body), ChoiceField(body)
        self.since, self.until = DateField(body), DateField(body)
        fields = (
            (self.person, "person_id", self.tr("Over wie?")),
            (self.kind, "kind", self.tr("Over wat voor gegeven?")),
            (self.worker, "worker_id", self.tr("Door wie?")),
            (self.since, "since", self.tr("Vanaf")),
            (self.until, "until", self.tr("Tot en met")),
        )
        for field, key, words in fields:
            field.set_key(key)
            field.set_label(words)
            field.set_optional(True)
            column.addWidget(field)
        for day in (self.since, self.until):
            day.today = desk.clock.today
        self.person.connect_to(shell.tasks, desk)
        if now.person_id:
            self.person.show_person(now.person_id, about)
        kinds = sorted(choices("record_kind"), key=lambda one: one.label.casefold())
        self.kind.set_choices([Choice("", self.tr("Alles")), *kinds])
        self.kind.set_value(now.kind)
        self.since.set_value(now.since)
        self.until.set_value(now.until)
        row = QHBoxLayout()
        self.show_button = button(self.tr("Toon"), self.submit, kind="primary")
        self.clear_button = button(self.tr("Wis filter"), self.clear)
        row.addWidget(self.show_button)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column.addLayout(row)
        translate = QCoreApplication.translate
        super().__init__(translate("FilterPanel", "Filteren"), body)
        shell.tasks.run(lambda: partners.workers(desk), owner=self, done=self._show_workers)

    def submit(self) -> None:
        """Show the log so, or say what is wrong with a field."""
        values: dict[str, Any] = {}
        for field in (self.person, self.kind, self.worker, self.since, self.until):
            try:
                values[field.get_key()] = field.value() or None
                field.set_error("")
            except InvalidInput as error:
                field.set_error(field_error(error))
                field.take_focus()
                return
        narrow = Narrow(
            since=values["since"],
            until=values["until"],
            worker_id=values["worker_id"] or "",
            kind=values["kind"] or "",
            person_id=values["person_id"] or "",
        )
        self._chosen(narrow, self.person.name(), self.worker.words() if narrow.worker_id else "")

    def clear(self) -> None:
        """Show the whole log again."""
        self._chosen(Narrow(), "", "")

    def _show_workers(self, found: list[Worker]) -> None:
        system = [
            Choice("", self.tr("Iedereen")),
            Choice("system", self.tr("Casus zelf")),
            Choice("owner", self.tr("Eigenaar van de kluis")),
        ]
        self.worker.set_choices([*system, *(Choice(one.id, one.name) for one in found)])
        self.worker.set_value(self._now.worker_id)
