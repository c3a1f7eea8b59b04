# SPDX-License-Identifier: EUPL-1.2
"""The form for an action plan of a case or a family: what it is for, goals with actions, how it was discussed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.dossier.plan_values import goals_raw
from casus.gui.drafts import Payload
from casus.gui.forms.ui_plan_form import Ui_PlanForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.theme import theme
from casus.gui.widgets.buttons import button
from casus.gui.widgets.choice import Choice
from casus.services import cases, families, partners, persons, plans
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.inputs import PlanInput
from casus.services.naming import person_name
from casus.services.plans import PlanView
from casus.services.records import ActionPlan

FAMILY = "family"
_YES, _NO = "yes", "no"
_WIDTH, _WIDEST = 620, 860


@dataclass(frozen=True)
class _Found:
    """Whose plan it is, who may do an action, the draft to go on with and the version to take over from."""

    name: str
    partners: tuple[Choice, ...]
    draft: PlanView | None
    earlier: PlanView | None


class PlanPanel(RecordPanel):
    """Write the next version of a plan, which begins as a copy of the one in force, or go on with its draft.

    `PlanPanel(shell, desk, case_id)` or `PlanPanel(shell, desk, "family", family_id)`.
    """

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, family_id: str = "", *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_PlanForm()
        self.ui.setupUi(content)
        self.ui.goalsField.today = desk.clock.today
        self._subject = {"case_id": None, "family_id": family_id} if family_id else {"case_id": case_id}
        self._plan_id = ""
        key = f"{case_id}:{family_id}" if family_id else case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("PlanPanel", "Plan van aanpak"), translate("PlanPanel", "Plan opslaan"), f"plan:{key}"
        )
        self.afresh = button(translate("PlanPanel", "Leeg beginnen"), self._begin_afresh, kind="quiet")
        self.afresh.hide()
        super().__init__(shell, desk, content, spec, draft=draft)
        self.ui.fields.insertWidget(0, self.afresh, 0, Qt.AlignmentFlag.AlignLeft)

    @staticmethod
    def preferred_width() -> int:
        """Wider than other forms: an action has four parts."""
        return min(theme().px(_WIDTH), _WIDEST)

    def fetch(self) -> _Found:
        """Return what the form begins with."""
        family_id, case_id = self._subject.get("family_id"), self._subject.get("case_id")
        if family_id:
            name = families.get_family(self.desk, family_id).name
        else:
            person_id = cases.get_case(self.desk, case_id or "").person_id
            name = person_name(persons.get_person(self.desk, person_id))
        newest = plans.newest(plans.plan_versions(self.desk, **self._subject))
        is_draft = newest is not None and newest.record.status == "draft"
        offered = tuple(Choice(one.id, one.name) for one in partners.partners(self.desk))
        return _Found(name, offered, newest if is_draft else None, None if is_draft else newest)

    def about(self) -> tuple[str, str] | None:
        """The draft that is changed."""
        return ("action_plans", self._plan_id) if self._plan_id else None

    def fill(self, found: _Found) -> None:
        """Show the draft, else a copy of the plan in force, else an empty plan of today."""
        answers = [Choice(_YES, self.tr("Ja")), Choice(_NO, self.tr("Nee"))]
        self.ui.discussedField.set_choices(answers)
        self.ui.agreedField.set_choices(answers)
        self.ui.goalsField.set_partners(found.partners)
        self.ui.onField.set_value(self.desk.today())
        self._show_origin(found)
        if found.draft is not None:
            self._plan_id, self._version = found.draft.record.id, found.draft.record.version
            self._fill_draft(found.draft)
        elif found.earlier is not None:
            self.ui.summaryField.set_value(found.earlier.record.summary)
            self.ui.goalsField.set_raw(goals_raw(found.earlier))

    def arrange(self) -> None:
        """Ask when it was discussed and what came of it, or why not."""
        discussed = self.ui.discussedField.value()
        self.ui.discussedOnField.setVisible(discussed == _YES)
        self.ui.agreedField.setVisible(discussed == _YES)
        self.ui.discussedNoteField.setVisible(discussed == _NO)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the plan."""
        given = filled(values)
        talked = given["discussed"] == _YES  # unanswered: not yet, which a draft may be
        agreed = {_YES: True, _NO: False}.get(given["agreed"] or "") if talked else None
        given |= {"discussed": talked, "agreed": agreed}
        given |= {"discussed_note": None} if talked else {"discussed_on": None}
        data = PlanInput(**given, **self._subject)
        plan_id, version = self._plan_id, self._version
        if plan_id:
            return lambda: plans.change_plan(self.desk, plan_id, version, data)
        return lambda: plans.make_plan(self.desk, data)

    def stored(self, result: Done[ActionPlan]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Plan opgeslagen als concept"))

    def failed(self, error: CasusError) -> bool:
        """Bring an error of a goal's part to that part."""
        if not isinstance(error, InvalidForm):
            return False
        goals = self.ui.goalsField
        first = next((one for one in error.errors if one.field.startswith("goals.")), None)
        if first is not None:
            goals.refuse(first)
        shown = [one for one in error.errors if one is first or not one.field.startswith("goals.")]
        return self.form.take(InvalidForm(tuple(renamed(one, one.field.split(".")[0]) for one in shown)))

    def _fill_draft(self, draft: PlanView) -> None:
        record, ui = draft.record, self.ui
        ui.onField.set_value(record.on)
        ui.summaryField.set_value(record.summary)
        ui.goalsField.set_raw(goals_raw(draft))
        ui.discussedField.set_value(_YES if record.discussed else _NO if record.discussed_note else "")
        ui.discussedOnField.set_value(record.discussed_on)
        ui.discussedNoteField.set_value(record.discussed_note)
        ui.agreedField.set_value({True: _YES, False: _NO, None: ""}[record.agreed])
        ui.evaluateOnField.set_value(record.evaluate_on)

    def _show_origin(self, found: _Found) -> None:
        words = found.name
        if found.draft is not None:
            words = self.tr("{0} · concept, versie {1}").format(found.name, found.draft.record.number)
        elif found.earlier is not None:
            number = found.earlier.record.number
            words = self.tr("{0} · versie {1}, overgenomen uit versie {2}").format(
                found.name, number + 1, number
            )
        self.set_subtitle(words)
        self.afresh.setVisible(
            found.draft is None and found.earlier is not None and bool(found.earlier.goals)
        )

    def _begin_afresh(self) -> None:
        """Let go of what was taken over."""
        self.ui.summaryField.set_value("")
        self.ui.goalsField.set_raw([])
        self.afresh.hide()
        self.form.changed.emit()
        self.ui.summaryField.take_focus()
