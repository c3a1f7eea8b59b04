# SPDX-License-Identifier: EUPL-1.2
"""The form of a register's entry: a new one, the next one, or one that is corrected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.registers.history import PermitHistory
from casus.gui.registers.kinds import RegisterKind
from casus.gui.registers.removal import Removal
from casus.gui.shell import Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.services import registers
from casus.services.desk import Desk

NEW_SCHOOL = "new"
_ON = {"permits": "status_since"}  # the column behind the field `on`
_WITH_GROUPS = ("lesson", "father_training")


@dataclass(frozen=True)
class _Found:
    """What the form shows: the entry (none: a new one), the schools, the steps of a permit."""

    record: Any
    schools: Sequence[Choice] = ()
    steps: Sequence[Any] = ()


class RegisterPanel(RecordPanel):
    """A new entry, or the entry `record_id`; a new one begins at the day `on`, or today."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        kind: RegisterKind,
        record_id: str = "",
        *,
        on: date | None = None,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = kind.form()
        self.ui.setupUi(content)
        self._kind, self._record_id, self._on = kind, record_id, on
        self._record: Any = None
        self._again = False
        self._steps: PermitHistory | None = None
        self._stored_on: date | None = None
        save = QCoreApplication.translate("RegisterPanel", "Opslaan")
        spec = PanelSpec(kind.words(kind.entry), save, f"register:{kind.key}:{record_id}")
        super().__init__(shell, desk, content, spec, draft=draft)
        self._add_actions()

    @property
    def removal(self) -> Removal:
        """The button that deletes; only for an entry that is there."""
        return self._removal

    def about(self) -> tuple[str, str] | None:
        """Return the entry that is changed."""
        return (self._kind.key, self._record_id) if self._record_id else None

    def fetch(self) -> _Found:
        """Return the entry and what belongs to it."""
        desk, key, record_id = self.desk, self._kind.key, self._record_id
        record = registers.get(desk, key, record_id) if record_id else None
        schools = registers.schools(desk) if key == "school_activities" else []
        steps = registers.permit_history(desk, record_id) if key == "permits" and record_id else []
        return _Found(record, [Choice(school.id, school.name) for school in schools], steps)

    def fill(self, found: _Found) -> None:
        """Offer the schools, show the steps, and begin with the entry or with what is usual."""
        self._record = found.record
        self._version = found.record.version if found.record is not None else 0
        if self._kind.key == "school_activities":
            new = Choice(NEW_SCHOOL, QCoreApplication.translate("RegisterPanel", "Een nieuwe school"))
            self.ui.schoolField.set_choices([*found.schools, new])
        if found.steps:
            if self._steps is not None:  # filled again: the entry changed in the meantime
                self._steps.hide()
                self._steps.deleteLater()
            self._steps = PermitHistory(found.steps)
            layout = self.content.layout()
            assert layout is not None
            layout.addWidget(self._steps)
        self._begin_with(found.record)

    def arrange(self) -> None:
        """Show what belongs to the choices: a new school's fields, groups, the day of a permit's step."""
        if self._kind.key == "school_activities":
            new = self.ui.schoolField.value() == NEW_SCHOOL
            for part in (self.ui.newSchoolField, self.ui.newKindField, self.ui.newDistrictField):
                part.setVisible(new)
            self.ui.groupsField.setVisible(self.ui.kindField.value() in _WITH_GROUPS)
        elif self._kind.key == "permits" and self._record is not None:
            self._arrange_step()

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the entry, and a school that is new with it."""
        kind, desk, record = self._kind, self.desk, self._record
        more = {}
        if values.get("school_id") == NEW_SCHOOL:
            parts = (values[f"new_{part}"] for part in ("name", "kind", "district"))
            more["new_school"] = registers.SchoolInput(*parts)
        wanted = {field.name for field in fields(kind.make)}
        given = kind.make(**{key: value for key, value in values.items() if key in wanted})
        self._stored_on = values.get("on")
        if record is None:
            return lambda: kind.add(desk, given, **more)
        return lambda: kind.update(desk, record.id, record.version, given, **more)

    def stored(self, result: Any) -> None:
        """Tell it is on disk, and open the next form when asked for."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vastgelegd"))
        if self._again:
            self.shell.open_panel(RegisterPanel(self.shell, self.desk, self._kind, on=self._stored_on))

    def save(self) -> None:
        """Store the entry."""
        self._again = False
        super().save()

    def save_and_next(self) -> None:
        """Store the entry, then open the form for the next one, at the same day."""
        self._again = True
        super().save()

    def set_busy(self, busy: bool) -> None:
        """Keep every button that stores or deletes away while something is under way."""
        super().set_busy(busy)
        for action in self.findChildren(QWidget, "action"):
            action.setEnabled(not busy)

    def _add_actions(self) -> None:
        if self._record_id:
            self._removal = Removal(self._remove)
            action: QWidget = self._removal
        else:
            action = button(self.tr("Opslaan en volgende"), self.save_and_next)
            action.setToolTip(self.tr("Opslaan en een volgende vastleggen (Ctrl+Shift+Enter)"))
            for keys in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
                again = QShortcut(QKeySequence(keys), self)
                again.setWhatsThis(action.text())
                again.activated.connect(action.click)
        action.setObjectName("action")
        action.setEnabled(self._ready)
        self.add_action(action)

    def _remove(self) -> None:
        desk, key, record = self.desk, self._kind.key, self._record
        self.remove(lambda: registers.delete(desk, key, record.id, record.version), self.tr("Verwijderd"))

    def _begin_with(self, record: Any) -> None:
        if record is None:
            for key, value in self._kind.defaults:
                self.form[key].set_value(value)
            if "on" in self.form.fields:
                self.form["on"].set_value(self._on or self.desk.today())
            return
        for key, field in self.form.fields.items():
            column = _ON.get(self._kind.key, key) if key == "on" else key
            if hasattr(record, column):
                field.set_value(getattr(record, column))

    def _arrange_step(self) -> None:
        """Another status is a step and asks since when; the day of the status there is stands in the list."""
        step = self.ui.statusField.value() != self._record.status
        if step != self.ui.dateField.isVisibleTo(self.content):
            self.ui.dateField.setVisible(step)
            self.ui.dateField.set_value(self.desk.today() if step else self._record.status_since)
