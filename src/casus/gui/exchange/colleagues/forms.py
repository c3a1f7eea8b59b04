# SPDX-License-Identifier: EUPL-1.2
"""The forms that ask why: a card that is trusted no longer, keys of one's own that are replaced."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.drafts import Payload
from casus.gui.exchange import COLLEAGUES
from casus.gui.forms.ui_exchange_reason_form import Ui_ExchangeReasonForm
from casus.gui.forms_registry import FormSpec
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services import exchange
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange import ColleagueRow

REVOKE, RENEW = "colleague_revoke", "identity_renew"


class RevokePanel(RecordPanel):
    """Trust a colleague's card no longer."""

    def __init__(self, shell: Shell, desk: Desk, colleague_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ExchangeReasonForm()
        self.ui.setupUi(content)
        self._colleague_id = colleague_id
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RevokePanel", "Kaart intrekken"),
            translate("RevokePanel", "Intrekken"),
            f"{REVOKE}:{colleague_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> ColleagueRow:
        """Return whose card it is."""
        return exchange.get_colleague(self.desk, self._colleague_id)

    def fill(self, found: ColleagueRow) -> None:
        """Say whose it is, and what it means."""
        self._version = found.version
        self.set_subtitle(
            self.tr(
                "{0}. Je stuurt niets meer naar deze kaart en neemt er niets meer van over. Wat al is "
                "overgenomen blijft. Je collega kan een nieuwe kaart geven."
            ).format(found.name)
        )
        self.ui.reasonField.setProperty(
            "help", self.tr("Bijvoorbeeld: laptop kwijt, werkt hier niet meer, de woorden waren anders.")
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what revokes it."""
        reason = filled(values)["reason"] or ""
        return lambda: exchange.revoke_colleague(self.desk, self._colleague_id, reason, version=self._version)

    def stored(self, result: Done[ColleagueRow]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Kaart ingetrokken"))


class RenewPanel(RecordPanel):
    """Make other keys of one's own, when others may have had the old ones."""

    def __init__(self, shell: Shell, desk: Desk, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ExchangeReasonForm()
        self.ui.setupUi(content)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("RenewPanel", "Eigen sleutels vernieuwen"),
            translate("RenewPanel", "Vernieuwen"),
            f"{RENEW}:vault",
            translate(
                "RenewPanel",
                "Doe dit als een ander bij je kluis kon, bijvoorbeeld na een gestolen laptop. Je krijgt twaalf "
                "andere woorden. Geef al je collega's je nieuwe kaart en vraag ze de oude in te trekken; tot dan "
                "kunnen ze niets van je overnemen. Wat al onderweg is, kun je nog openen. Dit is niet terug te "
                "draaien.",
            ),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what makes them."""
        reason = filled(values)["reason"] or ""
        return lambda: exchange.renew_identity(self.desk, reason)

    def stored(self, result: Done[Any]) -> None:
        """Tell what is to be done now."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(
            self.tr("Sleutels vernieuwd. Bewaar je nieuwe kaart en geef hem aan je collega's.")
        )


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the forms that a draft opens again."""
    return (
        FormSpec(
            REVOKE,
            COLLEAGUES,
            lambda shell, about, draft: RevokePanel(shell, desk, about, draft=draft),
        ),
        FormSpec(RENEW, COLLEAGUES, lambda shell, _about, draft: RenewPanel(shell, desk, draft=draft)),
    )
