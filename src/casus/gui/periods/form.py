# SPDX-License-Identifier: EUPL-1.2
"""The form of a reporting period that is still a concept."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_period_form import Ui_PeriodForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.registers.removal import Removal
from casus.gui.shell import Shell
from casus.services import periods
from casus.services.desk import Desk
from casus.services.periods import PeriodInput
from casus.services.records import ReportingPeriod

FORM, NEW = "reporting_period", "new"


class PeriodPanel(RecordPanel):
    """A new period, or the one with this id."""

    def __init__(
        self, shell: Shell, desk: Desk, period_id: str = NEW, *, draft: Payload | None = None
    ) -> None:
        content = QWidget()
        self.ui = Ui_PeriodForm()
        self.ui.setupUi(content)
        self._period_id = "" if period_id == NEW else period_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("PeriodPanel", "Rapportageperiode"),
            translate("PeriodPanel", "Opslaan"),
            f"{FORM}:{period_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)
        if self._period_id:
            self.add_action(Removal(self._remove, self.tr("Deze periode echt verwijderen?")))

    def fetch(self) -> ReportingPeriod | None:
        """Return the period to change."""
        return periods.get_period(self.desk, self._period_id) if self._period_id else None

    def fill(self, found: ReportingPeriod | None) -> None:
        """Begin with the period there is, or with this year."""
        if found is None:
            self.ui.periodField.set_value(str(self.desk.today().year))
            return
        self._version = found.version
        self.ui.periodField.set_value(str(periods.period_of(found)))
        self.ui.referenceField.set_value(found.reference_date)
        self.ui.titleField.set_value(found.title or "")

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what stores the period."""
        data = PeriodInput(values["period"] or "", values["reference_date"] or None, values["title"] or None)
        period_id, version = self._period_id, self._version
        if not period_id:
            return lambda: periods.add_period(self.desk, data)
        return lambda: periods.update_period(self.desk, period_id, version, data)

    def stored(self, result: Any) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Periode opgeslagen"))

    def _remove(self) -> None:
        period_id, version = self._period_id, self._version
        self.remove(
            lambda: periods.remove_period(self.desk, period_id, version), self.tr("Periode verwijderd")
        )
