# SPDX-License-Identifier: EUPL-1.2
"""The forms about an objection: noted, decided, and a limitation that was granted lifted again."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.cases.phase_form import CLOSED, PhasePanel
from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_objection_decide_form import Ui_ObjectionDecideForm
from casus.gui.forms.ui_objection_form import Ui_ObjectionForm
from casus.gui.forms.ui_restriction_lift_form import Ui_RestrictionLiftForm
from casus.gui.labels import label as code_label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.gui.widgets.text import label
from casus.services import corrections, partners
from casus.services.changes import Done
from casus.services.corrections import ObjectionDecisionInput, ObjectionInput
from casus.services.desk import Desk
from casus.services.records import Objection, Worker


@dataclass(frozen=True)
class _Judged:
    """An objection, and who may have decided on it."""

    record: Objection
    workers: list[Worker]


class ObjectionPanel(RecordPanel):
    """Note that the person objects to the work, or asks to limit it."""

    def __init__(
        self,
        shell: Shell,
        desk: Desk,
        person_id: str,
        case_id: str,
        request_id: str = "",
        *,
        draft: Payload | None = None,
    ) -> None:
        content = QWidget()
        self.ui = Ui_ObjectionForm()
        self.ui.setupUi(content)
        self._person_id, self._case_id, self._request_id = person_id, case_id, request_id
        self.meaning = label("", "small", "muted", wrap=True)
        self.ui.fields.insertWidget(1, self.meaning)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ObjectionPanel", "Bezwaar van de betrokkene"),
            translate("ObjectionPanel", "Vastleggen"),
            f"objection:{person_id}:{case_id}:{request_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fill(self, _found: None) -> None:
        """Begin with an objection of today."""
        self.ui.kindField.set_value("objection")
        self.ui.throughField.set_value("conversation")
        self.ui.notedOnField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Say what it comes down to."""
        self.meaning.setText(
            self.tr(
                "De casus is vanaf nu beperkt: je bewaart wat er is en legt contacten vast; delen vraagt steeds een reden."
            )
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what notes it."""
        data = ObjectionInput(self._person_id, self._case_id, request_id=self._request_id or None, **values)
        return lambda: corrections.note_objection(self.desk, data)

    def stored(self, result: Done[Objection]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Bezwaar vastgelegd; de casus is beperkt"))


class ObjectionDecidePanel(RecordPanel):
    """Decide on an objection."""

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, objection_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_ObjectionDecideForm()
        self.ui.setupUi(content)
        self._objection_id, self._kind = objection_id, ""
        self.said = label(wrap=True)
        self.ui.fields.insertWidget(0, self.said)
        self.meaning = label("", "small", "muted", wrap=True)
        self.ui.fields.insertWidget(2, self.meaning)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ObjectionDecidePanel", "Besluit op een bezwaar"),
            translate("ObjectionDecidePanel", "Besluit vastleggen"),
            f"objection_decide:{case_id}:{objection_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Judged:
        """Return the objection and the workers."""
        record = corrections.get_objection(self.desk, self._objection_id)
        return _Judged(record, partners.workers(self.desk))

    def fill(self, found: _Judged) -> None:
        """Show what the person said; begin with today and this worker."""
        one = found.record
        self._version, self._kind = one.version, one.kind
        day = day_month(one.noted_on, self.desk.today())
        self.set_subtitle(f"{code_label('objection_kind', one.kind)} · {day}")
        self.said.setText(self.tr("De betrokkene zegt: {0}").format(one.statement))
        self.ui.byField.set_choices([Choice(worker.id, worker.name) for worker in found.workers])
        self.ui.byField.set_value(self.desk.worker_id)
        self.ui.onField.set_value(self.desk.today())

    def arrange(self) -> None:
        """Say what the decision comes down to."""
        upheld = self.ui.decisionField.value() == "upheld"
        if self._kind == "restriction":
            words = self.tr("De casus blijft beperkt tot je de beperking opheft.") if upheld else ""
        elif upheld:
            words = self.tr("Het werk stopt: je sluit hierna de casus.")
        else:
            words = self.tr("Leg uit welke dwingende redenen zwaarder wegen dan dit bezwaar.")
        self.meaning.setText(words if self.ui.decisionField.value() else "")
        self.meaning.setVisible(bool(self.meaning.text()))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the decision."""
        data = ObjectionDecisionInput(**values)
        return lambda: corrections.decide_objection(
            self.desk, self._objection_id, data, version=self._version
        )

    def stored(self, result: Done[Objection]) -> None:
        """Tell; after an objection that was upheld the case is to be closed."""
        one = result.value
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Besluit vastgelegd"))
        if one.decision == "upheld" and one.kind == "objection":
            self.shell.open_panel(PhasePanel(self.shell, self.desk, one.case_id, target=CLOSED))


class LiftPanel(RecordPanel):
    """Lift a limitation that was granted; the person has to know before that."""

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, objection_id: str, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_RestrictionLiftForm()
        self.ui.setupUi(content)
        self._objection_id = objection_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("LiftPanel", "Beperking opheffen"),
            translate("LiftPanel", "Opheffen"),
            f"restriction_lift:{case_id}:{objection_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> Objection:
        """Return the limitation."""
        return corrections.get_objection(self.desk, self._objection_id)

    def fill(self, found: Objection) -> None:
        """Begin with today."""
        self._version = found.version
        self.set_subtitle(code_label("objection_kind", found.kind))
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what lifts it."""
        on, told = values["on"], values["told"]
        return lambda: corrections.lift_restriction(
            self.desk, self._objection_id, on, told=told, version=self._version
        )

    def stored(self, result: Done[Objection]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Beperking opgeheven"))
