# SPDX-License-Identifier: EUPL-1.2
"""The form that moves a case to another phase: forward, back, closed, or open again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_phase_form import Ui_PhaseForm
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import cases, persons
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Case, Person

CLOSED, REOPENED = "closed", "reopened"
_OTHER = "other"


@dataclass(frozen=True)
class _Found:
    """The case, whose it is, and where it may go: phase and whether a reason is asked."""

    case: Case
    person: Person
    targets: tuple[tuple[str, bool], ...]


class PhasePanel(RecordPanel):
    """Move a case; `target` is the phase chosen beforehand, "" for none."""

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, *, target: str = "", draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_PhaseForm()
        self.ui.setupUi(content)
        self._case_id, self._target = case_id, target
        self._version = 0
        self._reasons: dict[str, bool] = {}
        super().__init__(shell, desk, content, _words(target, case_id), draft=draft)

    def fetch(self) -> _Found:
        """Return the case and its possible moves."""
        case = cases.get_case(self.desk, self._case_id)
        return _Found(case, persons.get_person(self.desk, case.person_id), cases.phase_choices(case.phase))

    def fill(self, found: _Found) -> None:
        """Begin with the phase that was asked for, else the next one, from today."""
        self._version = found.case.version
        self._reasons = dict(found.targets)
        now = label("phase", found.case.phase)
        self.set_subtitle(self.tr("{0} · nu: {1}").format(person_name(found.person), now))
        ui = self.ui
        ui.targetField.set_choices([Choice(code, label("phase", code)) for code, _ in found.targets])
        ahead = [code for code, reason in found.targets if not reason]
        ui.targetField.set_value(self._target or (ahead[0] if ahead else found.targets[0][0]))
        ui.targetField.setVisible(len(found.targets) > 1)
        ui.onField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Ask a reason where the rules do, and the outcome when it closes."""
        ui, target = self.ui, self.ui.targetField.value()
        closing = target == CLOSED
        ui.closureReasonField.setVisible(closing)
        ui.outcomeField.setVisible(closing)
        needed = self._reasons.get(target, False) or (closing and ui.closureReasonField.value() == _OTHER)
        ui.reasonField.set_optional(not needed)
        ui.reasonField.set_help(
            self.tr("In een paar woorden; dit komt in de geschiedenis van het dossier.") if needed else ""
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what moves the case."""
        given = filled(values)
        if given["target"] != CLOSED:
            given["closure_reason"] = given["outcome"] = None
        target = given.pop("target")
        return lambda: cases.move_phase(self.desk, self._case_id, target, version=self._version, **given)

    def stored(self, result: Done[Case]) -> None:
        """Tell what the phase is now."""
        self.shell.emit_changed(result.changes, self)
        words = {CLOSED: self.tr("Casus afgesloten"), REOPENED: self.tr("Casus heropend")}
        moved = self.tr("Fase is nu: {0}").format(label("phase", result.value.phase))
        self.shell.announce(words.get(result.value.phase, moved))

    def failed(self, error: CasusError) -> bool:
        """The explanation of a reason for closing stands in the one field for a reason."""
        if not isinstance(error, InvalidForm):
            return False
        return self.form.take(renamed_fields(error, {"closure_note": "reason"}))


def renamed_fields(error: InvalidForm, names: dict[str, str]) -> InvalidForm:
    """Return the same errors at other fields."""
    return InvalidForm(tuple(renamed(one, names.get(one.field, one.field)) for one in error.errors))


def _words(target: str, case_id: str) -> PanelSpec:
    translate = QCoreApplication.translate
    title, save = translate("PhasePanel", "Fase wijzigen"), translate("PhasePanel", "Fase wijzigen")
    if target == CLOSED:
        title, save = translate("PhasePanel", "Casus afsluiten"), translate("PhasePanel", "Casus afsluiten")
    elif target == REOPENED:
        title, save = translate("PhasePanel", "Casus heropenen"), translate("PhasePanel", "Casus heropenen")
    return PanelSpec(title, save, f"phase:{case_id}")
