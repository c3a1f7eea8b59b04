# SPDX-License-Identifier: EUPL-1.2
"""The half-yearly question whether working on this person is still proportionate; and who does it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_assign_form import Ui_AssignForm
from casus.gui.forms.ui_review_form import Ui_ReviewForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import cases, partners, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Assignment, ProportionalityReview, Worker

_YES, _NO = "yes", "no"


class ReviewPanel(RecordPanel):
    """Judge proportionality again."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ReviewForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ReviewPanel", "Hertoets"),
            translate("ReviewPanel", "Hertoets vastleggen"),
            f"review:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> str:
        """Return whose case it is."""
        return _whose(self.desk, self._case_id)

    def fill(self, found: str) -> None:
        """Begin with today."""
        self.set_subtitle(found)
        self.ui.onField.set_value(self.desk.today())
        self.ui.proportionateField.set_choices(
            [Choice(_YES, self.tr("Ja, we gaan door")), Choice(_NO, self.tr("Nee, de casus kan dicht"))]
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the judgement."""
        proportionate = values["proportionate"] == _YES
        return lambda: cases.review_case(
            self.desk,
            self._case_id,
            on=values["on"],
            proportionate=proportionate,
            reasoning=values["reasoning"],
        )

    def stored(self, result: Done[ProportionalityReview]) -> None:
        """Tell; a case that is no longer proportionate has to be closed."""
        self.shell.emit_changed(result.changes, self)
        if result.value.proportionate:
            self.shell.announce(self.tr("Hertoets vastgelegd"))
        else:
            self.shell.announce(self.tr("Hertoets vastgelegd: sluit de casus nu af"))


@dataclass(frozen=True)
class _Team:
    """Whose case it is, and the colleagues to choose from."""

    name: str
    workers: list[Worker]


class AssignPanel(RecordPanel):
    """Give a colleague a role in a case."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_AssignForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AssignPanel", "Casus toewijzen"),
            translate("AssignPanel", "Toewijzen"),
            f"assign:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Team:
        """Return the colleagues."""
        return _Team(_whose(self.desk, self._case_id), partners.workers(self.desk))

    def fill(self, found: _Team) -> None:
        """Begin with the lead of the case, from today."""
        self.set_subtitle(found.name)
        self.ui.workerField.set_choices([Choice(one.id, one.name) for one in found.workers])
        self.ui.roleField.set_value("case_lead")
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what assigns the case."""
        return lambda: cases.assign(
            self.desk, self._case_id, values["worker_id"], values["role"], values["on"]
        )

    def stored(self, result: Done[Assignment]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Casus toegewezen"))


def _whose(desk: Desk, case_id: str) -> str:
    return person_name(persons.get_person(desk, cases.get_case(desk, case_id).person_id))
