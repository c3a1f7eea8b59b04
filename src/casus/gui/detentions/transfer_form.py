# SPDX-License-Identifier: EUPL-1.2
"""The form for a transfer to another facility: one stay ends, and the next begins the same day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus.gui.detentions.facility_choices import facility_choices
from casus.gui.drafts import Payload
from casus.gui.facilities_offered import offer_facilities
from casus.gui.forms.ui_transfer_form import Ui_TransferForm
from casus.gui.panels import PanelSpec
from casus.gui.record_panel import RecordPanel
from casus.gui.shell import Shell
from casus.services import detentions, facilities, persons
from casus.services.changes import Done
from casus.services.desk import Desk
from casus.services.naming import person_name
from casus.services.records import Detention, Facility


@dataclass(frozen=True)
class _Found:
    detention: Detention
    name: str
    facilities: list[Facility]


class TransferPanel(RecordPanel):
    """Record that someone inside went to another facility."""

    def __init__(self, shell: Shell, desk: Desk, detention_id: str, *, draft: Payload | None = None) -> None:
        content = QWidget()
        self.ui = Ui_TransferForm()
        self.ui.setupUi(content)
        self._detention_id = detention_id
        self._version = 0
        translate = QCoreApplication.translate
        spec = PanelSpec(
            translate("TransferPanel", "Overgeplaatst"),
            translate("TransferPanel", "Overplaatsing vastleggen"),
            f"transfer:{detention_id}",
        )
        super().__init__(shell, desk, content, spec, draft=draft)

    def fetch(self) -> _Found:
        """Return the stay that ends, whose it is, and where one can go."""
        detention = detentions.get_detention(self.desk, self._detention_id)
        name = person_name(persons.get_person(self.desk, detention.person_id))
        return _Found(detention, name, facilities.facilities(self.desk))

    def fill(self, found: _Found) -> None:
        """Offer the other facilities; begin with today."""
        self._version = found.detention.version
        self.set_subtitle(found.name)
        others = [one for one in found.facilities if one.id != found.detention.facility_id]
        offer_facilities(self.ui.facilityField, facility_choices(others))
        self.ui.onField.set_value(self.desk.today())
        self.show_notice(
            self.tr(
                "Wat je weet van de vrijlating en de basisvoorwaarden gaat mee naar de nieuwe inrichting."
            ),
            "neutral",
        )

    def work(self, values: dict[str, Any]) -> Callable[[], Any]:
        """Return what records the transfer."""
        facility_id, on = values["facility_id"], values["on"]
        return lambda: detentions.transfer_detention(
            self.desk, self._detention_id, facility_id, on, version=self._version
        )

    def stored(self, result: Done[Detention]) -> None:
        """Tell."""
        self.shell.emit_changed(result.changes, self)
        self.shell.announce(self.tr("Overplaatsing vastgelegd"))
