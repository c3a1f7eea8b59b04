# SPDX-License-Identifier: EUPL-1.2
"""The form of a register's entry: a new one, the next one, or one that is corrected."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.registers.kinds import RegisterKind
from casus.gui.shell import Shell
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.services import registers
from casus.services.desk import Desk

NEW_SCHOOL = "new"
_ON = {"permits": "status_since"}  # the column behind the field `on`


class RegisterPanel(FormPanel):
    """A new entry, or the entry `record_id`, which is fetched after the panel is shown."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        kind: RegisterKind,
        record_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = kind.form()
        self.ui.setupUi(content)
        self._desk, self._kind, self._record_id = desk, kind, record_id
        self._record: Any = None
        self._draft = draft
        self._again = self._sure = False
        spec = PanelSpec(
            kind.words(kind.entry),
            QCoreApplication.translate("RegisterPanel", "Opslaan"),
            f"register:{kind.key}:{record_id}",
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)
        self._add_buttons()
        self.form.changed.connect(self._show_parts)
        self.set_busy(True)
        shell.tasks.run(self._fetch, owner=self, done=self._fetched)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the entry, and a school that is new with it."""
        kind, desk, record = self._kind, self._desk, self._record

        def store() -> Any:
            if values.get("school_id") == NEW_SCHOOL:
                school = registers.SchoolInput(
                    values["new_school"], values["new_kind"], values["new_district"]
                )
                values["school_id"] = registers.add_school(desk, school).value.id
            wanted = {field.name for field in fields(kind.make)}
            given = kind.make(**{key: value for key, value in values.items() if key in wanted})
            if record is None:
                return kind.add(desk, given)
            return kind.update(desk, record.id, record.version, given)

        return store

    def stored(self, result: Any) -> None:
        """Tell it is on disk, and open the next form when asked for."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vastgelegd"))
        if self._again:
            self.shell.open_panel(RegisterPanel(self.shell, self._desk, self._kind))

    def _save_and_next(self) -> None:
        self._again = True
        self.save()

    def _delete(self) -> None:
        """The first press asks, the second deletes."""
        if not self._sure:
            self._sure = True
            self.delete.setText(self.tr("Echt verwijderen?"))
            return
        record = self._record
        self.set_busy(True)
        self.shell.tasks.run(
            lambda: registers.delete(self._desk, self._kind.key, record.id, record.version),
            owner=self,
            done=self._done,
            failed=self._failed,
        )

    def _add_buttons(self) -> None:
        self.delete = button(self.tr("Verwijderen"), self._delete, kind="danger", icon="trash")
        self.next = button(self.tr("Opslaan en volgende"), self._save_and_next)
        layout = self.content.layout()
        assert layout is not None
        layout.addWidget(self.delete if self._record_id else self.next)

    def _fetch(self) -> tuple[Any, list[Choice]]:
        desk, key = self._desk, self._kind.key
        record = registers.get(desk, key, self._record_id) if self._record_id else None
        schools = registers.schools(desk) if key == "school_activities" else []
        return record, [Choice(school.id, school.name) for school in schools]

    def _fetched(self, found: tuple[Any, list[Choice]]) -> None:
        self._record, schools = found
        if self._kind.key == "school_activities":
            self._offer_schools(schools)
        if self._draft is None:
            self._fill()
        else:
            self.form.restore(self._draft)
        self._show_parts()
        self.set_busy(False)
        first = next(iter(self.form.fields.values()))
        first.take_focus()

    def _fill(self) -> None:
        if self._record is None:
            for key, value in self._kind.defaults:
                self.form[key].set_value(value)
            if "on" in self.form.fields:
                self.form["on"].set_value(self._desk.today())
            return
        for key, field in self.form.fields.items():
            column = _ON.get(self._kind.key, key) if key == "on" else key
            if hasattr(self._record, column):
                field.set_value(getattr(self._record, column))

    def _offer_schools(self, schools: list[Choice]) -> None:
        new = Choice(NEW_SCHOOL, QCoreApplication.translate("RegisterPanel", "Een nieuwe school"))
        self.ui.schoolField.set_choices([*schools, new])

    def _show_parts(self) -> None:
        if self._kind.key == "school_activities":
            new = self.ui.schoolField.value() == NEW_SCHOOL
            for part in (self.ui.newSchoolField, self.ui.newKindField, self.ui.newDistrictField):
                part.setVisible(new)
            self.ui.groupsField.setVisible(self.ui.kindField.value() in ("lesson", "father_training"))
