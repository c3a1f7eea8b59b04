# SPDX-License-Identifier: EUPL-1.2
"""The forms that answer an offer: the colleague takes the case, or does not and says why."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.dates_text import day_month
from casus.gui.drafts import Payload
from casus.gui.forms.ui_hand_over_accept_form import Ui_HandOverAcceptForm
from casus.gui.forms.ui_hand_over_refuse_form import Ui_HandOverRefuseForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.gui.widgets.choice import Choice
from casus.services import transfers
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.records import Transfer
from casus.services.transfers import TransferRow

_ALONG, _STAY = "along", "stay"


class AcceptPanel(RecordPanel):
    """Write down that the colleague takes the case over today."""

    def __init__(self, shell: Shell, desk: Desk, transfer_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_HandOverAcceptForm()
        self.ui.setupUi(content)
        self._transfer_id = transfer_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("AcceptPanel", "Overdracht accepteren"),
            translate("AcceptPanel", "Accepteren"),
            f"hand_over_accept:{transfer_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> TransferRow:
        """Return the offer."""
        return transfers.get_transfer(self.desk, self._transfer_id)

    def fill(self, found: TransferRow) -> None:
        """Say who takes what over from whom; the open work is asked."""
        self._version = found.version
        self.set_subtitle(_words(found, self.desk))
        self.ui.workField.set_choices(
            [
                Choice(_ALONG, self.tr("Gaan mee naar de collega")),
                Choice(_STAY, self.tr("Blijven waar ze zijn")),
            ]
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what passes the case on."""
        given = filled(values)
        return lambda: transfers.accept_transfer(
            self.desk,
            self._transfer_id,
            with_tasks=given["work"] == _ALONG,
            note=given["note"],
            version=self._version,
        )

    def stored(self, result: Done[Transfer]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Casus overgedragen"))


class RefusePanel(RecordPanel):
    """Write down that the colleague does not take the case, and why."""

    def __init__(self, shell: Shell, desk: Desk, transfer_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_HandOverRefuseForm()
        self.ui.setupUi(content)
        self._transfer_id = transfer_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RefusePanel", "Overdracht weigeren"),
            translate("RefusePanel", "Weigeren"),
            f"hand_over_refuse:{transfer_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> TransferRow:
        """Return the offer."""
        return transfers.get_transfer(self.desk, self._transfer_id)

    def fill(self, found: TransferRow) -> None:
        """Say whose offer it is."""
        self._version = found.version
        self.set_subtitle(_words(found, self.desk))

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what refuses the offer."""
        return lambda: transfers.refuse_transfer(
            self.desk, self._transfer_id, values["reason"], version=self._version
        )

    def stored(self, result: Done[Transfer]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Overdracht geweigerd"))


def _words(found: TransferRow, desk: Desk) -> str:
    who = found.person_name or found.number
    words = QCoreApplication.translate("AcceptPanel", "{0} · van {1} aan {2} · aangeboden {3}")
    return words.format(who, found.from_name, found.to_name, day_month(found.offered_on, desk.today()))
