# SPDX-License-Identifier: EUPL-1.2
"""The form that moves a case to another phase: forward, back, closed, or open again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.phases import ENDED, Phase, asks_outcome
from casus.errors import CasusError, InvalidForm
from casus.gui.cases.ending_words import Consequences, ending_words
from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_phase_form import Ui_PhaseForm
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.sharings.form import SharingPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import case_ending, cases, persons
from casus.services.case_ending import DECEASED, Ending, TakenUp
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Case, Person

CLOSED, REOPENED = "closed", "reopened"
_ENDS = frozenset(phase.value for phase in ENDED)
_PASSED_ON = frozenset({"scaled_down", "escalated", "moved"})
"""Reasons after which someone else goes on: what they were given belongs in the log."""
_OTHER = "other"


@dataclass(frozen=True)
class _Found:
    """The case, whose it is, and where it may go: phase and whether a reason is asked."""

    case: Case
    person: Person
    targets: tuple[tuple[str, bool], ...]
    ending: Ending | None  # what would end with it; None when it has ended
    ended: list[TakenUp]  # what ended with it, and may be taken up again


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
        self._phase = "registered"
        self._ending: Ending | None = None
        self.consequences = Consequences()
        self.ui.fields.addWidget(self.consequences)
        super().__init__(shell, desk, content, _words(target, case_id), draft=draft)

    def fetch(self) -> _Found:
        """Return the case and its possible moves."""
        case = cases.get_case(self.desk, self._case_id)
        person = persons.get_person(self.desk, case.person_id)
        targets = cases.phase_choices(case.phase)
        if case.closed_on is not None:
            return _Found(case, person, targets, None, case_ending.ended_with(self.desk, case.id))
        return _Found(case, person, targets, case_ending.what_ends(self.desk, case.id), [])

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
        self._phase, self._ending = found.case.phase, found.ending
        ui.againField.set_choices([Choice(one.id, self._again(one)) for one in found.ended])

    def _again(self, one: TakenUp) -> str:
        """Return a task by its words, an appointment by its kind, each with its day."""
        words = one.title if one.kind == "tasks" else label("contact_kind", one.title)
        day = day_month(one.due_on, self.desk.today()) if one.due_on else ""
        return f"{words} ({day})" if day else words

    def arrange(self) -> None:
        """Ask a reason where the rules do, and the outcome when it closes."""
        ui, target = self.ui, self.ui.targetField.value()
        closing = target == CLOSED
        ui.closureReasonField.setVisible(closing)
        died = closing and ui.closureReasonField.value() == DECEASED
        asked = target != "" and asks_outcome(Phase(self._phase), Phase(target)) and not died
        ui.outcomeField.setVisible(asked)
        ui.againField.setVisible(target == REOPENED and bool(ui.againField.offered()))
        self.consequences.show_words(self._consequences(target, died=died))
        needed = self._reasons.get(target, False) or (closing and ui.closureReasonField.value() == _OTHER)
        ui.reasonField.set_optional(not needed)
        ui.reasonField.set_help(
            self.tr("In een paar woorden; dit komt in de geschiedenis van het dossier.") if needed else ""
        )

    def _consequences(self, target: str, *, died: bool) -> list[str]:
        if target == REOPENED:
            words = self.tr("Jij werkt er weer aan als je dat deed. De hertoets komt over {0} maanden.")
            return [words.format(self.desk.policy.review_months)]
        if self._ending is None or target not in _ENDS:
            return []
        return ending_words(self._ending, died=died)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what moves the case."""
        given = filled(values)
        target = given.pop("target")
        if target != CLOSED:
            given["closure_reason"] = None
        if target not in _ENDS:
            given["outcome"] = None
        given["again"] = given["again"] if target == REOPENED else ()
        return lambda: cases.move_phase(self.desk, self._case_id, target, version=self._version, **given)

    def stored(self, result: Done[Case]) -> None:
        """Tell what the phase is now."""
        self.shell.emit_changed(result.changes, self)
        words = {CLOSED: self.tr("Casus afgesloten"), REOPENED: self.tr("Casus heropend")}
        moved = self.tr("Fase is nu: {0}").format(label("phase", result.value.phase))
        said = words.get(result.value.phase, moved)
        if result.value.phase not in _ENDS or result.value.closure_reason not in _PASSED_ON:
            self.shell.announce(said)
            return
        case = result.value
        self.shell.announce(
            said,
            self.tr("Wat gaf je door?"),
            lambda: self.shell.open_panel(SharingPanel(self.shell, self.desk, case.person_id, case.id)),
        )

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
