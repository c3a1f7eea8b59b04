# SPDX-License-Identifier: EUPL-1.2
"""The form for what is aimed at for one figure in one period."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.periods import Period
from casus.gui.dates_text import language
from casus.gui.drafts import Payload
from casus.gui.forms.ui_target_form import Ui_TargetForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.registers.removal import Removal
from casus.gui.shell import Shell
from casus.services import indicators
from casus.services.desk import Desk
from casus.services.indicators import TargetInput, TargetView

FORM = "indicator_target"
_MOST = 1_000_000


class TargetPanel(RecordPanel):
    """`about` is indicator and period: "top_x:2025"."""

    def __init__(self, shell: Shell, desk: Desk, about: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_TargetForm()
        self.ui.setupUi(content)
        self.ui.valueField.set_range(0, _MOST)
        self._code, _colon, period = about.partition(":")
        self._period = Period.parse(period)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("TargetPanel", "Doel"), translate("TargetPanel", "Doel opslaan"), f"{FORM}:{about}"
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        self._removal = Removal(self._remove, self.tr("Dit doel echt weghalen?"))
        self._removal.hide()
        self.add_action(self._removal)

    def fetch(self) -> TargetView:
        """Return the target there is, and what it is about."""
        return indicators.target_of(self.desk, self._code, self._period, language())

    def fill(self, found: TargetView) -> None:
        """Begin with the target there is."""
        self.set_subtitle(f"{found.title} · {self._period.label(language())}")
        self.ui.aimField.set_value(found.aim)
        self.ui.valueField.set_value(found.value)
        self._removal.setVisible(found.value is not None)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the target."""
        data = TargetInput(values["value"], values["aim"])
        return lambda: indicators.set_target(self.desk, self._code, self._period, data)

    def stored(self, result: Any) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Doel opgeslagen"))

    def _remove(self) -> None:
        self.remove(
            lambda: indicators.set_target(self.desk, self._code, self._period, TargetInput(None)),
            self.tr("Doel weggehaald"),
        )
