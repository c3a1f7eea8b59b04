# SPDX-License-Identifier: EUPL-1.2
"""The form for an assessment: a score per life domain, no total."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.errors import CasusError, InvalidForm
from casus.gui.drafts import Payload
from casus.gui.forms.ui_assessment_form import Ui_AssessmentForm
from casus.gui.labels import choices
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice_fields import ChoiceField
from casus.services import cases, persons, plans
from casus.services.changes import Done
from casus.services.checks import renamed
from casus.services.desk import Desk
from casus.services.inputs import AssessmentInput, ScoreInput
from casus.services.naming import person_name
from casus.services.records import Assessment

_PREFIX = "scores."


class AssessmentPanel(RecordPanel):
    """Measure the life domains; what was not discussed stays empty."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AssessmentForm()
        self.ui.setupUi(content)
        self._add_domains()
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AssessmentPanel", "Leefgebieden meten"),
            translate("AssessmentPanel", "Meting opslaan"),
            f"assessment:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> tuple[str, bool]:
        """Return whose case it is, and whether it was measured before."""
        with self.desk.reading() as session:
            measured = bool(plans.assessments_of(session, self._case_id))
        case = cases.get_case(self.desk, self._case_id)
        return person_name(persons.get_person(self.desk, case.person_id)), measured

    def fill(self, found: tuple[str, bool]) -> None:
        """Begin with today and the measurement that comes next."""
        name, measured = found
        self.set_subtitle(name)
        self.ui.onField.set_value(self.desk.today())
        self.ui.kindField.set_value("interim" if measured else "baseline")
        self.ui.withPersonField.set_value(True)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the assessment."""
        given = filled({key: value for key, value in values.items() if not key.startswith(_PREFIX)})
        scores = {
            key.removeprefix(_PREFIX): ScoreInput(value)
            for key, value in values.items()
            if key.startswith(_PREFIX) and value
        }
        data = AssessmentInput(**given, case_id=self._case_id, scores=scores)
        return lambda: plans.assess(self.desk, data)

    def stored(self, result: Done[Assessment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Meting opgeslagen"))

    def failed(self, error: CasusError) -> bool:
        """An error about all scores stands at the first of them."""
        if not isinstance(error, InvalidForm):
            return False
        first = f"{_PREFIX}{choices('life_domain')[0].code}"
        names = {"scores": first}
        return self.form.take(
            InvalidForm(tuple(renamed(one, names.get(one.field, one.field)) for one in error.errors))
        )

    def _add_domains(self) -> None:
        """Put a field per life domain above the explanation: the list of domains can be changed."""
        layout = self.ui.fields
        for domain in choices("life_domain"):
            field = ChoiceField()
            field.set_key(f"{_PREFIX}{domain.code}")
            field.set_label(domain.label)
            field.set_optional(True)
            field.set_codelist("domain_score")
            layout.insertWidget(layout.count() - 1, field)
