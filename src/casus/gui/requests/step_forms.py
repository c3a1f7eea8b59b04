# SPDX-License-Identifier: EUPL-1.2
"""The forms of the next steps of a request: identity checked, extended, decided, answered, withdrawn."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.request_terms import REASONED, Term
from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_request_decision_form import Ui_RequestDecisionForm
from casus.gui.forms.ui_request_extend_form import Ui_RequestExtendForm
from casus.gui.forms.ui_request_identity_form import Ui_RequestIdentityForm
from casus.gui.forms.ui_request_sent_form import Ui_RequestSentForm
from casus.gui.forms.ui_request_withdraw_form import Ui_RequestWithdrawForm
from casus.gui.labels import label
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.words import QT_TRANSLATE_NOOP
from casus.services import persons, requests
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import AccessRequest

FORM = "request_step"
IDENTITY, EXTEND, DECIDE, SENT, WITHDRAW = "identity", "extend", "decide", "sent", "withdraw"


@dataclass(frozen=True)
class _Asked:
    """A request, and of whom it is."""

    request: AccessRequest
    name: str


class StepPanel(RecordPanel):
    """One step of a request; a subclass has its form, its words and its use case."""

    step = ""
    form_class: type[Any]
    heading = save_text = done_words = ""

    def __init__(self, shell: Shell, desk: Desk, request_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = self.form_class()
        self.ui.setupUi(content)
        self._request_id = request_id
        spec = PanelSpec(
            QCoreApplication.translate("RequestStep", self.heading),
            QCoreApplication.translate("RequestStep", self.save_text),
            f"{FORM}:{self.step}:{request_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Asked:
        """Return the request."""
        request = requests.get_request(self.desk, self._request_id)
        return _Asked(request, person_name(persons.get_person(self.desk, request.person_id)))

    def fill(self, found: _Asked) -> None:
        """Say whose request it is and by when; then what the form begins with."""
        self._version = found.request.version
        day = day_month(found.request.due_on, self.desk.today())
        words = QCoreApplication.translate("RequestStep", "{0} · {1} · antwoord uiterlijk {2}")
        self.set_subtitle(words.format(found.name, label("access_kind", found.request.kind), day))
        self.start(found.request)

    def start(self, _request: AccessRequest) -> None:
        """Begin with today."""
        self.ui.onField.set_value(self.desk.today())

    def stored(self, result: Done[AccessRequest]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(QCoreApplication.translate("RequestStep", self.done_words))


class IdentityPanel(StepPanel):
    """Write down that it was checked who asks."""

    step, form_class = IDENTITY, Ui_RequestIdentityForm
    heading = QT_TRANSLATE_NOOP("RequestStep", "Wie vraagt het?")
    save_text = QT_TRANSLATE_NOOP("RequestStep", "Identiteit vastleggen")
    done_words = QT_TRANSLATE_NOOP("RequestStep", "Vastgelegd wie het vraagt")

    def start(self, request: AccessRequest) -> None:
        """Ask for the mandate where there must be one."""
        super().start(request)
        self.ui.mandateField.setVisible(request.capacity == "mandated")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        data = requests.IdentityInput(values["on"], values["how"], bool(values["mandate_seen"]))
        return lambda: requests.check_identity(self.desk, self._request_id, data, version=self._version)


class ExtendPanel(StepPanel):
    """Take two months more, once, and only when the person was told in time."""

    step, form_class = EXTEND, Ui_RequestExtendForm
    heading = QT_TRANSLATE_NOOP("RequestStep", "Termijn verlengen")
    save_text = QT_TRANSLATE_NOOP("RequestStep", "Verlengen")
    done_words = QT_TRANSLATE_NOOP("RequestStep", "Verzoek verlengd")

    def start(self, request: AccessRequest) -> None:
        """Say until when the person may be told, and what the last day becomes."""
        self.ui.toldField.set_value(self.desk.today())
        today = self.desk.today()
        term = Term(request.received_on)
        words = self.tr("Uiterlijk {0}, met de reden erbij. De nieuwe uiterste dag wordt {1}.")
        longer = Term(request.received_on, request.received_on).due_on
        self.ui.toldField.set_help(
            words.format(day_month(term.first_due_on, today), day_month(longer, today))
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what extends it."""
        data = requests.ExtensionInput(values["told_on"], values["reason"])
        return lambda: requests.extend_request(self.desk, self._request_id, data, version=self._version)


class DecidePanel(StepPanel):
    """Decide on a request; a refusal, whole or in part, is reasoned and names complaint and objection."""

    step, form_class = DECIDE, Ui_RequestDecisionForm
    heading = QT_TRANSLATE_NOOP("RequestStep", "Besluit op het verzoek")
    save_text = QT_TRANSLATE_NOOP("RequestStep", "Besluit vastleggen")
    done_words = QT_TRANSLATE_NOOP("RequestStep", "Besluit vastgelegd")

    def start(self, request: AccessRequest) -> None:
        """Begin with the decision there is, while it was not sent."""
        self.ui.onField.set_value(request.decided_on or self.desk.today())
        self.ui.decisionField.set_value(request.decision)
        self.ui.reasoningField.set_value(request.reasoning)
        self.ui.remediesField.set_value(bool(request.remedies_told))

    def arrange(self) -> None:
        """Ask reasons and remedies where the law does."""
        asked = self.ui.decisionField.value() in REASONED
        self.ui.reasoningField.set_optional(not asked)
        self.ui.remediesField.setVisible(asked)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        data = requests.RequestDecisionInput(**filled(values))
        return lambda: requests.decide_request(self.desk, self._request_id, data, version=self._version)


class SentPanel(StepPanel):
    """Write down that the person has the answer; that finishes the request."""

    step, form_class = SENT, Ui_RequestSentForm
    heading = QT_TRANSLATE_NOOP("RequestStep", "Antwoord gegeven")
    save_text = QT_TRANSLATE_NOOP("RequestStep", "Verzoek afhandelen")
    done_words = QT_TRANSLATE_NOOP("RequestStep", "Verzoek afgehandeld")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        data = requests.AnswerSentInput(values["on"], values["how"])
        return lambda: requests.send_answer(self.desk, self._request_id, data, version=self._version)


class WithdrawPanel(StepPanel):
    """Write down that the person no longer asks."""

    step, form_class = WITHDRAW, Ui_RequestWithdrawForm
    heading = QT_TRANSLATE_NOOP("RequestStep", "Verzoek ingetrokken")
    save_text = QT_TRANSLATE_NOOP("RequestStep", "Intrekken vastleggen")
    done_words = QT_TRANSLATE_NOOP("RequestStep", "Verzoek ingetrokken")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        data = requests.WithdrawalInput(**filled(values))
        return lambda: requests.withdraw_request(self.desk, self._request_id, data, version=self._version)


STEPS: Mapping[str, type[StepPanel]] = MappingProxyType(
    {one.step: one for one in (IdentityPanel, ExtendPanel, DecidePanel, SentPanel, WithdrawPanel)}
)
