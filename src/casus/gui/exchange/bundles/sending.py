# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator sends: the lists as they are here, and the book of releases to whoever goes on with it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.domain.roles import Role
from casus.gui.drafts import Payload
from casus.gui.exchange import BUNDLES
from casus.gui.exchange.seal_panel import Sealing, SealPanel
from casus.gui.forms.ui_exchange_reason_form import Ui_ExchangeReasonForm
from casus.gui.forms_registry import FormSpec
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel, filled
from casus.gui.shell import Shell
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.exchange.kinds_of import catalogue, ledger

RESUME = "ledger_resume"


class CataloguePanel(SealPanel):
    """Send lists and indicators as the coordinator has them to workers."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind=catalogue.CODE,
                title=translate("CataloguePanel", "Lijsten en indicatoren versturen"),
                subtitle=translate(
                    "CataloguePanel",
                    "Je collega's zien eerst wat er bij hen verandert. Wat zij al vastlegden blijft zoals het is.",
                ),
                save_text=translate("CataloguePanel", "Verzegelen en bewaren"),
                done_words=translate(
                    "CataloguePanel", "Lijsten en indicatoren verzegeld. Geef het bestand aan je collega's."
                ),
                roles=frozenset({Role.PGA_EXPERT.value, Role.RIO.value}),
            ),
        )

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal lists and indicators."""
        return catalogue.send_catalogue(self.desk, ids, path, unverified=unverified, overwrite=overwrite)


class LedgerPanel(SealPanel):
    """Hand the book of releases over to a successor."""

    def __init__(self, shell: Shell, desk: Desk) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            shell,
            desk,
            Sealing(
                kind=ledger.CODE,
                title=translate("LedgerPanel", "Boek van vrijgaven overdragen"),
                subtitle=translate(
                    "LedgerPanel",
                    "Je opvolger gaat verder met het hele boek. Jij kunt daarna niets meer vrijgeven: er is maar "
                    "één plek waar vrijgaven gebeuren.",
                ),
                save_text=translate("LedgerPanel", "Overdragen"),
                done_words=translate("LedgerPanel", "Boek overgedragen. Geef het bestand aan je opvolger."),
                roles=frozenset({Role.COORDINATOR.value}),
                many=False,
            ),
        )

    def send(self, ids: Sequence[str], path: Path, *, unverified: bool, overwrite: bool) -> Done[Any]:
        """Seal the book."""
        return ledger.send_ledger(self.desk, ids[0], path, unverified=unverified, overwrite=overwrite)


class ResumePanel(RecordPanel):
    """Go on with the book of releases here after all."""

    def __init__(self, shell: Shell, desk: Desk, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_ExchangeReasonForm()
        self.ui.setupUi(content)
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("ResumePanel", "Boek van vrijgaven terugnemen"),
            translate("ResumePanel", "Terugnemen"),
            f"{RESUME}:vault",
            translate(
                "ResumePanel",
                "Alleen als je opvolger het pakket niet heeft overgenomen, en dat ook niet meer doet. Gaan twee "
                "mensen verder met hetzelfde boek, dan beschermt geen van beide boeken nog.",
            ),
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what takes it back."""
        reason = filled(values)["reason"] or ""
        return lambda: ledger.resume_ledger(self.desk, reason)

    def stored(self, result: Done[None]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Het boek is weer hier: je kunt vrijgeven"))


def forms(desk: Desk) -> tuple[FormSpec, ...]:
    """Return the form that a draft opens again."""
    return (FormSpec(RESUME, BUNDLES, lambda shell, _about, draft: ResumePanel(shell, desk, draft=draft)),)
