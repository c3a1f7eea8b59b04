# SPDX-License-Identifier: EUPL-1.2
"""The form that withdraws a release, with the reason."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.forms.ui_withdraw_form import Ui_WithdrawForm
from casus.gui.panels import FormPanel, PanelSpec
from casus.gui.shell import Shell
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.withdrawing import withdraw_release

FORM = "withdraw_release"


class WithdrawReleasePanel(FormPanel):
    """`release_id`: that of the row in the book, not its number."""

    def __init__(self, shell: Shell, desk: Desk, release_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_WithdrawForm()
        self.ui.setupUi(content)
        self._desk, self._release_id = desk, release_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("WithdrawReleasePanel", "Vrijgave intrekken"),
            translate("WithdrawReleasePanel", "Trek in"),
            f"{FORM}:{release_id}",
            translate(
                "WithdrawReleasePanel",
                "Ze blijft in het boek staan en telt mee in elke latere bescherming, want wat buiten is blijft "
                "buiten. Terugdraaien kan niet.",
            ),
        )
        super().__init__(shell, content, spec, today=desk.clock.today, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what withdraws it."""
        return lambda: withdraw_release(self._desk, self._release_id, values["reason"])

    def stored(self, result: Done[Any]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Vrijgave ingetrokken; bestanden die je nu schrijft zeggen dat ook"))
