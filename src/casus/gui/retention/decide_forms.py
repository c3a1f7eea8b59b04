# SPDX-License-Identifier: EUPL-1.2
"""The forms by which someone decides how long a dossier is kept: held, let go again, kept longer."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_extend_form import Ui_ExtendForm
from casus.gui.forms.ui_hold_form import Ui_HoldForm
from casus.gui.forms_registry import FormSpec
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.retention.words import term_words
from casus.gui.shell import Shell
from casus.services import retention
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import RetentionDecision
from casus.services.retention import RetentionFacts

HOLD, LIFT, EXTEND = "hold", "hold_lift", "extend_term"
"""Codes of list form."""


class HoldPanel(RecordPanel):
    """Put a legal hold on a case, or lift it."""

    def __init__(
        self, shell: Shell, desk: Desk, case_id: str, *, lift: bool = False, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_HoldForm()
        self.ui.setupUi(content)
        self._case_id, self._lift = case_id, lift
        translate = QCoreApplication.translate
        lifting = translate("HoldPanel", "Bewaarplicht opheffen")
        title = lifting if lift else translate("HoldPanel", "Bewaarplicht zetten")
        spec = PanelSpec(title, title, f"{LIFT if lift else HOLD}:{case_id}")
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> RetentionFacts:
        """Return how the case stands."""
        return retention.retention_facts(self.desk, self._case_id)

    def fill(self, found: RetentionFacts) -> None:
        """Say what it does; it begins today."""
        self._version = found.version
        if self._lift:
            self.set_subtitle(self.tr("Daarna telt de gewone termijn weer."))
            self.ui.onField.set_label(self.tr("Opgeheven op"))
            self.ui.reasonField.set_help("")
        else:
            self.set_subtitle(self.tr("Dit dossier wordt dan niet vernietigd, ook niet na de termijn."))
        self.ui.onField.set_value(self.desk.today())

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        decide = retention.lift_hold if self._lift else retention.hold_case
        return lambda: decide(
            self.desk, self._case_id, values["reason"], on=values["on"], version=self._version
        )

    def stored(self, result: Done[RetentionDecision]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(
            self.tr("Bewaarplicht opgeheven") if self._lift else self.tr("Bewaarplicht gezet")
        )


class KeepLongerPanel(RecordPanel):
    """Keep a closed case longer than its term."""

    def __init__(self, shell: Shell, desk: Desk, case_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ExtendForm()
        self.ui.setupUi(content)
        self._case_id = case_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("KeepLongerPanel", "Langer bewaren"),
            translate("KeepLongerPanel", "Termijn verlengen"),
            f"{EXTEND}:{case_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> RetentionFacts:
        """Return how the case stands."""
        return retention.retention_facts(self.desk, self._case_id)

    def fill(self, found: RetentionFacts) -> None:
        """Say until when it is kept now, and how far it may be put off; the day is for the user to choose."""
        self._version = found.version
        today = self.desk.today()
        if found.until is None or found.latest is None:
            return
        words = self.tr("Nu bewaard tot {0} ({1}).")
        self.set_subtitle(
            words.format(day_month(found.until, today), term_words(found.term.years, found.event))
        )
        latest = self.tr("Hoogstens tot {0}; daarna kun je opnieuw verlengen.")
        self.ui.untilField.set_help(latest.format(day_month(found.latest, today)))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records it."""
        return lambda: retention.extend_term(
            self.desk, self._case_id, values["until_on"], values["reason"], version=self._version
        )

    def stored(self, result: Done[RetentionDecision]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Termijn verlengd"))


def forms(desk: Desk) -> list[FormSpec]:
    """Return the forms that open again by their draft, in the dossier they are about."""

    def at(about: str) -> str:
        return f"case:{about}#account"

    return [
        FormSpec(HOLD, "dossier", lambda shell, about, draft: HoldPanel(shell, desk, about, draft=draft), at),
        FormSpec(
            LIFT,
            "dossier",
            lambda shell, about, draft: HoldPanel(shell, desk, about, lift=True, draft=draft),
            at,
        ),
        FormSpec(
            EXTEND,
            "dossier",
            lambda shell, about, draft: KeepLongerPanel(shell, desk, about, draft=draft),
            at,
        ),
    ]
